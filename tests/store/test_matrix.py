from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from porteparole.corpus.article import Corpus, content_id
from porteparole.store.catalogue import passages
from porteparole.store.matrix import VectorMatrix, write_matrix
from tests.conftest import article

_DIMENSION = 24


def _vectors(corpus: Corpus) -> dict[str, NDArray[np.float32]]:
    chance = np.random.default_rng(1)
    return {i: chance.normal(size=_DIMENSION).astype(np.float32) for i in passages(corpus)}


def _written(folder: Path, corpus: Corpus, vectors: dict[str, NDArray[np.float32]]) -> VectorMatrix:
    write_matrix(folder, corpus, lambda ids: {i: vectors[i] for i in ids})
    return VectorMatrix(folder)


def _cosine(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


def test_it_finds_what_comparing_with_every_vector_finds(tmp_path: Path) -> None:
    corpus = Corpus((article("long", [f"Paragraphe numéro {n}." for n in range(500)]),))
    vectors = _vectors(corpus)
    matrix = _written(tmp_path, corpus, vectors)
    for seed in range(20):
        asked = np.random.default_rng(seed).normal(size=_DIMENSION).astype(np.float32)
        by_hand = [
            (position, _cosine(vectors[content_id(p.text)], asked))
            for position, p in enumerate(corpus.paragraphs, 1)
        ]
        by_hand.sort(key=lambda found: -found[1])
        found = matrix.nearest(asked.tolist(), 25)
        assert [position for position, _ in found] == [position for position, _ in by_hand[:25]]
        assert [score for _, score in found] == pytest.approx([score for _, score in by_hand[:25]], abs=1e-5)


def test_a_paragraph_is_as_near_as_its_text_or_its_translation(tmp_path: Path, harbour: Corpus) -> None:
    vectors = _vectors(harbour)
    matrix = _written(tmp_path, harbour, vectors)
    for position, paragraph in enumerate(harbour.paragraphs, 1):
        for text in (paragraph.text, paragraph.translation):
            if text is not None:
                best = matrix.nearest(vectors[content_id(text)].tolist(), 6)
                assert best[0] == (position, pytest.approx(1.0))
                assert sorted(p for p, _ in best) == [1, 2, 3, 4, 5, 6], "each paragraph once"


def test_a_text_that_stands_twice_leads_to_both_paragraphs(tmp_path: Path, harbour: Corpus) -> None:
    original = harbour.articles[0].paragraphs[0]
    twin = replace(original, id=f"{original.id}-2", article_id="reaction", number=3, translation=None)
    second = replace(harbour.articles[1], paragraphs=(*harbour.articles[1].paragraphs, twin))
    corpus = Corpus((harbour.articles[0], second))
    vectors = _vectors(corpus)
    found = _written(tmp_path, corpus, vectors).nearest(vectors[content_id(original.text)].tolist(), 2)
    assert [position for position, _ in found] == [1, 7]


def test_a_corpus_without_text_finds_nothing(tmp_path: Path) -> None:
    assert _written(tmp_path, Corpus(()), {}).nearest([1.0] * _DIMENSION, 5) == []


def test_a_text_without_a_vector_is_not_passed_over(tmp_path: Path, harbour: Corpus) -> None:
    vectors = _vectors(harbour)
    vectors.popitem()
    with pytest.raises(KeyError):
        _written(tmp_path, harbour, vectors)
