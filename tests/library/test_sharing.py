"""Bots on one Chroma server, a real one on loopback."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from porteparole.language import LANGUAGES
from porteparole.notice import PorteParoleError
from porteparole.store import server as server_module
from porteparole.store.server import Server
from porteparole.store.shared import SharedGenerations
from porteparole.texts import Texts
from tests.library.conftest import Newsroom
from tests.store.chroma_server import ChromaServer

_QUESTION = "Combien de voitures passent chaque jour sur le pont ?"
# Another bot: it answers each line from standard input, until that ends.
_BOT = """
import json, sys
from pathlib import Path
from porteparole.engine import open_service
from porteparole.settings import Settings
service = open_service(Settings(), seeds=[Path(sys.argv[1])], data_dir=Path(sys.argv[2]))
print("open", flush=True)
for line in sys.stdin:
    answer = service.ask(line)
    print(json.dumps({"generation": answer.generation, "text": answer.text}), flush=True)
service.close()
"""


@pytest.fixture
def chroma(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ChromaServer]:
    server = ChromaServer(tmp_path / "server")
    server.start()
    monkeypatch.setenv("PORTEPAROLE_CHROMA__URL", server.url)
    monkeypatch.setattr(server_module, "_WAITS", (0.05, 0.1))
    yield server
    server.stop()


class Bot:
    """A process of its own."""

    def __init__(self, seeds: Path, data: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _BOT, str(seeds), str(data)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._line() == "open"

    def _line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def ask(self, question: str) -> dict[str, str]:
        assert self._process.stdin
        print(question, file=self._process.stdin, flush=True)
        return json.loads(self._line())

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(timeout=30)


def _soon(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.2)
    return False


def test_another_bot_sees_a_reload_and_a_rollback_within_seconds(
    newsroom: Newsroom, chroma: ChromaServer, tmp_path: Path
) -> None:
    service = newsroom.open()
    first = service.ask(_QUESTION)
    assert "trente mille" in first.text
    # The other one has no articles of its own: all comes from the server.
    (tmp_path / "none").mkdir()
    other = Bot(tmp_path / "none", tmp_path / "other")
    try:
        assert other.ask(_QUESTION) == {"generation": first.generation, "text": first.text}
        newsroom.write("velo.txt", "La mairie a annoncé que neuf mille vélos seraient offerts en avril.\n")
        report = service.library.reload(actor="terminal:test")
        assert report.swapped
        assert _soon(lambda: other.ask(_QUESTION)["generation"] == report.generation)
        assert "neuf mille" in other.ask("Combien de vélos la mairie offre-t-elle ?")["text"]
        service.library.rollback(actor="terminal:test")
        assert _soon(lambda: other.ask(_QUESTION)["generation"] == first.generation)
    finally:
        other.close()


def test_a_server_that_dies_is_not_missed_by_those_who_ask(newsroom: Newsroom, chroma: ChromaServer) -> None:
    service = newsroom.open()
    generation = service.ask(_QUESTION).generation
    chroma.stop()
    assert "trente mille" in service.ask(_QUESTION).text
    newsroom.write("velo.txt", "La mairie a annoncé que neuf mille vélos seraient offerts en avril.\n")
    with pytest.raises(PorteParoleError) as error:
        service.library.reload(actor="terminal:test")
    assert error.value.notice.key == "store-server-away"
    assert error.value.notice.values["address"] == chroma.url
    assert service.ask(_QUESTION).generation == generation, "the old articles answer"
    service.close()
    again = newsroom.open()
    assert again.ask(_QUESTION).generation == generation, "also after a start without the server"
    chroma.start()
    assert again.library.reload(actor="terminal:test").swapped


def test_a_start_without_a_server_searches_words_alone_until_it_is_there(
    newsroom: Newsroom, chroma: ChromaServer, caplog: pytest.LogCaptureFixture
) -> None:
    chroma.stop()
    service = newsroom.open()
    assert "lexical search alone answers" in caplog.text
    before = service.ask(_QUESTION)
    assert "trente mille" in before.text
    chroma.start()
    assert _soon(lambda: service.ask(_QUESTION).generation != before.generation), "it indexes by itself"
    assert "trente mille" in service.ask(_QUESTION).text


def test_what_is_shared_comes_back_whole_and_old_generations_go(tmp_path: Path, chroma: ChromaServer) -> None:
    shared = SharedGenerations(Server(chroma.url), "passages-test")
    assert shared.current() is None
    for number in range(5):
        folder = tmp_path / f"generation-{number}"
        (folder / "lexical").mkdir(parents=True)
        (folder / "catalogue.sqlite").write_bytes(bytes(range(256)) * 9_000 + bytes([number]))
        (folder / "lexical" / "meta.json").write_text("{}")
        (folder / "vectors.npy").write_bytes(b"not shared")
        shared.publish(folder, "reading", ["vectors.npy"])
    there = shared.current()
    assert there is not None
    assert there.generation == "generation-4"
    assert there.kept.split() == ["generation-4", "generation-3", "generation-2"]
    shared.fetch(there, tmp_path / "copy")
    files = sorted(p.relative_to(tmp_path / "copy").as_posix() for p in (tmp_path / "copy").rglob("*.*"))
    assert files == ["catalogue.sqlite", "lexical/meta.json"]
    copied = (tmp_path / "copy" / "catalogue.sqlite").read_bytes()
    assert copied == (tmp_path / "generation-4" / "catalogue.sqlite").read_bytes()
    client = Server(chroma.url).connect()
    left = client.get_collection("generations-passages-test", embedding_function=None).get(include=[])["ids"]
    assert {i.rpartition("-")[0] for i in left if i != "current"} == set(there.kept.split())


def test_what_is_no_chroma_server_is_said_without_the_token() -> None:
    server = Server("https://127.0.0.1:9", SecretStr("a-secret"))
    with pytest.raises(PorteParoleError) as error:
        server.connect()
    assert error.value.notice.key == "store-server-away"
    for language in LANGUAGES:
        sentence = Texts().notice(language, error.value.notice)
        assert "https://127.0.0.1:9" in sentence
        assert "a-secret" not in sentence
