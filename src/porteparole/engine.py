"""Builds the service from settings: lock, embedder, corpus, index, chain."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from porteparole.answering.answer import Answer, Turn
from porteparole.answering.chain import AnswerChain, Asked
from porteparole.answering.explanation import Explanation
from porteparole.corpus.article import Corpus
from porteparole.corpus.loader import load_corpus
from porteparole.embedding.embedder import Embedder
from porteparole.embedding.factory import make_embedder
from porteparole.embedding.kept import KeptVectors
from porteparole.feedback.entry import FeedbackBook
from porteparole.language import Language
from porteparole.lookup.lookup import Lookup
from porteparole.lookup.opening import open_lookup
from porteparole.notice import PorteParoleError
from porteparole.servers.choices import ServerBook
from porteparole.service import Context, Progress, Ranked, Service
from porteparole.settings import Settings
from porteparole.store.filter import Filter
from porteparole.store.generation import Generation, Generations, signature
from porteparole.store.lock import DataLock
from porteparole.store.vectors import VectorStore, open_chroma
from porteparole.texts import Texts

if TYPE_CHECKING:
    from porteparole.state.database import State

_log = logging.getLogger(__name__)


def open_service(
    settings: Settings,
    *,
    seeds: Sequence[Path] | None = None,
    data_dir: Path | None = None,
    translations: bool | None = None,
    progress: Progress | None = None,
) -> Service:
    """Open the data folder, index the articles if they changed, and return what answers.

    Args:
        settings: the effective settings.
        seeds: folders or files of articles, instead of the settings'.
        data_dir: instead of the settings'.
        translations: whether parallel files are read, instead of the settings'.
        progress: told how far indexing is.

    Raises:
        PorteParoleError: another process owns the data folder, it cannot be written, a source is missing, or
            no article could be read.
    """
    sources = list(seeds or settings.seeds_dir)
    translations = settings.corpus.translations if translations is None else translations
    folder = data_dir or settings.data_dir
    lock = DataLock(folder)
    try:
        embeddings = _embeddings(settings, folder)
        generation = _generation(settings, folder, sources, translations, embeddings, progress or _silent)
        stored = KeptVectors(folder / "cache", embeddings) if embeddings else None
        return _Engine(lock, generation, embeddings, stored, settings, _state(settings, folder))
    except BaseException:
        lock.release()
        raise


def _silent(stage: str, done: int, total: int) -> None:
    pass


def _embeddings(settings: Settings, folder: Path) -> Embedder | None:
    """Load the embedder; without one, lexical search alone answers, and the log says so."""
    try:
        return make_embedder(
            settings.embedding.model,
            threads=settings.embedding.threads,
            cache=folder / "cache",
            weights=settings.embedding.weights,
            base_url=settings.embedding.base_url,
            api_key=settings.embedding.api_key,
        )
    except PorteParoleError as error:
        _log.warning("no embedder (%s): lexical search alone answers", error.notice.key)
        return None


def _state(settings: Settings, folder: Path) -> State:
    from porteparole.state.database import open_state

    return open_state(settings.state.url.get_secret_value() if settings.state.url else None, folder)


def _generation(
    settings: Settings,
    folder: Path,
    sources: Sequence[Path],
    translations: bool,
    embeddings: Embedder | None,
    progress: Progress,
) -> Generation:
    vectors = VectorStore(lambda: open_chroma(folder / "chroma"), embeddings) if embeddings else None
    generations = Generations(folder)
    max_bytes = settings.corpus.max_file_mb * 1_000_000
    read_from = signature(sources, translations=translations, max_bytes=max_bytes)
    if current := generations.current(vectors, read_from):
        return current
    corpus = load_corpus(sources, translations=translations, max_bytes=max_bytes)
    if not corpus.articles:
        raise PorteParoleError("store-empty", sources=", ".join(map(str, sources)))
    return generations.build(corpus, read_from, vectors, progress)


class _Engine:
    """The service on one generation."""

    def __init__(
        self,
        lock: DataLock,
        generation: Generation,
        embeddings: Embedder | None,
        stored: KeptVectors | None,
        settings: Settings,
        state: State,
    ) -> None:
        from porteparole.state.feedback import Feedback
        from porteparole.state.servers import Servers

        self._state = state
        self.feedback: FeedbackBook = Feedback(state)
        self.servers: ServerBook = Servers(state)
        self._lock = lock
        self._generation = generation
        self._stored = stored
        self._chain = AnswerChain(
            generation,
            embeddings,
            Texts(),
            fallback=settings.language,
            most_sentences=settings.answer.max_sentences,
            stored=stored,
        )
        self._runnable = self._chain.runnable()
        self._corpus = cache(generation.catalogue.corpus)
        self._lookup = open_lookup(generation, embeddings)

    @property
    def corpus(self) -> Corpus:
        return self._corpus()

    @property
    def lookup(self) -> Lookup:
        return self._lookup

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        language: Language | None = None,
        reader_language: Language | None = None,
        article: str | None = None,
        speaker: str | None = None,
    ) -> Answer:
        within = Filter(frozenset(filter(None, [article])), frozenset(filter(None, [speaker])))
        return self._runnable.invoke(Asked(question, tuple(history), language, reader_language, within))

    async def aask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        language: Language | None = None,
        reader_language: Language | None = None,
        article: str | None = None,
        speaker: str | None = None,
    ) -> Answer:
        return await asyncio.to_thread(
            self.ask,
            question,
            history=history,
            language=language,
            reader_language=reader_language,
            article=article,
            speaker=speaker,
        )

    def explain(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        language: Language | None = None,
        reader_language: Language | None = None,
    ) -> Explanation:
        return self._chain.explain(Asked(question, tuple(history), language, reader_language))

    def retrieve(self, question: str, k: int) -> list[Ranked]:
        return [
            Ranked(r.evidence.article, r.evidence.paragraph, r.score)
            for r in self._chain.retrieve(question, k)
        ]

    def context(self, paragraph_id: str) -> Context | None:
        catalogue = self._generation.catalogue
        paragraph = catalogue.paragraphs([paragraph_id]).get(paragraph_id)
        if paragraph is None:
            return None
        article = catalogue.article(paragraph.article_id)
        numbered = {p.number: p for p in article.paragraphs}
        return Context(
            article, paragraph, numbered.get(paragraph.number - 1), numbered.get(paragraph.number + 1)
        )

    def close(self) -> None:
        self._state.close()
        self._generation.close()
        if self._stored:
            self._stored.close()
        self._lock.release()
