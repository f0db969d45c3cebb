"""The one object that a face (Discord, terminal) holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from porteparole.answering.answer import Answer, Turn
from porteparole.answering.stages import Listener
from porteparole.corpus.article import Article, Corpus, Paragraph
from porteparole.language import Language
from porteparole.library.report import Report, Status
from porteparole.notice import Notice
from porteparole.state.entries import Action, Gap, Mark, Spent

if TYPE_CHECKING:
    from porteparole.answering.explanation import Explanation
    from porteparole.corpus.draft import Fields
    from porteparole.feedback.entry import FeedbackBook
    from porteparole.lookup.lookup import Lookup
    from porteparole.servers.choices import ServerBook
    from porteparole.summaries.summariser import Summariser

Standing = Literal["current", "changed", "gone"]


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
    """A paragraph with its neighbours in the article (None at an end).

    ``standing`` tells whether the corpus still has it: ``current``; ``changed`` (its article is there, but
    not this paragraph as it was) or ``gone`` (nor is its article): then all is as it was when it left.
    """

    article: Article
    paragraph: Paragraph
    before: Paragraph | None
    after: Paragraph | None
    standing: Standing = "current"


class Library(Protocol):
    """What moderators may do with the articles. Every method may be called from any thread, and takes long.

    ``actor`` is who does it (``discord:ID NAME``, ``terminal:NAME``): everything stands in the audit log.
    Every action raises a PorteParoleError when it cannot be done (another one is running, a source is
    missing, the disk is full …); then nothing has changed.
    """

    def reload(
        self,
        *,
        actor: str,
        dry_run: bool = False,
        confirm_empty: bool = False,
        progress: Progress | None = None,
    ) -> Report:
        """Read the sources again and let what they hold answer; the old corpus answers meanwhile.

        Args:
            actor: who.
            dry_run: give the same report and change nothing.
            confirm_empty: take a corpus without articles too (refused without it: ``library-empty``).
            progress: told how far it is.
        """
        ...

    def add(
        self,
        name: str,
        content: bytes,
        *,
        actor: str,
        fields: Fields | None = None,
        replace: bool = False,
        progress: Progress | None = None,
    ) -> Report:
        """Keep a file of articles in the data folder and reload; it is taken whole or refused.

        Args:
            name: its file name; the ending tells the format. ``ID.en.txt`` is the English translation of the
                article ``ID``, where there is one.
            content: its bytes.
            actor: who.
            fields: what is known beside the text (title, publisher, date, address, language).
            replace: take the place of an article that has the same id (refused without: ``library-exists``).
            progress: told how far it is.
        """
        ...

    def remove(self, article: str, *, actor: str, progress: Progress | None = None) -> Report:
        """Leave an article out, by its id, now and in later reloads; the sources stay as they are.

        A translation that was added, ``ID.en``, is deleted.
        """
        ...

    def readmit(self, article: str, *, actor: str, progress: Progress | None = None) -> Report:
        """Take back a removal."""
        ...

    def translate(
        self, article: str, number: int, text: str, *, actor: str, progress: Progress | None = None
    ) -> Report:
        """Correct the translation of a paragraph that a machine made, or make one where there is none.

        Refused where the editors' file translates the article (``library-translated-by-file``).
        """
        ...

    def rollback(self, *, actor: str, progress: Progress | None = None) -> Report:
        """Let the generation before answer again, until the next reload; nothing is embedded."""
        ...

    def status(self) -> Status:
        """Return how the corpus stands."""
        ...

    def history(self, count: int = 100) -> Sequence[Action]:
        """Return the last actions, newest first."""
        ...

    def gaps(self, count: int = 100) -> Sequence[Gap]:
        """Return the questions that were refused, most frequent first, without those that were dismissed."""
        ...

    def mark_gap(self, name: str, mark: Mark, *, actor: str) -> Gap:
        """Note what is made of a refused question, by its id or its words; return it."""
        ...

    def refused(self, actor: str, action: str, subject: str, why: Notice) -> None:
        """Write into the audit log that an action came to nothing before it could begin (a page not had)."""
        ...

    def denied(self, actor: str, action: str, subject: str = "") -> None:
        """Write into the audit log that somebody was not allowed to do something."""
        ...


class ModelUse(Protocol):
    """What the language model did, for monitoring. Every member may be used from any thread."""

    @property
    def name(self) -> str:
        """As it is named in the settings."""
        ...

    @property
    def is_resting(self) -> bool:
        """Whether it is left in peace after several failures."""
        ...

    def counts(self) -> Mapping[tuple[str, str], float]:
        """Return the counters since the start; see :data:`porteparole.answering.generative.tally.Kind`."""
        ...

    def today(self) -> Spent:
        """Return what was used today (UTC)."""
        ...


class Service(Protocol):
    """What a face may ask of the engine. Every method may be called from any thread."""

    @property
    def library(self) -> Library:
        """What moderators may do with the articles."""
        ...

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
        person: str | None = None,
        listener: Listener | None = None,
    ) -> Answer:
        """Answer a question, or refuse.

        Args:
            question: anything that a stranger may type.
            history: the conversation so far, oldest first.
            language: the answer's, whatever the question's.
            reader_language: decides where neither the question nor the history tells its language.
            article: id of the only article that the answer may come from.
            speaker: canonical name of the only one whose statements may answer.
            person: who asks, for what one person may use of the language model; never stored in clear.
            listener: told how far it is, from another thread.
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
        person: str | None = None,
        listener: Listener | None = None,
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
        article: str | None = None,
        speaker: str | None = None,
        person: str | None = None,
        listener: Listener | None = None,
    ) -> Explanation:
        """Answer as :meth:`ask` does, and tell everything that led to the answer."""
        ...

    @property
    def model(self) -> ModelUse | None:
        """What the language model did; None without one."""
        ...

    def forget(self, person: str) -> int:
        """Delete what is stored of what a person used of the language model; return how many rows."""
        ...

    def retrieve(self, question: str, k: int) -> list[Ranked]:
        """Return the ``k`` best paragraphs (fewer in a small corpus), best first, without answering."""
        ...

    def context(self, paragraph_id: str) -> Context | None:
        """Return a paragraph with its neighbours, also long after it left; None for one that never was."""
        ...

    @property
    def lookup(self) -> Lookup:
        """What can be looked up: statements, speakers, articles, paragraphs."""
        ...

    @property
    def summaries(self) -> Summariser:
        """Summaries of an article, a speaker or a topic."""
        ...

    def close(self) -> None:
        """Release the store and its lock."""
        ...
