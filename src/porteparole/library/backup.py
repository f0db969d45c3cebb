"""Everything that cannot be made again from the sources, in one file: state, generations, added articles.

Vectors stand in the generations' own files, so that a restored corpus answers, and is reloaded, without
embedding anything again.
"""

from __future__ import annotations

import json
import os
import tarfile
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from porteparole import __version__
from porteparole.notice import PorteParoleError
from porteparole.settings import Settings
from porteparole.state.database import State, newest_revision
from porteparole.state.dump import dumped
from porteparole.state.swaps import Swaps

FORMAT = 1
ABOUT, ROWS = "backup.json", "state.jsonl"


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: how many generations and rows of state, when it was made, its size in bytes."""

    generations: int
    rows: int
    made: str
    size: int


def back_up(data_dir: Path, state: State, target: Path, settings: Settings) -> Backup:
    """Write a backup; the owner of the data folder may go on working.

    Generations never change once they are written, so only one that is discarded meanwhile could be missed;
    where that is the one that answers, the backup is given up.

    Raises:
        PorteParoleError: the file is there already or cannot be written, or the corpus changed too much.
    """
    if target.exists():
        raise PorteParoleError("backup-exists", file=str(target))
    partial = target.with_name(f"{target.name}.part")
    try:
        kept = Swaps(state).recent(settings.corpus.generations)
        with state.begin() as connection:
            rows = list(dumped(connection))
        if Swaps(state).recent(settings.corpus.generations) != kept:
            raise PorteParoleError("backup-moved")
        made = datetime.now(UTC).isoformat(timespec="seconds")
        about: dict[str, Any] = {
            "format": FORMAT,
            "version": __version__,
            "revision": newest_revision(),
            "made": made,
        }
        with tarfile.open(partial, "w:gz", compresslevel=1) as archive:
            folder = data_dir / "generations"
            there = [name for name in kept if _added(archive, folder / name, f"generations/{name}")]
            if kept and kept[0] not in there:
                raise PorteParoleError("backup-moved")
            _added(archive, data_dir / "articles", "articles")
            about = {**about, "generations": there, "current": kept[:1]}
            _written(archive, ROWS, "\n".join(rows).encode())
            _written(archive, ABOUT, json.dumps(about).encode())
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        partial.rename(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        reason = error.strerror or type(error).__name__
        raise PorteParoleError("backup-unwritable", file=str(target), reason=reason) from error
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return Backup(len(there), len(rows), made, target.stat().st_size)


def _added(archive: tarfile.TarFile, folder: Path, name: str) -> bool:
    if not folder.is_dir():
        return False
    try:
        archive.add(folder, name)
    except FileNotFoundError:
        return False
    return True


def _written(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    archive.addfile(entry, BytesIO(content))
