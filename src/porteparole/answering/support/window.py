"""The sentences of what is cited, and the names that belong to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from porteparole.answering.support.claim import Source
from porteparole.answering.support.reading import Reading, read
from porteparole.corpus.article import Article, Paragraph
from porteparole.language import Language, other_language
from porteparole.statements.statement import Statement
from porteparole.text.sentences import sentences
from porteparole.text.terms import words


@dataclass(frozen=True, slots=True)
class Window:
    """A sentence of a source, in its own words or in the editors' translation."""

    source: Source
    start: int
    end: int
    reading: Reading


def windows(source: Source, language: Language) -> list[Window]:
    """Return the sentences of a source: its translation's where that is in the claim's language."""
    paragraph, own = source.paragraph, source.article.language
    spans = sentences(paragraph.text, own, whole_quotations=True)
    if own != language and paragraph.translation is not None:
        text = paragraph.translation
        pieces = sentences(text, other_language(own), whole_quotations=True)
        paired = spans if len(spans) == len(pieces) else [(0, len(paragraph.text))] * len(pieces)
        return [
            Window(source, *span, read(text[start:end], language))
            for span, (start, end) in zip(paired, pieces, strict=True)
        ]
    return [Window(source, start, end, read(paragraph.text[start:end], own)) for start, end in spans]


def name_words(paragraph: Paragraph, article: Article, statements: Sequence[Statement]) -> frozenset[str]:
    """Return the words by which somebody in the paragraph may be called."""
    texts = [paragraph.text, paragraph.translation or "", article.publisher or ""]
    for statement in statements:
        if statement.paragraph_id == paragraph.id:
            texts.extend(filter(None, (statement.speaker, statement.role)))
    return frozenset(word.folded for text in texts for word in words(text))


def codes_of(paragraph: Paragraph, language: Language) -> frozenset[str]:
    """Return what the gazetteer knows of a paragraph's names."""
    found = {code for t in read(paragraph.text, language).tokens for code in t.codes}
    if paragraph.translation:
        other = read(paragraph.translation, other_language(language))
        found |= {code for t in other.tokens for code in t.codes}
    return frozenset(found)
