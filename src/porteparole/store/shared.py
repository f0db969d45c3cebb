"""Finished generations on a Chroma server, for every bot that uses it.

Vectors are on the server anyway, by the content of their texts. What else a generation is made of, its
catalogue and its lexical index, stands there as one packed file in parts, and one record says which
generation answers. Each bot keeps a copy of its own and answers from that, whether the server is there or
not.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from porteparole.store.server import Server, patiently

if TYPE_CHECKING:
    from chromadb import Collection

T = TypeVar("T")

_POINTER = "current"
_PART = 750_000
_KEPT = 3
# Chroma wants a vector for every record; nobody searches among these.
_VECTOR = [0.0]


@dataclass(frozen=True, slots=True)
class Shared:
    """What the server says of the generation that answers.

    Attributes:
        generation: its id.
        reading: how its files were made (see ``reading_version``): another Porte-Parole may read otherwise.
        parts: in how many parts it is there.
        digest: SHA-256 of the packed file.
        kept: the last generations, newest first, separated by blanks.
    """

    generation: str
    reading: str
    parts: int
    digest: str
    kept: str


class SharedGenerations:
    """Reads and writes what bots share; may be used from any thread.

    Args:
        server: the server.
        vectors: the collection of the vectors: bots with different embedders share nothing.
    """

    def __init__(self, server: Server, vectors: str) -> None:
        self._server = server
        self._name = f"generations-{vectors}"
        self._opened: Collection | None = None

    def current(self) -> Shared | None:
        """Return which generation answers; None where no bot has shared one yet.

        Raises:
            PorteParoleError: the server does not answer.
        """
        found = self._call(lambda opened: opened.get(ids=[_POINTER], include=["metadatas"]))
        stored = found["metadatas"]
        return Shared(**cast("dict[str, Any]", dict(stored[0]))) if stored else None

    def publish(self, folder: Path, reading: str, without: Sequence[str]) -> None:
        """Share the generation in ``folder``, and say that it answers.

        Args:
            folder: of the finished generation; its name is the generation's id.
            reading: how it was made.
            without: names of files that are not shared.

        Raises:
            PorteParoleError: the server does not answer; the generation before it still answers there.
        """
        before = self.current()
        packed = _packed(folder, without)
        parts = [packed[start : start + _PART] for start in range(0, len(packed), _PART)]
        for number, part in enumerate(parts):
            record = {"generation": folder.name, "part": base64.b64encode(part).decode()}
            self._put(_part_id(folder.name, number), record)
        earlier = [name for name in (before.kept.split() if before else []) if name != folder.name]
        kept, gone = [folder.name, *earlier][:_KEPT], earlier[_KEPT - 1 :]
        digest = hashlib.sha256(packed).hexdigest()
        self._put(_POINTER, asdict(Shared(folder.name, reading, len(parts), digest, " ".join(kept))))
        for name in gone:
            self._call(lambda opened, name=name: opened.delete(where={"generation": name}))

    def fetch(self, shared: Shared, folder: Path) -> None:
        """Unpack what was shared into a new folder.

        Raises:
            PorteParoleError: the server does not answer.
            ValueError: what is there is not whole (it may just have been replaced).
        """
        packed = bytearray()
        for number in range(shared.parts):
            name = _part_id(shared.generation, number)
            found = self._call(lambda opened, name=name: opened.get(ids=[name], include=["metadatas"]))
            stored = found["metadatas"]
            if not stored:
                raise ValueError(f"part {number + 1} of {shared.parts} is not there")
            packed += base64.b64decode(str(stored[0]["part"]))
        if hashlib.sha256(packed).hexdigest() != shared.digest:
            raise ValueError("what was shared is damaged")
        folder.mkdir(parents=True)
        with zipfile.ZipFile(io.BytesIO(packed)) as file:
            file.extractall(folder)

    def _put(self, identifier: str, record: Mapping[str, Any]) -> None:
        self._call(lambda opened: opened.upsert([identifier], [_VECTOR], [dict(record)]))

    def _call(self, work: Callable[[Collection], T]) -> T:
        return patiently(self._server, lambda: work(self._collection()), self._forget)

    def _collection(self) -> Collection:
        if self._opened is None:
            client = self._server.connect()
            self._opened = client.get_or_create_collection(self._name, embedding_function=None)
        return self._opened

    def _forget(self) -> None:
        self._opened = None


def _part_id(generation: str, number: int) -> str:
    return f"{generation}-{number}"


def _packed(folder: Path, without: Sequence[str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as file:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            if path.name not in without:
                file.write(path, path.relative_to(folder).as_posix())
    return packed.getvalue()
