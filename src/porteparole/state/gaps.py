"""Questions that the articles did not answer, so that moderators know what to add. Never who asked."""

from __future__ import annotations

import re
from dataclasses import fields, replace

from sqlalchemy import Column, Integer, Table, delete, select, true, update

from porteparole.language import Language
from porteparole.notice import PorteParoleError
from porteparole.state.database import State, new_row
from porteparole.state.entries import Gap, Mark
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
    Column("mark", Line(10), nullable=False, server_default="open"),
    Column("marked_by", Line(200), nullable=False, server_default=""),
)
_FIELDS = tuple(gaps.c[field.name] for field in fields(Gap))
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

    def most_frequent(self, count: int = 100, *, dismissed: bool = False) -> list[Gap]:
        """Return the questions refused most often first, the latest first among equals.

        Args:
            count: how many at most.
            dismissed: whether those that were dismissed are among them.
        """
        order = gaps.c.times.desc(), gaps.c.last_asked.desc()
        shown = true() if dismissed else gaps.c.mark != "dismissed"
        with self._state.begin() as connection:
            rows = connection.execute(select(*_FIELDS).where(shown).order_by(*order).limit(count))
            return [Gap(*row) for row in rows]

    def mark(self, name: str, mark: Mark, actor: str) -> Gap:
        """Note what is made of a question, by its id (:attr:`Gap.id`) or its words; return it.

        It keeps its mark however often it is asked again.

        Raises:
            PorteParoleError: there is no such question (``library-no-gap``).
        """
        with self._state.begin() as connection:
            rows = [Gap(*row) for row in connection.execute(select(*_FIELDS))]
            gap = next((gap for gap in rows if name.strip() in (gap.id, gap.question)), None)
            if gap is None:
                raise PorteParoleError("library-no-gap", name=name[:LONGEST])
            by = "" if mark == "open" else actor[:200]
            same = (gaps.c.question == gap.question) & (gaps.c.language == gap.language)
            connection.execute(update(gaps).where(same).values(mark=mark, marked_by=by))
        return replace(gap, mark=mark, marked_by=by)
