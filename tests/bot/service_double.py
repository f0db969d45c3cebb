"""A small stand-in for the engine while that is being built; it keeps the contract of ``Service``.

It answers from three hand-made articles with real ``Answer`` objects, so that every button finds its
paragraph. Words in the question choose what happens.
"""

from __future__ import annotations

import asyncio
import atexit
import shutil
import tempfile
import weakref
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from porteparole.answering.answer import Answer, Citation, Sentence, Turn
from porteparole.answering.explanation import (
    AskedApart,
    Considered,
    Explanation,
    Judged,
    Part,
    Rejected,
    SentenceScore,
    Versions,
    explain,
)
from porteparole.answering.question import read_question
from porteparole.answering.stages import Listener
from porteparole.corpus.article import Article, Corpus, Paragraph, content_id
from porteparole.feedback.entry import FeedbackBook
from porteparole.language import Language
from porteparole.lookup.lookup import Lookup
from porteparole.servers.choices import ServerBook
from porteparole.service import Context, ModelUse, Ranked
from porteparole.state.database import STATE_FILE, State, open_state
from porteparole.state.entries import Spent
from porteparole.state.feedback import Feedback
from porteparole.state.servers import Servers
from porteparole.state.usage import Usage
from porteparole.summaries.summariser import Summariser
from tests.bot.library_double import LibraryDouble
from tests.shelf import Shelf


def article(
    name: str,
    title: str,
    language: Language,
    *texts: str,
    translations: Sequence[str] = (),
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
) -> Article:
    """Return an article made of ``texts``."""
    paragraphs = tuple(
        Paragraph(
            # Lone surrogates come from hypothesis; no file has them.
            id=content_id(text.encode("utf-8", "replace").decode()),
            article_id=name,
            number=number,
            text=text,
            line=number,
            translation=translations[number - 1] if translations else None,
        )
        for number, text in enumerate(texts, 1)
    )
    return Article(name, title, language, paragraphs, f"{name}.txt", publisher, published, url)


def cite(source: Article, number: int, quote: str | None = None, speaker: str | None = None) -> Citation:
    """Return a citation of ``quote`` (the whole paragraph without one)."""
    paragraph = source.paragraphs[number - 1]
    start = paragraph.text.index(quote) if quote else 0
    return Citation(source, paragraph, start, start + len(quote or paragraph.text), speaker)


HARBOUR = article(
    "port-de-brume",
    "Le port de Brume rouvre au trafic",
    "fr",
    "Le port de Brume était fermé depuis la tempête de janvier.",
    "« Le port rouvrira le 3 mars, et pas un jour plus tard », a déclaré la ministre Jeanne Obry.",
    "Les pêcheurs attendent encore une indemnité.",
    translations=[
        "The port of Brume had been closed since the January storm.",
        "“The port will reopen on 3 March, and not a day later,” said the minister Jeanne Obry.",
        "The fishermen are still waiting for compensation.",
    ],
    publisher="L’Écho de Brume",
    published="2026-02-12",
    url="https://echo.example/brume",
)
BRIDGE = article(
    "bridge",
    "Bridge toll to end",
    "en",
    "The mayor, Tom Hale, spoke on Monday.",
    '"The toll ends this summer," Hale said.',
    publisher="The Lantern",
    published="2026-03",
)
LONG = article(
    "long",
    "Un très long paragraphe",
    "fr",
    "Avant.",
    " ".join(f"Phrase numéro {number} d’un discours qui n’en finit pas." for number in range(1, 101)),
    "Après.",
)


@dataclass
class Asked:
    """One call of the service."""

    question: str
    history: tuple[Turn, ...]
    reader_language: Language | None
    article: str | None = None
    speaker: str | None = None
    person: str | None = None


@cache
def _empty_state() -> Path:
    """Return a file with an empty state database, made once: migrations take their time."""
    folder = Path(tempfile.mkdtemp(prefix="porteparole-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    opened = open_state(None, folder)
    with opened.begin() as connection:
        # What stands beside the file is then in it.
        connection.exec_driver_sql("SELECT 1")
    opened.close()
    return folder / STATE_FILE


@dataclass(eq=False)
class ServiceDouble:
    """Answers by the words of the question; remembers what it was asked."""

    corpus: Corpus = field(default_factory=lambda: Corpus((HARBOUR, BRIDGE, LONG)))
    asked: list[Asked] = field(default_factory=list)
    gate: asyncio.Event | None = None
    model: ModelUse | None = None
    library: Any = field(default_factory=LibraryDouble)

    @cached_property
    def _state(self) -> State:
        folder = Path(tempfile.mkdtemp(prefix="porteparole-"))
        shutil.copy(_empty_state(), folder / STATE_FILE)
        opened = open_state(None, folder)
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        return opened

    @property
    def feedback(self) -> FeedbackBook:
        return Feedback(self._state)

    def use(self, person: str, tokens: int) -> None:
        """Count what a person used of the language model."""
        Usage(self._state).add(date(2026, 11, 22), Spent(tokens), person)

    def forget(self, person: str) -> int:
        return Usage(self._state).forget(person)

    @property
    def servers(self) -> ServerBook:
        return Servers(self._state)

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
        self.asked.append(Asked(question, tuple(history), reader_language, article, speaker, person))
        words = question.lower()
        if "explode" in words:
            raise RuntimeError(f"the engine choked on {question}")
        spoken: Language = language or (
            "fr" if any(w in words for w in ("ministre", "bonjour", "quoi")) else "en"
        )
        if words in {"hello", "bonjour"}:
            return Answer(spoken, "chat", (Sentence("Bonjour !" if spoken == "fr" else "Hello!"),))
        if "harbour" in words:
            sentence = Sentence("“The port will reopen on 3 March,” said Jeanne Obry.", (1,), translated=True)
            return Answer(
                "en",
                "answered",
                (sentence,),
                (cite(HARBOUR, 2, "Le port rouvrira le 3 mars", "Jeanne Obry"),),
            )
        if "ministre" in words:
            quote = "Le port rouvrira le 3 mars, et pas un jour plus tard"
            sentence = Sentence(f"Jeanne Obry a déclaré : « {quote} ».", (1,))
            return Answer("fr", "answered", (sentence,), (cite(HARBOUR, 2, quote, "Jeanne Obry"),))
        if "toll" in words:
            said = "Tom Hale a dit (en anglais) :" if language == "fr" else "Tom Hale said:"
            sentence = Sentence(f'{said} "The toll ends this summer."', (1,))
            citation = cite(BRIDGE, 2, "The toll ends this summer")
            return Answer(language or "en", "answered", (sentence,), (citation,))
        if "speech" in words:
            return Answer("en", "answered", (Sentence("He spoke at length.", (1,)),), (cite(LONG, 2),))
        refusal = "Les articles ne le disent pas." if spoken == "fr" else "The articles do not say."
        return Answer(spoken, "refused", (Sentence(refusal),), related=(cite(HARBOUR, 1), cite(BRIDGE, 1)))

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
        if self.gate:
            await self.gate.wait()
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
        answer = self.ask(question, history=history, language=language, reader_language=reader_language)
        versions = Versions("0123456789abcdef", "model 1", "fedcba987654")
        if answer.outcome == "chat":
            return explain(answer, None, "", (), None, (), (), versions)
        candidates = tuple(
            Considered(
                c.article,
                c.paragraph,
                2.0,
                (Part("dense", 0.5, 2.0),),
                (SentenceScore(c.paragraph.text, 1.0, answer.outcome == "answered"),),
            )
            for c in (*answer.citations, *answer.related)
        )
        answers = answer.outcome == "answered"
        judged = Judged(answers, None if answers else "confidence", (), 0.75, 0.5, ())
        dropped = Rejected("A sentence too many.", cite(HARBOUR, 1), "speaker")
        read = read_question(question, answer.language)
        apart = AskedApart("What is the toll?", "", answers, 0.75, HARBOUR, HARBOUR.paragraphs[0])
        return Explanation(answer, read, "", candidates, judged, (apart,), (dropped,), versions)

    def retrieve(self, question: str, k: int) -> list[Ranked]:
        return []

    def context(self, paragraph_id: str) -> Context | None:
        for source in self.corpus.articles:
            for index, paragraph in enumerate(source.paragraphs):
                if paragraph.id == paragraph_id:
                    before = source.paragraphs[index - 1] if index else None
                    return Context(
                        source, paragraph, before, next(iter(source.paragraphs[index + 1 :]), None)
                    )
        return None

    @cached_property
    def _shelf(self) -> Shelf:
        return Shelf(self.corpus)

    @property
    def lookup(self) -> Lookup:
        return self._shelf.lookup

    @property
    def summaries(self) -> Summariser:
        return self._shelf.summaries

    def close(self) -> None:
        """Nothing is open."""
