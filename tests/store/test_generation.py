from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from porteparole.corpus.article import Corpus, content_id
from porteparole.embedding.embedder import Embedder
from porteparole.store.filter import Filter
from porteparole.store.generation import Generation, Generations
from porteparole.store.identity import identity
from porteparole.store.lexical import is_stale
from porteparole.store.vectors import VectorStore, open_chroma


class Steps:
    """Takes note of progress."""

    def __init__(self) -> None:
        self.totals: dict[str, int] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        self.totals[stage] = total


@pytest.fixture
def vectors(tmp_path: Path, embedder: Embedder) -> VectorStore:
    return VectorStore(lambda: open_chroma(tmp_path / "chroma"), embedder)


def _changed(harbour: Corpus) -> Corpus:
    first, *others = harbour.articles[1].paragraphs
    text = "The port authority said nothing on Saturday."
    changed = replace(first, id=content_id(text), text=text)
    second = replace(harbour.articles[1], paragraphs=(changed, *others), publisher="A paper")
    return Corpus((harbour.articles[0], second))


def _written(
    generations: Generations,
    corpus: Corpus,
    steps: Steps | None = None,
    earlier: tuple[str, Corpus] | None = None,
) -> Generation:
    name = identity(corpus, None)
    generations.put(name, generations.write(name, corpus, None, None, steps or Steps(), earlier))
    return generations.open(name)


def test_every_paragraph_and_translation_is_embedded_once(
    tmp_path: Path, vectors: VectorStore, harbour: Corpus
) -> None:
    steps = Steps()
    generation = Generations(tmp_path).build(harbour, vectors, steps)
    assert steps.totals["embedding"] == 10
    assert len(generation.catalogue) == 6
    assert generation.fault() is None


def test_only_new_text_is_embedded_again(tmp_path: Path, vectors: VectorStore, harbour: Corpus) -> None:
    generations = Generations(tmp_path)
    generations.build(harbour, vectors, Steps())
    steps = Steps()
    generations.build(_changed(harbour), vectors, steps)
    assert steps.totals["embedding"] == 1


def test_the_same_corpus_is_the_same_generation(
    tmp_path: Path, vectors: VectorStore, harbour: Corpus
) -> None:
    generations = Generations(tmp_path)
    built = generations.build(harbour, vectors, Steps())
    steps = Steps()
    assert generations.build(harbour, vectors, steps).id == built.id
    assert steps.totals == {}
    assert identity(harbour, None) != built.id, "an index made with vectors is not one without"


def test_what_did_not_change_is_taken_from_the_generation_before(tmp_path: Path, harbour: Corpus) -> None:
    generations, steps = Generations(tmp_path), Steps()
    old = _written(generations, harbour)
    after = _changed(harbour)
    new = _written(generations, after, steps, (old.id, harbour))
    same = _written(Generations(tmp_path / "anew"), after)
    assert steps.totals["statements"] == 1, "only the changed article is read into statements"
    assert new.catalogue.corpus() == after
    for article in after.articles:
        assert new.catalogue.statements(article.id) == same.catalogue.statements(article.id)
    assert len(new.lexical) == 6
    for word in ("negotiate", "saturday", "dockers", "blockade"):
        found = [{i for i, _ in one.lexical.search({word: 1.0}, "en", 9)} for one in (new, same)]
        assert found[0] == found[1]


def test_an_index_that_was_added_to_too_often_is_made_anew(tmp_path: Path, harbour: Corpus) -> None:
    text = "« Le port rouvrira », a déclaré Anne Morel, la directrice du port."
    spoken = replace(harbour.articles[0].paragraphs[0], id=content_id(text), text=text)
    first = replace(harbour.articles[0], paragraphs=(spoken, *harbour.articles[0].paragraphs[1:]))
    before = Corpus((first, harbour.articles[1]))
    generations = Generations(tmp_path)
    old = _written(generations, before)
    # One of six documents deleted is more than an index may drift.
    once = replace(_changed(harbour), articles=(first, _changed(harbour).articles[1]))
    middle = _written(generations, once, None, (old.id, before))
    folder = tmp_path / "generations" / middle.id / "lexical"
    assert is_stale(folder)
    last = Corpus((first,))
    again = _written(generations, last, None, (middle.id, once))
    assert not is_stale(tmp_path / "generations" / again.id / "lexical")
    asked = Filter(speakers=frozenset(["Anne Morel"]))
    assert [i for i, _ in again.lexical.search({"port": 1.0}, "fr", 9, asked)] == [spoken.id]


def test_a_half_built_generation_is_none(
    tmp_path: Path, harbour: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    generations = Generations(tmp_path)
    old = _written(generations, harbour)

    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("porteparole.store.generation.write_lexical", power_cut)
    less = Corpus(harbour.articles[:1])
    with pytest.raises(KeyboardInterrupt):
        generations.write(identity(less, None), less, None, None, Steps())
    monkeypatch.undo()
    assert generations.manifest(identity(less, None)) is None
    assert generations.open(old.id).fault() is None
    assert len(_written(generations, less).catalogue) == 4


def test_what_is_not_kept_is_deleted_with_its_vectors(
    tmp_path: Path, vectors: VectorStore, harbour: Corpus
) -> None:
    generations = Generations(tmp_path)
    old = generations.build(harbour, vectors, Steps())
    new = generations.build(_changed(harbour), vectors, Steps())
    (tmp_path / "generations" / "abc.unfinished").mkdir()
    generations.discard([new.id], vectors)
    assert [folder.name for folder in (tmp_path / "generations").iterdir()] == [new.id]
    assert set(vectors.ids()) == set(new.catalogue.vector_ids())
    assert old.catalogue.corpus() == harbour, "who still reads it is not disturbed"


def test_a_lost_vector_a_torn_matrix_and_a_changed_text_are_faults(
    tmp_path: Path, vectors: VectorStore, harbour: Corpus
) -> None:
    generations = Generations(tmp_path)
    generation = generations.build(harbour, vectors, Steps())
    path = tmp_path / "generations" / generation.id / "vectors.npy"
    matrix = np.load(path)
    np.save(path, matrix[:-1])
    assert "vector" in (generations.open(generation.id).fault() or "")
    matrix[3] = np.nan
    np.save(path, matrix)
    assert "vector" in (generations.open(generation.id).fault() or "")
    forged = replace(harbour.articles[1].paragraphs[0], text="The port authority gave in.")
    article = replace(harbour.articles[1], paragraphs=(forged, *harbour.articles[1].paragraphs[1:]))
    assert "text" in (generations.build(Corpus((article,)), None, Steps()).fault() or "")


def test_vectors_are_taken_from_the_generation_before_without_asking_chroma(
    tmp_path: Path, vectors: VectorStore, harbour: Corpus
) -> None:
    generations = Generations(tmp_path)
    old = generations.build(harbour, vectors, Steps())
    known = generations.vectors(old.id, harbour)
    assert set(known) == set(vectors.ids())
    for i, vector in vectors.vectors(list(known)).items():
        assert np.allclose(known[i], vector, atol=1e-6)
