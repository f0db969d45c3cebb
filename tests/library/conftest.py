"""A newsroom: a folder of articles, and the real engine on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from porteparole.embedding.embedder import Embedder
from porteparole.engine import open_service
from porteparole.service import Service
from porteparole.settings import Settings

BRIDGE = (
    "Le maire de Tours, Jean Petit, a annoncé lundi que le pont Wilson serait fermé en mars.\n\n"
    "« Les travaux dureront deux ans », a déclaré Anne Morel, la directrice des services techniques.\n\n"
    "Selon la préfecture, trente mille voitures passent chaque jour sur ce pont.\n"
)
TRAM = (
    "The transport authority said on Friday that the second tram line would open in June.\n\n"
    "“The budget is forty million euros,” said Paul Renard, the head of the authority.\n"
)


class Newsroom:
    """The folder of articles, and the engine opened on it."""

    def __init__(self, folder: Path) -> None:
        self.seeds = folder / "seeds"
        self.data = folder / "data"
        self.seeds.mkdir()
        self.write("pont.txt", BRIDGE)
        self.write("tram.txt", TRAM)
        self._opened: list[Service] = []

    def write(self, name: str, text: str) -> None:
        path = self.seeds / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def open(self, **given: object) -> Service:
        service = open_service(Settings(**given), seeds=[self.seeds], data_dir=self.data)
        self._opened.append(service)
        return service

    def close(self) -> None:
        while self._opened:
            self._opened.pop().close()


@pytest.fixture
def newsroom(tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch) -> Iterator[Newsroom]:
    # The embedder is loaded once for all tests.
    loaded: Callable[..., Embedder] = lambda *_, **__: embedder  # noqa: E731
    monkeypatch.setattr("porteparole.library.opening.make_embedder", loaded)
    room = Newsroom(tmp_path)
    yield room
    room.close()
