"""What keeps a model from costing too much: tokens and money a day, for all and for each person."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Literal, Protocol

from porteparole.notice import PorteParoleError
from porteparole.state.entries import Spent

_MILLION = 1_000_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that may be used a day; 0 for no limit. ``money`` is in the unit of the prices."""

    tokens: int = 0
    money: float = 0.0

    def is_reached(self, spent: Spent) -> bool:
        """Say whether nothing more may be used."""
        return bool(
            (self.tokens and spent.tokens >= self.tokens)
            or (self.money and spent.cost >= self.money * _MILLION)
        )


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost that the model reads, and that it writes; 0 where that is not known."""

    read: float = 0.0
    written: float = 0.0

    def of(self, read: int, written: int) -> Spent:
        """Return what a request used."""
        return Spent(read + written, round(read * self.read + written * self.written))


class Ledger(Protocol):
    """Keeps what was used on which day. Its methods may raise a PorteParoleError."""

    def spent(self, day: date, person: str | None = None) -> Spent:
        """Return what was used on a day, by everybody or by one person."""
        ...

    def add(self, day: date, spent: Spent, person: str | None = None) -> None:
        """Count what was used on a day, and by whom."""
        ...

    def forget(self, person: str) -> int:
        """Delete what is stored of a person; return how many rows."""
        ...


class MemoryLedger:
    """A ledger that is forgotten at the end of the process; for tests and tools."""

    def __init__(self) -> None:
        self._days: dict[tuple[date, str | None], Spent] = {}
        self._lock = threading.Lock()

    def spent(self, day: date, person: str | None = None) -> Spent:
        """Return what was used on a day, by everybody or by one person."""
        return self._days.get((day, person), Spent())

    def add(self, day: date, spent: Spent, person: str | None = None) -> None:
        """Count what was used on a day, and by whom."""
        with self._lock:
            for key in {(day, None), (day, person)}:
                self._days[key] = self._days.get(key, Spent()) + spent

    def forget(self, person: str) -> int:
        """Delete what is stored of a person; return how many rows."""
        with self._lock:
            mine = [key for key in self._days if key[1] == person]
            for key in mine:
                del self._days[key]
            return len(mine)


def _today() -> date:
    return datetime.now(UTC).date()


@dataclass(frozen=True)
class Budget:
    """What may be used a day (in UTC).

    Requests that run at the same time are each let through before the others are counted: a limit may be
    overrun by them.

    Attributes:
        ledger: keeps what was used.
        day: the limit of all together.
        person: the limit of each person.
        prices: of the model.
        today: the day.
    """

    ledger: Ledger = field(default_factory=MemoryLedger)
    day: Limit = Limit()
    person: Limit = Limit()
    prices: Prices = Prices()
    today: Callable[[], date] = _today

    def used_up(self, person: str | None = None) -> Literal["budget", "share"] | None:
        """Return what another request is too much for: the budget of all, this person's share, or nothing.

        Where that cannot be known it is too much: better no model than a bill that nobody wanted.
        """
        try:
            day = self.today()
            if self.day.is_reached(self.ledger.spent(day)):
                return "budget"
            alone = person is not None and self.person.is_reached(self.ledger.spent(day, person))
            return "share" if alone else None
        except PorteParoleError as error:
            _log.warning("what the language model used cannot be read (%s)", error.notice.key)
            return "budget"

    def spend(self, read: int, written: int, person: str | None = None) -> Spent:
        """Count the tokens that a request read and wrote; return them with their cost."""
        spent = self.prices.of(read, written)
        try:
            self.ledger.add(self.today(), spent, person)
        except PorteParoleError as error:
            _log.warning("what the language model used cannot be noted (%s)", error.notice.key)
        return spent
