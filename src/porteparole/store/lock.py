"""One process owns a data folder: Chroma's persistent client goes stale or loses vectors otherwise."""

from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock, Timeout

from porteparole.notice import PorteParoleError


class DataLock:
    """The lock on a data folder, held from construction to :meth:`release`.

    Raises:
        PorteParoleError: another process holds it (``store-locked``, with its number), or the folder
            cannot be written (``store-not-writable``).
    """

    def __init__(self, data_dir: Path) -> None:
        self._owner = data_dir / "owner.pid"
        try:
            data_dir.mkdir(parents=True, exist_ok=True)
            self._lock = FileLock(data_dir / "lock")
            self._lock.acquire(timeout=0)
            self._owner.write_text(str(os.getpid()), encoding="ascii")
        except Timeout:
            raise PorteParoleError("store-locked", folder=str(data_dir), process=self._holder()) from None
        except OSError as error:
            raise PorteParoleError(
                "store-not-writable", folder=str(data_dir), reason=error.strerror or str(error)
            ) from error

    def _holder(self) -> str:
        try:
            return self._owner.read_text(encoding="ascii").strip() or "?"
        except OSError:
            return "?"

    def release(self) -> None:
        """Give the folder free; a second call does nothing."""
        if self._lock.is_locked:
            self._owner.unlink(missing_ok=True)
            self._lock.release()
