"""One action on the library at a time, in the background, and each written into the audit log."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar

from porteparole.library.report import Report, Running
from porteparole.notice import PorteParoleError
from porteparole.service import Progress
from porteparole.state.audit import AuditLog
from porteparole.state.entries import DONE, FAILED, REFUSED

_log = logging.getLogger(__name__)
_NICE = 10
_STOP_SECONDS = 20
T = TypeVar("T")


class Actions:
    """Who acts, and what came of it; may be used from any thread.

    Args:
        audit: the audit log.
        tidy: clears away what an action that broke off left half-built.
    """

    def __init__(self, audit: AuditLog, tidy: Callable[[], None]) -> None:
        self._audit = audit
        self._tidy = tidy
        self._busy = threading.Lock()
        self._stopping = threading.Event()
        self.running: Running | None = None

    @contextmanager
    def turn(self, actor: str, action: str) -> Generator[bool]:
        """Give the one place where something may be done; False where another has it."""
        if not self._busy.acquire(blocking=False):
            yield False
            return
        try:
            self.running = Running(action, actor, datetime.now(UTC))
            yield True
        finally:
            self.running = None
            self._busy.release()

    @contextmanager
    def acting(
        self, actor: str, action: str, subject: str = ""
    ) -> Generator[Callable[[Callable[[], Report]], Report]]:
        """Allow one action at a time, and write it into the audit log with what came of it.

        Raises:
            PorteParoleError: another one is running (``library-busy``); or what was wrong, in a sentence.
        """
        with self.turn(actor, action) as free:
            if not free:
                self._audit.note(actor, action, subject, REFUSED, {"key": "library-busy"})
                raise self._is_busy(action)
            number = self._audit.begin(actor, action, subject)
            try:
                yield lambda work: self._done(number, in_background(work))
            except PorteParoleError as error:
                self._audit.end(
                    number, REFUSED, {"key": error.notice.key, "values": dict(error.notice.values)}
                )
                raise
            except Exception as error:
                _log.exception("%s failed", action)
                self._tidy()
                self._audit.end(number, FAILED, {"error": type(error).__name__})
                raise PorteParoleError("library-failed", reason=_reason(error)) from error

    def told(self, progress: Progress | None) -> Progress:
        """Return what passes progress on, and breaks the work off once :meth:`stop` was called."""

        def told(stage: str, done: int, total: int) -> None:
            if self._stopping.is_set():
                raise PorteParoleError("library-stopped")
            if progress:
                progress(stage, done, total)

        return told

    def stop(self) -> None:
        """End what is being done, as if it had been killed, and let nothing more begin."""
        self._stopping.set()
        self._busy.acquire(timeout=_STOP_SECONDS)

    def _is_busy(self, action: str) -> PorteParoleError:
        running = self.running
        return PorteParoleError(
            "library-busy",
            action=running.action if running else action,
            actor=running.actor if running else "",
        )

    def _done(self, number: int, report: Report) -> Report:
        self._audit.end(number, DONE, _figures(report))
        return report


def in_background(work: Callable[[], T]) -> T:
    """Do something long in a thread that gives way to answers (on Linux, where a thread has a priority)."""
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        if sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, name="reload", daemon=True)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    return f"{type(error).__name__}: {str(error).strip().split(chr(10))[0][:200]}"


def _figures(report: Report) -> dict[str, Any]:
    kinds = {"articles": report.articles, "paragraphs": report.paragraphs}
    counted = {
        name: {"added": len(c.added), "changed": len(c.changed), "removed": len(c.removed)}
        for name, c in kinds.items()
    }
    return {
        "generation": report.generation,
        **counted,
        "refused": len(report.refused),
        "embedded": report.embedded,
        "seconds": round(report.seconds, 3),
        "dry_run": report.dry_run,
    }
