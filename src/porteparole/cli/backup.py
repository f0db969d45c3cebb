"""``porteparole backup`` and ``porteparole restore``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from porteparole.cli.harmless import harmless
from porteparole.cli.options import Data, given
from porteparole.cli.terminal import terminal

File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]


def backup(context: typer.Context, file: File, data: Data = None) -> None:
    """Write everything that cannot be made again into one file; also while the bot runs."""
    from porteparole.library.backup import back_up
    from porteparole.library.opening import open_watched_state

    face = terminal(context)
    settings = face.settings(**given(None, data))
    with open_watched_state(settings) as state:
        made = back_up(settings.data_dir, state, file, settings)
    size = f"{made.size / 10**6:.1f}"
    face.note(
        "cli-backup-done", file=harmless(str(file)), generations=made.generations, rows=made.rows, size=size
    )


def restore(context: typer.Context, file: File, data: Data = None) -> None:
    """Put a backup in place of what is here."""
    from porteparole.cli.library import actor
    from porteparole.library.opening import open_owned_state
    from porteparole.library.restoring import restore

    face = terminal(context)
    settings = face.settings(**given(None, data))
    with open_owned_state(settings) as state:
        restored = restore(settings.data_dir, state, file, actor())
    face.note(
        "cli-restore-done", generations=restored.generations, rows=restored.rows, made=harmless(restored.made)
    )
