"""Each test of this room runs on SQLite, and on PostgreSQL where one is named for tests."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy

from porteparole.state.database import State, open_state


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/state.sqlite"
        return
    server = os.environ.get("TEST_POSTGRESQL")
    if not server:
        pytest.skip("TEST_POSTGRESQL names no server (postgresql://user:password@host/name)")
    pytest.importorskip("psycopg")
    address = sqlalchemy.make_url(server).set(drivername="postgresql+psycopg")
    name = f"porteparole_{secrets.token_hex(6)}"
    admin = sqlalchemy.create_engine(address, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    try:
        yield address.set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        admin.dispose()


@pytest.fixture
def state(url: str, tmp_path: Path) -> Iterator[State]:
    """An open database."""
    opened = open_state(url, tmp_path)
    yield opened
    opened.close()
