"""Who did what to the articles, when, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import JSON, Column, Connection, Table, insert, select, update

from porteparole.state.database import State
from porteparole.state.entries import DONE, INTERRUPTED, STARTED, Action
from porteparole.state.tables import Line, Moment, RowNumber, metadata, now

actions = Table(
    "actions",
    metadata,
    Column("id", RowNumber, primary_key=True),
    Column("at", Moment, nullable=False, index=True),
    Column("ended", Moment),
    Column("actor", Line(200), nullable=False),
    Column("action", Line(40), nullable=False),
    Column("subject", Line(500), nullable=False),
    Column("outcome", Line(20), nullable=False),
    Column("details", JSON, nullable=False),
)
RESTORE = "restore"


class AuditLog:
    """The log in the state database."""

    def __init__(self, state: State) -> None:
        self._state = state

    def begin(self, actor: str, action: str, subject: str = "") -> int:
        """Write that an action begins; return its number for :meth:`end`."""
        return self._insert(actor, action, subject, STARTED, {})

    def end(self, number: int, outcome: str, details: Mapping[str, Any]) -> None:
        """Write what came of an action."""
        with self._state.begin() as connection:
            connection.execute(
                update(actions)
                .where(actions.c.id == number)
                .values(outcome=outcome, details=dict(details), ended=now())
            )

    def note(
        self, actor: str, action: str, subject: str, outcome: str, details: Mapping[str, Any] | None = None
    ) -> None:
        """Write an action that is over already (one that was not allowed, say)."""
        self._insert(actor, action, subject, outcome, details or {})

    def interrupted(self) -> int:
        """Mark what an earlier process left unfinished; return how many. For the owner of the data folder."""
        with self._state.begin() as connection:
            done = connection.execute(
                update(actions).where(actions.c.outcome == STARTED).values(outcome=INTERRUPTED)
            )
            return done.rowcount

    def latest(self, count: int = 100) -> list[Action]:
        """Return the last ``count`` actions, newest first."""
        with self._state.begin() as connection:
            rows = connection.execute(select(actions).order_by(actions.c.id.desc()).limit(count))
            return [Action(**row) for row in rows.mappings()]

    def _insert(self, actor: str, action: str, subject: str, outcome: str, details: Mapping[str, Any]) -> int:
        with self._state.begin() as connection:
            return _insert(connection, actor, action, subject, outcome, details)


def note_restored(connection: Connection, actor: str, subject: str, token: str) -> None:
    """Write that a backup was restored, in the transaction that does it; see :func:`is_restored`."""
    _insert(connection, actor, RESTORE, subject, DONE, {"token": token})


def is_restored(state: State, token: str) -> bool:
    """Say whether the restore that has this token came to its end."""
    with state.begin() as connection:
        rows = connection.execute(select(actions.c.details).where(actions.c.action == RESTORE))
        return any(details.get("token") == token for (details,) in rows)


def _insert(
    connection: Connection,
    actor: str,
    action: str,
    subject: str,
    outcome: str,
    details: Mapping[str, Any],
) -> int:
    moment = now()
    return connection.execute(
        insert(actions)
        .values(
            at=moment,
            ended=None if outcome == STARTED else moment,
            actor=actor,
            action=action,
            subject=subject,
            outcome=outcome,
            details=dict(details),
        )
        .returning(actions.c.id)
    ).scalar_one()
