"""Whether the figures of a claim are the source's, bounded alike, and count the same."""

from __future__ import annotations

from porteparole.answering.support.figures import Figure
from porteparole.answering.support.held import Held
from porteparole.answering.support.match import SUPPORTED
from porteparole.answering.support.token import Reading, Token


def wrong_figure(held: Held) -> str:
    """Return the first figure of a claim that does not hold, empty where all do."""
    here, text = held.source.figures, held.reading.text
    for number, figure in enumerate(held.reading.figures):
        same = [i for i, other in enumerate(here) if figure.same(other)]
        if not same:
            return text[figure.start : figure.end]
        bounds = held.reading.bounds.get(number, set())
        if not any(bounds == held.source.bounds.get(i, set()) for i in same):
            return text[max(0, figure.start - 12) : figure.end]
        if not any(_counts_the_same(held, figure, here[i]) for i in same):
            return text[figure.start : figure.end]
    return ""


def _counts_the_same(held: Held, figure: Figure, other: Figure) -> bool:
    """Say whether two equal figures count the same thing: the words beside one are beside the other."""
    most = None if held.same else 1
    mine = _beside(held.reading, figure)[:most]

    def alike(found: Figure) -> bool:
        theirs = _beside(held.source, found)[:most]
        return bool(theirs) and bool((held.strengths(mine, theirs) >= SUPPORTED).any())

    if not mine or not _beside(held.source, other) or alike(other):
        return True
    # Across languages a word may not be found again: then another figure must claim it.
    return not held.same and not any(alike(f) for f in held.source.figures if f is not other)


def _beside(reading: Reading, figure: Figure) -> list[Token]:
    """Return the words nearest to a figure: two after it, one before it."""
    tokens = reading.tokens
    inside = [i for i, t in enumerate(tokens) if t.figure is figure]
    if not inside:
        return []
    after = [t for t in tokens[inside[-1] + 1 : inside[-1] + 5] if t.tells and not t.is_marker][:2]
    nearest = reversed(tokens[max(0, inside[0] - 4) : inside[0]])
    return [*after, *[t for t in nearest if t.tells and not t.is_marker][:1]]
