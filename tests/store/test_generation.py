from dataclasses import replace
from pathlib import Path

import pytest

from porteparole.corpus.article import Corpus
from porteparole.embedding.embedder import Embedder
from porteparole.store.generation import Generations, signature
from porteparole.store.vectors import VectorStore, open_chroma


class Steps:
    """Takes note of progress."""

    def __init__(self) -> None:
        self.embedded = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage == "embedding":
            self.embedded = total


@pytest.fixture
def vectors(tmp_path: Path, embedder: Embedder) -> VectorStore:
    return VectorStore(lambda: open_chroma(tmp_path / "chroma"), embedder)


def test_every_paragraph_and_translation_is_embedded_once(
    tmp_path: Path, vectors: VectorStore, harbour: Corpus
) -> None:
    steps = Steps()
    generation = Generations(tmp_path).build(harbour, "signature", vectors, steps)
    assert steps.embedded == 10
    assert len(generation.catalogue) == 6


def test_only_new_text_is_embedded_again(tmp_path: Path, vectors: VectorStore, harbour: Corpus) -> None:
    generations = Generations(tmp_path)
    generations.build(harbour, "first", vectors, Steps())
    paragraphs = harbour.articles[1].paragraphs
    changed = replace(paragraphs[0], id="changed", text="The port authority said nothing on Saturday.")
    steps = Steps()
    second = replace(harbour.articles[1], paragraphs=(changed, *paragraphs[1:]), publisher="A paper")
    generations.build(Corpus((harbour.articles[0], second)), "second", vectors, steps)
    assert steps.embedded == 1


def test_unchanged_sources_open_the_generation_that_answers(
    tmp_path: Path, vectors: VectorStore, harbour: Corpus
) -> None:
    generations = Generations(tmp_path)
    built = generations.build(harbour, "signature", vectors, Steps())
    opened = generations.current(vectors, "signature")
    assert opened is not None
    assert opened.id == built.id
    assert generations.current(vectors, "other") is None
    assert generations.current(None, "signature") is None, "an index made with vectors is not read without"


def test_a_half_built_generation_is_never_opened(
    tmp_path: Path, vectors: VectorStore, harbour: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    generations = Generations(tmp_path)
    old = generations.build(harbour, "old", vectors, Steps())

    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("porteparole.store.generation.write_lexical", power_cut)
    with pytest.raises(KeyboardInterrupt):
        generations.build(Corpus(harbour.articles[:1]), "new", vectors, Steps())
    monkeypatch.undo()
    still = generations.current(vectors, "old")
    assert still is not None
    assert still.id == old.id
    assert len(generations.build(Corpus(harbour.articles[:1]), "new", vectors, Steps()).catalogue) == 4


def test_a_signature_changes_with_files_and_options(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    before = signature([tmp_path], translations=True)
    assert signature([tmp_path], translations=True) == before
    assert signature([tmp_path], translations=False) != before
    (tmp_path / "b.txt").write_text("two")
    assert signature([tmp_path], translations=True) != before
