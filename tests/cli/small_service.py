"""What stands where the engine would in tests of the terminal, and what a command leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
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
from porteparole.corpus.article import Corpus
from porteparole.language import Language
from porteparole.lookup.lookup import Lookup
from porteparole.notice import Notice, PorteParoleError
from porteparole.service import Context, Ranked
from porteparole.summaries.summariser import Summariser
from tests.shelf import Shelf

TEXTS = (
    "Le maire a annoncé lundi la fermeture du pont.",
    "« Le pont est trop vieux », a déclaré Anne Petit, qui dirige les services techniques.",
    "Les travaux\u2028dureront \x1b[31mdeux\x1b[0m ans.",
)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: its exit code and what stands on its two streams."""

    code: int
    out: str
    err: str


@dataclass
class SmallService:
    """Answers with the paragraph whose number is in the question; refuses where there is none.

    It stands where the engine would, to show what the terminal makes of each kind of answer.
    """

    corpus: Corpus
    settings: Any = None
    asked: list[tuple[str, tuple[Turn, ...], Language | None, Language | None]] = field(
        default_factory=list[tuple[str, tuple[Turn, ...], Language | None, Language | None]]
    )
    closed: bool = False
    library: Any = None
    model: Any = None

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
        self.asked.append((question, tuple(history), language, reader_language))
        tongue = language or reader_language or "fr"
        if "break" in question:
            raise RuntimeError("a secret of the machine room")
        if "mend" in question:
            raise PorteParoleError("store-locked", folder="data", process="7")
        if question == "hello":
            return Answer(tongue, "chat", (Sentence("Hello to you."),))
        held = self.corpus.articles[0]
        named = [p for p in held.paragraphs if str(p.number) in question]
        if not named:
            near = Citation(held, held.paragraphs[0], 0, 8)
            return Answer(tongue, "refused", (Sentence("Nothing on that."),), related=(near,))
        paragraph = named[0]
        cited = Citation(held, paragraph, 0, len(paragraph.text), "Anne Petit")
        notes = (Notice("answer-note-dropped", {"count": 1}),)
        return Answer(tongue, "answered", (Sentence("It says so.", (1,)),), (cited,), notes=notes)

    async def aask(self, question: str, **options: Any) -> Answer:
        return self.ask(question, **options)

    def explain(self, question: str, **options: Any) -> Explanation:
        answer = self.ask(question, **options)
        versions = Versions("0123456789abcdef", "model 1", "fedcba987654")
        if answer.outcome == "chat":
            return explain(answer, None, "", (), None, (), (), versions)
        article = self.corpus.articles[0]
        near = Considered(
            article,
            article.paragraphs[1],
            1.5,
            (Part("dense", 0.5, 2.5), Part("lacks", 0.0, 0.0), Part("rules", -1.0, -1.0)),
            (SentenceScore(TEXTS[1], 0.75, answer.outcome == "answered"),),
        )
        answers = answer.outcome == "answered"
        judged = Judged(answers, None if answers else "unknown", ("Zoé",), 0.25, 0.5, (Part("bias", 1, -2),))
        dropped = Rejected("A sentence too many.", Citation(article, article.paragraphs[0], 0, 8), "speaker")
        read = read_question("What does Anne Petit say?", "en")
        apart = AskedApart("And who left?", "", answers, 0.25, article, article.paragraphs[0])
        return Explanation(answer, read, "", (near,), judged, (apart,), (dropped,), versions)

    def retrieve(self, question: str, k: int) -> list[Ranked]:
        article = self.corpus.articles[0]
        return [Ranked(article, p, 1 / p.number) for p in article.paragraphs][:k]

    def context(self, paragraph_id: str) -> Context | None:
        article = self.corpus.articles[0]
        before, after = (None, *article.paragraphs), (*article.paragraphs[1:], None)
        found = zip(article.paragraphs, before, after, strict=False)
        return next((Context(article, p, b, a) for p, b, a in found if p.id == paragraph_id), None)

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
        self.closed = True
