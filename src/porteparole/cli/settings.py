"""``porteparole settings``: the values in force and where each was written."""

from __future__ import annotations

import typer

from porteparole.cli.options import Data, Json, Seeds, given
from porteparole.cli.terminal import Terminal, terminal
from porteparole.setting_sources import Origin


def show_settings(
    context: typer.Context, as_json: Json = False, seeds: Seeds = None, data: Data = None
) -> None:
    """Write every setting; of a secret only whether it is set."""
    from porteparole.settings import effective

    face = terminal(context)
    rows = effective(face.settings(**given(seeds, data)))
    if as_json:
        face.write_json(
            {row.name: {"value": row.shown, "origin": row.origin.kind, **_place(row.origin)} for row in rows}
        )
        return
    if face.out.is_terminal:
        from rich.table import Table
        from rich.text import Text

        table = Table.grid(padding=(0, 2))
        for row in rows:
            table.add_row(
                row.name, Text(_value(face, row.shown), "bold"), Text(_origin(face, row.origin), "dim")
            )
        face.out.print(table)
        return
    for row in rows:
        face.write(f"{row.name} = {_value(face, row.shown)}\t({_origin(face, row.origin)})")


def _value(face: Terminal, shown: str) -> str:
    words = {"set": "settings-secret-set", "not set": "settings-not-set", "": "settings-not-set"}
    return face.words(words[shown]) if shown in words else shown


def _origin(face: Terminal, origin: Origin) -> str:
    return face.words("settings-origin", kind=origin.kind, name=origin.name, file=origin.file)


def _place(origin: Origin) -> dict[str, str]:
    return {name: value for name, value in (("name", origin.name), ("file", origin.file)) if value}
