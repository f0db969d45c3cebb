"""Making text fit a limit, at a sensible place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import regex

from bot.presenters.plain import clean, escape, isolate, one_line
from porteparole.text.sentences import sentences

ELLIPSIS = "…"
_CLUSTERS = regex.compile(r"\X")
# A chain of joiners or of Korean letters is one cluster whatever its length.
_LONGEST_CLUSTER = 32
_BLANKS = regex.compile(r"[^\S\u00A0\u202F]+")
# How much of the room a cut may leave empty so as to stand after a sentence, or after a word.
_FOR_SENTENCE, _FOR_WORD = 0.4, 0.6


def units(text: str) -> int:
    """Return the length in UTF-16 units: no way of counting that Discord might use gives more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fit(text: str, limit: int, *, lines: bool = False, keep_end: bool = False) -> str:
    """Return any text as :func:`~bot.presenters.plain.plain` would, in at most ``limit`` units.

    Args:
        text: anything.
        limit: at least 1.
        lines: whether line breaks stay; else the text comes on one line.
        keep_end: whether the beginning is cut off, not the end.

    What is too long is cut, and marked with "…", between two sentences, else between two words, else between
    two characters as a reader counts them.
    """
    text = clean(text).strip() if lines else one_line(text)
    whole = isolate(escape(text))
    if units(whole) <= limit:
        return whole
    # A character costs at least one unit, so nothing farther away can be kept.
    near = clusters(text[-limit - 1 :] if keep_end else text[: limit + 1])

    def cut(kept: int) -> str:
        if keep_end:
            return isolate(ELLIPSIS + escape("".join(near[len(near) - kept :])))
        return isolate(escape("".join(near[:kept])) + ELLIPSIS)

    most = bisect_right(range(1, len(near) + 1), limit, key=lambda kept: units(cut(kept)))
    best = cut(_sensible(near, most, keep_end))
    return best if units(best) <= limit else ELLIPSIS


def shares(wanted: Sequence[int], total: int) -> list[int]:
    """Divide ``total`` so that small wishes are met in full and the large ones get the same.

    Max-min fairness, computed by progressive filling.
    """
    given = [0] * len(wanted)
    left = max(total, 0)
    for place, index in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given[index] = min(wanted[index], left // (len(wanted) - place))
        left -= given[index]
    return given


def clusters(text: str) -> list[str]:
    """Return the characters of ``text`` as a reader counts them (extended grapheme clusters, UAX 29)."""
    found: list[str] = []
    for cluster in _CLUSTERS.findall(text):
        found.extend([cluster] if len(cluster) <= _LONGEST_CLUSTER else cluster)
    return found


def _sensible(near: list[str], most: int, keep_end: bool) -> int:
    """Return how many of ``near`` to keep, ``most`` at most."""
    text = "".join(near)
    index = {offset: count for count, offset in enumerate(accumulate(map(len, near), initial=0))}
    # The language is not known here: what ends a sentence must end it in both.
    starts = {start for start, _ in sentences(text, "fr")} & {start for start, _ in sentences(text, "en")}
    blanks = list(_BLANKS.finditer(text))
    first = len(near) - most
    # A blank stays between a sentence and "…", and none between a word and "…".
    for offsets, waste in (
        ([start - keep_end for start in starts], _FOR_SENTENCE),
        ([blank.end() if keep_end else blank.start() for blank in blanks], _FOR_WORD),
    ):
        places = [index[offset] for offset in offsets if offset in index]
        if keep_end:
            kept = [len(near) - place for place in places if first <= place <= first + waste * most]
        else:
            kept = [place for place in places if (1 - waste) * most <= place <= most]
        if kept and max(kept) > 0:
            return max(kept)
    return most
