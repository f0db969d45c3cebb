"""What the language model used on which day, and who used it today."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date

from sqlalchemy import BigInteger, Column, Connection, Date, Table, delete, select, update

from porteparole.state.database import State, new_row
from porteparole.state.entries import Spent
from porteparole.state.tables import Line, metadata

usage = Table(
    "writer_usage",
    metadata,
    Column("day", Date, primary_key=True),
    Column("tokens", BigInteger, nullable=False),
    Column("cost", BigInteger, nullable=False, server_default="0"),
    Column("salt", Line(64)),
)
persons = Table(
    "writer_persons",
    metadata,
    Column("day", Date, primary_key=True),
    Column("person", Line(64), primary_key=True),
    Column("tokens", BigInteger, nullable=False),
    Column("cost", BigInteger, nullable=False),
)


class Usage:
    """A ledger in the state database.

    A person stands there as a keyed hash (BLAKE2b) with a key of the day; both are deleted with the first use
    on another day, and when the database is opened on another day.
    """

    def __init__(self, state: State, today: date | None = None) -> None:
        self._state = state
        if today:
            with state.begin() as connection:
                _tidy(connection, today)

    def spent(self, day: date, person: str | None = None) -> Spent:
        """Return what was used on a day, by everybody or by one person.

        Raises:
            PorteParoleError: the database cannot be read.
        """
        with self._state.begin() as connection:
            found = select(usage.c.tokens, usage.c.cost).where(usage.c.day == day)
            if person is not None:
                salt = connection.execute(select(usage.c.salt).where(usage.c.day == day)).scalar()
                if salt is None:
                    return Spent()
                mine = (persons.c.day == day) & (persons.c.person == _hidden(person, salt))
                found = select(persons.c.tokens, persons.c.cost).where(mine)
            row = connection.execute(found).one_or_none()
            return Spent(row.tokens, row.cost) if row else Spent()

    def add(self, day: date, spent: Spent, person: str | None = None) -> None:
        """Count what was used on a day, and by whom.

        Raises:
            PorteParoleError: the database cannot be written.
        """
        with self._state.begin() as connection:
            _tidy(connection, day)
            row = new_row(connection, usage).values(day=day, tokens=spent.tokens, cost=spent.cost)
            more = {"tokens": usage.c.tokens + spent.tokens, "cost": usage.c.cost + spent.cost}
            connection.execute(row.on_conflict_do_update(index_elements=["day"], set_=more))
            if person is None:
                return
            today = usage.c.day == day
            unset = update(usage).where(today & usage.c.salt.is_(None))
            connection.execute(unset.values(salt=secrets.token_hex(32)))
            salt = connection.execute(select(usage.c.salt).where(today)).scalar_one()
            hers = new_row(connection, persons).values(
                day=day, person=_hidden(person, salt), tokens=spent.tokens, cost=spent.cost
            )
            more = {"tokens": persons.c.tokens + spent.tokens, "cost": persons.c.cost + spent.cost}
            connection.execute(hers.on_conflict_do_update(index_elements=["day", "person"], set_=more))

    def forget(self, person: str) -> int:
        """Delete what is stored of a person; return how many rows.

        Raises:
            PorteParoleError: the database cannot be written.
        """
        with self._state.begin() as connection:
            salts = connection.execute(
                select(usage.c.day, usage.c.salt).where(usage.c.salt.is_not(None))
            ).all()
            return sum(
                connection.execute(
                    delete(persons).where(
                        (persons.c.day == day) & (persons.c.person == _hidden(person, salt))
                    )
                ).rowcount
                for day, salt in salts
            )


def _tidy(connection: Connection, today: date) -> None:
    """Delete who used it on other days."""
    connection.execute(delete(persons).where(persons.c.day != today))
    old = (usage.c.day != today) & usage.c.salt.is_not(None)
    connection.execute(update(usage).where(old).values(salt=None))


def _hidden(person: str, salt: str) -> str:
    return hashlib.blake2b(person.encode(), key=bytes.fromhex(salt), digest_size=16).hexdigest()
