import pytest

from porteparole.answering.chat import Chat, read_chat, without_courtesies


@pytest.mark.parametrize(
    ("text", "chat"),
    [
        ("Salut !", Chat("greeting", "fr")),
        ("Good morning", Chat("greeting", "en")),
        ("hello", Chat("greeting", None)),
        ("Un grand merci à vous !", None),
        ("merci à toi", Chat("thanks", "fr")),
        ("THANKS A LOT!!!", Chat("thanks", "en")),
        ("à bientôt 👋", Chat("farewell", "fr")),
        ("Hey, what can you do?", Chat("self", "en")),
        ("Salut, tu es qui ?", Chat("self", "fr")),
    ],
)
def test_small_talk_is_told_by_its_words(text: str, chat: Chat | None) -> None:
    assert read_chat(text) == chat


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour, qui a voté la loi ?",
        "merci, et le maire ?",
        "Hello, who said that?",
        "ok mais combien de navires ?",
        "Who are you quoting here?",
        "",
        "🙂",
    ],
)
def test_a_question_behind_a_greeting_is_no_small_talk(text: str) -> None:
    assert read_chat(text) is None


def test_the_greeting_before_a_question_is_taken_off() -> None:
    assert without_courtesies("Bonjour, combien de navires attendent ?") == "combien de navires attendent ?"
    assert without_courtesies("Hi! Who said that?") == "Who said that?"
    assert without_courtesies("Combien de navires attendent ?") == "Combien de navires attendent ?"
