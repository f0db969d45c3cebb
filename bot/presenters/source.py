"""How an article and the place in it are named."""

from __future__ import annotations

from bot.presenters.cut import ELLIPSIS, fit
from porteparole.corpus.article import Article, Paragraph
from porteparole.dates import spoken_date
from porteparole.language import Language
from porteparole.texts import Texts

BETWEEN = " · "


def title_of(article: Article, limit: int) -> str:
    """Return the title, safe, in at most ``limit`` units."""
    return fit(article.title, limit) or fit(article.id, limit) or ELLIPSIS


def published_by(article: Article, texts: Texts, language: Language, limit: int = 60) -> list[str]:
    """Return publisher and date as far as they are known, safe, and marked where they are inferred."""
    known: list[str] = []
    for name, value in (
        ("publisher", article.publisher),
        ("published", article.published and spoken_date(article.published, language)),
    ):
        if value:
            shown = fit(value, limit)
            inferred = name in article.inferred
            known.append(texts(language, "bot-inferred", {"value": shown}) if inferred else shown)
    return known


def paragraph_place(paragraph: Paragraph, texts: Texts, language: Language) -> str:
    """Return ``¶ 3``."""
    return texts(language, "bot-paragraph-number", {"number": str(paragraph.number)})


def translated_label(by_machine: bool) -> str:
    """Return the key of the label of a translation."""
    return "bot-machine-translated" if by_machine else "bot-translated"
