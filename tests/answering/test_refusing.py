"""A refusal says why, shows what lies near without citing it, and forgets nothing of the question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from porteparole.answering.evidence import Evidence
from porteparole.answering.question import read_question
from porteparole.answering.ranking import Ranked, Verdict
from porteparole.answering.refusing import refusal_reason, refused
from porteparole.answering.state import Asked, State
from porteparole.corpus.article import Article, Corpus
from porteparole.language import Language
from porteparole.notice import Notice
from porteparole.retrieval.retriever import Candidate
from porteparole.texts import Texts


def ranked(source: Article, number: int) -> Ranked:
    """Return a paragraph as it stands among what was found."""
    candidate = Candidate(source, source.paragraphs[number - 1], 1.0, 0.9, 1.0)
    none = frozenset[str]()
    return Ranked(Evidence(candidate, (), 0.0, 0.0, none, none, frozenset()), 0.0, ())


@pytest.fixture
def state(harbour: Corpus) -> State:
    strike, reaction = harbour.articles
    found = (ranked(strike, 2), ranked(reaction, 1), ranked(strike, 4), ranked(strike, 1))
    return State(Asked("?"), ranked=found, notes=(Notice("answer-note-foreign"),))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Les articles ne disent rien à propos de\u00a0: Angela Merkel."),
        ("en", "The articles say nothing about: Angela Merkel."),
    ],
)
def test_it_says_why_in_the_language_of_the_answer(state: State, language: Language, said: str) -> None:
    reason = Notice("answer-refused-unknown", {"names": "Angela Merkel"})
    answer = refused(replace(state, language=language), reason, Texts(), "g1").answer
    assert answer
    assert (answer.language, answer.outcome) == (language, "refused")
    assert (answer.text, answer.generation) == (said, "g1")


def test_a_name_that_is_not_there_and_whose_words_are_missing_are_told() -> None:
    question = read_question("Que dit Marchetti du port ?", "fr")
    unknown = refusal_reason(question, Verdict(False, question.names))
    assert unknown == Notice("answer-refused-unknown", {"names": "Marchetti"})
    assert Texts().notice("fr", refusal_reason(question, Verdict(False))) == (
        "Je n’ai trouvé, attribué à Marchetti, aucun propos qui réponde à cette question."
    )
    for text in ("Pourquoi le port a-t-il fermé ?", "Quand Marchetti a-t-il dit cela du port ?"):
        assert refusal_reason(read_question(text, "fr"), Verdict(False)) == Notice("answer-refused")


def test_the_nearest_three_paragraphs_are_related_whole_and_nothing_is_cited(
    state: State, harbour: Corpus
) -> None:
    strike, reaction = harbour.articles
    answer = refused(state, Notice("answer-refused"), Texts(), "g1").answer
    assert answer
    assert answer.citations == () and answer.sentences[0].citations == ()
    near = [strike.paragraphs[1], reaction.paragraphs[0], strike.paragraphs[3]]
    assert [c.paragraph for c in answer.related] == near
    assert [c.quote for c in answer.related] == [p.text for p in near]
    assert {c.speaker for c in answer.related} == {None}, "nobody is made to say what does not answer"


def test_where_nothing_was_found_nothing_is_related(state: State) -> None:
    answer = refused(replace(state, ranked=()), Notice("answer-refused"), Texts(), "g1").answer
    assert answer and answer.related == ()


def test_what_is_known_of_the_question_stays(state: State) -> None:
    after = refused(state, Notice("answer-refused"), Texts(), "g1")
    assert after.answer and after.answer.notes == state.notes
    assert replace(after, answer=None) == state
