"""The closed word classes, nouns and places that the reading leans on, from the data files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import cast

from porteparole.language import Language
from porteparole.text.folding import search_key

# The same few thousand words come again and again.
key_of = lru_cache(maxsize=50_000)(search_key)

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Words:
    """Word classes of one language; every word in lower case with a straight apostrophe."""

    determiners: frozenset[str]
    possessives: frozenset[str]
    pronouns: frozenset[str]
    after_preposition: frozenset[str]
    persons: frozenset[str]
    titles_any: frozenset[str]
    titles_m: frozenset[str]
    titles_f: frozenset[str]
    titles_plural: frozenset[str]
    people: frozenset[str]
    institutions: frozenset[str]
    institution_names: frozenset[str]
    no_speakers: frozenset[str]
    place_like_institutions: frozenset[str]
    documents: frozenset[str]
    sayings: frozenset[str]
    collective: frozenset[str]
    former: frozenset[str]
    complement_names: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    times: frozenset[str]
    adverbs: frozenset[str]
    adjuncts: frozenset[str]
    negations: frozenset[str]
    auxiliaries: frozenset[str]
    clitics: frozenset[str]
    clause_breaks: frozenset[str]
    conjunctions: frozenset[str]
    sources: frozenset[str]
    no_source: frozenset[str]
    works: frozenset[str]
    verbs_common: frozenset[str]
    reason_nouns: dict[str, frozenset[str]]

    @property
    def titles(self) -> frozenset[str]:
        """Every title (*M.*, *Mme*, *Mrs*)."""
        return self.titles_any | self.titles_m | self.titles_f | self.titles_plural


@dataclass(frozen=True)
class Places:
    """Territories by every name: their own, their capital's, their adjective's (keys of :func:`search_key`).

    Attributes:
        names: own names to code.
        capitals: capitals and seats of government to code.
        demonyms: adjectives to code.
        own: code to the name to show.
    """

    names: dict[str, str]
    capitals: dict[str, str]
    demonyms: dict[str, str]
    own: dict[str, str]

    def code(self, name: str) -> str | None:
        """Return the code of the territory called ``name``, or governed from there."""
        key = key_of(name)
        return self.names.get(key) or self.capitals.get(key)


@cache
def words(language: Language) -> Words:
    """Read the word classes of ``language`` (once a process)."""
    table = tomllib.loads((_DATA / f"words_{language}.toml").read_text(encoding="utf-8"))
    classes: dict[str, frozenset[str]] = {
        name: frozenset(text.lower().split()) for name, text in table.items() if name != "reason_nouns"
    }
    # People write « entraineur » as well as « entraîneur ».
    classes["people"] |= {word.replace("î", "i").replace("û", "u") for word in classes["people"]}
    reasons: dict[str, frozenset[str]] = {}
    for item in str(table["reason_nouns"]).split():
        noun, _, prepositions = item.partition(":")
        reasons[noun] = frozenset(prepositions.replace(":", ";").split(";")) - {""}
    return Words(**classes, reason_nouns=reasons)


@cache
def places(language: Language) -> Places:
    """Read the places of the world as ``language`` names them (once a process)."""
    from babel import Locale

    names_of = cast("dict[str, str]", Locale(language).territories)
    territories = {
        code: name
        for code, name in names_of.items()
        if len(code) == 2 and code not in {"XA", "XB", "ZZ", "QO", "EZ"}
    }
    column = 0 if language == "fr" else 1
    names = {search_key(name): code for code, name in territories.items()}
    capitals: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    listed = files("porteparole.text").joinpath("data", "places.txt").read_text(encoding="utf-8")
    for line in listed.splitlines():
        if not line or line.startswith("#"):
            continue
        code, *columns = line.split("|")
        for capital in filter(None, columns[column].split(";")):
            capitals.setdefault(search_key(capital), code)
        for adjective in filter(None, columns[2 + column].split(";")):
            demonyms.setdefault(search_key(adjective), code)
        for name in filter(None, columns[4].split(";")):
            names.setdefault(search_key(name), code)
    return Places(names, capitals, demonyms, territories)


@cache
def given_names() -> dict[str, str]:
    """Read the given names (once a process): name without accents to ``m`` or ``f``."""
    found: dict[str, str] = {}
    for line in (_DATA / "given_names.txt").read_text(encoding="utf-8").splitlines():
        gender, _, names = line.partition(": ")
        if gender in {"m", "f"}:
            for name in names.split():
                found.setdefault(search_key(name), gender)
    return found
