"""A question as a face hands it over, and what is known of it on its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from porteparole.answering.answer import Answer, Turn
from porteparole.answering.evidence import Evidence
from porteparole.answering.proof import Flaw
from porteparole.answering.question import Question
from porteparole.answering.ranking import EVEN, Ranked, Verdict
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
class Subanswer:
    """What was found for one of the things that a question asks.

    Attributes:
        question: that alone.
        ranked: as of any question, best first.
        verdict: whether it answers.
        article: title of the one that it is asked of; empty where it is asked of all.
    """

    question: Question
    ranked: tuple[Ranked, ...]
    verdict: Verdict
    article: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a question on its way; ``answer`` is set as soon as it is decided.

    ``language`` is the answer's; the question may be in the other one. ``parts`` are the things that it asks,
    each as a question of its own, and ``subanswers`` what was found for them: both empty where it asks one.
    """

    asked: Asked
    language: Language = "fr"
    question: Question | None = None
    parts: tuple[Question, ...] = ()
    background: str = ""
    found: Found = field(default_factory=lambda: Found(()))
    ranked: tuple[Ranked, ...] = ()
    verdict: Verdict | None = None
    subanswers: tuple[Subanswer, ...] = ()
    drafts: tuple[Draft, ...] = ()
    rejected: tuple[tuple[Draft, Flaw], ...] = ()
    notes: tuple[Notice, ...] = ()
    answer: Answer | None = field(default=None)


def told(verdict: Verdict, parts: Sequence[Subanswer]) -> tuple[Subanswer, ...]:
    """Return the parts of a question as they are told beside the verdict on the whole of it.

    Where the whole is not answered and neither are all of its parts, one of them has to be more likely right
    than wrong: that the rest is not told shows that the articles may be about something else.
    """
    if verdict.answers or all(part.verdict.answers for part in parts):
        return tuple(parts)
    return tuple(
        part
        if part.verdict.confidence >= EVEN
        else replace(part, verdict=replace(part.verdict, answers=False))
        for part in parts
    )


def answered(state: State) -> list[tuple[Question, Sequence[Ranked]]]:
    """Return the question, where what was found for it answers it, and each of its parts that is answered."""
    found: list[tuple[Question, Sequence[Ranked]]] = []
    if state.question and state.verdict and state.verdict.answers:
        found.append((state.question, state.ranked))
    return [*found, *((part.question, part.ranked) for part in state.subanswers if part.verdict.answers)]


def evidence_for(state: State) -> list[Evidence]:
    """Return each paragraph that was found once: first the best for each thing asked, then the others."""
    best = [ranked[0] for _, ranked in answered(state)]
    return list({r.evidence.paragraph.id: r.evidence for r in [*best, *state.ranked]}.values())
