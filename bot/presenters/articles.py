"""The list of the articles that answers come from."""

from __future__ import annotations

from discord import ui

from bot.presenters.answer import ANSWERED, TEXT
from bot.presenters.cut import units
from bot.presenters.source import BETWEEN, published_by, title_of
from porteparole.corpus.article import Article, Corpus
from porteparole.language import Language
from porteparole.texts import Texts


def articles_layout(corpus: Corpus, *, texts: Texts, reader: Language) -> ui.LayoutView:
    """Return a message that names the articles, as many as there is room for."""
    count = len(corpus.articles)
    title = (
        texts(reader, "bot-articles-title", {"count": count}) if count else texts(reader, "bot-articles-none")
    )
    lines = [f"**{title}**"]
    left = TEXT - units(lines[0]) - 100
    for index, article in enumerate(corpus.articles):
        entry = _entry(article, texts, reader)
        if units(entry) + 1 > left:
            lines.append(f"-# … {texts(reader, 'bot-articles-more', {'count': count - index})}")
            break
        left -= units(entry) + 1
        lines.append(entry)
    view = ui.LayoutView(timeout=None)
    return view.add_item(ui.Container(ui.TextDisplay("\n".join(lines)), accent_colour=ANSWERED))


def _entry(article: Article, texts: Texts, reader: Language) -> str:
    details = [
        *published_by(article, texts, reader),
        texts(reader, "bot-articles-paragraphs", {"count": len(article.paragraphs)}),
        texts(reader, "bot-articles-language", {"language": article.language}),
    ]
    return f"{title_of(article, 140)}\n-# {BETWEEN.join(details)}"
