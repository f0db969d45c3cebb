"""The vectors of all generations, by content, in one Chroma collection for each embedder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from langchain_core.embeddings import Embeddings

from porteparole.store.server import Server, patiently

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from langchain_chroma import Chroma

    from porteparole.embedding.embedder import Embedder
    from porteparole.embedding.weights import Floats

T = TypeVar("T")

_BATCH = 256
_MOST_IDS = 5_000  # Chroma takes at most 5,461 ids in one call


def open_chroma(folder: Path) -> ClientAPI:
    """Open (or create) the embedded Chroma database in ``folder``, without telemetry."""
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), Settings(anonymized_telemetry=False))


class _Made(Embeddings):
    """Vectors that were made already, for LangChain, which embeds what it stores."""

    def __init__(self) -> None:
        self.vectors: Floats | None = None

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of ``texts``."""
        assert self.vectors is not None
        assert len(self.vectors) == len(texts)
        return self.vectors.tolist()

    def embed_query(self, text: str) -> list[float]:
        """Questions are embedded elsewhere."""
        raise NotImplementedError


class VectorStore:
    """Vectors by content id. A text has one vector however many paragraphs say it, in whichever generation.

    So a reload embeds only new text, and the generation that answers keeps its vectors meanwhile. Questions
    are answered from the generation's own file (see :mod:`porteparole.store.matrix`).

    Args:
        connect: opens Chroma; called when its vectors are needed first, since that takes seconds.
        embedder: makes the vectors.
        server: the server that is connected to, if it is one; others may use the same vectors then.

    Every method raises a PorteParoleError (``store-server-away``) when a server does not answer.
    """

    def __init__(
        self, connect: Callable[[], ClientAPI], embedder: Embedder, server: Server | None = None
    ) -> None:
        name = f"{embedder.model}\n{embedder.version}\n{embedder.dimension}"
        self.name = f"passages-{hashlib.sha256(name.encode()).hexdigest()[:16]}"
        self.server = server
        self._connect = connect
        self._embedder = embedder
        self._made = _Made()
        self._opened: Chroma | None = None

    def _call(self, work: Callable[[Chroma], T]) -> T:
        return patiently(self.server, lambda: work(self._chroma()), self._forget)

    def _forget(self) -> None:
        self._opened = None

    def _chroma(self) -> Chroma:
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    def _open(self) -> Chroma:
        from langchain_chroma import Chroma

        embedder = self._embedder
        return Chroma(
            collection_name=self.name,
            embedding_function=self._made,
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
        for part in _parts(ids):
            known.update(self._call(lambda chroma, part=part: chroma.get(ids=part, include=[])["ids"]))
        return [i for i in ids if i not in known]

    def add(self, texts: Mapping[str, str], progress: Callable[[int, int], None]) -> None:
        """Embed ``texts`` (by content id) and keep their vectors; each batch is kept whole or not at all.

        While one batch is written the next is embedded.
        """
        ids = list(texts)
        writing: Future[None] | None = None
        with ThreadPoolExecutor(1, "vectors") as writer:
            for start in range(0, len(ids), _BATCH):
                batch = ids[start : start + _BATCH]

                def made(done: int, _: int, start: int = start) -> None:
                    progress(start + done, len(ids))

                listed = [texts[i] for i in batch]
                vectors = self._embedder.embed(listed, "passage", progress=made)
                if writing:
                    writing.result()
                writing = writer.submit(self._write, batch, listed, vectors)
                made(len(batch), len(batch))
            if writing:
                writing.result()

    def _write(self, ids: Sequence[str], texts: Sequence[str], vectors: Floats) -> None:
        self._made.vectors = vectors
        self._call(lambda chroma: chroma.add_texts(texts, ids=list(ids)))  # pyright: ignore[reportUnknownMemberType]

    def vectors(self, ids: Sequence[str]) -> dict[str, Floats]:
        """Return the vectors of ``ids``; unknown ids are left out."""
        vectors: dict[str, Floats] = {}
        for part in _parts(ids):
            found = self._call(lambda chroma, part=part: chroma.get(ids=part, include=["embeddings"]))
            vectors.update(zip(found["ids"], found["embeddings"], strict=True))
        return vectors

    def drop(self, ids: Sequence[str]) -> None:
        """Delete vectors that no kept generation needs."""
        for part in _parts(ids):
            self._call(lambda chroma, part=part: chroma.delete(ids=part))

    def ids(self) -> list[str]:
        """Return every content id that has a vector."""
        return list(self._call(lambda chroma: chroma.get(include=[])["ids"]))


def _parts(ids: Sequence[str], size: int = _MOST_IDS) -> Iterator[list[str]]:
    for start in range(0, len(ids), size):
        yield list(ids[start : start + size])
