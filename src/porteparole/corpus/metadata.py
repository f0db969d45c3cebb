"""What ``articles.toml`` says about the files beside it, and the rules that every source's metadata obey."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from rapidfuzz import process

from porteparole.corpus.decode import clean, decode
from porteparole.corpus.draft import Fields, RefusedError, Remark
from porteparole.language import is_language
from porteparole.notice import NoticeValue

METADATA_FILE = "articles.toml"
FIELDS = ("title", "publisher", "published", "url", "language")
_KEYS = (*FIELDS, "inferred")
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?")
_POSITION = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True)
class Metadata:
    """The fields by file name, and what is wrong in the file that they were read from."""

    by_file: Mapping[str, Fields] = field(default_factory=dict[str, Fields])
    remarks: tuple[Remark, ...] = ()


def checked_fields(values: Mapping[str, object], line: int | None = None) -> tuple[Fields, list[Remark]]:
    """Return the usable fields among ``values``, and a remark on each that is not.

    A title or publisher is a text, ``published`` an ISO date (a year or a month will do, of a time stamp
    the day is taken), ``url`` a web address, ``language`` ``fr`` or ``en`` (``fr-CA`` counts as ``fr``).
    """
    found: dict[str, str | None] = dict.fromkeys(FIELDS)
    remarks: list[Remark] = []
    for name in FIELDS:
        value = values.get(name)
        if value is None or value == "":
            continue
        text = _text(value)
        usable = None if text is None else _usable(name, text)
        if usable is None:
            remarks.append(Remark(f"corpus-wrong-{name}", line, {"value": str(value)[:80], "more": 0}))
        else:
            found[name] = usable
    fields = Fields(found["title"], found["publisher"], found["published"], found["url"], found["language"])
    return fields, remarks


def read_metadata(folder: Path, present: Iterable[str]) -> Metadata:
    """Read ``articles.toml`` in ``folder``; ``present`` are the names of the articles' files there.

    Nothing is raised: what cannot be used is left out and stands in the remarks, with its line.
    """
    path = folder / METADATA_FILE
    try:
        source = decode(path.read_bytes()).text
        tables = tomllib.loads(source)
    except FileNotFoundError:
        return Metadata()
    except OSError as error:
        return Metadata(remarks=(Remark("corpus-refused-unreadable", None, {"why": error.strerror or ""}),))
    except RefusedError as error:
        return Metadata(remarks=(error.remark,))
    except tomllib.TOMLDecodeError as error:
        position = _POSITION.search(str(error))
        line = int(position[1]) if position else None
        why = _POSITION.sub("", str(error)).strip()
        return Metadata(remarks=(Remark("corpus-toml-syntax", line, {"why": why}),))
    names = sorted(present)
    by_file: dict[str, Fields] = {}
    remarks: list[Remark] = []
    for name, table in tables.items():
        line = _line_of(source, name, None)
        if name not in names:
            remarks.append(_with_nearest("corpus-toml-no-file", line, {"file": name}, name, names))
        elif not isinstance(table, dict):
            remarks.append(Remark("corpus-toml-no-table", line, {"file": name}))
        else:
            values = cast("dict[str, object]", table)
            by_file[name] = _table_fields(source, name, values, remarks)
    return Metadata(by_file, tuple(remarks))


def merged(stated: Fields, beside: Fields | None) -> Fields:
    """Return the fields of a source with those of ``articles.toml`` before them."""
    if beside is None:
        return stated
    given = {name: value for name in FIELDS if (value := getattr(beside, name)) is not None}
    inferred = (stated.inferred - given.keys()) | beside.inferred
    return replace(stated, **given, inferred=frozenset(inferred))


def _table_fields(source: str, name: str, values: dict[str, object], remarks: list[Remark]) -> Fields:
    for key in sorted(values.keys() - set(_KEYS)):
        line = _line_of(source, name, key)
        remarks.append(
            _with_nearest("corpus-toml-unknown-key", line, {"file": name, "name": key}, key, _KEYS)
        )
    fields, wrong = checked_fields(values)
    remarks.extend(
        replace(remark, line=_line_of(source, name, remark.key.removeprefix("corpus-wrong-")))
        for remark in wrong
    )
    inferred = values.get("inferred", [])
    listed = cast("list[object]", inferred) if isinstance(inferred, list) else [inferred]
    unknown = [item for item in listed if item not in FIELDS]
    if unknown:
        line = _line_of(source, name, "inferred")
        remarks.append(Remark("corpus-toml-inferred", line, {"file": name, "value": str(unknown[0])}))
    return replace(fields, inferred=frozenset(str(item) for item in listed if item in FIELDS))


def _text(value: object) -> str | None:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return " ".join(clean(str(value))[0].split()) or None


def _usable(name: str, text: str) -> str | None:
    if name == "published":
        return _iso_date(text)
    if name == "url":
        return text if _is_web_address(text) else None
    if name == "language":
        code = re.split(r"[-_]", text.lower())[0]
        return code if is_language(code) else None
    return text


def _iso_date(text: str) -> str | None:
    match = _ISO_DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text
    except ValueError:
        return False


def _with_nearest(
    key: str, line: int | None, values: dict[str, NoticeValue], name: str, known: Iterable[str]
) -> Remark:
    best = process.extractOne(name, list(known), score_cutoff=60)
    return (
        Remark(f"{key}-nearest", line, values | {"nearest": best[0]}) if best else Remark(key, line, values)
    )


def _line_of(source: str, table: str, key: str | None) -> int | None:
    """Return the line of a table's header, or of a key below it: tomllib keeps no positions."""
    header = re.compile(
        rf"""\s*\[\s*["']?{re.escape(table)}["']?\s*\]|\s*["']?{re.escape(table)}["']?\s*[.=]"""
    )
    inside = False
    for number, line in enumerate(source.split("\n"), start=1):
        if header.match(line):
            if key is None:
                return number
            inside = True
        elif inside and key is not None and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*=""", line):
            return number
    return None
