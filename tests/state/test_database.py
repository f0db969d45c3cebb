import importlib
import pkgutil
import threading
from pathlib import Path

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import porteparole.state
from porteparole.notice import PorteParoleError
from porteparole.state import database
from porteparole.state.audit import AuditLog
from porteparole.state.database import State, newest_revision, open_state
from porteparole.state.tables import metadata


def test_the_migrations_make_just_the_tables_that_the_code_uses(state: State) -> None:
    for module in pkgutil.iter_modules(porteparole.state.__path__, "porteparole.state."):
        importlib.import_module(module.name)
    with state.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_migrations_are_one_line_and_the_newest_is_the_last_by_name() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).with_name("migrations")))
    assert ScriptDirectory.from_config(config).get_heads() == [newest_revision()]


def test_opening_again_keeps_everything(url: str, tmp_path: Path) -> None:
    first = open_state(url, tmp_path)
    AuditLog(first).note("terminal:anne", "add", "pont.txt", "done")
    first.close()
    second = open_state(url, tmp_path)
    assert [action.subject for action in AuditLog(second).latest()] == ["pont.txt"]
    second.close()


def test_several_may_open_an_empty_database_at_once(url: str, tmp_path: Path) -> None:
    errors: list[BaseException] = []

    def open_it() -> None:
        try:
            open_state(url, tmp_path).close()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_a_transaction_that_fails_leaves_nothing(state: State) -> None:
    with pytest.raises(PorteParoleError) as error, state.begin() as connection:
        connection.exec_driver_sql("INSERT INTO gaps VALUES ('a', 'fr', 'a', 1, '2026-01-01 00:00:00')")
        connection.exec_driver_sql("INSERT INTO no_such_table VALUES (1)")
    assert error.value.notice.key == "state-failed"
    with state.begin() as connection:
        assert connection.execute(sqlalchemy.text("SELECT count(*) FROM gaps")).scalar_one() == 0


def test_a_database_of_a_newer_version_is_left_alone(url: str, tmp_path: Path) -> None:
    first = open_state(url, tmp_path)
    with first.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    first.close()
    with pytest.raises(PorteParoleError) as error:
        open_state(url, tmp_path)
    assert error.value.notice.key == "state-newer"


def test_without_an_address_it_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    open_state(None, tmp_path / "data").close()
    assert (tmp_path / "data" / "state.sqlite").is_file()


@pytest.mark.parametrize(
    "address", ["nonsense", "mysql://root:hunter2@h/x", "oracle+none://x", "://", "http://h:p"]
)
def test_an_unusable_address_is_told_without_repeating_it(address: str, tmp_path: Path) -> None:
    with pytest.raises(PorteParoleError) as error:
        open_state(address, tmp_path)
    assert error.value.notice.key == "state-wrong-address"
    assert "hunter2" not in str(error.value)


def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "state.sqlite").write_text("this is no database, but somebody's notes" * 50)
    with pytest.raises(PorteParoleError) as error:
        open_state(None, tmp_path)
    assert error.value.notice.key == "state-unreachable"
    assert "somebody's notes" in (tmp_path / "state.sqlite").read_text()


def test_a_server_that_is_away_is_told_without_the_password(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(PorteParoleError) as error:
        open_state("postgresql://porte:hunter2@127.0.0.1:9/parole", tmp_path)
    assert error.value.notice.key == "state-unreachable"
    assert "hunter2" not in str(error.value)
