"""Sentences with exact offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porteparole.language import Language
from porteparole.text.sentences import sentence_at, sentences


def cut(text: str, language: Language = "fr", *, whole: bool = False) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language, whole_quotations=whole)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il pleut. Elle lit.", ["Il pleut.", "Elle lit."]),
        (
            "M. Petit et Mme Roux ont parlé. Me Klein aussi.",
            ["M. Petit et Mme Roux ont parlé.", "Me Klein aussi."],
        ),
        (
            "J.-P. Blanc a cité l’art. 5 et le n° 12. Puis rien.",
            ["J.-P. Blanc a cité l’art. 5 et le n° 12.", "Puis rien."],
        ),
        ("Vraiment ? Oui ! Bien sûr… Il part.", ["Vraiment ?", "Oui !", "Bien sûr…", "Il part."]),
        ("« Pourquoi ? » a-t-il demandé. Silence.", ["« Pourquoi ? » a-t-il demandé.", "Silence."]),
        ("Un sac, des clés, etc. Rien ne manque.", ["Un sac, des clés, etc.", "Rien ne manque."]),
        ("Le prix est de 3.5 millions. Il baisse", ["Le prix est de 3.5 millions.", "Il baisse"]),
        ("LA SÉANCE EST LEVÉE. LE PUBLIC SORT", ["LA SÉANCE EST LEVÉE.", "LE PUBLIC SORT"]),
        ("« Il viendra ».Puis il est parti.", ["« Il viendra ».", "Puis il est parti."]),
        ("Première ligne\nSeconde ligne.", ["Première ligne", "Seconde ligne."]),
        ("", []),
        ("   \n ", []),
    ],
)
def test_french_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Hill met Dr. Khan. They left.", ["Mr. Hill met Dr. Khan.", "They left."]),
        (
            "The U.S. government agreed. He lives in the U.S. The end.",
            ["The U.S. government agreed.", "He lives in the U.S.", "The end."],
        ),
        ("George W. Bush spoke at 5 p.m. on Monday.", ["George W. Bush spoke at 5 p.m. on Monday."]),
        ("“Stop!” she cried. Nobody moved.", ["“Stop!” she cried.", "Nobody moved."]),
        ("Acme Inc. said so. It lied.", ["Acme Inc. said so.", "It lied."]),
    ],
)
def test_english_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert cut(text, "en") == expected


def test_a_quotation_of_several_sentences_can_be_kept_whole() -> None:
    text = "« Nous irons. Et puis ? Jamais ! », a-t-elle dit. Elle a ri."
    assert cut(text) == ["« Nous irons.", "Et puis ?", "Jamais ! », a-t-elle dit.", "Elle a ri."]
    assert cut(text, whole=True) == ["« Nous irons. Et puis ? Jamais ! », a-t-elle dit.", "Elle a ri."]


def test_the_sentence_at_a_place_is_found() -> None:
    text = "Un. Deux."
    spans = sentences(text, "fr")
    assert sentence_at(spans, 5) == (4, 9)
    assert sentence_at(spans, 3) is None


def test_a_closing_mark_on_the_next_line_is_cut_out_once() -> None:
    assert cut("Quoi ?\n» 1") == ["Quoi ?", "»", "1"]


@given(
    st.text(alphabet=st.sampled_from("aB .!?…«»“”\"'’\n\u00a0M1,("), max_size=80),
    st.sampled_from(["fr", "en"]),
    st.booleans(),
)
def test_every_character_that_is_not_blank_lies_in_exactly_one_sentence(
    text: str, language: Language, whole: bool
) -> None:
    spans = sentences(text, language, whole_quotations=whole)
    covered = [index for start, end in spans for index in range(start, end)]
    assert covered == sorted(set(covered))
    assert all(index in set(covered) for index, character in enumerate(text) if not character.isspace())
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
