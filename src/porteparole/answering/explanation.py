"""Why an answer is what it is: what was considered, what it scored, what was decided and what was dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from porteparole.answering.answer import Answer, Citation
from porteparole.answering.proof import Flaw
from porteparole.answering.question import Question
from porteparole.answering.ranking import (
    Lack,
    Ranked,
    Verdict,
    Weights,
    judgement_features,
    judgement_model,
    ranking_features,
    ranking_model,
    weights,
)
from porteparole.answering.state import Subanswer
from porteparole.answering.writer import Draft
from porteparole.corpus.article import Article, Paragraph

_REST = "rules"
_LEAST_REST = 0.0005


@dataclass(frozen=True, slots=True)
class Versions:
    """What an answer was made with.

    Attributes:
        generation: id of the indexed state of the corpus.
        embedder: name and version of the model; empty where lexical search alone answered.
        weights: of ranking and judgement.
        reader: of what reads paragraphs for the answer; empty where none does.
    """

    generation: str
    embedder: str
    weights: str
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that a score is the sum of.

    Attributes:
        name: of the feature; ``rules`` for what was added or taken off without a weight.
        value: of the feature.
        weighed: what it adds to the score.
    """

    name: str
    value: float
    weighed: float


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """A sentence of a candidate, its score among the paragraph's, and whether the answer cites it."""

    text: str
    score: float
    cited: bool


@dataclass(frozen=True, slots=True)
class Considered:
    """A paragraph that was weighed, with the parts of its score and its sentences, best first."""

    article: Article
    paragraph: Paragraph
    score: float
    parts: tuple[Part, ...]
    sentences: tuple[SentenceScore, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether the best candidate was held to answer.

    Attributes:
        answers: whether it was.
        lack: why not.
        unknown: names asked about that no candidate's article holds.
        confidence: 0–1.
        threshold: what the confidence had to reach.
        parts: what the confidence rests on (its log odds are their sum).
    """

    answers: bool
    lack: Lack | None
    unknown: tuple[str, ...]
    confidence: float
    threshold: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class AskedApart:
    """One of the things that a question asks, as it was looked for on its own.

    Attributes:
        text: as a question.
        within: title of the article that it was asked of; empty where it was asked of all.
        answers: whether the best candidate was held to answer.
        confidence: 0–1.
        article: of the best candidate; None where nothing was found.
        paragraph: the best candidate; None where nothing was found.
    """

    text: str
    within: str
    answers: bool
    confidence: float
    article: Article | None
    paragraph: Paragraph | None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A sentence that was drafted and not proved."""

    text: str
    citation: Citation
    flaw: Flaw


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that led to an answer.

    Attributes:
        answer: the answer itself.
        question: as it was read; None where none was (small talk, an order to the bot, no words).
        background: what a follow-up leans on.
        candidates: best first; empty where nothing was searched.
        judged: None where nothing was judged.
        apart: the things that it asks, each looked for on its own; empty where it asks one.
        rejected: sentences that the proof dropped.
        versions: what it was made with.
    """

    answer: Answer
    question: Question | None
    background: str
    candidates: tuple[Considered, ...]
    judged: Judged | None
    apart: tuple[AskedApart, ...]
    rejected: tuple[Rejected, ...]
    versions: Versions


def explain(
    answer: Answer,
    question: Question | None,
    background: str,
    ranked: Sequence[Ranked],
    verdict: Verdict | None,
    subanswers: Sequence[Subanswer],
    rejected: Sequence[tuple[Draft, Flaw]],
    versions: Versions,
) -> Explanation:
    """Gather what the chain knows of an answer; pure."""
    return Explanation(
        answer,
        question,
        background,
        _considered(question, ranked, answer.citations) if question else (),
        _judged(question, verdict, ranked) if question and verdict else None,
        tuple(map(_apart, subanswers)),
        tuple(Rejected(draft.text, draft.citation, flaw) for draft, flaw in rejected),
        versions,
    )


def _considered(
    question: Question, ranked: Sequence[Ranked], cited: Sequence[Citation]
) -> tuple[Considered, ...]:
    evidence = [r.evidence for r in ranked]
    features = ranking_features(question, evidence)
    return tuple(
        Considered(
            r.evidence.article,
            r.evidence.paragraph,
            r.score,
            _parts(weights(ranking_model(r.evidence)), own, r.score),
            tuple(
                SentenceScore(
                    s.text,
                    score,
                    any(
                        c.paragraph.id == r.evidence.paragraph.id and c.start < s.end and s.start < c.end
                        for c in cited
                    ),
                )
                for s, score in r.sentences
            ),
        )
        for r, own in zip(ranked, features, strict=True)
    )


def _judged(question: Question, verdict: Verdict, ranked: Sequence[Ranked]) -> Judged:
    parts: tuple[Part, ...] = ()
    if ranked:
        features = {**judgement_features(question, ranked), "bias": 1.0}
        parts = _parts(weights(judgement_model(ranked)), features)
    return Judged(
        verdict.answers,
        verdict.lack,
        tuple(" ".join(term.text for term in name) for name in verdict.unknown),
        verdict.confidence,
        verdict.threshold,
        parts,
    )


def _apart(part: Subanswer) -> AskedApart:
    best = part.ranked[0].evidence if part.ranked else None
    return AskedApart(
        part.question.text,
        part.article,
        part.verdict.answers,
        part.verdict.confidence,
        best and best.article,
        best and best.paragraph,
    )


def _parts(model: Weights, features: Mapping[str, float], score: float | None = None) -> tuple[Part, ...]:
    parts = [Part(name, value, model[name] * value) for name, value in features.items()]
    rest = 0.0 if score is None else score - sum(part.weighed for part in parts)
    if abs(rest) > _LEAST_REST:
        parts.append(Part(_REST, rest, rest))
    return tuple(parts)
