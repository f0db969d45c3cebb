"""The list of the articles that answers come from."""

from __future__ import annotations

from discord import ui

from bot.presenters.pages import list_pages
from bot.presenters.source import BETWEEN, published_by, title_of
from porteparole.corpus.article import Article, Corpus
from porteparole.language import Language
from porteparole.texts import Texts


def articles_pages(corpus: Corpus, *, texts: Texts, reader: Language) -> list[ui.LayoutView]:
    """Return the pages that name every article."""
    count = len(corpus.articles)
    title = (
        texts(reader, "bot-articles-title", {"count": count}) if count else texts(reader, "bot-articles-none")
    )
    return list_pages(title, [_entry(article, texts, reader) for article in corpus.articles])


def _entry(article: Article, texts: Texts, reader: Language) -> str:
    details = [
        *published_by(article, texts, reader),
        texts(reader, "bot-articles-paragraphs", {"count": len(article.paragraphs)}),
        texts(reader, "bot-articles-language", {"language": article.language}),
    ]
    return f"{title_of(article, 140)}\n-# {BETWEEN.join(details)}"
