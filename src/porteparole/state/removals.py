"""Articles that moderators removed although the sources still have them."""

from __future__ import annotations

from sqlalchemy import Column, Table, delete, insert, select

from porteparole.state.database import State
from porteparole.state.entries import Removal
from porteparole.state.tables import Line, Moment, metadata, now

removals = Table(
    "removals",
    metadata,
    Column("article", Line(100), primary_key=True),
    Column("digest", Line(64), nullable=False),
    Column("title", Line(1000), nullable=False),
    Column("at", Moment, nullable=False),
    Column("actor", Line(200), nullable=False),
)


class Removals:
    """The removed articles in the state database."""

    def __init__(self, state: State) -> None:
        self._state = state

    def all(self) -> list[Removal]:
        """Return every removal, oldest first."""
        with self._state.begin() as connection:
            rows = connection.execute(select(removals).order_by(removals.c.at))
            return [Removal(*row) for row in rows]

    def add(self, article: str, digest: str, title: str, actor: str) -> None:
        """Remember that an article was removed."""
        with self._state.begin() as connection:
            connection.execute(delete(removals).where(removals.c.article == article))
            connection.execute(
                insert(removals).values(article=article, digest=digest, title=title, at=now(), actor=actor)
            )

    def lift(self, article: str) -> bool:
        """Forget a removal; say whether there was one."""
        with self._state.begin() as connection:
            done = connection.execute(delete(removals).where(removals.c.article == article))
            return done.rowcount > 0
