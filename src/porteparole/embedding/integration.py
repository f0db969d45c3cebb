"""Embeddings of another LangChain integration (a server, a hub's model) as an embedder of Porte-Parole."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import numpy as np
from langchain_core.embeddings import Embeddings

from porteparole.embedding.embedder import Embedder, Kind, Progress, Stop, check
from porteparole.embedding.weights import Floats
from porteparole.notice import PorteParoleError

# Between two batches the work can be stopped, and its progress is told.
_BATCH = 64

_log = logging.getLogger(__name__)


class IntegrationEmbeddings(Embedder):
    """Vectors that ``inner`` makes, scaled to length 1.

    Args:
        inner: any LangChain embeddings.
        provider: who makes the vectors (``openai``, ``ollama``, …); part of the version.
        model: name of the model there.
        query_prefix: put before each question, where the model was trained so (``query: ``).
        passage_prefix: put before each passage.
    """

    def __init__(
        self,
        inner: Embeddings,
        provider: str,
        model: str,
        *,
        query_prefix: str = "",
        passage_prefix: str = "",
    ) -> None:
        self._inner = inner
        self._prefixes: dict[Kind, str] = {
            "query": query_prefix,
            "question": query_prefix,
            "passage": passage_prefix,
        }
        self._dimension = 0
        self.model = model
        self.version = "/".join([provider, *filter(None, (query_prefix.strip(), passage_prefix.strip()))])

    @property
    def dimension(self) -> int:
        """How many numbers a vector has; asks for one where none was made yet.

        Raises:
            PorteParoleError: when the service does not answer.
        """
        if not self._dimension:
            self.embed(["dimension"], "query")
        return self._dimension

    def embed(
        self,
        texts: Sequence[str],
        kind: Kind,
        *,
        stop: Stop | None = None,
        progress: Progress | None = None,
    ) -> Floats:
        """Return the vectors of ``texts`` in order, as :meth:`Embedder.embed` says."""
        batches: list[Floats] = []
        for start in range(0, len(texts), _BATCH):
            check(stop)
            batches.append(self._batch(texts[start : start + _BATCH], kind))
            if progress:
                progress(min(start + _BATCH, len(texts)), len(texts))
        return np.concatenate(batches) if batches else np.zeros((0, self._dimension), np.float32)

    def _batch(self, texts: Sequence[str], kind: Kind) -> Floats:
        sent = [self._prefixes[kind] + _sendable(text) for text in texts]
        try:
            # One way for both kinds: what an integration does differently for a question is not known here.
            vectors = np.array(self._inner.embed_documents(sent), np.float32)
        except Exception as error:
            # Its text can hold the address or a part of the key: the class says enough to a person.
            _log.debug("embedding failed", exc_info=True)
            reason = type(error).__name__
            raise PorteParoleError("embedding-service-failed", model=self.model, reason=reason) from error
        expected = (len(texts), self._dimension or vectors.shape[-1])
        if vectors.ndim != 2 or vectors.shape != expected or not np.isfinite(vectors).all():
            raise PorteParoleError("embedding-service-wrong", model=self.model)
        self._dimension = expected[1]
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / np.maximum(lengths, np.float32(1e-12))


def _sendable(text: str) -> str:
    """Return a text that can be written as JSON and that no service refuses as empty."""
    return text.replace("\0", "").encode("utf-8", "replace").decode() or " "
