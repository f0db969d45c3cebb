"""Articles as lines of JSON."""

from __future__ import annotations

import codecs
import json
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from porteparole.corpus.again import reading_digest
from porteparole.corpus.decode import clean, decode
from porteparole.corpus.draft import Block, Draft, RefusedError, Remark
from porteparole.corpus.layout import blocks_of, join_lines
from porteparole.corpus.metadata import FIELDS, checked_fields

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@dataclass(frozen=True, slots=True)
class Row:
    """One line: an article's id and draft, or why it was not taken; ``end`` is the offset behind it.

    A line that was read before has neither, only its ``digest`` (see :mod:`porteparole.corpus.again`).
    """

    line: int
    end: int
    digest: str = ""
    id: str = ""
    draft: Draft | None = None
    refused: Remark | None = None


def read_jsonl(path: Path, max_bytes: int, known: Container[str] = ()) -> Iterator[Row]:
    """Read a ``.jsonl`` file line by line; blank lines are passed over.

    A line is an object with ``id``, ``text`` (as in a ``.txt`` file) or ``paragraphs`` (texts), and perhaps
    ``title``, ``publisher``, ``published``, ``url``, ``language``, and ``inferred`` (which of these were
    concluded); what else it holds is not looked at.
    ``max_bytes`` limits a line: the file itself may be of any length. ``known`` are the digests of lines that
    need not be read again.

    Raises:
        OSError: the file cannot be read.
        RefusedError: the file is empty, or no text.
    """
    found = False
    with path.open("rb") as file:
        for number, raw, end in _lines(file, max_bytes):
            if raw is None:
                found = True
                yield Row(
                    number, end, refused=Remark("corpus-json-long", number, {"limit": max_bytes // 10**6})
                )
            elif raw.strip():
                found = True
                # In the first line alone a mark of the byte order is passed over.
                marked = raw.startswith(codecs.BOM_UTF8)
                digest = "" if marked else reading_digest(".jsonl", raw.strip())
                yield Row(number, end, digest) if digest in known else _row(number, raw, end, digest)
    if not found:
        raise RefusedError("corpus-refused-empty")


def _lines(file: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes | None, int]]:
    """Yield number, bytes and end of each line; None stands for a line beyond the limit."""
    head = file.read(4)
    file.seek(0)
    if head.startswith(_WIDE_MARKS):
        # UTF-16 has no single byte that ends a line.
        text = decode(file.read(max_bytes)).text
        for number, line in enumerate(text.split("\n"), start=1):
            yield number, line.encode("utf-8"), file.tell()
        return
    number = 0
    while raw := file.readline(max_bytes + 1):
        number += 1
        if len(raw) > max_bytes and not raw.endswith(b"\n"):
            while (rest := file.readline(max_bytes + 1)) and not rest.endswith(b"\n"):
                pass
            yield number, None, file.tell()
        else:
            yield number, raw, file.tell()


def _row(number: int, raw: bytes, end: int, digest: str) -> Row:
    remarks: list[Remark] = []
    try:
        value = _value(number, raw, remarks)
        name = value.get("id")
        if isinstance(name, bool) or not isinstance(name, str | int) or not str(name).strip():
            raise RefusedError("corpus-json-no-id")
        fields, wrong = checked_fields(value, number)
        blocks = tuple(Block(block.text, number) for block in _blocks(value, number, remarks))
        if not any(block.text.strip() for block in blocks):
            raise RefusedError("corpus-json-no-text")
    except RefusedError as error:
        return Row(number, end, digest, refused=Remark(error.remark.key, number, error.remark.values))
    listed: object = value.get("inferred")
    inferred = cast("list[object]", listed) if isinstance(listed, list) else []
    fields = replace(fields, inferred=frozenset(name for name in FIELDS if name in inferred))
    draft = Draft(blocks, fields, (*remarks, *wrong))
    return Row(number, end, digest, str(name).strip(), draft)


def _value(number: int, raw: bytes, remarks: list[Remark]) -> dict[str, Any]:
    try:
        text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        decoded = decode(raw)
        text = decoded.text
        remarks.extend(Remark(remark.key, number, remark.values) for remark in decoded.remarks)
    try:
        value = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise RefusedError("corpus-json-syntax", why=error.msg, column=str(error.colno)) from error
    except (ValueError, RecursionError) as error:
        raise RefusedError("corpus-json-syntax", why=type(error).__name__, column="1") from error
    if not isinstance(value, dict):
        raise RefusedError("corpus-json-no-object")
    return cast("dict[str, Any]", value)


def _blocks(value: dict[str, Any], number: int, remarks: list[Remark]) -> list[Block]:
    paragraphs: object = value.get("paragraphs")
    text: object = value.get("text")
    if paragraphs is not None:
        parts = cast("list[object]", paragraphs) if isinstance(paragraphs, list) else [paragraphs]
        if not all(isinstance(part, str) for part in parts):
            raise RefusedError("corpus-json-wrong-type", name="paragraphs")
        return [Block(_one_line(str(part), number, remarks), number) for part in parts]
    if text is None:
        raise RefusedError("corpus-json-no-text")
    if not isinstance(text, str):
        raise RefusedError("corpus-json-wrong-type", name="text")
    return list(blocks_of(_cleaned(text, number, remarks)))


def _cleaned(text: str, number: int, remarks: list[Remark]) -> str:
    cleaned, count, _ = clean(text)
    if count:
        remarks.append(Remark("corpus-mended-invisible", number, {"count": count}))
    return cleaned


def _one_line(text: str, number: int, remarks: list[Remark]) -> str:
    lines = [line.strip() for line in _cleaned(text, number, remarks).split("\n") if line.strip()]
    joined = lines[0] if lines else ""
    for line in lines[1:]:
        joined = join_lines(joined, line)
    return joined
