"""Whose words a paragraph reports, against whose are asked for."""

from __future__ import annotations

import pytest

from porteparole.answering.evidence import Evidence, SentenceEvidence
from porteparole.answering.objections import is_silent, unmet
from porteparole.answering.question import read_question
from porteparole.corpus.article import Article, Paragraph
from porteparole.retrieval.retriever import Candidate
from porteparole.statements.statement import Statement

_TEXT = "Les ports resteront ouverts, a-t-elle dit."


def _evidence(text: str, statement: Statement | None = None) -> Evidence:
    """Return one paragraph of one sentence, in which there are figures."""
    paragraph = Paragraph("p1", "a1", 1, text, 1)
    article = Article("a1", "Ports", "fr", (paragraph,), "ports.txt")
    sentence = SentenceEvidence(0, len(text), text, None, statement, 0.8, 0.5, 1.0)
    candidate = Candidate(article, paragraph, 1.0, 0.9, 1.0)
    return Evidence(candidate, (sentence,), 0.8, 0.8, frozenset(), frozenset(), frozenset(("number",)))


def _is_silent(question: str, speaker: str | None, spoken: list[str]) -> bool:
    """Ask of one paragraph that reports what ``speaker`` says; all articles report ``spoken``."""
    statement = Statement("p1", 0, 27, "indirect", "a-t-elle dit", speaker)
    return is_silent(read_question(question, "fr"), _evidence(_TEXT, statement), spoken)


_BOTH = ["Marie Gaudin", "Paul Marchetti"]


@pytest.mark.parametrize(
    "question",
    [
        "Que dit Marchetti des ports ?",
        "La position de Marchetti sur les ports",
        "Cite Marchetti sur les ports",
    ],
)
def test_nobody_elses_words_will_do(question: str) -> None:
    assert _is_silent(question, "Marie Gaudin", _BOTH)
    assert not _is_silent(question, "Paul Marchetti", _BOTH)


def test_who_is_called_by_a_function_alone_may_be_the_one_asked_about() -> None:
    assert not _is_silent("Que dit Marchetti des ports ?", "Directrice du port", _BOTH)
    assert not _is_silent("Que dit Marchetti des ports ?", "Prime minister", _BOTH)


def test_any_words_will_do_where_nobodys_are_asked_for() -> None:
    assert not _is_silent("Qui a dit que les ports resteraient ouverts ?", "Marie Gaudin", _BOTH)


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("Combien de milliards coûte le port ?", "Le budget du port baisse de 3 %.", True),
        ("Combien de milliards coûte le port ?", "Le port a coûté 2 milliards.", False),
        ("De combien baisse le budget du port ?", "Le budget du port baisse de 3 %.", False),
    ],
)
def test_a_share_is_no_sum_where_one_is_asked_for_in_a_unit_of_money(
    question: str, text: str, lacks: bool
) -> None:
    assert unmet(read_question(question, "fr"), _evidence(text), []) is lacks
