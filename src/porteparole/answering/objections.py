"""What speaks against a paragraph as an answer, however near to the question it lies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from porteparole.answering.demands import lists, read_demands
from porteparole.answering.evidence import Evidence, SentenceEvidence
from porteparole.answering.matching import Bag
from porteparole.answering.question import Question, Term, Wanted
from porteparole.language import LANGUAGES
from porteparole.statements.words import words as listed_words
from porteparole.text.gazetteer import is_number_word
from porteparole.text.terms import words

_EXACT_KINDS: tuple[Wanted, ...] = ("number", "when", "role")
_CURRENCY_SIGN = re.compile(r"[€$£¥]")
# Endings of the French simple future, third person: nothing else in the language ends so but a few nouns.
_FUTURE = re.compile(r"[a-z]{2,}r(?:a|ont)$")
_LEAST_KIN = 0.3


def unmet(question: Question, evidence: Evidence, spoken: Sequence[str]) -> bool:
    """Say whether a paragraph lacks an exact kind of answer, or what the question demands.

    Demands are told in :mod:`porteparole.answering.demands`.

    Args:
        question: what is asked.
        evidence: the paragraph.
        spoken: the speakers of all statements that were found.
    """
    demands = read_demands(question)
    texts = _texts(evidence)
    return (
        _lacks_kind(question, evidence)
        or (demands.counted is not None and evidence.counted < _LEAST_KIN)
        or (demands.money and not any(_has_money(text) or "%" in text for text in texts))
        or lacks_sum(question, evidence)
        or (bool(demands.durations) and not any(_lasts(text, demands.durations) for text in texts))
        or (demands.upcoming and not any(map(_is_coming, texts)))
        or is_silent(question, evidence, spoken)
    )


def is_silent(question: Question, evidence: Evidence, spoken: Sequence[str]) -> bool:
    """Say whether the question asks what somebody said, and the paragraph reports none of their words."""
    speakers = read_demands(question).speakers
    return bool(speakers) and not _speaks(speakers, question, evidence, spoken)


def lacks_sum(question: Question, evidence: Evidence) -> bool:
    """Say whether a sum is asked for in a unit of money, and the paragraph has none, but a share perhaps."""
    return read_demands(question).currency and not any(map(_has_money, _texts(evidence)))


def _texts(evidence: Evidence) -> list[str]:
    return [text for s in evidence.sentences for text in (s.text, s.translation) if text]


def _lacks_kind(question: Question, evidence: Evidence) -> bool:
    """Say whether a kind of answer that is asked for (a figure, a date, a function) is not there at all."""
    return any(question.wants(kind) and kind not in evidence.has for kind in _EXACT_KINDS)


def agreement(question: Question, sentence: SentenceEvidence) -> int:
    """Return 1 when the sentence reports a speaker asked about, -1 when it reports somebody else, else 0."""
    speakers = read_demands(question).speakers
    if not speakers or not sentence.speaker:
        return 0
    return 1 if _any_in(Bag([sentence.speaker]), speakers, question) else -1


def _speaks(
    speakers: Sequence[Sequence[Term]], question: Question, evidence: Evidence, spoken: Sequence[str]
) -> bool:
    """Say whether the paragraph reports one of the speakers asked about, or may.

    Not every statement is recognised: where none by them is known at all, a sentence that names one of them
    first may still be theirs, unless it is somebody else's. So may what somebody says who is called by a
    function alone.
    """
    if any(agreement(question, sentence) > 0 for sentence in evidence.sentences):
        return True
    nobodys = [s.text for s in evidence.sentences if s.statement and not s.speaker]
    if _any_in(Bag(nobodys), speakers, question):
        return True
    if any(map(_is_function, (s.speaker for s in evidence.sentences if s.speaker))):
        return True
    if _any_in(Bag(spoken), speakers, question):
        return False
    unclaimed = (sentence for sentence in evidence.sentences if not sentence.speaker)
    return any(_names_first(sentence.text, speakers, question) for sentence in unclaimed)


def _is_function(speaker: str) -> bool:
    """Say whether a speaker is told by a function alone (*the treasurer*), which may be anybody's."""
    named = [word for word in words(speaker) if word.text[0].isupper()]
    return len(named) < 2 and any(word.text.lower() in _people() for word in words(speaker))


@cache
def _people() -> frozenset[str]:
    return frozenset(noun for language in LANGUAGES for noun in listed_words(language).people)


def _names_first(text: str, speakers: Sequence[Sequence[Term]], question: Question) -> bool:
    found = list(words(text))
    inside = [word.text for word in found[1:] if word.text[0].isupper()]
    return _any_in(Bag([" ".join([*(word.text for word in found[:1]), *inside[:2]])]), speakers, question)


def _any_in(bag: Bag, names: Sequence[Sequence[Term]], question: Question) -> bool:
    return any(bag.holds(term, question.language) for name in names for term in name)


def _has_money(text: str) -> bool:
    return bool(_CURRENCY_SIGN.search(text)) or not lists().currencies.isdisjoint(
        word.folded for word in words(text)
    )


def _lasts(text: str, units: frozenset[str]) -> bool:
    """Say whether a figure stands before one of these units of time (« trois longues années »)."""
    found = [word.folded for word in words(text)]
    return any(
        (word.isdigit() or is_number_word(word)) and not units.isdisjoint(found[i + 1 : i + 3])
        for i, word in enumerate(found)
    )


def _is_coming(text: str) -> bool:
    found = {word.folded for word in words(text)}
    return not lists().coming.isdisjoint(found) or any(map(_FUTURE.search, found))
