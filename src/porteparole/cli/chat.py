"""``porteparole chat``: a conversation in which later questions may lean on earlier ones."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Iterator
from typing import cast

import typer

from porteparole.answering.answer import Answer, Turn
from porteparole.cli.options import Data, Lang, Seeds, Why, given
from porteparole.cli.render import show_answer
from porteparole.cli.stages import shown_stages
from porteparole.cli.terminal import Terminal, terminal
from porteparole.cli.why import show_explanation
from porteparole.language import Language
from porteparole.service import Service

QUIT = ("/quit", "/quitter")
# A follow-up leans on the last few turns; a conversation of hours must not grow without end.
_KEPT_TURNS = 20


def chat(
    context: typer.Context, why: Why = False, lang: Lang = None, seeds: Seeds = None, data: Data = None
) -> None:
    """Answer until ``/quit`` or the end of the input."""
    face = terminal(context)
    with face.service(face.settings(**given(seeds, data)), note_gaps=True) as service:
        converse(face, service, cast("Language | None", lang), why=why)


def converse(
    face: Terminal, service: Service, language: Language | None = None, *, why: bool = False
) -> None:
    """Answer the lines of stdin in order, each with the conversation so far; say why where that is wanted.

    On a terminal there is a prompt; elsewhere each line that is not blank is a question.
    """
    history: list[Turn] = []
    for question in _questions(face):
        asked = service.explain if why else service.ask
        with shown_stages(face, service) as listener:
            told = asked(
                question,
                history=history[-_KEPT_TURNS:],
                language=language,
                reader_language=face.language,
                listener=listener,
            )
        answer = told if isinstance(told, Answer) else told.answer
        history += [Turn("user", question), Turn("assistant", answer.text)]
        show_answer(answer, face.out, face.texts)
        face.out.print()
        if not isinstance(told, Answer):
            show_explanation(told, face.out, face.texts)
            face.out.print()


def _questions(face: Terminal) -> Iterator[str]:
    for line in _lines(face):
        question = line.strip()
        if question in QUIT:
            return
        if question:
            yield question


def _lines(face: Terminal) -> Iterator[str]:
    if not sys.stdin.isatty():
        # What is no UTF-8 must not end the conversation.
        yield from (line.decode("utf-8-sig", "replace") for line in sys.stdin.buffer)
        return
    face.note("cli-chat-begin")
    while True:
        try:
            yield _prompted(face.words("cli-chat-prompt"))
        except EOFError:
            face.err.print()
            return


def _prompted(prompt: str) -> str:
    # With readline a line can be edited and earlier ones are called back; Windows has no such module.
    if sys.stdout.isatty():
        with contextlib.suppress(ImportError):
            importlib.import_module("readline")
        return input(prompt)
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return input()
