"""How the tests of the terminal run commands: in this process on a small service, or the real script."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from porteparole.cli.app import execute
from porteparole.corpus.article import Article, Corpus, Paragraph, content_id
from tests.cli.small_service import TEXTS, Ran, SmallService


@pytest.fixture
def bridge() -> Corpus:
    """One article, with a line break and a colour command inside a paragraph."""
    paragraphs = tuple(
        Paragraph(content_id(text), "bridge", number, text, number) for number, text in enumerate(TEXTS, 1)
    )
    return Corpus((Article("bridge", "Le pont", "fr", paragraphs, "bridge.txt", published="2026-03-02"),))


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An English terminal in an empty folder, without settings from outside."""
    for name in list(os.environ):
        if name.startswith(("PORTEPAROLE_", "LC_")) or name in {"DISCORD_TOKEN", "LANGUAGE", "NO_COLOR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("PORTEPAROLE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def service(bridge: Corpus, monkeypatch: pytest.MonkeyPatch) -> SmallService:
    """The service that commands in this process open instead of the engine."""
    small = SmallService(bridge)

    def open_service(settings: Any, **options: Any) -> SmallService:
        small.settings = settings
        options["progress"]("reading", 1, 1)
        return small

    engine = ModuleType("porteparole.engine")
    engine.open_service = open_service  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "porteparole.engine", engine)
    return small


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run a command line in this process."""

    def command(*arguments: str, stdin: str | bytes = "") -> Ran:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        capsys.readouterr()
        code = execute(list(arguments))
        streams = capsys.readouterr()
        return Ran(code, streams.out, streams.err)

    return command


@pytest.fixture
def script() -> Callable[..., Ran]:
    """Run the installed console script as a process of its own."""
    path = Path(sys.executable).with_name("porteparole")

    def command(*arguments: str, stdin: bytes = b"", timeout: float = 120, **variables: str) -> Ran:
        done = subprocess.run(
            [path, *arguments],
            input=stdin,
            capture_output=True,
            timeout=timeout,
            env={**os.environ, **variables},
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return command
