"""Whether a text is French or English."""

from __future__ import annotations

import re
from functools import cache

from porteparole.language import LANGUAGES, Language, other_language
from porteparole.text.lexicon import function_words, is_word
from porteparole.text.terms import words

_ACCENTS = re.compile(r"[éèêëàâçùûîïôœ]", re.IGNORECASE)
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu)['’][^\W\d]", re.IGNORECASE)
_CONTRACTION = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))\b", re.IGNORECASE)
_ENOUGH = 4_000


def detect(text: str) -> Language | None:
    """Return the language of ``text``, or None where it does not tell (names alone, a figure, nothing).

    Function words, elisions, contractions and accents vote; where they tie, the words that only one
    of the two dictionaries has. At most the first 4,000 characters are read.
    """
    text = text[:_ENOUGH]
    found = [word.folded for word in words(text)]
    french, english = (float(sum(map(_telling(language).__contains__, found))) for language in LANGUAGES)
    french += len(_ELISION.findall(text)) + 0.5 * len(_ACCENTS.findall(text))
    english += len(_CONTRACTION.findall(text))
    if french == english:
        found = [word for word in found if not any(c.isdigit() for c in word)]
        french, english = (sum(is_word(word, language) for word in found) for language in LANGUAGES)
    if french == english:
        return None
    return "fr" if french > english else "en"


@cache
def _telling(language: Language) -> frozenset[str]:
    # Words of both lists (a, on, or) tell nothing.
    return function_words(language) - function_words(other_language(language))
