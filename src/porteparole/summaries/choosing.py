"""Which sentences say most of what there is to say, in few, without saying it twice."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from porteparole.summaries.candidates import Candidates
from porteparole.summaries.weighing import Weighing, expected, shipped_weights

_SAME = 0.7


def choose(
    given: Candidates,
    most: int,
    weights: Mapping[str, float] | None = None,
    weighing: Weighing | None = None,
) -> list[int]:
    """Return the indices of at most ``most`` sentences, in the order in which they were chosen.

    Each time the one is taken that is expected to add most (with those that it needs, the mean of them);
    what repeats a chosen one is left out.

    Args:
        given: what is chosen from.
        most: how many.
        weights: others than those that come with the package (see ``weighing.py``).
        weighing: of ``given``, where it is made already.
    """
    weights = weights or shipped_weights(given.vectors is not None)
    weighing = weighing or Weighing(given)
    importance = np.asarray(given.importance, dtype=np.float64)
    sayings = weighing.sayings
    groups = {index: group for index, group in enumerate(given.groups) if group}
    chosen: list[int] = []
    while len(chosen) < most:
        rows = np.concatenate([weighing.static, weighing.added(chosen)], axis=1)
        points = expected(rows, weights) * importance
        gains = {
            index: float(np.mean([points[i] for i in group if i not in chosen]))
            for index, group in groups.items()
            if index not in chosen and len({*chosen, *group}) <= most
        }
        if not gains:
            break
        best = max(gains, key=lambda index: (gains[index], -index))
        chosen += [index for index in groups[best] if index not in chosen]
        groups = {
            index: group
            for index, group in groups.items()
            if index in chosen or not any(_repeats(sayings[index], sayings[c]) for c in chosen)
        }
    return chosen


def _repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether one sentence holds nearly nothing but what the other holds."""
    return len(one & other) >= _SAME * max(1, min(len(one), len(other)))
