"""How a cited paragraph was read for a claim: whole, and sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Odds:
    """How sure the reader is that a paragraph says what a claim says.

    What is put together wrongly out of several sentences no sentence says alone.

    Attributes:
        whole: log odds that the paragraph says so.
        sentences: of each of its sentences the span, and the log odds that it alone says so.
    """

    whole: float
    sentences: tuple[tuple[int, int, float], ...]

    def here(self, start: int, end: int) -> float:
        """Return the log odds that some sentence of a span says so alone."""
        found = [odds for first, after, odds in self.sentences if first < end and start < after]
        return max(found, default=self.whole)
