"""What turns multilingual-e5-small into a network for another task: low-rank changes to its matrices.

For a matrix W [outputs, inputs] of the network an A [rank, inputs] and a U [outputs, rank], so that W + U A
takes its place (E. Hu et al., "LoRA", 2021). Those that come with the package were trained by
``tests/benchmarks/reader``; what they were trained on, and its licences, is told there and in ``NOTICE``.
"""

from __future__ import annotations

import hashlib
import io
from functools import cached_property
from importlib.resources import files

import numpy as np

from porteparole.embedding.weights import Floats

_HEAD = ("head.w", "head.b")


class LowRankChanges:
    """Changes as :class:`porteparole.embedding.graph.Changes` wants them.

    Args:
        content: of an ``.npz`` file with ``NAME.a`` and ``NAME.u`` for each matrix that is changed and, with
            a head, ``head.w`` [hidden, scores] and ``head.b`` [scores]. It is read when the network is built,
            not when an earlier process has kept that.

    Attributes:
        version: tells them from any others: the first digits of the content's hash.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.version = hashlib.sha256(content).hexdigest()[:12]

    def matrix(self, name: str) -> Floats | None:
        """Return what is added to the matrix ``name``, [outputs, inputs]; None where it stays as it is."""
        if f"{name}.a" not in self._arrays:
            return None
        return self._arrays[f"{name}.u"] @ self._arrays[f"{name}.a"]

    @property
    def head(self) -> tuple[Floats, Floats] | None:
        """The last layer: its matrix [hidden, scores] and bias [scores]; None where there is none."""
        if _HEAD[0] not in self._arrays:
            return None
        weight, bias = (self._arrays[name] for name in _HEAD)
        return weight, bias

    @cached_property
    def _arrays(self) -> dict[str, Floats]:
        with np.load(io.BytesIO(self._content)) as stored:
            return {name: stored[name].astype(np.float32) for name in stored.files}


def packaged_changes(package: str, file: str) -> LowRankChanges:
    """Return the changes that come with a package of ours."""
    return LowRankChanges(files(package).joinpath(file).read_bytes())
