"""A question as a face hands it over, and what is known of it on its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from porteparole.answering.answer import Answer, Turn
from porteparole.answering.proof import Flaw
from porteparole.answering.question import Question
from porteparole.answering.ranking import Ranked, Verdict
from porteparole.answering.stages import Listener, Stage
from porteparole.answering.writer import Draft
from porteparole.language import Language
from porteparole.notice import Notice
from porteparole.retrieval.retriever import Found
from porteparole.store.filter import Filter


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a face hands it over.

    Attributes:
        text: anything that a stranger may type.
        history: the conversation so far.
        language: the answer's, whatever the question's.
        reader_language: decides where neither the question nor the history tells its language.
        within: where the answer may come from.
        person: who asks, for what one person may use of the language model.
        listener: told how far it is.
    """

    text: str
    history: tuple[Turn, ...] = ()
    language: Language | None = None
    reader_language: Language | None = None
    within: Filter = field(default_factory=Filter)
    person: str | None = None
    listener: Listener | None = None

    def tell(self, stage: Stage, sentences: Sequence[str] = ()) -> None:
        """Say how far it is to who listens."""
        if self.listener:
            self.listener(stage, sentences)


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a question on its way; ``answer`` is set as soon as it is decided.

    ``language`` is the answer's; the question may be in the other one.
    """

    asked: Asked
    language: Language = "fr"
    question: Question | None = None
    background: str = ""
    found: Found = field(default_factory=lambda: Found(()))
    ranked: tuple[Ranked, ...] = ()
    verdict: Verdict | None = None
    drafts: tuple[Draft, ...] = ()
    rejected: tuple[tuple[Draft, Flaw], ...] = ()
    notes: tuple[Notice, ...] = ()
    answer: Answer | None = field(default=None)
