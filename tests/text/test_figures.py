import pytest

from porteparole.language import Language
from porteparole.text.figures import spelled


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        (0, "fr", "zéro"),
        (17, "fr", "dix-sept"),
        (21, "fr", "vingt et un"),
        (58, "fr", "cinquante-huit"),
        (71, "fr", "soixante et onze"),
        (80, "fr", "quatre-vingts"),
        (81, "fr", "quatre-vingt-un"),
        (91, "fr", "quatre-vingt-onze"),
        (99, "fr", "quatre-vingt-dix-neuf"),
        (13, "en", "thirteen"),
        (20, "en", "twenty"),
        (99, "en", "ninety-nine"),
    ],
)
def test_numbers_are_spelled(number: int, language: Language, words: str) -> None:
    assert spelled(number, language) == words


def test_other_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="100"):
        spelled(100, "fr")
