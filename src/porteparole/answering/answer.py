"""What an answer is: sentences, each with citations that hold, or an honest refusal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from porteparole.corpus.article import Article, Paragraph
from porteparole.language import Language
from porteparole.notice import Notice

Outcome = Literal["answered", "refused", "chat"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of the conversation so far."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A paragraph and an exact span of it: there is no way to make one from free text.

    Raises:
        ValueError: the span is empty or outside the paragraph, or the paragraph is not of this article.
    """

    article: Article
    paragraph: Paragraph
    start: int
    end: int
    speaker: str | None = None

    def __post_init__(self) -> None:
        if self.paragraph.article_id != self.article.id:
            raise ValueError("the paragraph is not of this article")
        if not 0 <= self.start < self.end <= len(self.paragraph.text):
            raise ValueError("the span is not inside the paragraph")

    @property
    def quote(self) -> str:
        """The cited words, letter-exact."""
        return self.paragraph.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer.

    Attributes:
        text: without citation marks.
        citations: 1-based positions in :attr:`Answer.citations`; empty only in refusals and small talk.
        translated: whether it stands in a translation (to be labelled so).
        by_machine: whether a machine made that translation and nobody corrected it.
    """

    text: str
    citations: tuple[int, ...] = ()
    translated: bool = False
    by_machine: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the service says to a question.

    Attributes:
        language: of the sentences: the question's.
        outcome: answered (every sentence cited), refused (nothing cited) or chat (a greeting, thanks, help).
        sentences: at most four when answered.
        citations: in order of first use; the order of the numbers in :attr:`text`.
        related: for a refusal, the nearest paragraphs, to be labelled "related, not an answer".
        notes: remarks below the answer (a translation's status, what was dropped by the proof).
        generation: the indexed state of the corpus that was read.
    """

    language: Language
    outcome: Outcome
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...] = ()
    related: tuple[Citation, ...] = ()
    notes: tuple[Notice, ...] = ()
    generation: str = ""

    @property
    def text(self) -> str:
        """The sentences in order, each followed by its citation numbers: ``… [1] … [2]``."""
        return " ".join(_with_marks(sentence) for sentence in self.sentences)


def _with_marks(sentence: Sentence) -> str:
    marks = "".join(f"[{number}]" for number in sentence.citations)
    return re.sub(r"\s+$", "", sentence.text) + (f" {marks}" if marks else "")
