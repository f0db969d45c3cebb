"""What sites put around articles is left out; what articles say about such things is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porteparole.corpus.boilerplate.judge import left_out_reasons
from porteparole.corpus.boilerplate.rules import rules
from tests.corpus.boilerplate_examples import CONTENT, ENGLISH, FRENCH, ONLY_AT_THE_END

PARAGRAPHS = [
    "La ministre a présenté mardi la réforme devant les députés, qui l’ont longuement applaudie.",
    "« Nous ne reviendrons pas en arrière », a-t-elle affirmé devant la presse réunie à Paris.",
    "The spokesman said on Wednesday that the talks would go on until the end of the month.",
]


@pytest.mark.parametrize("line", FRENCH + ENGLISH)
def test_a_line_of_a_site_is_left_out_wherever_it_stands(line: str) -> None:
    before, amid, behind = (
        left_out_reasons([line, *PARAGRAPHS])[0],
        left_out_reasons([*PARAGRAPHS, line, *PARAGRAPHS])[3],
        left_out_reasons([*PARAGRAPHS, line])[3],
    )
    assert before and amid and behind


@pytest.mark.parametrize("line", CONTENT)
def test_a_line_of_an_article_stays_wherever_it_stands(line: str) -> None:
    footer = ["Partager sur Facebook", "Tous droits réservés."]
    assert left_out_reasons([line]) == [None]
    assert left_out_reasons([line, *PARAGRAPHS])[0] is None
    assert left_out_reasons([*PARAGRAPHS, line, *PARAGRAPHS])[3] is None
    if line[-1] in ".!?»”)":
        assert left_out_reasons([*PARAGRAPHS, line])[3] is None
        assert left_out_reasons([*PARAGRAPHS, line, *footer])[3] is None


@pytest.mark.parametrize("line", ONLY_AT_THE_END)
def test_some_lines_are_left_out_only_behind_the_last_paragraph(line: str) -> None:
    assert left_out_reasons([*PARAGRAPHS, line, *PARAGRAPHS])[3] is None
    assert left_out_reasons([*PARAGRAPHS, "Partager", line])[4]


def test_the_headlines_below_a_label_go_with_it() -> None:
    tail = ["Sur le même sujet", "L’Europe adopte sa loi sur l’IA", "Les géants de la tech inquiets"]
    assert left_out_reasons([*PARAGRAPHS, *tail])[3:] == ["related"] * 3


def test_a_stray_line_between_lines_of_a_site_goes_with_them() -> None:
    reasons = left_out_reasons([*PARAGRAPHS, "Publicité", "Votre été en Bretagne", "Lire aussi", *PARAGRAPHS])
    assert reasons[3:6] == ["navigation", "neighbour", "related"]


def test_a_short_sentence_between_lines_of_a_site_stays() -> None:
    assert left_out_reasons([*PARAGRAPHS, "Publicité", "Il a dit non.", "Lire aussi", *PARAGRAPHS])[4] is None


def test_a_whole_footer_goes_and_nothing_before_it() -> None:
    footer = """\
        Le Journal avec AFP
        Partager
        Réagissez
        Vous êtes déjà inscrit ? Identifiez-vous
        Vous n’êtes pas encore membre ?
        OUVRIR UN COMPTE
        À lire aussi
        Tous droits réservés""".split("\n")
    reasons = left_out_reasons([*PARAGRAPHS, *footer])
    assert reasons[:3] == [None] * 3
    assert all(reasons[3:])


def test_rules_about_quotations_read_what_stands_outside_the_marks() -> None:
    assert left_out_reasons(["« Tous droits de reproduction réservés. © 2025 Agence Exemple. »"]) == [
        "rights"
    ]
    assert left_out_reasons(["Le panneau disait : « Tous droits réservés. »"]) == [None]


def test_a_line_of_signs_is_a_separator() -> None:
    assert left_out_reasons(["***", "• • •", "———"]) == ["separator"] * 3


def test_every_rule_of_the_file_has_a_pattern_that_needs_something() -> None:
    for rule in (*rules().lines, *rules().tail):
        assert rule.pattern.search("") is None, rule.pattern.pattern


@given(st.lists(st.text(max_size=80), max_size=8))
def test_any_lines_are_judged(texts: list[str]) -> None:
    assert len(left_out_reasons(texts)) == len(texts)
