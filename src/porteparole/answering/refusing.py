"""An honest refusal: its reason, and the nearest paragraphs, which are no answer."""

from __future__ import annotations

from dataclasses import replace

from porteparole.answering.answer import Answer, Citation, Sentence
from porteparole.answering.evidence import Evidence
from porteparole.answering.state import State
from porteparole.notice import Notice
from porteparole.texts import Texts

_RELATED = 3


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
