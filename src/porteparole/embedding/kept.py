"""Vectors of the corpus' sentences and words, kept on disk from one start to the next.

The words of a question are compared with hundreds of words of the articles; embedding those takes longer than
all the rest of a first answer. Only texts of articles are handed over, never what people ask, and of a text
only its digest is kept, so that nothing can be read of an article that was removed.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from porteparole.embedding.embedder import Embedder, Kind
from porteparole.embedding.weights import Floats

# At 384 numbers about 80 MB.
_MOST = 50_000
_MOST_ASKED = 5_000
_TABLE = "CREATE TABLE IF NOT EXISTS vector (digest BLOB PRIMARY KEY, numbers BLOB NOT NULL)"

_log = logging.getLogger(__name__)


class KeptVectors:
    """A file of vectors that may be lost at any time; may be used from any thread.

    A file that cannot be read or written costs time, nothing else.

    Args:
        folder: made where it does not exist.
        embedder: whose vectors they are; those of another model or version stand in another file.
    """

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        name = hashlib.sha256(f"{embedder.model}\n{embedder.version}".encode()).hexdigest()[:16]
        self._db: sqlite3.Connection | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            # sqlite3 is compiled "serialized" (threadsafety 3): one connection may serve every thread.
            self._db = sqlite3.connect(folder / f"texts-{name}.sqlite", check_same_thread=False, timeout=1)
            with self._db:
                self._db.execute("PRAGMA journal_mode = WAL")
                self._db.execute("PRAGMA synchronous = OFF")
                self._db.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def get(self, texts: Sequence[str], kind: Kind) -> dict[str, Floats]:
        """Return the vectors that are kept of ``texts``, embedded as ``kind``."""
        found: dict[str, Floats] = {}
        for start in range(0, len(texts), _MOST_ASKED):
            keys = {_digest(kind, text): text for text in texts[start : start + _MOST_ASKED]}
            marks = ", ".join("?" * len(keys))
            try:
                rows = self._db and self._db.execute(
                    f"SELECT digest, numbers FROM vector WHERE digest IN ({marks})",  # noqa: S608
                    list(keys),
                )
                found.update((keys[key], np.frombuffer(numbers, np.float32)) for key, numbers in rows or ())
            except sqlite3.Error as error:
                self._give_up(error)
        return found

    def put(self, vectors: Mapping[str, Floats], kind: Kind) -> None:
        """Keep vectors; beyond the limit the oldest go."""
        if self._db is None:
            return
        rows = [
            (_digest(kind, text), vector.astype(np.float32).tobytes()) for text, vector in vectors.items()
        ]
        try:
            with self._db:
                self._db.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?)", rows)
                self._db.execute(
                    "DELETE FROM vector WHERE rowid <= (SELECT max(rowid) FROM vector) - ?", (_MOST,)
                )
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Close the file."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def _give_up(self, error: Exception) -> None:
        _log.info("no vectors of sentences and words are kept: %s", error)
        with contextlib.suppress(sqlite3.Error):
            self.close()


def _digest(kind: Kind, text: str) -> bytes:
    return hashlib.sha256(f"{kind}: {text}".encode("utf-8", "surrogatepass")).digest()[:16]
