"""Starting and stopping, over real sockets: one sentence and an exit code, no traceback for the operator."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.loopback import TOKEN

HERE = Path(__file__).resolve().parent


def start(data_dir: Path, scenario: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, str(HERE / "loopback.py"), str(data_dir), scenario],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={"PYTHONPATH": str(HERE.parents[1]), "PYTHONUTF8": "1", "PATH": ""},
    )
    return done.returncode, done.stderr


def for_the_operator(stderr: str) -> list[str]:
    """Return what is not log."""
    return [
        line for line in stderr.splitlines() if not line.startswith(("DEBUG", "INFO", "WARNING", "ERROR"))
    ]


@pytest.mark.parametrize(
    ("scenario", "code", "sentence"),
    [
        ("wrong-token", 78, "Discord does not accept the token."),
        ("odd-token", 78, "Discord does not accept the token."),
        ("token-refused-late", 78, "Discord does not accept the token."),
        ("intents", 78, "Discord refuses an intent"),
        ("sharding", 78, "Discord wants the servers of this bot split"),
        ("unreachable", 69, "Discord cannot be reached (ClientConnectorError)."),
        ("outage", 69, "Discord cannot be reached (HTTP 500)."),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_an_exit_code(
    tmp_path: Path, scenario: str, code: int, sentence: str
) -> None:
    returned, stderr = start(tmp_path, scenario)
    lines = for_the_operator(stderr)
    assert returned == code, stderr
    assert len(lines) == 1, stderr
    assert lines[0].startswith(sentence)
    assert "Traceback" not in stderr
    assert "secret" not in stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no POSIX signals on Windows")
def test_a_signal_ends_it_cleanly_after_it_said_how_to_invite_it(tmp_path: Path) -> None:
    returned, stderr = start(tmp_path, "stop")
    ready, invite, content = for_the_operator(stderr)
    assert returned == 0, stderr
    assert ready == "Connected to Discord as porte-parole."
    assert invite.startswith("Invite the bot to a server: https://")
    assert content.startswith("“Message Content Intent” is off")
    assert TOKEN not in stderr
    assert "voice" not in stderr
    assert "heartbeat_interval" not in stderr  # what the socket brings is not logged, even at DEBUG
