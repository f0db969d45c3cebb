"""What is read, and what reading found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """What is read: the sentences of a paragraph in their order, and its article's title (or "")."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading found.

    Attributes:
        answers: log odds that the passage answers the question.
        sentences: for each sentence the log odds that the answer lies in it, against lying nowhere.
    """

    answers: float
    sentences: tuple[float, ...]
