import pytest

from porteparole.answering.asked_speakers import asked_speakers
from porteparole.answering.question import read_question
from porteparole.language import Language


def _speakers(text: str, language: Language) -> list[list[str]]:
    return [[t.text for t in name] for name in asked_speakers(read_question(text, language))]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Que dit Marchetti du port ?", "fr"),
        ("Marchetti a-t-elle dit oui ?", "fr"),
        ("Selon Marchetti, qui paiera ?", "fr"),
        ("Pour Marchetti, qui paiera ?", "fr"),
        ("Que craint la maire Marchetti ?", "fr"),
        ("Qu'en pense Marchetti ?", "fr"),
        ("Comment Marchetti a-t-elle réagi à la grève ?", "fr"),
        ("Quelle est la position de Marchetti sur le port ?", "fr"),
        ("La réaction du maire Marchetti à la grève", "fr"),
        ("Donne-moi les mots exacts de Marchetti", "fr"),
        ("L'avis d'Marchetti sur le port", "fr"),
        ("Cite Marchetti sur le port", "fr"),
        ("What did Marchetti say about the port?", "en"),
        ("According to Marchetti, who pays?", "en"),
        ("Did Marchetti really say so?", "en"),
        ("How did Marchetti react to the strike?", "en"),
        ("What is Marchetti's view on the port?", "en"),
        ("Give me Marchetti's exact words", "en"),
        ("The reaction of Marchetti to the strike", "en"),
        ("Quote Marchetti on the port", "en"),
        ("Marchetti on the port strike", "en"),
        ("Marchetti reaction strike", "en"),
    ],
)
def test_the_speaker_asked_about_is_told_by_the_grammar(text: str, language: Language) -> None:
    assert _speakers(text, language) == [["Marchetti"]]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Que dit-on de Marchetti ?", "fr"),
        ("Que dit la Chine ?", "fr"),  # a country speaks through people with names of their own
        ("Qui a désigné le bateau parti pour Ajaccio ?", "fr"),
        ("Qui a dit que Marchetti partirait ?", "fr"),
        ("Qui accuse Marchetti ?", "fr"),
        ("Que dit l'avocate de Marchetti ?", "fr"),
        ("Qu'a-t-il répondu aux propos de Marchetti ?", "fr"),
        ("what did he answer on Marchetti's remarks", "en"),
        ("La phrase sur Marchetti", "fr"),
        ("le patron de Cortal il s'appelle comment", "fr"),
        ("Cortal s appelle comment maintenant", "fr"),
        ("What was said about Marchetti?", "en"),
        ("Who said Marchetti would leave?", "en"),
        ("What do Marchetti workers say?", "en"),
        ("According to Marchetti's lawyer, who pays?", "en"),
        ("How many ships left Ajaccio according to the report?", "en"),
    ],
)
def test_somebody_spoken_about_is_no_speaker(text: str, language: Language) -> None:
    assert _speakers(text, language) == []


def test_a_given_name_in_small_letters_is_a_speaker_where_it_speaks() -> None:
    assert _speakers("que dit marie du port", "fr") == [["marie"]]
    assert _speakers("jean paul a dit quoi", "fr") == [["paul"]]
    assert _speakers("what did peter say", "en") == [["peter"]]
    assert _speakers("que dit la rose", "fr") == []
    assert _speakers("que dit guy du port", "fr") == [["guy"]]
    assert _speakers("port guy says what", "en") == []
    assert _speakers("what was said about peter", "en") == []
