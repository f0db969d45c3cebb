import pytest

from porteparole.answering.polarity import contradicts


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Pourquoi les élus ont-ils rejeté le texte ?", "Les élus ont approuvé le texte mardi."),
        ("When did the mayor sign the charter?", "The mayor did not sign the charter."),
        ("Why did prices fall?", "Prices rose by 3% in May."),
        ("Quand a-t-il démenti ?", "Il a confirmé la nouvelle."),
    ],
)
def test_a_question_that_takes_the_contrary_for_granted_is_told(question: str, sentence: str) -> None:
    assert contradicts(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Pourquoi les élus ont-ils rejeté le texte ?", "Les élus ont rejeté le texte mardi."),
        ("Why did he not accept?", "He refused."),
        ("Le maire a-t-il signé la charte ?", "Le maire n'a pas signé la charte."),  # no is an answer
        ("Pourquoi a-t-il refusé ?", "Il a refusé le premier texte et accepté le second."),
        ("Quand a-t-il parlé ?", "Il a refusé."),
        (
            "Pourquoi le maire n'a-t-il pas signé ?",
            "Dix élus ont signé un texte que le maire n'a pas paraphé.",
        ),
        ("Why hasn't the mayor signed?", "Ten councillors signed a text that the mayor has not initialled."),
    ],
)
def test_what_agrees_or_speaks_of_something_else_is_no_contradiction(question: str, sentence: str) -> None:
    assert not contradicts(question, sentence)
