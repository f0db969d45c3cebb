"""A backup of a living corpus, made while it answers, restored elsewhere."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from porteparole.library.backup import back_up
from porteparole.library.opening import open_owned_state, open_watched_state
from porteparole.library.restoring import restore
from porteparole.notice import PorteParoleError
from porteparole.settings import Settings
from tests.library.conftest import BRIDGE, Newsroom


def _settings(data: Path) -> Settings:
    return Settings(data_dir=data)


def _backed_up(data: Path, target: Path) -> None:
    with open_watched_state(_settings(data)) as state:
        back_up(data, state, target, _settings(data))


def _restored(data: Path, source: Path) -> None:
    with open_owned_state(_settings(data)) as state:
        restore(data, state, source, "terminal:anne")


def test_a_backup_made_while_it_answers_is_the_same_corpus_elsewhere(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    service = newsroom.open()
    service.library.add(
        "port.txt", "Le préfet Marc Leduc a déclaré que le port rouvrirait.".encode(), actor="a"
    )
    newsroom.write("pont.txt", BRIDGE.replace("deux ans", "trois ans"))
    gone = service.library.reload(actor="a").paragraphs.changed[0]
    assert gone.number == 2
    before = service.library.status()
    _backed_up(newsroom.data, tmp_path / "b.tar.gz")
    newsroom.close()
    newsroom.data = tmp_path / "elsewhere"
    _restored(newsroom.data, tmp_path / "b.tar.gz")
    service = newsroom.open()
    after = service.library.status()
    assert (after.generation, after.kept, after.added) == (before.generation, before.kept, before.added)
    assert [a.action for a in service.library.history()] == ["restore", "reload", "add"]
    assert service.library.history()[0].actor == "terminal:anne"
    assert "trois ans" in service.ask("Qu’a déclaré Anne Morel sur les travaux ?").text
    newsroom.write("neuf.txt", "La maire Jeanne Obry a déclaré que le marché aurait lieu samedi.\n")
    assert service.library.reload(actor="a").embedded == 1, "what was embedded before the backup is not again"


def test_a_restore_takes_back_what_was_done_since(newsroom: Newsroom, tmp_path: Path) -> None:
    service = newsroom.open()
    first = service.library.status().generation
    _backed_up(newsroom.data, tmp_path / "b.tar.gz")
    service.library.remove("tram", actor="a")
    with pytest.raises(PorteParoleError) as error:
        _restored(newsroom.data, tmp_path / "b.tar.gz")
    assert error.value.notice.key == "library-held"
    newsroom.close()
    _restored(newsroom.data, tmp_path / "b.tar.gz")
    status = newsroom.open().library.status()
    assert (status.generation, status.removed) == (first, [])


def test_what_is_no_backup_changes_nothing(newsroom: Newsroom, tmp_path: Path) -> None:
    generation = newsroom.open().library.status().generation
    whole = tmp_path / "b.tar.gz"
    _backed_up(newsroom.data, whole)
    newsroom.close()
    torn, text, other = tmp_path / "torn.tar.gz", tmp_path / "text.tar.gz", tmp_path / "other.tar.gz"
    torn.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    text.write_text("no archive at all")
    with tarfile.open(other, "w:gz") as archive:
        archive.add(newsroom.seeds, "seeds")
    for wrong in (torn, text, other, tmp_path / "nowhere", tmp_path):
        with pytest.raises(PorteParoleError) as error:
            _restored(newsroom.data, wrong)
        assert error.value.notice.key == "backup-none"
    assert not (newsroom.data / "restore.new").exists()
    assert newsroom.open().library.status().generation == generation


@pytest.mark.parametrize("kind", [tarfile.REGTYPE, tarfile.SYMTYPE])
def test_an_archive_that_reaches_outside_is_refused(newsroom: Newsroom, tmp_path: Path, kind: bytes) -> None:
    newsroom.open()
    newsroom.close()
    with tarfile.open(tmp_path / "evil.tar.gz", "w:gz") as archive:
        entry = tarfile.TarInfo("../outside" if kind == tarfile.REGTYPE else "link")
        entry.type, entry.linkname = kind, "/etc"
        archive.addfile(entry)
    with pytest.raises(PorteParoleError) as error:
        _restored(newsroom.data, tmp_path / "evil.tar.gz")
    assert error.value.notice.key == "backup-none"
    assert not (newsroom.data / "outside").exists()


def test_a_backup_is_never_written_over(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.open()
    (tmp_path / "b.tar.gz").write_text("an older one")
    with pytest.raises(PorteParoleError) as error:
        _backed_up(newsroom.data, tmp_path / "b.tar.gz")
    assert error.value.notice.key == "backup-exists"
    with pytest.raises(PorteParoleError) as error:
        _backed_up(newsroom.data, tmp_path / "no" / "folder" / "b.tar.gz")
    assert error.value.notice.key == "backup-unwritable"
