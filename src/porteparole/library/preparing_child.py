"""A process that prepares a generation for another one; see :mod:`porteparole.library.preparing_process`.

It is handed a :class:`Job` on its standard input, and what it asks for; it answers with tuples on its
standard output. It ends with the process that started it, however that ended.
"""

from __future__ import annotations

import logging
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from logging.handlers import QueueHandler
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, BinaryIO

from porteparole.library.preparing import Preparation, Task
from porteparole.notice import PorteParoleError
from porteparole.store.identity import reading_version

if TYPE_CHECKING:
    from porteparole.embedding.weights import Floats

_EVERY_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Job:
    """What a child is to do.

    Attributes:
        task: what is to be prepared.
        reading: tells the code that asks for it (see :func:`porteparole.store.identity.reading_version`).
        niceness: how much it gives way to other processes (0 to 19), where the system knows that.
        log_level: of what it logs, as :mod:`logging` numbers it.
    """

    task: Task
    reading: str
    niceness: int
    log_level: int


class _Wire:
    """What the child tells; may be used from any thread."""

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()
        self._told: tuple[str, float] = ("", 0.0)

    def tell(self, *message: object) -> None:
        """Tell something.

        Raises:
            Exception: it cannot be pickled; nothing was told.
        """
        pickled = pickle.dumps(message)
        with self._lock:
            self._pipe.write(pickled)
            self._pipe.flush()

    def progress(self, stage: str, done: int, total: int) -> None:
        """Tell how far it is, not more often than anybody can see."""
        stage_before, at = self._told
        if stage == stage_before and done < total and time.monotonic() - at < _EVERY_SECONDS:
            return
        self._told = stage, time.monotonic()
        self.tell("progress", stage, done, total)


class _Telling(QueueHandler):
    """Hands log records over."""

    def __init__(self, wire: _Wire) -> None:
        super().__init__(SimpleQueue())
        self._wire = wire

    def enqueue(self, record: logging.LogRecord) -> None:
        self._wire.tell("log", record)


def main() -> None:
    """Do the job that stands on the standard input."""
    # What a library prints must not come between.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    # Who stops the bot with Ctrl+C stops this process as well, in its own time.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    job: Job = pickle.load(sys.stdin.buffer)  # noqa: S301 (of the process that started this one)
    if hasattr(os, "nice"):
        # It may have been started by a thread that gives way already.
        os.nice(max(0, job.niceness - os.nice(0)))
    wire = _Wire(answers)
    logging.getLogger().setLevel(job.log_level)
    logging.getLogger().addHandler(_Telling(wire))
    given: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_listen, args=(given,), daemon=True).start()

    def vectors(ids: Sequence[str]) -> Mapping[str, Floats]:
        wire.tell("vectors", ids)
        return given.get()

    try:
        if job.reading != reading_version():
            raise PorteParoleError("library-replaced")
        preparation = Preparation(job.task, wire.progress)
        wire.tell("found", preparation.read())
        if not job.task.dry_run:
            wire.tell("written", preparation.write(vectors))
    except Exception as error:
        _tell_error(wire, error)


def _listen(given: SimpleQueue[Any]) -> None:
    try:
        while True:
            given.put(pickle.load(sys.stdin.buffer))  # noqa: S301 (as above)
    except (EOFError, OSError):
        # Who asked is gone: nobody needs this any more.
        os._exit(1)


def _tell_error(wire: _Wire, error: Exception) -> None:
    told = "".join(traceback.format_exception(error))
    try:
        # Some errors can be pickled, but not read again.
        pickle.loads(pickle.dumps(error))  # noqa: S301 (our own)
        wire.tell("error", error, told)
    except Exception:
        wire.tell("error", RuntimeError(f"{type(error).__name__}: {error}"), told)


if __name__ == "__main__":
    main()
