"""Which generation answers: the last row of a table that has a row for each time that one took over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Boolean, Column, Connection, Table, insert, select, update

from porteparole.state.database import State
from porteparole.state.tables import Line, Moment, RowNumber, metadata, now

swaps = Table(
    "swaps",
    metadata,
    Column("id", RowNumber, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("generation", Line(40), nullable=False),
    Column("before", Line(40)),
    Column("rolled_back", Boolean, nullable=False),
    Column("origin", Line(64), nullable=False),
    Column("signature", Line(64), nullable=False),
)


@dataclass(frozen=True, slots=True)
class Swap:
    """A generation took over.

    Attributes:
        at: when.
        generation: its id.
        before: the generation that a rollback from it leads to; None where there is none.
        rolled_back: whether it took over by a rollback, so that it is not what the sources hold.
        origin: tells the sources apart, whatever is in them (see ``store.signature``).
        signature: tells whether the sources changed since.
    """

    at: datetime
    generation: str
    before: str | None
    rolled_back: bool
    origin: str
    signature: str


_COLUMNS = [swaps.c[name] for name in Swap.__slots__]


class Swaps:
    """The pointer to the generation that answers, and those before it."""

    def __init__(self, state: State) -> None:
        self._state = state

    def current(self) -> Swap | None:
        """Return the last swap; None before the first."""
        return next(iter(self.latest(1)), None)

    def latest(self, count: int = 200) -> list[Swap]:
        """Return the last ``count`` swaps, newest first."""
        with self._state.begin() as connection:
            rows = connection.execute(select(*_COLUMNS).order_by(swaps.c.id.desc()).limit(count))
            return [Swap(*row) for row in rows]

    def recent(self, count: int) -> list[str]:
        """Return the last ``count`` generations that answered, each once, the current one first."""
        return list(dict.fromkeys(swap.generation for swap in self.latest()))[:count]

    def record(
        self,
        connection: Connection,
        generation: str,
        *,
        before: str | None,
        origin: str,
        signature: str,
        rolled_back: bool = False,
    ) -> None:
        """Let a generation take over when the transaction of ``connection`` ends."""
        connection.execute(
            insert(swaps).values(
                at=now(),
                generation=generation,
                before=before,
                rolled_back=rolled_back,
                origin=origin,
                signature=signature,
            )
        )

    def sources_read(self, origin: str, signature: str) -> None:
        """Write that the sources were read again and are what the current generation was made of."""
        last = select(swaps.c.id).order_by(swaps.c.id.desc()).limit(1).scalar_subquery()
        with self._state.begin() as connection:
            connection.execute(
                update(swaps)
                .where(swaps.c.id == last)
                .values(origin=origin, signature=signature, rolled_back=False)
            )
