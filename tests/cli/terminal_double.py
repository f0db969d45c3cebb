"""The real script on a pseudo-terminal, as a person would see it."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

SCRIPT = Path(sys.executable).with_name("porteparole")


def started_on_terminal(
    arguments: list[str], variables: dict[str, str] | None = None
) -> tuple[subprocess.Popen[bytes], int]:
    """Start the script with a terminal for its three streams; return it and the other end of the terminal."""
    screen, terminal = pty.openpty()
    process = subprocess.Popen(
        [SCRIPT, *arguments],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env={**os.environ, **(variables or {})},
        start_new_session=True,
    )
    os.close(terminal)
    return process, screen


def read_all(screen: int) -> str:
    """Return what is shown until the script ends."""
    shown = b""
    while True:
        try:
            read = os.read(screen, 65536)
        except OSError:  # how Linux tells the end of a terminal
            break
        if not read:
            break
        shown += read
    os.close(screen)
    return shown.decode("utf-8", "replace")


def read_until(screen: int, text: str, seconds: float = 60) -> str:
    """Return what is shown until ``text`` is there."""
    shown = b""
    deadline = time.monotonic() + seconds
    while text.encode() not in shown and time.monotonic() < deadline:
        if select.select([screen], [], [], 1)[0]:
            shown += os.read(screen, 65536)
    return shown.decode("utf-8", "replace")
