"""A newsroom in a process of its own, to be killed, starved of disk or asked by many at once."""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import signal
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from porteparole.embedding.embedder import Embedder, Kind, Progress, Stop
from porteparole.embedding.weights import Floats
from porteparole.engine import open_service
from porteparole.library import preparing_process, restoring
from porteparole.library.opening import open_owned_state
from porteparole.notice import PorteParoleError
from porteparole.service import Service
from porteparole.settings import Settings

FILLERS = 40
QUESTION = "Qu’a déclaré Anne Morel sur les travaux ?"


class QuickEmbedder(Embedder):
    """Vectors of words alone: what is tested here is not their meaning."""

    model = "quick"
    version = "1"

    @property
    def dimension(self) -> int:
        return 64

    def embed(
        self,
        texts: Sequence[str],
        kind: Kind,
        *,
        stop: Stop | None = None,
        progress: Progress | None = None,
    ) -> Floats:
        vectors = np.full((len(texts), 64), 0.01, np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                vectors[row, hashlib.sha256(word.encode()).digest()[0] % 64] += 1.0
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def opened(folder: Path) -> Service:
    with mock.patch("porteparole.library.opening.make_embedder", lambda *_, **__: QuickEmbedder()):
        return open_service(Settings(), seeds=[folder / "seeds"], data_dir=folder / "data")


def write_articles(folder: Path, number: int) -> None:
    seeds = folder / "seeds"
    seeds.mkdir(exist_ok=True)
    for filler in range(FILLERS):
        # A third of them change each time.
        version = number if filler % 3 == number % 3 else 0
        text = f"Le maire de la ville {filler} a déclaré que le pont {version} serait fermé.\n"
        (seeds / f"ville-{filler}.txt").write_text(text, encoding="utf-8")
    (seeds / "pont.txt").write_text(
        f"« Les travaux dureront {number} ans », a déclaré Anne Morel, la directrice.\n", encoding="utf-8"
    )


def reload_without_end(folder: Path, pipe: Connection, number: int, small: int) -> None:
    """Reload again and again, telling each acknowledged generation, its paragraphs and an answer.

    Sources of ``small`` bytes or more are read in another process.
    """
    preparing_process.SMALL = small
    service = opened(folder)
    while True:
        number += 1
        write_articles(folder, number)
        generation = service.library.reload(actor="test").generation
        answer = service.ask(QUESTION)
        cited = [citation.paragraph.id for citation in answer.citations]
        pipe.send((number, generation, [p.id for p in service.corpus.paragraphs], cited, answer.text))


def reload_without_room(folder: Path, pipe: Connection, small: int) -> None:
    """Reload while no file may grow, tell what came of it; then with room again."""
    preparing_process.SMALL = small
    service = opened(folder)
    before = service.library.status().generation
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    write_articles(folder, 7)
    for room in (0, 4_096, 40_000):
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
        try:
            told = service.library.reload(actor="test").generation
        except PorteParoleError as error:
            told = error.notice.key
        answer = service.ask(QUESTION).text
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        pipe.send((told, service.library.status().generation == before, answer))
    report = service.library.reload(actor="test")
    pipe.send((report.generation, report.swapped, service.ask(QUESTION).text))
    service.close()


def restore_until(data: Path, source: Path, step: int) -> None:
    """Restore a backup, and die just before its ``step``-th change to folders or database."""
    left = step

    def counted(work: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*given: Any, **more: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return work(*given, **more)

        return wrapped

    with open_owned_state(Settings(data_dir=data)) as state, ExitStack() as patched:
        for place, name in ((Path, "rename"), (Path, "unlink"), (restoring, "load"), (shutil, "rmtree")):
            patched.enter_context(mock.patch.object(place, name, counted(getattr(place, name))))
        restoring.restore(data, state, source, "terminal:anne")
