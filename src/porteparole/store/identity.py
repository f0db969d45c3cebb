"""What tells one generation from another: its content, and the code that read it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cache
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path
from typing import Any

from porteparole.corpus.article import Article, Corpus, LeftOut, Paragraph

# Raised when an older generation's files can no longer be read.
FORMAT = 5
# What decides what is made of an article: when its code, word lists or libraries change, all is read anew.
_READ_BY = ("corpus", "statements", "store", "text")
_READ_WITH = ("charset-normalizer", "markdown-it-py", "pypdf", "simplemma", "snowballstemmer", "trafilatura")


def identity(corpus: Corpus, collection: str | None) -> str:
    """Return the id of the generation of ``corpus``: the same for the same content, read by the same code.

    Args:
        corpus: what it holds.
        collection: where its vectors are kept; None without an embedder.
    """
    digest = hashlib.sha256(repr((FORMAT, reading_version(), collection)).encode())
    for article in corpus.articles:
        # Of values and not of the dataclasses themselves, whose own texts take five times as long. Each
        # process lists a set in an order of its own.
        content = (
            _STATED(article),
            sorted(article.inferred),
            [_PARAGRAPH(paragraph) for paragraph in article.paragraphs],
            [_LEFT_OUT(left) for left in article.left_out],
        )
        digest.update(repr(content).encode("utf-8", "surrogatepass"))
    digest.update(repr((corpus.refused, corpus.mended)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]


def _values(kind: type, *apart: str) -> Callable[[Any], Any]:
    return attrgetter(*(field.name for field in fields(kind) if field.compare and field.name not in apart))


_STATED = _values(Article, "inferred", "paragraphs", "left_out")
_PARAGRAPH, _LEFT_OUT = _values(Paragraph), _values(LeftOut)


@cache
def reading_version() -> str:
    """Return what tells whether the code that reads articles, its word lists or its libraries changed.

    It stays what it was when this process asked first, also where the files are replaced under it.
    """
    digest = hashlib.sha256()
    for file in _reading_files():
        digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    digest.update(repr([version(library) for library in _READ_WITH]).encode())
    return digest.hexdigest()[:16]


def _reading_files() -> Iterator[Path]:
    package = Path(__file__).resolve().parents[1]
    for room in _READ_BY:
        yield from sorted(
            file for file in (package / room).rglob("*") if file.is_file() and file.suffix != ".pyc"
        )
