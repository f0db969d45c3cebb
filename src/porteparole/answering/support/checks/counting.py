"""Whether the figures of a claim are the source's, bounded alike, and count the same."""

from __future__ import annotations

from itertools import takewhile

from porteparole.answering.support.figures import YEARS, Figure
from porteparole.answering.support.held import Held
from porteparole.answering.support.match import SUPPORTED
from porteparole.answering.support.reading import read
from porteparole.answering.support.strength import LASTING
from porteparole.answering.support.token import Reading, Token

_ROUNDED = 0.1
_LEAST_ROUNDED = 10.0
# « 65 d'entre eux », « 7 dont deux »: what is counted stands elsewhere.
_COUNTED_HERE = frozenset("de d of des du".split())


def wrong_figure(held: Held) -> str:
    """Return the first figure of a claim that does not hold, empty where all do."""
    here, text = held.source.figures, held.reading.text
    for number, figure in enumerate(held.reading.figures):
        bounds = held.reading.bounds.get(number, set())
        if any(_rounded(figure, bounds, other) for other in here):
            continue
        same = [i for i, other in enumerate(here) if figure.same(other)]
        if not same:
            if _names(held, figure) or held.is_dated(figure):
                continue
            return text[figure.start : figure.end]
        if not any(_bound_alike(bounds, held.source.bounds.get(i, set())) for i in same):
            return text[max(0, figure.start - 12) : figure.end]
        if not any(_counts_the_same(held, figure, here[i]) for i in same):
            return text[figure.start : figure.end]
    return ""


def _bound_alike(mine: set[str], theirs: set[str]) -> bool:
    """Say whether a figure is bounded as the source's; *about* takes nothing from an exact one."""
    lasting = [theirs, mine] if LASTING in mine else [mine, theirs] if LASTING in theirs else []
    if lasting:
        return lasting[0] <= {"more", LASTING}
    return mine == theirs or mine == theirs | {"about"}


def _rounded(figure: Figure, bounds: set[str], other: Figure) -> bool:
    """Say whether a figure is the source's, rounded and said to be: *more than 21 million* of 21,211,492."""
    if figure.percent != other.percent or min(figure.value, other.value) < _LEAST_ROUNDED:
        return False
    if other.value in YEARS or figure.same(other):
        return False
    rest = other.value / figure.value - 1.0
    if "more" in bounds:
        return 0.0 < rest <= _ROUNDED
    if "less" in bounds:
        return -_ROUNDED <= rest < 0.0
    return "about" in bounds and abs(rest) <= _ROUNDED / 2


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
    if figure.value in YEARS:
        return True
    most = None if held.same else 1
    mine = _beside(held.reading, figure)[:most]

    def alike(found: Figure) -> bool:
        return _any_alike(held, mine, _beside(held.source, found)[:most])

    counts = _after(held.reading, figure)[:1]

    def counted(found: Figure, reach: int = 1) -> bool:
        return _any_alike(held, counts, _after(held.source, found)[:reach])

    others = [f for f in held.source.figures if not f.same(figure)]
    if _tells_what(held.reading, figure) and _tells_what(held.source, other):
        if any(counted(f) for f in others) and not counted(other, 2):
            return False
    else:
        return True
    if not mine or not _beside(held.source, other) or alike(other):
        return True
    # A word may not be found again, as a synonym or a translation is not: then another figure must claim it.
    return not any(alike(f) for f in others)


def _tells_what(reading: Reading, figure: Figure) -> bool:
    """Say whether what a figure counts follows it at once."""
    last = max((i for i, t in enumerate(reading.tokens) if t.figure is figure), default=-1)
    following = reading.tokens[last + 1 : last + 3]
    if not following or following[0].figure or any(t.figure for t in following[1:] if not following[0].tells):
        return False
    first = following[0]
    return first.tells or (first.folded in _COUNTED_HERE and following[-1].tells)


def _any_alike(held: Held, mine: list[Token], theirs: list[Token]) -> bool:
    return bool(mine and theirs) and bool((held.strengths(mine, theirs) >= SUPPORTED).any())


def _beside(reading: Reading, figure: Figure) -> list[Token]:
    """Return the words nearest to a figure: two after it, one before it."""
    tokens = reading.tokens
    first = next((i for i, t in enumerate(tokens) if t.figure is figure), 0)
    before = [t for t in reversed(tokens[max(0, first - 4) : first]) if t.tells and not t.is_marker]
    return [*_after(reading, figure), *before[:1]]


def _after(reading: Reading, figure: Figure) -> list[Token]:
    """Return the two words that follow a figure, before another."""
    tokens = reading.tokens
    last = max((i for i, t in enumerate(tokens) if t.figure is figure), default=len(tokens))
    following = list(takewhile(lambda t: t.figure is None, tokens[last + 1 : last + 5]))
    return [t for t in following if t.tells and not t.is_marker][:2]
