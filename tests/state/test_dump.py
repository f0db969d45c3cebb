from pathlib import Path

import pytest
import sqlalchemy

from porteparole.corpus.article import Corpus
from porteparole.state.archive import Archive
from porteparole.state.audit import AuditLog
from porteparole.state.database import State, newest_revision, open_state
from porteparole.state.dump import dumped, load
from porteparole.state.gaps import Gaps
from porteparole.state.removals import Removals


def _filled(folder: Path, harbour: Corpus) -> list[str]:
    state = open_state(None, folder)
    AuditLog(state).note("terminal:anne", "add", "é « x »", "done", {"articles": {"added": 1}})
    Gaps(state).note("Qui est là ?", "fr")
    Removals(state).add("pont", "d" * 64, "Le pont", "discord:1")
    article = harbour.articles[0]
    with state.begin() as connection:
        Archive(state).keep(connection, {article.id: [article.paragraphs[0].id]}, [article])
        lines = list(dumped(connection))
    state.close()
    return lines


def test_a_dump_of_one_database_fills_any_other(state: State, tmp_path: Path, harbour: Corpus) -> None:
    lines = _filled(tmp_path / "old", harbour)
    AuditLog(state).note("somebody", "reload", "", "done")
    assert load(state, lines, newest_revision()) == len(lines)
    (action,) = AuditLog(state).latest()
    assert (action.actor, action.subject, action.details) == (
        "terminal:anne",
        "é « x »",
        {"articles": {"added": 1}},
    )
    assert Gaps(state).most_frequent()[0].question == "Qui est là ?"
    assert Removals(state).all()[0].article == "pont"
    assert Archive(state).article_of(harbour.articles[0].paragraphs[0].id) == harbour.articles[0]
    AuditLog(state).note("terminal:anne", "reload", "", "done")
    assert [a.action for a in AuditLog(state).latest()] == ["reload", "add"], "numbers go on after the last"
    with state.begin() as connection:
        again = list(dumped(connection))
    assert len(again) == len(lines) + 1


def test_a_dump_of_an_older_version_is_brought_up_to_date(state: State, tmp_path: Path) -> None:
    old = open_state(f"sqlite:///{tmp_path}/old.sqlite", tmp_path, revision="0001")
    with old.begin() as connection:
        connection.execute(
            sqlalchemy.text(
                "INSERT INTO gaps VALUES ('le port', 'fr', 'Le port ?', 2, '2026-01-01 00:00:00')"
            )
        )
        lines = list(dumped(connection))
    old.close()
    load(state, lines, "0001")
    assert Gaps(state).most_frequent()[0].times == 2


def test_lines_that_are_no_dump_change_nothing(state: State) -> None:
    AuditLog(state).note("somebody", "reload", "", "done")
    for lines in (["{"], ['{"table": "nowhere", "row": {}}'], ["[1]"]):
        with pytest.raises((ValueError, KeyError, TypeError)):
            load(state, lines, newest_revision())
    assert len(AuditLog(state).latest()) == 1
