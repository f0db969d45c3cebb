"""Makes generations and writes down which one answers."""

from __future__ import annotations

import time
from collections.abc import Collection, Generator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from porteparole.corpus.article import Article, RefusedFile
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
from porteparole.store.generation import Generation, Generations, embed
from porteparole.store.shared import SharedGenerations
from porteparole.store.vectors import VectorStore

_NICE = 10


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
        self.swaps = Swaps(state)
        self._archive = Archive(state)
        self.removals = Removals(state)
        self.translations = Translations(state)
        self.origin = origin
        self.generations = Generations(data_dir)
        self.sharing = Sharing(shared, store, self.generations) if shared and store else None

    def standing(self) -> Swap | None:
        """Return the swap whose generation is here and can be read; None where everything has to be read."""
        swap = self.swaps.current()
        return swap if swap and self.generations.manifest(swap.generation) else None

    @property
    def collection(self) -> str | None:
        """The name of the collection that vectors are kept in; None without an embedder."""
        return self._store.name if self._store else None

    @contextmanager
    def without_vectors(self) -> Generator[None]:
        """Make generations for lexical search alone, as long as it lasts."""
        store, self._store = self._store, None
        try:
            yield
        finally:
            self._store = store

    def made(self, standing: Swap | None, progress: Progress) -> Generation:
        """Return the generation of what the sources hold now, opened; it answers from now on.

        Raises: as :meth:`build`.
        """
        _, following = self.build(standing.generation if standing else None, Wish(), progress)
        generation = following or self.generations.open(self.kept()[0])
        self.discard({generation.id})
        if self.sharing and not following:
            self.sharing.share(generation)
        return generation

    def _task(self, current: str | None, wish: Wish) -> Task:
        return Task(
            self._data_dir,
            self.origin,
            tuple(self.removals.all()),
            current,
            self.collection,
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
            self.swaps.sources_read(self.origin.key(), found.signature)
        else:
            following = self.generations.open(found.generation)
            self.take_over(following.id, found.difference, found.leaving, found.signature, current)
            if self.sharing:
                self.sharing.share(following)
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
            PorteParoleError: there is none (``library-no-earlier``), it is damaged, or its vectors are those
                of another embedder (``library-other-embedder``).
        """
        began = time.monotonic()
        swap = self.swaps.current()
        before = self.before(swap) if swap else None
        if swap is None or before is None:
            raise PorteParoleError("library-no-earlier")
        generation = self.checked(before.generation)
        # For lexical search alone any will do.
        if self.collection and generation.manifest.collection not in {None, self.collection}:
            generation.close()
            raise PorteParoleError("library-other-embedder")
        now, then = self.generations.corpus(swap.generation), generation.catalogue.corpus()
        difference = compare(now, then)
        leaving = [article for article in now.articles if article.id in difference.leaving]
        with self._state.begin() as connection:
            self._archive.keep(connection, difference.leaving, leaving)
            self.swaps.record(
                connection,
                generation.id,
                before=before.before,
                origin=before.origin,
                signature=before.signature,
                rolled_back=True,
            )
        if self.sharing:
            self.sharing.share(generation)
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
        for earlier in self.swaps.latest():
            if earlier.generation == swap.before and not earlier.rolled_back:
                return earlier if self.generations.manifest(earlier.generation) else None
        return None

    def kept(self) -> list[str]:
        """Return the generations that are kept, the current one first."""
        return self.swaps.recent(self._keep)

    def discard(self, still_read: Collection[str]) -> None:
        """Delete what is no longer kept, but for generations that are still read."""
        self.generations.discard({*self.kept(), *still_read}, self._store)

    def checked(self, name: str) -> Generation:
        """Open a generation.

        Raises:
            PorteParoleError: it is damaged (``library-unsound``).
        """
        generation = self.generations.open(name)
        if fault := generation.fault():
            generation.close()
            raise PorteParoleError("library-unsound", reason=fault)
        return generation

    def take_over(
        self,
        generation: str,
        difference: Difference,
        leaving: Sequence[Article],
        signature: str,
        before: str | None,
    ) -> None:
        """Write that a generation answers from now on.

        Args:
            generation: its id.
            difference: to the one that answered.
            leaving: the articles that paragraphs leave, as they were; they are archived.
            signature: of the sources that it was made of.
            before: the one that answered; None where none did.
        """
        with self._state.begin() as connection:
            self._archive.keep(connection, difference.leaving, leaving)
            self.swaps.record(
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
