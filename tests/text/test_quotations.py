"""Quotations with exact offsets, nested and badly closed ones too."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porteparole.text.quotations import inside_quotation, outermost, quotations


def inner(text: str) -> list[tuple[str, int]]:
    return [(text[q.inner_start : q.inner_end], q.depth) for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit « oui ».", [("oui", 0)]),
        ("Il dit «\u00a0oui\u202f».", [("oui", 0)]),
        ('Il dit “oui” et "non".', [("oui", 0), ("non", 0)]),
        ("He said ‘yes’ to the workers’ council.", [("yes", 0)]),
        ("‘the workers’ rights are ours’, he said", [("the workers’ rights are ours", 0)]),
        ("« Il a dit “non” et ‘jamais’ »", [("Il a dit “non” et ‘jamais’", 0), ("non", 1), ("jamais", 1)]),
        ("« a « b » c »", [("a « b » c", 0), ("b", 1)]),
        ("« a « b »", [("a « b", 0), ("b", 1)]),
        ("C’est l’heure d’aujourd’hui, don’t you think?", []),
        ("Un écran de 27\" et d'autres", []),
        ('d\'"IA" et d’« usage »', [("IA", 0), ("usage", 0)]),
        ("<< Non >>, dit-il", [("Non", 0)]),
        ('" Bonjour ", dit-il', [("Bonjour", 0)]),
        ("rien »", []),
        ("« »", []),
    ],
)
def test_quotations_are_found(text: str, expected: list[tuple[str, int]]) -> None:
    assert inner(text) == expected


def test_offsets_are_exact() -> None:
    text = "Oui, « bien sûr », dit-il."
    (quotation,) = quotations(text)
    assert text[quotation.start : quotation.end] == "« bien sûr »"
    assert text[quotation.inner_start : quotation.inner_end] == "bien sûr"
    assert quotation.closed


def test_a_quotation_that_opens_anew_on_each_line_gives_one_a_line() -> None:
    text = "« Nous partons.\n« Nous ne reviendrons pas. »"
    first, second = quotations(text)
    assert (text[first.inner_start : first.inner_end], first.closed) == ("Nous partons.", False)
    assert (text[second.inner_start : second.inner_end], second.closed) == ("Nous ne reviendrons pas.", True)
    assert first.depth == second.depth == 0


def test_the_innermost_quotation_around_a_place_is_found() -> None:
    text = "« a “b” c »"
    marks = quotations(text)
    found = inside_quotation(marks, text.index("b"))
    assert found is not None and found.depth == 1
    assert inside_quotation(marks, 0) is None
    assert len(outermost(text)) == 1


@given(st.text(alphabet=st.sampled_from("ab «»“”\"'‘’„<>`\n.,"), max_size=60))
def test_quotations_nest_properly_whatever_the_marks(text: str) -> None:
    found = quotations(text)
    for quotation in found:
        assert 0 <= quotation.start < quotation.inner_start + 1 <= quotation.inner_end + 1
        assert quotation.inner_end <= quotation.end <= len(text)
        assert "\n" not in text[quotation.start : quotation.end]
    flat = [q for q in found if q.depth == 0]
    assert all(one.end <= other.start for one, other in itertools.pairwise(flat))
