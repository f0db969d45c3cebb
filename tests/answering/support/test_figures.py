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


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("a £800m bid and a $23bn contract", "en", [8e8, 2.3e10]),
        ("2.5bn euros; 400m euros; she ran the 400m", "en", [2.5e9, 4e8, 400]),
        ("3 M€ et 2 Md€", "fr", [3e6, 2e9]),
        ("le troisième trimestre", "fr", [3]),
        ("the third quarter", "en", [3]),
        ("la vingt et unième édition, la 79e place", "fr", [21, 79]),
        ("the twenty-first century", "en", [21]),
        ("au XXIe siècle", "fr", [21]),
        ("a third of adults, two thirds of them", "en", [1 / 3, 2 / 3]),
        ("les deux tiers", "fr", [2 / 3]),
        ("en quarts de finale", "fr", []),
        ("after a second", "en", []),
        ("vers 18h30", "fr", [18.5]),
        ("6:30 p.m.", "en", [18.5]),
        ("midnight is 12 a.m.", "en", [0]),
        ("U2 au G8", "fr", []),
        ("in 2004 27 titles", "en", [2004, 27]),
    ],
)
def test_ranks_parts_times_and_money_have_their_value(
    text: str, language: Language, values: list[float]
) -> None:
    assert [figure.value for figure in figures(text, language)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "language", "share"),
    [
        ("un Turc sur trois travaille", "fr", 100 / 3),
        ("neuf tribunaux sur dix", "fr", 90),
        ("fewer than one in five people", "en", 20),
        ("nine out of ten", "en", 90),
        ("un accord sur trois points", "fr", None),
        ("311 sièges sur les 465", "fr", None),
    ],
)
def test_so_many_out_of_a_few_are_a_share(text: str, language: Language, share: float | None) -> None:
    found = [figure.value for figure in figures(text, language) if figure.percent]
    assert found == ([] if share is None else [pytest.approx(share)])


def test_half_of_them_are_fifty_per_cent() -> None:
    (half,), (share,), (other,) = figures("half of it", "en"), figures("50 %", "fr"), figures("5 %", "fr")
    assert half.same(share)
    assert not half.same(other)
