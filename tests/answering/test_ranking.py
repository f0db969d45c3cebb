"""What speaks against an answer, and what outweighs it."""

from __future__ import annotations

import pytest

from porteparole.answering.evidence import Evidence, SentenceEvidence
from porteparole.answering.question import read_question
from porteparole.answering.ranking import Verdict, judge, rank
from porteparole.corpus.article import Article, Paragraph
from porteparole.retrieval.retriever import Candidate

_TEXT = "L’Union demande que les ports restent ouverts tout l’été."


def _verdict(question: str, reads: float) -> Verdict:
    """Judge one paragraph, of which the reader says with these log odds that it answers."""
    paragraph = Paragraph("p1", "a1", 1, _TEXT, 1)
    article = Article("a1", "Ports", "fr", (paragraph,), "ports.txt")
    sentence = SentenceEvidence(0, len(_TEXT), _TEXT, None, None, 0.8, 0.5, 1.0, reads=reads)
    candidate = Candidate(article, paragraph, 1.0, 0.9, 1.0)
    evidence = Evidence(candidate, (sentence,), 0.8, 0.8, frozenset(), frozenset(), frozenset(), 1.0, reads)
    asked = read_question(question, "fr")
    return judge(asked, rank(asked, [evidence]))


def test_a_strange_word_in_small_letters_refuses_no_likely_answer() -> None:
    assert _verdict("ki demande ke les ports restent ouverts tt l ete zblorf", reads=6.0).answers
    assert not _verdict("ki demande ke les ports restent ouverts tt l ete zblorf", reads=1.0).answers


def test_a_name_that_no_article_holds_refuses_and_is_named() -> None:
    verdict = _verdict("Que demande l’Europe pour les ports cet été ?", reads=2.0)
    assert not verdict.answers
    assert [[term.text for term in name] for name in verdict.unknown] == [["Europe"]]


def test_an_evident_answer_stands_though_a_place_is_named_otherwise() -> None:
    assert _verdict("Que demande l’Europe pour les ports cet été ?", reads=10.0).answers


@pytest.mark.parametrize("reads", [6.0, 10.0])
def test_a_person_whom_no_article_holds_is_never_answered_for(reads: float) -> None:
    verdict = _verdict("Pourquoi Marie Gaudin veut-elle ouvrir les ports cet été ?", reads)
    assert not verdict.answers
    assert verdict.unknown


@pytest.mark.parametrize("question", ["Quel prix ont les ports cet été ?", "prix des ports cet été"])
def test_a_sum_that_is_not_there_refuses_unless_the_answer_is_more_likely_right_than_wrong(
    question: str,
) -> None:
    refused = _verdict(question, reads=1.0)
    assert not refused.answers
    assert refused.confidence > refused.threshold
    assert refused.lack == "kind"
    assert _verdict(question, reads=6.0).answers


def test_a_sum_in_a_unit_of_money_that_is_not_there_always_refuses() -> None:
    assert not _verdict("les ports restent ouverts pour combien de millions", reads=10.0).answers


@pytest.mark.parametrize("question", ["Quand ferment mes ports préférés ?", "mes ports ouverts tout l ete ?"])
def test_what_is_the_askers_own_is_answered_only_where_that_is_rather_right_than_wrong(question: str) -> None:
    refused = _verdict(question, reads=1.0)
    assert not refused.answers
    assert refused.threshold == 0.5
    assert _verdict(question, reads=6.0).answers
