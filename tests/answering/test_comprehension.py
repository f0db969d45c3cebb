"""What a reader is given of a paragraph: its sentences, and what they take from the rest of the article."""

from __future__ import annotations

import pytest

from porteparole.answering.comprehension import passage_of, with_speaker
from porteparole.answering.evidence import Evidence, weigh
from porteparole.answering.question import read_question
from porteparole.corpus.article import Article, Paragraph
from porteparole.retrieval.retriever import Candidate
from porteparole.statements.reader import read_statements

_TEXTS = (
    "La maire de Trévoux, Odile Ferrand, a inauguré jeudi la nouvelle passerelle.",
    "« Nous l’attendions depuis vingt ans », a-t-elle déclaré. La passerelle mesure 80 mètres.",
)


def _read(title: str | None) -> list[Evidence]:
    paragraphs = tuple(Paragraph(f"p{n}", "a1", n, text, n) for n, text in enumerate(_TEXTS, 1))
    inferred = frozenset[str]() if title else frozenset({"title"})
    article = Article("a1", title or "La maire de Trévoux…", "fr", paragraphs, "a.txt", inferred=inferred)
    statements = read_statements(article)
    return weigh(
        read_question("Que dit la maire ?", "fr"),
        [Candidate(article, paragraph, 1.0, None, 1.0) for paragraph in paragraphs],
        lambda _: statements,
        lambda texts: [None] * len(texts),
        lambda _words, _texts: {},
    )


def test_a_quotation_is_read_with_the_one_who_said_it() -> None:
    _, second = _read("Une passerelle pour Trévoux")
    assert passage_of(second).sentences == (
        "[Odile Ferrand] « Nous l’attendions depuis vingt ans », a-t-elle déclaré.",
        "La passerelle mesure 80 mètres.",
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mme FERRAND a dit non.", "Odile Ferrand"),
        ("Selon Pinter, « c’est fini ».", "Sándor Pintér"),
        ("Il pleut.", None),
    ],
)
def test_who_is_named_or_nobody_is_not_told_again(text: str, speaker: str | None) -> None:
    assert with_speaker(text, speaker) == text


def test_a_paragraph_is_read_under_the_title_of_its_article() -> None:
    assert [passage_of(e).title for e in _read("Une passerelle pour Trévoux")] == [
        "Une passerelle pour Trévoux",
        "Une passerelle pour Trévoux",
    ]


def test_where_no_title_is_stated_its_beginning_stands_before_the_others() -> None:
    assert [passage_of(e).title for e in _read(None)] == ["", "La maire de Trévoux…"]
