"""The line that shows what happens to a question: on a terminal, with a language model, never in a pipe."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from porteparole.cli.stages import shown_stages
from porteparole.cli.terminal import Terminal
from porteparole.corpus.article import Corpus
from porteparole.texts import Texts
from tests.cli.small_service import SmallService


def face(*, is_terminal: bool) -> tuple[Terminal, StringIO]:
    made, written = Terminal(Texts(), "en"), StringIO()
    made.__dict__["err"] = Console(file=written, force_terminal=is_terminal, width=100)
    return made, written


def service(model: Any) -> Any:
    return SmallService(Corpus(()), model=model)


def test_a_terminal_shows_the_stage_and_what_is_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    # Nothing moves on a dumb terminal, which is what CI has.
    monkeypatch.setenv("TERM", "xterm")
    terminal, written = face(is_terminal=True)
    with shown_stages(terminal, service(object())) as hear:
        assert hear
        hear("writing")
        hear("checking", ["Proved \x1b[31malready."])
    assert "Checking each sentence" in written.getvalue()
    assert "Proved" in written.getvalue()
    assert "\x1b[31malready" not in written.getvalue()


def test_a_pipe_and_a_writer_that_is_quick_show_nothing() -> None:
    for is_terminal, model in ((False, object()), (True, None)):
        terminal, written = face(is_terminal=is_terminal)
        with shown_stages(terminal, service(model)) as hear:
            assert hear is None
        assert written.getvalue() == ""
