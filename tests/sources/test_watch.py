"""The folders of articles are watched; when they come to rest, they are reloaded, whatever happens."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from porteparole.corpus.article import RefusedFile
from porteparole.library.report import Changes, Report, Status
from porteparole.notice import Notice, PorteParoleError
from porteparole.sources.watch import watching
from porteparole.texts import Texts

# Generous: a loaded machine is slow, and nothing here waits for it in vain.
LONG = 20


@dataclass
class LibraryDouble:
    """Remembers who reloaded; raises first what it is given."""

    errors: list[Exception] = field(default_factory=list[Exception])
    refused: tuple[RefusedFile, ...] = ()
    behind: bool = False
    rolled_back: bool = False
    actors: list[str] = field(default_factory=list[str])
    reloaded: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def reload(self, *, actor: str, **options: Any) -> Report:
        self.actors.append(actor)
        try:
            if self.errors:
                raise self.errors.pop(0)
            return Report("g1", Changes(), Changes(), self.refused)
        finally:
            self.reloaded.release()

    def status(self) -> Status:
        return Status("g1", datetime.now(UTC), 2, 9, self.rolled_back, self.behind, (), None, (), ())

    def waits_for_reload(self) -> bool:
        return self.reloaded.acquire(timeout=LONG)


@pytest.fixture
def library() -> LibraryDouble:
    return LibraryDouble()


Watch = Callable[..., AbstractContextManager[None]]


@pytest.fixture
def watch(library: LibraryDouble) -> Watch:
    texts = Texts()

    def sentence(notice: Notice) -> str:
        return texts.notice("en", notice)

    def start(*sources: Path) -> AbstractContextManager[None]:
        return watching(library, sources, settle=0.05, sentence=sentence, look=0.2)  # type: ignore[arg-type]

    return start


def begin(folder: Path, library: LibraryDouble) -> None:
    """Wait until the system watches a folder."""
    for number in range(100):
        (folder / "begin.txt").write_text(str(number))
        if library.reloaded.acquire(timeout=0.3):
            break
    while library.reloaded.acquire(timeout=0.3):
        pass


def test_a_new_changed_or_removed_article_is_a_reason_to_reload(
    tmp_path: Path, watch: Watch, library: LibraryDouble
) -> None:
    with watch(tmp_path):
        begin(tmp_path, library)
        for act in (
            lambda: (tmp_path / "a.txt").write_text("un"),
            lambda: (tmp_path / "a.txt").write_text("deux"),
            lambda: (tmp_path / "a.txt").rename(tmp_path / "b.txt"),
            lambda: (tmp_path / "b.txt").unlink(),
        ):
            act()
            assert library.waits_for_reload()
    assert set(library.actors) == {"watch"}


def test_hidden_files_are_nothing_to_reload_for(tmp_path: Path, watch: Watch, library: LibraryDouble) -> None:
    (tmp_path / ".git").mkdir()
    with watch(tmp_path):
        begin(tmp_path, library)
        (tmp_path / ".a.txt.swp").write_text("x")
        (tmp_path / ".git" / "index").write_text("x")
        assert not library.reloaded.acquire(timeout=0.5)
        (tmp_path / "sub").mkdir()
        assert library.waits_for_reload()


def test_one_file_is_watched_through_its_replacement(
    tmp_path: Path, watch: Watch, library: LibraryDouble
) -> None:
    source, other = tmp_path / "articles.jsonl", tmp_path / "other.jsonl"
    source.write_text("{}")
    with watch(source):
        for number in range(100):
            source.write_text(str(number))
            if library.reloaded.acquire(timeout=0.3):
                break
        for text in ("1", "2"):
            other.write_text(text)
            other.replace(source)
            assert library.waits_for_reload()


def test_what_goes_wrong_is_logged_in_a_sentence_and_the_watch_goes_on(
    tmp_path: Path,
    watch: Watch,
    library: LibraryDouble,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with watch(tmp_path), caplog.at_level(logging.WARNING):
        begin(tmp_path, library)
        library.errors = [PorteParoleError("corpus-source-missing", path="seeds"), RuntimeError("a bug")]
        library.refused = (RefusedFile("a.pdf", 3, Notice("corpus-refused-binary")),)
        for number in range(3):
            (tmp_path / f"{number}.txt").write_text("x")
            assert library.waits_for_reload()
    said = [record.getMessage() for record in caplog.records]
    assert said[0] == "watch: the articles were not reloaded: seeds does not exist."
    assert caplog.records[1].exc_info
    assert said[2] == "watch: a.pdf:3: This file is not text. Save it as text, encoded as UTF-8."


def test_while_somebody_else_reloads_it_waits_and_reloads_then(
    tmp_path: Path, watch: Watch, library: LibraryDouble
) -> None:
    with watch(tmp_path):
        begin(tmp_path, library)
        library.errors = [PorteParoleError("library-busy")] * 3
        (tmp_path / "a.txt").write_text("x")
        for _ in range(4):
            assert library.waits_for_reload()
    assert library.errors == []


def test_a_folder_that_comes_later_or_again_is_watched(
    tmp_path: Path, watch: Watch, library: LibraryDouble
) -> None:
    folder = tmp_path / "later"
    with watch(folder):
        folder.mkdir()
        begin(folder, library)
        folder.rename(tmp_path / "away")
        folder.mkdir()
        begin(folder, library)
        (folder / "a.txt").write_text("x")
        assert library.waits_for_reload()


def test_what_changed_before_the_watch_began_is_reloaded_unless_somebody_rolled_back(
    tmp_path: Path, watch: Watch, library: LibraryDouble
) -> None:
    library.behind = library.rolled_back = True
    with watch(tmp_path):
        assert not library.reloaded.acquire(timeout=0.7)
    library.rolled_back = False
    with watch(tmp_path):
        assert library.waits_for_reload()


def test_leaving_ends_every_thread(tmp_path: Path, watch: Watch) -> None:
    before = threading.active_count()
    with watch(tmp_path, tmp_path / "not-there"):
        assert threading.active_count() == before + 2
    assert threading.active_count() == before
