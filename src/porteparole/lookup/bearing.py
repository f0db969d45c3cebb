"""Which paragraphs bear on a topic, or on a claim that somebody makes."""

from __future__ import annotations

import math
from dataclasses import dataclass

from porteparole.answering.evidence import Evidence, weigh
from porteparole.answering.language import decide
from porteparole.answering.question import Question, clean, read_question
from porteparole.answering.ranking import weights
from porteparole.answering.similarity import Meanings
from porteparole.retrieval.retriever import HybridSearch, Query
from porteparole.store.catalogue import Catalogue
from porteparole.store.filter import Filter

# How many times the threshold of the judgement (which weighs one paragraph here, without a runner-up) what
# bears on a topic, and on a claim, has to reach; and, of what a topic's words tell, the share that has to
# stand in the paragraph or mean the like. Those of a topic were set by reading lists over news articles (not
# the two seeds), and carried over to refitted weights where as many headlines found something without their
# article; that of a claim on headlines: python -m tests.benchmarks.bearing.
_TOPIC = 0.87
CLAIM = 1.1
_MEANING = 0.5
_POOL = 24


@dataclass(frozen=True, slots=True)
class Bearing:
    """A paragraph that bears on something, and how likely it is to the point, in units of the threshold."""

    evidence: Evidence
    score: float


class Relevance:
    """Finds what bears on a text; may be used from any thread."""

    def __init__(self, catalogue: Catalogue, search: HybridSearch, meanings: Meanings) -> None:
        self._catalogue = catalogue
        self._search = search
        self._meanings = meanings

    def topic(self, text: str, within: Filter, most: int = _POOL) -> list[Bearing]:
        """Return at most ``most`` paragraphs that are about a topic (any words), nearest first."""
        question = _read(text)
        found = self._weighed(question, within, most)
        return [
            b
            for b in found
            if all(_held(question, b.evidence)) and b.score >= _TOPIC and b.evidence.meaning >= _MEANING
        ]

    def claim(self, text: str, least: float = CLAIM) -> list[Bearing]:
        """Return the paragraphs that hold much of what a message claims, nearest first.

        They may say the same, the contrary, or something else about it: that is for people to judge. Their
        score is at least ``least``.
        """
        question = _read(text)
        held = ((b, _held(question, b.evidence)) for b in self._weighed(question, Filter(), _POOL))
        return [b for b, names in held if (any(names) or not names) and b.score >= least]

    def _weighed(self, question: Question, within: Filter, most: int) -> list[Bearing]:
        if not question.terms:
            return []
        terms = {word: term.weight for term in question.terms for word in term.folded.split()}
        found = self._search.search(Query(question.text, question.language, terms, filter=within), most)
        evidence = weigh(
            question,
            found.candidates,
            self._catalogue.statements,
            lambda texts: self._meanings.similarities(found.vector, texts),
            self._meanings.kinship,
            heads=False,
        )
        return sorted((Bearing(e, _likelihood(e)) for e in evidence), key=lambda b: -b.score)


def _read(text: str) -> Question:
    text = clean(text)
    return read_question(text, decide(text, (), None, "fr"))


def _held(question: Question, evidence: Evidence) -> list[bool]:
    """Return for each name asked about whether it stands in the paragraph or just before it."""
    return [any(term.folded in evidence.known for term in name) for name in question.names]


def _likelihood(evidence: Evidence) -> float:
    """Return how likely the paragraph is to the point: the judgement's model, without a runner-up, in units
    of the threshold from which it answers.
    """
    likeness = [s.similarity for s in evidence.sentences if s.similarity is not None]
    kind = "judgement_unread" if likeness else "judgement_lexical"
    model = weights(kind)
    features = {"meaning": evidence.meaning, "similarity": max(likeness, default=0.0), "margin": 0.0}
    chance = 1.0 / (1.0 + math.exp(-model["bias"] - sum(model[n] * value for n, value in features.items())))
    return chance / weights("threshold")[kind]
