"""The network in ONNX Runtime: tokens in, one vector out."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from porteparole.cache import cached
from porteparole.embedding.graph import GRAPH_VERSION, Precision, build
from porteparole.embedding.weights import Floats, Weights, dequantised


class Network:
    """Runs one window of tokens at a time, on the caller's thread; may be called from several threads.

    Args:
        weights: the open weights file.
        precision: see :mod:`porteparole.embedding.graph`.
        cache: folder in which the built ONNX model is kept (None: nowhere).
        weights_id: tells these weights from others there.
    """

    def __init__(
        self, weights: Weights, precision: Precision, cache: Path | None = None, weights_id: str = ""
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
        model = cached(cache, f"e5-{precision}", key, lambda: build(weights, precision))
        self._session: Any = ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def mean(self, ids: list[int]) -> Floats:
        """Return the mean over the tokens ``ids`` (at most 512) of the last layer, [384]."""
        embeddings = dequantised(self._words[ids]) + self._positions[: len(ids)]
        return self._session.run(None, {"embeddings": embeddings[None]})[0][0]
