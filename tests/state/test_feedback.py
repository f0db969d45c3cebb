from dataclasses import replace
from typing import Any

import pytest

from porteparole.answering.answer import Answer, Citation, Sentence, Turn
from porteparole.corpus.article import Corpus
from porteparole.feedback.entry import New, gold_row, paragraphs_named, receipt
from porteparole.state.database import State
from porteparole.state.feedback import Feedback

ANNE, BORIS, CARLA = 2**62, 2, 3
NEW = New("speaker", "c’est un autre", {"question": "Qui ?"}, ANNE, BORIS, 100, server=7, link="https://x")


@pytest.fixture
def book(state: State) -> Feedback:
    return Feedback(state)


def receipt_of(harbour: Corpus) -> dict[str, Any]:
    article = harbour.articles[0]
    text = article.paragraphs[1].text
    citation = Citation(article, article.paragraphs[1], 0, len(text), "Sylvie Marchetti")
    answer = Answer("fr", "answered", (Sentence("Elle l’a dit.", (1,)),), (citation,), generation="g1")
    return receipt("Qui l’a dit ?", answer, history=(Turn("user", "Bonjour"),), versions={"embedder": "e5"})


def test_what_is_sent_waits_with_its_whole_receipt(book: Feedback, harbour: Corpus) -> None:
    number = book.add(replace(NEW, receipt=receipt_of(harbour)))
    (entry,) = book.open(7)
    assert entry == book.find(number)
    assert (entry.reason, entry.comment, entry.server) == ("speaker", "c’est un autre", 7)
    assert entry.receipt["question"] == "Qui l’a dit ?"
    assert entry.receipt["citations"][0]["text"] == harbour.articles[0].paragraphs[1].text
    assert entry.receipt["generation"] == "g1"
    assert set(entry.receipt["versions"]) == {"porteparole", "embedder"}


def test_each_server_sees_its_own(book: Feedback) -> None:
    book.add(NEW)
    book.add(replace(NEW, server=None, message=101))
    assert [entry.server for entry in book.open(7)] == [7]
    assert book.open(8) == []
    assert [entry.server for entry in book.open(None)] == [None]
    assert len(book.open(everywhere=True)) == 2


def test_a_person_has_one_voice_for_an_answer(book: Feedback) -> None:
    book.add(NEW)
    book.add(replace(NEW, reason="other", comment="encore"))
    assert [entry.comment for entry in book.open(7)] == ["encore"]
    book.add(replace(NEW, reason="good", comment=""))
    assert book.open(7) == []
    assert book.counts(7) == {"good": 1}


def test_a_decision_is_made_once(book: Feedback) -> None:
    number = book.add(NEW)
    assert book.resolve(number, "paragraph", "discord:1 anne", ("Le texte.",))
    assert not book.resolve(number, "dismissed", "discord:2 boris")
    assert not book.resolve(number + 1, "dismissed", "discord:2 boris")
    assert book.open(7) == []
    assert book.counts(7) == {"paragraph": 1}
    (entry,) = book.resolved()
    assert (entry.verdict, entry.by, entry.gold) == ("paragraph", "discord:1 anne", ("Le texte.",))


def test_dismissed_feedback_teaches_nothing(book: Feedback) -> None:
    book.resolve(book.add(NEW), "dismissed", "anne")
    assert book.resolved() == []


def test_a_persons_feedback_is_deleted_and_what_others_sent_on_their_questions(book: Feedback) -> None:
    book.add(NEW)
    book.add(replace(NEW, person=CARLA, asker=ANNE, message=101))
    book.add(replace(NEW, person=CARLA, asker=BORIS, message=102))
    assert book.forget(ANNE) == 2
    assert book.counts(everywhere=True) == {"open": 1}


def test_an_endless_stream_keeps_the_newest(book: Feedback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("porteparole.state.feedback.MOST_OPEN", 3)
    for number in range(6):
        book.add(replace(NEW, message=number, comment=str(number)))
    assert [entry.comment for entry in book.open(7)] == ["3", "4", "5"]


class TestGoldRows:
    def test_a_right_answer_makes_its_citations_right(self, book: Feedback, harbour: Corpus) -> None:
        book.resolve(book.add(replace(NEW, receipt=receipt_of(harbour))), "right", "anne")
        row = gold_row(book.resolved()[0])
        assert (row["behaviour"], row["lang"], row["kind"]) == ("answer", "fr", "feedback")
        assert row["gold"] == [{"text": harbour.articles[0].paragraphs[1].text}]
        assert row["history"] == [{"role": "user", "content": "Bonjour"}]

    def test_what_should_have_been_refused_asks_for_a_refusal(self, book: Feedback, harbour: Corpus) -> None:
        book.resolve(book.add(replace(NEW, receipt=receipt_of(harbour))), "refuse", "anne")
        row = gold_row(book.resolved()[0])
        assert (row["behaviour"], row["gold"]) == ("abstain", [])

    def test_a_moderators_paragraph_takes_the_place_of_the_cited(self, book: Feedback) -> None:
        book.resolve(book.add(NEW), "paragraph", "anne", ("Le texte.", "Le texte."))
        assert gold_row(book.resolved()[0])["gold"] == [{"text": "Le texte."}]

    def test_nothing_can_be_made_of_what_is_open(self, book: Feedback) -> None:
        entry = book.find(book.add(NEW))
        assert entry
        with pytest.raises(ValueError, match="no gold row"):
            gold_row(entry)


@pytest.mark.parametrize(
    ("named", "numbers"),
    [("2", [2]), (" ¶\u00a01, 3 ", [1, 3]), ("1;2", [1, 2]), ("9", []), ("1, 9", []), ("", []), ("-1", [])],
)
def test_paragraphs_are_named_by_number(harbour: Corpus, named: str, numbers: list[int]) -> None:
    found = paragraphs_named(named, harbour.articles[0].paragraphs)
    assert [paragraph.number for paragraph in found] == numbers
