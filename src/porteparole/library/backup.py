"""Everything that cannot be made again from the sources, in one file: state, generations, added articles.

Vectors stand in the generations' own files, so that a restored corpus answers, and is reloaded, without
embedding anything again.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tarfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from porteparole import __version__
from porteparole.notice import PorteParoleError
from porteparole.settings import Settings
from porteparole.state.database import State, newest_revision
from porteparole.state.dump import dumped, load
from porteparole.state.swaps import Swaps
from porteparole.store.generation import Generations

_FORMAT = 1
_ABOUT, _ROWS = "backup.json", "state.jsonl"
_FOLDERS = ("generations", "articles")


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
            "format": _FORMAT,
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
            _written(archive, _ROWS, "\n".join(rows).encode())
            _written(archive, _ABOUT, json.dumps(about).encode())
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


def restore(data_dir: Path, state: State, source: Path) -> Backup:
    """Put a backup in place of what the data folder and the state database hold.

    The backup is unpacked beside and checked first. The caller holds the lock of the data folder.

    Raises:
        PorteParoleError: the file is no backup (``backup-none``), of a newer version (``backup-newer``), or
            something failed; what was there is still there.
    """
    unpacked, aside = data_dir / "restore.new", data_dir / "restore.old"
    shutil.rmtree(unpacked, ignore_errors=True)
    shutil.rmtree(aside, ignore_errors=True)
    try:
        about = _unpacked(source, unpacked)
        lines = (unpacked / _ROWS).read_text(encoding="utf-8").splitlines()
        aside.mkdir()
        try:
            for name in _FOLDERS:
                _moved(data_dir / name, aside / name)
                _moved(unpacked / name, data_dir / name)
            rows = load(state, lines, str(about["revision"]))
        except BaseException:
            for name in _FOLDERS:
                shutil.rmtree(data_dir / name, ignore_errors=True)
                _moved(aside / name, data_dir / name)
            raise
    except (ValueError, KeyError) as error:
        raise PorteParoleError("backup-none", file=str(source), reason=type(error).__name__) from error
    except OSError as error:
        raise PorteParoleError("backup-failed", reason=error.strerror or type(error).__name__) from error
    finally:
        shutil.rmtree(unpacked, ignore_errors=True)
        shutil.rmtree(aside, ignore_errors=True)
    return Backup(len(about["generations"]), rows, str(about["made"]), source.stat().st_size)


def _extracted(archive: tarfile.TarFile, folder: Path) -> None:
    """Unpack plain files and folders, none of them outside of ``folder``.

    Checked here because Python 3.11.0 to 3.11.3 have no filters for it.
    """
    inside = folder.resolve()
    for member in archive:
        if not (member.isreg() or member.isdir()) or not (inside / member.name).resolve().is_relative_to(
            inside
        ):
            raise tarfile.TarError(member.name)
    if hasattr(tarfile, "data_filter"):
        archive.extractall(folder, filter="data")
    else:
        archive.extractall(folder)  # noqa: S202


def _unpacked(source: Path, folder: Path) -> dict[str, Any]:
    try:
        with tarfile.open(source, "r:*") as archive:
            _extracted(archive, folder)
        about: dict[str, Any] = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        if about["format"] > _FORMAT or about["revision"] > newest_revision():
            raise PorteParoleError("backup-newer", file=str(source))
        for generation in (folder / "generations").glob("*"):
            if generation.name not in about["generations"]:
                shutil.rmtree(generation)  # discarded while it was being written
        for name in about["current"]:
            generation = Generations(folder).open(name)
            fault = generation.fault()
            generation.close()
            if fault:
                raise PorteParoleError("backup-none", file=str(source), reason=fault)
    except (tarfile.TarError, EOFError, zlib.error, ValueError, KeyError, TypeError, sqlite3.Error) as error:
        raise PorteParoleError("backup-none", file=str(source), reason=type(error).__name__) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PorteParoleError("backup-none", file=str(source), reason=reason) from error
    return about


def _moved(source: Path, target: Path) -> None:
    if source.exists():
        source.rename(target)
