"""Whether a translation keeps what can be told without understanding: figures, names, quotations, *not*."""

from __future__ import annotations

from porteparole.answering.support.likeness import Likeness
from porteparole.answering.support.match import SUPPORTED
from porteparole.answering.support.reading import read
from porteparole.answering.support.token import Reading
from porteparole.language import Language, other_language
from porteparole.text.langid import detect
from porteparole.text.quotations import outermost

# Of the letters of the original; news translated by hand stays within .75 and 1.35.
_SHORTEST, _LONGEST = 0.5, 2.0
_SAME_BEGINNING = 4
_PARTICLES: dict[Language, frozenset[str]] = {
    "fr": frozenset("ne n pas aucun aucune jamais rien ni sans".split()),
    "en": frozenset("not n't cannot no never nobody none nothing neither nor without".split()),
}


def difference(original: str, language: Language, translation: str, likeness: Likeness) -> str:
    """Return in what a translation differs from the original, empty where nothing was found.

    Args:
        original: a paragraph.
        language: it is in.
        translation: of it into the other language.
        likeness: compares words.
    """
    target = other_language(language)
    if not translation or detect(translation) not in (target, None):
        return "language"
    if translation == original or not _SHORTEST <= len(translation) / len(original) <= _LONGEST:
        return "length"
    if len(outermost(translation)) != len(outermost(original)):
        return "quotation marks"
    old, new = read(original, language), read(translation, target)
    for figure in (f for f in old.figures if not any(f.same(g) for g in new.figures)):
        return original[figure.start : figure.end]
    for figure in (f for f in new.figures if not any(f.same(g) for g in old.figures)):
        return translation[figure.start : figure.end]
    if lost := _lost(old, new, likeness) or _lost(new, old, likeness):
        return lost
    # One may deny by a particle what the other denies by a verb (*refuser de*), but not by nothing at all.
    if (_denies(old) and not (_denies(new) or new.negations)) or (
        _denies(new) and not (_denies(old) or old.negations)
    ):
        return "not"
    return ""


def _lost(one: Reading, other: Reading, likeness: Likeness) -> str:
    """Return a name that the other text does not have in any form, empty where it has all."""
    names = [token for token in one.tokens if token.codes or token.is_name]
    known = [token for token in other.tokens if token.tells]
    matrix = likeness.strengths(names, known, (one.language, other.language))
    for row, name in enumerate(names):
        beginning = name.folded[:_SAME_BEGINNING]
        if not any(
            t.codes & name.codes or t.folded[:_SAME_BEGINNING] == beginning for t in other.tokens
        ) and (not known or float(matrix[row].max()) < SUPPORTED):
            return name.text
    return ""


def _denies(reading: Reading) -> bool:
    return any(token.folded in _PARTICLES[reading.language] for token in reading.tokens)
