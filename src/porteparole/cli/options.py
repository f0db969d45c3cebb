"""Options that several commands share; their help texts are in ``config/locales``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from porteparole.language import LANGUAGES, Language, is_language
from porteparole.notice import PorteParoleError


def _language(value: str | None) -> Language | None:
    if value is None or is_language(value):
        return value
    raise PorteParoleError("cli-usage-language", allowed=", ".join(LANGUAGES))


Seeds = Annotated[list[Path] | None, typer.Option("--seeds", metavar="PATH", show_default=False)]
Data = Annotated[Path | None, typer.Option("--data", metavar="DIR", show_default=False)]
Json = Annotated[bool, typer.Option("--json")]
Why = Annotated[bool, typer.Option("--why")]
Lang = Annotated[
    str | None,
    typer.Option("--lang", "--language", metavar="fr|en", callback=_language, show_default=False),
]


def given(seeds: list[Path] | None, data: Path | None) -> dict[str, object]:
    """Return the settings that stand on the command line."""
    return {"seeds_dir": seeds or None, "data_dir": data}
