"""How far an answer is, on a line of a terminal that goes when the answer comes."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from porteparole.answering.stages import Listener, Stage
from porteparole.cli.harmless import harmless

if TYPE_CHECKING:
    from porteparole.cli.terminal import Terminal
    from porteparole.service import Service


@contextmanager
def shown_stages(face: Terminal, service: Service) -> Generator[Listener | None]:
    """Show on stderr what happens to a question, with the sentences that are proved already.

    Without a language model an answer is there at once, and where nobody looks there is nobody to tell:
    then there is no listener.
    """
    if service.model is None or not face.err.is_terminal:
        yield None
        return
    from rich.live import Live
    from rich.text import Text

    with Live(console=face.err, transient=True, refresh_per_second=4) as live:

        def hear(stage: Stage, sentences: Sequence[str] = ()) -> None:
            text = Text("\n".join(harmless(sentence) for sentence in sentences), "bold")
            line = Text(face.words("answer-stage", stage=stage), "dim")
            live.update(Text("\n").join([text, line]) if sentences else line)

        yield hear
