"""In which language a question is answered."""

from __future__ import annotations

import importlib
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol

from porteparole.answering.answer import Turn
from porteparole.answering.shorthand import language_of, spell_out
from porteparole.language import LANGUAGES, Language
from porteparole.text.lexicon import is_word
from porteparole.text.terms import words

# A question of whose words so many are French, or English, is.
_MOSTLY = 0.7
# How certain the identification of another language has to be.
_CERTAIN = 0.8


def decide(
    question: str, history: Sequence[Turn], reader_language: Language | None, fallback: Language
) -> Language:
    """Return the question's language, else the conversation's, else the reader's, else ``fallback``.

    The articles have no say: an English question on a French article is answered in English.
    """
    for text in (question, *(turn.content for turn in reversed(history) if turn.role == "user")):
        if language := language_of(text):
            return language
    return reader_language or fallback


def foreign_language(question: str) -> str | None:
    """Return the code (ISO 639-1) of the language of a question in neither of the two that are spoken here.

    A question whose words the dictionaries know, or of which nothing is certain (names, slips), has none.
    """
    found = [word.folded for word in words(spell_out(question, "fr")) if word.folded.isalpha()]
    known = max((sum(is_word(word, language) for word in found) for language in LANGUAGES), default=0)
    if not found or known >= _MOSTLY * len(found):
        return None
    language, chance = _identifier().classify(question)
    return language if language not in LANGUAGES and chance >= _CERTAIN else None


def is_in_another_script(question: str) -> bool:
    """Say whether most letters of a question are not Latin: none of its words can be looked for."""
    letters = [c for c in question if c.isalpha()]
    return sum(map(_is_latin, letters)) * 2 < len(letters)


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@cache
def _identifier() -> _Identifier:
    # Its types are unknown to pyright.
    langid: Any = importlib.import_module("py3langid.langid")
    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


def _is_latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith("LATIN")
