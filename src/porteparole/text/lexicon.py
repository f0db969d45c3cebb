"""How much a word tells: from the word frequencies of French and English, not from the corpus.

A corpus of two articles cannot say that *sommet* tells more than *dans*; the language can.
"""

from __future__ import annotations

import importlib
import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import util
from itertools import islice
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from porteparole.language import LANGUAGES, Language, other_language
from porteparole.shipped import packaged_toml
from porteparole.text.dictionary import dictionary
from porteparole.text.terms import fold

# Zipf frequency: log10 of occurrences per thousand million words (van Heuven et al. 2014).
_ZIPF_OF_ONE = 9.0
_ZIPF_OF_UNKNOWN = 2.5
_ZIPF_OF_FUNCTION_WORDS = 6.2
_MOST_INFORMATION = _ZIPF_OF_FUNCTION_WORDS - _ZIPF_OF_UNKNOWN


@dataclass(frozen=True, slots=True)
class _Frequencies:
    """The common words of a language by their folded form: Zipf frequency, and how they are written."""

    zipf: dict[str, float]
    written: dict[str, list[str]]


@cache
def _frequencies(language: Language) -> _Frequencies:
    """Read the short list of the library wordfreq, without importing it.

    Its import takes longer than the rest of a question. The file is a gzipped msgpack list: a header, then
    one list of words for each hundredth of a decade of frequency, from 1 down (``wordfreq.read_cBpack``; a
    test holds both equal).
    """
    import gzip

    # It has no type stubs.
    msgpack: Any = importlib.import_module("msgpack")
    spec = util.find_spec("wordfreq")
    assert spec and spec.submodule_search_locations
    path = Path(spec.submodule_search_locations[0]) / "data" / f"small_{language}.msgpack.gz"
    buckets: list[list[str]] = msgpack.unpackb(gzip.decompress(path.read_bytes()))[1:]
    frequencies: dict[str, float] = {}
    written: dict[str, list[str]] = {}
    for number, bucket in enumerate(buckets):
        frequency = 10 ** (-number / 100)
        for word in bucket:
            folded = fold(word)
            frequencies[folded] = frequencies.get(folded, 0.0) + frequency
            written.setdefault(folded, []).append(word)
    zipf = {word: _ZIPF_OF_ONE + math.log10(frequency) for word, frequency in frequencies.items()}
    return _Frequencies(zipf, written)


def _zipf(language: Language) -> dict[str, float]:
    return _frequencies(language).zipf


def information(folded: str, language: Language) -> float:
    """Return how much a folded word tells: 0 for function words, 1 for words rarer than 1 in 3 million."""
    if folded.isdigit():
        return 1.0
    zipf = _zipf(language).get(folded, _ZIPF_OF_UNKNOWN)
    return min(1.0, max(0.0, (_ZIPF_OF_FUNCTION_WORDS - zipf) / _MOST_INFORMATION))


@cache
def function_words(language: Language) -> frozenset[str]:
    """Return the folded function words of a language."""
    return frozenset(fold(_listed()[language]).split())


@cache
def all_function_words() -> frozenset[str]:
    """Return those of every language, for texts that may be in any."""
    return frozenset[str]().union(*map(function_words, LANGUAGES))


@cache
def _listed() -> dict[str, str]:
    return packaged_toml("porteparole.text", "data/function_words.toml")


def is_ordinary(folded: str, language: Language) -> bool:
    """Say whether a folded word is a form of a word of ``language``, or a common one of the other language.

    Frequencies tell names badly (*macron* is frequent in the press); a dictionary of lemmas tells them well,
    but an English dictionary has many a French name as a rare word.
    """
    other = other_language(language)
    return is_word(folded, language) or (
        _zipf(other).get(folded, 0.0) >= _ZIPF_OF_COMMON_WORDS and is_word(folded, other)
    )


def is_written(folded: str) -> bool:
    """Say whether people write a folded word often enough, in either language, for it to be no slip."""
    return any(_zipf(language).get(folded, 0.0) >= _ZIPF_OF_NO_SLIP for language in LANGUAGES)


def is_misspelling(folded: str) -> bool:
    """Say whether a folded word that no dictionary has is one slip away from a common word.

    Short words are near to too many others: of four letters, only slips of function words count.
    """
    if len(folded) == _SHORTEST_MISSPELT - 1 and not is_written(folded):
        return any(
            word[0] == folded[0] and len(word) >= len(folded) and OSA.distance(folded, word) == 1
            for word in all_function_words()
        )
    return any(slip_of(folded, language) for language in LANGUAGES)


@lru_cache(maxsize=20_000)
def slip_of(folded: str, language: Language) -> str | None:
    """Return the common word of a language from which a folded one is a slip away, in two letters if long.

    None where there is none, or where people write the word often (*macron*, near to *maçon*). The longer a
    word, the rarer may be the one that is meant: few names are that near to it; so may one that only has a
    letter twice (*openess*, *adresse* as *addresse*), which is the slip that people make most.
    """
    if len(folded) < _SHORTEST_MISSPELT or is_written(folded):
        return None
    common = _common(language, folded[0])
    slips = 1 if len(folded) < _LONG else 2
    found = process.extract(folded, common, scorer=OSA.distance, score_cutoff=slips, limit=None)
    zipf = _zipf(language)
    near = [
        (distance, -zipf[word], word)
        for word, distance, _ in found
        if len(folded) >= _LONG_ENOUGH
        or zipf[word] >= _ZIPF_OF_COMMON_WORDS
        or (word != folded and _DOUBLED.sub(r"\1", word) == _DOUBLED.sub(r"\1", folded))
    ]
    return usual_spelling(min(near)[2], language) if near else None


_DOUBLED = re.compile(r"(.)\1")
_SHORTEST_MISSPELT = 5
_LONG_ENOUGH = 8
_LONG = 12
_ZIPF_OF_COMMON_WORDS = 3.8
_ZIPF_OF_NO_SLIP = 3.2
_ZIPF_OF_RARE_WORDS = 3.0


@cache
def _common(language: Language, initial: str) -> tuple[str, ...]:
    return tuple(
        word
        for word, zipf in _zipf(language).items()
        if word[0] == initial and zipf >= _ZIPF_OF_RARE_WORDS and is_word(word, language)
    )


@lru_cache(maxsize=100_000)
def is_word(folded: str, language: Language) -> bool:
    """Say whether a folded word is a form that the dictionary of a language has."""
    if not folded:  # what a letter that is only an accent folds to
        return False
    if language == "fr" and (folded in _invariable() or folded.endswith("ment")):
        return True
    known = dictionary(language)
    return any(known.has(form) for form in _frequencies(language).written.get(folded, [folded]))


@cache
def common_words(language: Language, count: int) -> tuple[str, ...]:
    """Return the ``count`` commonest words of a language that tell something, the commonest first."""
    idle = function_words(language)
    zipf = _zipf(language)
    listed = sorted(zipf, key=lambda word: (-zipf[word], word))
    telling = (
        _frequencies(language).written[word][0]
        for word in listed
        if len(word) >= _SHORTEST_MISSPELT - 1 and word not in idle and is_word(word, language)
    )
    return tuple(islice(telling, count))


@cache
def _invariable() -> frozenset[str]:
    return frozenset(fold(_listed()["invariable"]).split())


def usual_spelling(word: str, language: Language) -> str:
    """Return a word with the accents that people write on it; itself where the dictionary has it as it is.

    *accuse* is a word beside *accusé*; *repond* is none, however many leave its accent out.
    """
    known = dictionary(language)
    if known.has(word.lower()):
        return word
    forms = _frequencies(language).written.get(fold(word), [])
    return next(filter(known.has, forms), forms[0] if forms else word)
