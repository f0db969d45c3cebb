"""Plain text to paragraphs: a line is one, unless the lines were only wrapped."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from porteparole.corpus.layout import blocks_of

FIRST = (
    "La ministre de la Culture a présenté mardi devant les députés la réforme du droit d’auteur, attendue "
    "depuis trois ans par les artistes. Elle a promis que le texte serait voté avant l’été, malgré tout."
)
SECOND = (
    "« Nous ne reviendrons pas en arrière », a-t-elle affirmé à la tribune. Les députés de la majorité l’ont "
    "longuement applaudie, tandis que ceux de l’opposition quittaient l’hémicycle en signe de protestation."
)


def texts(text: str) -> list[str]:
    return [block.text for block in blocks_of(text)]


def test_a_line_is_a_paragraph() -> None:
    assert texts(f"{FIRST}\n{SECOND}\nIl a démissionné.") == [FIRST, SECOND, "Il a démissionné."]


def test_blank_lines_between_paragraphs_change_nothing() -> None:
    assert texts(f"\n{FIRST}\n\n  \n{SECOND}\n\n") == [FIRST, SECOND]


def test_a_block_tells_the_line_where_it_starts() -> None:
    assert [block.line for block in blocks_of("\nUn.\n\n\nDeux.\nTrois.")] == [2, 5, 6]


def test_wrapped_lines_between_blank_lines_are_joined() -> None:
    for width in (40, 72, 100):
        wrapped = "\n\n".join("\n".join(textwrap.wrap(text, width)) for text in (FIRST, SECOND))
        assert texts(wrapped) == [FIRST, SECOND]


def test_a_short_line_ends_its_paragraph_inside_a_wrapped_file() -> None:
    wrapped = "\n".join(textwrap.wrap(FIRST, 60))
    assert texts(f"{wrapped}\n\n{wrapped}\nIl a dit non.\nElle a dit oui.") == [
        FIRST,
        FIRST,
        "Il a dit non.",
        "Elle a dit oui.",
    ]


def test_a_compound_that_was_divided_at_its_hyphen_is_whole_again() -> None:
    wrapped = (
        "Le texte a été présenté aux journalistes par le porte-\n"
        "parole du gouvernement, qui n’a rien dit de\n"
        "plus sur la réforme.\n\nLa suite du texte, elle, a été présentée plus\ntard dans la soirée à Paris."
    )
    assert "par le porte-parole du gouvernement, qui n’a rien dit" in texts(wrapped)[0]


def test_wrapped_lines_without_any_blank_line_stay_lines() -> None:
    lines = textwrap.wrap(FIRST, 60)
    assert texts("\n".join(lines)) == lines


def test_headings_above_long_paragraphs_are_not_joined_to_them() -> None:
    assert texts(f"Une réforme attendue\n{FIRST}\n\nUn vote avant l’été\n{SECOND}") == [
        "Une réforme attendue",
        FIRST,
        "Un vote avant l’été",
        SECOND,
    ]


def test_a_block_of_short_lines_below_long_paragraphs_stays_lines() -> None:
    footer = [
        "Réagissez à cet article maintenant",
        "Inscrivez-vous à notre lettre",
        "Mentions légales et contact",
    ]
    assert texts("\n\n".join([FIRST, SECOND, "\n".join(footer)])) == [FIRST, SECOND, *footer]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.just("\n"), max_size=300))
def test_nothing_but_blanks_is_ever_changed(text: str) -> None:
    joined = "".join("".join(block.text for block in blocks_of(text)).split())
    assert joined == "".join(text.split())
