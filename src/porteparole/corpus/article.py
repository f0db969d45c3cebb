"""What a corpus is made of: articles, their numbered paragraphs, and what was left out or refused."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

from porteparole.corpus.draft import Remark
from porteparole.language import Language
from porteparole.notice import Notice


def content_id(text: str) -> str:
    """Return the id that a paragraph's text gives it: 16 hexadecimal digits, the same on every machine."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered part of an article as a reader sees it.

    Attributes:
        id: from the content (see :func:`content_id`), so that it survives a reload; a text that occurs
            again elsewhere in the corpus gets ``-2``, ``-3``, … after it, so that ids are unique.
        article_id: id of its article.
        number: from 1, boilerplate not counted.
        text: the paragraph, letter-exact as in the source (only blanks at both ends removed).
        line: 1-based line of the source file where it starts.
        translation: its parallel paragraph in the other language, made by the editors or, where
            :attr:`Article.machine_translated` says so, by a machine; None without one.
    """

    id: str
    article_id: str
    number: int
    text: str
    line: int
    translation: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of a source that is no part of the article: boilerplate, with the reason."""

    line: int
    text: str
    reason: Notice


@dataclass(frozen=True)
class Article:
    """One published text.

    Attributes:
        id: stable slug, unique in the corpus.
        title: as published, or the beginning of the text where none is known (then "title" is inferred).
        language: of the text.
        paragraphs: in order, numbered from 1.
        source: name of the file (and line, for ``.jsonl``) it was read from.
        publisher: who published it, where known.
        published: ISO date (``2025``, ``2025-02`` or ``2025-02-12``), where known.
        url: address of the original, where known.
        inferred: names of the fields above that were concluded, not stated by the source.
        left_out: what was not taken into the paragraphs, and why.
        machine_translated: numbers of the paragraphs whose translation a machine made and nobody corrected.
        read_from: tells what it was read from (see :mod:`porteparole.corpus.again`).
        remarks: what was mended when it was read. These two are no part of the content.
    """

    id: str
    title: str
    language: Language
    paragraphs: tuple[Paragraph, ...]
    source: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    inferred: frozenset[str] = frozenset()
    left_out: tuple[LeftOut, ...] = ()
    machine_translated: tuple[int, ...] = ()
    read_from: str = field(default="", compare=False, repr=False)
    remarks: tuple[Remark, ...] = field(default=(), compare=False, repr=False)

    @property
    def stated_title(self) -> str:
        """Its title as published; empty where it is only the beginning of the text."""
        return "" if "title" in self.inferred else self.title

    def is_machine_translated(self, paragraph: Paragraph) -> bool:
        """Say whether the translation of a paragraph is a machine's."""
        return paragraph.number in self.machine_translated

    def says_the_same(self, other: Article) -> bool:
        """Say whether two articles differ in nothing but where their sources have them: file and lines."""
        return self is other or self._without_place() == other._without_place()

    def _without_place(self) -> tuple[object, ...]:
        stated = self.title, self.language, self.publisher, self.published, self.url, self.inferred
        stated = *stated, self.machine_translated
        return self.id, *stated, [(p.id, p.number, p.text, p.translation) for p in self.paragraphs]


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A source (or one line of it) that was not taken, with the reason as a sentence for people."""

    source: str
    line: int | None
    reason: Notice


@dataclass(frozen=True)
class Corpus:
    """All articles that were read, and what was refused on the way.

    ``mended`` are sources that were read although something was wrong (an encoding, say), with what was done.
    """

    articles: tuple[Article, ...]
    refused: tuple[RefusedFile, ...] = ()
    mended: tuple[RefusedFile, ...] = ()

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of every article, in order."""
        return tuple(p for article in self.articles for p in article.paragraphs)
