import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from porteparole.notice import PorteParoleError
from porteparole.state.database import State
from porteparole.state.gaps import Gaps


def test_one_question_in_several_spellings_is_counted_once(state: State) -> None:
    gaps = Gaps(state)
    for question in ("Qui dirige le Théâtre ?", "qui dirige le theatre", "  QUI dirige  le théâtre !!"):
        gaps.note(question, "fr")
    (gap,) = gaps.most_frequent()
    assert (gap.question, gap.language, gap.times) == ("Qui dirige le Théâtre ?", "fr", 3)


def test_the_most_frequent_question_comes_first(state: State) -> None:
    gaps = Gaps(state)
    for question in ("one thing", "another thing", "another thing", "third thing"):
        gaps.note(question, "en")
    assert [gap.question for gap in gaps.most_frequent(2)] == ["another thing", "third thing"]


def test_the_same_words_in_the_other_language_are_another_question(state: State) -> None:
    gaps = Gaps(state)
    gaps.note("Emmanuel Macron", "fr")
    gaps.note("Emmanuel Macron", "en")
    assert len(gaps.most_frequent()) == 2


def test_what_could_tell_a_person_is_not_kept(state: State) -> None:
    gaps = Gaps(state)
    gaps.note("<@123456789> call me at +33 6 12 34 56 78 or anne@example.org about the harbour, @anne", "en")
    (gap,) = gaps.most_frequent()
    assert gap.question == "call me at + or about the harbour,"


def test_what_has_no_word_is_not_kept(state: State) -> None:
    for question in ("", "???", "🙂", "<@1>"):
        Gaps(state).note(question, "fr")
    assert Gaps(state).most_frequent() == []


def test_questions_asked_at_once_are_all_counted(state: State) -> None:
    gaps = Gaps(state)
    threads = [
        threading.Thread(target=lambda: [gaps.note("le port", "fr") for _ in range(5)]) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert gaps.most_frequent()[0].times == 20


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=400))
def test_anything_may_be_asked(state: State, question: str) -> None:
    Gaps(state).note(question, "en")


def test_a_mark_stays_however_often_the_question_is_asked_again(state: State) -> None:
    gaps = Gaps(state)
    for question in ("Quelle heure est-il ?", "Qui dirige le théâtre ?"):
        gaps.note(question, "fr")
    first, second = gaps.most_frequent()
    noted = gaps.mark(first.id, "noted", "terminal:anne")
    assert (noted.mark, noted.marked_by) == ("noted", "terminal:anne")
    gaps.mark(second.question, "dismissed", "discord:1 bob")
    for gap in (first, second):
        gaps.note(gap.question, "fr")
    (shown,) = gaps.most_frequent()
    assert (shown.question, shown.times, shown.mark) == (first.question, 2, "noted")
    assert len(gaps.most_frequent(dismissed=True)) == 2
    reopened = gaps.mark(second.id, "open", "discord:1 bob")
    assert (reopened.mark, reopened.marked_by) == ("open", "")
    assert len(gaps.most_frequent()) == 2


def test_a_question_that_nobody_asked_cannot_be_marked(state: State) -> None:
    with pytest.raises(PorteParoleError, match="library-no-gap"):
        Gaps(state).mark("0123abcd", "noted", "terminal:anne")
