"""What a model is asked to word: an answer to a question, or a summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from porteparole.answering.generative.prompts import PromptName
from porteparole.answering.support import Source
from porteparole.language import Language


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be worded, and of what.

    Attributes:
        prompt: which one tells the model what to do.
        given: what it is given beside the paragraphs (the question).
        sources: the paragraphs that it sees, numbered from 1.
        language: of what it is to write.
        generation: id of the indexed state of the corpus.
        most: sentences that are read of its reply.
        least: of them that hold; where fewer do, none is taken.
        speakers: names of the only one whose words may be told; empty for anybody's.
    """

    prompt: PromptName
    given: Mapping[str, str | int]
    sources: Sequence[Source]
    language: Language
    generation: str
    most: int
    least: int = 1
    speakers: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, ...]:
        """What tells two tasks apart."""
        return (
            self.prompt,
            self.language,
            self.generation,
            str(self.most),
            str(self.least),
            *(f"{name}={value}" for name, value in self.given.items()),
            *sorted(self.speakers),
            *(source.paragraph.id for source in self.sources),
        )
