"""Makes generations and decides which one answers."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from porteparole.corpus.article import Article, Corpus, RefusedFile
from porteparole.library.compare import Difference, compare
from porteparole.library.origin import Origin
from porteparole.library.preparing import Findings, Preparing, Task
from porteparole.library.preparing_process import preparing
from porteparole.library.report import Report
from porteparole.library.sharing import Sharing
from porteparole.library.translating import Translator, translate_new
from porteparole.notice import PorteParoleError
from porteparole.service import Progress
from porteparole.state.archive import Archive
from porteparole.state.database import State
from porteparole.state.removals import Removals
from porteparole.state.swaps import Swap, Swaps
from porteparole.state.translations import Translations
from porteparole.store.generation import Generation, Generations, embed, reading_version
from porteparole.store.server import SERVER_AWAY
from porteparole.store.shared import Shared, SharedGenerations
from porteparole.store.vectors import VectorStore

_NICE = 10

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
        shared: where bots on one Chroma server share theirs; None without a server.
    """

    def __init__(
        self,
        data_dir: Path,
        state: State,
        store: VectorStore | None,
        origin: Origin,
        keep: int,
        shared: SharedGenerations | None = None,
    ) -> None:
        self._data_dir = data_dir
        self._state = state
        self._store = store
        self._keep = keep
        self._swaps = Swaps(state)
        self._archive = Archive(state)
        self.removals = Removals(state)
        self.translations = Translations(state)
        self.origin = origin
        self.generations = Generations(data_dir)
        self._sharing = Sharing(shared, store, self.generations) if shared and store else None

    def standing(self) -> Swap | None:
        """Return the swap whose generation is here and can be read; None where everything has to be read."""
        swap = self._swaps.current()
        return swap if swap and self.generations.manifest(swap.generation) else None

    def start(self, progress: Progress) -> Generation:
        """Open the generation that answers; build it first where the sources changed meanwhile.

        Raises:
            PorteParoleError: there is none yet, and none could be made of the sources.
        """
        swap = self._swaps.current()
        if self._sharing:
            return self._start_on_a_server(self._sharing, swap, progress)
        if swap and self._is_up_to_date(swap) and (opened := self._opened(swap)):
            return opened
        return self._start_from_sources(swap, progress)

    def _start_from_sources(self, swap: Swap | None, progress: Progress) -> Generation:
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

    def _start_on_a_server(self, sharing: Sharing, swap: Swap | None, progress: Progress) -> Generation:
        """Open what the bots on the server answer from; where there is nothing yet, begin with our sources.

        While it does not answer, the articles read before do, or our own without vectors.
        """
        opened = self._opened(swap) if swap else None
        try:
            there = sharing.followed()
            if there is None:
                return self._start_from_sources(swap, progress)
            if opened and opened.id == there.generation:
                return opened
            return self._received(sharing, there, opened)
        except PorteParoleError as error:
            if error.notice.key != SERVER_AWAY:
                raise
            address, reason = (error.notice.values[name] for name in ("address", "reason"))
        if opened:
            _log.warning("%s does not answer (%s): the articles read before answer", address, reason)
            return opened
        _log.warning("%s does not answer (%s): lexical search alone answers until then", address, reason)
        store, self._store = self._store, None
        try:
            return self._built(None, progress)
        finally:
            self._store = store

    @property
    def is_shared(self) -> bool:
        """Whether other bots may answer from the same generation."""
        return self._sharing is not None

    def is_behind(self, current: Generation) -> bool:
        """Say whether there is something to do for :meth:`follow`.

        Raises:
            PorteParoleError: the server does not answer.
        """
        return self._sharing is not None and self._sharing.is_behind(current)

    def follow(self, current: Generation, progress: Progress) -> Generation | None:
        """Share what could not be shared before, or take over what another bot shared.

        Returns:
            The generation that answers from now on, opened; None where ``current`` goes on.

        Raises:
            PorteParoleError: the server does not answer, or what is there is not sound.
            ValueError, KeyError: what is there was just being replaced.
        """
        assert self._sharing
        if there := self._sharing.followed():
            if there.generation != current.id and not self._sharing.unshared:
                return self._received(self._sharing, there, current)
        elif current.manifest.collection != self._collection:
            # Begun while the server was away, without vectors.
            return self._built(self._swaps.current(), progress)
        self._sharing.share(current)
        return None

    def _received(self, sharing: Sharing, there: Shared, current: Generation | None) -> Generation:
        sharing.receive(there, current)
        generation = self._checked(there.generation)
        before = current.catalogue.corpus() if current else Corpus(())
        difference = compare(before, generation.catalogue.corpus())
        leaving = [article for article in before.articles if article.id in difference.leaving]
        self._take_over(generation.id, difference, leaving, there.digest, current.id if current else None)
        return generation

    def _built(self, standing: Swap | None, progress: Progress) -> Generation:
        current = standing.generation if standing else None
        _, following = self.build(current, Wish(), progress)
        generation = following or self.generations.open(self.kept()[0])
        self.discard({generation.id})
        if self._sharing and not following:
            self._sharing.share(generation)
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
            wish.dry_run,
            wish.confirm_empty,
            wish.wanted,
            wish.replace,
            self.translations.all(),
        )

    def build(self, current: str | None, wish: Wish, progress: Progress) -> tuple[Report, Generation | None]:
        """Make the generation that the sources hold now, check it, and write that it answers.

        Returns:
            The report, and the generation if it is another than ``current``, opened.

        Raises:
            PorteParoleError, OSError: it could not be done; ``current`` answers still, also after a start.
        """
        began = time.monotonic()
        # Before anything answers nobody waits for answers.
        niceness = _NICE if current else 0
        with closing(preparing(self._task(current, wish), progress, niceness)) as preparation:
            found = preparation.read()
            if wish.dry_run:
                embedded = len(self._store.missing(list(found.texts))) if self._store and found.texts else 0
                following = None
            else:
                embedded = embed(found.texts, self._store, progress)
                following = self._following(preparation, found, current)
        return _report(found, embedded, following, wish, time.monotonic() - began), following

    def _following(self, preparation: Preparing, found: Findings, current: str | None) -> Generation | None:
        """Let what was found be written; where it does not answer already, write down that it does now."""
        store = self._store
        written = preparation.write(lambda ids: store.vectors(ids) if store else {})
        self.generations.put(found.generation, written)
        following = None
        if found.generation == current:
            self._swaps.sources_read(self.origin.key(), found.signature)
        else:
            following = self.generations.open(found.generation)
            self._take_over(following.id, found.difference, found.leaving, found.signature, current)
            if self._sharing:
                self._sharing.share(following)
        for article in found.taken_back:
            self.removals.lift(article)
        return following

    def translate(self, wish: Wish, translator: Translator, progress: Progress) -> list[RefusedFile]:
        """Have translated what nobody translated yet; return what stays untranslated, and why.

        Raises:
            PorteParoleError: a source is not there.
        """
        corpus = self.origin.read(self.removals.all(), progress, wish.wanted)
        return translate_new(corpus, self.translations, translator, progress)

    def rollback(self) -> tuple[Report, Generation]:
        """Let the generation before the one that answers do so again.

        Raises:
            PorteParoleError: there is none (``library-no-earlier``), or it is damaged.
        """
        began = time.monotonic()
        swap = self._swaps.current()
        before = self.before(swap) if swap else None
        if swap is None or before is None:
            raise PorteParoleError("library-no-earlier")
        generation = self._checked(before.generation)
        now, then = self.generations.corpus(swap.generation), generation.catalogue.corpus()
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
        if self._sharing:
            self._sharing.share(generation)
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

    def _take_over(
        self,
        generation: str,
        difference: Difference,
        leaving: Sequence[Article],
        signature: str,
        before: str | None,
    ) -> None:
        with self._state.begin() as connection:
            self._archive.keep(connection, difference.leaving, leaving)
            self._swaps.record(
                connection, generation, before=before, origin=self.origin.key(), signature=signature
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
