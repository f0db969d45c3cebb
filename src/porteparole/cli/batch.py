"""``porteparole batch``: questions from a file, answers to a file, for other tools."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from porteparole.cli.options import Data, Seeds, given
from porteparole.cli.terminal import USAGE, Terminal, terminal
from porteparole.notice import PorteParoleError

if TYPE_CHECKING:
    from porteparole.lines import QuestionLine
    from porteparole.service import Service


def _at_least_one(value: int) -> int:
    if value < 1:
        raise PorteParoleError("cli-usage-bad-value", name="-k")
    return value


def batch(
    context: typer.Context,
    questions: Annotated[Path, typer.Option("--input", metavar="FILE")],
    answers: Annotated[Path, typer.Option("--output", metavar="FILE")],
    seeds: Seeds = None,
    data: Data = None,
    retrieve_only: Annotated[bool, typer.Option("--retrieve-only")] = False,
    k: Annotated[int, typer.Option("-k", metavar="N", callback=_at_least_one, show_default=False)] = 10,
    no_translations: Annotated[bool, typer.Option("--no-translations")] = False,
) -> None:
    """Write a line for every question, in their order, or nothing at all."""
    face = terminal(context)
    translations = {"translations": False} if no_translations else {}
    settings = face.settings(corpus=translations, **given(seeds, data))
    asked = _read(face, questions)
    with (
        written_whole(answers) as output,
        face.service(settings) as service,
        face.progress() as progress,
    ):
        for number, question in enumerate(asked, 1):
            output.write(_line(service, question, k if retrieve_only else None) + "\n")
            progress("answering", number, len(asked))


def _read(face: Terminal, file: Path) -> tuple[QuestionLine, ...]:
    from porteparole.lines import read_questions

    try:
        return read_questions(file)
    except PorteParoleError as error:
        face.say_notice(error.notice)
    except OSError as error:
        face.note("cli-file-unreadable", file=str(file), reason=error.strerror or str(error))
    raise typer.Exit(USAGE)


def _line(service: Service, question: QuestionLine, k: int | None) -> str:
    from porteparole.lines import answer_line, paragraphs_line, to_json

    line: dict[str, Any]
    started = perf_counter()
    if k is not None:
        ranked = service.retrieve(question.question, k)
        line = paragraphs_line(question.id, ranked, (perf_counter() - started) * 1000)
    else:
        answer = service.ask(question.question, history=question.turns, language=question.lang)
        line = answer_line(question.id, answer, (perf_counter() - started) * 1000)
    return to_json(line)


@contextmanager
def written_whole(file: Path) -> Generator[TextIO]:
    """Open a file that appears under its name when all is written, and not at all when something fails.

    A device or a pipe cannot be replaced and is written to directly.

    Raises:
        PorteParoleError: the file cannot be written (``cli-file-unwritable``).
    """
    target = file.resolve()  # a link stays a link
    if target.exists() and not target.is_file():
        with _opened(target, file) as output:
            yield output
        return
    part = target.with_name(f".porteparole-{os.getpid()}.part")
    try:
        with _opened(part, file) as output:
            yield output
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _opened(path: Path, named: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or str(error)
        raise PorteParoleError("cli-file-unwritable", file=str(named), reason=reason) from error
