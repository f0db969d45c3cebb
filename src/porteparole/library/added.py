"""What moderators added: each in a folder of its own, with what is known beside the text, as plain files."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from porteparole.corpus.assemble import slug
from porteparole.corpus.collected import ADDED
from porteparole.corpus.draft import Fields
from porteparole.corpus.files import FORMATS
from porteparole.corpus.metadata import FIELDS, METADATA_FILE
from porteparole.corpus.translations import translated_language
from porteparole.notice import PorteParoleError

# The loader passes over hidden folders.
_NEW, _OLD = ".new-", ".old-"


class Added:
    """The folder of added articles; used by one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def recover(self) -> None:
        """Bring back what a killed process had put aside, and delete what it had begun."""
        for aside in self._folder.glob(f"{_OLD}*") if self._folder.is_dir() else ():
            place = self._folder / aside.name.removeprefix(_OLD)
            if not place.exists():
                aside.rename(place)
        for leftover in (*self._folder.glob(f"{_OLD}*"), *self._folder.glob(f"{_NEW}*")):
            shutil.rmtree(leftover, ignore_errors=True)

    def has_translation(self, name: str) -> bool:
        """Say whether there is a translation under a name like ``ID.en``."""
        return translated_language(f"{name}.txt") is not None and (self._folder / slug(name)).is_dir()

    @contextmanager
    def taking(self, name: str) -> Generator[None]:
        """Take away what was added under a name, unless the block raises.

        Raises:
            OSError: it could not be done.
        """
        place, old = self._folder / slug(name), self._folder / f"{_OLD}{slug(name)}"
        place.rename(old)
        try:
            yield
        except BaseException:
            self.recover()
            raise
        shutil.rmtree(old, ignore_errors=True)

    @contextmanager
    def putting(
        self, name: str, content: bytes, fields: Fields | None, *, translation: bool = False
    ) -> Generator[str]:
        """Keep a file, in place of what was added under the same name, unless the block raises.

        Args:
            name: of the file; its ending tells the format.
            content: its bytes.
            fields: what is known beside the text.
            translation: whether the name, ``ID.en.txt``, tells of which article it is the translation; else
                it is one of its own.

        Yields:
            The beginning of the names that its sources have in the corpus.

        Raises:
            PorteParoleError: no format that is read has this ending.
            OSError: it could not be written.
        """
        suffix = Path(name).suffix.lower()
        if suffix not in FORMATS:
            raise PorteParoleError("corpus-refused-format", formats=", ".join(FORMATS))
        stem = slug(Path(name.replace("\\", "/")).stem).lstrip("._-") or "article"
        if not translation and translated_language(stem + suffix):
            stem = stem.replace(".", "-")
        place, new, old = self._folder / stem, self._folder / f"{_NEW}{stem}", self._folder / f"{_OLD}{stem}"
        shutil.rmtree(new, ignore_errors=True)
        try:
            new.mkdir(parents=True)
            _write(new / f"{stem}{suffix}", content)
            if table := _table(f"{stem}{suffix}", fields):
                _write(new / METADATA_FILE, table.encode())
            if place.exists():
                place.rename(old)
            new.rename(place)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            self.recover()
            raise
        try:
            yield f"{ADDED}{stem}/"
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)
            self.recover()
            raise
        shutil.rmtree(old, ignore_errors=True)


def _table(file: str, fields: Fields | None) -> str:
    known = {name: value for name in FIELDS if fields and (value := getattr(fields, name))}
    lines = [f"[{_text(file)}]", *(f"{name} = {_text(value)}" for name, value in known.items())]
    if fields and fields.inferred:
        lines.append(f"inferred = [{', '.join(map(_text, sorted(fields.inferred)))}]")
    return "\n".join([*lines, ""]) if len(lines) > 1 else ""


def _text(value: str) -> str:
    # A JSON text is a TOML text, but for this one character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
