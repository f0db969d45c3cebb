"""The state database: SQLite in the data folder, or PostgreSQL by its address."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy
from sqlalchemy import Connection, Engine, Table, event, make_url
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from porteparole.notice import PorteParoleError

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

STATE_FILE = "state.sqlite"
_MIGRATIONS = Path(__file__).with_name("migrations")
_WAIT_SECONDS = 30
# Any number will do that no other program locks in the same database (PostgreSQL's advisory locks).
_MIGRATING = 0x9061E9A1


class State:
    """The open database; may be used from any thread. Made by :func:`open_state`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of this machine."""
        return self._engine.dialect.name == "sqlite"

    @contextmanager
    def begin(self) -> Generator[Connection]:
        """Run one transaction: all of it is kept, or nothing.

        Raises:
            PorteParoleError: the database is gone, full or locked (``state-failed``).
        """
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise PorteParoleError("state-failed", place=self.place, reason=_reason(error)) from error

    @property
    def place(self) -> str:
        """Where it is, without a password."""
        return _place(self._engine.url)

    def close(self) -> None:
        """Give its connections back."""
        self._engine.dispose()


def open_state(url: str | None, data_dir: Path, *, revision: str | None = None) -> State:
    """Open the database, making or bringing its tables up to date.

    Args:
        url: ``postgresql://user:password@host/name``, or ``sqlite:///path``; None or empty for
            ``state.sqlite`` in the data folder.
        data_dir: the data folder.
        revision: up to which migration the tables are brought; the newest without it.

    Raises:
        PorteParoleError: the address is wrong (``state-wrong-address``), its driver is not installed
            (``state-no-driver``), the database cannot be opened (``state-unreachable``), or a newer
            Porte-Parole has written it (``state-newer``).
    """
    engine = _engine(url, data_dir)
    try:
        _migrate(engine, revision or newest_revision())
    except SQLAlchemyError as error:
        engine.dispose()
        raise PorteParoleError(
            "state-unreachable", place=_place(engine.url), reason=_reason(error)
        ) from error
    except BaseException:
        engine.dispose()
        raise
    return State(engine)


def _engine(url: str | None, data_dir: Path) -> Engine:
    if not url:
        data_dir.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{data_dir.resolve() / STATE_FILE}"
    try:
        address = make_url(url)
        if address.get_backend_name() == "postgresql":
            return _postgresql(address)
        if address.get_backend_name() == "sqlite":
            return _sqlite(address)
    except (ArgumentError, NoSuchModuleError, ValueError):
        pass
    # The address itself is not repeated: it may hold a password.
    raise PorteParoleError("state-wrong-address")


def _postgresql(address: sqlalchemy.URL) -> Engine:
    try:
        return sqlalchemy.create_engine(
            address.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            connect_args={"connect_timeout": 10},
        )
    except ImportError:
        raise PorteParoleError("state-no-driver") from None


def _sqlite(address: sqlalchemy.URL) -> Engine:
    engine = sqlalchemy.create_engine(address, connect_args={"timeout": _WAIT_SECONDS})

    # As SQLAlchemy's page on SQLite says: else Python's sqlite3 begins transactions late, none for tables.
    @event.listens_for(engine, "connect")
    def _connect(connection: Any, record: object) -> None:  # pyright: ignore[reportUnusedFunction]
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:  # pyright: ignore[reportUnusedFunction]
        # Taking the right to write at once, so that nobody has to be turned away in mid-transaction.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def new_row(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return an insert that may say what to do where the row is there already: ``.on_conflict_do_…``."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    return sqlite.insert(table)


def newest_revision() -> str:
    """Return the newest migration: files are ``rNNNN_what.py``, each after the one before it."""
    return max(file.stem for file in (_MIGRATIONS / "versions").glob("r*.py"))[1:5]


def _migrate(engine: Engine, wanted: str) -> None:
    if _revision(engine) == wanted:
        return
    from alembic import command
    from alembic.config import Config

    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATING})")
        if (_read_revision(connection) or "") > wanted:
            raise PorteParoleError("state-newer", place=_place(engine.url))
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        command.upgrade(config, wanted)


def _revision(engine: Engine) -> str | None:
    with engine.begin() as connection:
        return _read_revision(connection)


def _read_revision(connection: Connection) -> str | None:
    if not sqlalchemy.inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()


def _place(url: sqlalchemy.URL) -> str:
    return url.database or "" if url.get_backend_name() == "sqlite" else f"{url.host}/{url.database}"


def _reason(error: SQLAlchemyError) -> str:
    # The driver's first line; SQLAlchemy's own text would repeat the statement with its values.
    return str(getattr(error, "orig", None) or type(error).__name__).strip().split("\n")[0]
