"""The figures of a text with their values, however they are written: *58*, *cinquante-huit*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from porteparole.answering.support.ordinals import ordinal
from porteparole.language import Language
from porteparole.text.figures import spelled
from porteparole.text.terms import fold

_DIGITS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]{1,2}\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*")
# 18h05, 18 h, 6:30 p.m., 9 a.m.
_CLOCK = re.compile(
    r"(\d{1,2})(?:[\s\u00a0\u202f]?h(?:[\s\u00a0\u202f]?([0-5]\d)(?!\d))?(?!\w)|:([0-5]\d)(?![\d:]))",
    re.IGNORECASE,
)
_TWELVE_HOURS = re.compile(r"(\d{1,2})(?:[.:]([0-5]\d))?[\s\u00a0]?([ap])\.?\s?m\b\.?", re.IGNORECASE)
# $23bn, £800m, 400m euros; 400m alone are metres.
_SHORT_SCALE = re.compile(
    r"[\s\u00a0\u202f]?(bn|tn|mds?|m|k)\b(?=(\s?(?:€|euros?|dollars?|pounds?))?)", re.IGNORECASE
)
_SHORT_SCALES = {"bn": 1e9, "tn": 1e12, "md": 1e9, "mds": 1e9, "m": 1e6, "k": 1e3}
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
    "quart": 0.25,
    "quarter": 0.25,
    "dizaine": 10.0,
    "douzaine": 12.0,
    "dozen": 12.0,
    "quinzaine": 15.0,
    "vingtaine": 20.0,
    "trentaine": 30.0,
    "cinquantaine": 50.0,
    "quarantaine": 40.0,
    "soixantaine": 60.0,
    "centaine": 100.0,
    "hundred": 100.0,
    "dizaines": 10.0,
    "tens": 10.0,
    "dozens": 10.0,
    "centaines": 100.0,
    "hundreds": 100.0,
    "milliers": 1e3,
    "millier": 1e3,
    "thousand": 1e3,
    "thousands": 1e3,
    "million": 1e6,
    "millions": 1e6,
    "milliard": 1e9,
    "milliards": 1e9,
    "billion": 1e9,
    "billions": 1e9,
    "double": 2.0,
    "twice": 2.0,
    "triple": 3.0,
}
YEARS = range(1900, 2101)
_NO_FIGURES = {"un", "une", "one"}
# *Half a million* is no half, nor are tens of thousands ten; « toutes deux » counts what is named beside it.
_PART_OF_MANY = re.compile(
    r" (?:(?:a|an|of a|d’un|d'un) (million|milliard|billion|thousand)|"
    r"(?:of |de |d[’'])(millions|milliards|billions|milliers|thousands))\b",
    re.IGNORECASE,
)
_OF_TIME_OR_PLAY = re.compile(r"[\s-]+(?:de[\s-](?:finale|siècle|si)|finals?\b|d['’]heure)", re.IGNORECASE)
_ONE_OF_THEM = re.compile(r"\b(?:a|one|un|une|le|d['’]un|du) ?-?$", re.IGNORECASE)
# *Half-marathon*, *half-brother*, but *half-million*.
_HALF_OF_A_WORD = re.compile(
    r"-(?!(?:hour|dozen|million|billion|century|year|share)\b)[^\W\d_]", re.IGNORECASE
)
_PARTED = re.compile(r"[\s-](tiers|quarts|thirds|quarters)\b", re.IGNORECASE)
_ORDER_BEFORE = re.compile(r"\b(?:first|second|other|première?|seconde?|deuxième|autre)\s$", re.IGNORECASE)
_OUT_OF = re.compile(r"^\s(?:in|out of|sur)\s$")
_FRENCH_OUT_OF = re.compile(r"^\s[^\W\d_’']+(?:\s«?\s?[^\W\d_]+\s?»?)?\ssur\s$")
_ONE_OF = re.compile(r"\b(?:un|une|one)\b", re.IGNORECASE)
_A_THIRD = re.compile(r".{0,4}?\b(?:one[\s-]third\b|a third of\b|(?<=by )a third\b)", re.IGNORECASE)
# Who is no party to something is no share and no third one: « les tiers », *third parties*.
_NO_SHARE = re.compile(
    r"(?:third[\s-]part(?:y|ies)|tiers(?![\s-](?:des?|du|la|les)\b|\s(?:d|l)[’']))\b", re.IGNORECASE
)
_SOME_OF_THEM = re.compile(r"\b(?:les|des|aux|ces|de|d[’']autres) $", re.IGNORECASE)
_MOST_OUT_OF = 10.0
_BOTH = re.compile(r"\b(?:tous|toutes) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text.

    Attributes:
        value: of it; a share of a hundred is the number before the sign.
        percent: whether it is one.
        start: offset of its first character.
        end: offset after its last (the sign of a share included).
        noun: the span of what is counted amid it (*un Turc sur trois*); empty where nothing is.
    """

    value: float
    percent: bool
    start: int
    end: int
    noun: tuple[int, int] = (0, 0)

    def covers(self, position: int) -> bool:
        """Say whether a character belongs to it."""
        return self.start <= position < self.end and not self.noun[0] <= position < self.noun[1]

    def same(self, other: Figure) -> bool:
        """Say whether two figures mean the same quantity; half of something is 50 % of it."""
        mine, theirs = self.value, other.value
        if self.percent != other.percent and min(mine, theirs) < 1.0:
            mine, theirs = (v if f.percent else v * 100.0 for v, f in ((mine, self), (theirs, other)))
        elif self.percent != other.percent:
            return False
        return abs(mine - theirs) <= 1e-6 * max(abs(mine), abs(theirs), 1.0)


def figures(text: str, language: Language) -> list[Figure]:
    """Return the figures of ``text`` in order; *un* and *one* alone are articles, not figures.

    What is the third counts as three; a time of the day is its hours, the minutes a part of one.
    """
    found: list[Figure] = []
    at = 0
    while at < len(text):
        digits = _DIGITS.match(text, at) if text[at].isdigit() and not text[at - 1 : at].isalnum() else None
        clock = _clock(text, at) if digits else None
        if clock:
            value, end = clock
        elif digits:
            value, end = _digits(digits.group(), language), digits.end()
            value, end = _scaled(text, value, end, language)
        else:
            word = _WORD.match(text, at) if not text[at - 1 : at].isalnum() else None
            read = _in_words(text, at, language) if word else None
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
    return _shares(text, found)


def _shares(text: str, found: list[Figure]) -> list[Figure]:
    """Return figures with *neuf sur dix* and *one in five* as the share that they are."""
    joined: list[Figure] = []
    for figure in found:
        before = joined[-1] if joined else None
        if before and _is_out_of(text, before.end, figure) and before.value < figure.value:
            joined[-1] = _share(text, 100.0 * before.value / figure.value, before.start, before.end, figure)
            continue
        ones = _ONE_OF.finditer(text, 0, figure.start)
        one = next((m for m in ones if _is_out_of(text, m.end(), figure)), None)
        if one:
            figure = _share(text, 100.0 / figure.value, one.start(), one.end(), figure)
        joined.append(figure)
    return joined


def _share(text: str, value: float, start: int, end: int, whole: Figure) -> Figure:
    """Return a share whose first number ends at ``end``, before it is told out of how many."""
    noun = text[end : whole.start].strip().rpartition(" ")[0]
    at = text.find(noun, end) if noun and noun != "out" else 0
    return Figure(value, True, start, whole.end, (at, at + len(noun)) if at else (0, 0))


def _is_out_of(text: str, end: int, figure: Figure) -> bool:
    """Say whether what ends at ``end`` is told *out of* a small figure.

    « Un accord sur trois points » is no share.
    """
    between = text[end : figure.start]
    if figure.percent or not 2.0 <= figure.value <= _MOST_OUT_OF:
        return False
    following = re.match(r"\s([^\W\d_]+)", text[figure.end :])
    plural = following is not None and following.group(1)[-1] in "sx"
    if _OUT_OF.match(between):
        return not (plural and "sur" in between)
    return bool(_FRENCH_OUT_OF.match(between)) and not plural


def _clock(text: str, at: int) -> tuple[float, int] | None:
    """Read a time of the day that begins at ``at``; None where none does."""
    if match := _TWELVE_HOURS.match(text, at):
        hours = float(match.group(1)) % 12 + (12.0 if match.group(3).lower() == "p" else 0.0)
        return hours + float(match.group(2) or 0) / 60.0, match.end()
    if match := _CLOCK.match(text, at):
        return float(match.group(1)) + float(match.group(2) or match.group(3) or 0) / 60.0, match.end()
    return None


def _in_words(text: str, at: int, language: Language) -> tuple[float, int] | None:
    """Read a number, a part of one or an ordinal in words that begins at ``at``; None where none does."""
    word = _WORD.match(text, at)
    folded = fold(word.group()) if word else ""
    if folded == "third" and word and _A_THIRD.match(text, max(0, at - 4)):
        return 1 / 3, word.end()
    if (
        word
        and (folded in {"quart", "quarter"})
        and (not _ONE_OF_THEM.search(text, 0, at) or _OF_TIME_OR_PLAY.match(text, word.end()))
    ):
        return None
    if word and _NO_SHARE.match(text, at) and (folded == "third" or _SOME_OF_THEM.search(text, 0, at)):
        return None
    if word and folded == "half" and _HALF_OF_A_WORD.match(text, word.end()):
        return None
    if word and folded == "half" and _ORDER_BEFORE.search(text, 0, at):
        return None
    read = _spelled_out(text, at, language)
    if read and (parts := _PARTED.match(text, read[1])):
        return read[0] / (3.0 if fold(parts.group(1)) in {"tiers", "thirds"} else 4.0), parts.end()
    order = ordinal(text, at, language)
    return order if order and (read is None or order[1] > read[1]) else read


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
    if short := _SHORT_SCALE.match(text, end):
        start = re.search(r"[\d.,'’\s\u00a0\u202f]*$", text[:end])
        paid = short.group(2) or (start and text[: start.start()].endswith(("£", "$", "€")))
        if paid or short.group(1).lower() in {"bn", "tn"}:
            return value * _SHORT_SCALES[short.group(1).lower()], short.end(1)
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
        elif scale and (read or folded == "mille"):
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
                scale = fold(many.group(1) or many.group(2))
                return _PARTS[folded] * (_scale(scale, language) or _PARTS[scale]), many.end()
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
