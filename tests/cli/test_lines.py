"""The lines that other tools read."""

import json

from hypothesis import given
from hypothesis import strategies as st

from porteparole.lines import to_json

ANY_TEXT = st.text(st.characters(), max_size=60)


@given(st.dictionaries(ANY_TEXT, ANY_TEXT, max_size=3))
def test_a_line_is_one_line_and_says_what_was_put_in(value: dict[str, str]):
    line = to_json(value)
    assert len(f"{line}\n".splitlines()) == 1
    assert json.loads(line) == value
    assert line.encode("utf-8")


def test_letters_stay_letters():
    assert to_json({"a": "« été »"}) == '{"a": "« été »"}'
