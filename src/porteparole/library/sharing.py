"""How bots on one Chroma server come to answer from the same generation."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from porteparole.corpus.article import Corpus
from porteparole.notice import PorteParoleError
from porteparole.store.catalogue import passages
from porteparole.store.generation import Generation, Generations, embed
from porteparole.store.identity import reading_version
from porteparole.store.shared import Shared, SharedGenerations
from porteparole.store.vectors import VectorStore

if TYPE_CHECKING:
    from porteparole.embedding.weights import Floats

_log = logging.getLogger(__name__)


class Sharing:
    """Gives generations to the server and takes them from there; used by one thread at a time.

    Args:
        shared: what stands on the server.
        store: the vectors there.
        generations: those of this bot.
    """

    def __init__(self, shared: SharedGenerations, store: VectorStore, generations: Generations) -> None:
        self._shared = shared
        self._store = store
        self._generations = generations
        self.unshared = False
        """Whether the generation that answers here still has to be given to the server."""

    @cached_property
    def _reading(self) -> str:
        return reading_version()

    def followed(self) -> Shared | None:
        """Return what the server says answers.

        None where nothing is there, or only what a Porte-Parole that reads articles otherwise has written.

        Raises:
            PorteParoleError: the server does not answer.
        """
        there = self._shared.current()
        return there if there and there.reading == self._reading else None

    def is_behind(self, current: Generation) -> bool:
        """Say whether ``current`` has to be given to the server, or another one to be taken from it.

        Raises:
            PorteParoleError: the server does not answer.
        """
        there = self._shared.current()
        if self.unshared or there is None:
            return True
        return there.reading == self._reading and there.generation != current.id

    def share(self, generation: Generation) -> None:
        """Let the other bots answer from a generation too; where it cannot be now, say so and note it."""
        if generation.manifest.collection is None:
            return
        try:
            self._generations.publish(generation.id, self._shared)
            self.unshared = False
        except PorteParoleError as error:
            _log.warning("the new articles are not shared yet (%s)", error.notice.values.get("reason"))
            self.unshared = True

    def receive(self, there: Shared, current: Generation | None) -> None:
        """Put a generation beside ours; vectors that ``current`` has are not fetched again.

        Raises:
            PorteParoleError: the server does not answer.
            ValueError, OSError: what is there is not whole, or could not be written.
        """

        def vectors(corpus: Corpus) -> Callable[[Sequence[str]], Mapping[str, Floats]]:
            known: Mapping[str, Floats] = {}
            if current and current.manifest.collection == self._store.name:
                known = self._generations.vectors(current.id, current.catalogue.corpus())
            texts = {i: text for i, text in passages(corpus).items() if i not in known}
            # Another bot may have dropped some with the last generation of its own that needed them.
            embed(texts, self._store, _silent)
            new = self._store.vectors(list(texts))
            return lambda ids: {i: new[i] if i in new else known[i] for i in ids}

        self._generations.receive(there.generation, lambda folder: self._shared.fetch(there, folder), vectors)


def _silent(stage: str, done: int, total: int) -> None:
    pass
