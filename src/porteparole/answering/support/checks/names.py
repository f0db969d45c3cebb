"""Whether the source names whom and what a claim names."""

from __future__ import annotations

from porteparole.answering.support.held import Held
from porteparole.answering.support.match import SUPPORTED
from porteparole.answering.support.token import Token

_SURE = 0.8


def foreign_name(held: Held) -> str:
    """Return the names of a claim that the source does not have in any form, empty where it has all."""
    names = [t for t in held.reading.tokens if t.is_name or t.codes]
    lacking = [
        t
        for t in names
        if not held.known(t) and _strength(held, t) < (SUPPORTED if not held.same and not t.codes else _SURE)
    ]
    return " ".join(t.text for t in lacking)


def _strength(held: Held, token: Token) -> float:
    """Return how well the source's sentence holds a word, be it of the frame."""
    if token in held.match:
        return held.match.of(token)
    matrix = held.strengths([token], held.source.tokens)
    return float(matrix.max()) if matrix.size else 0.0
