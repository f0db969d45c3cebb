"""Which paragraphs a search may find."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from porteparole.language import Language


@dataclass(frozen=True, slots=True)
class Filter:
    """What a paragraph has to be, in every respect that is named; nothing named lets every paragraph pass.

    Attributes:
        articles: ids; its article is one of them.
        speakers: canonical names, in any letters and accents; it holds a statement of one of them.
        language: its article is written in it.
        since: its article was published on this day or later, or may have been (``2025-02`` may be the 12th).
        until: the same, on this day or earlier. An article without a date passes neither.
    """

    articles: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    language: Language | None = None
    since: date | None = None
    until: date | None = None

    def __bool__(self) -> bool:
        """Say whether anything is named."""
        return bool(self.articles or self.speakers or self.language or self.since or self.until)
