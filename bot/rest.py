"""Requests to Discord that survive its bad minutes, and are never carried out twice.

discord.py repeats most 5xx by itself, but not a 503, a time-out or a broken connection; and it waits up to
five minutes for a server that says nothing.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import aiohttp
import discord

log = logging.getLogger("bot")

T = TypeVar("T")
# Whether such a request was carried out cannot be known.
UNCERTAIN = (discord.DiscordServerError, aiohttp.ClientError, TimeoutError, OSError)
# Seconds before the second and the third try, and for each request.
PAUSES, EACH = (1.0, 4.0), 20.0
# An interaction is void after three seconds.
ACKNOWLEDGE = 2.5
_ACKNOWLEDGED = 40060


async def persistently(request: Callable[[], Awaitable[T]]) -> T:
    """Make a request up to three times, as long as it is not known to have been carried out.

    It is never cancelled: where discord.py 2.7 waits out a global rate limit, that would hold back every
    later request for ever. The session gives up by itself (see :func:`limit_requests`).

    Args:
        request: harmless to repeat: an edit, a reading, or a message with a nonce.

    Raises:
        discord.HTTPException: Discord declined, or still had a server error.
        TimeoutError: it did not answer.
        aiohttp.ClientError: it could not be reached.
    """
    for pause in PAUSES:
        try:
            return await request()
        except UNCERTAIN as error:
            log.warning("Discord did not take a request (%s); once more", _named(error))
            await asyncio.sleep(pause)
    return await request()


def limit_requests(client: discord.Client) -> None:
    """Let a client that is logged in wait for an answer no longer than :data:`EACH` seconds.

    discord.py has no setting for it; without this it would be aiohttp's five minutes.
    """
    session = getattr(client.http, "_HTTPClient__session", None)
    if isinstance(session, aiohttp.ClientSession):
        session._timeout = aiohttp.ClientTimeout(total=EACH)
    else:
        log.warning("this discord.py keeps its session elsewhere: requests may hang for five minutes")


async def acknowledge(interaction: discord.Interaction[Any], *, private: bool, thinking: bool = True) -> None:
    """Tell Discord that an answer will come.

    Whether it arrived is not always known; the edit that follows shows it.

    Raises:
        discord.NotFound: the interaction is void.
        discord.HTTPException: Discord declined.
    """
    try:
        async with asyncio.timeout(ACKNOWLEDGE):
            await interaction.response.defer(ephemeral=private, thinking=thinking)
    except UNCERTAIN as error:
        log.warning("an acknowledgement may not have arrived (%s)", _named(error))
    except discord.HTTPException as error:
        # A first try that seemed to have failed had not.
        if error.code != _ACKNOWLEDGED:
            raise


def _named(error: BaseException) -> str:
    return f"HTTP {error.status}" if isinstance(error, discord.HTTPException) else type(error).__name__
