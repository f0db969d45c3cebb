"""HTML pages, by trafilatura."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from porteparole.corpus.decode import decode
from porteparole.corpus.draft import Block, BlockKind, Draft, RefusedError
from porteparole.corpus.metadata import checked_fields
from porteparole.corpus.readers import hush

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html\b[^>]*?\blang\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
# Trafilatura makes every no-break space a plain one; these private characters pass through it.
_HIDDEN = {"\u00a0": "\ue0a0", "\u202f": "\ue02f"}
_SHOWN = {private: space for space, private in _HIDDEN.items()}
_BLOCKS: dict[str, BlockKind] = {
    "p": "text",
    "item": "text",
    "quote": "text",
    "head": "heading",
    "code": "code",
}


def read_html(data: bytes) -> Draft:
    """Read a saved page: the article's paragraphs, and the metadata that the page states about itself.

    What trafilatura takes for page furniture is not in the draft at all. Headings other than the title are
    set apart. A paragraph's line is where its beginning is found in the page's source.

    Raises:
        RefusedError: the file is empty, no text, or no article was found on the page.
    """
    from trafilatura import bare_extraction, load_html

    hush("trafilatura")
    declared = _CHARSET.search(data[:2048])
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    tree: Any = load_html(decoded.text)
    if tree is None:
        raise RefusedError("corpus-refused-no-article")
    _hide_spaces(tree)
    found: Any = bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # Only dates that the page states: guessing one from any number on it is not for citations.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or found.body is None:
        raise RefusedError("corpus-refused-no-article")
    language = _LANGUAGE.search(decoded.text[:4096])
    stated = {
        "title": _show_spaces(found.title or ""),
        "publisher": _show_spaces(found.sitename or ""),
        "published": found.date,
        "url": found.url,
    }
    if language and language[1][:2].lower() in ("fr", "en"):
        stated["language"] = language[1]
    fields, wrong = checked_fields(stated)
    blocks = tuple(block for block in _blocks(found.body, decoded.text) if block.text != fields.title)
    if not any(block.kind == "text" for block in blocks):
        raise RefusedError("corpus-refused-no-article")
    return Draft(blocks, fields, (*decoded.remarks, *wrong))


def _hide_spaces(tree: Any) -> None:
    table = str.maketrans(_HIDDEN)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.text and element.text.strip():
            element.text = element.text.translate(table)
        if element.tail and element.tail.strip():
            element.tail = element.tail.translate(table)


def _show_spaces(text: str) -> str:
    return text.translate(str.maketrans(_SHOWN))


def _blocks(body: Any, source: str) -> list[Block]:
    blocks: list[Block] = []
    finder = _LineFinder(source)
    for element in body.iter(*_BLOCKS):
        if any(True for _ in element.iterdescendants(*_BLOCKS)):
            continue
        for part in _parts(element):
            text = _show_spaces(part).strip()
            if text:
                blocks.append(Block(text, finder.line_of(text), _BLOCKS[element.tag]))
    return blocks


def _parts(element: Any) -> list[str]:
    """Return the text of an element; two line breaks in a row separate paragraphs, one is a blank."""
    text: str = element.text or ""
    for child in element.iterdescendants():
        text += ("\n" if child.tag == "lb" else "") + (child.text or "") + (child.tail or "")
    return [" ".join(part.split("\n")) for part in re.split(r"\n\s*\n", text.strip())]


class _LineFinder:
    """Finds where a paragraph begins in the page's source, going forward only."""

    def __init__(self, source: str) -> None:
        self._source = unescape(re.sub(r"<[^>]*>", lambda tag: "\n" * tag[0].count("\n") or " ", source))
        self._at = 0

    def line_of(self, text: str) -> int:
        beginning = re.compile(r"\s+".join(re.escape(word) for word in text.split()[:4]))
        match = beginning.search(self._source, self._at)
        if match:
            self._at = match.start()
        return self._source.count("\n", 0, self._at) + 1
