"""Asks the questions of a gold file and scores what is answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Protocol

from porteparole.answering.answer import Answer, Turn
from porteparole.evaluation.gold import Expected
from porteparole.evaluation.matching import is_among
from porteparole.evaluation.scoring import Score, score

if TYPE_CHECKING:
    from porteparole.answering.explanation import Explanation


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question with its answer, why that was given, how long it took, and what it is worth."""

    expected: Expected
    explanation: Explanation
    milliseconds: float
    score: Score

    @property
    def answer(self) -> Answer:
        """The answer."""
        return self.explanation.answer

    @property
    def found_at(self) -> int | None:
        """The place, from 1, of the first right paragraph among the candidates; None where none is."""
        right = (*self.expected.right, *(text for texts in self.expected.needed for text in texts))
        for place, candidate in enumerate(self.explanation.candidates, 1):
            if is_among(candidate.paragraph.text, right):
                return place
        return None


class Explains(Protocol):
    """Answers a question and tells why: :meth:`porteparole.service.Service.explain`."""

    def __call__(self, question: str, *, history: Sequence[Turn]) -> Explanation:
        """Answer, after a conversation."""
        ...


def outcomes(explain: Explains, expected: Sequence[Expected]) -> Iterator[Outcome]:
    """Yield the outcome of each question, in their order."""
    for one in expected:
        started = perf_counter()
        explanation = explain(one.question, history=one.history)
        elapsed = (perf_counter() - started) * 1000
        yield Outcome(one, explanation, elapsed, score(one, explanation.answer))
