"""Questions that the articles did not answer, so that moderators know what to add. Never who asked."""

from __future__ import annotations

import re

from sqlalchemy import Column, Integer, Table, delete, select

from porteparole.language import Language
from porteparole.state.database import State, new_row
from porteparole.state.entries import Gap
from porteparole.state.tables import Line, Moment, metadata, now
from porteparole.text.terms import words

gaps = Table(
    "gaps",
    metadata,
    Column("words", Line(300), primary_key=True),
    Column("language", Line(2), primary_key=True),
    Column("question", Line(300), nullable=False),
    Column("times", Integer, nullable=False),
    Column("last_asked", Moment, nullable=False),
)
LONGEST = 300
MOST = 5_000
# What could tell a person: a mention, an e-mail address, an address of a page, a long number.
_PERSONAL = re.compile(r"<[@#:][^>]*>|\S+@\S+|https?://\S+|\d[\d .-]{6,}\d|@\S+")


class Gaps:
    """The refused questions in the state database."""

    def __init__(self, state: State) -> None:
        self._state = state

    def note(self, question: str, language: Language) -> None:
        """Count a refused question; the same words in other letters or typography are one question."""
        shown = " ".join(_PERSONAL.sub(" ", question).split())[:LONGEST].strip()
        key = " ".join(word.folded for word in words(shown))[:LONGEST]
        if not key:
            return
        with self._state.begin() as connection:
            row = new_row(connection, gaps).values(
                words=key, language=language, question=shown, times=1, last_asked=now()
            )
            again = {"times": gaps.c.times + 1, "last_asked": row.excluded.last_asked}
            connection.execute(row.on_conflict_do_update(index_elements=["words", "language"], set_=again))
            # A stranger may type without end: the oldest questions make room.
            keep = select(gaps.c.last_asked).order_by(gaps.c.last_asked.desc()).offset(MOST).limit(1)
            connection.execute(delete(gaps).where(gaps.c.last_asked <= keep.scalar_subquery()))

    def most_frequent(self, count: int = 100) -> list[Gap]:
        """Return the questions refused most often first, the latest first among equals."""
        order = gaps.c.times.desc(), gaps.c.last_asked.desc()
        with self._state.begin() as connection:
            rows = connection.execute(
                select(gaps.c.question, gaps.c.language, gaps.c.times, gaps.c.last_asked)
                .order_by(*order)
                .limit(count)
            )
            return [Gap(*row) for row in rows]
