"""Which kinds of answer a paragraph has."""

from __future__ import annotations

import pytest

from porteparole.answering.evidence import weigh
from porteparole.answering.question import read_question
from porteparole.corpus.article import Article, Paragraph
from porteparole.retrieval.retriever import Candidate


def _has(kind: str, question: str, text: str) -> bool:
    paragraph = Paragraph("p1", "a1", 1, text, 1)
    article = Article("a1", "Titre", "fr", (paragraph,), "a.txt")
    (evidence,) = weigh(
        read_question(question, "fr"),
        [Candidate(article, paragraph, 1.0, None, 1.0)],
        lambda _: (),
        lambda texts: [None] * len(texts),
        lambda _words, _texts: {},
    )
    return kind in evidence.has


@pytest.mark.parametrize(
    "text",
    ["Le bac part à 10 h 45.", "Le bac part à 7h30.", "Le bac part vers midi.", "The ferry leaves at 5 pm."],
)
def test_an_hour_tells_when(text: str) -> None:
    assert _has("when", "À quelle heure part le bac ?", text)


def test_a_length_or_a_number_tells_no_hour() -> None:
    assert not _has("when", "À quelle heure part le bac ?", "Le bac de 30 hommes et de 80 m part seul.")
