"""The way of a question, as a LangChain chain: understand, search, weigh, write, prove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from porteparole.answering.answer import Answer, Citation, Sentence, Turn
from porteparole.answering.chat import Chat, read_chat, without_courtesies
from porteparole.answering.comprehension import rank_read
from porteparole.answering.evidence import Evidence, said_by, weigh
from porteparole.answering.explanation import Explanation, Versions, explain
from porteparole.answering.followup import Standalone, stand_alone
from porteparole.answering.generative.answers import answer_of, attributed, rejected_of
from porteparole.answering.language import decide, foreign_language, is_in_another_script
from porteparole.answering.orders import without_orders
from porteparole.answering.polarity import contradicts
from porteparole.answering.proof import Flaw, flaw, frame_letters
from porteparole.answering.question import LONGEST_QUESTION, Question, clean, read_question
from porteparole.answering.ranking import Ranked, Verdict, judge, weights_version
from porteparole.answering.shorthand import spell_out
from porteparole.answering.similarity import Meanings
from porteparole.answering.spelling import Spelled, leave, spell
from porteparole.answering.stages import Listener, Stage
from porteparole.answering.writer import FRAMES, Draft, ExtractiveWriter, translation_notes
from porteparole.language import Language
from porteparole.notice import Notice
from porteparole.retrieval.retriever import Found, HybridSearch, Query
from porteparole.store.filter import Filter
from porteparole.store.generation import Generation
from porteparole.texts import Texts

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

    from porteparole.answering.generative.followup import FollowUps
    from porteparole.answering.generative.work import Judged
    from porteparole.answering.generative.writer import GenerativeWriter
    from porteparole.embedding.embedder import Embedder
    from porteparole.embedding.kept import KeptVectors
    from porteparole.reading.reader import Reader

_CANDIDATES = 10
_RELATED = 3
_LONGEST_NAME = 60


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


class AnswerChain:
    """Answers questions on one generation; may be used from any thread.

    Args:
        generation: the indexed corpus.
        embeddings: the embedder it was built with; None for lexical search alone.
        texts: the sentences of frames, refusals and small talk.
        fallback: language where neither question, conversation nor reader tells one.
        most_sentences: of an answer.
        stored: keeps vectors of sentences and words from one start to the next.
        generative: words answers by a language model; None for the articles' own words alone.
        follow_ups: makes follow-ups stand alone by a language model; None for the rules alone.
        reader: reads what was found for the answer; None to judge by likeness alone.
    """

    def __init__(
        self,
        generation: Generation,
        embeddings: Embedder | None,
        texts: Texts,
        *,
        fallback: Language,
        most_sentences: int,
        stored: KeptVectors | None = None,
        generative: GenerativeWriter | None = None,
        follow_ups: FollowUps | None = None,
        reader: Reader | None = None,
    ) -> None:
        self._generation = generation
        self._search = HybridSearch(generation, embeddings)
        self._meanings = Meanings(embeddings if generation.vectors else None, stored)
        model = embeddings if generation.vectors else None
        self._versions = Versions(
            generation.id,
            " ".join(filter(None, (model.model, model.version, model.question_version))) if model else "",
            weights_version(),
            reader.version if reader else "",
        )
        self._reader = reader
        self._texts = texts
        self._fallback: Language = fallback
        self._writer = ExtractiveWriter(texts, most_sentences)
        self._frames = frame_letters(texts, FRAMES)
        self._most_sentences = most_sentences
        self._generative = generative
        self._follow_ups = follow_ups

    def runnable(self) -> Runnable[Asked, Answer]:
        """Return the chain as a LangChain runnable: :class:`Asked` in, :class:`Answer` out.

        It does what :meth:`answer` does; LangChain sees each step, for what traces them or is built on it.
        """
        from langchain_core.runnables import RunnableLambda

        def step(work: Callable[[State], State]) -> Runnable[State, State]:
            def unless_answered(state: State) -> State:
                return state if state.answer else work(state)

            return RunnableLambda(unless_answered, name=work.__name__)

        chain: Runnable[Asked, State] = RunnableLambda(self.understand)
        for work in self._steps:
            chain = chain | step(work)
        return chain | RunnableLambda(_answer)

    def answer(self, asked: Asked) -> Answer:
        """Answer; nothing of LangChain is imported for it, which takes a fifth of the time of a start."""
        return _answer(self._run(asked))

    def explain(self, asked: Asked) -> Explanation:
        """Answer, and tell everything that led to the answer."""
        state = self._run(asked)
        return explain(
            _answer(state),
            state.question,
            state.background,
            state.ranked,
            state.verdict,
            state.rejected,
            self._versions,
        )

    @property
    def _steps(self) -> tuple[Callable[[State], State], ...]:
        return self.search, self.weigh, self.write, self.prove

    def _run(self, asked: Asked) -> State:
        state = self.understand(asked)
        for work in self._steps:
            if state.answer:
                break
            state = work(state)
        return state

    def understand(self, asked: Asked) -> State:
        """Read the language, small talk, orders and the conversation."""
        text = clean(asked.text)
        chat = read_chat(text)
        spoken = chat.language if chat else None
        unreadable = is_in_another_script(text)
        foreign = None if chat or unreadable else foreign_language(text)
        # In the one of the two languages that more people read.
        spoken = (
            "en" if foreign else spoken or decide(text, asked.history, asked.reader_language, self._fallback)
        )
        language = asked.language or spoken
        state = State(asked, language)
        if chat:
            return replace(state, answer=self._chat(chat, language))
        if unreadable:
            return replace(state, answer=self._refusal(state, Notice("answer-refused-script")))
        remaining = without_orders(without_courtesies(text))
        if remaining.ordered and not remaining.question:
            return replace(state, answer=self._refusal(state, Notice("answer-refused-order")))
        if foreign:
            spelled = leave(remaining.question, foreign, self._generation.catalogue)
        else:
            spelled = self._spell(remaining.question, spoken)
        standalone = stand_alone(spelled.text, asked.history, spoken)
        if standalone.background and self._follow_ups:
            alone = self._follow_ups.stand_alone(spelled.text, asked.history, spoken, asked.person)
            if alone:
                spelled, standalone = replace(self._spell(alone, spoken), mended=spelled.mended), Standalone()
        question = read_question(spelled.text, spoken, standalone.context, spelled)
        if not (question.terms or question.context or foreign):
            return replace(state, answer=self._refusal(state, Notice("answer-refused-empty")))
        notes = list[Notice]()
        if foreign:
            notes.append(Notice("answer-note-foreign"))
        if len(asked.text) > LONGEST_QUESTION:
            notes.append(Notice("answer-note-cut", {"characters": LONGEST_QUESTION}))
        notes.extend(
            Notice("answer-note-read-as", {"typed": typed, "meant": meant}) for typed, meant in spelled.mended
        )
        return replace(state, question=question, background=standalone.background, notes=tuple(notes))

    def _spell(self, text: str, language: Language) -> Spelled:
        return spell(spell_out(text, language), language, self._generation.catalogue)

    def search(self, state: State) -> State:
        """Find candidates."""
        assert state.question
        state.asked.tell("searching")
        found = self.find(state.question, _CANDIDATES, state.background, state.asked.within)
        return replace(state, found=found)

    def find(self, question: Question, k: int, background: str = "", within: Filter | None = None) -> Found:
        """Return the ``k`` paragraphs nearest to a question and the one that it leans on."""
        terms = {
            word: term.weight for term in (*question.context, *question.terms) for word in term.folded.split()
        }
        return self._search.search(
            Query(question.text, question.language, terms, background, within or Filter()), k
        )

    def retrieve(self, text: str, k: int) -> list[Ranked]:
        """Return at most ``k`` paragraphs in the order in which they would be used for an answer."""
        text = clean(text)
        language = decide(text, (), None, self._fallback)
        spelled = self._spell(text, language)
        question = read_question(spelled.text, language, spelled=spelled)
        return self._rank(question, self.find(question, max(k, _CANDIDATES)))[:k]

    def weigh(self, state: State) -> State:
        """Rank what was found and decide whether it answers."""
        assert state.question
        state.asked.tell("reading")
        ranked = self._rank(state.question, state.found, state.background, state.asked.within)
        verdict = judge(state.question, ranked)
        state = replace(state, ranked=tuple(ranked), verdict=verdict)
        if verdict.answers:
            return state
        if verdict.unknown:
            names = ", ".join(" ".join(t.text for t in name) for name in verdict.unknown)[:_LONGEST_NAME]
            return replace(
                state, answer=self._refusal(state, Notice("answer-refused-unknown", {"names": names}))
            )
        return replace(state, answer=self._refusal(state, Notice("answer-refused")))

    def _rank(
        self, question: Question, found: Found, background: str = "", within: Filter | None = None
    ) -> list[Ranked]:
        reader, asked = self._reader, background or question.text
        evidence = weigh(
            question,
            found.candidates,
            self._generation.catalogue.statements,
            lambda texts: self._meanings.similarities(found.vector, texts),
            self._meanings.kinship,
        )
        if within and within.speakers:
            evidence = said_by(within.speakers, evidence)
        return rank_read(
            question, evidence, (lambda passages: reader.read(asked, passages)) if reader else None
        )

    def write(self, state: State) -> State:
        """Draft the sentences."""
        state.asked.tell("writing")
        if self._generative:
            state = self._word(self._generative, state)
            if state.answer:
                return state
        assert state.question
        drafts = self._writer.write(state.question, state.ranked, state.language)
        notes = list(state.notes)
        # In the question's language where there is a translation: opposites are told by words.
        if any(contradicts(state.question.text, f"{d.citation.quote} {d.text}") for d in drafts[:1]):
            notes.append(Notice("answer-note-premise"))
        return replace(state, drafts=tuple(drafts), notes=tuple(notes))

    def _word(self, writer: GenerativeWriter, state: State) -> State:
        """Have the model word the answer; where it fails, note why."""
        assert state.question
        statements = self._generation.catalogue.statements
        asked = state.asked

        def hear(proved: Sequence[Judged]) -> None:
            asked.tell("checking", [attributed(sentence, state.language, self._texts) for sentence in proved])

        wording = writer.write(
            state.background or state.question.text,
            [r.evidence for r in state.ranked],
            state.language,
            self._generation.id,
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
            self._generation.id,
            self._most_sentences,
        )
        return replace(state, answer=answer)

    def prove(self, state: State) -> State:
        """Keep what holds; refuse when nothing does."""
        statements = self._generation.catalogue.statements
        flaws = [flaw(d, statements(d.citation.article.id), self._frames) for d in state.drafts]
        proved = [draft for draft, found in zip(state.drafts, flaws, strict=True) if not found]
        rejected = tuple((draft, found) for draft, found in zip(state.drafts, flaws, strict=True) if found)
        state = replace(state, rejected=(*state.rejected, *rejected))
        notes = list(state.notes)
        if rejected:
            notes.append(Notice("answer-note-dropped", {"count": len(rejected)}))
        if not proved:
            return replace(state, answer=self._refusal(state, Notice("answer-refused")))
        notes.extend(translation_notes(proved))
        cited = {_place(draft.citation): draft.citation for draft in proved}
        numbers = {place: number for number, place in enumerate(cited, 1)}
        sentences = tuple(
            Sentence(draft.text, (numbers[_place(draft.citation)],), draft.translated, draft.by_machine)
            for draft in proved
        )
        answer = Answer(
            state.language,
            "answered",
            sentences,
            tuple(cited.values()),
            notes=tuple(notes),
            generation=self._generation.id,
        )
        return replace(state, answer=answer)

    def _chat(self, chat: Chat, language: Language) -> Answer:
        sentence = Sentence(self._texts(language, f"answer-chat-{chat.courtesy}"))
        return Answer(language, "chat", (sentence,), generation=self._generation.id)

    def _refusal(self, state: State, reason: Notice) -> Answer:
        related = tuple(_whole(r.evidence) for r in state.ranked[:_RELATED])
        return Answer(
            state.language,
            "refused",
            (Sentence(self._texts.notice(state.language, reason)),),
            related=related,
            notes=state.notes,
            generation=self._generation.id,
        )


def _answer(state: State) -> Answer:
    assert state.answer
    return state.answer


def _place(citation: Citation) -> tuple[str, int, int]:
    return citation.paragraph.id, citation.start, citation.end


def _whole(evidence: Evidence) -> Citation:
    return Citation(evidence.article, evidence.paragraph, 0, len(evidence.paragraph.text))
