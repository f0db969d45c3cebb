"""The way of a question, as a LangChain chain: understand, search, weigh, write, prove.

Here stand searching and weighing; the steps before and behind have files of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import TYPE_CHECKING

from porteparole.answering.answer import Answer
from porteparole.answering.composing import Composer
from porteparole.answering.comprehension import rank_read
from porteparole.answering.evidence import said_by, weigh
from porteparole.answering.explanation import Explanation, Versions, explain
from porteparole.answering.question import Question
from porteparole.answering.ranking import Ranked, judge, weights_version
from porteparole.answering.refusing import refusal_reason, refused
from porteparole.answering.similarity import Meanings
from porteparole.answering.state import Asked, State, Subanswer, answered, told
from porteparole.answering.understanding import Understanding
from porteparole.language import Language
from porteparole.notice import Notice
from porteparole.retrieval.retriever import Found, HybridSearch, Query
from porteparole.store.filter import Filter
from porteparole.store.generation import Generation
from porteparole.texts import Texts

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

    from porteparole.answering.generative.followup import FollowUps
    from porteparole.answering.generative.writer import GenerativeWriter
    from porteparole.embedding.embedder import Embedder
    from porteparole.embedding.kept import KeptVectors
    from porteparole.reading.reader import Reader

_CANDIDATES = 10
# Of a question over several articles, or that asks several things.
_ARTICLES = 3
_SUBANSWERS = 4


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
        self._understanding = Understanding(generation, texts, fallback, follow_ups)
        self._composer = Composer(generation, texts, most_sentences, generative)

    def runnable(self) -> Runnable[Asked, Answer]:
        """Return the chain as a LangChain runnable: :class:`Asked` in, :class:`Answer` out.

        It does what :meth:`answer` does; LangChain sees each step, for what traces them or is built on it.
        """
        from langchain_core.runnables import RunnableLambda

        def step(work: Callable[[State], State]) -> Runnable[State, State]:
            def unless_answered(state: State) -> State:
                return state if state.answer else work(state)

            return RunnableLambda(unless_answered, name=work.__name__)

        chain: Runnable[Asked, State] = RunnableLambda(self._understanding.understand)
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
            state.subanswers,
            state.rejected,
            self._versions,
        )

    @property
    def _steps(self) -> tuple[Callable[[State], State], ...]:
        return self.search, self.weigh, self._composer.write, self._composer.prove

    def _run(self, asked: Asked) -> State:
        state = self._understanding.understand(asked)
        for work in self._steps:
            if state.answer:
                break
            state = work(state)
        return state

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
        question = self._understanding.read(text)
        return self._rank(question, self.find(question, max(k, _CANDIDATES)))[:k]

    def weigh(self, state: State) -> State:
        """Rank what was found and decide whether it answers."""
        question = state.question
        assert question
        state.asked.tell("reading")
        ranked = self._rank(question, state.found, state.background, state.asked.within)
        apart = self._asked_apart(state, ranked)
        verdict = judge(question, ranked, apart=bool(apart))
        if not verdict.unknown:
            parts = [self._subanswer(state, *asked) for asked in apart]
            state = replace(state, subanswers=told(verdict, parts))
        state = replace(state, ranked=tuple(ranked), verdict=verdict)
        if answered(state):
            return state
        return self._refused(state, refusal_reason(question, verdict))

    def _asked_apart(self, state: State, ranked: Sequence[Ranked]) -> list[tuple[Question, str, Filter]]:
        """Return each thing that the question asks, with title and filter of each article it is asked of."""
        assert state.question
        within = state.asked.within
        places = [("", within)]
        articles = {r.evidence.article.id: r.evidence.article.title for r in ranked}
        if state.question.over_articles and not within.articles and len(articles) > 1:
            places = [
                (title, replace(within, articles=frozenset([i])))
                for i, title in islice(articles.items(), _ARTICLES)
            ]
        asked = state.parts or ((state.question,) if len(places) > 1 else ())
        return [(part, *place) for part, place in islice(product(asked, places), _SUBANSWERS)]

    def _subanswer(self, state: State, question: Question, title: str, place: Filter) -> Subanswer:
        found = self.find(question, _CANDIDATES, state.background, place)
        best = self._rank(question, found, state.background, place)
        return Subanswer(question, tuple(best), judge(question, best, apart=True), title)

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

    def _refused(self, state: State, reason: Notice) -> State:
        return refused(state, reason, self._texts, self._generation.id)


def _answer(state: State) -> Answer:
    assert state.answer
    return state.answer
