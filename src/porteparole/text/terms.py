"""Text to the terms that the lexical index and the questions share."""

from __future__ import annotations

import importlib
import re
import sys
import threading
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import util
from types import ModuleType
from typing import Any, NamedTuple, Protocol, cast

from porteparole.language import Language

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
# French words that lose their vowel before an apostrophe; what follows is the word that is asked for.
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ](?=.)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’ʼ]s?$", re.IGNORECASE)
_LONGEST_WORD = 60


class Word(NamedTuple):
    """A word of a text: as written, folded (lower case, no accents), and where it stands."""

    text: str
    folded: str
    start: int
    end: int


def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents, with ligatures opened (``Œuvre`` → ``oeuvre``)."""
    if text.isascii():
        return text.lower()
    opened = text.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'").replace("ʼ", "'")
    decomposed = unicodedata.normalize("NFKD", opened)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words(text: str) -> Iterator[Word]:
    """Yield the words of ``text``: without elisions (*l’*, *qu’*) and possessives (*’s*); hyphens split."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        raw = match.group()
        # Else it has an apostrophe.
        if not raw.isalnum():
            while elided := _ELIDED.match(raw):
                start += elided.end()
                raw = raw[elided.end() :]
            if possessive := _POSSESSIVE.search(raw):
                end -= len(possessive.group())
                raw = raw[: possessive.start()]
        if raw and len(raw) <= _LONGEST_WORD:
            yield Word(raw, raw.lower() if raw.isascii() else _folded_word(raw), start, end)


_folded_word = lru_cache(maxsize=20_000)(fold)


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802


_local = threading.local()


@cache
def _snowball() -> str:
    """Return the name under which the modules of snowballstemmer can be imported one by one.

    Under its own, the stemmers of 34 other languages come with them: a tenth of a second at each start.
    """
    spec = util.find_spec("snowballstemmer")
    assert spec
    package = ModuleType("_snowball_of_porteparole")
    package.__path__ = list(spec.submodule_search_locations or ())
    return sys.modules.setdefault(package.__name__, package).__name__


def _stemmer(language: Language) -> _Stemmer:
    # A Snowball stemmer keeps the word it works on as its state: one for each thread.
    name = {"fr": "french", "en": "english"}[language]
    stemmer: _Stemmer | None = getattr(_local, name, None)
    if stemmer is None:
        module: Any = importlib.import_module(f"{_snowball()}.{name}_stemmer")
        stemmer = cast(_Stemmer, getattr(module, f"{name.capitalize()}Stemmer")())
        setattr(_local, name, stemmer)
    return stemmer


@lru_cache(maxsize=200_000)
def stem(folded: str, language: Language) -> str:
    """Return the Snowball stem of a folded word.

    Both sides are folded before they are stemmed, so that an unaccented question meets an accented text. The
    French stemmer tells endings by their accents; without them it leaves an *e* on some (*declarees*).
    """
    found = _stemmer(language).stemWord(folded)
    return (found.rstrip("e") or found) if language == "fr" else found


def stems(text: str, language: Language) -> list[str]:
    """Return the stems of the words of ``text``, in order, repetitions kept."""
    return [stem(word.folded, language) for word in words(text)]
