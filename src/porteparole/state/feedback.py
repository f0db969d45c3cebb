"""Thumbs up and down with the receipts of the answers they are about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ColumnElement,
    RowMapping,
    Table,
    delete,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from porteparole.feedback.entry import Entry, New, Verdict
from porteparole.state.database import State
from porteparole.state.tables import Line, Moment, RowNumber, metadata, now

feedback = Table(
    "feedback",
    metadata,
    Column("id", RowNumber, primary_key=True),
    Column("at", Moment, nullable=False, index=True),
    Column("reason", Line(20), nullable=False),
    Column("comment", Line(1000), nullable=False),
    Column("receipt", JSON, nullable=False),
    Column("person", BigInteger, nullable=False, index=True),
    Column("asker", BigInteger, nullable=False, index=True),
    Column("message", BigInteger, nullable=False, index=True),
    Column("server", BigInteger),
    Column("link", Line(200), nullable=False),
    Column("verdict", Line(20)),
    Column("by", Line(200)),
    Column("gold", JSON, nullable=False),
)
# What nobody decided about in a year is too old to be judged.
KEPT = timedelta(days=365)
# A stranger may press without end.
MOST_OPEN = 2_000


class Feedback:
    """The feedback in the state database (a :class:`porteparole.feedback.entry.FeedbackBook`)."""

    def __init__(self, state: State) -> None:
        self._state = state

    def add(self, new: New) -> int:
        """Keep what a person sent, in place of what the same person sent on the same answer before."""
        with self._state.begin() as connection:
            mine = (feedback.c.person == new.person) & (feedback.c.message == new.message)
            connection.execute(delete(feedback).where(mine & feedback.c.verdict.is_(None)))
            connection.execute(delete(feedback).where(_open & (feedback.c.at < now() - KEPT)))
            number = connection.execute(
                insert(feedback)
                .values(
                    at=now(),
                    reason=new.reason,
                    comment=new.comment,
                    receipt=dict(new.receipt),
                    person=new.person,
                    asker=new.asker,
                    message=new.message,
                    server=new.server,
                    link=new.link,
                    gold=[],
                )
                .returning(feedback.c.id)
            ).scalar_one()
            keep = select(feedback.c.id).where(_open).order_by(feedback.c.id.desc()).offset(MOST_OPEN)
            oldest = keep.limit(1).scalar_subquery()
            connection.execute(delete(feedback).where(_open & (feedback.c.id <= oldest)))
            return number

    def open(self, server: int | None = None, *, everywhere: bool = False) -> list[Entry]:
        """Return what waits for a decision, oldest first: of one server, or of all."""
        return self._entries(_open & _here(server, everywhere=everywhere))

    def find(self, number: int) -> Entry | None:
        """Return an entry, None when there is none."""
        return next(iter(self._entries(feedback.c.id == number)), None)

    def resolve(self, number: int, verdict: Verdict, by: str, gold: tuple[str, ...] = ()) -> bool:
        """Decide about an entry; say whether it was still open."""
        with self._state.begin() as connection:
            done = connection.execute(
                update(feedback)
                .where((feedback.c.id == number) & _open)
                .values(verdict=verdict, by=by, gold=list(gold))
            )
            return done.rowcount > 0

    def counts(self, server: int | None = None, *, everywhere: bool = False) -> Mapping[str, int]:
        """Return how many there are: ``good``, ``open``, and of each verdict."""
        counts: dict[str, int] = {}
        with self._state.begin() as connection:
            rows = connection.execute(
                select(feedback.c.reason, feedback.c.verdict, func.count())
                .where(_here(server, everywhere=everywhere))
                .group_by(feedback.c.reason, feedback.c.verdict)
            )
            for reason, verdict, count in rows:
                name = "good" if reason == "good" else verdict or "open"
                counts[name] = counts.get(name, 0) + count
        return counts

    def resolved(self) -> list[Entry]:
        """Return the decided entries of which gold rows can be made, oldest first."""
        return self._entries(feedback.c.verdict.in_(["right", "refuse", "paragraph"]))

    def forget(self, person: int) -> int:
        """Delete what a person sent, and what others sent on answers to that person; return how many."""
        with self._state.begin() as connection:
            theirs = or_(feedback.c.person == person, feedback.c.asker == person)
            return connection.execute(delete(feedback).where(theirs)).rowcount

    def _entries(self, which: ColumnElement[bool]) -> list[Entry]:
        with self._state.begin() as connection:
            rows = connection.execute(select(feedback).where(which).order_by(feedback.c.id))
            return [_entry(row) for row in rows.mappings()]


_open = feedback.c.verdict.is_(None) & (feedback.c.reason != "good")


def _here(server: int | None, *, everywhere: bool) -> ColumnElement[bool]:
    return true() if everywhere else feedback.c.server == server


def _entry(row: RowMapping) -> Entry:
    values: dict[str, Any] = {name: row[name] for name in Entry.__dataclass_fields__}
    values["gold"] = tuple(row["gold"])
    return Entry(**values)
