"""Speakers are found across the articles, whatever way their name is typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porteparole.lookup.lookup import Lookup
from porteparole.lookup.names import name_key, nearest, slips
from porteparole.lookup.speakers import Speakers
from porteparole.notice import PorteParoleError
from porteparole.statements.statement import Statement


def said(article: str, speaker: str | None, role: str | None = None) -> tuple[str, Statement]:
    return article, Statement("p", 0, 1, "direct", "a dit", speaker, role)


def test_a_speaker_is_one_whatever_the_articles_call_them(lookup: Lookup) -> None:
    obry = lookup.speakers.listed[0]
    assert (obry.name, obry.statements) == ("Jeanne Obry", 4)
    assert set(obry.articles) == {"port", "toll", "acier"}


@pytest.mark.parametrize(
    "typed",
    [
        "Jeanne Obry",
        "Obry",
        "mme obry",
        "Obry Jeanne",
        "Jeane Obri",
        " jeanne   obry ",
        "Ministre des Transports",
    ],
)
def test_a_name_is_found_without_title_with_slips_and_by_its_role(lookup: Lookup, typed: str) -> None:
    assert [speaker.name for speaker in lookup.speakers.find(typed)] == ["Jeanne Obry"]


@pytest.mark.parametrize("typed", ["Chine", "la Chine", "China", "Beijing", "PÉKIN", "chine"])
def test_a_country_is_found_in_either_language_and_by_its_capital(lookup: Lookup, typed: str) -> None:
    found = lookup.speakers.find(typed)
    assert len(found) == 1
    assert found[0].statements == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J.D. Vale", "JD Vale"),
        ("J. D. Vale", "J.D. Vale"),
        ("M. Guo", "Guo"),
        ("États-Unis", "United States"),
        ("Émile Zay", "emile zay"),
    ],
)
def test_names_that_are_written_otherwise_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_an_unknown_speaker_is_answered_with_the_nearest_names(lookup: Lookup) -> None:
    with pytest.raises(PorteParoleError) as error:
        lookup.speakers.find("Jean Obrecht")
    assert error.value.notice.key == "lookup-no-speaker"
    assert "Jeanne Obry" in str(error.value.notice.values["nearest"])


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("Angela Merkel", []),  # nothing like « Membres », « Thomas de la Morlais »
        ("Moscovicci", ["Pierre Moscovici"]),
        ("Melanchon", ["Jean Mélenchon"]),
        ("Bayrouu Franck", ["François Bayrou"]),
        ("Mosco", ["Pierre Moscovici"]),
        ("xyzzy", []),
        ("de la", []),
        ("", []),
    ],
)
def test_the_nearest_names_have_a_word_like_those_typed(asked: str, near: list[str]) -> None:
    names = ["Pierre Moscovici", "Membres", "Thomas de la Morlais", "François Bayrou", "Jean Mélenchon"]
    assert nearest(asked, names) == near


def test_a_name_that_two_people_share_means_both() -> None:
    speakers = Speakers([said("a", "Rose Martel"), said("b", "Luc Martel"), said("c", "Martel")])
    assert {s.name for s in speakers.find("martel")} == {"Rose Martel", "Luc Martel", "Martel"}
    assert [s.name for s in speakers.find("Luc Martel")] == ["Luc Martel"]


def test_a_bare_surname_joins_the_only_full_name_and_no_common_noun_does() -> None:
    speakers = Speakers(
        [said("a", "Luc Martel"), said("b", "Martel"), said("c", "Police"), said("d", "Police Rouge")]
    )
    assert {s.name: s.statements for s in speakers.listed} == {
        "Luc Martel": 2,
        "Police": 1,
        "Police Rouge": 1,
    }


def test_whoever_works_for_a_person_is_not_meant_by_their_name() -> None:
    speakers = Speakers([said("a", "Luc Martel"), said("b", "entourage de Luc Martel")])
    assert [s.name for s in speakers.find("Martel")] == ["Luc Martel"]


def test_statements_without_a_speaker_make_nobody() -> None:
    assert Speakers([said("a", None)]).listed == ()


def test_what_is_begun_is_completed(lookup: Lookup) -> None:
    assert [s.name for s in lookup.speakers.like("jea", 5)] == ["Jeanne Obry"]
    assert next(s.name for s in lookup.speakers.like("hal", 5)) == "Tom Halard"
    assert len(lookup.speakers.like("", 2)) == 2


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_is_found_or_refused(lookup: Lookup, text: str) -> None:
    lookup.speakers.like(text, 5)
    try:
        assert lookup.speakers.find(text)
    except PorteParoleError as error:
        assert error.notice.key == "lookup-no-speaker"


@pytest.mark.parametrize(
    ("asked", "held", "mended"),
    [
        ("guo", "guo", 0),
        ("gou", "guo", None),
        ("jiakum", "jiakun", 1),
        ("macrno", "macron", 1),
        ("2025", "2026", None),
    ],
)
def test_slips_are_few_and_never_in_short_names_or_figures(asked: str, held: str, mended: int | None) -> None:
    assert slips(frozenset([asked]), [held]) == mended
