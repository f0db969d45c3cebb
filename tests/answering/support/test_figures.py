import pytest
from hypothesis import given
from hypothesis import strategies as st

from porteparole.answering.support.figures import figures
from porteparole.language import Language
from porteparole.text.figures import spelled


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("cinquante-huit pays", "fr", [58]),
        ("soixante et onze, quatre-vingt-dix-sept", "fr", [71, 97]),
        ("10 000 euros et 3,5 millions", "fr", [10_000, 3_500_000]),
        ("trois mille deux cents", "fr", [3200]),
        ("1,5 milliard", "fr", [1.5e9]),
        ("un pays", "fr", []),
        ("10,000 and 3.5 million", "en", [10_000, 3_500_000]),
        ("two hundred and fifty-six", "en", [256]),
        ("1.5 billion", "en", [1.5e9]),
        ("they seize it", "en", []),
        ("half of them", "en", [0.5]),
    ],
)
def test_figures_have_the_value_that_a_reader_gives_them(
    text: str, language: Language, values: list[float]
) -> None:
    assert [figure.value for figure in figures(text, language)] == values


def test_a_share_is_no_plain_number() -> None:
    (share,), (plain,) = figures("8 %", "fr"), figures("8 navires", "fr")
    assert share.percent
    assert not share.same(plain)
    assert share.same(figures("eight per cent", "en")[0])


@given(st.integers(2, 99), st.sampled_from(["fr", "en"]))
def test_words_and_digits_mean_the_same(number: int, language: Language) -> None:
    (found,) = figures(f"{spelled(number, language)} x", language)
    assert found.value == number
