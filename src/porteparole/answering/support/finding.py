"""What one sentence of the sources has to say to a claim: how much of it, and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from porteparole.answering.support.claim import Reason, Source
from porteparole.statements.statement import Statement

Check = Literal[
    "name",
    "swapped",
    "figure",
    "negation",
    "unsupported",
    "added",
    "stronger",
    "speaker",
    "untold",
    "unattributed",
]
"""What is looked at: a reason to refuse, or a kind of one. ``swapped``: a name that does what somebody else
does there; ``added``: words that are nowhere beside all that the sentence says; ``untold``: words given to
one who is named there and of whom it does not tell that he said them; ``unattributed``: somebody's words
whose name cannot be put before them in another language."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim (or a part of one) held against a sentence of a source.

    Attributes:
        source: the paragraph.
        start: where the sentence begins in it.
        end: where it ends.
        support: share of what the claim's words tell that the sentence holds, 0–1.
        unbacked: share of it that rests on no word of the sentence, or on one that another needs more.
        cover: share of the sentence's words that the claim rests on.
        crossed: share of the claim's names that stand on the other side of a word than in the sentence.
        same: whether both are in one language.
        joint: whether it is held against two sentences that follow each other.
        against: what speaks against it with the words that it hangs on, in the order of the checks.
        attribution: whose words they are, where the claim does not say so.
    """

    source: Source
    start: int
    end: int
    support: float
    unbacked: float
    cover: float
    crossed: float
    same: bool
    joint: bool
    against: Mapping[Check, str]
    attribution: Statement | None


def reason_of(check: Check) -> Reason:
    """Return the reason to refuse that a check stands for."""
    if check == "swapped":
        return "name"
    if check == "added":
        return "unsupported"
    return "speaker" if check in ("untold", "unattributed") else check
