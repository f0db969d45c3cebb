"""Whether the figures of a claim are the source's, bounded alike, and count the same."""

from __future__ import annotations

from porteparole.answering.support.figures import Figure
from porteparole.answering.support.held import Held
from porteparole.answering.support.match import SUPPORTED
from porteparole.answering.support.reading import read
from porteparole.answering.support.token import Reading, Token

_YEARS = range(1900, 2101)


def wrong_figure(held: Held) -> str:
    """Return the first figure of a claim that does not hold, empty where all do."""
    here, text = held.source.figures, held.reading.text
    for number, figure in enumerate(held.reading.figures):
        same = [i for i, other in enumerate(here) if figure.same(other)]
        if not same:
            if _names(held, figure):
                continue
            return text[figure.start : figure.end]
        bounds = held.reading.bounds.get(number, set())
        if not any(bounds == held.source.bounds.get(i, set()) for i in same):
            return text[max(0, figure.start - 12) : figure.end]
        if not any(_counts_the_same(held, figure, here[i]) for i in same):
            return text[figure.start : figure.end]
    return ""


def _names(held: Held, figure: Figure) -> bool:
    """Say whether a figure is a part of a name (*6 Nations*) that the paragraph has, be it elsewhere."""
    name = [t for t in _after(held.reading, figure)[:1] if t.is_name]
    paragraph = read(held.window.source.paragraph.text, held.window.source.article.language)
    return bool(name) and any(
        figure.same(other) and any(t.folded == name[0].folded for t in _after(paragraph, other)[:1])
        for other in paragraph.figures
    )


def _counts_the_same(held: Held, figure: Figure, other: Figure) -> bool:
    """Say whether two equal figures count the same thing: the words beside one are beside the other."""
    if figure.value in _YEARS:
        return True
    most = None if held.same else 1
    mine = _beside(held.reading, figure)[:most]

    def alike(found: Figure) -> bool:
        return _any_alike(held, mine, _beside(held.source, found)[:most])

    def counted(found: Figure) -> bool:
        return _any_alike(held, _after(held.reading, figure)[:1], _after(held.source, found)[:1])

    others = [f for f in held.source.figures if not f.same(figure)]
    if any(counted(f) for f in others) and not counted(other):
        return False
    if not mine or not _beside(held.source, other) or alike(other):
        return True
    # A word may not be found again, as a synonym or a translation is not: then another figure must claim it.
    return not any(alike(f) for f in others)


def _any_alike(held: Held, mine: list[Token], theirs: list[Token]) -> bool:
    return bool(mine and theirs) and bool((held.strengths(mine, theirs) >= SUPPORTED).any())


def _beside(reading: Reading, figure: Figure) -> list[Token]:
    """Return the words nearest to a figure: two after it, one before it."""
    tokens = reading.tokens
    first = next((i for i, t in enumerate(tokens) if t.figure is figure), 0)
    before = [t for t in reversed(tokens[max(0, first - 4) : first]) if t.tells and not t.is_marker]
    return [*_after(reading, figure), *before[:1]]


def _after(reading: Reading, figure: Figure) -> list[Token]:
    """Return the two words that follow a figure."""
    tokens = reading.tokens
    last = max((i for i, t in enumerate(tokens) if t.figure is figure), default=len(tokens))
    return [t for t in tokens[last + 1 : last + 5] if t.tells and not t.is_marker][:2]
