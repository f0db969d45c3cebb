"""What the state database tells the faces; without the database, so that a face can hold it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from porteparole.language import Language

STARTED, DONE, REFUSED, FAILED, INTERRUPTED = "started", "done", "refused", "failed", "interrupted"
DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Action:
    """One entry of the audit log.

    Attributes:
        id: its number.
        at: when it began.
        ended: when it ended; None for one that goes on, or was killed.
        actor: who: ``terminal:NAME``, ``discord:ID NAME``, ``watch``, ``start``.
        action: what: ``reload``, ``add``, ``remove``, ``rollback``, …
        subject: to what (an article, a file, a generation); may be empty.
        outcome: ``started``, ``done``, ``refused`` (nothing was changed, with a sentence), ``failed`` (an
            error of ours), ``interrupted`` (the process ended meanwhile) or ``denied`` (not allowed).
        details: figures of the result, or ``{"key", "values"}`` of the sentence that refused.
    """

    id: int
    at: datetime
    ended: datetime | None
    actor: str
    action: str
    subject: str
    outcome: str
    details: Mapping[str, Any]


Mark = Literal["open", "noted", "dismissed"]


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that was refused, without who asked.

    Attributes:
        question: as it was first asked, without mentions, addresses and long numbers.
        language: of the question.
        times: how often it was refused.
        last_asked: when last.
        mark: what moderators made of it: noted (somebody sees to it) or dismissed (the articles need not
            tell it); open where nobody has said anything.
        marked_by: who, as in the audit log; empty for nobody.
    """

    question: str
    language: Language
    times: int
    last_asked: datetime
    mark: Mark = "open"
    marked_by: str = ""

    @property
    def id(self) -> str:
        """What names it to a person or a command: eight hexadecimal digits."""
        return hashlib.sha256(f"{self.language} {self.question}".encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Removal:
    """An article that stays out although the sources have it: by its id, or by its text if it is renamed."""

    article: str
    digest: str
    title: str
    at: datetime
    actor: str


@dataclass(frozen=True, slots=True)
class Translation:
    """The translation of a paragraph into the other language.

    Attributes:
        text: empty where the model's did not hold: the paragraph stays untranslated.
        model: that made it, or tried to; empty where somebody wrote it without one.
        by: who corrected it; None where nobody did.
    """

    text: str
    model: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Spent:
    """Tokens, and their cost in millionths of the unit that prices are in."""

    tokens: int = 0
    cost: int = 0

    def __add__(self, other: Spent) -> Spent:
        """Add up."""
        return Spent(self.tokens + other.tokens, self.cost + other.cost)
