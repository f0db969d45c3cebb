"""An honest refusal: its reason, and the nearest paragraphs, which are no answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from porteparole.answering.answer import Answer, Citation, Sentence
from porteparole.answering.demands import read_demands
from porteparole.answering.evidence import Evidence
from porteparole.answering.question import Question, Term, Wanted
from porteparole.answering.ranking import Verdict
from porteparole.answering.state import State
from porteparole.notice import Notice
from porteparole.texts import Texts

_RELATED = 3
_LONGEST_NAME = 60
_FACTS: tuple[Wanted, ...] = ("number", "when", "where", "who", "role")


def refusal_reason(question: Question, verdict: Verdict) -> Notice:
    """Say why a question is refused: what no article mentions, or whose words do not answer it."""
    if verdict.unknown:
        return Notice("answer-refused-unknown", {"names": _listed(verdict.unknown)})
    # « Quand X a-t-il dit … ? » asks for no words.
    of_fact = any(map(question.wants, _FACTS))
    if (speakers := read_demands(question).speakers) and not of_fact:
        return Notice("answer-refused-speaker", {"names": _listed(speakers)})
    return Notice("answer-refused")


def _listed(names: Iterable[Sequence[Term]]) -> str:
    return ", ".join(" ".join(term.text for term in name) for name in names)[:_LONGEST_NAME]


def refused(state: State, reason: Notice, texts: Texts, generation: str) -> State:
    """Return the state with a refusal for its answer.

    Args:
        state: what is known of the question; the paragraphs that stand first in it are shown as related.
        reason: said to whoever asks.
        texts: the sentences of refusals.
        generation: id of the indexed state of the corpus.
    """
    answer = Answer(
        state.language,
        "refused",
        (Sentence(texts.notice(state.language, reason)),),
        related=tuple(_whole(r.evidence) for r in state.ranked[:_RELATED]),
        notes=state.notes,
        generation=generation,
    )
    return replace(state, answer=answer)


def _whole(evidence: Evidence) -> Citation:
    return Citation(evidence.article, evidence.paragraph, 0, len(evidence.paragraph.text))
