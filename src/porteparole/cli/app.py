"""The command ``porteparole``."""

from __future__ import annotations

import contextlib
import gc
import io
import logging
import os
import secrets
import signal
import sys
from types import FrameType
from typing import Annotated

import typer

from porteparole import __version__
from porteparole.cli import (
    ask,
    backup,
    batch,
    chat,
    corpus,
    doctor,
    evaluate,
    feedback,
    library,
    lookup,
    observing,
    run,
    settings,
    summary,
)
from porteparole.cli.harmless import harmless
from porteparole.cli.help import FRENCH, localise, usage_notice
from porteparole.cli.locale import terminal_language
from porteparole.cli.terminal import DONE, FAILED, INTERRUPTED, TERMINATED, USAGE, Terminal, terminal
from porteparole.notice import PorteParoleError
from porteparole.texts import Texts

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)
app.command("ask")(ask.ask)
app.command("chat")(chat.chat)
app.command("batch")(batch.batch)
app.command("evaluate")(evaluate.evaluate)
for name, command in (
    ("statements", lookup.statements),
    ("compare", lookup.compare),
    ("check", lookup.check),
    ("articles", lookup.articles),
    ("paragraph", lookup.paragraph),
):
    for known_as in (name, *FRENCH.get(name, ())):
        app.command(known_as)(command)
for known_as in ("summary", *FRENCH["summary"]):
    app.add_typer(summary.summary, name=known_as)
app.add_typer(corpus.corpus, name="corpus")
corpus.corpus.command("reload")(library.reload)
corpus.corpus.command("add")(library.add)
corpus.corpus.command("remove")(library.remove)
corpus.corpus.command("translate")(library.translate)
corpus.corpus.command("rollback")(library.rollback)
corpus.corpus.command("status")(observing.status)
corpus.corpus.command("history")(observing.history)
corpus.corpus.command("gaps")(observing.gaps)
app.add_typer(feedback.feedback, name="feedback")
app.command("backup")(backup.backup)
app.command("restore")(backup.restore)
app.command("settings")(settings.show_settings)
app.command("doctor")(doctor.doctor)
app.command("run")(run.run)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"porteparole {__version__}\n")
        raise typer.Exit(DONE)


@app.callback()
def _options(  # pyright: ignore[reportUnusedFunction]
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_version)] = False,
    debug: Annotated[bool, typer.Option("--debug")] = False,
) -> None:
    terminal(context).start_log(debug=debug)


def main() -> None:
    """Run the command line of this process and end it with its exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a letter shows a question mark; it is no reason to stop.
            stream.reconfigure(errors="replace")
    # In order, as by Ctrl-C; the first process of a container would not be ended at all. The bot, once it is
    # connected, has a handler of its own.
    signal.signal(signal.SIGTERM, _terminated)
    try:
        sys.exit(execute(sys.argv[1:]))
    finally:
        # The end would look for garbage among everything there is, for nothing (0.2 s after `ask`).
        gc.freeze()


def _terminated(number: int, frame: FrameType | None) -> None:
    sys.exit(TERMINATED)


def execute(arguments: list[str]) -> int:
    """Run a command line; every error is said in one sentence on stderr.

    Returns:
        The exit code: 0 done, 1 error, 2 the command line or the input is wrong, 3 refused, 130 interrupted.
    """
    texts = Texts()
    face = Terminal(texts, terminal_language())
    command = localise(typer.main.get_command(app), texts, face.language)
    try:
        code = command.main(arguments, prog_name="porteparole", standalone_mode=False, obj=face)
        sys.stdout.flush()
    except typer.TyperException as error:
        return _usage(face, error)
    except PorteParoleError as error:
        logging.getLogger(__name__).debug("stopped", exc_info=error)
        face.say_notice(error.notice)
        return USAGE if error.notice.key.startswith(("cli-usage-", "lookup-", "summary-")) else FAILED
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        _let_stdout_go()
        return FAILED
    except Exception as error:  # the last line of defence: no traceback for a person
        return _unexpected(face, error)
    return code if isinstance(code, int) else DONE


def _let_stdout_go() -> None:
    # As in the documentation of Python's signal module: what was not written would be tried again, and told
    # as an error of its own, when Python ends.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _usage(face: Terminal, error: typer.TyperException) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":
        face.err.print(error.message)
        return USAGE
    face.say_notice(usage_notice(error))
    context = getattr(error, "ctx", None)
    face.note("cli-usage-hint", command=context.command_path if context else "porteparole")
    return USAGE


def _unexpected(face: Terminal, error: Exception) -> int:
    reference = secrets.token_hex(4)
    logging.getLogger(__name__).debug("reference %s", reference, exc_info=error)
    if isinstance(error, OSError) and error.strerror:
        _let_stdout_go()
        file = harmless(str(error.filename or "none"))
        face.note("cli-os-error", file=file, reason=error.strerror, reference=reference)
    else:
        face.note("cli-unexpected", reference=reference)
    return FAILED
