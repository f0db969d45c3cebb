"""``porteparole feedback``: what moderators decided about objections, as gold rows for the evaluation."""

from __future__ import annotations

import json

import typer

from porteparole.cli.options import Data, given
from porteparole.cli.terminal import terminal

feedback = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@feedback.callback()
def _feedback() -> None:  # pyright: ignore[reportUnusedFunction]
    # Without it Typer would make `export` the whole of `feedback`.
    pass


@feedback.command("export")
def export(context: typer.Context, data: Data = None) -> None:
    """Write a gold row for each decided objection, oldest first; the bot may go on running."""
    from porteparole.feedback.entry import gold_row
    from porteparole.state.database import open_state
    from porteparole.state.feedback import Feedback

    face = terminal(context)
    settings = face.settings(**given(None, data))
    url = settings.state.url
    state = open_state(url.get_secret_value() if url else None, settings.data_dir)
    try:
        entries = Feedback(state).resolved()
    finally:
        state.close()
    for entry in entries:
        face.write(json.dumps(gold_row(entry), ensure_ascii=False))
    face.note("cli-feedback-exported", count=len(entries))
