"""News as it is read for an answer: with what a paragraph takes from the rest of its article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from porteparole.answering.comprehension import with_speaker
from porteparole.answering.evidence import reports_others, sentence_pairs
from porteparole.corpus.article import Article, Paragraph
from porteparole.corpus.assemble import beginning
from porteparole.language import Language
from porteparole.statements.reader import read_statements, speaker_of
from porteparole.statements.statement import Statement
from tests.benchmarks.reader.news import Asked, Example, Near


@dataclass(frozen=True, slots=True)
class _Told:
    """A paragraph with the speakers that its sentences do not name, and where (offset, length) they stand."""

    beginning: str
    text: str
    inserted: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the paragraph stands now."""
        before = sum(length for offset, length in self.inserted if offset <= start)
        return start + before, end + sum(length for offset, length in self.inserted if offset < end)


def as_read(asked: Sequence[Asked], rows: Iterable[dict[str, Any]]) -> list[Asked]:
    """Return questions on news with their passages as :func:`passage_of` gives them to the reader.

    Args:
        asked: the questions.
        rows: paragraphs, those of an article under ids that differ in their last number alone.
    """
    told = _told(rows)

    def near(passage: Near) -> Near:
        known = told.get((passage.title, passage.text))
        return Near(passage.title, known.text, known.beginning) if known else passage

    def own(example: Example) -> Example:
        known = told.get((example.title, example.passage))
        if known is None:
            return example
        start, end = known.span(example.start, example.end) if example.start >= 0 else (-1, -1)
        return replace(example, passage=known.text, start=start, end=end, beginning=known.beginning)

    return [replace(one, example=own(one.example), near=tuple(map(near, one.near))) for one in asked]


def _told(rows: Iterable[dict[str, Any]]) -> dict[tuple[str, str], _Told]:
    articles: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["id"].startswith(("wikinews", "bbc", "invented")):
            articles[row["id"].rpartition("-")[0]].append(row)
    found: dict[tuple[str, str], _Told] = {}
    for name, listed in articles.items():
        language: Language = "en" if name.startswith("bbc") else "fr"
        paragraphs = tuple(
            Paragraph(row["id"], name, number, row["text"], number) for number, row in enumerate(listed, 1)
        )
        article = Article(name, listed[0]["title"], language, paragraphs, name)
        statements = read_statements(article)
        for paragraph in paragraphs:
            found[article.title, paragraph.text] = _tell(article, paragraph, statements)
    return found


def _tell(article: Article, paragraph: Paragraph, statements: Iterable[Statement]) -> _Told:
    own = tuple(s for s in statements if s.paragraph_id == paragraph.id)
    text, last = "", 0
    inserted: list[tuple[int, int]] = []
    for start, end, sentence, _ in sentence_pairs(paragraph, article.language):
        statement = speaker_of(own, paragraph, start, end)
        others = reports_others(own, statement, start, end)
        told = with_speaker(sentence, statement.speaker if statement and not others else None)
        text += paragraph.text[last:start] + told
        last = end
        if len(told) > len(sentence):
            inserted.append((start, len(told) - len(sentence)))
    begun = "" if paragraph.number == 1 else beginning(article.paragraphs[0].text)
    return _Told(begun, text + paragraph.text[last:], tuple(inserted))
