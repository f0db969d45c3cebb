"""Which files a source (a folder or a file) is made of."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from porteparole.corpus.draft import RefusedError, Remark
from porteparole.corpus.metadata import METADATA_FILE

FORMATS = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".jsonl")
# What stands beside articles without being one.
COMPANIONS = frozenset({"readme", "license", "licence", "notice", "copying"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read, and the name that people know it by; or why it is not read."""

    path: Path
    name: str
    refused: Remark | None = None


def prefixed(sources: Sequence[Path]) -> list[tuple[Path, str]]:
    """Give each folder what tells its files from those of the others: nothing, its name, or its path."""
    distinct = list({source.resolve(): source for source in reversed(sources)}.values())[::-1]
    folders = [source for source in distinct if is_folder(source)]
    names = Counter(source.name for source in folders)
    return [
        (source, "" if len(folders) < 2 or source not in folders else f"{_label(source, names)}/")
        for source in distinct
    ]


def _label(folder: Path, names: Counter[str]) -> str:
    return folder.name if folder.name and names[folder.name] == 1 else str(folder).rstrip("/")


def files_of(source: Path, prefix: str = "") -> Iterator[SourceFile]:
    """Yield the files of a source, sorted; a folder is searched with all its folders.

    Hidden files, ``articles.toml``, README and licence files are passed over, as are the folders that a
    browser saves beside a page. A folder that links lead to twice is searched once.
    """
    if is_folder(source):
        yield from _walk(source, prefix, set())
    else:
        yield _checked(source, prefix + source.name)


def read_limited(path: Path, max_bytes: int) -> bytes:
    """Return the bytes of a file.

    Raises:
        OSError: the file cannot be read.
        RefusedError: it has more than ``max_bytes``.
    """
    with path.open("rb") as file:
        data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        size = max(path.stat().st_size, len(data))
        raise RefusedError("corpus-refused-large", size=_megabytes(size), limit=_megabytes(max_bytes))
    return data


def is_folder(path: Path) -> bool:
    """Say whether ``path`` is a folder; one that may not be looked at counts as none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def names_in(folder: Path) -> list[str]:
    """Return the names of the files in a folder, but for hidden ones; none where it cannot be read."""
    try:
        return [path.name for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")]
    except OSError:
        return []


def size_of(path: Path) -> int:
    """Return the bytes of a file; 0 where it cannot be looked at."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def unreadable(error: OSError, line: int | None = None) -> Remark:
    """Return the remark on a file that the system does not let us read."""
    return Remark("corpus-refused-unreadable", line, {"why": error.strerror or type(error).__name__})


def _walk(folder: Path, prefix: str, seen: set[Path]) -> Iterator[SourceFile]:
    real = folder.resolve()
    if real in seen:
        return
    seen.add(real)
    try:
        entries = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        yield SourceFile(folder, prefix or folder.name, unreadable(error))
        return
    pages = {Path(name).stem for name in entries if name.lower().endswith((".html", ".htm"))}
    for name in entries:
        path = folder / name
        if name.startswith(".") or name == METADATA_FILE:
            continue
        if is_folder(path):
            if name.removesuffix("_files").removesuffix("_fichiers") not in pages:
                yield from _walk(path, f"{prefix}{name}/", seen)
        elif path.stem.lower() not in COMPANIONS:
            yield _checked(path, prefix + name)


def _checked(path: Path, name: str) -> SourceFile:
    # A name that is no valid UTF-8 on disk could not be shown or stored.
    shown = name.encode("utf-8", "replace").decode("utf-8")
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return SourceFile(path, shown, unreadable(error))
    if not stat.S_ISREG(mode):
        return SourceFile(path, shown, Remark("corpus-refused-no-file"))
    if path.suffix.lower() not in FORMATS:
        return SourceFile(path, shown, Remark("corpus-refused-format", None, {"formats": ", ".join(FORMATS)}))
    return SourceFile(path, shown)


def _megabytes(size: int) -> str:
    return f"{size / 10**6:.1f}".removesuffix(".0")
