"""The network in ONNX Runtime: tokens in, one vector out (or, with a head, scores for each token)."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from porteparole.cache import cached
from porteparole.embedding.graph import GRAPH_VERSION, Changes, Precision, build
from porteparole.embedding.weights import Floats, Weights, dequantised


class Network:
    """Runs one window of tokens at a time, on the caller's thread; may be called from several threads.

    Args:
        weights: the open weights file.
        precision: see :mod:`porteparole.embedding.graph`.
        cache: folder in which the built ONNX model is kept (None: nowhere).
        weights_id: tells these weights, changes included, from others there.
        changes: make it a network for another task.
        family: tells the kept model of one task from another's.
    """

    def __init__(
        self,
        weights: Weights,
        precision: Precision,
        cache: Path | None = None,
        weights_id: str = "",
        changes: Changes | None = None,
        family: str = "e5",
    ) -> None:
        # Its types are unknown to pyright.
        ort: Any = importlib.import_module("onnxruntime")

        shape = weights.shape
        self._words = weights.blocks("emb.word", shape.hidden)
        # Every token is of type 0, so its vector can be added once and for all.
        types = weights.vector("emb.type").reshape(-1, shape.hidden)
        self._positions = weights.vector("emb.pos").reshape(-1, shape.hidden) + types[0]

        options = ort.SessionOptions()
        # Several texts at a time, one thread each, are quicker than several threads on one text.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        key = f"{weights_id} {GRAPH_VERSION} {ort.__version__}"
        model = cached(cache, f"{family}-{precision}", key, lambda: build(weights, precision, changes))
        self._session: Any = ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def run(self, ids: Sequence[int]) -> Floats:
        """Return for the tokens ``ids`` (at most 512) the mean of the last layer, [384], or, with a head, its
        scores, [tokens, scores]."""
        embeddings = dequantised(self._words[list(ids)]) + self._positions[: len(ids)]
        return self._session.run(None, {"embeddings": embeddings[None]})[0][0]
