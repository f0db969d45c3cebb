from hypothesis import given
from hypothesis import strategies as st

from porteparole.text.terms import fold, stems, words


def test_elisions_and_possessives_come_off() -> None:
    assert [w.folded for w in words("L’accord qu’aujourd’hui d’Élise; the union's ships’ crews")] == [
        "accord", "aujourd'hui", "elise", "the", "union", "ships", "crews",
    ]  # fmt: skip


def test_folding_opens_ligatures_and_drops_accents() -> None:
    assert fold("Œuvre ÉTÉ Ça") == "oeuvre ete ca"


def test_an_unaccented_word_has_the_stem_of_the_accented() -> None:
    assert stems("déclarées", "fr") == stems("declare", "fr")


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text
