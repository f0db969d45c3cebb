"""Where two articles give different figures for the same thing: only what can be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

from porteparole.language import Language
from porteparole.summaries.unit import Unit
from porteparole.text.figures import spelled
from porteparole.text.gazetteer import is_date_word
from porteparole.text.lexicon import function_words
from porteparole.text.terms import Word, fold, stem, words

# Two sentences speak of the same thing when this share of their content words is common, figures aside.
_SAME = 0.6
_DAYS = 3
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# A whole number with its groups of three, and what shows that a word is only a part of one, or of a decimal.
_WHOLE = re.compile(r"\d+(?:[\u00a0\u202f ]\d{3})*(?![\d.,]?\d)")
_PART = re.compile(r"\d[.,\u00a0\u202f ]$|[-–/:]$")
# *45 e*, *1 er*: which one it is, not how many.
_ORDINAL = frozenset("e er re ere eme ieme nd nde st rd th".split())
# A figure that is not meant exactly contradicts none.
_ROUGHLY = frozenset(
    "pres environ quelque plus moins autour presque jusqu jusque dizaine about around nearly almost over "
    "some than least most up roughly approximately".split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and what it counts.

    Attributes:
        value: the number.
        counted: stem of the noun behind it.
        start: offset in the sentence.
        end: offset after the noun.
    """

    value: float
    counted: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sentences of two articles that give different figures for the same thing."""

    one: Unit
    first: Figure
    other: Unit
    second: Figure


def disagreements(units: Sequence[Unit]) -> list[Disagreement]:
    """Return where sentences of different articles give different figures for the same thing.

    Both sentences must count the same noun once each, exactly, share most of their other content words, and
    name no different dates. Whatever is less clear than that is not said.
    """
    counted = [(unit, figures(unit.text, unit.article.language)) for unit in units]
    found: list[Disagreement] = []
    for (one, first), (other, second) in combinations(counted, 2):
        if one.article.id == other.article.id or one.article.language != other.article.language:
            continue
        for a, b in _differing(first, second):
            if _same_thing(one, other):
                found.append(Disagreement(one, a, other, b))
    return found


def figures(text: str, language: Language) -> list[Figure]:
    """Return the exact figures of a text with the nouns that they count; years and dates are none."""
    found = list(words(text))
    listed: list[Figure] = []
    for index, word in enumerate(found[:-1]):
        value, width = _value(text, found, index, language)
        if value is None or index + width >= len(found):
            continue
        noun = found[index + width]
        before = {w.folded for w in found[max(0, index - 3) : index]}
        if _YEAR.fullmatch(word.text) or is_date_word(noun.folded) or before & _ROUGHLY:
            continue
        if (
            noun.folded in _ORDINAL
            or noun.folded in function_words(language)
            or noun.folded.isdigit()
            or word.text in {"un", "une", "one"}
        ):
            continue
        listed.append(Figure(value, stem(noun.folded, language), word.start, noun.end))
    return listed


def _value(text: str, found: Sequence[Word], index: int, language: Language) -> tuple[float | None, int]:
    """Return the whole number that begins at a word and how many words it has; no part of a decimal."""
    word = found[index]
    if word.folded.isdigit():
        grouped = _WHOLE.match(text, word.start)
        if grouped is None or _PART.search(text[: word.start]):
            return None, 0
        width = sum(1 for w in found[index:] if w.start < grouped.end())
        return float(re.sub(r"\D", "", grouped.group())), width
    for width in (3, 2, 1):
        spoken = " ".join(w.folded for w in found[index : index + width])
        if spoken in _numbers(language):
            return float(_numbers(language)[spoken]), width
    return None, 0


def _differing(first: Sequence[Figure], second: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for a in first:
        for b in second:
            once = (
                [f.counted for f in first].count(a.counted)
                == [f.counted for f in second].count(a.counted)
                == 1
            )
            if once and a.counted == b.counted and a.value != b.value:
                yield a, b


def _same_thing(one: Unit, other: Unit) -> bool:
    mine, theirs = _content(one), _content(other)
    if not mine or not theirs or _dates(one) != _dates(other):
        return False
    return len(mine & theirs) / len(mine | theirs) >= _SAME and _one_time(one, other)


def _one_time(one: Unit, other: Unit) -> bool:
    """Say whether both articles are of one time, as far as is known: later figures do not contradict earlier.

    Days of one story lie at most three days apart; a date that is not known to the day is compared as far
    as it is known.
    """
    first, second = one.article.published or "", other.article.published or ""
    try:
        return abs((date.fromisoformat(first) - date.fromisoformat(second)).days) <= _DAYS
    except ValueError:
        known = min(len(first), len(second))
        return first[:known] == second[:known]


def _content(unit: Unit) -> set[str]:
    language = unit.article.language
    return {
        stem(word.folded, language)
        for word in words(unit.text)
        if not word.folded.isdigit()
        and word.folded not in function_words(language)
        and word.folded not in _numbers(language)
    }


def _dates(unit: Unit) -> set[str]:
    return {w.folded for w in words(unit.text) if is_date_word(w.folded) or _YEAR.fullmatch(w.text)}


@cache
def _numbers(language: Language) -> dict[str, int]:
    return {" ".join(w.folded for w in words(fold(spelled(n, language)))): n for n in range(2, 100)}
