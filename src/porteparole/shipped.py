"""The files that come with the project: where default settings, locale files and articles are; word lists."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return the folder ``config`` or ``seeds`` that comes with the project.

    In a checkout it stands at the top; a built wheel carries it inside the package.
    """
    in_wheel = _PACKAGE / "_shipped" / name
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parents[1] / name


def packaged_toml(package: str, name: str) -> dict[str, Any]:
    """Return the content of a TOML file that lies in a package of ours, at ``name`` below it."""
    return tomllib.loads(files(package).joinpath(name).read_text("utf-8"))
