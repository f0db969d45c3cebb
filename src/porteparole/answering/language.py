"""In which language a question is answered."""

from __future__ import annotations

from collections.abc import Sequence

from porteparole.answering.answer import Turn
from porteparole.answering.shorthand import language_of
from porteparole.language import Language


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
