"""The vectors of all generations, by content, in one Chroma collection for each embedder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from langchain_chroma import Chroma

    from porteparole.embedding.embedder import Embedder
    from porteparole.embedding.weights import Floats

_BATCH = 64
_MOST_IDS = 5_000  # Chroma takes at most 5,461 ids in one call


def open_chroma(folder: Path) -> ClientAPI:
    """Open (or create) the embedded Chroma database in ``folder``, without telemetry."""
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), Settings(anonymized_telemetry=False))


class VectorStore:
    """Vectors by content id. A text has one vector however many paragraphs say it, in whichever generation.

    So a reload embeds only new text, and the generation that answers keeps its vectors meanwhile. Questions
    are answered from the generation's own file (see :mod:`porteparole.store.matrix`).

    Args:
        connect: opens Chroma; called when its vectors are needed first, since that takes seconds.
        embedder: makes the vectors.
    """

    def __init__(self, connect: Callable[[], ClientAPI], embedder: Embedder) -> None:
        name = f"{embedder.model}\n{embedder.version}\n{embedder.dimension}"
        self.name = f"passages-{hashlib.sha256(name.encode()).hexdigest()[:16]}"
        self._connect = connect
        self._embedder = embedder

    @cached_property
    def _chroma(self) -> Chroma:
        from langchain_chroma import Chroma

        embedder = self._embedder
        return Chroma(
            collection_name=self.name,
            embedding_function=embedder,
            client=self._connect(),
            collection_configuration={"hnsw": {"space": "cosine"}},
            collection_metadata={
                "model": embedder.model,
                "version": embedder.version,
                "dimension": embedder.dimension,
            },
        )

    def missing(self, ids: Sequence[str]) -> list[str]:
        """Return those of ``ids`` that have no vector yet, in order."""
        known: set[str] = set()
        for start in range(0, len(ids), _MOST_IDS):
            known.update(self._chroma.get(ids=list(ids[start : start + _MOST_IDS]), include=[])["ids"])
        return [i for i in ids if i not in known]

    def add(self, texts: Mapping[str, str], progress: Callable[[int, int], None]) -> None:
        """Embed ``texts`` (by content id) and keep their vectors; each batch is kept whole or not at all."""
        ids = list(texts)
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            self._chroma.add_texts([texts[i] for i in batch], ids=batch)  # pyright: ignore[reportUnknownMemberType]
            progress(start + len(batch), len(ids))

    def vectors(self, ids: Sequence[str]) -> dict[str, Floats]:
        """Return the vectors of ``ids``; unknown ids are left out."""
        found = self._chroma.get(ids=list(ids), include=["embeddings"])
        return dict(zip(found["ids"], found["embeddings"], strict=True))

    def drop(self, ids: Sequence[str]) -> None:
        """Delete vectors that no kept generation needs."""
        for start in range(0, len(ids), _MOST_IDS):
            self._chroma.delete(ids=list(ids[start : start + _MOST_IDS]))

    def ids(self) -> list[str]:
        """Return every content id that has a vector."""
        return list(self._chroma.get(include=[])["ids"])
