"""Statements of a sentence before their speakers are known by name."""

from __future__ import annotations

from dataclasses import dataclass

from porteparole.statements.mention import Mention
from porteparole.statements.statement import Kind
from porteparole.text.quotations import Quotation

RELATIVE = frozenset("qui que qu' dont où which who that whose where".split())
PLAIN_SORTS = frozenset({"person", "role", "institution", "place", "document", "name"})
SPOKEN = frozenset({"person", "role", "institution", "place", "name", "pronoun", "document"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement found in a sentence.

    Attributes:
        start: offset in the paragraph.
        end: offset after it.
        kind: direct, indirect, mixed.
        cue: the attributing words.
        who: the speaker as mentioned; None where nobody is named.
        inherit: whether the speaker is the one of the statement before (continued quotation, participle).
        verbal: whether a verb with a personal subject attributes it.
    """

    start: int
    end: int
    kind: Kind
    cue: str
    who: Mention | None
    inherit: bool = False
    verbal: bool = True


@dataclass(slots=True)
class Place:
    """What one cue gave: where its words stand, so that later cues do not read them again."""

    first: int
    last: int


def inner_span(source: str, mark: Quotation) -> tuple[int, int]:
    """Return the inside of a quotation without a comma that only leads over to the cue."""
    start, end = mark.inner_start, mark.inner_end
    while (end > start and source[end - 1] in ",;") or (end > start and source[end - 1].isspace()):
        end -= 1
    return start, end
