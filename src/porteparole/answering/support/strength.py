"""How much of each thing a sentence speaks of, how strongly, and how its figures are bounded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from porteparole.answering.support.figures import Figure
from porteparole.answering.support.markers import heads, matches
from porteparole.answering.support.token import Reading, Token
from porteparole.language import Language
from porteparole.text.gazetteer import is_date_word
from porteparole.text.lexicon import is_ordinary, is_word

_STRENGTHS = (
    "all",
    "always",
    "only",
    "fully",
    "certain",
    "must",
    "superlative",
    "very",
    "most",
    "many",
    "few",
)
"""Kinds of strength that a sentence may have only where what it rests on has it."""
_BOUNDS = ("more", "less", "about")
LASTING = "lasting"
"""The bound of *over 25 years*: as long as that, or longer."""
_REACH = 6
_DENYING = frozenset("not n't no never without refuse refused refuses longer deny denied".split())
_TO = frozenset("à au aux".split())
_ARTICLES = frozenset("le la les l the of".split())
_BEFORE_THE_MOST = frozenset("the s his her its their our".split())
_AUXILIARIES = frozenset(
    "will would have has had are were can could may must they we ont sont avaient se".split()
)
_TODAY = frozenset("aujourd'hui today hier yesterday".split())
_TIMES = frozenset("years months weeks days hours decades".split())
_QUANTITIES = {"few": 1, "some": 2, "many": 3, "most": 4, "all": 5}


def strengthen(reading: Reading) -> None:
    """Set the strengths and quantities of a reading's words, and the bounds of its figures."""
    tokens, language = reading.tokens, reading.language
    for kind in _STRENGTHS:
        for first, after in (*matches(tokens, language, kind), *_had_to(tokens, language, kind)):
            if _is_none(tokens, kind, first, after):
                continue
            if kind == "only" and _is_the_mere(tokens, first, after):
                continue
            near = tokens[max(0, first - 6) : first + 4]
            never = any(t.folded == "jamais" for t in tokens[first:after])
            if kind == "always" and never and any(t.folded in {"ne", "n"} for t in near):
                continue
            reading.strengths.add(kind)
            for token in tokens[first:after]:
                token.strengths.add(kind)
                token.is_marker = True
    for kind, quantity in _QUANTITIES.items():
        for first, after in matches(tokens, language, kind):
            for token in tokens[first:after]:
                token.is_marker = True
            if kind == "most" and language == "en" and first and tokens[first - 1].folded in _BEFORE_THE_MOST:
                # *The most likeable* tells nothing of how many.
                continue
            if kind == "all" and _is_behind(tokens, first):
                continue
            for head in heads(tokens, after, 1):
                head.quantity = quantity
    if language == "en":
        for token in tokens:
            if (
                token.tells
                and re.fullmatch(r"[a-z]{3,}(?:est)", token.folded)
                and not is_ordinary(token.folded, "fr")
            ):
                base = token.folded[:-3]
                if any(is_word(form, "en") for form in (base, base + "e", base[:-1], base[:-1] + "y")):
                    token.strengths.add("superlative")
                    reading.strengths.add("superlative")
    for kind in _BOUNDS:
        for first, after in matches(tokens, language, kind):
            for token in tokens[first:after]:
                token.is_marker = True
    for number, figure in enumerate(reading.figures):
        before = [t for t in tokens if t.end <= figure.start][-_REACH:]
        bounds = {
            LASTING if _lasts(reading, before[first:after], figure) else kind
            for kind in _BOUNDS
            for first, after in matches(before, language, kind)
            if _bears_on(before[after:])
        }
        if bounds and not is_date(reading, figure):
            reading.bounds[number] = bounds


def _had_to(tokens: Sequence[Token], language: Language, kind: str) -> list[tuple[int, int]]:
    """Return where « dû » stands, which is *du* without its accent."""
    if language != "fr" or kind != "must":
        return []
    return [(i, i + 1) for i, t in enumerate(tokens) if t.text.lower() == "dû"]


def _is_behind(tokens: Sequence[Token], at: int) -> bool:
    """Say whether *each* stands behind whom it counts: *they will each pay*, « ont chacun payé »."""
    before = tokens[at - 1].folded if at else ""
    return tokens[at].folded in {"each", "chacun", "chacune"} and before in _AUXILIARIES


def _is_the_mere(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Say whether « seule » only sets a name apart: « dont 221 dans la seule Amatrice »."""
    article = first > 0 and tokens[first - 1].folded in {"le", "la", "les"}
    return article and after < len(tokens) and tokens[after].is_name


def _is_none(tokens: Sequence[Token], kind: str, first: int, after: int) -> bool:
    """Say whether what looks like a strength is none.

    *All three* and *not any* are no *all*, « doit à un ami » and « doit 3 millions » tell of no duty.
    """
    following = [t for t in tokens[after : after + 2] if t.folded not in _ARTICLES]
    counts = bool(following) and following[0].figure is not None
    if kind == "all":
        denied = first > 0 and tokens[first - 1].folded in _DENYING
        refused = first > 0 and tokens[first - 1].folded.startswith("refus")
        return counts or (denied and tokens[first].folded == "any") or refused
    owes = counts or (bool(following) and following[0].text.lower() in _TO)
    return kind == "must" and owes and tokens[after - 1].folded.startswith(("doi", "devai"))


def is_date(reading: Reading, figure: Figure) -> bool:
    """Say whether a figure is a day or a year beside a month: *until April 2017* bounds no number."""
    tokens = reading.tokens
    at = [i for i, t in enumerate(tokens) if t.figure is figure]
    return bool(at) and any(is_date_word(t.folded) for t in tokens[max(0, at[0] - 1) : at[-1] + 2])


def _bears_on(between: Sequence[Token]) -> bool:
    """Say whether only small words and days stand between a bound and its figure, and no other."""
    if any(t.figure for t in between):
        # *About 180 billion, and 20,000 jobs*.
        return False
    if len(between) <= 1:
        return True
    return all(not t.tells or is_date_word(t.folded) or t.folded in _TODAY for t in between)


def _lasts(reading: Reading, bound: Sequence[Token], figure: Figure) -> bool:
    """Say whether *over* only says how long: *over 25 years* is « sur 25 ans » as well."""
    if [t.folded for t in bound] != ["over"]:
        return False
    following = [t for t in reading.tokens if t.start >= figure.end][:1]
    return any(t.folded in _TIMES for t in following)
