"""What is proved, and what the proof finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from porteparole.corpus.article import Article, Paragraph
from porteparole.language import Language
from porteparole.statements.statement import Statement

Reason = Literal[
    "quotation",
    "speaker",
    "figure",
    "name",
    "negation",
    "stronger",
    "unsupported",
    "meaning",
    "leaning",
    "echo",
    "language",
    "empty",
]
"""Why a sentence is refused; ``meaning`` where no word speaks against it but reading the paragraph does,
``leaning`` of one that is understood only behind another which is not there, ``echo`` of one that gives
only the question back, ``language`` of one in another language than it says it is in."""


@dataclass(frozen=True, slots=True)
class Source:
    """A paragraph that a sentence cites, with its article."""

    article: Article
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence before its proof: its text, its language, what it cites."""

    text: str
    language: Language
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the proof found.

    Attributes:
        holds: whether the sentence may be shown.
        reason: why not.
        detail: the words of the sentence that it hangs on.
        support: share of what its words tell that the source holds, 0–1.
        source: where in the sources it rests: the paragraph and the span of its sentence.
        attribution: whose words they are, where the source reports them as somebody's and the sentence does
            not say so: it may be shown only behind that name.
        odds: log odds that the paragraph says so, as it was read; None without a reader.
    """

    holds: bool
    reason: Reason | None = None
    detail: str = ""
    support: float = 0.0
    source: tuple[Source, int, int] | None = None
    attribution: Statement | None = None
    odds: float | None = None
