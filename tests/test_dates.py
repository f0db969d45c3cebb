"""Dates as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porteparole.dates import spoken_date


@pytest.mark.parametrize(
    ("published", "french", "english"),
    [
        ("2025-02-12", "12 février 2025", "12 February 2025"),
        ("2025-02", "février 2025", "February 2025"),
        ("2025", "2025", "2025"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(published: str, french: str, english: str):
    assert spoken_date(published, "fr") == french
    assert spoken_date(published, "en") == english


@given(st.one_of(st.text(), st.from_regex(r"\d{1,5}(-\d{1,3}){0,3}", fullmatch=True)))
def test_what_is_no_date_is_left_as_it_is_or_told_as_one(published: str):
    assert isinstance(spoken_date(published, "fr"), str)
    if not any(letter.isdigit() for letter in published):
        assert spoken_date(published, "fr") == published
