"""Where the files are that come with the project: default settings, locale files, the two articles."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return the folder ``config`` or ``seeds`` that comes with the project.

    In a checkout it stands at the top; a built wheel carries it inside the package.
    """
    in_wheel = _PACKAGE / "_shipped" / name
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parents[1] / name
