"""What turns multilingual-e5-small into a reader: low-rank changes to its matrices, and a head.

They were trained by ``python -m tests.benchmarks.reader.train`` and come with this package (``reader.npz``):
for a matrix W [outputs, inputs] of the network an A [rank, inputs] and a U [outputs, rank], so that W + U A
takes its place (E. Hu et al., "LoRA", 2021). What they were trained on, and its licences, is told there.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np

from porteparole.embedding.weights import Floats

FILE = "reader.npz"
_HEAD = ("head.w", "head.b")


class LowRankChanges:
    """Changes as :class:`porteparole.embedding.graph.Changes` wants them.

    Args:
        arrays: ``NAME.a`` and ``NAME.u`` for each matrix that is changed; ``head.w`` [hidden, scores] and
            ``head.b`` [scores].
        version: tells them from any others.
    """

    def __init__(self, arrays: Mapping[str, Floats], version: str) -> None:
        self._arrays = arrays
        self.version = version

    def matrix(self, name: str) -> Floats | None:
        """Return what is added to the matrix ``name``, [outputs, inputs]; None where it stays as it is."""
        if f"{name}.a" not in self._arrays:
            return None
        return self._arrays[f"{name}.u"] @ self._arrays[f"{name}.a"]

    @property
    def head(self) -> tuple[Floats, Floats]:
        """The last layer: its matrix [hidden, scores] and bias [scores]."""
        weight, bias = (self._arrays[name] for name in _HEAD)
        return weight, bias


@cache
def shipped() -> bytes:
    """Return the content of the file that comes with the package."""
    return files("porteparole.reading").joinpath(FILE).read_bytes()


def shipped_version() -> str:
    """Return what tells the changes in force from any others: the first digits of their file's hash."""
    return hashlib.sha256(shipped()).hexdigest()[:12]


def shipped_changes() -> LowRankChanges:
    """Return the changes that come with the package, in float32."""
    with np.load(io.BytesIO(shipped())) as stored:
        arrays = {name: stored[name].astype(np.float32) for name in stored.files}
    return LowRankChanges(arrays, shipped_version())
