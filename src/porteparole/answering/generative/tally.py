"""Counts what the language model did, for an operator's monitoring and for evaluations."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping
from typing import Literal

Kind = Literal["requests", "tokens", "cost", "sentences", "answers", "questions"]
"""``requests`` by what came of them (``answered`` or a trouble); ``tokens`` (``read``, ``written``); ``cost``
in the unit of the prices; ``sentences`` (``held``, ``rewritten``, ``dropped``); ``answers`` (``worded``,
``repeated``, or the trouble for which the articles' own words took their place);
follow-up ``questions`` (``rewritten``, or ``by rule``)."""


class Tally:
    """Counters since the start; may be used from any thread."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[Kind, str]] = Counter()
        self._lock = threading.Lock()

    def add(self, kind: Kind, label: str = "", by: float = 1) -> None:
        """Count."""
        with self._lock:
            # A Counter of fractions: typeshed knows whole numbers only.
            self._counts[kind, label] += by  # pyright: ignore[reportArgumentType]

    def all(self) -> Mapping[tuple[str, str], float]:
        """Return every count so far."""
        with self._lock:
            return {**self._counts}
