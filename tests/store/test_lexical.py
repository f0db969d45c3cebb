from pathlib import Path

import pytest

from porteparole.corpus.article import Corpus
from porteparole.store.lexical import LexicalIndex, write_lexical


@pytest.fixture
def index(tmp_path: Path, harbour: Corpus) -> LexicalIndex:
    write_lexical(tmp_path / "lexical", harbour)
    return LexicalIndex(tmp_path / "lexical")


def test_accents_and_inflection_do_not_matter(index: LexicalIndex, harbour: Corpus) -> None:
    best, _ = index.search({"grevistes": 1.0, "docker": 1.0, "bloque": 1.0}, "fr", 5)[0]
    assert best == harbour.articles[0].paragraphs[0].id


def test_an_english_question_meets_the_translation(index: LexicalIndex, harbour: Corpus) -> None:
    best, _ = index.search({"ships": 1.0, "waiting": 1.0}, "en", 5)[0]
    assert best == harbour.articles[0].paragraphs[3].id


def test_names_are_found_in_either_language(index: LexicalIndex, harbour: Corpus) -> None:
    for language in ("fr", "en"):
        found = [i for i, _ in index.search({"marchetti": 1.0}, language, 5)]
        assert found == [harbour.articles[0].paragraphs[1].id]


def test_the_title_counts_for_each_paragraph(index: LexicalIndex, harbour: Corpus) -> None:
    found = {i for i, _ in index.search({"marseille": 1.0}, "fr", 10)}
    assert found == {p.id for p in harbour.articles[0].paragraphs}


def test_no_words_find_nothing(index: LexicalIndex) -> None:
    assert index.search({}, "fr", 5) == []
