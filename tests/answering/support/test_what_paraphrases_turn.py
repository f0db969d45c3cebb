"""Honest paraphrases use words that look like a denial, a bound or a certainty and are none."""

from __future__ import annotations

import pytest

from porteparole.answering.support.figures import figures
from porteparole.answering.support.reading import read
from porteparole.language import Language
from tests.answering.support.test_what_bears_on_words import found


@pytest.mark.parametrize(
    ("text", "language", "turned"),
    [
        ("Nul doute que la digue tiendra.", "fr", 0),
        ("Pas moins de trente bateaux ont coulé.", "fr", 0),
        ("Un succès sans précédent.", "fr", 0),
        ("There is no doubt that the dyke will hold.", "en", 0),
        ("It is nothing more than a formality.", "en", 0),
        ("No fewer than thirty boats sank.", "en", 0),
        ("The dyke will not hold.", "en", 1),
        ("Le maire n’a cessé de promettre une digue.", "fr", 0),
        ("Le maire a cessé de promettre une digue.", "fr", 1),
        ("The ferry stopped sailing in May.", "en", 1),
        ("She avoided paying the toll.", "en", 1),
        ("She never ceased to hope.", "en", 1),
        ("He has not stopped promising a dyke.", "en", 1),
    ],
)
def test_what_denies_is_told_from_what_goes_on(text: str, language: Language, turned: int) -> None:
    assert len(read(text, language).negations) == turned


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("She dropped out of the half-marathon.", "en", []),
        ("His half-brother keeps the lighthouse.", "en", []),
        ("Half of the boats sank.", "en", [0.5]),
    ],
)
def test_half_of_a_word_is_no_figure(text: str, language: Language, values: list[float]) -> None:
    assert [figure.value for figure in figures(text, language)] == values


@pytest.mark.parametrize(
    ("text", "said", "language", "on"),
    [
        ("À peu près 40 bateaux ont coulé.", "Environ 40 bateaux ont coulé.", "fr", "fr"),
        ("As many as 40 boats sank.", "Jusqu’à 40 bateaux ont coulé.", "en", "fr"),
        ("The price has topped 40 euros.", "The price is more than 40 euros.", "en", "en"),
    ],
)
def test_one_bound_has_many_names(text: str, said: str, language: Language, on: Language) -> None:
    assert "figure" not in found(text, said, language, on).against
    bare = said.replace("Environ ", "").replace("Jusqu’à ", "").replace("more than ", "")
    assert "about" in next(iter(read(text, language).bounds.values())) or (
        "figure" in found(text, bare, language, on).against
    )


def test_an_english_article_is_no_year() -> None:
    said = "The election is expected in May, an official said this week."
    assert "negation" not in found("An election is expected in May.", said, "en", "en").against


@pytest.mark.parametrize(
    ("text", "said", "stronger"),
    [
        (
            "La frappe a tué trois membres présumés du groupe.",
            "Trois présumés membres du groupe sont morts.",
            False,
        ),
        (
            "La frappe a tué trois membres du groupe.",
            "La frappe a tué trois membres présumés du groupe.",
            True,
        ),
        (
            "Le séisme a tué 221 personnes dans la seule Brume.",
            "Le séisme a tué 221 personnes à Brume.",
            False,
        ),
        ("La seule digue a cédé.", "La digue a cédé.", True),
        ("De nombreux marins et badauds regardaient.", "De nombreux badauds et marins regardaient.", False),
        ("Tous les marins et les badauds regardaient.", "Certains badauds et les marins regardaient.", True),
        ("Le Parti du port change de nom.", "Le nom envisagé, Parti du port, change.", False),
    ],
)
def test_what_is_as_sure_and_as_much_is_not_stronger(text: str, said: str, stronger: bool) -> None:
    assert ("stronger" in found(text, said).against) is stronger


@pytest.mark.parametrize(
    ("text", "said", "stronger"),
    [
        ("They will each pay 20 euros.", "Each of them will pay 20 euros.", False),
        ("The plan is strongly opposed in Brume.", "Le projet rencontre une vive opposition à Brume.", False),
        ("The plan is strongly opposed in Brume.", "Le projet rencontre une opposition à Brume.", True),
        ("He made a request for a dyke.", "Il a fait une demande de digue.", False),
        ("The dyke will hold.", "La digue devrait tenir.", True),
    ],
)
def test_the_same_across_and_within_english(text: str, said: str, stronger: bool) -> None:
    on: Language = "en" if said.startswith("Each") else "fr"
    assert ("stronger" in found(text, said, "en", on).against) is stronger
