"""What turns, bounds and strengthens words, and how a claim's words lie in the sentence that they rest on."""

from __future__ import annotations

import pytest

from porteparole.answering.support import Claim, Source, SupportProof
from porteparole.answering.support.figures import figures
from porteparole.answering.support.finding import Finding
from porteparole.answering.support.likeness import Likeness
from porteparole.answering.support.markers import alike, opposite
from porteparole.answering.support.reading import read
from porteparole.language import Language
from tests.conftest import article


def found(text: str, said: str, language: Language = "fr", on: Language = "fr") -> Finding:
    """Hold a sentence against another by the forms of its words alone."""
    source = article("brume", [said], language=on)
    proof = SupportProof(Likeness(None), lambda _: ())
    claim = Claim(text, language, (Source(source, source.paragraphs[0]),))
    return proof.findings(claim, text)[0]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("le prix a baissé d’un tiers", "fr", [1 / 3]),
        ("the price fell by a third", "en", [1 / 3]),
        ("la digue protège les tiers", "fr", []),
        ("the dyke protects third parties", "en", []),
        ("des dizaines de milliers de mouettes", "fr", [10_000]),
        ("tens of thousands of gulls", "en", [10_000]),
        ("des centaines de millions d’euros", "fr", [1e8]),
        ("several thousand gulls, a hundred boats", "en", [1_000, 100]),
        ("des millions de mouettes", "fr", [1e6]),
        ("une soixantaine de bateaux", "fr", [60]),
        ("twice as many boats", "en", [2]),
    ],
)
def test_round_numbers_have_a_value_and_third_parties_have_none(
    text: str, language: Language, values: list[float]
) -> None:
    assert [figure.value for figure in figures(text, language)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "language", "turned"),
    [
        ("Ni le maire ni la préfète ne sont venus.", "fr", 1),
        ("Elle a refusé tout commentaire.", "fr", 1),
        ("Elle se refuse à tout compromis.", "fr", 1),
        ("She refused all comment.", "en", 1),
        ("Il défend la digue mais pas la jetée.", "fr", 1),
        ("C’est la plus haute digue que la ville ait jamais connue.", "fr", 0),
        ("The port is busy as never before.", "en", 0),
    ],
)
def test_what_denies_is_told_from_what_only_looks_so(text: str, language: Language, turned: int) -> None:
    assert len(read(text, language).negations) == turned


@pytest.mark.parametrize(
    ("text", "language", "kind", "has"),
    [
        ("Ils ont dû partir.", "fr", "must", True),
        ("Ils parlent du port.", "fr", "must", False),
        ("On doit à Lina Morel ce phare.", "fr", "must", False),
        ("La ville devait 3 millions d’euros.", "fr", "must", False),
        ("La ville doit payer.", "fr", "must", True),
        ("All three boats came back.", "en", "all", False),
        ("All boats came back.", "en", "all", True),
        ("Les deux marins sont tous deux revenus.", "fr", "all", False),
        ("She refused any deal.", "en", "all", False),
    ],
)
def test_a_strength_is_told_from_what_only_looks_so(
    text: str, language: Language, kind: str, has: bool
) -> None:
    assert (kind in read(text, language).strengths) == has


def test_may_in_small_letters_names_no_month() -> None:
    assert not any(t.codes for t in read("The boat may sail again.", "en").tokens)
    assert any(t.codes for t in read("The boat sails in May.", "en").tokens)


def test_words_that_deny_the_same_mean_about_the_same() -> None:
    assert alike("recul", "baissé")
    assert alike("climbed", "hausse")
    assert not alike("hausse", "baisse")
    assert opposite("validation", "invalidé")
    assert opposite("defended", "condamné")


@pytest.mark.parametrize(
    ("text", "said", "reason"),
    [
        (
            "Les ventes du port ont reculé de 3 %.",
            "Les ventes du port ont connu une baisse de 3 %, après une hausse en juillet.",
            None,
        ),
        (
            "Les ventes du port ont augmenté de 3 %.",
            "Les ventes du port ont connu une baisse de 3 % sur un mois.",
            "negation",
        ),
    ],
)
def test_an_opposite_beside_the_word_itself_denies_nothing(text: str, said: str, reason: str | None) -> None:
    against = found(text, said).against
    assert ("negation" in against) == (reason == "negation"), against


def test_a_small_word_of_a_date_denies_nothing() -> None:
    said = "Le phare de Brume, fermé en mars dernier, fut le premier de la côte."
    assert "negation" not in found("Le phare fut le premier de la côte.", said).against


def test_names_that_change_sides_are_noticed() -> None:
    said = "Lindqvist a battu Okonjo en finale à Brume."
    assert found("Lindqvist a battu Okonjo.", said).crossed == 0.0
    assert found("Okonjo a battu Lindqvist.", said).crossed == 1.0


def test_words_beside_all_that_a_sentence_says_are_more_than_other_words() -> None:
    said = "Le conseil de Brume a voté jeudi la construction d’une digue sur la rive nord."
    more = found(f"{said[:-1]} sous une pluie battante.", said)
    assert more.cover == 1.0
    assert "added" in more.against
    most = "Le conseil de Brume a voté la construction d’une digue, malgré la colère des pêcheurs."
    assert "added" in found(most, said.replace(" sur la rive nord", "")).against
    other = found("Le conseil de Brume a entériné l’édification d’une digue sur la rive nord.", said)
    assert "unsupported" in other.against
    assert "added" not in other.against


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Elle tient un second phare.", "fr", [2]),
        ("La seconde digue est seconde à Brume.", "fr", [2, 2]),
        ("Une seconde digue sera bâtie.", "fr", [2]),
        ("Seconds de leur poule, troisièmes au retour.", "fr", [2, 3]),
        ("He awaits a second trial.", "en", [2]),
        ("Il a gagné d’une seconde.", "fr", []),
        ("Une seconde plus tard, la digue cédait.", "fr", []),
        ("The dyke broke a second later.", "en", []),
    ],
)
def test_a_second_one_is_told_from_a_second_of_time(
    text: str, language: Language, values: list[float]
) -> None:
    assert [figure.value for figure in figures(text, language)] == values


@pytest.mark.parametrize(
    ("text", "language", "bounded"),
    [
        ("Le port a perdu environ 300 bateaux et 40 emplois.", "fr", {0}),
        ("The port lost about 300 boats and 40 jobs.", "en", {0}),
        ("89 agents de l’ordre, dont 8 à Brume.", "fr", set[int]()),
        ("Il y avait de l’ordre de 300 bateaux.", "fr", {0}),
    ],
)
def test_a_bound_bears_on_one_figure(text: str, language: Language, bounded: set[int]) -> None:
    assert set(read(text, language).bounds) == bounded


_THEN = "Après avoir visité la digue, le maire a pris part au vote."


@pytest.mark.parametrize(
    ("text", "said", "turned"),
    [
        ("Le maire a visité la digue avant le vote.", _THEN, False),
        ("Le maire a pris part au vote avant de visiter la digue.", _THEN, True),
        ("Le maire a visité la digue après le vote.", "Le maire a visité la digue avant le vote.", True),
        ("Le maire a visité la digue avant le vote.", "Le maire a visité la digue après le vote.", True),
    ],
)
def test_what_came_before_may_be_told_from_the_other_end(text: str, said: str, turned: bool) -> None:
    assert ("negation" in found(text, said).against) is turned


@pytest.mark.parametrize(
    ("said", "surer"),
    [
        ("La digue initiale a cédé.", False),
        ("The original dyke broke.", False),
        ("La digue a cédé.", True),
    ],
)
def test_what_is_original_is_the_first(said: str, surer: bool) -> None:
    on: Language = "en" if said.startswith("The") else "fr"
    assert ("stronger" in found("La première digue a cédé.", said, "fr", on).against) is surer


@pytest.mark.parametrize(
    ("said", "surer"),
    [
        ("The dyke was meant to protect Brume.", False),
        ("The dyke was due to protect Brume in May.", False),
        ("The dyke protects Brume.", True),
    ],
)
def test_what_was_to_be_is_no_duty(said: str, surer: bool) -> None:
    against = found("La digue devait protéger Brume.", said, "fr", "en").against
    assert (against.get("stronger") == "devait") is surer


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La digue sera bâtie sans délai.", "fr"),
        ("Sans surprise, la digue sera bâtie sans plus attendre.", "fr"),
        ("The dyke will be built without delay.", "en"),
    ],
)
def test_what_is_done_without_delay_is_not_denied(text: str, language: Language) -> None:
    assert not read(text, language).negations
