"""The sentences of what is cited, and the names that belong to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from porteparole.answering.support.claim import Source
from porteparole.answering.support.figures import Figure
from porteparole.answering.support.reading import read
from porteparole.answering.support.token import Reading
from porteparole.language import Language, other_language
from porteparole.statements.statement import Statement
from porteparole.text.gazetteer import is_date_word
from porteparole.text.sentences import sentences
from porteparole.text.terms import words

_LONGEST_DATE = 4


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
    text = editors_translation(source)
    if own != language and text is not None:
        pieces = sentences(text, other_language(own), whole_quotations=True)
        paired = spans if len(spans) == len(pieces) else [(0, len(paragraph.text))] * len(pieces)
        return [
            Window(source, *span, read(text[start:end], language))
            for span, (start, end) in zip(paired, pieces, strict=True)
        ]
    return [Window(source, start, end, read(paragraph.text[start:end], own)) for start, end in spans]


def joined(listed: Sequence[Window]) -> list[Window]:
    """Return each two windows of a source that follow each other as one: what is told may stand in both."""
    told = [window for window in listed if not _is_date_alone(window.reading)]
    return [
        Window(one.source, one.start, other.end, read(f"{one.reading.text} {other.reading.text}", language))
        for one, other in pairwise(told)
        if (language := one.reading.language) == other.reading.language
    ]


def _is_date_alone(reading: Reading) -> bool:
    telling = [t for t in reading.tokens if t.tells or t.figure]
    return len(telling) <= _LONGEST_DATE and all(t.figure or is_date_word(t.folded) for t in telling)


def editors_translation(source: Source) -> str | None:
    """Return the translation of what is cited, None where there is none or a machine made it.

    One model's mistake is no proof of another's sentence.
    """
    machines = source.article.is_machine_translated(source.paragraph)
    return None if machines else source.paragraph.translation


def dateline(source: Source) -> Sequence[Figure]:
    """Return the figures of the date that a paragraph begins with, none where it begins with none."""
    head, dash, _ = source.paragraph.text.partition("–")
    reading = read(head, source.article.language)
    return reading.figures if dash and _is_date_alone(reading) else ()


def name_words(source: Source, statements: Sequence[Statement]) -> frozenset[str]:
    """Return the words by which somebody in the paragraph may be called."""
    paragraph = source.paragraph
    article = source.article
    texts = [paragraph.text, editors_translation(source) or "", article.stated_title, article.publisher or ""]
    for statement in statements:
        if statement.paragraph_id == paragraph.id:
            texts.extend(filter(None, (statement.speaker, statement.role)))
    return frozenset(word.folded for text in texts for word in words(text))


def codes_of(source: Source) -> frozenset[str]:
    """Return what the gazetteer knows of a paragraph's names."""
    language = source.article.language
    texts = (source.paragraph.text, source.article.stated_title)
    found = {code for text in texts for t in read(text, language).tokens for code in t.codes}
    if translation := editors_translation(source):
        other = read(translation, other_language(language))
        found |= {code for t in other.tokens for code in t.codes}
    return frozenset(found)
