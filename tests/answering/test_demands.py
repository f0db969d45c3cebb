import pytest

from porteparole.answering.demands import read_demands
from porteparole.answering.question import read_question
from porteparole.language import Language


def _speakers(text: str, language: Language) -> list[list[str]]:
    return [[t.text for t in name] for name in read_demands(read_question(text, language)).speakers]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Que dit Marchetti du port ?", "fr"),
        ("Marchetti a-t-elle dit oui ?", "fr"),
        ("Selon Marchetti, qui paiera ?", "fr"),
        ("What did Marchetti say about the port?", "en"),
        ("According to Marchetti, who pays?", "en"),
        ("Pour Marchetti, qui paiera ?", "fr"),
        ("Did Marchetti really say so?", "en"),
    ],
)
def test_the_speaker_asked_about_is_told_by_the_grammar(text: str, language: Language) -> None:
    assert _speakers(text, language) == [["Marchetti"]]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Que dit-on de Marchetti ?", "fr"),
        ("What was said about Marchetti?", "en"),
        ("Que dit la Chine ?", "fr"),  # a country speaks through people with names of their own
        ("Qui a désigné le bateau parti pour Ajaccio ?", "fr"),
        ("What do Marchetti workers say?", "en"),
        ("le patron de Cortal il s'appelle comment", "fr"),
        ("Cortal s appelle comment maintenant", "fr"),
        ("How many ships left Ajaccio according to the report?", "en"),
    ],
)
def test_somebody_spoken_about_is_no_speaker(text: str, language: Language) -> None:
    assert _speakers(text, language) == []


def test_what_is_counted_what_it_costs_and_how_long_it_lasts() -> None:
    counted = read_demands(read_question("Combien de navires ont quitté le port ?", "fr")).counted
    assert counted
    assert counted.folded == "navires"
    counted = read_demands(read_question("How many non-residents left the island?", "en")).counted
    assert counted
    assert counted.folded == "residents"
    assert read_demands(read_question("Combien coûte le billet, en euros ?", "fr")).money
    assert read_demands(read_question("prix du billet", "fr")).money
    assert read_demands(read_question("Which fine must they pay?", "en")).money
    assert not read_demands(read_question("Pourquoi le prix du billet monte-t-il ?", "fr")).money
    assert not read_demands(read_question("Quel jour a-t-on protesté contre le prix du pain ?", "fr")).money
    assert "ans" in read_demands(read_question("How many years did it last?", "en")).durations
    assert "mois" in read_demands(read_question("Combien de temps la grève a-t-elle duré ?", "fr")).durations
    assert read_demands(read_question("Where is the next summit?", "en")).upcoming


def test_a_given_name_in_small_letters_is_a_speaker_where_it_speaks() -> None:
    assert _speakers("que dit marie du port", "fr") == [["marie"]]
    assert _speakers("jean paul a dit quoi", "fr") == [["paul"]]
    assert _speakers("what did peter say", "en") == [["peter"]]
    assert _speakers("que dit la rose", "fr") == []
    assert _speakers("what was said about peter", "en") == []
