"""A second, closer look at what was found: the best paragraphs are read for the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from porteparole.answering.evidence import Evidence
from porteparole.answering.question import Question
from porteparole.answering.ranking import Ranked, rank
from porteparole.reading.passage import Passage, Reading
from porteparole.text.terms import fold

Read = Callable[[Sequence[Passage]], Sequence[Reading]]
"""Passages to what reading each of them found."""

# Reading costs more than all the rest. The right paragraph is nearly always among the first so many of the
# ranking without it, where it is among the candidates (`calibrate` prints how often).
READ = 6


def rank_read(question: Question, evidence: Sequence[Evidence], read: Read | None) -> list[Ranked]:
    """Rank evidence, read the first few for the answer, and rank those again; best first.

    Args:
        question: what is asked.
        evidence: as it was weighed.
        read: None where there is no reader: then the first order stands.
    """
    ranked = rank(question, evidence)
    if read is None or not ranked:
        return ranked
    first, rest = ranked[:READ], ranked[READ:]
    readings = read([passage_of(r.evidence) for r in first])
    again = rank(question, [with_reading(r.evidence, own) for r, own in zip(first, readings, strict=True)])
    # The rest keeps its distance to the last of those read.
    below = again[-1].score - first[-1].score
    return [*again, *(replace(r, score=r.score + below) for r in rest)]


def passage_of(evidence: Evidence) -> Passage:
    """Return what of a paragraph is read: the original, which the reader knows better than translations.

    It was trained to read French with questions in both languages. Where no title is stated, how the article
    begins stands for it, but not before that beginning itself.
    """
    article, sentences = evidence.article, evidence.sentences
    title = article.stated_title if evidence.paragraph.number == 1 else article.title
    return Passage(title, tuple(with_speaker(s.text, None if s.others else s.speaker) for s in sentences))


def with_speaker(text: str, speaker: str | None) -> str:
    """Return a sentence as it is read: with its speaker before it, where it does not name them itself.

    Else the reader could not tell whose words follow a pronoun, or stand in quotation marks alone.
    """
    if not speaker or fold(speaker.split()[-1]) in fold(text):
        return text
    return f"[{speaker}] {text}"


def with_reading(evidence: Evidence, reading: Reading) -> Evidence:
    """Return evidence with what reading it found."""
    pairs = zip(evidence.sentences, reading.sentences, strict=True)
    return replace(
        evidence,
        sentences=tuple(replace(s, reads=log_odds) for s, log_odds in pairs),
        answers=reading.answers,
    )
