"""How sure each word of a sentence is said to be: a fact, coming, conditional or only possible."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from porteparole.answering.support.markers import heads, matches
from porteparole.answering.support.token import COMING, CONDITIONAL, FACT, POSSIBLE, Reading, Token
from porteparole.text.gazetteer import is_date_word
from porteparole.text.lexicon import is_word

_BEHIND_THE_NOUN = ("presum", "suppos", "eventuel", "potentiel", "probable", "possible")
_FUTURE = re.compile(r"(?:era|eront|ira|iront|dra|dront|ttra|ttront|vra|vront|rra|rront|ora|ura|uront)$")
_CONDITIONAL = re.compile(r"(?:rait|raient)$")


def weaken(reading: Reading) -> None:
    """Set how sure each word of a reading is said to be, and whether a condition stands in it."""
    tokens, language = reading.tokens, reading.language
    for kind, level in (("coming", COMING), ("conditional", CONDITIONAL), ("possible", POSSIBLE)):
        for first, after in matches(tokens, language, kind):
            if tokens[first].is_name and first:
                continue
            if kind == "coming" and language == "fr" and not _future_auxiliary(tokens, first):
                continue
            for token in tokens[first:after]:
                token.level = min(token.level, level)
                token.hedges = True
            if kind == "possible" and tokens[first].folded.startswith(_BEHIND_THE_NOUN):
                # « Trois membres présumés ».
                for noun in [t for t in tokens[max(0, first - 1) : first] if t.tells]:
                    noun.level = min(noun.level, level)
            for head in heads(tokens, after, 1):
                # What is planned is planned for a day; the day itself is sure.
                if not is_date_word(head.folded):
                    head.level = min(head.level, level)
    if language == "fr":
        for index, token in enumerate(tokens):
            level = _tense(token.folded)
            if level < FACT:
                token.level = min(token.level, level)
                if not token.tells:
                    for head in heads(tokens, index + 1, 1):
                        head.level = min(head.level, level)
    idle = [range(first, after) for first, after in matches(tokens, language, "not_conditions")]
    for first, after in matches(tokens, language, "conditions"):
        if any(first in span for span in idle):
            continue
        following = tokens[after] if after < len(tokens) else None
        marker = tokens[first].folded if language == "fr" else ""
        reflexive = marker == "s" and not (following and following.folded in {"il", "ils"})
        # « si grand que » is no condition.
        degree = marker == "si" and following and following.tells and following.text[0].islower()
        if not reflexive and not degree:
            reading.conditional = True


def _future_auxiliary(tokens: Sequence[Token], at: int) -> bool:
    """Say whether *va*, *vont* … goes with an infinitive; other forms are future by themselves."""
    if tokens[at].folded not in {"va", "vont", "allait", "allaient"}:
        return True
    return any(t.folded.endswith(("er", "ir", "re", "oir")) for t in tokens[at + 1 : at + 4])


@lru_cache(maxsize=20_000)
def _tense(folded: str) -> int:
    """Return the level that the form of a French verb tells."""
    if match := _CONDITIONAL.search(folded):
        if _is_infinitive(folded[: -len("ait" if match.group() == "rait" else "aient")]):
            return CONDITIONAL
    elif _FUTURE.search(folded):
        bare = folded.removesuffix("ont").removesuffix("a")
        if _is_infinitive(bare):
            return COMING
    return FACT


def _is_infinitive(future_stem: str) -> bool:
    """Say whether a stem in -r is one of the future: an infinitive, with its *e* or without."""
    irregular = {
        "ser",
        "aur",
        "ir",
        "fer",
        "pourr",
        "devr",
        "voudr",
        "viendr",
        "tiendr",
        "verr",
        "saur",
        "faudr",
    }
    if future_stem in irregular or any(
        future_stem.endswith(end) and len(future_stem) > len(end) + 1
        for end in ("viendr", "tiendr", "cevr", "enverr", "courr", "mourr", "querr")
    ):
        return True
    if future_stem.endswith(("er", "ir")) and len(future_stem) > 3:
        return is_word(future_stem, "fr")
    return future_stem.endswith(
        ("ttr", "ndr", "ivr", "ompr", "clur", "dir", "uir", "aindr", "eindr", "crir", "lir")
    ) and (is_word(future_stem + "e", "fr"))
