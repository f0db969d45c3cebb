"""Summaries worded by a language model, each sentence proved; where it fails, the articles' own sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from porteparole.answering.answer import Answer
from porteparole.answering.generative.answers import answer_of, attributed
from porteparole.answering.generative.task import Task
from porteparole.answering.generative.work import Hear, Judged
from porteparole.answering.generative.writer import GenerativeWriter
from porteparole.answering.stages import Listener
from porteparole.answering.support import Source
from porteparole.language import Language
from porteparole.notice import Notice
from porteparole.statements.statement import Statement
from porteparole.summaries.unit import Unit
from porteparole.texts import Texts

MOST_CHARACTERS = 12_000
"""Of the paragraphs that a model is shown for one summary: some 3,500 tokens."""
_LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class Subject:
    """What is summarised, and for whom.

    Attributes:
        kind: an article, what a speaker said, or a topic.
        name: its title, name or words.
        speakers: the names of the speaker, who alone may be told of; empty where it is none.
        person: who asks, for what one person may use of the language model.
        listener: told how far it is.
    """

    kind: Literal["article", "speaker", "topic"]
    name: str
    speakers: frozenset[str] = field(default_factory=frozenset[str])
    person: str | None = None
    listener: Listener | None = None


class GenerativeSummaries:
    """Words the summaries of one generation by a model; may be used from any thread.

    Args:
        writer: asks the model, and proves what it writes.
        statements: article id to its statements.
        texts: the frame of what is attributed.
    """

    def __init__(
        self, writer: GenerativeWriter, statements: Callable[[str], Sequence[Statement]], texts: Texts
    ) -> None:
        self._writer = writer
        self._statements = statements
        self._texts = texts

    def worded(
        self,
        subject: Subject,
        units: Sequence[Unit],
        first: Sequence[Unit],
        most: int,
        extracted: Answer,
        notes: Sequence[Notice],
    ) -> Answer:
        """Return a summary in the model's words, or the extracted one with a note why; never raises.

        It needs at least half as many sentences that hold as the extracted one has.

        Args:
            subject: what is summarised.
            units: the sentences whose paragraphs the model sees, in order.
            first: those that it is to see rather than others, where it cannot be shown all.
            most: sentences.
            extracted: the same summary in the articles' own sentences.
            notes: what is said below whoever words it.
        """
        language = extracted.language
        task = Task(
            "summary",
            {subject.kind: subject.name[:_LONGEST_SUBJECT], "number of sentences": most},
            _paragraphs(units, first),
            language,
            extracted.generation,
            most,
            least=(len(extracted.sentences) + 1) // 2,
            speakers=subject.speakers,
        )
        wording = self._writer.word(
            task, self._statements, person=subject.person, hear=self._hearing(subject.listener, language)
        )
        if wording.trouble:
            note = Notice("writer-note-own-words", {"trouble": wording.trouble})
            return replace(extracted, notes=(*extracted.notes, note))
        return answer_of(wording, language, self._texts, self._statements, notes, extracted.generation, most)

    def _hearing(self, listener: Listener | None, language: Language) -> Hear | None:
        if not listener:
            return None
        listener("writing")

        def hear(proved: Sequence[Judged]) -> None:
            listener("checking", [attributed(sentence, language, self._texts) for sentence in proved])

        return hear


def fits(units: Sequence[Unit]) -> bool:
    """Say whether a model can be shown the paragraphs of all these sentences."""
    return sum(len(source.paragraph.text) for source in _sources(units)) <= MOST_CHARACTERS


def _paragraphs(units: Sequence[Unit], first: Sequence[Unit]) -> list[Source]:
    """Return the paragraphs of sentences, each once, in their order, as many as a model can be shown."""
    chosen: set[str] = set()
    left = MOST_CHARACTERS
    for source in (*_sources(first), *_sources(units)):
        size = len(source.paragraph.text)
        if source.paragraph.id not in chosen and (size <= left or not chosen):
            chosen.add(source.paragraph.id)
            left -= size
    return [source for source in _sources(units) if source.paragraph.id in chosen]


def _sources(units: Sequence[Unit]) -> list[Source]:
    return list({unit.paragraph.id: Source(unit.article, unit.paragraph) for unit in units}.values())
