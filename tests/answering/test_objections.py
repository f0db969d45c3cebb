"""Whose words a paragraph reports, against whose are asked for."""

from __future__ import annotations

import pytest

from porteparole.answering.evidence import Evidence, SentenceEvidence
from porteparole.answering.objections import is_silent
from porteparole.answering.question import read_question
from porteparole.corpus.article import Article, Paragraph
from porteparole.retrieval.retriever import Candidate
from porteparole.statements.statement import Statement

_TEXT = "Les ports resteront ouverts, a-t-elle dit."


def _is_silent(question: str, speaker: str | None, spoken: list[str]) -> bool:
    """Ask of one paragraph that reports what ``speaker`` says; all articles report ``spoken``."""
    paragraph = Paragraph("p1", "a1", 1, _TEXT, 1)
    article = Article("a1", "Ports", "fr", (paragraph,), "ports.txt")
    statement = Statement("p1", 0, 27, "indirect", "a-t-elle dit", speaker)
    sentence = SentenceEvidence(0, len(_TEXT), _TEXT, None, statement, 0.8, 0.8, 0.5, 1.0)
    candidate = Candidate(article, paragraph, 1.0, 0.9, 1.0)
    evidence = Evidence(candidate, (sentence,), 0.8, 0.8, frozenset(), frozenset(), frozenset(), 1.0)
    return is_silent(read_question(question, "fr"), evidence, spoken)


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
