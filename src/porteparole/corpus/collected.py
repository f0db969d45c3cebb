"""The articles of a corpus as they come in: each text and each name once, the ids of paragraphs unique."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from porteparole.corpus.article import Article, Paragraph
from porteparole.corpus.draft import RefusedError

# Begins the names of files that moderators added.
ADDED = "added/"


class Collected:
    """Takes articles, in the order of their sources.

    Args:
        without: says of an article that it is to be passed over, as if it were not there.
    """

    def __init__(self, without: Callable[[Article], bool] | None) -> None:
        self.articles: list[Article] = []
        self.passed_over: set[str] = set()
        """The files of articles that were passed over."""
        self.left_out: set[str] = set()
        """Their ids."""
        self._without = without
        self._sources_by_id: dict[str, str] = {}
        self._sources_by_text: dict[tuple[str, ...], str] = {}
        self._paragraph_ids: Counter[str] = Counter()

    def take(self, article: Article, file: str) -> int | None:
        """Take an article of a file; return its place in the list, None where it is passed over.

        Raises:
            RefusedError: its text or its id is there already.
        """
        if self._is_left_out(article, file):
            self.passed_over.add(file)
            self.left_out.add(article.id)
            return None
        text = tuple(" ".join(paragraph.text.split()) for paragraph in article.paragraphs)
        name = article.id.casefold()
        if text in self._sources_by_text:
            raise RefusedError("corpus-refused-same-text", other=self._sources_by_text[text])
        if name in self._sources_by_id:
            raise RefusedError("corpus-refused-same-id", other=self._sources_by_id[name], id=article.id)
        self._sources_by_text[text] = self._sources_by_id[name] = article.source
        self.articles.append(self._with_unique_ids(article))
        return len(self.articles) - 1

    def _is_left_out(self, article: Article, file: str) -> bool:
        other = self._sources_by_id.get(article.id.casefold(), "")
        replaced = other.startswith(ADDED) and not file.startswith(ADDED)
        return replaced or bool(self._without and self._without(article))

    def _with_unique_ids(self, article: Article) -> Article:
        paragraphs: list[Paragraph] = []
        is_new = False
        for paragraph in article.paragraphs:
            self._paragraph_ids[paragraph.id] += 1
            times = self._paragraph_ids[paragraph.id]
            is_new = is_new or times > 1
            paragraphs.append(replace(paragraph, id=f"{paragraph.id}-{times}") if times > 1 else paragraph)
        return replace(article, paragraphs=tuple(paragraphs)) if is_new else article
