from porteparole.answering.answer import Turn
from porteparole.answering.followup import Standalone, stand_alone

_HISTORY = (
    Turn("user", "Qui est Sylvie Marchetti ?"),
    Turn("assistant", "Sylvie Marchetti est la secrétaire générale du syndicat des dockers. [1]"),
)


def test_a_pronoun_leans_on_the_last_exchange() -> None:
    standalone = stand_alone("Et elle, qu'a-t-elle répondu ?", _HISTORY, "fr")
    assert "marchetti" in {term.folded for term in standalone.context}
    assert standalone.background == "Qui est Sylvie Marchetti ? Et elle, qu'a-t-elle répondu ?"


def test_a_new_subject_leans_on_nothing() -> None:
    text = "Combien de navires attendent au large de Marseille depuis jeudi ?"
    assert stand_alone(text, _HISTORY, "fr") == Standalone()


def test_without_a_conversation_nothing_is_added() -> None:
    assert stand_alone("Et elle ?", (), "fr") == Standalone()


def test_an_article_points_to_nothing() -> None:
    asked = "Combien de navires attendent devant le port de Marseille depuis la grève ?"
    assert stand_alone(asked, _HISTORY, "fr") == Standalone()
