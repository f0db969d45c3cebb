"""Kill -9 at any moment, a full disk, a Chroma that goes away, questions while it reloads: for real."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import random
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any, cast

import pytest

from porteparole.library.backup import back_up
from porteparole.library.opening import open_owned_state, open_watched_state
from porteparole.notice import PorteParoleError
from porteparole.service import Library
from porteparole.settings import Settings
from porteparole.state.archive import Archive
from porteparole.state.database import open_state
from porteparole.state.swaps import Swaps
from porteparole.store.generation import Generations
from tests.library import killed
from tests.library.conftest import BRIDGE, Newsroom

KILLS = 20
ADDED = "Le préfet Marc Leduc a déclaré que le port rouvrirait.".encode()
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kill -9 and limits as Linux has them")


@pytest.fixture(scope="module")
def processes() -> Iterator[ForkServerContext]:
    """Processes that are born with everything imported."""
    context = multiprocessing.get_context("forkserver")
    heavy = ["tests.library.killed", "chromadb", "langchain_chroma", "alembic.command"]
    context.set_forkserver_preload(heavy)
    yield context


def test_killed_at_random_moments_nothing_acknowledged_is_lost(
    tmp_path: Path, processes: ForkServerContext
) -> None:
    chance = random.Random(5)
    killed.write_articles(tmp_path, 0)
    acknowledged: dict[int, str] = {}
    paragraphs: set[str] = set()
    number = 0
    for turn in range(KILLS):
        ours, theirs = processes.Pipe()
        # Every fourth one has its articles read by another process, which has to end with it.
        small = 0 if turn % 4 == 3 else 10**9
        child = processes.Process(target=killed.reload_without_end, args=(tmp_path, theirs, number, small))
        child.start()
        theirs.close()
        assert ours.poll(60), "it never came back after a kill"
        deadline = time.monotonic() + chance.uniform(0, 0.6)
        last = None
        while (left := deadline - time.monotonic()) > 0 or last is None:
            if ours.poll(max(left, 0.0) if last else 60):
                last = ours.recv()
                number, generation, ids, cited, text = last
                assert f"{number} ans" in text
                assert cited
                acknowledged[number] = generation
                paragraphs.update(ids)
        assert child.pid
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        _check(tmp_path / "data", acknowledged[number], paragraphs)
        number += 1
    service = killed.opened(tmp_path)
    try:
        killed.write_articles(tmp_path, number + 1)
        service.library.reload(actor="test")
        assert f"{number + 1} ans" in service.ask(killed.QUESTION).text
        assert all(service.context(i) for i in paragraphs)
        outcomes = {action.outcome for action in service.library.history(10_000)}
        assert outcomes <= {"done", "interrupted"}
        kept = [one.generation for one in service.library.status().kept]
        on_disk = [folder.name for folder in (tmp_path / "data" / "generations").iterdir()]
        assert sorted(on_disk) == sorted(kept), "nothing is left of what was half-built"
        store = cast("Any", service.library)._builder._store
        generations = Generations(tmp_path / "data")
        needed = {i for name in kept for i in generations.open(name).catalogue.vector_ids()}
        assert set(store.ids()) == needed, "nor a vector that nobody needs"
    finally:
        service.close()


def _check(data: Path, acknowledged: str, paragraphs: set[str]) -> None:
    """What answers is the acknowledged generation or the one that was being made; it is whole."""
    state = open_state(None, data)
    try:
        swaps = Swaps(state).latest(2)
        assert acknowledged in [swap.generation for swap in swaps]
        current = Generations(data).open(swaps[0].generation)
        assert current.fault() is None
        there = set(current.catalogue.paragraphs(paragraphs))
        archive = Archive(state)
        assert all(archive.article_of(i) for i in paragraphs - there)
        current.close()
    finally:
        state.close()


@pytest.mark.parametrize("small", [0, 10**9])
def test_with_a_full_disk_the_old_articles_answer_and_the_next_attempt_starts_clean(
    tmp_path: Path, processes: ForkServerContext, small: int
) -> None:
    killed.write_articles(tmp_path, 3)
    ours, theirs = processes.Pipe()
    child = processes.Process(target=killed.reload_without_room, args=(tmp_path, theirs, small))
    child.start()
    theirs.close()
    for _ in range(3):
        assert ours.poll(60)
        told, unchanged, answer = ours.recv()
        assert told in {"library-failed", "state-failed"}
        assert unchanged
        assert "3 ans" in answer
    assert ours.poll(60)
    _, swapped, answer = ours.recv()
    child.join()
    assert swapped
    assert "7 ans" in answer


def test_a_restore_that_is_killed_midway_is_done_or_not_done(
    newsroom: Newsroom, tmp_path: Path, processes: ForkServerContext
) -> None:
    data, source = tmp_path / "data", tmp_path / "b.tar.gz"
    with open_watched_state(Settings(data_dir=_closed_after(newsroom, lambda _: None))) as state:
        back_up(data, state, source, Settings(data_dir=data))
    old = _held(data)
    _closed_after(newsroom, lambda library: library.add("port.txt", ADDED, actor="a"))
    new = _held(data)
    assert old != new
    found: list[object] = []
    for step in itertools.count(1):
        copy = tmp_path / f"copy-{step}"
        shutil.copytree(data, copy)
        child = processes.Process(target=killed.restore_until, args=(copy, source, step))
        child.start()
        child.join()
        found.append(_held(copy))
        assert not list(copy.glob("restore.*"))
        if child.exitcode == 0:
            break
    assert len(found) > 8
    changed = found.index(old)
    assert found == [new] * changed + [old] * (len(found) - changed)


def _closed_after(newsroom: Newsroom, work: Callable[[Library], object]) -> Path:
    work(newsroom.open().library)
    newsroom.close()
    return newsroom.data


def _held(data: Path) -> tuple[str, list[str]]:
    """Open as the bot would after a crash; return what answers, and what moderators added."""
    with open_owned_state(Settings(data_dir=data)) as state:
        swap = Swaps(state).current()
        assert swap
        current = Generations(data).open(swap.generation)
        assert current.fault() is None
        current.close()
    folder = data / "articles"
    return swap.generation, sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


def test_a_chroma_that_goes_away_leaves_the_old_articles(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = newsroom.open()
    newsroom.write("pont.txt", BRIDGE.replace("deux ans", "trois ans"))

    def away(*_: object) -> None:
        raise ConnectionError("the server is away")

    with monkeypatch.context() as patch:
        patch.setattr("porteparole.store.vectors.VectorStore.add", away)
        with pytest.raises(PorteParoleError) as error:
            service.library.reload(actor="test")
        assert error.value.notice.key == "library-failed"
        assert "deux ans" in service.ask(killed.QUESTION).text
        assert service.library.history()[0].outcome == "failed"
    assert service.library.reload(actor="test").swapped
    assert "trois ans" in service.ask(killed.QUESTION).text


def test_nobody_gets_an_empty_answer_while_it_reloads(newsroom: Newsroom) -> None:
    service = newsroom.open()
    answers: list[str] = []
    errors: list[BaseException] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            try:
                answer = service.ask(killed.QUESTION)
                answers.append(answer.text if answer.citations else "")
                assert service.context(answer.citations[0].paragraph.id)
                assert service.lookup.articles
            except BaseException as error:
                errors.append(error)
                return

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(6):
        newsroom.write("pont.txt", BRIDGE.replace("deux ans", f"{number + 3} ans"))
        service.library.reload(actor="test")
    done.set()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(answers) > 6
    assert all("« Les travaux dureront" in answer for answer in answers)
