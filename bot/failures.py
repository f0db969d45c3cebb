"""What went wrong, in the log under a number that the person is told."""

from __future__ import annotations

import logging
import secrets
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import discord

from porteparole.notice import PorteParoleError

log = logging.getLogger("bot")
# The messages of these never quote what a person wrote; those of others may.
_DISCREET = (discord.HTTPException, discord.ConnectionClosed, PorteParoleError, OSError)


def record(error: BaseException, where: str) -> str:
    """Log an error with its traceback, without any text that a person wrote; return its reference.

    The messages of unknown exceptions are left out, because they may quote the question; they come at the
    level DEBUG.
    """
    reference = secrets.token_hex(4).upper()
    log.error("error %s in %s\n%s", reference, where, anatomy(error))
    log.debug("error %s in full", reference, exc_info=error)
    return reference


def anatomy(error: BaseException) -> str:
    """Return the traceback of an error and of its causes, each exception by its name."""
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        said = f": {current}" if isinstance(current, _DISCREET) else ""
        frames = "".join(traceback.format_tb(current.__traceback__))
        parts.append(f"{frames}{type(current).__module__}.{type(current).__qualname__}{said}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n\n".join(reversed(parts))


@contextmanager
def hidden(secret: str) -> Iterator[None]:
    """Keep a secret out of whatever the root logger's handlers write."""
    hide = _HideSecret(secret)
    handlers = list(logging.getLogger().handlers) if secret else []
    for handler in handlers:
        handler.addFilter(hide)
    try:
        yield
    finally:
        for handler in handlers:
            handler.removeFilter(hide)


class _HideSecret(logging.Filter):
    """Takes a secret out of every record that a handler gets."""

    def __init__(self, secret: str) -> None:
        super().__init__()
        self._secret = secret

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record by, without the secret."""
        message = record.getMessage()
        if record.exc_info:
            record.exc_text = (
                logging.Formatter().formatException(record.exc_info).replace(self._secret, "•••")
            )
        if self._secret in message:
            record.msg, record.args = message.replace(self._secret, "•••"), ()
        return True
