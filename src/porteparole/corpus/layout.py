"""Plain text to blocks: which lines are paragraphs, and which were only wrapped."""

from __future__ import annotations

import re
from itertools import pairwise

from porteparole.corpus.draft import Block

_ENDS_SENTENCE = re.compile(r"[.!?…:;»”\"'’)\]]\s*$")
_COMPOUND = re.compile(r"\w[-‐]$")


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of a plain text.

    A line is a paragraph. Where blank lines separate paragraphs and the lines between them look wrapped
    at a width, those are joined by a blank; a short line inside (the next word would have fitted) still
    ends its paragraph. Joining is the only change made to a text.
    """
    groups = _groups(text)
    width = _wrapped_at(groups) if len(groups) > 1 else None
    if width is None:
        return tuple(Block(line, number) for group in groups for number, line in group)
    return tuple(block for group in groups for block in _joined(group, width))


def join_lines(first: str, second: str) -> str:
    """Join two lines of one paragraph; a hyphen at the end of the first is kept, without a blank."""
    return first + second if _COMPOUND.search(first) and second[:1].isalpha() else f"{first} {second}"


def _groups(text: str) -> list[list[tuple[int, str]]]:
    groups: list[list[tuple[int, str]]] = [[]]
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        if stripped:
            groups[-1].append((number, stripped))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _wrapped_at(groups: list[list[tuple[int, str]]]) -> int | None:
    """Return the width at which the lines were wrapped, None where they were not."""
    pairs = [(first, second) for group in groups for (_, first), (_, second) in pairwise(group)]
    # A long line that could have been wrapped (an address could not) shows that nobody wrapped here.
    width = max((len(line) for group in groups for _, line in group if " " in line), default=0)
    if not pairs:
        return None
    full = sum(_is_full(first, second, width) for first, second in pairs)
    open_ended = sum(_ENDS_SENTENCE.search(first) is None for first, _ in pairs)
    wrapped = 30 <= width <= 140 and full * 10 >= len(pairs) * 6 and open_ended * 2 >= len(pairs)
    return width if wrapped else None


def _is_full(line: str, following: str, width: int) -> bool:
    # Ten characters of slack: editors that balance lines, or count a tab or an accent differently.
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - 10


def _joined(group: list[tuple[int, str]], width: int) -> list[Block]:
    blocks = [Block(group[0][1], group[0][0])]
    for (_, before), (number, line) in pairwise(group):
        runs_on = _ENDS_SENTENCE.search(before) is None and line[0].islower()
        if _is_full(before, line, width) or runs_on:
            last = blocks.pop()
            blocks.append(Block(join_lines(last.text, line), last.line))
        else:
            blocks.append(Block(line, number))
    return blocks
