"""How many tokens of the language model were used on which day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, Column, Date, Table, select

from porteparole.state.database import State, new_row
from porteparole.state.tables import metadata

usage = Table(
    "writer_usage",
    metadata,
    Column("day", Date, primary_key=True),
    Column("tokens", BigInteger, nullable=False),
)


class Usage:
    """The tokens used, in the state database."""

    def __init__(self, state: State) -> None:
        self._state = state

    def used(self, day: date) -> int:
        """Return the tokens used on a day.

        Raises:
            PorteParoleError: the database cannot be read.
        """
        with self._state.begin() as connection:
            return connection.execute(select(usage.c.tokens).where(usage.c.day == day)).scalar() or 0

    def add(self, day: date, tokens: int) -> None:
        """Count tokens on a day.

        Raises:
            PorteParoleError: the database cannot be written.
        """
        with self._state.begin() as connection:
            row = new_row(connection, usage).values(day=day, tokens=tokens)
            more = {"tokens": usage.c.tokens + tokens}
            connection.execute(row.on_conflict_do_update(index_elements=["day"], set_=more))
