"""The reading of an article into statements."""

from __future__ import annotations

import re
from dataclasses import dataclass

from porteparole.corpus.article import Article, Paragraph
from porteparole.language import Language
from porteparole.statements.attribution import Attribution
from porteparole.statements.cast import Cast
from porteparole.statements.drafts import Drafter
from porteparole.statements.mention import Mention
from porteparole.statements.page import Page
from porteparole.statements.sentence import sentence_reader
from porteparole.statements.statement import Statement
from porteparole.statements.verbs import verbs
from porteparole.text.quotations import quotations
from porteparole.text.sentences import sentences

_QUESTION = re.compile(r"[?!][”\"’']$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in an article.

    Attributes:
        name: the canonical name.
        role: the function as the article words it first.
        mentions: how the article calls them, each once.
        statements: how many statements they make.
    """

    name: str
    role: str | None
    mentions: tuple[str, ...]
    statements: int


def read_statements(article: Article) -> tuple[Statement, ...]:
    """Read every paragraph of ``article`` into who said what, in order of the text.

    Pure and safe to call from several threads. A speaker that the text does not tell is None.
    """
    return _read(article)[0]


def speakers(article: Article) -> tuple[Speaker, ...]:
    """Return who speaks in ``article``, in order of their first statement."""
    statements, cast = _read(article)
    counts: dict[str, int] = {}
    for statement in statements:
        if statement.speaker is not None:
            counts[statement.speaker] = counts.get(statement.speaker, 0) + 1
    members = {member.name: member for member in cast.members}
    return tuple(
        Speaker(name, members[name].role, tuple(members[name].mentions), count)
        for name, count in counts.items()
    )


def speaker_of(
    statements: tuple[Statement, ...], paragraph: Paragraph, start: int, end: int
) -> Statement | None:
    """Return the statement that covers most of ``paragraph.text[start:end]``, or None where none does."""
    best: Statement | None = None
    most = 0
    for statement in statements:
        if statement.paragraph_id != paragraph.id:
            continue
        common = min(end, statement.end) - max(start, statement.start)
        if common > most:
            best, most = statement, common
    return best


def _read(article: Article) -> tuple[tuple[Statement, ...], Cast]:
    reader = sentence_reader(article.language)
    cast = Cast(article.language)
    pages: list[Page] = []
    named = _title(article)
    cast.gather(named)
    for paragraph in article.paragraphs:
        every = quotations(paragraph.text)
        marks = [mark for mark in every if mark.depth == 0]
        nested = [mark for mark in every if mark.depth == 1]
        read = [
            reader.read(paragraph.text, marks, start, end)
            for start, end in _spans(paragraph.text, article.language)
        ]
        drafters = [Drafter(sentence) for sentence in read]
        drafts = [drafter.drafts() for drafter in drafters]
        announced = paragraph.text.rstrip().endswith(":") and bool(drafters)
        pages.append(
            Page(paragraph, marks, nested, read, drafts, drafters[-1].announcer() if announced else None)
        )
        for sentence in read:
            cast.gather(sentence.mentions)
            cast.identify(sentence.identities())
    topic = next(filter(None, map(cast.in_full, named)), None)
    return Attribution(article.language, cast, pages, topic).statements(), cast


def _title(article: Article) -> list[Mention]:
    """Return the people whom the title names and the text by their surname.

    English titles are often set in capitals, which show no names: they are left alone.
    """
    title = article.title
    if article.language == "en" or not title or not article.paragraphs:
        return []
    text = " ".join(paragraph.text for paragraph in article.paragraphs)
    read = sentence_reader(article.language).read(title, quotations(title), 0, len(title))
    people = (m for m in read.mentions if m.sort in {"person", "name"} and m.name and not m.plural)
    return [m for m in people if (m.name or "").split()[-1] in text]


def _spans(text: str, language: Language) -> list[tuple[int, int]]:
    """Return the sentences, with *“Why?” Smith asked.* in one piece."""
    spans: list[tuple[int, int]] = []
    forms = verbs(language).forms
    for start, end in sentences(text, language, whole_quotations=True):
        if spans and language == "en" and _QUESTION.search(text, spans[-1][0], spans[-1][1]):
            words_here = text[start:end].split()
            telling = any(
                reading.tense == "finite" and "q" in reading.frames
                for word in words_here[1:6]
                for reading in forms.get(word.strip(",.").lower(), ())
            )
            if telling and len(words_here) <= 14:
                spans[-1] = (spans[-1][0], end)
                continue
        spans.append((start, end))
    return spans
