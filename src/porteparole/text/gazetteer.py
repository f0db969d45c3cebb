"""Names of the world that differ between French and English: countries and peoples, days, months, figures.

Names of territories, days and months come from Unicode's CLDR (by the library Babel); capitals, demonyms,
acronyms and what else is named otherwise in the two languages are world knowledge in ``data/``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from porteparole.language import LANGUAGES, Language
from porteparole.text.figures import spelled
from porteparole.text.terms import Word, fold, words

_LONGEST_NAME = 8
_SHORTEST_TERRITORY = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A stretch of words that names something known.

    Attributes:
        codes: what it may name; equal codes mean the same thing in whichever language and wording. Two-letter
            codes, acronyms and names are of things that have a name of their own.
        first: index of its first word.
        after: index after its last word.
    """

    codes: frozenset[str]
    first: int
    after: int


def known(found: Sequence[Word]) -> Iterator[Known]:
    """Yield the names of the world among the words of a text, the longest first at each place.

    Short acronyms that are also common words (*US*, *AI*, *WHO*) count only in capitals, other names that are
    only with one.
    """
    names = _names()
    at = 0
    while at < len(found):
        for after in range(min(len(found), at + _LONGEST_NAME), at, -1):
            key = tuple(word.folded for word in found[at:after])
            codes = names.get(key)
            if codes and _is_written_as_name(key, found[at].text):
                yield Known(codes, at, after)
                at = after
                break
        else:
            at += 1


def _is_written_as_name(key: tuple[str, ...], written: str) -> bool:
    if key in _only_in_capitals():
        return written.isupper()
    return key not in _only_capitalised() or not written.islower()


def is_date_word(folded: str) -> bool:
    """Say whether a folded word is the name of a day of the week or of a month."""
    return folded in _date_words()


def is_number_word(folded: str) -> bool:
    """Say whether a folded word is one that numbers from 2 to 99 are written with."""
    return folded in _number_words()


@cache
def _names() -> dict[tuple[str, ...], frozenset[str]]:
    codes: dict[tuple[str, ...], set[str]] = {}

    def add(name: str, code: str) -> None:
        key = tuple(word.folded for word in words(name))
        if key:
            codes.setdefault(key, set()).add(code)

    for code, name in _from_cldr():
        add(name, code)
    for line in _lines("places.txt"):
        code, *columns = line.split("|")
        for name in (name for column in columns for name in column.split(";") if name):
            add(name, code)
            # CLDR and the list give singulars; peoples come in the plural as well.
            add(f"{name}s", code)
    for line in _lines("acronyms.txt"):
        listed = line.split("|")
        # What is small where it is written out is a common noun.
        is_name = all(name.isupper() or not name.islower() for name in listed)
        for name in listed:
            code = f"{'acronym' if is_name else 'term'} {listed[0]}"
            add(name, code)
            if name.isupper():
                add(f"{name}s", code)
    for french, english in _exonyms():
        for name in (*french, *english):
            for kind in ("exonym", "name") if name[0].isupper() else ("exonym",):
                add(name, f"{kind} {french[0]}")
                add(f"{name}s", f"{kind} {french[0]}")
    for language in LANGUAGES:
        for number, name in enumerate(_spelled(language)):
            if number > 1:
                add(name, f"figure {number}")
                add(str(number), f"figure {number}")
    return {key: frozenset(found) for key, found in codes.items()}


def _from_cldr() -> Iterator[tuple[str, str]]:
    from babel import Locale

    for language in LANGUAGES:
        for code, name in cast("dict[str, str]", dict(Locale(language).territories)).items():
            # Continents and groups have figures for codes.
            if not code.isdigit() and len(name) > _SHORTEST_TERRITORY:
                yield code, name
        for kind, names in _calendar(language).items():
            for number, name in names.items():
                yield f"{kind} {number}", name


@cache
def _calendar(language: Language) -> dict[str, dict[int, str]]:
    from babel import Locale

    locale = Locale(language)
    return {"day": dict(locale.days["format"]["wide"]), "month": dict(locale.months["format"]["wide"])}


@cache
def _date_words() -> frozenset[str]:
    return frozenset(
        fold(name)
        for language in LANGUAGES
        for names in _calendar(language).values()
        for name in names.values()
    )


@cache
def _number_words() -> frozenset[str]:
    listed = [word for language in LANGUAGES for name in _spelled(language)[2:] for word in name.split()]
    return frozenset(listed) - {"un", "une", "one", "et", "and"}


@cache
def _only_in_capitals() -> frozenset[tuple[str, ...]]:
    from porteparole.text.lexicon import all_function_words

    idle = all_function_words()
    return frozenset((word,) for word in idle)


# « La réunion », a meeting far oftener than the island.
_COMMON_NOUNS = frozenset({("reunion",), ("la", "reunion"), ("hexagone",)})


@cache
def _only_capitalised() -> frozenset[tuple[str, ...]]:
    """Return the names that are words of the other language (*Bâle*, *bale*), or common ones of their own."""
    from porteparole.text.lexicon import is_word

    french, english = (
        {fold(name) for both in _exonyms() for name in both[column] if name[0].isupper() and name.isalpha()}
        for column in (0, 1)
    )
    mistaken = {name for name in french - english if is_word(name, "en")}
    mistaken |= {name for name in english - french if is_word(name, "fr")}
    return frozenset((name,) for name in mistaken) | _COMMON_NOUNS


def _exonyms() -> Iterator[tuple[list[str], list[str]]]:
    """Yield the French and the English names of one thing each."""
    for line in _lines("exonyms.txt"):
        french, english = line.split("|")
        yield french.split(";"), english.split(";")


@cache
def _spelled(language: Language) -> tuple[str, ...]:
    return tuple(" ".join(word.folded for word in words(spelled(number, language))) for number in range(100))


def _lines(name: str) -> Iterator[str]:
    text = files("porteparole.text").joinpath("data", name).read_text("utf-8")
    yield from (line for line in text.splitlines() if line and not line.startswith("#"))
