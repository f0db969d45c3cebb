import pytest

from porteparole.answering.shorthand import language_of, spell_out
from porteparole.language import Language


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("c ki qui a dit ca stp", "fr", "c'est qui qui a dit ca"),
        ("cb de bateaux ds le port", "fr", "combien de bateaux dans le port"),
        ("pk le maire a demissionne ?", "fr", "pourquoi le maire a demissionne ?"),
        ("le maire il di koi, ya combien de morts", "fr", "le maire il dit quoi, il y a combien de morts"),
        ("Angel di Maria a di koi", "fr", "Angel di Maria a di quoi"),
        ("wich one wud they pick", "en", "which one would they pick"),
        ("wat did ppl say abt it", "en", "what did people say about it"),
        ("WTF DID HE SAY", "en", "what DID HE SAY"),
    ],
)
def test_the_spellings_of_text_messages_are_written_out(typed: str, language: Language, meant: str) -> None:
    assert language_of(typed) == language
    assert spell_out(typed, language) == meant


def test_an_abbreviation_in_capitals_and_parts_of_words_stay() -> None:
    assert spell_out("Que dit le PR du MODEM à l'INSEE ?", "fr") == "Que dit le PR du MODEM à l'INSEE ?"
    assert spell_out("who is Ki-moon", "fr") == "who is Ki-moon"


def test_single_letters_are_read_in_their_own_language_alone() -> None:
    assert spell_out("who r u", "en") == "who are you"
    assert spell_out("le plan u r", "fr") == "le plan u r"
