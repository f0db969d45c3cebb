from pathlib import Path

import numpy as np
import pytest

from porteparole.answering.similarity import Meanings
from porteparole.embedding import kept
from porteparole.embedding.embedder import Embedder
from porteparole.embedding.kept import KeptVectors


def _vector(number: float) -> np.ndarray:
    return np.full(3, number, np.float32)


def test_vectors_outlive_the_process_that_made_them(tmp_path: Path, embedder: Embedder) -> None:
    first = KeptVectors(tmp_path, embedder)
    first.put({"grève": _vector(1), "lone \ud800": _vector(2)}, "query")
    first.close()
    second = KeptVectors(tmp_path, embedder)
    assert {
        text: v.tolist() for text, v in second.get(["grève", "lone \ud800", "port"], "query").items()
    } == {
        "grève": [1.0] * 3,
        "lone \ud800": [2.0] * 3,
    }
    assert second.get(["grève"], "passage") == {}, "a passage has another vector than a question"


def test_the_oldest_go_beyond_the_limit(
    tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_MOST", 3)
    vectors = KeptVectors(tmp_path, embedder)
    for number in range(5):
        vectors.put({f"word {number}": _vector(number)}, "query")
    found = vectors.get([f"word {number}" for number in range(5)], "query")
    assert sorted(found) == ["word 2", "word 3", "word 4"]


def test_a_damaged_file_costs_time_and_nothing_else(tmp_path: Path, embedder: Embedder) -> None:
    KeptVectors(tmp_path, embedder).close()
    (file,) = tmp_path.glob("texts-*.sqlite")
    file.write_bytes(b"not a database" * 500)
    vectors = KeptVectors(tmp_path, embedder)
    vectors.put({"a": _vector(1)}, "query")
    assert vectors.get(["a"], "query") == {}


def test_no_word_of_a_question_is_kept(tmp_path: Path, embedder: Embedder) -> None:
    stored = KeptVectors(tmp_path, embedder)
    first = Meanings(embedder, stored).kinship(["greve"], ["Les dockers cessent le travail."])
    assert stored.get(["greve"], "query") == {}
    assert set(stored.get(["dockers", "cessent", "travail"], "query")) == {"dockers", "cessent", "travail"}
    again = Meanings(embedder, stored).kinship(["greve"], ["Les dockers cessent le travail."])
    assert again == first
