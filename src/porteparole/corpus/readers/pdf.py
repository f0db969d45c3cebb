"""PDF files, by pypdf: its text with places on the page, from which paragraphs are put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby, pairwise
from statistics import median
from typing import Any

from porteparole.corpus.decode import clean
from porteparole.corpus.draft import Block, BlockKind, Draft, Fields, RefusedError
from porteparole.corpus.readers import hush

_ENDS_SENTENCE = re.compile(r"[.!?…»”\"')\]]$")
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|sur|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: where it stands (points from the lower left), its size, and what it is."""

    number: int
    page: int
    x: float
    y: float
    size: float
    text: str
    kind: BlockKind = "text"


def read_pdf(data: bytes) -> Draft:
    """Read a ``.pdf`` file: lines are joined to paragraphs, words divided at a line's end are mended.

    The first text in larger letters is taken for the title (inferred), other such lines are headings; page
    numbers and what repeats on the pages are set apart. A block's line counts the lines of the text.

    Raises:
        RefusedError: the file is broken, locked with a password, or has no text (a scan).
    """
    lines = _page_furniture(_lines(data))
    if not lines:
        raise RefusedError("corpus-refused-pdf-no-text")
    lines, title = _headings(lines)
    furniture = [Block(line.text, line.number, line.kind) for line in lines if line.kind != "text"]
    paragraphs = _paragraphs([line for line in lines if line.kind == "text"])
    blocks = tuple(sorted((*furniture, *paragraphs), key=lambda block: block.line))
    return Draft(blocks, Fields(title=title, inferred=frozenset({"title"} if title else ())))


def _lines(data: bytes) -> list[_Line]:
    from pypdf import PasswordType, PdfReader

    hush("pypdf")
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise RefusedError("corpus-refused-pdf-locked")
        pieces = [piece for number, page in enumerate(reader.pages) for piece in _pieces(number, page)]
    except RefusedError:
        raise
    except Exception as error:  # pypdf raises nearly anything on a damaged file
        raise RefusedError(
            "corpus-refused-pdf-broken", why=f"{type(error).__name__}: {error}"[:120]
        ) from error
    lines: list[_Line] = []
    for piece in pieces:
        text = re.sub(r"[ \t]+", " ", clean(piece.text)[0].translate(_LIGATURES).replace("\n", " "))
        before = lines[-1] if lines else None
        if before and before.page == piece.page and abs(before.y - piece.y) < 0.3 * max(piece.size, 1):
            lines[-1] = replace(before, text=before.text + text)
        elif text.strip():
            lines.append(replace(piece, number=len(lines) + 1, text=text))
    return [replace(line, text=line.text.strip()) for line in lines]


def _pieces(number: int, page: Any) -> list[_Line]:
    pieces: list[_Line] = []

    def take(text: str, matrix: Sequence[float], inner: Sequence[float], _font: Any, size: float) -> None:
        if text:
            a, b, c, d, e, f = matrix
            x, y = inner[4] * a + inner[5] * c + e, inner[4] * b + inner[5] * d + f
            # The soft hyphen is how some writers mark a word divided at a line's end.
            shown = re.sub("\u00ad(?=\\s*$)", "\u2010", text)
            pieces.append(_Line(0, number, x, y, size * (abs(inner[3] * d) or 1), shown))

    page.extract_text(visitor_text=take)
    return pieces


def _page_furniture(lines: list[_Line]) -> list[_Line]:
    """Mark page numbers, and lines that stand at the edge of several pages."""
    edges: dict[int, str] = {}
    for _, group in groupby(lines, key=lambda line: line.page):
        by_height = sorted(group, key=lambda line: line.y)
        for line in {*by_height[:2], *by_height[-2:]}:
            edges[line.number] = re.sub(r"\d+", "#", line.text)
    repeated = Counter(edges.values())
    pages = len({line.page for line in lines})
    marked: list[_Line] = []
    for line in lines:
        edge = edges.get(line.number)
        often = edge is not None and pages > 1 and repeated[edge] * 2 >= pages and repeated[edge] > 1
        is_number = edge is not None and _PAGE_NUMBER.fullmatch(line.text)
        marked.append(replace(line, kind="page") if often or is_number else line)
    return marked


def _headings(lines: list[_Line]) -> tuple[list[_Line], str | None]:
    """Mark lines in larger letters as headings; the first of them are taken out and returned as the title."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    body = letters.most_common(1)[0][0]
    marked = [
        replace(line, kind="heading") if line.kind == "text" and line.size > 1.15 * body else line
        for line in lines
    ]
    title = [line for line in marked[:12] if line.kind == "heading"]
    title = [line for line in title if line.size == max(other.size for other in title)]
    if not title or any(
        line.kind == "text" and len(line.text) > 60 for line in marked[: title[0].number - 1]
    ):
        return marked, None
    return [line for line in marked if line not in title], " ".join(line.text for line in title)


def _paragraphs(lines: Sequence[_Line]) -> list[Block]:
    if not lines:
        return []
    words = Counter(word.lower() for line in lines for word in _WORDS.findall(line.text))
    lefts = _left_edges(lines)
    gaps = [first.y - second.y for first, second in pairwise(lines) if _follows(first, second)]
    leading = median(gaps) if gaps else 0.0
    width = sorted(len(line.text) for line in lines)[int(len(lines) * 0.9)]
    blocks = [Block(lines[0].text, lines[0].number)]
    for before, line in pairwise(lines):
        if _begins(before, line, leading, lefts, width):
            blocks.append(Block(line.text, line.number))
        else:
            blocks[-1] = replace(blocks[-1], text=_mended(blocks[-1].text, line.text, words))
    return blocks


def _follows(first: _Line, second: _Line) -> bool:
    """Say whether ``second`` stands below ``first`` in the same column."""
    return first.page == second.page and 0 < first.y - second.y < 4 * first.size


def _left_edges(lines: Sequence[_Line]) -> dict[int, float]:
    """Return, by line number, the left edge of the column in which each line stands."""
    edges: dict[int, float] = {}
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        for line in page:
            near = (other.x for other in page if 0 <= line.x - other.x < 6 * line.size)
            edges[line.number] = min(near)
    return edges


def _begins(before: _Line, line: _Line, leading: float, lefts: dict[int, float], width: int) -> bool:
    """Say whether ``line`` begins a paragraph: by the gap above it, its indent, or a short line before it."""
    if abs(before.size - line.size) > 0.1 * before.size:
        return True
    if _follows(before, line) and before.y - line.y > 1.25 * leading:
        return True
    runs_on = line.text[:1].islower()
    room = width - len(before.text) - 1 - len(line.text.split(maxsplit=1)[0])
    if _ENDS_SENTENCE.search(before.text) is None:
        return room > 0.4 * width and not runs_on
    if not _follows(before, line):
        return not runs_on
    indented = line.x - lefts[line.number] > 0.6 * line.size
    return indented or (room > 0.08 * width and not runs_on)


def _mended(text: str, line: str, words: Counter[str]) -> str:
    """Join a line to its paragraph; a word divided between them is put together."""
    head, tail = re.search(r"([^\W\d_]+)([-‐])$", text), re.match(r"[^\W\d_]+", line)
    if head is None or tail is None or not line[:1].islower():
        return f"{text} {line}" if not (head and tail) else text + line
    whole = text[:-1] + line
    joined, compound = (head[1] + tail[0]).lower(), f"{head[1]}-{tail[0]}".lower()
    if head[2] == "‐" or words[joined] > words[compound]:
        return whole
    return text + line if words[compound] or _is_compound(head[1].lower(), tail[0].lower()) else whole


def _is_compound(first: str, second: str) -> bool:
    from simplemma import is_known

    def known(words: Iterable[str]) -> bool:
        return any(all(is_known(word, language) for word in words) for language in ("fr", "en"))

    return not known([first + second]) and known([first, second])
