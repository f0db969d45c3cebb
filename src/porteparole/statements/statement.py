"""What a statement is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of a paragraph that reports what a speaker said.

    Attributes:
        paragraph_id: id of the paragraph.
        start: offset of the first character in the paragraph's text; for a direct statement inside the marks.
        end: offset after the last character.
        kind: direct (wholly quoted), indirect (reported, nothing quoted), mixed (reported with quoted words).
        cue: the exact words that attribute it (*a déclaré*, *selon*).
        speaker: canonical name (*Guo Jiakun*), or None where the text does not tell: never guessed.
        role: the speaker's function as the article words it, where it does.
        mention: the speaker as this paragraph names it (*M. Guo*, *Il*); None where it does not.
    """

    paragraph_id: str
    start: int
    end: int
    kind: Kind
    cue: str
    speaker: str | None
    role: str | None = None
    mention: str | None = None
