"""A model of what Discord's client acts upon in a text; it may see too much, not too little.

Like the client it goes from left to right; a backslash before a mark that is neither letter, digit nor blank
takes it away. Checked once against the npm package discord-markdown-parser over 40,000 hostile texts.
"""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\[^0-9A-Za-z\s]")
_AT_LINE_START = re.compile(r"[^\S\n]*(?:#{1,6}\s|-#\s|[-+*]\s|\d+[.)]\s|>{1,3}\s?)")
_ANYWHERE = re.compile(
    r"""[*_~`|]
      | \[ | \]\(
      | <
      | @(?:everyone|here)
      | :[^\s:]+:
      | (?:https?|steam|discord|ftp)://
    """,
    re.VERBOSE,
)


def active(text: str) -> list[str]:
    """Return what Discord would not show as it stands."""
    found: list[str] = []
    at, line_start = 0, True
    while at < len(text):
        if line_start and (match := _AT_LINE_START.match(text, at)):
            found.append(match.group())
        line_start = False
        if match := _ESCAPE.match(text, at):
            at = match.end()
            continue
        if match := _ANYWHERE.match(text, at):
            found.append(match.group())
        line_start = text[at] == "\n"
        at += 1
    return found


def seen(text: str) -> str:
    """Return the text as the client shows it."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text)
