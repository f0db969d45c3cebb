"""Markdown, by markdown-it-py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from porteparole.corpus.decode import decode
from porteparole.corpus.draft import Block, Draft, Fields
from porteparole.corpus.metadata import checked_fields

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_LINE = re.compile(r"""^(\w+)\s*:\s*["']?(.*?)["']?\s*$""", re.MULTILINE)
# What other tools call the same things.
_ALIASES = {"date": "published", "lang": "language", "source": "publisher", "link": "url"}
_NO_TEXT = re.compile(r"\A\s*<(?:!--|\?|script|style)", re.IGNORECASE)
# A line of dashes below a paragraph makes a heading of it; nobody titles with so many words.
_LONGEST_HEADING = 25


def read_markdown(data: bytes) -> Draft:
    """Read a ``.md`` file: the first ``# heading`` is the title; other headings, tables, code are set apart.

    A YAML front matter may state ``title``, ``publisher``, ``published`` (or ``date``), ``url`` and
    ``language``.

    Raises:
        RefusedError: the file is empty, or no text.
    """
    from markdown_it import MarkdownIt

    decoded = decode(data)
    remarks = list(decoded.remarks)
    text, skipped, fields = decoded.text, 0, Fields()
    front = _FRONT_MATTER.match(text)
    if front:
        stated: dict[str, object] = {}
        for line in _FRONT_LINE.finditer(front[1]):
            name = line[1].lower()
            stated[_ALIASES.get(name, name)] = line[2]
        fields, wrong = checked_fields(stated, 1)
        remarks.extend(wrong)
        skipped = front[0].count("\n")
        text = text[front.end() :]
    # Indentation is how some texts begin a paragraph, not code.
    tokens = MarkdownIt("commonmark").enable("table").disable("code").parse(text)
    titles = [
        token for opening, token in pairwise(tokens) if (opening.type, opening.tag) == ("heading_open", "h1")
    ]
    title = titles[0] if titles else None
    if title is not None:
        tokens.remove(title)
        fields = replace(fields, title=fields.title or _shown(title))
    return Draft(tuple(block for block in _blocks(tokens, skipped) if block.text), fields, tuple(remarks))


def _blocks(tokens: Sequence[Token], skipped: int) -> Iterator[Block]:
    heading = False
    row: list[str] | None = None
    row_line = 0
    for token in tokens:
        line = (token.map[0] if token.map else 0) + skipped + 1
        if token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
        elif token.type == "tr_open":
            row, row_line = [], line
        elif token.type == "tr_close":
            yield Block(" | ".join(row or ()), row_line, "table")
            row = None
        elif token.type == "fence":
            yield Block(token.content.strip(), line, "code")
        elif token.type == "html_block" and not _NO_TEXT.match(token.content):
            yield Block(" ".join(unescape(re.sub(r"<[^>]*>", " ", token.content)).split()), line)
        elif token.type == "inline" and row is not None:
            row.append(_shown(token))
        elif token.type == "inline":
            text = _shown(token)
            yield Block(text, line, "heading" if heading and text.count(" ") < _LONGEST_HEADING else "text")


def _shown(token: Token) -> str:
    """Return the words that a reader of the rendered page sees."""
    parts: list[str] = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts).strip()
