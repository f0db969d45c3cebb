"""How far an answer is, for a face that shows it meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

Stage = Literal["searching", "reading", "writing", "checking"]


class Listener(Protocol):
    """Told what happens to a question; from any thread, and it must not take long."""

    def __call__(self, stage: Stage, sentences: Sequence[str] = ()) -> None:
        """Take note of the stage, and of the sentences that are proved already."""
        ...
