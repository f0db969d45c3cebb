"""Translations by a machine, kept by the content of the paragraph: each is made once."""

from __future__ import annotations

from sqlalchemy import Column, Table, select

from porteparole.state.database import State, new_row
from porteparole.state.entries import Translation
from porteparole.state.tables import Line, Moment, metadata, now

translations = Table(
    "translations",
    metadata,
    Column("paragraph", Line(16), primary_key=True),
    Column("text", Line(20_000), nullable=False),
    Column("model", Line(200), nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Line(200)),
)


class Translations:
    """The translations in the state database."""

    def __init__(self, state: State) -> None:
        self._state = state

    def all(self) -> dict[str, Translation]:
        """Return every translation by the content id of its paragraph, those that did not hold as well."""
        with self._state.begin() as connection:
            columns = translations.c.paragraph, translations.c.text, translations.c.model, translations.c.by
            rows = connection.execute(select(*columns))
            return {row.paragraph: Translation(row.text, row.model, row.by) for row in rows}

    def keep(self, paragraph: str, translation: Translation) -> None:
        """Keep the translation of a paragraph in place of the one before."""
        values = {
            "text": translation.text,
            "model": translation.model,
            "at": now(),
            "by": translation.by,
        }
        with self._state.begin() as connection:
            row = new_row(connection, translations).values(paragraph=paragraph, **values)
            connection.execute(row.on_conflict_do_update(index_elements=["paragraph"], set_=values))
