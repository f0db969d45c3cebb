"""Whether the source names whom and what a claim names."""

from __future__ import annotations

from collections.abc import Container

from porteparole.answering.support.held import Held
from porteparole.answering.support.match import SUPPORTED
from porteparole.answering.support.token import Token
from porteparole.text.lexicon import all_function_words

_SURE = 0.8
_TITLES = frozenset("m mm mme mmes mlle mr mrs ms messrs dr me mgr".split())


def foreign_name(held: Held) -> str:
    """Return the names of a claim that the source does not have in any form, empty where it has all."""
    idle = all_function_words()
    names = [t for t in held.reading.tokens if t.codes or (t.is_name and not _is_idle(t, idle))]
    names = [t for t in names if t.folded not in _TITLES]
    lacking = [
        t
        for t in names
        if not held.known(t) and _strength(held, t) < (SUPPORTED if not held.same and not t.codes else _SURE)
    ]
    return " ".join(t.text for t in lacking)


def _is_idle(token: Token, idle: Container[str]) -> bool:
    """Say whether a word in a name is an article or the like (*Les* Deux Alpes); in capitals it is none."""
    return token.folded in idle and not token.text.isupper()


def _strength(held: Held, token: Token) -> float:
    """Return how well the source's sentence holds a word, be it of the frame."""
    if token in held.match:
        return held.match.of(token)
    matrix = held.strengths([token], held.source.tokens)
    return float(matrix.max()) if matrix.size else 0.0
