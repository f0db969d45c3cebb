"""Whether a claim denies what the source says, or says what it denies."""

from __future__ import annotations

from porteparole.answering.support.held import Held
from porteparole.answering.support.markers import opposite

# What says so little by itself that it is no content (*avant*, *plus*, *contre*).
_SMALL = 0.3
_MOST_OF_IT = 0.6


def turned(held: Held) -> str:
    """Return the words of a claim that turn the sense of the source, empty where none do."""
    match, source = held.match, held.source
    for token in held.content:
        partners = match.partners(token)
        if match.of(token) < 1.0 and any(
            opposite(token.folded, t.folded) and not match.taken(t) and t.in_scope == token.in_scope
            for t in match.source
        ):
            return token.text
        if not partners:
            continue
        if token.negative % 2 and not any(p.in_scope for p in partners):
            return token.text
        if not token.in_scope and all(p.negative % 2 for p in partners):
            return token.text
    told = {id(t) for t in held.content}
    mine = held.reading.negations
    for token in mine:
        if not source.negations or (id(token) in told and not match.partners(token) and held.same):
            return token.text
    if held.same:
        taken = [t for t in source.negations if match.taken(t) or t.is_marker]
        if len(taken) > len(mine) or len(mine) > len(source.negations):
            return " ".join(t.text for t in (*taken, *mine))
    elif match.cover() >= _MOST_OF_IT and len(source.negations) % 2 != len(mine) % 2:
        # Nearly all of the source is told: then as many of its turns must be.
        return " ".join(t.text for t in (*source.negations, *mine))
    return _reversed(held)


def _reversed(held: Held) -> str:
    """Return a small word (*avant*, *plus*, *contre*) in whose place the source has its opposite."""
    mine = {t.folded for t in held.reading.tokens if t.weight < _SMALL}
    theirs = {t.folded for t in held.source.tokens if t.weight < _SMALL}
    for word in mine - theirs:
        if any(opposite(word, other) for other in theirs - mine):
            return word
    return ""
