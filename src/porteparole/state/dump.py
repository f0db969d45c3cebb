"""The rows of the state database as lines of JSON, the same for SQLite and PostgreSQL."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Date, DateTime, LargeBinary, MetaData, Table, delete, func, insert, select

from porteparole.state.database import State, open_state

_VERSION = "alembic_version"


def dumped(connection: Connection) -> Iterator[str]:
    """Yield a line for each row, in an order in which they can be put in again."""
    for table in _tables(connection):
        for row in connection.execute(select(table)).mappings():
            yield json.dumps({"table": table.name, "row": {name: _out(value) for name, value in row.items()}})


def load(
    state: State, lines: Iterable[str], revision: str, more: Callable[[Connection], None] | None = None
) -> int:
    """Put the rows of a dump in place of all that are there, in one transaction; return how many.

    Args:
        state: the open database.
        lines: what :func:`dumped` gave.
        revision: of the database that was dumped; an older one is brought up to date first.
        more: what else is written in the same transaction.

    Raises:
        ValueError, KeyError: the lines are no dump.
        PorteParoleError: the database could not be written; it stays as it was.
    """
    rows = [(str(line["table"]), dict(line["row"])) for line in map(json.loads, lines)]
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'old.sqlite'}"
        old = open_state(url, Path(folder), revision=revision)
        with old.begin() as connection:
            _fill(connection, rows)
        old.close()
        new = open_state(url, Path(folder))
        with new.begin() as connection:
            rows = [(str(line["table"]), line["row"]) for line in map(json.loads, dumped(connection))]
        new.close()
    with state.begin() as connection:
        _fill(connection, rows)
        if not state.is_sqlite:
            _count_on(connection)
        if more:
            more(connection)
    return len(rows)


def _fill(connection: Connection, rows: list[tuple[str, dict[str, Any]]]) -> None:
    tables = {table.name: table for table in _tables(connection)}
    for table in reversed(tables.values()):
        connection.execute(delete(table))
    for name, row in rows:
        table = tables[name]
        connection.execute(insert(table).values({column: _in(table, column, row[column]) for column in row}))


def _count_on(connection: Connection) -> None:
    # PostgreSQL's counters do not see numbers that are given.
    for table in _tables(connection):
        for column in table.primary_key.columns:
            sequence = "SELECT pg_get_serial_sequence(%s, %s)"
            name = connection.exec_driver_sql(sequence, (table.name, column.name)).scalar()
            if name:
                following = connection.execute(select(func.coalesce(func.max(column), 0) + 1)).scalar()
                connection.exec_driver_sql("SELECT setval(%s, %s, false)", (name, following))


def _tables(connection: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != _VERSION]


def _out(value: Any) -> Any:
    # A datetime is a date too.
    if isinstance(value, date):
        return value.isoformat()
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _in(table: Table, column: str, value: Any) -> Any:
    if isinstance(table.c[column].type, DateTime) and isinstance(value, str):
        return datetime.fromisoformat(value)
    if isinstance(table.c[column].type, Date) and isinstance(value, str):
        return date.fromisoformat(value)
    binary = isinstance(table.c[column].type, LargeBinary)
    return base64.b64decode(value) if binary and isinstance(value, str) else value
