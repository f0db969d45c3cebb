"""Metadata beside the files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from porteparole.corpus.article import RefusedFile
from tests.corpus.corpus_folder import Folder, keys

TEXT = "La ministre a présenté mardi la réforme devant les députés, qui l’ont longuement applaudie."


def test_a_table_by_file_name_tells_about_the_article(folder: Folder) -> None:
    folder.put("a.txt", TEXT)
    folder.put(
        "articles.toml",
        '["a.txt"]\ntitle = "La réforme"\npublisher = "Le Journal"\npublished = 2025-02-12\n'
        'url = "https://journal.example/a"\nlanguage = "fr"\ninferred = ["publisher", "published"]\n',
    )
    article = folder.only_article()
    assert (article.title, article.publisher, article.published) == ("La réforme", "Le Journal", "2025-02-12")
    assert (article.url, article.language) == ("https://journal.example/a", "fr")
    assert article.inferred == {"publisher", "published"}


@pytest.mark.parametrize(("value", "date"), [("2025", "2025"), ('"2025"', "2025"), ('"2025-02"', "2025-02")])
def test_a_date_may_be_as_vague_as_it_is_known(folder: Folder, value: str, date: str) -> None:
    folder.put("a.txt", TEXT)
    folder.put("articles.toml", f'["a.txt"]\npublished = {value}\n')
    assert folder.only_article().published == date


def test_what_is_stated_beside_the_file_goes_before_what_the_file_states(folder: Folder) -> None:
    folder.put("a.md", f"# Titre du fichier\n\n{TEXT}\n")
    folder.put("articles.toml", '["a.md"]\ntitle = "Titre de la table"\n')
    assert folder.only_article().title == "Titre de la table"


def test_a_field_without_a_value_is_not_called_inferred(folder: Folder) -> None:
    folder.put("a.txt", TEXT)
    folder.put("articles.toml", '["a.txt"]\ntitle = "T"\nlanguage = "fr"\ninferred = ["publisher"]\n')
    assert folder.only_article().inferred == frozenset()


@pytest.mark.parametrize(
    ("toml", "key", "line"),
    [
        ('\n["a.txt"]\ntitle = \n', "corpus-toml-syntax", 3),
        ('["b.txt"]\ntitle = "x"\n', "corpus-toml-no-file-nearest", 1),
        ('["zzzzzzzz.pdf"]\ntitle = "x"\n', "corpus-toml-no-file", 1),
        ('"a.txt" = 3\n', "corpus-toml-no-table", 1),
        ('["a.txt"]\nlanguage = "fr"\ntitel = "x"\n', "corpus-toml-unknown-key-nearest", 3),
        ('["a.txt"]\nquux = "x"\n', "corpus-toml-unknown-key", 2),
        ('["a.txt"]\npublished = "hier"\n', "corpus-wrong-published", 2),
        ('["a.txt"]\npublished = "2025-02-30"\n', "corpus-wrong-published", 2),
        ('["a.txt"]\npublished = true\n', "corpus-wrong-published", 2),
        ('["a.txt"]\nurl = "javascript:alert(1)"\n', "corpus-wrong-url", 2),
        ('["a.txt"]\nlanguage = "de"\n', "corpus-wrong-language", 2),
        ('["a.txt"]\ntitle = ["x"]\n', "corpus-wrong-title", 2),
        ('["a.txt"]\ninferred = ["texte"]\n', "corpus-toml-inferred", 2),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_the_article_loads(
    folder: Folder, say: Callable[[RefusedFile], str], toml: str, key: str, line: int
) -> None:
    folder.put("a.txt", TEXT)
    folder.put("articles.toml", toml)
    corpus = folder.load()
    assert [(file.source, file.line, file.reason.key) for file in corpus.refused] == [
        ("articles.toml", line, key)
    ]
    assert say(corpus.refused[0])
    assert len(corpus.articles) == 1


def test_the_nearest_name_is_proposed(folder: Folder, say: Callable[[RefusedFile], str]) -> None:
    folder.put("discours.txt", TEXT)
    folder.put("articles.toml", '["discour.txt"]\ntitle = "x"\n')
    (refused,) = folder.load().refused
    assert "discours.txt" in say(refused)


def test_each_folder_has_its_own(folder: Folder) -> None:
    folder.put("un/a.txt", TEXT)
    folder.put("un/articles.toml", '["a.txt"]\ntitle = "Un"\n')
    folder.put("deux/b.txt", TEXT + " Encore.")
    folder.put("deux/articles.toml", '["c.txt"]\ntitle = "Deux"\n')
    corpus = folder.load()
    assert {article.source: article.title for article in corpus.articles}["un/a.txt"] == "Un"
    assert [file.source for file in corpus.refused] == ["deux/articles.toml"]
    assert keys(corpus.refused) == ["corpus-toml-no-file-nearest"]
