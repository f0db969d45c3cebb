"""The figures of a text with their values, however they are written: *58*, *cinquante-huit*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from porteparole.language import Language
from porteparole.text.figures import spelled
from porteparole.text.terms import fold

_DIGITS = re.compile(r"\d+(?:[ \u00a0\u202f.,'’]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[\s\u00a0\u202f-]{1,2}(?:(?:et|and)[\s-])?")
_PERCENT = re.compile(r"[\s\u00a0\u202f]*(?:%|pour[\s-]cent|pourcents?|per[\s-]cent|percent)", re.IGNORECASE)
_SCALES = {
    "cent": 100.0,
    "cents": 100.0,
    "hundred": 100.0,
    "mille": 1e3,
    "thousand": 1e3,
    "million": 1e6,
    "millions": 1e6,
    "milliard": 1e9,
    "milliards": 1e9,
    "billion": 1e9,
    "trillion": 1e12,
    "trillions": 1e12,
    "billions": 1e9,
}
# French *billion* is a million of millions.
_FRENCH_SCALES = {"billion": 1e12, "billions": 1e12, "trillion": 1e18, "trillions": 1e18}
_PARTS = {
    "moitie": 0.5,
    "half": 0.5,
    "tiers": 1 / 3,
    "third": 1 / 3,
    "quart": 0.25,
    "quarter": 0.25,
    "dizaine": 10.0,
    "douzaine": 12.0,
    "dozen": 12.0,
    "quinzaine": 15.0,
    "vingtaine": 20.0,
    "trentaine": 30.0,
    "cinquantaine": 50.0,
    "centaine": 100.0,
    "dizaines": 10.0,
    "dozens": 12.0,
    "centaines": 100.0,
    "hundreds": 100.0,
    "milliers": 1e3,
    "millier": 1e3,
    "thousands": 1e3,
    "double": 2.0,
    "triple": 3.0,
}
_NO_FIGURES = {"un", "une", "one"}
# *Half a million* is no half; « toutes deux » counts what is named beside it.
_PART_OF_MANY = re.compile(r" (?:a|an|of a|d’un|d'un) (million|milliard|billion|thousand)\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:tous|toutes) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text.

    Attributes:
        value: of it; a share of a hundred is the number before the sign.
        percent: whether it is one.
        start: offset of its first character.
        end: offset after its last (the sign of a share included).
    """

    value: float
    percent: bool
    start: int
    end: int

    def same(self, other: Figure) -> bool:
        """Say whether two figures mean the same quantity."""
        close = abs(self.value - other.value) <= 1e-6 * max(abs(self.value), abs(other.value), 1.0)
        return close and self.percent == other.percent


def figures(text: str, language: Language) -> list[Figure]:
    """Return the figures of ``text`` in order; *un* and *one* alone are articles, not figures."""
    found: list[Figure] = []
    at = 0
    while at < len(text):
        digits = _DIGITS.match(text, at) if text[at].isdigit() and not text[at - 1 : at].isdigit() else None
        if digits:
            value, end = _digits(digits.group(), language), digits.end()
            value, end = _scaled(text, value, end, language)
        else:
            word = _WORD.match(text, at) if not text[at - 1 : at].isalnum() else None
            read = _spelled_out(text, at, language) if word else None
            if read is None:
                at = word.end() if word else at + 1
                continue
            value, end = read
            if value == 2.0 and language == "fr" and _BOTH.search(text, 0, at):
                at = end
                continue
        percent = _PERCENT.match(text, end)
        if percent:
            end = percent.end()
        found.append(Figure(value, percent is not None, at, end))
        at = end
    return found


def _digits(written: str, language: Language) -> float:
    plain = re.sub(r"[ \u00a0\u202f'’]", "", written)
    mark = "," if language == "en" else "."
    groups = plain.split(mark)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        plain = "".join(groups)
    plain = plain.replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        # A date or a version (12.03.2025): told by all its digits.
        return float(re.sub(r"\D", "", plain))


def _scaled(text: str, value: float, end: int, language: Language) -> tuple[float, int]:
    while True:
        gap = _GAP.match(text, end)
        word = _WORD.match(text, gap.end()) if gap else None
        scale = _scale(fold(word.group()), language) if word else None
        if not word or not scale or scale == 100.0:
            return value, end
        value, end = value * scale, word.end()


def _scale(folded: str, language: Language) -> float | None:
    return (_FRENCH_SCALES.get(folded) if language == "fr" else None) or _SCALES.get(folded)


def _spelled_out(text: str, at: int, language: Language) -> tuple[float, int] | None:
    """Read a number in words that begins at ``at``; None where none does."""
    total = part = 0.0
    end, read = at, list[str]()
    position = at
    while word := _WORD.match(text, position):
        small = _small(text, position, language)
        folded = fold(word.group())
        scale = _scale(folded, language)
        if small is not None:
            value, after = small
            if read and part % 100 and value >= part % 100:
                break
            part += value
            read.append(text[position:after])
        elif scale and (read or folded not in {"cent", "cents", "million", "billion"}):
            if not read and folded not in {"mille"}:
                break
            if scale == 100.0:
                part = (part or 1.0) * 100.0
            else:
                total += (part or 1.0) * scale
                part = 0.0
            read.append(folded)
            after = word.end()
        elif not read and folded == "cent" and language == "fr":
            part, after = 100.0, word.end()
            read.append(folded)
        elif not read and folded in _PARTS:
            if many := _PART_OF_MANY.match(text, word.end()):
                return _PARTS[folded] * (_scale(fold(many.group(1)), language) or 1.0), many.end()
            return _PARTS[folded], word.end()
        else:
            break
        end = after
        gap = _GAP.match(text, after)
        if not gap:
            break
        position = gap.end()
    if not read or (len(read) == 1 and fold(read[0]) in _NO_FIGURES):
        return None
    return total + part, end


def _small(text: str, at: int, language: Language) -> tuple[float, int] | None:
    """Read a number below a hundred in words, the longest that begins at ``at``."""
    forms, pattern = _spellings(language)
    match = pattern.match(fold_same_length(text), at)
    return (forms[re.sub(r"[\s\u00a0-]+", " ", match.group())], match.end()) if match else None


@lru_cache(maxsize=256)
def fold_same_length(text: str) -> str:
    """Return ``text`` in small letters without accents, each character in its place."""
    return "".join(folded if len(folded := fold(c)) == 1 else c for c in text)


@cache
def _spellings(language: Language) -> tuple[dict[str, float], re.Pattern[str]]:
    forms: dict[str, float] = {"une": 1.0, "quatre vingts": 80.0} if language == "fr" else {}
    for number in range(1, 100):
        forms.setdefault(fold(spelled(number, language)).replace("-", " "), float(number))
    longest = sorted(forms, key=len, reverse=True)
    listed = "|".join(form.replace(" ", r"[\s\u00a0-]+") for form in longest)
    return forms, re.compile(rf"(?:{listed})(?!\w)")
