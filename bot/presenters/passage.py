"""What a button must remember to show a paragraph, also after a restart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from porteparole.answering.answer import Citation

# The whole of it stands in a button's custom_id, 100 characters at most.
TEMPLATE = re.compile(
    r"pp:(?P<kind>[cr])(?P<number>\d{1,3}):(?P<start>\d{1,9}):(?P<end>\d{1,9}):(?P<paragraph>[\w.-]{1,60})"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and the span to show in bold.

    Attributes:
        paragraph: id of the paragraph; it comes from the content, so a span never fits another text.
        start: offset of the span's first character.
        end: offset after its last one.
        number: position in the message; keeps the ids of one message apart.
        proof: whether it proves an answer; what is only related is shown without bold.
    """

    paragraph: str
    start: int
    end: int
    number: int
    proof: bool = True

    @classmethod
    def of(cls, citation: Citation, number: int, *, proof: bool = True) -> Passage:
        """Return the passage of a citation that stands at ``number`` in the message."""
        return cls(citation.paragraph.id, citation.start, citation.end, number, proof)

    @classmethod
    def from_match(cls, match: re.Match[str]) -> Passage:
        """Return the passage that a custom id which fits :data:`TEMPLATE` names."""
        return cls(
            match["paragraph"],
            int(match["start"]),
            int(match["end"]),
            int(match["number"]),
            match["kind"] == "c",
        )

    @property
    def custom_id(self) -> str:
        """The id of the button."""
        kind = "c" if self.proof else "r"
        return f"pp:{kind}{self.number}:{self.start}:{self.end}:{self.paragraph}"
