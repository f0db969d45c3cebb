"""Where settings are written: the TOML files, ``.env``, the environment, the command line.

Only reading is done here, without pydantic, so that ``porteparole --help`` finds its language fast;
:mod:`porteparole.settings` judges what was read.
"""

from __future__ import annotations

import io
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from porteparole.notice import PorteParoleError
from porteparole.shipped import shipped

PREFIX = "PORTEPAROLE_"
CONFIG_VARIABLE = "PORTEPAROLE_CONFIG"
TOKEN_VARIABLE = "DISCORD_TOKEN"  # noqa: S105 (a name, no secret)
_PATHS = frozenset({"data_dir", "seeds_dir", "embedding.weights"})

Kind = Literal["default", "file", "dotenv", "environment", "given"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was written.

    Attributes:
        kind: default (``config/default.toml``), file (the one named by ``PORTEPAROLE_CONFIG``), dotenv,
            environment or given (on the command line, or by the program itself).
        name: the setting as it is written there: ``discord.token`` or ``DISCORD_TOKEN``.
        file: the file, where there is one.
    """

    kind: Kind
    name: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it was written, not yet judged; it may be a secret, so it is not in the repr."""

    value: object = field(repr=False)
    origin: Origin


Layer = Mapping[str, Written]


def read_layers(given: Mapping[str, object] | None = None) -> tuple[Layer, ...]:
    """Read every source, the one that goes first at the beginning.

    Args:
        given: settings from the command line or the program, dotted or nested; None means not given.

    Returns:
        Layers of dotted names, unknown names included; relative paths are made absolute.

    Raises:
        PorteParoleError: a file cannot be read or is no TOML; a line of ``.env`` makes no sense.
    """
    dotenv_file = Path(".env")
    dotenv = _read_dotenv(dotenv_file)
    layers = [
        _from_nested(given or {}, "given", Path.cwd()),
        _from_variables(os.environ, "environment"),
        _from_variables(dotenv, "dotenv", str(dotenv_file.absolute())),
    ]
    named = (os.environ.get(CONFIG_VARIABLE) or dotenv.get(CONFIG_VARIABLE) or "").strip()
    if named:
        file = Path(named).expanduser().absolute()
        layers.append(_from_nested(_read_toml(file), "file", file.parent, str(file)))
    file = shipped("config") / "default.toml"
    layers.append(_from_nested(_read_toml(file), "default", file.parent.parent, str(file)))
    return tuple(layers)


def first(layers: tuple[Layer, ...]) -> dict[str, Written]:
    """Return for each dotted name the value that goes first; an empty text counts as not set."""
    chosen: dict[str, Written] = {}
    for layer in layers:
        for name, written in layer.items():
            if not (isinstance(written.value, str) and not written.value.strip()):
                chosen.setdefault(name, written)
    return chosen


def one_line(text: str) -> str:
    """Return ``text`` with what is not printable as an escape, fit to stand in a sentence."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def variable(name: str) -> str:
    """Return the environment variable of a dotted name."""
    return PREFIX + name.replace(".", "__").upper()


def _from_variables(variables: Mapping[str, str | None], kind: Kind, file: str = "") -> Layer:
    layer: dict[str, Written] = {}
    for name, value in variables.items():
        capitals = name.upper()
        if capitals == TOKEN_VARIABLE:
            dotted = "discord.token"
            own = variables.get(variable(dotted))
            if own and own.strip():
                continue  # the project's own name of the same setting goes first
        elif capitals.startswith(PREFIX) and capitals != CONFIG_VARIABLE:
            dotted = capitals.removeprefix(PREFIX).replace("__", ".").lower()
            if dotted in layer and not (value or "").strip():
                continue
        else:
            continue
        paths: object = (value or "").strip()
        if dotted == "seeds_dir" and value:
            paths = [path for path in value.split(os.pathsep) if path.strip()]
        layer[dotted] = Written(_anchored(dotted, paths, Path.cwd()), Origin(kind, name, file))
    return layer


def _from_nested(settings: Mapping[str, object], kind: Kind, base: Path, file: str = "") -> Layer:
    layer: dict[str, Written] = {}
    for name, value in _flat(settings):
        # In a wheel the base is inside the installed package, where nobody looks for data.
        outside = kind == "default" and name == "data_dir" and base.name == "_shipped"
        anchored = _anchored(name, value, Path.cwd() if outside else base)
        layer[name] = Written(anchored, Origin(kind, name, file))
    return layer


def _flat(settings: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for key, value in settings.items():
        if isinstance(value, Mapping):
            yield from _flat(cast("Mapping[str, object]", value), f"{prefix}{key}.")
        elif value is not None:
            yield prefix + key, value


def _anchored(name: str, value: object, base: Path) -> object:
    if name not in _PATHS:
        return value
    if isinstance(value, (list, tuple)):
        return [_anchored(name, item, base) for item in cast("list[object]", value)]
    if isinstance(value, (str, Path)) and str(value).strip():
        return base / os.path.expanduser(value)  # noqa: PTH111 (Path.expanduser raises for unknown users)
    return value


def _read_text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise PorteParoleError("settings-file-not-utf8", file=one_line(str(file))) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PorteParoleError("settings-file-unreadable", file=one_line(str(file)), reason=reason) from None


def _read_toml(file: Path) -> Mapping[str, object]:
    text = _read_text(file)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # Its own sentence is English and may repeat what stands there; its place is enough.
        place = re.search(r"\(at line (\d+)", str(error))
        line = int(place[1]) if place else len(text.splitlines())
        raise PorteParoleError("settings-file-no-toml", file=one_line(str(file)), line=line) from None


def _read_dotenv(file: Path) -> Mapping[str, str | None]:
    if not file.exists() or file.is_dir():
        return {}
    from dotenv import dotenv_values
    from dotenv.parser import parse_stream

    text = _read_text(file)
    for binding in parse_stream(io.StringIO(text)):
        if binding.error:
            raise PorteParoleError(
                "settings-dotenv-line", file=one_line(str(file)), line=binding.original.line
            )
    return dotenv_values(stream=io.StringIO(text))
