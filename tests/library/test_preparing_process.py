"""A generation that another process prepares: the same, whatever happens to either of them."""

from __future__ import annotations

import logging
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from porteparole.library import preparing_process
from porteparole.library.origin import Origin
from porteparole.library.preparing import Preparation, Preparing, Task
from porteparole.library.preparing_process import PreparingProcess
from porteparole.notice import PorteParoleError
from porteparole.store.generation import Generations
from tests.library import killed
from tests.library.conftest import BRIDGE, Newsroom


def _silent(*_: object) -> None:
    pass


def _beside(task: Task, progress: Callable[[str, int, int], None]) -> PreparingProcess:
    return PreparingProcess(task, progress, 0)


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """However little is read, another process reads it."""
    monkeypatch.setattr(preparing_process, "SMALL", 0)


@pytest.fixture
def task(tmp_path: Path) -> Task:
    killed.write_articles(tmp_path, 3)
    data = tmp_path / "data"
    return Task(data, Origin((tmp_path / "seeds",), data / "articles", True, 10**6), (), None, "passages-1")


def _vectors(ids: object) -> dict[str, np.ndarray]:
    assert isinstance(ids, list)
    return {i: np.full(4, int(i[:6], 16) + 1.0, np.float32) for i in ids}


def _rows(data: Path, name: str) -> list[list[object]]:
    with closing(sqlite3.connect(data / "generations" / name / "catalogue.sqlite")) as db:
        tables = ("article", "paragraph", "passage", "speaker", "word")
        return [db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables]


def test_it_prepares_what_this_process_would(task: Task, tmp_path: Path) -> None:
    made: list[object] = []
    for make in (Preparation, _beside):
        with closing(make(task, _silent)) as prepare:
            found = prepare.read()
            written = prepare.write(_vectors)
        assert written
        generations = Generations(task.data_dir)
        generations.put(found.generation, written)
        opened = generations.open(found.generation)
        assert opened.vectors
        nearest = opened.vectors.nearest([1, 1, 1, 1], 3)
        made.append((found, _rows(task.data_dir, found.generation), nearest))
        generations.discard([], None)
    assert made[0] == made[1]


@pytest.mark.parametrize("make", [Preparation, _beside])
def test_an_error_that_people_can_mend_comes_back_whole(
    task: Task, make: Callable[..., Preparing], tmp_path: Path
) -> None:
    for file in (tmp_path / "seeds").iterdir():
        file.unlink()
    with closing(make(task, _silent)) as preparation, pytest.raises(PorteParoleError) as error:
        preparation.read()
    assert error.value.notice.key == "store-empty"
    assert error.value.notice.values == {"sources": str(tmp_path / "seeds")}


def test_a_process_of_other_code_is_refused(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing_process, "reading_version", lambda: "of yesterday")
    with closing(PreparingProcess(task, _silent, 0)) as child, pytest.raises(PorteParoleError) as error:
        child.read()
    assert error.value.notice.key == "library-replaced"


def test_any_other_error_comes_back_with_its_place(task: Task) -> None:
    (task.data_dir).mkdir()
    (task.data_dir / "generations").write_text("a file where a folder should be", encoding="utf-8")
    with closing(PreparingProcess(task, _silent, 0)) as preparation:
        preparation.read()
        with pytest.raises(OSError, match="generations") as error:
            preparation.write(_vectors)
    assert any("generation.py" in note for note in error.value.__notes__)


def test_what_it_logs_is_logged_here(task: Task, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "porteparole"), closing(PreparingProcess(task, _silent, 0)) as child:
        child.read()
    assert f"{killed.FILLERS + 1} articles read" in caplog.messages


def test_it_can_be_stopped_and_leaves_nothing_running(task: Task) -> None:
    stop = threading.Event()

    def progress(*_: object) -> None:
        if stop.is_set():
            raise PorteParoleError("library-stopped")

    child = PreparingProcess(task, progress, 0)
    with closing(child):
        child.read()
        stop.set()
        # It waits for vectors, which nobody gives: the look around is what ends it.
        with pytest.raises(PorteParoleError, match="library-stopped"):
            child.write(_vectors)
    assert child._child.returncode is not None


@pytest.mark.usefixtures("beside")
def test_a_library_reloads_through_it(newsroom: Newsroom) -> None:
    service = newsroom.open()
    stages: list[str] = []
    newsroom.write("pont.txt", BRIDGE.replace("deux ans", "trois ans"))
    dry = service.library.reload(actor="test", dry_run=True)
    assert (dry.swapped, dry.embedded) == (False, 1)
    report = service.library.reload(actor="test", progress=lambda stage, done, total: stages.append(stage))
    assert (report.swapped, report.embedded, report.generation) == (True, 1, dry.generation)
    assert list(dict.fromkeys(stages)) == ["reading", "embedding", "statements", "indexing", "verifying"]
    assert "trois ans" in service.ask(killed.QUESTION).text
    with pytest.raises(PorteParoleError) as error:
        service.library.add("rien.txt", b" ", actor="test")
    assert error.value.notice.key == "corpus-refused-empty"
    assert service.library.reload(actor="test").generation == report.generation


@pytest.mark.usefixtures("beside")
def test_when_no_process_can_be_started_it_is_done_here(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def none(*_: object, **__: object) -> None:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(subprocess, "Popen", none)
    service = newsroom.open()
    assert "deux ans" in service.ask(killed.QUESTION).text
    assert "no process can be started" in caplog.text


@pytest.mark.usefixtures("beside")
@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_killed_at_random_moments_the_old_generation_answers(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    children: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def noted(*given: object, **more: object) -> subprocess.Popen[bytes]:
        children.append(start(*given, **more))  # type: ignore[call-overload]
        return children[-1]

    monkeypatch.setattr(subprocess, "Popen", noted)
    chance = random.Random(2)
    service = newsroom.open()
    before = service.library.status().generation
    newsroom.write("pont.txt", BRIDGE.replace("deux ans", "trois ans"))
    whole = service.library.reload(actor="test", dry_run=True).seconds
    with pytest.raises(PorteParoleError, match="library-failed"):
        service.library.reload(actor="test", progress=lambda stage, done, total: _kill(children[-1:]))
    for _ in range(5):
        count = len(children)
        timer = threading.Timer(chance.uniform(0, whole), lambda count=count: _kill(children[count:]))
        timer.start()
        try:
            report = service.library.reload(actor="test")
        except PorteParoleError as error:
            assert error.notice.key == "library-failed"
            assert "ended (-9)" in str(error.notice.values["reason"])
            assert service.library.status().generation == before
        else:
            before = report.generation
        timer.join()
        assert "ans" in service.ask(killed.QUESTION).text
    service.library.reload(actor="test")
    assert "trois ans" in service.ask(killed.QUESTION).text
    kept = {one.generation for one in service.library.status().kept}
    assert {folder.name for folder in (newsroom.data / "generations").iterdir()} == kept
    assert all(child.poll() is not None for child in children)


def _kill(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.send_signal(signal.SIGKILL)


@pytest.fixture
def parent(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process whose child waits for vectors that never come."""
    killed.write_articles(tmp_path, 1)
    code = (
        "import sys, time; from pathlib import Path\n"
        "from porteparole.library.origin import Origin\n"
        "from porteparole.library.preparing import Task\n"
        "from porteparole.library.preparing_process import PreparingProcess\n"
        "data = Path(sys.argv[1]) / 'data'\n"
        "origin = Origin((data.parent / 'seeds',), data / 'articles', True, 10**6)\n"
        "child = PreparingProcess(Task(data, origin, (), None, 'passages-1'), lambda *_: None, 0)\n"
        "child.read()\n"
        "print(child._child.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE)
    yield process
    process.kill()
    process.wait()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks for the child in /proc")
def test_it_ends_with_whoever_started_it(parent: subprocess.Popen[bytes]) -> None:
    assert parent.stdout
    child = int(parent.stdout.readline())
    assert _runs(child)
    os.kill(parent.pid, signal.SIGKILL)
    deadline = time.monotonic() + 20
    while _runs(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _runs(child)


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
