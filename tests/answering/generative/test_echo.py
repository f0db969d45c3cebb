"""A sentence that tells nothing but the question is no answer to it."""

import pytest

from porteparole.answering.generative.echo import echoes
from porteparole.language import Language


@pytest.mark.parametrize(
    ("text", "question", "language", "only"),
    [
        ("Le port a proposé et créé.", "Qu'est-ce que le port a proposé et créé ?", "fr", True),
        ("The port proposed and created.", "What did the port propose and create?", "en", True),
        ("Le maire a signé l’accord.", "De quel accord le maire parle-t-il ?", "fr", False),
        ("Le maire a signé l’accord.", "Est-ce que le maire a signé l’accord ?", "fr", False),
        ("Le maire a signé l’accord.", "Le maire a-t-il signé l’accord ?", "fr", False),
        ("The mayor signed the deal.", "Did the mayor sign the deal?", "en", False),
        ("Douze pays ont signé l’accord.", "Combien de pays ont signé l’accord ?", "fr", False),
        ("12 countries signed.", "How many countries signed?", "en", False),
        ("Le maire n’a pas signé.", "Pourquoi le maire a-t-il signé ?", "fr", False),
        ("Anne Roux a signé.", "Qui a signé ?", "fr", False),
    ],
)
def test_what_only_gives_the_question_back_is_told(
    text: str, question: str, language: Language, only: bool
) -> None:
    assert echoes(text, question, language) is only
