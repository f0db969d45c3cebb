"""Events of the gateway that discord.py cannot read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord

from bot.failures import record

# Without these there is no session: then it is better to connect anew.
_NEEDED = ("READY", "RESUMED")


def forgive_events(client: discord.Client) -> None:
    """Let a client pass over an event that it cannot read.

    discord.py 2.7 would end the connection, and what comes in before the next one would be lost.
    """
    parsers = client._connection.parsers
    for name, parse in parsers.items():
        if name not in _NEEDED:
            parsers[name] = _forgiving(name, parse)


def _forgiving(name: str, parse: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        try:
            return parse(data)
        except Exception as error:
            record(error, f"event {name}, which is passed over")
            return None

    return read
