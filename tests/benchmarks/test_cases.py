"""The cases that ranking and judgement are fitted on hold what the bot would see."""

from __future__ import annotations

from typing import Any

import pytest

from porteparole.retrieval.retriever import Candidate
from tests.benchmarks.cases import corpus_of, told_apart

DIKE, HARBOUR, AGAIN = "La digue a cédé jeudi.", "Le port est fermé.", "Jeudi, le maire est venu."
ELSEWHERE = "Un train a déraillé jeudi."


def row(*answers: str) -> dict[str, Any]:
    return {"title": "Brume", "paragraph_text": DIKE, "answers": list(answers)}


def kept(asked: dict[str, Any]) -> list[str]:
    rows = [{"title": "Brume", "text": text} for text in (DIKE, HARBOUR, AGAIN)]
    corpus = corpus_of([*rows, {"title": "Rail", "text": ELSEWHERE}])
    found = [Candidate(a, p, 1.0, 1.0, 0.0) for a in corpus.articles for p in a.paragraphs]
    return [candidate.paragraph.text for candidate in told_apart(asked, found)]


@pytest.mark.parametrize("answers", [["a cédé"], []], ids=["answered", "refused"])
def test_the_rest_of_the_article_stands_beside_a_question_answered_or_not(answers: list[str]) -> None:
    assert kept(row(*answers)) == [DIKE, HARBOUR, AGAIN, ELSEWHERE]


def test_another_paragraph_of_the_article_with_the_answers_words_is_left_out() -> None:
    assert kept(row("jeudi")) == [DIKE, HARBOUR, ELSEWHERE]


def test_an_answer_of_two_letters_tells_nothing() -> None:
    assert kept(row("le")) == [DIKE, HARBOUR, AGAIN, ELSEWHERE]


def test_a_paragraph_keeps_its_translation() -> None:
    corpus = corpus_of([{"title": "Brume", "text": DIKE, "translation": "The dike broke on Thursday."}])
    (paragraph,) = corpus.articles[0].paragraphs
    assert paragraph.translation == "The dike broke on Thursday."
