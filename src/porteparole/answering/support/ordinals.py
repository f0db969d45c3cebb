"""Ordinals in words (*troisième*, *twenty-first*, *XXe*), with what they count to."""

from __future__ import annotations

import re
from functools import cache

from porteparole.language import Language
from porteparole.text.figures import spelled
from porteparole.text.terms import fold

_ROMAN = re.compile(r"([IVX]{1,5})\s?(?:e|ème|er|th|st|nd|rd)(?!\w)")
_HYPHENED = re.compile(r"[^\W\d_]+(?: et unième\b|-[^\W\d_]+)*", re.IGNORECASE)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ENGLISH = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth"} | {
    "nine": "ninth",
    "twelve": "twelfth",
}
# A second of time is no second one; what is first is a superlative (``markers.toml``), no figure.
_SECONDS = re.compile(r"(?:\d|\b(?:une|deux|trois|dix|per|a|one|every|par|de))[\s-]$", re.IGNORECASE)
# « une seconde fois », *a second trial*: what follows is counted.
_COUNTS = re.compile(
    r"\s(?!(?:later|ago|of|per|from|before|after|or|and|to|more|less|than|plus|de|avant|après|ou|et|par|pour)\b)"
    r"[^\W\d_]",
    re.IGNORECASE,
)
_A = re.compile(r"\b(?:a|une)\s$", re.IGNORECASE)


def ordinal(text: str, at: int, language: Language) -> tuple[float, int] | None:
    """Return the value of an ordinal in words that begins at ``at`` and its end, None where none does."""
    if roman := _ROMAN.match(text, at):
        values = [_ROMAN_VALUES[letter] for letter in roman.group(1)]
        following = [*values[1:], 0]
        return float(sum(v if v >= n else -v for v, n in zip(values, following, strict=True))), roman.end()
    match = _HYPHENED.match(text, at)
    value = _forms(language).get(fold(match.group()).replace(" ", "-")) if match else None
    if not match or value is None or (value == 2.0 and _is_time(text, at, match, language)):
        return None
    return value, match.end()


def _is_time(text: str, at: int, match: re.Match[str], language: Language) -> bool:
    """Say whether *second* is a length of time; « second » in French never is."""
    if language == "fr" and not fold(match.group()).startswith("seconde"):
        return False
    if _A.search(text, 0, at) and _COUNTS.match(text, match.end()):
        return False
    return bool(_SECONDS.search(text, 0, at))


@cache
def _forms(language: Language) -> dict[str, float]:
    forms = {"second": 2.0} if language == "en" else {"second": 2.0, "seconde": 2.0, "seconds": 2.0}
    for number in range(2, 100):
        word = fold(spelled(number, language)).replace(" ", "-")
        form = _french(word) if language == "fr" else _english(word)
        forms[form] = float(number)
        if language == "fr":
            forms[f"{form}s"] = float(number)
    return forms


def _french(word: str) -> str:
    first, dash, last = word.rpartition("-")
    bare = {"cinq": "cinqu", "neuf": "neuv", "vingts": "vingt"}.get(last, last.removesuffix("e"))
    return f"{first}{dash}{bare}ieme"


def _english(word: str) -> str:
    first, dash, last = word.rpartition("-")
    plain = f"{last.removesuffix('y')}ieth" if last.endswith("y") else f"{last}th"
    return f"{first}{dash}{_ENGLISH.get(last, plain)}"
