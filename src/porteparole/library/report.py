"""What a reload, an addition, a removal or a rollback tells of itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from porteparole.corpus.article import RefusedFile
from porteparole.notice import Notice
from porteparole.state.entries import Removal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ArticleName:
    """An article by its id and its title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph by its article, its number there and its beginning.

    For what was removed, that of the old corpus; for anything else, that of the new one.
    """

    article: str
    number: int
    beginning: str


@dataclass(frozen=True, slots=True)
class Changes(Generic[T]):
    """What is new (+), what is other than it was (~) and what is gone (−)."""

    added: Sequence[T] = ()
    changed: Sequence[T] = ()
    removed: Sequence[T] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the corpus.

    Attributes:
        generation: the one that answers now (of a dry run: the one that would).
        articles: those that are new, changed (text, title, date …) or gone.
        paragraphs: likewise; one whose text changed in its place counts as changed.
        refused: sources that were not taken, with line and reason.
        mended: sources that were taken although something was wrong, with what was done.
        embedded: how many texts were given a vector (of a dry run: would be).
        seconds: how long it took.
        dry_run: whether nothing was done.
        swapped: whether another generation answers now than before.
    """

    generation: str
    articles: Changes[ArticleName]
    paragraphs: Changes[Place]
    refused: Sequence[RefusedFile] = ()
    mended: Sequence[RefusedFile] = ()
    embedded: int = 0
    seconds: float = 0.0
    dry_run: bool = False
    swapped: bool = False


def report_json(report: Report, reason: Callable[[Notice], str]) -> dict[str, Any]:
    """Return a report as one JSON object.

    Args:
        report: what became of the corpus.
        reason: puts the reason of a refusal into words.
    """

    def refused(files: Sequence[RefusedFile]) -> list[dict[str, Any]]:
        return [{"file": f.source, "line": f.line, "reason": reason(f.reason)} for f in files]

    def kinds(changes: Changes[T], shown: Callable[[T], object]) -> dict[str, Any]:
        named = {"added": changes.added, "changed": changes.changed, "removed": changes.removed}
        return {kind: [shown(item) for item in items] for kind, items in named.items()}

    return {
        "generation": report.generation,
        "articles": kinds(report.articles, lambda article: article.id),
        "paragraphs": kinds(report.paragraphs, lambda p: {"article": p.article, "paragraph": p.number}),
        "refused": refused(report.refused),
        "mended": refused(report.mended),
        "embedded": report.embedded,
        "seconds": round(report.seconds, 3),
        "dry_run": report.dry_run,
    }


@dataclass(frozen=True, slots=True)
class Kept:
    """A generation that is kept, and that a rollback could make answer again."""

    generation: str
    made: datetime
    articles: int
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Running:
    """What is being done to the corpus just now, by whom, and since when."""

    action: str
    actor: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Status:
    """How the corpus stands.

    Attributes:
        generation: the one that answers.
        since: when it took over.
        articles: how many.
        paragraphs: how many.
        rolled_back: whether it took over by a rollback: the next reload takes what the sources hold.
        sources_changed: whether files changed since they were read; None where a source is not there.
        kept: the generations kept, the current one first.
        before: the generation that a rollback leads to; None where there is none.
        added: articles that moderators added, which live in the data folder.
        removed: articles that stay out although the sources have them.
        running: what is being done just now; None for nothing.
    """

    generation: str
    since: datetime
    articles: int
    paragraphs: int
    rolled_back: bool
    sources_changed: bool | None
    kept: Sequence[Kept]
    before: str | None
    added: Sequence[ArticleName]
    removed: Sequence[Removal]
    running: Running | None = None
