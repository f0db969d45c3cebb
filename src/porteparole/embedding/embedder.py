"""What every embedder of Porte-Parole can do, wherever its vectors come from."""

from __future__ import annotations

import asyncio
import threading
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Literal

from langchain_core.embeddings import Embeddings

from porteparole.embedding.weights import Floats
from porteparole.notice import Notice

# Words and other short texts to be compared with their like; what a question is compared with; questions.
Kind = Literal["query", "passage", "question"]
Stop = Callable[[], bool]
Progress = Callable[[int, int], None]


class EmbeddingStoppedError(Exception):
    """Bulk work ended before its end because its ``stop`` said so."""


class Embedder(Embeddings):
    """LangChain embeddings that know what they are and can be stopped.

    Attributes:
        model: name of the model.
        version: changes whenever the same text may get another vector. Vectors of two models or versions
            must not stand in one index.
        question_version: of what reads questions, where that is a network of its own.
    """

    model: str
    version: str
    question_version: str = ""

    @property
    @abstractmethod
    def dimension(self) -> int:
        """How many numbers a vector has."""

    @abstractmethod
    def embed(
        self,
        texts: Sequence[str],
        kind: Kind,
        *,
        stop: Stop | None = None,
        progress: Progress | None = None,
    ) -> Floats:
        """Return the vectors of ``texts``, [texts, dimension], in order.

        Args:
            texts: what to embed; any Python strings.
            kind: ``question`` for what is asked of passages, ``passage`` for those; ``query`` for words that
                are compared with words.
            stop: asked again and again; the work ends when it returns True.
            progress: told now and then how many texts of how many are done, last when all are.

        Raises:
            EmbeddingStoppedError: when ``stop`` said so.
            PorteParoleError: when a service does not answer.
        """

    def cut(self, text: str, kind: Kind = "query") -> Notice | None:
        """Say how much of a long text its vector stands for; None where it is all of it, or not known."""
        return None

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        return self.embed([text], "question")[0].tolist()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of passages, in order."""
        return self.embed(texts, "passage").tolist()

    async def aembed_query(self, text: str) -> list[float]:
        """Do the same as :meth:`embed_query` in a thread."""
        return await asyncio.to_thread(self.embed_query, text)

    async def aembed_documents(self, texts: list[str]) -> list[list[float]]:
        """Do the same as :meth:`embed_documents` in a thread; cancelling the task stops the work."""
        cancelled = threading.Event()
        try:
            vectors = await asyncio.to_thread(self.embed, texts, "passage", stop=cancelled.is_set)
        except asyncio.CancelledError:
            cancelled.set()
            raise
        return vectors.tolist()


def check(stop: Stop | None) -> None:
    """Raise :class:`EmbeddingStoppedError` when ``stop`` says so."""
    if stop and stop():
        raise EmbeddingStoppedError
