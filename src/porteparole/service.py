"""The one object that a face (Discord, terminal) holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from porteparole.answering.answer import Answer, Turn
from porteparole.corpus.article import Article, Corpus, Paragraph
from porteparole.language import Language

if TYPE_CHECKING:
    from porteparole.answering.explanation import Explanation
    from porteparole.feedback.entry import FeedbackBook
    from porteparole.lookup.lookup import Lookup
    from porteparole.servers.choices import ServerBook


class Progress(Protocol):
    """Told how far long work is: ``progress("embedding", done, total)``."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note of ``done`` of ``total`` pieces of the work ``stage``."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A paragraph that retrieval found; a higher score is better."""

    article: Article
    paragraph: Paragraph
    score: float


@dataclass(frozen=True, slots=True)
class Context:
    """A paragraph with its neighbours in the article (None at an end)."""

    article: Article
    paragraph: Paragraph
    before: Paragraph | None
    after: Paragraph | None


class Service(Protocol):
    """What a face may ask of the engine. Every method may be called from any thread."""

    @property
    def feedback(self) -> FeedbackBook:
        """What people thought of answers."""
        ...

    @property
    def servers(self) -> ServerBook:
        """What the moderators of each Discord server chose."""
        ...

    @property
    def corpus(self) -> Corpus:
        """The corpus that answers now."""
        ...

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
        """Answer a question, or refuse.

        Args:
            question: anything that a stranger may type.
            history: the conversation so far, oldest first.
            language: the answer's, whatever the question's.
            reader_language: decides where neither the question nor the history tells its language.
            article: id of the only article that the answer may come from.
            speaker: canonical name of the only one whose statements may answer.
        """
        ...

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
        """Do the same without blocking the event loop."""
        ...

    def explain(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        language: Language | None = None,
        reader_language: Language | None = None,
    ) -> Explanation:
        """Answer as :meth:`ask` does, and tell everything that led to the answer."""
        ...

    def retrieve(self, question: str, k: int) -> list[Ranked]:
        """Return the ``k`` best paragraphs (fewer in a small corpus), best first, without answering."""
        ...

    def context(self, paragraph_id: str) -> Context | None:
        """Return a paragraph with its neighbours, or None when the corpus has it no more."""
        ...

    @property
    def lookup(self) -> Lookup:
        """What can be looked up: statements, speakers, articles, paragraphs."""
        ...

    def close(self) -> None:
        """Release the store and its lock."""
        ...
