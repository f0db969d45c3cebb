"""Puts a backup in place of what is there: all of it, or nothing, also where it is killed midway."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sqlite3
import tarfile
import zlib
from functools import partial
from pathlib import Path
from typing import Any

from porteparole.library.backup import ABOUT, FORMAT, ROWS, Backup
from porteparole.notice import PorteParoleError
from porteparole.state.audit import is_restored, note_restored
from porteparole.state.database import State, newest_revision
from porteparole.state.dump import load
from porteparole.store.generation import Generations

_FOLDERS = ("generations", "articles")
_NEW, _OLD = "restore.new", "restore.old"
# Beside the old folders, as long as it is not decided which count: what tells that the new rows are there.
_UNDECIDED = "undecided.json"


def restore(data_dir: Path, state: State, source: Path, actor: str) -> Backup:
    """Put a backup in place of what the data folder and the state database hold.

    The backup is unpacked beside and checked first. The old folders are put aside; the transaction that
    replaces the rows of the state database decides. The caller holds the lock of the data folder.

    Raises:
        PorteParoleError: the file is no backup (``backup-none``), of a newer version (``backup-newer``), or
            something failed; what was there is still there.
    """
    recover(data_dir, state)
    try:
        about = _unpacked(source, data_dir / _NEW)
        lines = (data_dir / _NEW / ROWS).read_text(encoding="utf-8").splitlines()
        token = secrets.token_hex(8)
        _put_aside(data_dir, token)
        for name in _FOLDERS:
            _moved(data_dir / _NEW / name, data_dir / name)
        written_down = partial(note_restored, actor=actor, subject=source.name, token=token)
        rows = load(state, lines, str(about["revision"]), written_down)
    except (ValueError, KeyError) as error:
        raise PorteParoleError("backup-none", file=str(source), reason=type(error).__name__) from error
    except OSError as error:
        raise PorteParoleError("backup-failed", reason=error.strerror or type(error).__name__) from error
    finally:
        recover(data_dir, state)
    return Backup(len(about["generations"]), rows, str(about["made"]), source.stat().st_size)


def recover(data_dir: Path, state: State) -> None:
    """Finish or take back a restore that ended midway. The caller holds the lock of the data folder."""
    aside = data_dir / _OLD
    if (aside / _UNDECIDED).exists():
        undecided = json.loads((aside / _UNDECIDED).read_text(encoding="utf-8"))
        if not is_restored(state, undecided["token"]):
            for name in _FOLDERS:
                # One that was there and is not aside was not touched yet.
                if (aside / name).exists() or name not in undecided["there"]:
                    shutil.rmtree(data_dir / name, ignore_errors=True)
                _moved(aside / name, data_dir / name)
        (aside / _UNDECIDED).unlink()
    shutil.rmtree(aside, ignore_errors=True)
    shutil.rmtree(data_dir / _NEW, ignore_errors=True)


def _put_aside(data_dir: Path, token: str) -> None:
    aside = data_dir / _OLD
    aside.mkdir()
    there = [name for name in _FOLDERS if (data_dir / name).exists()]
    # Under another name until it is whole.
    beginning = aside / f"{_UNDECIDED}.part"
    with beginning.open("w", encoding="utf-8") as file:
        json.dump({"token": token, "there": there}, file)
        file.flush()
        os.fsync(file.fileno())
    beginning.rename(aside / _UNDECIDED)
    for name in there:
        (data_dir / name).rename(aside / name)


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
        about: dict[str, Any] = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        if about["format"] > FORMAT or about["revision"] > newest_revision():
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
