"""Text from outside cannot take hold of a terminal."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from porteparole.cli.harmless import harmless


@given(st.text())
def test_no_control_character_and_no_direction_mark_comes_through(text: str):
    shown = harmless(text)
    assert [c for c in shown if unicodedata.category(c) == "Cc" and c not in "\n\t"] == []
    assert [c for c in shown if unicodedata.bidirectional(c) in {"LRE", "RLE", "LRO", "RLO", "PDF"}] == []
    assert [c for c in shown if unicodedata.bidirectional(c) in {"LRI", "RLI", "FSI", "PDI"}] == []


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_everything_else_stays_as_it_is(text: str):
    assert harmless(text) == text
