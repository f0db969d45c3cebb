"""Makes generations and decides which one answers."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from porteparole.library.compare import compare
from porteparole.library.origin import Origin
from porteparole.library.preparing import Findings, Preparation, Task
from porteparole.library.report import Report
from porteparole.notice import PorteParoleError
from porteparole.service import Progress
from porteparole.state.archive import Archive
from porteparole.state.database import State
from porteparole.state.removals import Removals
from porteparole.state.swaps import Swap, Swaps
from porteparole.store.generation import Generation, Generations, embed, reading_version
from porteparole.store.vectors import VectorStore

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reload is asked for; see :class:`porteparole.library.preparing.Task`."""

    dry_run: bool = False
    confirm_empty: bool = False
    wanted: str = ""
    replace: bool = False


class Builder:
    """The generations of a data folder; used by one thread at a time.

    Args:
        data_dir: the data folder.
        state: the state database.
        store: where vectors are kept; None without an embedder.
        origin: where articles are read from.
        keep: how many generations are kept.
    """

    def __init__(
        self, data_dir: Path, state: State, store: VectorStore | None, origin: Origin, keep: int
    ) -> None:
        self._data_dir = data_dir
        self._state = state
        self._store = store
        self._keep = keep
        self._swaps = Swaps(state)
        self._archive = Archive(state)
        self.removals = Removals(state)
        self.origin = origin
        self.generations = Generations(data_dir)

    def start(self, progress: Progress) -> Generation:
        """Open the generation that answers; build it first where the sources changed meanwhile.

        Raises:
            PorteParoleError: there is none yet, and none could be made of the sources.
        """
        swap = self._swaps.current()
        if swap and self._is_up_to_date(swap) and (opened := self._opened(swap)):
            return opened
        standing = swap if swap and self.generations.manifest(swap.generation) else None
        try:
            return self._built(standing, progress)
        except (PorteParoleError, OSError) as error:
            # Rather the old articles than no answer; not those of other sources, which nobody asked for.
            old = self._opened(standing) if standing and standing.origin == self.origin.key() else None
            if old is None:
                raise
            _log.warning("the articles could not be read again (%s): those read before answer", error)
            return old

    def _built(self, standing: Swap | None, progress: Progress) -> Generation:
        preparation = Preparation(self._task(standing.generation if standing else None, Wish()), progress)
        found = preparation.read()
        embed(found.texts, self._store, progress)
        generation = self._written(preparation, found, progress)
        self._take_over(found, standing.generation if standing else None)
        self.discard({generation.id})
        return generation

    def _is_up_to_date(self, swap: Swap) -> bool:
        manifest = self.generations.manifest(swap.generation)
        if manifest is None or manifest.collection != self._collection or swap.origin != self.origin.key():
            return False
        # What moderators rolled back to stays until they reload.
        return swap.rolled_back or (
            manifest.reading == reading_version() and swap.signature == self._signature()
        )

    def _opened(self, swap: Swap) -> Generation | None:
        manifest = self.generations.manifest(swap.generation)
        try:
            if manifest and manifest.collection == self._collection:
                return self.generations.open(swap.generation)
        except (OSError, ValueError, sqlite3.Error) as error:
            _log.warning("generation %s cannot be opened: %s", swap.generation, error)
        return None

    @property
    def _collection(self) -> str | None:
        return self._store.name if self._store else None

    def _signature(self) -> str:
        return self.origin.signature(self.removals.all())

    def _task(self, current: str | None, wish: Wish) -> Task:
        return Task(
            self._data_dir,
            self.origin,
            tuple(self.removals.all()),
            current,
            self._collection,
            wish.confirm_empty,
            wish.wanted,
            wish.replace,
        )

    def build(self, current: Generation, wish: Wish, progress: Progress) -> tuple[Report, Generation | None]:
        """Make the generation that the sources hold now, check it, and write that it answers.

        Returns:
            The report, and the generation if it is another than ``current``, opened.

        Raises:
            PorteParoleError, OSError: it could not be done; ``current`` answers still, also after a start.
        """
        began = time.monotonic()
        preparation = Preparation(self._task(current.id, wish), progress)
        found = preparation.read()
        following = None
        if wish.dry_run:
            embedded = len(self._store.missing(list(found.texts))) if self._store and found.texts else 0
        else:
            embedded = embed(found.texts, self._store, progress)
            following = self._written(preparation, found, progress)
            if following.id == current.id:
                following.close()
                following = None
                self._swaps.sources_read(self.origin.key(), found.signature)
            else:
                self._take_over(found, current.id)
            for article in found.taken_back:
                self.removals.lift(article)
        return _report(found, embedded, following, wish, time.monotonic() - began), following

    def _written(self, preparation: Preparation, found: Findings, progress: Progress) -> Generation:
        vectors = self._store.vectors(list(found.texts)) if self._store and found.texts else {}
        preparation.write(vectors)
        progress("verifying", 0, 1)
        generation = self._checked(found.generation)
        progress("verifying", 1, 1)
        return generation

    def rollback(self, current: Generation) -> tuple[Report, Generation]:
        """Let the generation before ``current`` answer again.

        Raises:
            PorteParoleError: there is none (``library-no-earlier``), or it is damaged.
        """
        began = time.monotonic()
        swap = self._swaps.current()
        before = self.before(swap) if swap else None
        if swap is None or before is None:
            raise PorteParoleError("library-no-earlier")
        generation = self._checked(before.generation)
        now, then = self.generations.corpus(current.id), generation.catalogue.corpus()
        difference = compare(now, then)
        leaving = [article for article in now.articles if article.id in difference.leaving]
        with self._state.begin() as connection:
            self._archive.keep(connection, difference.leaving, leaving)
            self._swaps.record(
                connection,
                generation.id,
                before=before.before,
                origin=before.origin,
                signature=before.signature,
                rolled_back=True,
            )
        report = Report(
            generation.id,
            difference.articles,
            difference.paragraphs,
            seconds=time.monotonic() - began,
            swapped=True,
        )
        return report, generation

    def before(self, swap: Swap) -> Swap | None:
        """Return the swap that a rollback leads to, if its generation is still here."""
        for earlier in self._swaps.latest():
            if earlier.generation == swap.before and not earlier.rolled_back:
                return earlier if self.generations.manifest(earlier.generation) else None
        return None

    def kept(self) -> list[str]:
        """Return the generations that are kept, the current one first."""
        return self._swaps.recent(self._keep)

    def discard(self, still_read: Collection[str]) -> None:
        """Delete what is no longer kept, but for generations that are still read."""
        self.generations.discard({*self.kept(), *still_read}, self._store)

    def _checked(self, name: str) -> Generation:
        generation = self.generations.open(name)
        if fault := generation.fault():
            generation.close()
            raise PorteParoleError("library-unsound", reason=fault)
        return generation

    def _take_over(self, found: Findings, before: str | None) -> None:
        with self._state.begin() as connection:
            self._archive.keep(connection, found.difference.leaving, found.leaving)
            self._swaps.record(
                connection,
                found.generation,
                before=before,
                origin=self.origin.key(),
                signature=found.signature,
            )


def _report(
    found: Findings, embedded: int, following: Generation | None, wish: Wish, seconds: float
) -> Report:
    return Report(
        found.generation,
        found.difference.articles,
        found.difference.paragraphs,
        found.refused,
        found.mended,
        embedded,
        seconds,
        wish.dry_run,
        following is not None,
    )
