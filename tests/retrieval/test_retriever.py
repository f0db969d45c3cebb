from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porteparole.corpus.article import Corpus
from porteparole.embedding.embedder import Embedder
from porteparole.retrieval.retriever import HybridSearch, Query, fuse
from porteparole.store.generation import Generation, Generations
from porteparole.store.vectors import VectorStore, open_chroma

_ids = st.text(min_size=1, max_size=3)
_cosines = st.dictionaries(_ids, st.floats(-1, 1), max_size=8)
_weights = st.dictionaries(_ids, st.floats(0, 100), max_size=8)


@given(_cosines, _weights, st.floats(0, 1))
def test_fused_scores_lie_between_0_and_1_and_leave_nothing_out(
    dense: dict[str, float], lexical: dict[str, float], share: float
) -> None:
    fused = fuse(dense, lexical, share)
    assert fused.keys() == {*dense, *lexical}
    assert all(
        -1e-9 <= score <= 1 + 1e-9 for score in fused.values() if min(lexical.values(), default=0) >= 0
    )


def test_what_both_lists_find_first_comes_first() -> None:
    fused = fuse({"a": 0.9, "b": 0.8}, {"b": 3.0, "a": 5.0, "c": 1.0}, 0.5)
    assert max(fused, key=lambda i: fused[i]) == "a"


@pytest.fixture
def vectors(tmp_path: Path, embedder: Embedder) -> VectorStore:
    return VectorStore(lambda: open_chroma(tmp_path / "chroma"), embedder)


@pytest.fixture
def generation(tmp_path: Path, vectors: VectorStore, harbour: Corpus) -> Generation:
    return Generations(tmp_path).build(harbour, vectors, lambda *_: None)


@pytest.mark.parametrize(
    ("text", "terms", "language", "number"),
    [
        ("combien de bateaux attendent", {"bateaux": 1.0, "attendent": 1.0}, "fr", 4),
        ("what do the workers on the docks demand", {"dockers": 1.0, "demand": 1.0}, "en", 1),
        ("refuse le dialogue", {}, "fr", 3),
    ],
)
def test_the_paragraph_is_found_in_either_language(
    generation: Generation, embedder: Embedder, text: str, terms: dict[str, float], language: str, number: int
) -> None:
    query = Query(text, "fr" if language == "fr" else "en", terms)
    best = HybridSearch(generation, embedder).search(query, 3).candidates[0]
    assert (best.article.id, best.paragraph.number) == ("greve", number)


def test_lexical_search_alone_answers_without_an_embedder(generation: Generation) -> None:
    found = HybridSearch(generation, None).search(Query("navires", "fr", {"navires": 1.0}), 3)
    assert found.vector is None
    assert [c.paragraph.number for c in found.candidates] == [4]


def test_vectors_of_other_generations_do_not_hide_those_of_this_one(
    generation: Generation, vectors: VectorStore, embedder: Embedder
) -> None:
    flood = [f"Trente-deux navires attendent au large, dit la note numéro {n}." for n in range(300)]
    vectors.add({f"{n:016x}": text for n, text in enumerate(flood)}, lambda *_: None)
    query = Query("Combien de navires attendent au large ?", "fr", {})
    assert HybridSearch(generation, embedder).search(query, 3).candidates[0].paragraph.number == 4
