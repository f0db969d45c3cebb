"""Lets a process of its own prepare a generation: reading articles and answering share no interpreter.

A child only ever writes into a folder of its own; what it wrote counts when this process has put it in place.
"""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

from porteparole.library.origin import Origin
from porteparole.library.preparing import Findings, Preparation, Preparing, Task, Vectors
from porteparole.library.preparing_child import Job
from porteparole.notice import PorteParoleError
from porteparole.store.identity import reading_version

# Of sources: less than this is read here in less time than a process needs to begin.
SMALL = 200_000
_LOOK_SECONDS = 0.2

_log = logging.getLogger(__name__)


def preparing(task: Task, progress: Callable[[str, int, int], None], niceness: int) -> Preparing:
    """Return what prepares ``task``: here where it is little, else in a process of its own.

    Args:
        task: what is to be prepared.
        progress: told how far it is; what it raises ends the work.
        niceness: how much the process gives way to others (0 to 19), where the system knows that.
    """
    if _size(task.origin) >= SMALL and sys.executable:
        try:
            return PreparingProcess(task, progress, niceness)
        except OSError as error:
            _log.warning("no process can be started (%s): answers are slower until this is done", error)
    return Preparation(task, progress)


def _size(origin: Origin) -> int:
    total = 0
    for source in (*origin.sources, origin.added):
        for file in [source] if source.is_file() else source.rglob("*"):
            with suppress(OSError):
                total += file.stat().st_size
            if total >= SMALL:
                return total
    return total


class PreparingProcess:
    """A child process that prepares; see :class:`porteparole.library.preparing.Preparing`.

    While this process embeds what was found, the child goes on with what needs no vectors.

    Args: see :func:`preparing`.

    Raises:
        OSError: no process can be started.
    """

    def __init__(self, task: Task, progress: Callable[[str, int, int], None], niceness: int) -> None:
        self._progress = progress
        self._heard: SimpleQueue[tuple[Any, ...]] = SimpleQueue()
        self._stage = ("reading", 0, 1)
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW | (subprocess.BELOW_NORMAL_PRIORITY_CLASS if niceness else 0)
        # Not by multiprocessing, whose children run the program's main module again.
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-m", "porteparole.library.preparing_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            creationflags=flags,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        threading.Thread(target=self._listen, name="preparing", daemon=True).start()
        self._tell(
            Job(task, reading_version(), niceness, logging.getLogger("porteparole").getEffectiveLevel())
        )

    def read(self) -> Findings:
        """Wait until the sources are read."""
        (found,) = self._until("found")
        self._stage = ("statements", 0, 1)
        return found

    def write(self, vectors: Vectors) -> str | None:
        """Wait until the files are written, and give the vectors that are asked for."""
        (written,) = self._until("written", vectors)
        return written

    def close(self) -> None:
        """End the process, whatever it does."""
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            with suppress(OSError):
                assert pipe
                pipe.close()

    def _until(self, awaited: str, vectors: Vectors | None = None) -> tuple[Any, ...]:
        """Hear what the child tells until it tells what is awaited."""
        while True:
            try:
                kind, *told = self._heard.get(timeout=_LOOK_SECONDS)
            except Empty:
                # Whoever wants to end this says so by raising.
                self._progress(*self._stage)
                continue
            if kind == awaited:
                return tuple(told)
            if kind == "progress":
                stage, done, total = told
                self._stage = stage, done, total
                self._progress(*self._stage)
            elif kind == "vectors" and vectors:
                self._tell(vectors(told[0]))
            elif kind == "error":
                error, trace = told
                if not isinstance(error, PorteParoleError):
                    error.add_note(f"in the process that reads articles:\n{trace}")
                raise error
            elif kind == "end":
                raise ChildProcessError(f"the process that reads articles ended ({self._child.wait()})")

    def _listen(self) -> None:
        assert self._child.stdout
        try:
            while True:
                message = pickle.load(self._child.stdout)  # noqa: S301 (our own child)
                if message[0] == "log":
                    logger = logging.getLogger(message[1].name)
                    if logger.isEnabledFor(message[1].levelno):
                        logger.handle(message[1])
                else:
                    self._heard.put(message)
        except Exception as error:  # killed in the middle of a word, or closed by us
            if not isinstance(error, EOFError):
                _log.debug("the process that reads articles was not understood: %s", error)
            self._heard.put(("end",))

    def _tell(self, message: object) -> None:
        assert self._child.stdin
        # Where it is gone, what it has told last says why.
        with suppress(OSError):
            pickle.dump(message, self._child.stdin)
            self._child.stdin.flush()
