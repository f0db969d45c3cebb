"""What a generation has in common with an earlier one, so that it is taken from there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from porteparole.corpus.article import Article, Corpus


@dataclass(frozen=True)
class Carried:
    """An earlier generation beside the corpus of the next.

    Attributes:
        folder: where the earlier generation lies.
        before: its corpus.
        after: the corpus of the next.
    """

    folder: Path
    before: Corpus
    after: Corpus

    @cached_property
    def same(self) -> dict[str, Article]:
        """The articles, as they were, of which the next corpus has one that says the same; by id."""
        before = {article.id: article for article in self.before.articles}
        return {
            article.id: earlier
            for article in self.after.articles
            if (earlier := before.get(article.id)) and article.says_the_same(earlier)
        }

    @cached_property
    def new(self) -> list[Article]:
        """The articles that are new or say something else than before."""
        return [article for article in self.after.articles if article.id not in self.same]

    @cached_property
    def old(self) -> list[Article]:
        """The articles that are gone or said something else."""
        return [article for article in self.before.articles if article.id not in self.same]
