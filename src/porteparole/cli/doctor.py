"""``porteparole doctor``: what is wrong with this installation and how to mend it."""

from __future__ import annotations

import typer

from porteparole.cli.harmless import harmless
from porteparole.cli.options import Data, Seeds, given
from porteparole.cli.terminal import DONE, FAILED, Terminal, terminal
from porteparole.notice import PorteParoleError

_MARKS = {True: ("✓", "green"), False: ("✗", "red"), None: ("–", "yellow")}


def doctor(context: typer.Context, seeds: Seeds = None, data: Data = None) -> None:
    """Write a line for each thing looked at; the exit code is 1 when one is wrong."""
    from porteparole.doctor import Finding, examine

    face = terminal(context)
    settings = None
    wrong = 0
    try:
        settings = face.settings(**given(seeds, data))
        _write(face, True, face.words("cli-doctor-settings"))
    except PorteParoleError as error:
        wrong += 1
        _write(face, False, face.texts.notice(face.language, error.notice))
    finding: Finding
    for finding in examine(settings):
        wrong += finding.ok is False
        mend = finding.mend and face.texts.notice(face.language, finding.mend)
        _write(face, finding.ok, face.texts.notice(face.language, finding.said), mend)
    face.note("cli-doctor-sum", wrong=wrong)
    raise typer.Exit(FAILED if wrong else DONE)


def _write(face: Terminal, ok: bool | None, said: str, mend: str | None = None) -> None:
    from rich.text import Text

    mark, colour = _MARKS[ok]
    face.out.print(Text.assemble((mark, colour), f" {harmless(said)}"))
    if mend:
        face.out.print(Text(f"  → {harmless(mend)}"))
