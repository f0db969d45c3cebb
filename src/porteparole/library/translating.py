"""Translations by a model: made once, at a reload, for articles that have none by the editors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from porteparole.corpus.article import Article, Corpus, Paragraph, RefusedFile, content_id
from porteparole.notice import Notice, PorteParoleError
from porteparole.service import Progress
from porteparole.state.entries import Translation

if TYPE_CHECKING:
    from porteparole.state.translations import Translations

DIFFERS, UNAVAILABLE = "writer-translation-differs", "writer-translation-unavailable"
_MOST_TOLD = 20


class Translator(Protocol):
    """Translates a paragraph into the other language."""

    @property
    def model(self) -> str:
        """The name of the model."""
        ...

    def translate(self, article: Article, paragraph: Paragraph) -> str:
        """Return the translation.

        Raises:
            PorteParoleError: it does not say what the paragraph says (``writer-translation-differs``), or the
                model cannot be asked now (``writer-translation-unavailable``).
        """
        ...


def with_translations(corpus: Corpus, kept: Mapping[str, Translation], *, by_machine: bool) -> Corpus:
    """Return the corpus with the translations that are kept, in articles that have none by the editors.

    Args:
        corpus: as it was read.
        kept: by content id.
        by_machine: whether those count that nobody corrected.
    """
    found = {i: t for i, t in kept.items() if t.text and (t.by or by_machine)}
    if not found:
        return corpus
    return replace(corpus, articles=tuple(_translated(article, found) for article in corpus.articles))


def _translated(article: Article, kept: Mapping[str, Translation]) -> Article:
    found = {p.number: kept.get(content_id(p.text)) for p in article.paragraphs}
    if _has_editors(article) or not any(found.values()):
        return article
    paragraphs = tuple(
        replace(p, translation=known.text) if (known := found[p.number]) else p for p in article.paragraphs
    )
    by_machine = tuple(number for number, known in found.items() if known and not known.by)
    return replace(article, paragraphs=paragraphs, machine_translated=by_machine)


def translate_new(
    corpus: Corpus, translations: Translations, translator: Translator, progress: Progress
) -> list[RefusedFile]:
    """Translate what has no translation yet; return which paragraphs stay without one, and why.

    A paragraph whose translation did not hold is not tried again by the same model; where the model cannot be
    asked, what is left waits for the next reload.
    """
    known = translations.all()
    wanted = list(_wanted(corpus, known, translator.model))
    untold: list[RefusedFile] = []
    for done, (article, paragraph) in enumerate(wanted):
        progress("translating", done, len(wanted))
        text = ""
        try:
            text = translator.translate(article, paragraph)
        except PorteParoleError as error:
            if error.notice.key == UNAVAILABLE:
                left = Notice(UNAVAILABLE, {**error.notice.values, "count": len(wanted) - done})
                untold.append(RefusedFile(article.source, paragraph.line, left))
                break
            if len(untold) < _MOST_TOLD:
                untold.append(RefusedFile(article.source, paragraph.line, error.notice))
        translations.keep(content_id(paragraph.text), Translation(text, translator.model))
    else:
        progress("translating", len(wanted), len(wanted))
    return untold


def _wanted(
    corpus: Corpus, known: Mapping[str, Translation], model: str
) -> Iterator[tuple[Article, Paragraph]]:
    seen: set[str] = set()
    for article in corpus.articles:
        if _has_editors(article):
            continue
        for paragraph in article.paragraphs:
            content = content_id(paragraph.text)
            before = known.get(content)
            if content not in seen and not (before and (before.text or before.model == model)):
                seen.add(content)
                yield article, paragraph


def _has_editors(article: Article) -> bool:
    return any(p.translation is not None for p in article.paragraphs) and not article.machine_translated
