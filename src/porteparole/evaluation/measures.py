"""Shares of right answers with their intervals, over all questions, by language and by kind."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from porteparole.evaluation.gold import Expected
from porteparole.evaluation.scoring import Score

Scored = tuple[Expected, Score]

# The quantile of the normal distribution for 95 %.
_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Share:
    """``right`` of ``total``."""

    right: int
    total: int

    @property
    def value(self) -> float:
        """The share, 0–1; not a number where there is nothing to count."""
        return self.right / self.total if self.total else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of Wilson, "Probable inference, the law of succession" (1927)."""
        if not self.total:
            return math.nan, math.nan
        n, p = self.total, self.value
        middle = p + _Z**2 / (2 * n)
        half = _Z * math.sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
        scale = 1 + _Z**2 / n
        return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def measures(scored: Sequence[Scored]) -> dict[str, Share]:
    """Return every measure that concerns any of the questions, by name, in order of importance."""
    answerable = [s for e, s in scored if e.behaviour == "answer"]
    answered = [s for s in answerable if s.answered]
    scores = [s for _, s in scored]
    found = {
        "right": _share(scores, lambda s: s.right),
        "answered": _share(answerable, lambda s: s.answered),
        "first-answered": _share(answered, lambda s: s.first),
        "first-all": _share(answerable, lambda s: s.first),
        "needed-answered": _share(answered, lambda s: s.needed),
        "needed-all": _share(answerable, lambda s: s.needed),
        "precision": Share(sum(s.cited_right for s in answerable), sum(s.cited for s in answerable)),
        "contains-answered": _share(answered, lambda s: s.contains),
        "whole": _share(answerable, lambda s: s.right),
        "uncited": _share(answered, lambda s: not s.cited),
        "refused-or-corrected": _share(scores, lambda s: s.refused_or_corrected),
        "refused": _share(scores, lambda s: s.refused),
        "resisted": _share(scores, lambda s: s.resisted),
        "chat": _share(scores, lambda s: s.chat),
        "language": _share(scores, lambda s: s.language),
        "quotations": Share(sum(s.exact for s in scores), sum(s.quotations for s in scores)),
    }
    return {name: share for name, share in found.items() if share.total}


def grouped(scored: Iterable[Scored], by: Callable[[Expected], str]) -> Mapping[str, list[Scored]]:
    """Return the questions by a property of theirs, in its order."""
    groups: dict[str, list[Scored]] = {}
    for expected, score in scored:
        groups.setdefault(by(expected), []).append((expected, score))
    return dict(sorted(groups.items()))


def _share(scores: Iterable[Score], holds: Callable[[Score], bool | None]) -> Share:
    counted = [bool(found) for score in scores if (found := holds(score)) is not None]
    return Share(sum(counted), len(counted))
