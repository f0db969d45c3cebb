"""What was read before need not be read again: an article is known by the bytes that it was read from.

Reading is slow (PDF most of all), hashing is not. The digests count only for the code that read the bytes
(see :func:`porteparole.store.identity.reading_version`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from porteparole.corpus.article import Article, LeftOut, Paragraph
from porteparole.corpus.draft import Fields, Remark
from porteparole.corpus.metadata import FIELDS

T = TypeVar("T", Paragraph, LeftOut, Remark)


def reading_digest(kind: str, raw: bytes, name: str = "", beside: Fields | None = None) -> str:
    """Return what tells the article that is read from ``raw``, wherever that lies.

    Args:
        kind: the ending of the file, which decides what reads it.
        raw: the bytes of a file or a line.
        name: the article's id, where it does not stand in the bytes.
        beside: what is known of the article that does not stand in the bytes.
    """
    fields = [getattr(beside, field) for field in FIELDS] if beside else []
    inferred = sorted(beside.inferred) if beside else []
    digest = hashlib.sha256(repr((kind, name, fields, inferred)).encode("utf-8", "surrogatepass"))
    digest.update(raw)
    return digest.hexdigest()[:32]


def by_reading(articles: Iterable[Article]) -> dict[str, Article]:
    """Return the articles by what they were read from, where that is known."""
    return {article.read_from: article for article in articles if article.read_from}


def again(article: Article, source: str, line: int | None) -> Article:
    """Return an article of an earlier corpus as it would be read now.

    Args:
        article: with the translations, and the ids unique in a corpus, that it had there.
        source: what it is read from now.
        line: of the file where it stands, if the file holds several.
    """
    moved = article.source != source
    if not moved and all(map(_is_as_read, article.paragraphs)):
        return article
    here = line if moved else None
    return replace(
        article,
        source=source,
        paragraphs=tuple(_as_read(paragraph, here) for paragraph in article.paragraphs),
        left_out=tuple(_put(left, here) for left in article.left_out),
        machine_translated=(),
        remarks=tuple(_put(remark, here) for remark in article.remarks),
    )


def _is_as_read(paragraph: Paragraph) -> bool:
    return paragraph.translation is None and "-" not in paragraph.id


def _as_read(paragraph: Paragraph, line: int | None) -> Paragraph:
    return replace(_put(paragraph, line), id=paragraph.id.partition("-")[0], translation=None)


def _put(something: T, line: int | None) -> T:
    return something if line is None else replace(something, line=line)
