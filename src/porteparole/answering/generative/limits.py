"""What keeps a model from costing too much: tokens a day, and a pause after failures."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Protocol


class Ledger(Protocol):
    """Keeps how many tokens were used on which day."""

    def used(self, day: date) -> int:
        """Return the tokens used on a day."""
        ...

    def add(self, day: date, tokens: int) -> None:
        """Count tokens on a day."""
        ...


class MemoryLedger:
    """A ledger that is forgotten at the end of the process; for tests and tools."""

    def __init__(self) -> None:
        self._days: dict[date, int] = {}
        self._lock = threading.Lock()

    def used(self, day: date) -> int:
        """Return the tokens used on a day."""
        return self._days.get(day, 0)

    def add(self, day: date, tokens: int) -> None:
        """Count tokens on a day."""
        with self._lock:
            self._days[day] = self._days.get(day, 0) + tokens


class Budget:
    """The tokens that may be used a day (in UTC); 0 for no limit."""

    def __init__(
        self, ledger: Ledger, most: int, today: Callable[[], date] = lambda: datetime.now(UTC).date()
    ) -> None:
        self._ledger = ledger
        self._most = most
        self._today = today

    def left(self) -> bool:
        """Say whether another request may be made."""
        return not self._most or self._ledger.used(self._today()) < self._most

    def spend(self, tokens: int) -> None:
        """Count what a request used."""
        self._ledger.add(self._today(), tokens)
