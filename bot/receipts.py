"""What was asked and answered, remembered for a while for the buttons below the answer."""

from __future__ import annotations

from dataclasses import dataclass

from cachetools import LRUCache

from porteparole.answering.answer import Answer, Turn


@dataclass(frozen=True, slots=True)
class Receipt:
    """One question and its answer.

    Attributes:
        question: as it was asked.
        history: the exchange before it.
        answer: what the service said.
        asker: who asked.
        private: whether only the asker sees the answer.
        article: the article that the question was limited to.
        speaker: the speaker that it was limited to.
    """

    question: str
    history: tuple[Turn, ...]
    answer: Answer
    asker: int
    private: bool = False
    article: str | None = None
    speaker: str | None = None


class Receipts:
    """The newest receipts by the id of the message with the answer; in memory only."""

    def __init__(self, most: int = 500) -> None:
        self._receipts: LRUCache[int, Receipt] = LRUCache(most)

    def keep(self, message: int, receipt: Receipt) -> None:
        """Remember a receipt."""
        self._receipts[message] = receipt

    def find(self, message: int) -> Receipt | None:
        """Return the receipt of a message, None when it is forgotten."""
        return self._receipts.get(message)

    def forget(self, person: int) -> None:
        """Forget all that a person asked."""
        for message in [message for message, kept in self._receipts.items() if kept.asker == person]:
            del self._receipts[message]
