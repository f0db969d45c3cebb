import pytest

from porteparole.answering.question import read_question
from porteparole.answering.request import request_length
from porteparole.language import Language
from porteparole.text.terms import words


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Peux-tu me dire qui a vendu le port ?", "qui a vendu le port"),
        ("Bonjour, pourriez-vous m'expliquer la grève ?", "la grève"),
        ("J'aimerais savoir ce que pense Marchetti", "ce que pense Marchetti"),
        ("Retrouve-moi le passage où Marchetti parle du port", "où Marchetti parle du port"),
        ("Rappelle-moi la date", "la date"),
        ("jveux la phrase sur le port", "sur le port"),
        ("Can you tell me who sold the port?", "who sold the port"),
        ("I'm looking for the sentence where she resigns", "where she resigns"),
        ("Remind me when it closed", "when it closed"),
        ("Please quote Marchetti on the port", "Marchetti on the port"),
    ],
)
def test_how_a_request_begins_is_no_part_of_what_is_asked(text: str, asked: str) -> None:
    found = list(words(text))
    assert " ".join(word.text for word in found[request_length(found) :]) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Que veut Marchetti ?",
        "Trouve-t-on encore du pain à Ajaccio ?",
        "Que peux-tu dire du port ?",
        "What does Marchetti need?",
        "Rappel de produits à Ajaccio",
        "Retrouve",
        "",
    ],
)
def test_a_question_is_no_request(text: str) -> None:
    assert request_length(list(words(text))) == 0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rappelle-moi qui a vendu le port", "fr"),
        ("Peux-tu me dire qui a vendu le port ?", "fr"),
        ("Remind me who sold the port", "en"),
        ("Find out who sold the port", "en"),
    ],
)
def test_the_first_word_of_a_request_is_no_name(text: str, language: Language) -> None:
    question = read_question(text, language)
    assert not question.names
    assert "port" in [term.folded for term in question.terms]
