"""How the numbers below a hundred are spelled in French and in English."""

from __future__ import annotations

from porteparole.language import Language

_FRENCH = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf"
).split()
_FRENCH_TENS = {
    20: "vingt",
    30: "trente",
    40: "quarante",
    50: "cinquante",
    60: "soixante",
    80: "quatre-vingt",
}
_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int, language: Language) -> str:
    """Return a number from 0 to 99 in words: *cinquante-huit*, *soixante et onze*, *fifty-eight*.

    Raises:
        ValueError: the number is not one of these.
    """
    if not 0 <= number < 100:
        raise ValueError(f"{number} is not from 0 to 99")
    return _french(number) if language == "fr" else _english(number)


def _french(number: int) -> str:
    if number < 20:
        return _FRENCH[number]
    # 70 to 79 are counted on from 60, 90 to 99 from 80.
    ten = max(t for t in _FRENCH_TENS if t <= number)
    rest = number - ten
    if rest == 0:
        return _FRENCH_TENS[ten] + ("s" if ten == 80 else "")
    link = " et " if rest in (1, 11) and ten != 80 else "-"
    return f"{_FRENCH_TENS[ten]}{link}{_FRENCH[rest]}"


def _english(number: int) -> str:
    if number < 20:
        return _ENGLISH[number]
    ten, rest = divmod(number, 10)
    return _ENGLISH_TENS[ten - 2] + (f"-{_ENGLISH[rest]}" if rest else "")
