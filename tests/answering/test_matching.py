import pytest

from porteparole.answering.matching import Bag, coverage
from porteparole.answering.question import read_question
from porteparole.language import Language

_TEXT = (
    "Washington et cinquante-huit capitales ont signé mardi l’accord que l’ONU, "
    "selon Mme Marchetti, refusait."
)


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("signature signer signées", "fr"),
        ("les États-Unis", "fr"),
        ("the United States", "en"),
        ("the Americans", "en"),
        ("58", "fr"),
        ("fifty-eight", "en"),
        ("Tuesday", "en"),
        ("the United Nations", "en"),
        ("acord", "fr"),
    ],
)
def test_a_word_is_held_in_another_form_or_language(asked: str, language: Language) -> None:
    question = read_question(asked, language)
    assert coverage(question.terms[-1:], Bag([_TEXT]), language) >= 0.9


@pytest.mark.parametrize("asked", ["57", "mercredi", "la Russie", "Monsieur Marchand", "the European Union"])
def test_another_figure_day_or_name_is_not_held(asked: str) -> None:
    question = read_question(asked, "fr")
    assert coverage(question.terms[-1:], Bag([_TEXT]), "fr") == 0.0


def test_a_misspelt_name_is_held_by_a_name_alone() -> None:
    (name,) = read_question("Et Mme Marcheti alors", "fr").names
    assert Bag([_TEXT]).holds(name[-1], "fr") >= 0.9
    (short,) = read_question("qui est Guu", "fr").names
    assert Bag(["Le gui est une plante."]).holds(short[0], "fr") == 0.0


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("NKM", "Nathalie Kosciusko-Morizet se présente seule."),
        ("CPI", "La Cour pénale internationale a rendu son arrêt."),
        ("BEA", "Le Bureau d’enquêtes et d’analyses enquête."),
    ],
)
def test_first_letters_are_held_by_the_name_written_out(asked: str, text: str) -> None:
    (name,) = read_question(f"Que dit {asked} ?", "fr").names
    assert Bag([text]).holds(name[0], "fr") >= 0.9
    assert Bag(["Il commence par inviter le navire."]).holds(name[0], "fr") == 0.0


def test_a_word_that_means_the_like_counts_less_than_the_word() -> None:
    question = read_question("parapher", "fr")
    bag = Bag([_TEXT])
    assert coverage(question.terms, bag, "fr", {"parapher": {"signe": 0.6}}) == pytest.approx(0.6)
    assert coverage(question.terms, bag, "fr") == 0.0


def test_any_statement_answers_to_a_plain_verb_of_saying() -> None:
    question = read_question("affirme", "fr")
    assert coverage(question.terms, Bag(["« Non », a lancé Paul."], reports=True), "fr") == 1.0
    assert coverage(question.terms, Bag(["Paul est parti."]), "fr") == 0.0
    threat = read_question("promis", "fr")
    assert coverage(threat.terms, Bag(["« Non », a lancé Paul."], reports=True), "fr") == 0.0
