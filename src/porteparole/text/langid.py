"""Whether a text is French or English."""

from __future__ import annotations

import re

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
    found = [word.folded for word in words(text) if not any(c.isdigit() for c in word.folded)]
    french, english = (_only_in(language, found) for language in LANGUAGES)
    french += len(_ELISION.findall(text)) + 0.5 * len(_ACCENTS.findall(text))
    english += len(_CONTRACTION.findall(text))
    if french == english:
        french, english = (sum(is_word(word, language) for word in found) for language in LANGUAGES)
    if french == english:
        return None
    return "fr" if french > english else "en"


def _only_in(language: Language, found: list[str]) -> float:
    # Words of both lists (a, on, or) tell nothing.
    telling = function_words(language) - function_words(other_language(language))
    return float(sum(word in telling for word in found))
