import pytest

from porteparole.text.langid import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Qui a dit ça ?", "fr"),
        ("who said that", "en"),
        ("combien navires", "fr"),
        ("greve dockers salaire", "fr"),
        ("dockers strike wages", "en"),
        ("qu'en pense Washington", "fr"),
        ("Didn't he sign?", "en"),
        ("What did Emmanuel Macron say?", "en"),
        ("Que pense Joe Biden ?", "fr"),
        ("price rises jan vs dec", "en"),
        ("petrol stations dry 13 dec 2018", "en"),
    ],
)
def test_a_few_words_tell_the_language(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "58", "???", "Marchetti", "🙂"])
def test_what_does_not_tell_is_left_open(text: str) -> None:
    assert detect(text) is None
