"""A file that is costly to build and may be lost at any time."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import tempfile
from collections.abc import Callable
from pathlib import Path

_DIGEST = 32

_log = logging.getLogger(__name__)


def cached(folder: Path | None, family: str, key: str, build: Callable[[], bytes]) -> bytes:
    """Return what ``build`` returns, from a file in ``folder`` where an earlier process left it there.

    The file begins with the SHA-256 of the rest: one that is cut off or altered is built again. It is put in
    place at once (written beside, then renamed). A folder that cannot be written costs time, nothing else.

    Args:
        folder: made where it does not exist; None: nothing is kept.
        family: files of the same family with another key are removed when a new one is written.
        key: everything that the content depends on.
        build: makes the content.
    """
    if folder is None:
        return build()
    path = folder / f"{family}-{hashlib.sha256(key.encode()).hexdigest()[:16]}.bin"
    content = _read(path)
    if content is None:
        content = build()
        try:
            _write(path, content)
            _remove_others(path, family)
        except OSError as error:
            _log.info("nothing was kept in %s: %s", folder, error)
    return content


def _read(path: Path) -> bytes | None:
    try:
        stored = path.read_bytes()
    except OSError:
        return None
    digest, content = stored[:_DIGEST], stored[_DIGEST:]
    if hashlib.sha256(content).digest() != digest:
        _log.warning("%s is damaged and is built again", path)
        return None
    return content


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f"{path.stem}.", delete=False) as file:
        new = Path(file.name)
        try:
            file.write(hashlib.sha256(content).digest())
            file.write(content)
            file.close()
            new.replace(path)
        except OSError:
            new.unlink(missing_ok=True)
            raise


def _remove_others(path: Path, family: str) -> None:
    for other in path.parent.glob(f"{family}-*.bin"):
        if other != path:
            # Another process may be reading it (Windows), or may have removed it.
            with contextlib.suppress(OSError):
                other.unlink()
