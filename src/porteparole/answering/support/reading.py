"""A sentence read for what turns, weakens, bounds or strengthens each of its words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from porteparole.answering.support.figures import Figure, figures
from porteparole.language import Language
from porteparole.text.gazetteer import known
from porteparole.text.lexicon import function_words, information, is_ordinary, is_word
from porteparole.text.quotations import outermost
from porteparole.text.terms import Word, fold, stem

STRENGTHS = (
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
BOUNDS = ("more", "less", "about")

POSSIBLE, CONDITIONAL, COMING, FACT = 1, 2, 3, 4

_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ]", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’ʼ]s?$", re.IGNORECASE)
_ENGLISH_NOT = re.compile(r"n['’ʼ]t$", re.IGNORECASE)
_ENGLISH_SHORT = re.compile(r"['’ʼ](?:ll|re|ve|d|m)$", re.IGNORECASE)
_BREAK = re.compile(r"[,;:.!?()\[\]–—…]|\s-\s")
_HEADS = 2
_REACH = 6
_FUTURE = re.compile(r"(?:era|eront|ira|iront|dra|dront|ttra|ttront|vra|vront|rra|rront|ora|ura|uront)$")
_CONDITIONAL = re.compile(r"(?:rait|raient)$")


@dataclass(slots=True)
class Token:
    """A word of a sentence.

    Attributes:
        text: as written.
        folded: in small letters, without accents.
        start: offset in the text.
        end: offset after it.
        stem: its Snowball stem.
        weight: how much it tells, 0–1; 0 for a function word.
        is_name: whether it looks like a part of a proper name.
        codes: what it names in the gazetteer.
        figure: the number that it is a part of.
        clause: number of the stretch between two marks that it stands in.
        quoted: whether it stands between quotation marks.
        negative: how many negations have it as the word that they turn.
        in_scope: whether it stands under a negation at all.
        level: how sure it is said to be: a fact, coming, conditional or only possible.
        strengths: the kinds of strength that bear on it.
        quantity: how many of it (*some* 2 … *all* 5); 0 where nothing says so.
        is_marker: whether it is itself such a word (*tous*, *environ*), checked as that and not as content.
    """

    text: str
    folded: str
    start: int
    end: int
    stem: str
    weight: float
    is_name: bool = False
    codes: frozenset[str] = frozenset()
    figure: Figure | None = None
    clause: int = 0
    quoted: bool = False
    negative: int = 0
    in_scope: bool = False
    level: int = FACT
    strengths: set[str] = field(default_factory=set[str])
    quantity: int = 0
    is_marker: bool = False

    @property
    def tells(self) -> bool:
        """Whether it carries something that must be held against the source."""
        return self.weight > 0


@dataclass(slots=True)
class Reading:
    """A text and its words.

    Attributes:
        text: what was read.
        language: it is in.
        tokens: every word, function words as well.
        figures: its numbers.
        bounds: for the index of a figure, how it is bounded (more, less, about).
        conditional: whether a condition (*if*) stands in it.
        strengths: the kinds of strength that stand anywhere in it.
        negations: the word that each of its negations turns.
    """

    text: str
    language: Language
    tokens: list[Token]
    figures: list[Figure]
    bounds: dict[int, set[str]] = field(default_factory=dict[int, set[str]])
    conditional: bool = False
    strengths: set[str] = field(default_factory=set[str])
    negations: list[Token] = field(default_factory=list[Token])

    @property
    def telling(self) -> list[Token]:
        """The words that must be held against the source."""
        return [token for token in self.tokens if token.tells]


@lru_cache(maxsize=4_000)
def read(text: str, language: Language) -> Reading:
    """Read one or more sentences; the same text gives the same object, which nobody changes."""
    tokens = list(_tokens(text, language))
    found = figures(text, language)
    _place(text, language, tokens, found)
    reading = Reading(text, language, tokens, found)
    _strengthen(reading)
    _turn(reading)
    _weaken(reading)
    return reading


def opposite(one: str, other: str) -> bool:
    """Say whether two folded words deny each other (*hausse*, *baisse*; *possible*, *impossible*)."""
    if _negated_form(one, other) or _negated_form(other, one):
        return True
    here, there = _sides(one), _sides(other)
    return any((group, not side) in there for group, side in here)


def _negated_form(plain: str, negated: str) -> bool:
    return len(plain) >= 4 and any(
        negated == prefix + plain
        for prefix in ("in", "im", "il", "ir", "un", "non", "dis", "mal", "anti", "de")
    )


@lru_cache(maxsize=20_000)
def _sides(folded: str) -> frozenset[tuple[int, bool]]:
    return frozenset(
        (group, left)
        for group, sides in enumerate(_opposites())
        for left, beginnings in zip((True, False), sides, strict=True)
        if any(
            folded == b or (len(b) >= 4 and folded.startswith(b) and len(folded) - len(b) <= 6)
            for b in beginnings
        )
    )


@cache
def _opposites() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    lines = _data()["opposites"]["pairs"].strip().splitlines()
    groups: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for line in lines:
        left, _, right = line.partition("/")
        groups.append((tuple(left.split()), tuple(right.split())))
    return tuple(groups)


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("porteparole.answering.support").joinpath("markers.toml").read_text("utf-8"))


@cache
def _listed(language: Language, kind: str) -> tuple[tuple[str, ...], ...]:
    """Return the markers of a kind as folded words, the longest first."""
    listed = [tuple(item.split()) for item in _data()[language][kind].split(",") if item.strip()]
    return tuple(sorted(listed, key=len, reverse=True))


def _tokens(text: str, language: Language) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        start, raw = match.start(), match.group()
        pieces: list[tuple[int, str]] = []
        while elided := _ELIDED.match(raw) if language == "fr" else None:
            pieces.append((start, raw[: elided.end()]))
            start, raw = start + elided.end(), raw[elided.end() :]
        if language == "en" and (refused := _ENGLISH_NOT.search(raw)):
            if raw[: refused.start()]:
                pieces.append((start, raw[: refused.start()]))
            pieces.append((start + refused.start(), raw[refused.start() :]))
            raw = ""
        elif language == "en" and (short := _ENGLISH_SHORT.search(raw)):
            pieces.append((start, raw[: short.start()]))
            pieces.append((start + short.start(), raw[short.start() :]))
            raw = ""
        elif possessive := _POSSESSIVE.search(raw):
            raw = raw[: possessive.start()]
        if raw:
            pieces.append((start, raw))
        for at, piece in pieces:
            folded = fold(piece).strip("'") if piece[-1:] in "'’ʼ" else fold(piece)
            if language == "en" and _ENGLISH_NOT.search(piece):
                folded = "n't"
            folded = folded.lstrip("'") or folded
            yield Token(piece, folded, at, at + len(piece), stem(folded, language), 0.0)


def _place(text: str, language: Language, tokens: list[Token], found: Sequence[Figure]) -> None:
    idle = function_words(language)
    quotes = outermost(text)
    clause = 0
    for index, token in enumerate(tokens):
        gap = text[tokens[index - 1].end : token.start] if index else ""
        clause += bool(_BREAK.search(gap))
        token.clause = clause
        token.figure = next((f for f in found if f.start <= token.start < f.end), None)
        token.quoted = any(mark.start <= token.start < mark.end for mark in quotes)
        starts = index == 0 or bool(re.search(r"[.!?:«“\"]\W*$", text[max(0, token.start - 3) : token.start]))
        if token.folded in idle or token.folded in {"n't", "n", "d", "l", "qu", "s", "c", "j"}:
            # Capitals make a name of a function word as well (US, WHO).
            token.is_name = len(token.folded) > 1 and token.text.isupper() and not text.isupper()
        else:
            token.is_name = token.text[0].isupper() and (
                not starts or not is_ordinary(token.folded, language)
            )
            token.weight = max(0.15, information(token.folded, language))
        if token.is_name:
            token.weight = max(token.weight, 0.5)
        if token.figure:
            token.weight, token.is_name = 0.0, False
    listed = [Word(t.text, t.folded, t.start, t.end) for t in tokens]
    for name in known(listed):
        codes = frozenset(code for code in name.codes if not code.startswith("figure"))
        if codes:
            for token in tokens[name.first : name.after]:
                token.codes = codes
                if not token.figure and token.folded not in idle:
                    token.weight = max(token.weight, 0.5)


def _matches(tokens: Sequence[Token], language: Language, kind: str) -> Iterator[tuple[int, int]]:
    """Yield where markers of a kind stand: the first token and the one after the last."""
    listed = _listed(language, kind)
    folded = [token.folded for token in tokens]
    at = 0
    while at < len(folded):
        idle = next((m for m in _listed(language, "idle") if tuple(folded[at : at + len(m)]) == m), None)
        if idle:
            at += len(idle)
            continue
        for marker in listed:
            if tuple(folded[at : at + len(marker)]) == marker:
                yield at, at + len(marker)
                at += len(marker)
                break
        else:
            at += 1


def _heads(tokens: Sequence[Token], after: int, count: int) -> list[Token]:
    """Return the next words that tell, from ``after`` on and within reach."""
    found: list[Token] = []
    for token in tokens[after : after + _REACH]:
        if token.tells or token.figure:
            found.append(token)
            if len(found) == count:
                break
    return found


def _turn(reading: Reading) -> None:
    tokens, language = reading.tokens, reading.language
    if language == "fr":
        _turn_french(reading)
    done = {id(t) for t in tokens if t.negative}
    for first, after in _matches(tokens, language, "negative_alone"):
        if language == "fr" and any(t.folded in {"ne", "n"} for t in tokens[max(0, first - 6) : after + 4]):
            continue
        merely = after < len(tokens) and tokens[after].folded in {"only", "just", "merely"}
        if language == "en" and tokens[first].folded == "not" and merely:
            continue
        heads = _heads(tokens, after, _HEADS) or tokens[after : after + 1]
        if heads and id(heads[0]) not in done:
            _negate(reading, heads)
    for index, token in enumerate(tokens):
        beginnings = [item[0] for item in _listed(language, "refusing")]
        if token.tells and any(token.folded.startswith(b) for b in beginnings):
            link = tokens[index + 1 : index + 4]
            linked = {"fr": {"de", "d", "a"}, "en": {"to", "from"}}[language]
            at = next((i for i, t in enumerate(link) if t.folded in linked), None)
            if at is not None and _is_verb(tokens[index + at + 2 : index + at + 3], language):
                _negate(reading, _heads(tokens, index + at + 2, 1))


def _is_verb(following: Sequence[Token], language: Language) -> bool:
    if not following:
        return False
    if language == "en":
        return following[0].folded not in {"the", "a", "an", "this", "that", "his", "her", "its", "their"}
    return following[0].folded.endswith(("er", "ir", "re", "oir")) or following[0].folded in {
        "se",
        "s",
        "le",
        "les",
    }


def _turn_french(reading: Reading) -> None:
    tokens = reading.tokens
    denying = {item[0] for item in _listed("fr", "negative")}
    for index, token in enumerate(tokens):
        if token.folded != "n" and token.folded != "ne":
            continue
        if token.folded == "n" and token.text[-1:] not in "'’ʼ":
            continue
        following = tokens[index + 1 : index + 9]
        same = [t for t in following if t.clause == token.clause]
        deny = next((i for i, t in enumerate(same) if t.folded in denying), None)
        only = next((i for i, t in enumerate(same) if t.folded in {"que", "qu"}), None)
        before = [t for t in tokens[max(0, index - 8) : index] if t.clause == token.clause]
        if deny is None and not any(t.folded in denying for t in before):
            if only is not None:
                reading.strengths.add("only")
            continue
        if (
            deny is not None
            and same[deny + 1 : deny + 2]
            and same[deny + 1].folded in {"seulement", "uniquement"}
        ):
            continue
        if deny is not None and only is not None and only == deny + 1:
            # « ne … pas que »: not only.
            continue
        rest = [t for t in following if t.folded not in denying]
        _negate(reading, _heads(rest, 0, _HEADS) or rest[:1])


def _negate(reading: Reading, heads: Sequence[Token]) -> None:
    telling = [head for head in heads if not head.is_marker] or list(heads)
    for head in heads:
        head.in_scope = True
    if telling:
        telling[0].negative += 1
        reading.negations.append(telling[0])


def _weaken(reading: Reading) -> None:
    tokens, language = reading.tokens, reading.language
    for kind, level in (("coming", COMING), ("conditional", CONDITIONAL), ("possible", POSSIBLE)):
        for first, after in _matches(tokens, language, kind):
            if kind == "coming" and language == "fr" and not _future_auxiliary(tokens, first):
                continue
            for token in tokens[first:after]:
                token.level = min(token.level, level)
            for head in _heads(tokens, after, 1):
                head.level = min(head.level, level)
    if language == "fr":
        for index, token in enumerate(tokens):
            level = _tense(token.folded)
            if level < FACT:
                token.level = min(token.level, level)
                if not token.tells:
                    for head in _heads(tokens, index + 1, 1):
                        head.level = min(head.level, level)
    idle = [range(first, after) for first, after in _matches(tokens, language, "not_conditions")]
    for first, after in _matches(tokens, language, "conditions"):
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


_QUANTITIES = {"few": 1, "some": 2, "many": 3, "most": 4, "all": 5}


def _strengthen(reading: Reading) -> None:
    tokens, language = reading.tokens, reading.language
    for kind in STRENGTHS:
        for first, after in _matches(tokens, language, kind):
            near = tokens[max(0, first - 6) : first + 4]
            never = any(t.folded == "jamais" for t in tokens[first:after])
            if kind == "always" and never and any(t.folded in {"ne", "n"} for t in near):
                continue
            reading.strengths.add(kind)
            for token in tokens[first:after]:
                token.strengths.add(kind)
                token.is_marker = True
    for kind, quantity in _QUANTITIES.items():
        for first, after in _matches(tokens, language, kind):
            for token in tokens[first:after]:
                token.is_marker = True
            for head in _heads(tokens, after, 1):
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
    for kind in BOUNDS:
        for first, after in _matches(tokens, language, kind):
            for token in tokens[first:after]:
                token.is_marker = True
    for number, figure in enumerate(reading.figures):
        before = [t for t in tokens if t.end <= figure.start][-4:]
        bounds = {
            kind
            for kind in BOUNDS
            for _, after in _matches(before, language, kind)
            if after >= len(before) - 1
        }
        if bounds:
            reading.bounds[number] = bounds
