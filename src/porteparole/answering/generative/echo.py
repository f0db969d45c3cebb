"""Whether a sentence only gives a question back: true of the paragraph, and no answer."""

from __future__ import annotations

from porteparole.answering.demands import INTERROGATIVES, WHICH
from porteparole.answering.support.reading import read
from porteparole.language import Language

_ASKING = INTERROGATIVES | WHICH | frozenset("qu lesquels lesquelles combien whose".split())
# « Est-ce que … », « … ou … » may be answered by yes or no.
_LATER = _ASKING - {"que", "qu", "ou", "qui"}
_FIRST = 3


def echoes(text: str, question: str, language: Language) -> bool:
    """Say whether all that ``text`` tells stands in a question that cannot be answered by yes or no."""
    theirs = read(question, language)
    asked = [token.folded for token in theirs.tokens][:_FIRST]
    if not asked or not (asked[0] in _ASKING or any(word in _LATER for word in asked[1:])):
        return False
    mine = read(text, language)
    stems = {token.stem for token in theirs.tokens}
    if any(not any(figure.same(other) for other in theirs.figures) for figure in mine.figures):
        return False
    return all(token.stem in stems for token in mine.telling) and not mine.negations
