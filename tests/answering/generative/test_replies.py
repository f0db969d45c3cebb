import pytest
from hypothesis import given
from hypothesis import strategies as st

from porteparole.answering.generative.reply import Written, read_reply

MOST = 6
GOOD = '{"sentences": [{"text": "Oui.", "paragraphs": [2], "quotation": ""}]}'


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"Sure! Here is the answer:\n{GOOD}\nHope it helps.",
        '{"sentences": [{"text": "Oui. [2]", "paragraphs": 2}]}',
        '{"sentences": [{"text": "Oui.", "paragraphs": [2], "quotation": ""}, {"text": "Nous ne',
    ],
)
def test_a_reply_is_read_with_patience(text: str) -> None:
    assert read_reply(text, MOST) == [Written("Oui.", (2,))]


@pytest.mark.parametrize("text", ["", "I cannot help with that.", "{", "[]", '{"answer": "yes"}', "null"])
def test_what_is_no_answer_is_told(text: str) -> None:
    assert read_reply(text, MOST) is None


def test_an_empty_list_says_that_nothing_answers() -> None:
    assert read_reply('{"sentences": []}', MOST) == []


def test_wrong_kinds_are_passed_over() -> None:
    assert read_reply(
        '{"sentences": [1, {"text": 3}, {"text": "A.", "paragraphs": ["1", true, 4]}]}', MOST
    ) == [Written("A.", (4,))]


def test_no_more_is_read_than_was_asked_for() -> None:
    many = ", ".join(f'{{"text": "Phrase {n}.", "paragraphs": [1]}}' for n in range(9))
    assert len(read_reply(f'{{"sentences": [{many}]}}', 3) or []) == 3


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    read_reply(text, MOST)
    read_reply("{" * 50 + text, MOST)
