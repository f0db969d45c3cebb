"""The list of the articles that answers come from."""

from __future__ import annotations

from collections.abc import Sequence

from discord import ui

from bot.presenters.cut import fit
from bot.presenters.pages import list_pages
from bot.presenters.source import BETWEEN, published_by, title_of
from porteparole.corpus.article import Article
from porteparole.language import Language
from porteparole.texts import Texts


def articles_pages(
    articles: Sequence[Article], *, texts: Texts, reader: Language, search: str | None = None
) -> list[ui.LayoutView]:
    """Return the pages that name articles: all, or those that fit what was searched for."""
    count = len(articles)
    if search is not None:
        title = f"{texts(reader, 'lookup-articles', {'count': count})}{BETWEEN}{fit(search, 80)}"
    elif count:
        title = texts(reader, "bot-articles-title", {"count": count})
    else:
        title = texts(reader, "bot-articles-none")
    return list_pages(title, [_entry(article, texts, reader) for article in articles])


def _entry(article: Article, texts: Texts, reader: Language) -> str:
    details = [
        *published_by(article, texts, reader),
        texts(reader, "bot-articles-paragraphs", {"count": len(article.paragraphs)}),
        texts(reader, "bot-articles-language", {"language": article.language}),
    ]
    return f"{title_of(article, 140)}\n-# {BETWEEN.join(details)}"
