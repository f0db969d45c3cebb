"""``doctor``: every fault is found, told with how to mend it, and counted in the exit code."""

import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from porteparole.doctor import Finding, embedder, examine
from porteparole.notice import Notice
from porteparole.settings import Settings
from porteparole.store.lock import DataLock
from tests.cli.small_service import Ran

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.secret-secret-secret-secret"


def said(findings: Iterator[Finding]) -> dict[str, Finding]:
    return {finding.said.key: finding for finding in findings}


@contextmanager
def discord(code: int, body: bytes) -> Iterator[tuple[str, list[str]]]:
    """A server on this machine that answers as Discord would, and what it was told."""
    told: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.append(f"{self.path} {self.headers['Authorization']}")
            self.send_response(code)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_sound_installation_has_nothing_wrong(run: Callable[..., Ran]):
    ended = run("doctor")
    marks = [line[0] for line in ended.out.splitlines()]
    assert ended.code == 0, ended.out
    assert set(marks) == {"✓", "–"}
    assert ended.err == "Nothing is wrong.\n"
    assert "2 articles" in ended.out
    assert "\x1b" not in ended.out  # no colours for a pipe


def test_wrong_settings_are_told_and_the_rest_is_looked_at_all_the_same(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PORTEPAROLE_LANGUAGE", "xx")
    ended = run("doctor")
    assert ended.code == 1
    assert ended.out.startswith("✗ The setting PORTEPAROLE_LANGUAGE")
    assert "✓ Python 3." in ended.out
    assert ended.err == "One thing is wrong.\n"


def test_articles_that_are_missing_or_refused_are_told(run: Callable[..., Ran], tmp_path: Path):
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "empty.txt").write_text("")
    ended = run("doctor", "--seeds", str(tmp_path / "here"))
    assert ended.code == 1
    assert "✗ A file was refused: " in ended.out
    assert "✗ There is no article in " in ended.out
    assert "  → Put articles (.txt, .md, .html, .pdf, .jsonl) into " in ended.out
    nowhere = run("doctor", "--seeds", str(tmp_path / "nowhere"))
    assert nowhere.code == 1
    assert "nowhere" in nowhere.out


def test_a_data_folder_that_cannot_be_made_is_told(run: Callable[..., Ran], tmp_path: Path):
    (tmp_path / "file").write_text("")
    ended = run("doctor", "--data", str(tmp_path / "file" / "data"))
    assert ended.code == 1
    assert "→ Give yourself the right to write " in ended.out
    existing = run("doctor", "--data", str(tmp_path / "file"))
    assert existing.code == 1
    assert (tmp_path / "file").read_text() == ""


def test_it_makes_no_data_folder(run: Callable[..., Ran], tmp_path: Path):
    run("doctor", "--data", str(tmp_path / "new"))
    assert not (tmp_path / "new").exists()


def test_a_folder_in_use_is_told_with_its_owner_and_is_nothing_wrong(
    run: Callable[..., Ran], script: Callable[..., Ran], tmp_path: Path
):
    lock = DataLock(tmp_path / "data")
    try:
        ended = script("doctor", "--data", str(tmp_path / "data"))
    finally:
        lock.release()
    assert ended.code == 0
    (line,) = [line for line in ended.out.splitlines() if "in use" in line]
    assert line.startswith("–")
    assert (tmp_path / "data").exists()


def test_a_token_of_another_shape_is_told_and_sent_nowhere(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DISCORD_TOKEN", "not a token\r\nX: y")
    with discord(200, b"{}") as (address, told):
        findings = said(examine(Settings(), discord_api=address))
    assert findings["cli-doctor-token-shape"].ok is False
    assert told == []


@pytest.mark.parametrize(
    ("code", "body", "key", "ok"),
    [
        (200, json.dumps({"username": "Porte\x1bParole"}).encode(), "cli-doctor-discord", True),
        (401, b"{}", "cli-doctor-token-refused", False),
        (500, b"", "cli-doctor-discord-answer", False),
        (200, b"<html>", "cli-doctor-discord-away", False),
        (200, b"[]", "cli-doctor-discord-away", False),
    ],
)
def test_discord_is_asked_whether_it_knows_the_token(
    monkeypatch: pytest.MonkeyPatch, code: int, body: bytes, key: str, ok: bool
):
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    with discord(code, body) as (address, told):
        findings = said(examine(Settings(), discord_api=address))
    assert findings[key].ok is ok
    assert (findings[key].mend is None) == ok
    assert told == [f"/users/@me Bot {TOKEN}"]
    assert TOKEN not in str(findings)


def test_discord_out_of_reach_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    with discord(200, b"") as (address, _):
        pass
    findings = said(examine(Settings(), discord_api=address))
    assert findings["cli-doctor-discord-away"].ok is False


def test_the_embedder_is_loaded_and_tried():
    found = embedder(Settings())
    assert (found.ok, found.said.values) == (True, {"name": "multilingual-e5-small", "dimension": 384})


def test_weights_that_are_not_the_tested_ones_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    other = tmp_path / "weights.bin"
    other.write_bytes(b"E5S1")
    monkeypatch.setattr("porteparole.embedding.e5.weights_file", lambda: other)
    told = embedder(Settings())
    assert (told.ok, told.said.key) == (False, "embedding-wrong-weights")
    assert told.mend == Notice("cli-doctor-mend-embedder"), "lexical search answers until then"


def test_an_embedder_that_cannot_load_on_this_platform_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    told = embedder(Settings())
    assert (told.ok, told.said.key) == (False, "embedding-cannot-load")
    assert told.mend == Notice("cli-doctor-mend-embedder")


@pytest.mark.parametrize(
    ("model", "key"),
    [
        ("ollama:nomic-embed-text", "embedding-service-failed"),
        ("openai:text-embedding-3-small", "embedding-no-key"),
        ("olama:nomic-embed-text", "embedding-unknown"),
    ],
)
def test_another_embedder_is_tried_and_its_fault_told(monkeypatch: pytest.MonkeyPatch, model: str, key: str):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setenv("PORTEPAROLE_EMBEDDING__MODEL", model)
    if model.startswith("ollama"):
        monkeypatch.setenv("PORTEPAROLE_EMBEDDING__BASE_URL", "http://127.0.0.1:9")
    told = embedder(Settings())
    assert (told.ok, told.said.key) == (False, key)
    assert told.mend == Notice("cli-doctor-mend-embedding-service")


def test_a_package_that_is_missing_or_too_old_is_told(monkeypatch: pytest.MonkeyPatch):
    wanted = ["no-such-package-here>=1", "typer>=999", "rich>=1", "other; python_version < '3'"]
    monkeypatch.setattr("porteparole.doctor.metadata.requires", lambda name: wanted)  # type: ignore[misc]
    findings = said(examine(None))
    assert findings["cli-doctor-package-missing"].said.values["name"] == "no-such-package-here"
    assert findings["cli-doctor-package-version"].said.values["name"] == "typer"
    assert "cli-doctor-packages" not in findings
