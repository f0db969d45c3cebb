"""What every command shares: the two streams, the reader's language, the settings, the engine."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import typer

from porteparole.cli.harmless import harmless
from porteparole.cli.progress import StderrProgress
from porteparole.garbage import seldom_collected
from porteparole.language import Language
from porteparole.notice import Notice, NoticeValue
from porteparole.texts import Texts

if TYPE_CHECKING:
    from rich.console import Console

    from porteparole.service import Service
    from porteparole.settings import Settings

# Exit codes of every command (told in `porteparole --help`).
DONE, FAILED, USAGE, REFUSED, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 130, 143


class Terminal:
    """One run of a command in a terminal.

    Args:
        texts: the sentences.
        language: of every message.
    """

    def __init__(self, texts: Texts, language: Language) -> None:
        self.texts = texts
        self.language: Language = language
        self.debug = False

    @cached_property
    def out(self) -> Console:
        """Where data goes; colours only on a terminal and without NO_COLOR."""
        from rich.console import Console

        return Console(highlight=False, markup=False, soft_wrap=not sys.stdout.isatty())

    @cached_property
    def err(self) -> Console:
        """Where notes, progress and errors go."""
        from rich.console import Console

        return Console(stderr=True, highlight=False, markup=False, soft_wrap=not sys.stderr.isatty())

    def start_log(self, *, debug: bool) -> None:
        """Let the log speak on stderr: everything with ``debug``, else what the settings will say."""
        self.debug = debug
        logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
        # Libraries are heard only where something is wrong with them.
        logging.getLogger("porteparole").setLevel("DEBUG" if debug else "WARNING")

    def words(self, key: str, **values: NoticeValue) -> str:
        """Return a sentence in the reader's language."""
        return self.texts(self.language, key, values)

    def note(self, key: str, **values: NoticeValue) -> None:
        """Say a sentence on stderr."""
        self.err.print(self.words(key, **values))

    def say_notice(self, notice: Notice) -> None:
        """Say the sentence of a notice on stderr."""
        self.err.print(self.sentence(notice))

    def sentence(self, notice: Notice) -> str:
        """Return the sentence of a notice; what a stranger wrote in it does nothing to a terminal."""
        return harmless(self.texts.notice(self.language, notice))

    def write(self, text: str) -> None:
        """Write a line of data as it is, never wrapped or coloured."""
        sys.stdout.write(f"{text}\n")

    def write_json(self, value: Mapping[str, Any]) -> None:
        """Write a line of JSON, in escapes where the stream cannot carry every letter."""
        from porteparole.lines import to_json

        carries_all = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        self.write(to_json(value) if carries_all else json.dumps(value))

    def settings(self, **given: object) -> Settings:
        """Return the settings, with those of the command line, and let the log tell as much as they say.

        Raises:
            PorteParoleError: a setting is unknown or wrong.
        """
        from porteparole.settings import Settings

        settings = Settings(**given)
        if not self.debug:
            logging.getLogger("porteparole").setLevel(settings.log_level.upper())
        return settings

    @contextmanager
    def service(self, settings: Settings, *, note_gaps: bool = False) -> Generator[Service]:
        """Open the engine, showing on stderr how far it is, and close it in any case.

        ``note_gaps`` says whether refused questions are counted for the moderators.

        Raises:
            PorteParoleError: the engine cannot be opened, with what to do.
        """
        with seldom_collected(), StderrProgress(self.err, self.words) as progress:
            from porteparole.engine import open_service

            service = open_service(settings, progress=progress, note_gaps=note_gaps)
        try:
            yield service
        finally:
            service.close()

    def progress(self) -> StderrProgress:
        """Return a progress display on stderr, to be entered with ``with``."""
        return StderrProgress(self.err, self.words)


def terminal(context: typer.Context) -> Terminal:
    """Return the terminal that ``main`` put into the context."""
    return cast("Terminal", context.obj)


def from_argument(text: str) -> str:
    """Return an argument as text that can be encoded: each byte that was no UTF-8 becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
