"""Articles by what somebody types of their id, title, publisher or date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import shorten

from porteparole.corpus.article import Article
from porteparole.language import LANGUAGES, Language
from porteparole.lookup.names import nearest
from porteparole.notice import PorteParoleError
from porteparole.text.terms import words

_MOST_SHOWN = 60
_MOST_NAMED = 3
_LONGEST_TITLE = 60


class Articles:
    """The articles of one generation; may be used from any thread.

    Args:
        listed: every article, in the order of the corpus.
        dates: returns a date as people of a language write it.
    """

    def __init__(self, listed: Sequence[Article], dates: Callable[[str, Language], str]) -> None:
        self.listed = newest_first(listed)
        self._dates = dates
        self._by_name = {name: a for a in reversed(listed) for name in (a.source, a.title, a.id)}
        self._parts = {a.id: self._parts_of(a) for a in self.listed}

    def find(self, text: str) -> Article:
        """Return the article that ``text`` names: its id, its file, its title, or words of them.

        Raises:
            PorteParoleError: there is none, or there are several; the nearest are named, title and id.
        """
        text = " ".join(text.split())
        if text in self._by_name:
            return self._by_name[text]
        # What an id or a file begins with means more than the day or the word that others have of it.
        begun = [a for a in self.listed if any(n.startswith(text) for n in (a.id, a.source))] if text else []
        fitting = begun if len(begun) == 1 else self.search(text) if text else []
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise PorteParoleError(
                "lookup-several-articles",
                name=text[:_MOST_SHOWN],
                count=len(fitting),
                nearest=_named(fitting[:_MOST_NAMED]),
            )
        titles = {article.title: article for article in self.listed}
        ids = {article.id: article for article in self.listed}
        near = [titles[title] for title in nearest(text, list(titles))]
        near = near or [ids[name] for name in nearest(text, list(ids))]
        raise PorteParoleError("lookup-no-article", name=text[:_MOST_SHOWN], nearest=_named(near) or "none")

    def search(self, text: str) -> list[Article]:
        """Return the articles whose title, id, publisher or date hold every word of ``text``, begun or whole.

        Newest first; all of them for an empty text.
        """
        begun = [word.folded for word in words(text)]
        return [
            article
            for article in self.listed
            if all(any(part.startswith(word) for part in self._parts[article.id]) for word in begun)
        ]

    def like(self, text: str, limit: int) -> list[Article]:
        """Return the articles whom somebody who has typed ``text`` so far may mean, best first."""
        if text in self._by_name:
            return [self._by_name[text]]
        fitting = self.search(text)[:limit]
        if len(fitting) < limit and text.strip():
            titles = {article.title: article for article in self.listed}
            near = (titles[title] for title in nearest(text, list(titles), limit))
            fitting += [article for article in near if article not in fitting]
        return fitting[:limit]

    def _parts_of(self, article: Article) -> list[str]:
        texts = [article.title, article.id, article.publisher or ""]
        if article.published:
            texts += [
                article.published,
                *(self._dates(article.published, language) for language in LANGUAGES),
            ]
        return [word.folded for text in texts for word in words(text)]


def _named(articles: Sequence[Article]) -> str:
    """Return articles as they can be told apart and typed: *Title (id)*."""
    return ", ".join(f"{shorten(a.title, _LONGEST_TITLE, placeholder='…')} ({a.id})" for a in articles)


def newest_first(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return articles by date, the newest first; those without a date come last, in their order."""
    return tuple(sorted(articles, key=lambda article: article.published or "", reverse=True))
