"""What a reader makes of a source, before boilerplate is left out and ids are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from porteparole.notice import NoticeValue

BlockKind = Literal["text", "heading", "table", "code", "page", "separator"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a source that may be a paragraph; ``line`` is the 1-based line where it starts."""

    text: str
    line: int
    kind: BlockKind = "text"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell a person about a source: the key of a sentence, the line, and what it names."""

    key: str
    line: int | None = None
    values: Mapping[str, NoticeValue] = field(default_factory=dict[str, NoticeValue])


class RefusedError(Exception):
    """A source, or a line of it, that cannot be taken; the remark says why."""

    def __init__(self, key: str, line: int | None = None, **values: NoticeValue) -> None:
        super().__init__(key, line, values)
        self.remark = Remark(key, line, values)


@dataclass(frozen=True)
class Fields:
    """What is known about an article beside its text; None where nothing is stated."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    inferred: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Draft:
    """The blocks and the metadata of one article as its source has them, and what was mended on the way."""

    blocks: tuple[Block, ...]
    fields: Fields = Fields()
    remarks: tuple[Remark, ...] = ()
