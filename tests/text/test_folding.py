"""Folding that can be undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porteparole.text.folding import fold_search, fold_typography, search_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("« Oui »", '"Oui"'),
        ("«\u00a0Oui\u202f»", "“Oui”"),
        ("l’IA", "l'IA"),
        ("non\u00a0!", "non!"),
        ("attends…", "attends..."),
        ("2019–2024", "2019-2024"),
        ("un  mot", "un mot"),
        ("e\u0301te\u0301", "été"),
        ("co\u00adopérer", "coopérer"),
    ],
)
def test_typography_makes_no_difference(one: str, other: str) -> None:
    assert fold_typography(one).text == fold_typography(other).text


@pytest.mark.parametrize(
    ("one", "other"), [("été", "ete"), ("Oui", "oui"), ("cœur", "coeur"), ("ne", "n"), ("12", "13")]
)
def test_letters_and_figures_make_one(one: str, other: str) -> None:
    assert fold_typography(one).text != fold_typography(other).text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("L’Œuvre d’Élysée", "l'oeuvre d'elysee"),
        ("ÇA", "ca"),
        ("Türkiye", "turkiye"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
    ],
)
def test_search_keys_have_no_accents_case_or_ligatures(text: str, key: str) -> None:
    assert search_key(text) == key


def test_a_folded_span_leads_back_to_the_original() -> None:
    text = "Il dit : «\u00a0Peut-être…\u00a0» hier."
    folded = fold_typography(text)
    start = folded.text.index('"Peut-être..."')
    assert folded.original(start, start + len('"Peut-être..."')) == (text.index("«"), text.index("»") + 1)


def test_a_span_outside_is_refused() -> None:
    with pytest.raises(ValueError):
        fold_typography("abc").original(1, 9)


@given(st.text(max_size=60))
def test_offsets_are_in_order_and_inside(text: str) -> None:
    for folded in (fold_typography(text), fold_search(text)):
        assert len(folded.ends) == len(folded.text) == len(folded.starts) - 1
        assert list(folded.starts) == sorted(folded.starts)
        assert all(
            0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=False)
        )
        assert folded.starts[-1] == len(text)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold_typography(text).text
    assert fold_typography(once).text == once


@given(st.text(alphabet=st.characters(categories=["L", "N"]), max_size=30))
def test_the_quick_key_is_the_slow_one(text: str) -> None:
    assert search_key(text) == fold_search(text).text
