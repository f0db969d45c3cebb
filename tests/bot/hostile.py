"""Texts that strangers might write: marks, mentions, links, other directions, piles of marks."""

from __future__ import annotations

import regex
from hypothesis import strategies as st

from tests.bot.discord_markdown import active

_TOKENS = (
    "**", "__", "~~", "||", "`", "```", "[", "](https://evil.example)", "\n# ", "\n-# ", "\n- ", "\n> ",
    "\n>>> ", "\n1. ", "\\", "<@424242>", "<@&424242>", "<#424242>", "@everyone", "@here", "</ask:1>",
    "<t:1:R>", "<a:b:4>", ":x:", "https://evil.example/a_b", "mot ", "é", "👩‍👩‍👧", "🇫🇷", "\u202e", "\u2066",
    "\u200b", "\u200d", "\u2028", "\x00", "\ud800", "\ufffe", "שלום", "مرحبا",
)  # fmt: skip
_PILES = (
    "e" + "\u0301" * 10_000,
    "<@424242> " * 100,
    "\U0001f469" * 4_000,
    "ﷺ" * 2_000,
    "a" * 10_000,
    "\u200b" * 5_000,
    "\u202e" * 200 + "abc",
    "**" * 2_500,
    "\n" * 4_000,
    "\\" * 4_000,
)


class Hostile(str):
    """Shown short where a test fails."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{len(self)} characters: {str(self)[:80]!a}>"


_short = st.lists(st.sampled_from(_TOKENS) | st.text(max_size=10), min_size=1, max_size=8).map("".join)
texts = (
    st.one_of(_short, _short, st.tuples(_short, st.sampled_from(_PILES), _short).map("".join))
    .filter(bool)
    .map(Hostile)
)
"""Anything at all, but nothing."""

# What the bot itself writes: bold, small print, quotations, lists, time stamps, numbers of generations.
_OURS = regex.compile(
    r"(?m)(?<!\\)(?:\\\\)*\K\*\*|^(?:-# |> |- )+|<t:\d+:[A-Za-z]>|(?<!\\)`[0-9a-f]+`|^(?:-# )?> |~(?=\d+ −)"
)


def alive(content: str) -> list[str]:
    """Return what of a stranger's marks Discord would still act upon in a message of the bot."""
    return [mark for mark in active(_OURS.sub("", content)) if mark.strip()]
