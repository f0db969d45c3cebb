"""The choices of each server."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Table, delete, select

from porteparole.servers.choices import Choices
from porteparole.state.database import State, new_row
from porteparole.state.tables import Line, Moment, metadata, now

servers = Table(
    "servers",
    metadata,
    Column("server", BigInteger, primary_key=True, autoincrement=False),
    Column("choices", JSON, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Line(200), nullable=False),
)


class Servers:
    """The choices in the state database (a :class:`porteparole.servers.choices.ServerBook`)."""

    def __init__(self, state: State) -> None:
        self._state = state

    def choices(self, server: int) -> Choices:
        """Return the choices of a server, the usual ones where nobody chose."""
        with self._state.begin() as connection:
            kept = connection.execute(
                select(servers.c.choices).where(servers.c.server == server)
            ).scalar_one_or_none()
        return _read(kept) if kept else Choices()

    def choose(self, server: int, choices: Choices, by: str) -> None:
        """Keep the choices of a server."""
        written = {
            "channels": list(choices.channels),
            "roles": list(choices.roles),
            "moderators": list(choices.moderators),
            "threads": choices.threads,
        }
        with self._state.begin() as connection:
            row = new_row(connection, servers).values(server=server, choices=written, at=now(), by=by)
            again = {"choices": row.excluded.choices, "at": row.excluded.at, "by": row.excluded.by}
            connection.execute(row.on_conflict_do_update(index_elements=["server"], set_=again))

    def forget(self, server: int) -> None:
        """Delete the choices of a server (the bot was removed from it)."""
        with self._state.begin() as connection:
            connection.execute(delete(servers).where(servers.c.server == server))


def _read(kept: dict[str, Any]) -> Choices:
    return Choices(
        tuple(kept.get("channels", ())),
        tuple(kept.get("roles", ())),
        tuple(kept.get("moderators", ())),
        kept.get("threads", "button"),
    )
