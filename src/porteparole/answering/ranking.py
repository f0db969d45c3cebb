"""Which paragraph answers best, and whether any does: two linear models over a few explainable features."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from porteparole.answering.evidence import Evidence, SentenceEvidence
from porteparole.answering.objections import agreement, is_silent, lacks_sum, unmet
from porteparole.answering.question import Question, Term
from porteparole.shipped import packaged_toml
from porteparole.statements.words import given_names

# « 8 février 2017. » at the head of an agency's report is no answer, whatever was asked.
_FRAGMENT = 5.0
_FEWEST_WORDS = 3
_SPEAKER = 0.5
_LENIENCE = 0.5
EVEN = 0.5
"""Confidence from which on an answer is more likely right than wrong."""
# Surer than this of an answer that was read, unknown names and words of nobody that is asked about speak
# against it no more: of held-out questions on news, 21 right answers would be refused for them, and 3 wrong.
_EVIDENT = 0.7
# Log odds beyond which a reading counts as no more certain.
_CERTAIN = 10.0
# What a paragraph that dense search did not find is taken to lie below the best one.
_BEHIND = 0.16

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A piece of evidence with its score and its sentences, best first, with theirs."""

    evidence: Evidence
    score: float
    sentences: tuple[tuple[SentenceEvidence, float], ...]


Lack = Literal["nothing", "unknown", "name", "kind", "confidence"]
"""Why evidence does not answer: none was found, or too little speaks for it; then the gravest of what
speaks against it: a name is unknown to the articles, or to the best paragraph; the kind of answer asked for
is not there."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the evidence answers.

    Attributes:
        answers: whether it does.
        unknown: names that are asked about and that nothing found holds, each with its parts; none of those
            that are only guessed to be names.
        confidence: 0–1.
        threshold: what the confidence had to reach.
        lack: why it does not answer; None where it does.
    """

    answers: bool
    unknown: tuple[tuple[Term, ...], ...] = ()
    confidence: float = 0.0
    threshold: float = 0.0
    lack: Lack | None = None


@cache
def weights_version() -> str:
    """Return what tells the weights in force from any others: the first digits of their file's hash."""
    content = files("porteparole.answering").joinpath("weights.toml").read_bytes()
    return hashlib.sha256(content).hexdigest()[:12]


@cache
def weights(model: str) -> Weights:
    """Return the weights of ``ranking``, ``sentence`` or ``judgement`` (see ``weights.toml``)."""
    listed = packaged_toml("porteparole.answering", "weights.toml")
    return {name: float(weight) for name, weight in listed[model].items()}


def ranking_features(question: Question, evidence: Sequence[Evidence]) -> list[dict[str, float]]:
    """Return what the ranking of each candidate rests on.

    The cosine of the whole paragraph is taken relative to the best among the candidates; the likeness of its
    best sentence is what :class:`SentenceEvidence` tells. Against it speak names asked about that it does not
    hold. With a reader, what it makes of the paragraph counts; without one, what it holds of the question's
    very words.
    """
    highest = max((e.candidate.dense for e in evidence if e.candidate.dense is not None), default=0.0)
    return [
        {
            "dense": (e.candidate.dense if e.candidate.dense is not None else highest - _BEHIND) - highest,
            "meaning": e.meaning,
            "similarity": _best_likeness(e),
            "missing": _missing(question, e),
            **_model_features(e),
        }
        for e in evidence
    ]


def ranking_model(evidence: Evidence) -> str:
    """Return the name of the weights that rank a piece of evidence: read or not."""
    return "ranking_unread" if evidence.answers is None else "ranking"


def _model_features(evidence: Evidence) -> dict[str, float]:
    """Return what only the ranking with a reader rests on, or only the one without."""
    if evidence.answers is None:
        return {"coverage": evidence.coverage}
    best = max((s.reads for s in evidence.sentences if s.reads is not None), default=-_CERTAIN)
    return {"answers": _bounded(evidence.answers), "reads": _bounded(best)}


def _bounded(log_odds: float) -> float:
    return max(-_CERTAIN, min(_CERTAIN, log_odds))


def _best_likeness(evidence: Evidence) -> float:
    return max((s.similarity or 0.0 for s in evidence.sentences), default=0.0)


def rank(question: Question, evidence: Sequence[Evidence]) -> list[Ranked]:
    """Order evidence and, within each paragraph, sentences by how well they answer; best first.

    Either all of it was read for the answer, or none.
    """
    ranked = [
        Ranked(e, _dot(weights(ranking_model(e)), features), _sentences(question, e))
        for e, features in zip(evidence, ranking_features(question, evidence), strict=True)
    ]
    return sorted(ranked, key=lambda r: (-r.score, r.evidence.paragraph.id))


def speakers_of(evidence: Sequence[Evidence]) -> list[str]:
    """Return who is reported in any of the sentences."""
    return [s.speaker for e in evidence for s in e.sentences if s.speaker]


def _missing(question: Question, evidence: Evidence) -> float:
    return float(sum(not _holds(name, evidence.known) for name in question.names))


def _sentences(question: Question, evidence: Evidence) -> tuple[tuple[SentenceEvidence, float], ...]:
    model = weights("sentence" if evidence.answers is not None else "sentence_unread")
    scored = [
        (
            s,
            _dot(model, sentence_features(s))
            + _SPEAKER * agreement(question, s)
            - _FRAGMENT * (s.text.count(" ") < _FEWEST_WORDS),
        )
        for s in evidence.sentences
    ]
    return tuple(sorted(scored, key=lambda pair: (-pair[1], pair[0].start)))


def sentence_features(sentence: SentenceEvidence) -> dict[str, float]:
    """Return what the choice of a sentence rests on."""
    reads = {} if sentence.reads is None else {"reads": _bounded(sentence.reads)}
    similarity = sentence.similarity or 0.0
    return {"similarity": similarity, "meaning": sentence.meaning, "fits": sentence.fits, **reads}


def judgement_features(question: Question, ranked: Sequence[Ranked]) -> dict[str, float]:
    """Return what the verdict on the best of ``ranked`` (at least one) rests on.

    How far it stands before the next, and where it was read how sure the reader is that it answers; else its
    likeness. (That a name is unknown or a demand unmet adds nothing to these: such objections refuse.)
    """
    best = ranked[0].evidence
    margin = ranked[0].score - ranked[1].score if len(ranked) > 1 else 0.0
    if best.answers is None:
        return {"meaning": best.meaning, "similarity": _best_likeness(best), "margin": margin}
    return {"margin": margin, "answers": _bounded(best.answers)}


def _objections(question: Question, ranked: Sequence[Ranked]) -> dict[str, float]:
    """Return what speaks against the best candidate.

    Names asked about that no candidate's article holds (``unknown``), or that only others hold (``missing``),
    and what the question demands and the paragraph lacks (``unmet``). Words that only their strangeness tells
    to be names are no unknown names.
    """
    best, unknown = ranked[0].evidence, _unknown(question, ranked)
    # What one article says of one and the next of another is asked for on purpose in these.
    one_place = not (question.over_articles or question.comparison)
    return {
        "unknown": float(sum(not _is_guess(name) for name in unknown)),
        "missing": _missing(question, best) - len(unknown) if one_place else 0.0,
        "unmet": float(unmet(question, best, speakers_of([r.evidence for r in ranked]))),
    }


def _unknown(question: Question, ranked: Sequence[Ranked]) -> list[tuple[Term, ...]]:
    mentioned = [r.evidence.mentioned for r in ranked]
    return [name for name in question.names if not any(_holds(name, held) for held in mentioned)]


def _is_guess(name: Sequence[Term]) -> bool:
    return all(term.is_guess for term in name)


def judgement_model(ranked: Sequence[Ranked]) -> str:
    """Return the name of the weights that judge ``ranked`` (at least one): by what could be computed."""
    if ranked[0].evidence.answers is not None:
        return "judgement"
    embedded = any(s.similarity is not None for s, _ in ranked[0].sentences)
    return "judgement_unread" if embedded else "judgement_lexical"


def judge(question: Question, ranked: Sequence[Ranked], *, apart: bool = False) -> Verdict:
    """Decide whether the best evidence answers the question.

    It has to be sure enough, and nothing may speak against it that is enough to refuse (:func:`is_objected`).

    Args:
        question: what is asked.
        ranked: the evidence, best first.
        apart: whether what the question asks of several paragraphs is judged for each of them as well.
    """
    if not ranked:
        return Verdict(False, lack="nothing")
    kind = judgement_model(ranked)
    features = {**judgement_features(question, ranked), "bias": 1.0}
    confidence = 1.0 / (1.0 + math.exp(-_dot(weights(kind), features)))
    # What a follow-up leaves unsaid cannot be found in the text; where several paragraphs answer, none stands
    # far before the next.
    spread = (question.over_articles or question.comparison) and not apart
    lenience = _LENIENCE if question.context or spread else 1.0
    threshold = lenience * weights("threshold")[kind]
    if question.foreign or (question.of_own and not question.about_speech):
        # The judgement was fitted to French and English, and the press hardly tells of what is the asker's:
        # it has to be more likely right than wrong there. (*Qui a dit « mon ennemi … »* quotes somebody.)
        threshold = max(threshold, EVEN)
    if confidence >= threshold and not is_objected(question, ranked, confidence):
        return Verdict(True, (), confidence, threshold)
    is_read = ranked[0].evidence.answers is not None
    against = _objections(question, ranked)
    unknown = tuple(name for name in _unknown(question, ranked) if not (is_read and _is_guess(name)))
    lack: Lack = "confidence"
    if unknown:
        lack = "unknown"
    elif against["missing"]:
        lack = "name"
    elif against["unmet"]:
        lack = "kind"
    return Verdict(False, unknown, confidence, threshold, lack)


def is_objected(question: Question, ranked: Sequence[Ranked], confidence: float) -> bool:
    """Say whether what speaks against the best of ``ranked`` (at least one) is enough to refuse.

    Any is, where the evidence was not read: too little speaks for it then. Else

    - an unknown name is, unless the answer is evident (*Europe* where the article has *Union européenne*), or
      more likely right than wrong where small letters leave it open whether the word is a name; a person's
      always is;
    - so is that somebody's words are wanted and none of theirs are there, unless the answer is evident, or a
      sum in a unit of money;
    - any other unmet demand, which may be misread, only is where the answer is not more likely right than
      wrong; so is that hardly a word asked about is there: a reader finds an answer to *zzz* as well.
    """
    best = ranked[0].evidence
    empty = best.meaning < weights("threshold")["meaning"] and not question.context
    if best.answers is None:
        return empty or any(_objections(question, ranked).values())
    names = [name for name in _unknown(question, ranked) if not _is_guess(name)]
    surely = any(not question.caseless or _is_written_large(name) for name in names)
    unknown = (bool(names) and confidence < (_EVIDENT if surely else EVEN)) or any(map(_is_person, names))
    spoken = speakers_of([r.evidence for r in ranked])
    if confidence < EVEN:
        return unknown or empty or unmet(question, best, spoken)
    silent = confidence < _EVIDENT and is_silent(question, best, spoken)
    return unknown or silent or lacks_sum(question, best)


def _is_written_large(name: Sequence[Term]) -> bool:
    """Say whether a name is a known one, or has a capital."""
    return any(term.codes or term.text[0].isupper() for term in name)


def _is_person(name: Sequence[Term]) -> bool:
    return len(name) > 1 and name[0].folded in given_names()


def _holds(name: Sequence[Term], held: Container[str]) -> bool:
    """Say whether a name asked about is among the parts of names that a text holds.

    A given name alone proves nothing: *Sam Altman* is not known where a *Sam Smith* is.
    """
    telling = name[1:] if _is_person(name) else name
    return any(term.folded in held for term in telling)


def _dot(model: Weights, features: Mapping[str, float]) -> float:
    return sum(model[name] * value for name, value in features.items())
