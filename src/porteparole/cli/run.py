"""``porteparole run``: what ``make run`` starts: the bot where there is a token, else the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from porteparole.cli.chat import converse
from porteparole.cli.options import Data, Seeds, given
from porteparole.cli.render import show_answer
from porteparole.cli.terminal import Terminal, terminal
from porteparole.language import LANGUAGES
from porteparole.shipped import shipped
from porteparole.sources.watch import watched

if TYPE_CHECKING:
    from porteparole.service import Service


def run(context: typer.Context, seeds: Seeds = None, data: Data = None) -> None:
    """Start the Discord bot, or say how to get a token and answer in the terminal."""
    face = terminal(context)
    settings = face.settings(**given(seeds, data))
    if settings.discord.token is not None:
        # The one place where the terminal knows the other face: one command starts either.
        from bot.main import run as run_bot

        with (
            face.service(settings, note_gaps=True) as service,
            watched(service.library, settings, face.sentence),
        ):
            code = run_bot(service, settings, language=face.language, texts=face.texts)
        raise typer.Exit(code)
    face.note("cli-run-no-token")
    face.note("cli-run-get-token")
    with (
        face.service(settings, note_gaps=True) as service,
        watched(service.library, settings, face.sentence),
    ):
        if settings.seeds_dir == (shipped("seeds"),):
            _show_both_languages(face, service)
        converse(face, service)


def _show_both_languages(face: Terminal, service: Service) -> None:
    # The questions are about the two articles that come with the project.
    for language in LANGUAGES:
        question = face.texts(language, "cli-run-question")
        face.out.print(f"> {question}", end="\n\n")
        answer = service.ask(question, reader_language=language)
        show_answer(answer, face.out, face.texts)
        face.out.print()
