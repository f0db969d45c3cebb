"""``porteparole corpus reload`` and its kin, ``backup`` and ``restore``, with the real engine behind them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from porteparole.embedding.embedder import Embedder
from tests.cli.small_service import Ran

BRIDGE = "Le maire de Tours, Jean Petit, a déclaré que le pont serait fermé lundi.\n"


@pytest.fixture(autouse=True)
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, embedder: Embedder) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "pont.txt").write_text(BRIDGE, encoding="utf-8")
    monkeypatch.setenv("PORTEPAROLE_SEEDS_DIR", str(folder))
    monkeypatch.setattr("porteparole.library.opening.make_embedder", lambda *_, **__: embedder)
    return folder


def test_the_report_is_one_object(run: Callable[..., Ran], seeds: Path) -> None:
    (seeds / "vide.txt").write_text("")
    ended = run("corpus", "reload", "--json")
    told = json.loads(ended.out)
    assert ended.code == 0
    assert told["articles"] == {"added": ["pont"], "changed": [], "removed": []}
    assert told["paragraphs"]["added"] == [{"article": "pont", "paragraph": 1}]
    assert [(file["file"], file["line"]) for file in told["refused"]] == [("vide.txt", None)]
    assert told["refused"][0]["reason"]
    assert (told["embedded"], told["dry_run"]) == (1, False)
    assert told["generation"]
    assert told["seconds"] >= 0
    again = json.loads(run("corpus", "reload", "--json").out)
    assert (again["generation"], again["embedded"]) == (told["generation"], 0)


def test_a_dry_run_before_anything_was_read_leaves_nothing(run: Callable[..., Ran], tmp_path: Path) -> None:
    told = json.loads(run("corpus", "reload", "--dry-run", "--json").out)
    assert (told["embedded"], told["dry_run"]) == (1, True)
    assert not (tmp_path / "data" / "generations").exists()
    ended = run("corpus", "status")
    assert (ended.code, ended.out) == (1, "")
    assert "Nothing was read in this data folder yet" in ended.err


def test_an_article_is_added_shown_removed_and_taken_back(run: Callable[..., Ran], tmp_path: Path) -> None:
    run("corpus", "reload")
    (tmp_path / "port.txt").write_text("La ministre Jeanne Obry a déclaré que le port rouvrirait.\n", "utf-8")
    added = run("corpus", "add", str(tmp_path / "port.txt"), "--title", "Le port", "--date", "2026-02-12")
    assert "+ port · Le port" in added.out
    assert "Articles +1 ~0 −0" in added.out
    again = run("corpus", "add", str(tmp_path / "port.txt"))
    assert (again.code, again.out) == (1, "")
    assert "--replace" in again.err
    assert "+ port (added): Le port" in run("corpus", "status").out
    assert "− port · Le port" in run("corpus", "remove", "port").out
    wrong = run("corpus", "remove", "ponts")
    assert wrong.code == 1
    assert "the nearest are pont" in wrong.err
    assert "+ port · Le port" in run("corpus", "remove", "port", "--undo").out
    assert "− port · Le port" in run("corpus", "rollback").out
    assert "earlier generation (rollback)" in run("corpus", "status").out
    history = json.loads(run("corpus", "history", "--json").out)["actions"]
    assert [(a["action"], a["outcome"]) for a in history] == [
        ("rollback", "done"),
        ("readmit", "done"),
        ("remove", "refused"),
        ("remove", "done"),
        ("add", "refused"),
        ("add", "done"),
        ("reload", "done"),
    ]
    assert "There is no article ponts" in run("corpus", "history").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("add", "nowhere.txt"), "cannot be read"),
        (("add", "http://127.0.0.1/x"), "private or local network"),
        (("add", "x.txt", "--date", "yesterday"), "yesterday"),
        (("rollback",), "no earlier generation"),
        (("gaps",), "Nothing was read"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    run: Callable[..., Ran], arguments: tuple[str, ...], told: str
) -> None:
    ended = run("corpus", *arguments)
    assert (ended.code, ended.out) == (1, "")
    assert told in ended.err


def test_the_owner_of_the_folder_is_named_and_looking_is_still_possible(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    from porteparole.store.lock import DataLock

    run("corpus", "reload")
    lock = DataLock(tmp_path / "data")
    try:
        for command in (["corpus", "reload"], ["corpus", "rollback"], ["restore", "x"]):
            held = run(*command)
            assert held.code == 1
            assert "/corpus in Discord" in held.err
        for command in ("status", "history", "gaps"):
            assert run("corpus", command).code == 0
        assert run("backup", str(tmp_path / "b.tar.gz")).code == 0
    finally:
        lock.release()
    restored = run("restore", str(tmp_path / "b.tar.gz"))
    assert restored.code == 0
    assert "Restored: 1 " in restored.err
