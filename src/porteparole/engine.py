"""Builds the service from settings: lock, state, embedder, generations, chain."""

from __future__ import annotations

import asyncio
import logging
import os
import weakref
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from porteparole.answering.answer import Answer, Turn
from porteparole.answering.chain import AnswerChain
from porteparole.answering.explanation import Explanation
from porteparole.answering.generative.opening import LanguageModel, open_language_model
from porteparole.answering.stages import Listener
from porteparole.answering.state import Asked
from porteparole.corpus.article import Article, Corpus
from porteparole.embedding.embedder import Embedder
from porteparole.embedding.kept import KeptVectors
from porteparole.feedback.entry import FeedbackBook
from porteparole.language import Language
from porteparole.library.follower import Follower
from porteparole.library.library import Hooks, Library
from porteparole.library.opening import Opened, open_folder
from porteparole.library.starting import start
from porteparole.library.translating import Translator
from porteparole.lookup.lookup import Lookup
from porteparole.lookup.opening import open_lookup
from porteparole.notice import PorteParoleError
from porteparole.reading.passage import Passage
from porteparole.reading.reader import Reader, load_reader
from porteparole.servers.choices import ServerBook
from porteparole.service import Context, ModelUse, Progress, Ranked, Service, Standing
from porteparole.settings import Settings
from porteparole.state.archive import Archive
from porteparole.state.feedback import Feedback
from porteparole.state.gaps import Gaps
from porteparole.state.servers import Servers
from porteparole.state.usage import Usage
from porteparole.store.filter import Filter
from porteparole.store.generation import Generation
from porteparole.summaries.opening import open_summaries
from porteparole.summaries.summariser import Summariser
from porteparole.texts import Texts

_log = logging.getLogger(__name__)


def open_service(
    settings: Settings,
    *,
    seeds: Sequence[Path] | None = None,
    data_dir: Path | None = None,
    translations: bool | None = None,
    progress: Progress | None = None,
    note_gaps: bool = False,
) -> Service:
    """Open the data folder, index the articles if they changed, and return what answers.

    Args:
        settings: the effective settings.
        seeds: folders or files of articles, instead of the settings'.
        data_dir: instead of the settings'.
        translations: whether parallel files are read, instead of the settings'.
        progress: told how far indexing is.
        note_gaps: whether refused questions are counted, for moderators to see.

    Raises:
        PorteParoleError: another process owns the data folder, it cannot be written, the state database
            cannot be opened; or nothing was indexed before, and a source is missing or has no article.
    """
    with ExitStack() as undo:
        opened = open_folder(settings, undo, seeds=seeds, data_dir=data_dir, translations=translations)
        embeddings = opened.embeddings
        folder = (data_dir or settings.data_dir) / "cache"
        stored = KeptVectors(folder, embeddings) if embeddings else None
        if stored:
            undo.callback(stored.close)

        usage = Usage(opened.state, datetime.now(UTC).date())
        # Beside the opening of the index, which waits for the disk.
        reading = undo.enter_context(ThreadPoolExecutor(1, "reader")).submit(
            load_reader, embeddings, weights=settings.embedding.weights, cache=folder
        )

        def holds(claim: str, passages: Sequence[Passage]) -> Sequence[float] | None:
            reader = reading.result()
            return reader.holds(claim, passages) if reader else None

        model = open_language_model(settings.writer, usage, embeddings, holds)

        def serve(generation: Generation) -> _Serving:
            return _Serving(generation, embeddings, stored, settings, model, reading.result())

        first = serve(start(opened.builder, progress or _silent))
        translator = model.translator if model and settings.corpus.translate else None
        return _Engine(first, serve, opened, undo.pop_all(), model, usage, translator, note_gaps=note_gaps)


def _silent(stage: str, done: int, total: int) -> None:
    pass


class _Serving:
    """One generation and what answers from it; who holds this keeps it open."""

    def __init__(
        self,
        generation: Generation,
        embeddings: Embedder | None,
        stored: KeptVectors | None,
        settings: Settings,
        model: LanguageModel | None,
        reader: Reader | None,
    ) -> None:
        self.generation = generation
        self.chain = AnswerChain(
            generation,
            embeddings,
            Texts(),
            fallback=settings.language,
            most_sentences=settings.answer.max_sentences,
            stored=stored,
            generative=model.writer if model else None,
            follow_ups=model.follow_ups if model else None,
            reader=reader,
        )
        # Who traces (LangSmith) sees the model's calls within the question's steps.
        self.answer = self.chain.runnable().invoke if model or _is_traced() else self.chain.answer
        self.corpus = cache(generation.catalogue.corpus)
        self.lookup = open_lookup(generation, embeddings, stored)
        self.summaries = open_summaries(
            generation, self.lookup, embeddings, stored, model.writer if model else None
        )


def _is_traced() -> bool:
    # As langsmith.utils.tracing_is_enabled reads them; langsmith itself is slow to import.
    names = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2")
    return any(os.environ.get(name) == "true" for name in names)


class _Engine:
    """The service. Each question is answered from the generation that was current when it came.

    Every method takes hold of ``self._serving`` once, so that a swap in between changes nothing for it.
    """

    def __init__(
        self,
        first: _Serving,
        serve: Callable[[Generation], _Serving],
        opened: Opened,
        held: ExitStack,
        model: LanguageModel | None,
        usage: Usage,
        translator: Translator | None,
        *,
        note_gaps: bool,
    ) -> None:
        self._serving = first
        self._serve = serve
        self._still_read = weakref.WeakSet([first.generation])
        self.feedback: FeedbackBook = Feedback(opened.state)
        self.servers: ServerBook = Servers(opened.state)
        self.model: ModelUse | None = model
        self._usage = usage
        self._archive = Archive(opened.state)
        self._gaps = Gaps(opened.state) if note_gaps else None
        self._held = held
        hooks = Hooks(
            current=lambda: self._serving.generation,
            swap=self._swap,
            still_read=lambda: {generation.id for generation in list(self._still_read)},
        )
        self._library = Library(opened.builder, opened.state, hooks, translator)
        self._follower = Follower(self._library.follow) if opened.builder.sharing else None

    def _swap(self, generation: Generation) -> None:
        self._still_read.add(generation)
        self._serving = self._serve(generation)

    @property
    def library(self) -> Library:
        return self._library

    @property
    def corpus(self) -> Corpus:
        return self._serving.corpus()

    @property
    def lookup(self) -> Lookup:
        return self._serving.lookup

    @property
    def summaries(self) -> Summariser:
        return self._serving.summaries

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        language: Language | None = None,
        reader_language: Language | None = None,
        article: str | None = None,
        speaker: str | None = None,
        person: str | None = None,
        listener: Listener | None = None,
    ) -> Answer:
        within = Filter(frozenset(filter(None, [article])), frozenset(filter(None, [speaker])))
        asked = Asked(question, tuple(history), language, reader_language, within, person, listener)
        answer = self._serving.answer(asked)
        # Only what could have been answered: an order or an empty message has nothing near it.
        if self._gaps and answer.outcome == "refused" and answer.related and not within:
            self._note_gap(self._gaps, question, answer.language)
        return answer

    def _note_gap(self, gaps: Gaps, question: str, language: Language) -> None:
        try:
            gaps.note(question, language)
        except PorteParoleError as error:
            _log.warning("a refused question could not be noted (%s)", error.notice.key)

    async def aask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        language: Language | None = None,
        reader_language: Language | None = None,
        article: str | None = None,
        speaker: str | None = None,
        person: str | None = None,
        listener: Listener | None = None,
    ) -> Answer:
        return await asyncio.to_thread(
            self.ask,
            question,
            history=history,
            language=language,
            reader_language=reader_language,
            article=article,
            speaker=speaker,
            person=person,
            listener=listener,
        )

    def explain(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        language: Language | None = None,
        reader_language: Language | None = None,
        article: str | None = None,
        speaker: str | None = None,
        person: str | None = None,
        listener: Listener | None = None,
    ) -> Explanation:
        within = Filter(frozenset(filter(None, [article])), frozenset(filter(None, [speaker])))
        return self._serving.chain.explain(
            Asked(question, tuple(history), language, reader_language, within, person, listener)
        )

    def forget(self, person: str) -> int:
        return self._usage.forget(person)

    def retrieve(self, question: str, k: int) -> list[Ranked]:
        return [
            Ranked(r.evidence.article, r.evidence.paragraph, r.score)
            for r in self._serving.chain.retrieve(question, k)
        ]

    def context(self, paragraph_id: str) -> Context | None:
        catalogue = self._serving.generation.catalogue
        if paragraph := catalogue.paragraphs([paragraph_id]).get(paragraph_id):
            return _in_context(catalogue.article(paragraph.article_id), paragraph_id, "current")
        article = self._archive.article_of(paragraph_id)
        if article is None:
            return None
        return _in_context(article, paragraph_id, "changed" if catalogue.has(article.id) else "gone")

    def close(self) -> None:
        if self._follower:
            self._follower.close()
        self._library.close()
        self._serving.generation.close()
        self._held.close()


def _in_context(article: Article, paragraph_id: str, standing: Standing) -> Context:
    numbered = {p.number: p for p in article.paragraphs}
    (this,) = (p for p in article.paragraphs if p.id == paragraph_id)
    return Context(article, this, numbered.get(this.number - 1), numbered.get(this.number + 1), standing)
