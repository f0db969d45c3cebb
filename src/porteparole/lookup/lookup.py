"""One generation's articles as something to be looked up in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from porteparole.corpus.article import Article, Paragraph
from porteparole.dates import spoken_date
from porteparole.lookup.articles import Articles, newest_first
from porteparole.lookup.bearing import Bearing, Relevance
from porteparole.lookup.speakers import CorpusSpeaker, Speakers
from porteparole.notice import Notice, PorteParoleError
from porteparole.statements.statement import Kind, Statement
from porteparole.store.catalogue import Catalogue
from porteparole.store.filter import Filter

_POOL = 40
_CLAIMS = 10


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """Which statements are wanted; what is None does not matter.

    Attributes:
        speaker: a name as somebody types it.
        topic: any words.
        article: an id, a file's name, a title, or words of it.
        kind: direct, indirect or mixed.
    """

    speaker: str | None = None
    topic: str | None = None
    article: str | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """A statement in its place."""

    article: Article
    paragraph: Paragraph
    statement: Statement

    @property
    def text(self) -> str:
        """The words of the statement, letter-exact."""
        return self.paragraph.text[self.statement.start : self.statement.end]


@dataclass(frozen=True, slots=True)
class StatementList:
    """The statements that were asked for, newest first.

    Attributes:
        items: each in its place.
        speakers: whom the name that was asked for means; several where it may mean several.
        article: the article that was asked for.
    """

    items: tuple[Reported, ...]
    speakers: tuple[CorpusSpeaker, ...] = ()
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: whom the name means, and what they said.

    Attributes:
        name: of whom; as it was typed where nobody of that name speaks.
        items: their statements, newest first.
        unknown: says that nobody of that name speaks, with the nearest names.
    """

    name: str
    items: tuple[Reported, ...]
    unknown: Notice | None = None


class Lookup:
    """Looks things up; may be used from any thread.

    Args:
        catalogue: of one generation.
        relevance: finds what bears on a text there.
    """

    def __init__(self, catalogue: Catalogue, relevance: Relevance) -> None:
        self._catalogue = catalogue
        self._relevance = relevance

    @cached_property
    def speakers(self) -> Speakers:
        """Everybody who speaks."""
        return Speakers(self._catalogue.all_statements())

    @cached_property
    def articles(self) -> Articles:
        """Every article."""
        return Articles(self._catalogue.corpus().articles, spoken_date)

    def statements(self, query: StatementQuery) -> StatementList:
        """Return the statements that are asked for; possibly none.

        Raises:
            PorteParoleError: there is no such speaker or article; the nearest are suggested.
        """
        speakers = self.speakers.find(query.speaker) if query.speaker else ()
        article = self.articles.find(query.article) if query.article else None
        forms = frozenset(form for speaker in speakers for form in speaker.forms)
        if query.topic and query.topic.strip():
            ids = frozenset([article.id] if article else [])
            found = self._about(query.topic, Filter(articles=ids, speakers=forms))
        elif article:
            found = self._of([article])
        elif speakers:
            of = dict.fromkeys(i for speaker in speakers for i in speaker.articles)
            found = self._of(newest_first([self._catalogue.article(i) for i in of]))
        else:
            found = self._of(self.articles.listed)
        items = (
            item
            for item in found
            if (not forms or item.statement.speaker in forms) and query.kind in (None, item.statement.kind)
        )
        return StatementList(tuple(items), speakers, article)

    def compare(self, first: str, second: str, topic: str | None = None) -> tuple[Side, Side]:
        """Return what two speakers said (on a topic); a side may be empty.

        Raises:
            PorteParoleError: both are unknown, or both are the same.
        """
        one, other = self._meant(first), self._meant(second)
        if isinstance(one, Side) and isinstance(other, Side) and one.unknown:
            raise PorteParoleError(one.unknown.key, **one.unknown.values)
        if not isinstance(one, Side) and one == other:
            raise PorteParoleError("lookup-same-speaker", name=one[0].name)
        return self._side(one, topic), self._side(other, topic)

    def _meant(self, name: str) -> tuple[CorpusSpeaker, ...] | Side:
        try:
            return self.speakers.find(name)
        except PorteParoleError as error:
            return Side(str(error.notice.values["name"]), (), error.notice)

    def _side(self, speakers: tuple[CorpusSpeaker, ...] | Side, topic: str | None) -> Side:
        if isinstance(speakers, Side):
            return speakers
        said = [self.statements(StatementQuery(s.name, topic)).items for s in speakers]
        return Side(", ".join(s.name for s in speakers), tuple(item for items in said for item in items))

    def about(self, topic: str) -> list[Bearing]:
        """Return the paragraphs that are about a topic, nearest first; possibly none."""
        return self._relevance.topic(topic, Filter(), _POOL)

    def check(self, claim: str) -> tuple[Reported, ...]:
        """Return the statements that bear on what a message claims, nearest first; possibly none."""
        found = (item for b in self._relevance.claim(claim) for item in self._reported(b.evidence.paragraph))
        return tuple(found)[:_CLAIMS]

    def search_articles(self, text: str) -> list[Article]:
        """Return the articles that hold every word of ``text`` in title, publisher or date, newest first.

        Where none does, those that are about it. All of them for an empty text.
        """
        found = self.articles.search(text)
        if found:
            return found
        about = (
            self._catalogue.article(b.evidence.article.id) for b in self._relevance.topic(text, Filter())
        )
        return list({article.id: article for article in newest_first(list(about))}.values())

    def paragraph(self, article: str, number: int) -> Paragraph:
        """Return a paragraph by its article, as somebody types it, and its number.

        Raises:
            PorteParoleError: there is no such article, or it has no such paragraph.
        """
        found = self.articles.find(article)
        for paragraph in found.paragraphs:
            if paragraph.number == number:
                return paragraph
        raise PorteParoleError("lookup-no-paragraph", number=number, count=len(found.paragraphs))

    def _about(self, topic: str, within: Filter) -> Iterator[Reported]:
        paragraphs = [b.evidence.paragraph for b in self._relevance.topic(topic, within, _POOL)]
        by_article = {p.article_id: self._catalogue.article(p.article_id) for p in paragraphs}
        wanted = {p.id for p in paragraphs}
        for article in newest_first(list(by_article.values())):
            yield from (i for i in self._of([article]) if i.paragraph.id in wanted)

    def _reported(self, paragraph: Paragraph) -> Iterator[Reported]:
        article = self._catalogue.article(paragraph.article_id)
        return (i for i in self._of([article]) if i.paragraph.id == paragraph.id)

    def _of(self, articles: Iterable[Article]) -> Iterator[Reported]:
        for article in articles:
            paragraphs = {p.id: p for p in article.paragraphs}
            for statement in self._catalogue.statements(article.id):
                yield Reported(article, paragraphs[statement.paragraph_id], statement)
