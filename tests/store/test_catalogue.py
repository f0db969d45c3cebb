from dataclasses import replace
from pathlib import Path

import pytest

from porteparole.corpus.article import Corpus, LeftOut, RefusedFile, content_id
from porteparole.notice import Notice
from porteparole.statements.statement import Statement
from porteparole.store.catalogue import Catalogue, passages
from porteparole.store.catalogue_writing import write_catalogue


def test_a_corpus_comes_back_as_it_was_written(tmp_path: Path, harbour: Corpus) -> None:
    first = replace(
        harbour.articles[0],
        published="2025-02",
        left_out=(LeftOut(9, "Partager", Notice("corpus-left-out", {"n": 1})),),
    )
    corpus = Corpus(
        (first, harbour.articles[1]),
        refused=(RefusedFile("x.txt", 3, Notice("corpus-bad", {"line": 3})),),
        mended=(RefusedFile("y.txt", None, Notice("corpus-mended")),),
    )
    write_catalogue(tmp_path / "c.sqlite", corpus)
    assert Catalogue(tmp_path / "c.sqlite").corpus() == corpus


def test_statements_are_kept_with_their_paragraph(tmp_path: Path, harbour: Corpus) -> None:
    paragraph = harbour.articles[0].paragraphs[1]
    statement = Statement(paragraph.id, 2, 20, "direct", "a déclaré", "Sylvie Marchetti", "secrétaire", None)
    write_catalogue(tmp_path / "c.sqlite", harbour, {paragraph.id: [statement]})
    catalogue = Catalogue(tmp_path / "c.sqlite")
    assert catalogue.statements("greve") == (statement,)
    assert catalogue.statements("reaction") == ()


def test_paragraphs_are_found_by_article_and_by_speaker(tmp_path: Path, harbour: Corpus) -> None:
    paragraph = harbour.articles[0].paragraphs[1]
    statement = Statement(paragraph.id, 2, 20, "direct", "a déclaré", "Sylvie Marchetti", "secrétaire", None)
    write_catalogue(tmp_path / "c.sqlite", harbour, {paragraph.id: [statement]})
    catalogue = Catalogue(tmp_path / "c.sqlite")
    assert catalogue.article_positions(["reaction", "nowhere"]) == [2]
    assert catalogue.spoken_positions(["sylvie MARCHETTI", "Nobody"]) == [2]
    assert catalogue.ids([2, 99]) == {2: paragraph.id}


def test_a_translation_has_a_vector_of_its_own(harbour: Corpus) -> None:
    paragraph = harbour.articles[0].paragraphs[0]
    assert paragraph.translation is not None
    texts = passages(harbour)
    assert texts[content_id(paragraph.text)] == paragraph.text
    assert texts[content_id(paragraph.translation)] == paragraph.translation


def test_an_unknown_article_is_a_key_error(tmp_path: Path, harbour: Corpus) -> None:
    write_catalogue(tmp_path / "c.sqlite", harbour)
    with pytest.raises(KeyError):
        Catalogue(tmp_path / "c.sqlite").article("nowhere")
