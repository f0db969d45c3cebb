"""Which blocks of an article a site put before, between and behind its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from porteparole.corpus.boilerplate.line import Line
from porteparole.corpus.boilerplate.rules import rules

# In words: a paragraph even without a full stop; a line that goes with its neighbours; a headline.
_LONG = 13
_SHORT = 8
_HEADLINE = 22
_LONG_FOR_BOILERPLATE = 60


def left_out_reasons(texts: Sequence[str]) -> list[str | None]:
    """Return for each block of an article None (a paragraph), or why it is none.

    The reasons are the last parts of the keys ``corpus-left-out-…``. A block is judged by itself first; then,
    before the first and behind the last paragraph, also by the company that it keeps.
    """
    lines = [Line(text.strip()) for text in texts]
    reasons = [_own_reason(line) for line in lines]
    paragraphs = [n for n, line in enumerate(lines) if reasons[n] is None and _is_paragraph(line)]
    first, last = (paragraphs[0], paragraphs[-1]) if paragraphs else (0, -1)
    if last >= 1:
        for number in range(last + 1, len(lines)):
            reasons[number] = reasons[number] or _tail_reason(lines[number])
        if any(reasons[:first]):
            for number in range(first):
                reasons[number] = reasons[number] or ("byline" if lines[number].is_name else None)
    _judge_neighbours(lines, reasons, last)
    return reasons


def _own_reason(line: Line) -> str | None:
    if line.is_long or (line.words > _LONG_FOR_BOILERPLATE and not rules().long.search(line.text.lower())):
        return None
    if not any(character.isalnum() for character in line.text):
        return "separator"
    for rule in rules().lines:
        if line.words > rule.words or (rule.bare and line.is_sentence):
            continue
        # Someone quoted may say anything but "all rights reserved".
        if line.is_quote and rule.reason != "rights":
            continue
        if rule.pattern.search(line.folded):
            return None if line.attributes else rule.reason
    if line.is_quote:
        return None
    if line.is_date:
        return "date"
    if line.is_byline:
        return "byline"
    return "prompt" if line.words <= _SHORT and line.text.isupper() and line.is_prompt else None


def _is_paragraph(line: Line) -> bool:
    """Say whether a line that no rule took by itself is beyond doubt a part of the article."""
    return line.is_quote or ((line.is_sentence or line.words >= _LONG) and _tail_reason(line) is None)


def _tail_reason(line: Line) -> str | None:
    """Return why a line is left out when it stands behind the last paragraph."""
    if line.is_long or line.is_quote or line.attributes:
        return None
    for rule in rules().tail:
        if line.words <= rule.words and rule.pattern.search(line.folded):
            return rule.reason
    if line.is_prompt:
        return "prompt"
    return "byline" if line.is_name else None


def _judge_neighbours(lines: Sequence[Line], reasons: list[str | None], last: int) -> None:
    """Take out short lines without a full stop between boilerplate, or behind it at the article's end.

    Below a label such as "Sur le même sujet" stand the headlines of other articles.
    """
    own = list(reasons)
    for number, line in enumerate(lines):
        if number == 0 or own[number] is not None or line.is_long or line.is_sentence or line.is_quote:
            continue
        before = reasons[number - 1]
        after = own[number + 1] if number + 1 < len(lines) else None
        in_tail = number > last
        if before == "related" and line.words <= _HEADLINE and (in_tail or after == "related"):
            reasons[number] = "related"
        elif before is not None and line.words <= _SHORT and (in_tail or after is not None):
            reasons[number] = "neighbour"
