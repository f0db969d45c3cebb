"""Text of users and articles stays in its place and stays the same to the eye."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.presenters.plain import clean, one_line, plain, unescape
from tests.bot.discord_markdown import active, seen

MARKS = [
    "*",
    "_",
    "~~",
    "||",
    "`",
    "```",
    "[",
    "](",
    ")",
    "<",
    ">",
    ">>> ",
    "# ",
    "-# ",
    "- ",
    "+ ",
    "1. ",
    "\\",
]
TOKENS = [
    "<@1>",
    "<@&2>",
    "<#3>",
    "@everyone",
    "</ask:1>",
    "<t:1:R>",
    "<a:b:4>",
    ":x:",
    "https://e.x/a_b",
    "\n",
]
hostile = st.lists(
    st.sampled_from([*MARKS, *TOKENS, " ", "mot", "é", "://", "\u202e", "\u200b"]) | st.text()
).map("".join)


@pytest.mark.parametrize(
    "text",
    [
        "**gras** __souligné__ ~~barré~~ ||caché|| `code` *x* _y_",
        "# Titre\n## Titre\n-# petit\n- liste\n  - liste\n* liste\n1. liste\n> cité\n>>> cité",
        "@everyone @here <@123> <@!123> <@&5> <#9> </ask:123> <t:1700000000:R> <:e:1> <a:e:1> <id:guide>",
        "[cliquez](https://evil.example) <https://evil.example> https://evil.example :smile:",
        "```py\nprint()\n```",
    ],
)
def test_nothing_in_a_text_does_anything(text: str) -> None:
    assert active(text)
    assert active(plain(text)) == []
    assert seen(plain(text)) == text


@given(hostile)
@example("\\*a*")
@example("https:\\//e.x")
def test_no_text_at_all_does_anything(text: str) -> None:
    assert active(plain(text)) == []
    assert active(plain(text) + plain(text)) == []


@given(hostile)
def test_escaping_changes_nothing_that_is_seen(text: str) -> None:
    assert unescape(plain(text)) == clean(text).strip()


@given(st.text())
def test_invisible_characters_never_come_through(text: str) -> None:
    for character in clean(text):
        if character not in "\n\ufe0e\ufe0f\u200c\u200d":
            assert unicodedata.category(character) not in {"Cc", "Cs"}
        assert (
            character not in "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2060\ufeff\u00ad"
        )


def test_direction_overrides_are_dropped_and_right_to_left_letters_kept_in_place() -> None:
    assert plain("abc\u202egnp.exe") == "abcgnp.exe"
    assert plain("avant שלום\naprès") == "\u2068avant שלום\u2069\naprès"


def test_piled_up_marks_are_thinned_but_accents_stay() -> None:
    assert clean("Z" + "\u0301" * 10_000) == "Z" + "\u0301" * 3
    assert clean("Vie\u0323\u0302t Nam") == "Vie\u0323\u0302t Nam"


def test_joined_emoji_and_joined_scripts_stay_whole() -> None:
    assert clean("👩‍👩‍👧 ❤️ می‌خواهم") == "👩‍👩‍👧 ❤️ می‌خواهم"
    assert clean("a\u200db\u200cc") == "abc"


def test_typography_is_left_alone() -> None:
    text = "« L’accord : 3 000 € », a-t-il dit…"
    assert seen(plain(text)) == text


def test_one_line_folds_blanks_but_not_no_break_spaces() -> None:
    assert one_line(" a\n\n b\t\tc\u00a0: d ") == "a b c\u00a0: d"


def test_what_cannot_be_encoded_is_replaced() -> None:
    assert clean("a\ud800b").encode() == "a\N{REPLACEMENT CHARACTER}b".encode()
