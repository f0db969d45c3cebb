"""Has a model make a follow-up stand alone; what it adds of its own is not taken."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Sequence
from typing import Any

from cachetools import LRUCache

from porteparole.answering.answer import Turn
from porteparole.answering.generative.calling import Caller, Request, TroubleError
from porteparole.answering.generative.prompts import prompt
from porteparole.answering.generative.reply import read_field
from porteparole.answering.support.reading import read
from porteparole.answering.support.token import Reading, Token
from porteparole.language import Language

SCHEMA: dict[str, Any] = {
    "title": "question",
    "description": "The question, standing alone.",
    "type": "object",
    "additionalProperties": False,
    "required": ["question"],
    "properties": {"question": {"type": "string"}},
}
_TURNS = 4
_LONGEST_TURN = 600
_LONGEST = 300
_KEPT = 500


class FollowUps:
    """Rewrites questions; may be used from any thread.

    Args:
        caller: asks the model.
        seconds: the longest that it may take.
    """

    def __init__(self, caller: Caller, *, seconds: float) -> None:
        self._caller = caller
        self._seconds = seconds
        self._kept: LRUCache[tuple[str, ...], str] = LRUCache(_KEPT)
        self._lock = threading.Lock()

    def stand_alone(
        self, question: str, history: Sequence[Turn], language: Language, person: str | None = None
    ) -> str | None:
        """Return the question made to stand alone; None where the rules have to do it; never raises.

        Args:
            question: leans on the conversation.
            history: oldest first.
            language: of the question.
            person: who asks, for the budget.
        """
        turns = [(turn.role, turn.content[:_LONGEST_TURN]) for turn in history[-_TURNS:]]
        key = (question, language, *(part for turn in turns for part in turn))
        with self._lock:
            if kept := self._kept.get(key):
                return kept
        rewritten = self._rewritten(question, turns, language, person)
        self._caller.tally.add("questions", "rewritten" if rewritten else "by rule")
        if rewritten:
            with self._lock:
                self._kept[key] = rewritten
        return rewritten

    def _rewritten(
        self, question: str, turns: Sequence[tuple[str, str]], language: Language, person: str | None
    ) -> str | None:
        from langchain_core.messages import HumanMessage, SystemMessage

        listed = [{"who": role, "text": text} for role, text in turns]
        material = json.dumps({"conversation": listed, "question": question}, ensure_ascii=False)
        messages = [SystemMessage(prompt("follow-up", language)), HumanMessage(material)]
        deadline = time.monotonic() + self._seconds
        try:
            reply = self._caller.ask(Request(messages, SCHEMA, deadline, person))
        except TroubleError:
            return None
        rewritten = " ".join((read_field(reply, "question") or "").split())
        if not 0 < len(rewritten) <= _LONGEST:
            return None
        return rewritten if _is_faithful(rewritten, question, turns, language) else None


def _is_faithful(rewritten: str, question: str, turns: Sequence[tuple[str, str]], language: Language) -> bool:
    """Say whether a rewriting keeps what the question names and turns, and names nothing else."""
    new, old = read(rewritten, language), read(question, language)
    # The conversation may be in either language.
    said = [read(text, spoken) for _, text in turns for spoken in ("fr", "en")]
    return (
        all(_has(old, token) or any(_has(one, token) for one in said) for token in _named(new))
        and all(_has(new, token) for token in _named(old))
        and all(any(f.same(g) for one in (old, *said) for g in one.figures) for f in new.figures)
        and all(any(f.same(g) for g in new.figures) for f in old.figures)
        and len(new.negations) == len(old.negations)
    )


def _named(reading: Reading) -> list[Token]:
    return [token for token in reading.tokens if token.is_name or token.codes]


def _has(reading: Reading, token: Token) -> bool:
    """Say whether a text has a name, in any spelling or in the other language."""
    return any(t.folded == token.folded or (t.codes & token.codes) for t in reading.tokens)
