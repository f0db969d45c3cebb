"""The two articles that come with the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from porteparole.corpus.article import Article, Corpus
from porteparole.corpus.loader import load_corpus
from porteparole.shipped import shipped

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
FIRST, SECOND = "000_8b3dc3fc911b4f84", "001_ee4572df09ebfdd7"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus([shipped("seeds")])


@pytest.fixture(scope="module")
def articles(corpus: Corpus) -> dict[str, Article]:
    return {article.id: article for article in corpus.articles}


def test_they_are_copies_byte_for_byte() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared seeds are not on this machine")
    for name in (f"{FIRST}.txt", f"{SECOND}.txt"):
        assert (shipped("seeds") / name).read_bytes() == (SHARED / name).read_bytes()


def test_they_load_without_a_remark(corpus: Corpus, articles: dict[str, Article]) -> None:
    assert (corpus.refused, corpus.mended) == ((), ())
    assert list(articles) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("name", "count", "boilerplate"), [(FIRST, 7, range(8, 14)), (SECOND, 9, range(10, 11))]
)
def test_paragraphs_are_the_lines_of_the_file_and_the_rest_is_left_out(
    articles: dict[str, Article], name: str, count: int, boilerplate: range
) -> None:
    article = articles[name]
    lines = (shipped("seeds") / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    assert [paragraph.text for paragraph in article.paragraphs] == lines[:count]
    assert [paragraph.line for paragraph in article.paragraphs] == list(range(1, count + 1))
    assert [left.line for left in article.left_out] == list(boilerplate)


def test_metadata_says_no_more_than_the_texts_do(articles: dict[str, Article]) -> None:
    first, second = articles[FIRST], articles[SECOND]
    assert (first.publisher, first.published, first.url) == ("Agence France-Presse", "2025", None)
    assert first.inferred == {"title", "publisher", "published"}
    assert (second.publisher, second.published, second.url) == (None, None, None)
    assert second.inferred == {"title"}
    for article in (first, second):
        assert article.paragraphs[0].text.startswith(article.title)
        assert article.language == "fr"


def test_every_paragraph_has_a_translation_with_its_names_and_as_many_quotations(
    articles: dict[str, Article],
) -> None:
    names = ("Guo", "Jiakun", "Vance", "Paris", "Biden", "5G")
    for paragraph in (p for article in articles.values() for p in article.paragraphs):
        assert paragraph.translation is not None
        assert (
            paragraph.text.count("«") == paragraph.translation.count("“") == paragraph.translation.count("”")
        )
        assert [name in paragraph.text for name in names] == [name in paragraph.translation for name in names]
        assert "'" not in paragraph.translation
        assert '"' not in paragraph.translation
