"""Of a question that asks several things each is told apart; one that asks one thing is left whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porteparole.answering.question import clean, read_question
from porteparole.answering.subquestions import subquestions
from porteparole.language import LANGUAGES, Language


def parts(text: str, language: Language) -> tuple[str, ...]:
    return subquestions(read_question(text, language))


@pytest.mark.parametrize(
    ("question", "language", "asked"),
    [
        (
            "Combien de pays ont signé, et qui a refusé de le faire ?",
            "fr",
            ("Combien de pays ont signé", "qui a refusé de le faire ?"),
        ),
        (
            "Where did Anne Petit speak and what did the union demand?",
            "en",
            ("Where did Anne Petit speak", "what did the union demand?"),
        ),
        (
            "Quand Anne Petit a-t-elle parlé, et à quel ministre répondait-elle ?",
            "fr",
            ("Quand Anne Petit a-t-elle parlé", "Anne Petit, à quel ministre répondait-elle ?"),
        ),
        (
            "Qui a signé l'accord et qui l'a refusé ?",
            "fr",
            ("Qui a signé l'accord", "qui l'a refusé ?"),
        ),
        (
            "le port est bloqué depuis quand et le préfet demande quoi",
            "fr",
            ("le port est bloqué depuis quand", "le préfet demande quoi"),
        ),
    ],
)
def test_clauses_with_an_interrogative_each(
    question: str, language: Language, asked: tuple[str, ...]
) -> None:
    assert parts(question, language) == asked


@pytest.mark.parametrize(
    ("question", "language", "asked"),
    [
        (
            "Du butin de Lyon et de celui de Nice, lequel vaut le plus ?",
            "fr",
            ("Du butin de Lyon, lequel vaut le plus ?", "Du butin de Nice, lequel vaut le plus ?"),
        ),
        (
            "What did Marie Curie or Anne Petit promise?",
            "en",
            ("What did Marie Curie promise?", "What did Anne Petit promise?"),
        ),
        (
            "Combien de chômeurs le 8 et le 14 juillet ?",
            "fr",
            ("Combien de chômeurs le 8 juillet ?", "Combien de chômeurs le 14 juillet ?"),
        ),
        (
            "Que disent Le Monde et Le Figaro de la grève ?",
            "fr",
            ("Que disent Le Monde de la grève ?", "Que disent Le Figaro de la grève ?"),
        ),
        (
            "arrivals vs departures in June 2016 how many",
            "en",
            ("arrivals in June 2016 how many", "departures in June 2016 how many"),
        ),
        (
            "Qui paie le plus, les élèves ou les maîtres ?",
            "fr",
            ("Qui paie le plus, les élèves ?", "Qui paie le plus, les maîtres ?"),
        ),
    ],
)
def test_two_names_dates_or_things(question: str, language: Language, asked: tuple[str, ...]) -> None:
    assert parts(question, language) == asked


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Que dit Anne Petit du port ?", "fr"),
        ("Quel est le pays qui a signé et qui a payé ?", "fr"),
        ("Après le refus d'Anne Petit, que demande le préfet ?", "fr"),
        ("Selon Anne Petit, quelles mesures sont prises ?", "fr"),
        ("Ont-ils été relâchés ou pas ?", "fr"),
        ("Why did the workers and the students march?", "en"),
        ("What did she say when the mayor left?", "en"),
        ("quand et où", "fr"),
        ("", "en"),
    ],
)
def test_what_asks_one_thing_is_left_whole(question: str, language: Language) -> None:
    assert parts(question, language) == ()


def test_at_most_three_are_told_apart() -> None:
    assert len(parts("Qui parle ? Où parle-t-il ? Quand parle-t-il ? Pourquoi parle-t-il ?", "fr")) == 3


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_anything_may_be_asked(text: str, language: Language) -> None:
    found = parts(clean(text), language)
    assert len(found) != 1
    assert all(found)


@given(
    st.lists(
        st.sampled_from(
            "qui que où quel what and et ou vs Lyon Nice le de 8 juillet , ? : signe why".split()
        ),
        max_size=14,
    ),
    st.sampled_from(LANGUAGES),
)
def test_any_order_of_its_own_words_may_be_asked(typed: list[str], language: Language) -> None:
    found = parts(" ".join(typed), language)
    assert len(found) != 1
    assert all(part.strip() for part in found)
