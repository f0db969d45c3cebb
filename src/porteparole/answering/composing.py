"""The last steps of the way of a question: write the sentences, and keep those that are proved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from porteparole.answering.answer import Answer
from porteparole.answering.generative.answers import answer_of, attributed, rejected_of
from porteparole.answering.polarity import contradicts
from porteparole.answering.proof import flaw, frame_letters
from porteparole.answering.refusing import refused
from porteparole.answering.state import State, answered, evidence_for
from porteparole.answering.writer import FRAMES, Draft, ExtractiveWriter, cited, translation_notes
from porteparole.notice import Notice
from porteparole.store.generation import Generation
from porteparole.texts import Texts

if TYPE_CHECKING:
    from porteparole.answering.generative.work import Judged
    from porteparole.answering.generative.writer import GenerativeWriter


class Composer:
    """Writes and proves answers on one generation; may be used from any thread.

    Args:
        generation: the indexed corpus.
        texts: the sentences of frames and refusals.
        most_sentences: of an answer.
        generative: words answers by a language model; None for the articles' own words alone.
    """

    def __init__(
        self,
        generation: Generation,
        texts: Texts,
        most_sentences: int,
        generative: GenerativeWriter | None,
    ) -> None:
        self._generation = generation.id
        self._statements = generation.catalogue.statements
        self._texts = texts
        self._writer = ExtractiveWriter(texts, most_sentences)
        self._frames = frame_letters(texts, FRAMES)
        self._most_sentences = most_sentences
        self._generative = generative

    def write(self, state: State) -> State:
        """Draft the sentences."""
        state.asked.tell("writing")
        if self._generative:
            state = self._word(self._generative, state)
            if state.answer:
                return state
        assert state.question
        drafts = self._writer.write(answered(state), state.language)
        notes = list(state.notes)
        # In the question's language where there is a translation: opposites are told by words.
        if any(contradicts(state.question.text, f"{d.citation.quote} {d.text}") for d in drafts[:1]):
            notes.append(Notice("answer-note-premise"))
        notes.extend(_left_open(state, drafts))
        return replace(state, drafts=tuple(drafts), notes=tuple(notes))

    def _word(self, writer: GenerativeWriter, state: State) -> State:
        """Have the model word the answer; where it fails, note why."""
        assert state.question
        statements = self._statements
        asked = state.asked

        def hear(proved: Sequence[Judged]) -> None:
            asked.tell("checking", [attributed(sentence, state.language, self._texts) for sentence in proved])

        wording = writer.write(
            state.background or state.question.text,
            evidence_for(state),
            state.language,
            self._generation,
            statements,
            person=asked.person,
            hear=hear if asked.listener else None,
        )
        state = replace(state, rejected=rejected_of(wording.dropped))
        if wording.trouble:
            note = Notice("writer-note-own-words", {"trouble": wording.trouble})
            return replace(state, notes=(*state.notes, note))
        answer = answer_of(
            wording,
            state.language,
            self._texts,
            statements,
            state.notes,
            self._generation,
            self._most_sentences,
        )
        return replace(state, answer=answer)

    def prove(self, state: State) -> State:
        """Keep what holds; refuse when nothing does."""
        statements = self._statements
        flaws = [flaw(d, statements(d.citation.article.id), self._frames) for d in state.drafts]
        proved = [draft for draft, found in zip(state.drafts, flaws, strict=True) if not found]
        rejected = tuple((draft, found) for draft, found in zip(state.drafts, flaws, strict=True) if found)
        state = replace(state, rejected=(*state.rejected, *rejected))
        notes = list(state.notes)
        if rejected:
            notes.append(Notice("answer-note-dropped", {"count": len(rejected)}))
        if not proved:
            return refused(state, Notice("answer-refused"), self._texts, self._generation)
        notes.extend(translation_notes(proved))
        sentences, citations = cited(proved)
        answer = Answer(
            state.language,
            "answered",
            sentences,
            citations,
            notes=tuple(notes),
            generation=self._generation,
        )
        return replace(state, answer=answer)


def _left_open(state: State, drafts: Sequence[Draft]) -> Iterator[Notice]:
    """Yield what is said of each part of the question that the answer leaves open."""
    cited = {draft.citation.paragraph.id for draft in drafts}
    titles = {draft.citation.article.title for draft in drafts}
    for part in state.subanswers:
        shown = part.article in titles or any(r.evidence.paragraph.id in cited for r in part.ranked[:1])
        if not (part.verdict.answers or shown):
            named = {"part": part.question.text, "article": part.article}
            yield Notice("answer-note-part-of" if part.article else "answer-note-part", named)
