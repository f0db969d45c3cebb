"""Reloads the articles when their folders have changed and come to rest."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from porteparole.notice import Notice, PorteParoleError

if TYPE_CHECKING:
    from watchfiles import Change

    from porteparole.service import Library
    from porteparole.settings import Settings

log = logging.getLogger(__name__)

ACTOR = "watch"
# A folder that never comes to rest is reloaded all the same, after so many times that span.
_PATIENCE = 30
_PATIENT_SECONDS = 2
# Seconds after which a watched folder is looked at that may have been replaced by another of its name.
_LOOK = 10


def watched(
    library: Library, settings: Settings, sentence: Callable[[Notice], str]
) -> AbstractContextManager[None]:
    """Watch the sources of the settings, if these say so, as long as the block lasts."""
    if not settings.corpus.watch:
        return nullcontext()
    return watching(library, settings.seeds_dir, settle=settings.corpus.settle_seconds, sentence=sentence)


@contextmanager
def watching(
    library: Library,
    sources: Sequence[Path],
    *,
    settle: float,
    sentence: Callable[[Notice], str],
    look: float = _LOOK,
) -> Generator[None]:
    """Watch sources and reload the library when they have changed, as long as the block lasts.

    Whatever goes wrong is logged in a sentence; the old articles answer on, and the watch goes on.

    Args:
        library: reloaded as the actor ``watch``.
        sources: folders, searched with all their folders, and files; they need not be there yet.
        settle: seconds without a change after which a folder has come to rest.
        sentence: makes a sentence of a notice, for the log.
        look: seconds between two looks whether a source is another one than it was.
    """
    stop = threading.Event()
    watch = _Watch(library, settle, sentence, look, stop)
    threads = [
        threading.Thread(
            target=watch.run, args=(source.absolute(),), name=f"watch {source.name}", daemon=True
        )
        for source in sources
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            # A reload under way is stopped by the library when that is closed.
            thread.join(_PATIENT_SECONDS)


class _Watch:
    def __init__(
        self,
        library: Library,
        settle: float,
        sentence: Callable[[Notice], str],
        look: float,
        stop: threading.Event,
    ) -> None:
        self._library = library
        self._settle = settle
        self._sentence = sentence
        self._look = look
        self._stop = stop
        self._looked = False

    def run(self, source: Path) -> None:
        """Watch one source until it is time to stop."""
        first = True
        while not self._stop.is_set():
            try:
                self._watch(source, reload=not first)
                first = False
            except Exception as error:
                # A folder that is not there, or more folders than the system watches.
                if first:
                    log.warning("%s cannot be watched (%s): trying on", source, error)
                first = False
                self._stop.wait(self._look)

    def _watch(self, source: Path, *, reload: bool) -> None:
        """Watch a source as long as it is the one it was; raise where it is not there."""
        from watchfiles import watch

        identity = _identity(source)
        folder = source if source.is_dir() else source.parent
        changes = watch(
            folder,
            watch_filter=_Concerns(source),
            step=max(int(self._settle * 1000), 10),
            debounce=max(int(self._settle * 1000 * _PATIENCE), 20),
            rust_timeout=int(self._look * 1000),
            yield_on_timeout=True,
            stop_event=self._stop,
            raise_interrupt=False,
            recursive=source.is_dir(),
        )
        for changed in changes:
            # What changed between the last reading and the first look was seen by nobody.
            if changed or reload or (not self._looked and self._is_behind()):
                self._reload()
            reload, self._looked = False, True
            if source.is_dir() and _identity(source) != identity:
                return

    def _is_behind(self) -> bool:
        status = self._library.status()
        # Whoever rolled back does not want what the sources hold.
        return status.sources_changed is True and not status.rolled_back

    def _reload(self) -> None:
        while not self._stop.is_set():
            try:
                report = self._library.reload(actor=ACTOR)
            except PorteParoleError as error:
                if error.notice.key == "library-busy":
                    self._stop.wait(max(self._settle, 0.05))
                    continue
                if not self._stop.is_set():
                    log.warning("watch: the articles were not reloaded: %s", self._sentence(error.notice))
            except Exception:
                log.exception("watch: the articles were not reloaded")
            else:
                for file in report.refused:
                    line = f":{file.line}" if file.line else ""
                    log.warning("watch: %s%s: %s", file.source, line, self._sentence(file.reason))
                log.info(
                    "watch: articles +%d ~%d -%d in %.1f s",
                    len(report.articles.added),
                    len(report.articles.changed),
                    len(report.articles.removed),
                    report.seconds,
                )
            return


class _Concerns:
    """Says whether a change concerns a source: hidden files are none of the loader's."""

    def __init__(self, source: Path) -> None:
        from watchfiles import DefaultFilter

        self._source = source
        self._usual = DefaultFilter()

    def __call__(self, change: Change, path: str) -> bool:
        place = Path(path)
        if place == self._source:
            return True
        if not place.is_relative_to(self._source):
            return False
        hidden = any(part.startswith(".") for part in place.relative_to(self._source).parts)
        return not hidden and self._usual(change, path)


def _identity(source: Path) -> tuple[int, int]:
    stat = source.stat()
    return stat.st_dev, stat.st_ino
