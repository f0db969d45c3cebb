"""How an answer to a message reaches the one who asked, where the first way is barred."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import discord
from discord import ui

from bot.presenters.plain import plain
from bot.rest import UNCERTAIN, persistently
from porteparole.language import Language
from porteparole.texts import Texts

log = logging.getLogger("bot")

# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
_NO_HISTORY, _INVALID_FORM, _ARCHIVED = 160002, 50035, 50083
_UNKNOWN_WEBHOOK, _VOID_TOKEN, _DELETED = 10015, 50027, 10008
# Seconds; Discord shows it for ten.
_TYPING_LASTS = 8
_FORGOTTEN = {_UNKNOWN_WEBHOOK, _VOID_TOKEN, _DELETED}


def sent(shown: str | ui.LayoutView) -> dict[str, Any]:
    """Return the arguments by which discord.py sends a text or a layout."""
    return {"content": shown} if isinstance(shown, str) else {"view": shown}


async def deliver(
    message: discord.Message, shown: str | ui.LayoutView, *, texts: Texts, reader: Language
) -> discord.Message | None:
    """Reply to a message; where the bot may not write there, answer in a direct message.

    A question that was deleted meanwhile is not answered: whoever deleted it took it back. The nonce keeps
    Discord from posting a reply twice, and an apology after an answer that had arrived after all.

    Returns:
        What was sent, None where nothing could be.
    """
    nonce = str(message.id)
    try:
        return await persistently(lambda: message.reply(**sent(shown), nonce=nonce))
    except discord.NotFound:
        log.info("the channel of a question is gone")
    except discord.HTTPException as error:
        if error.code == _NO_HISTORY:
            return await _elsewhere(message, shown, message.channel, None)
        if isinstance(error, discord.Forbidden) or error.code == _ARCHIVED:
            place = getattr(message.channel, "name", "")
            first = texts(reader, "bot-cannot-write-there", {"place": plain(f"#{place}")})
            return await _elsewhere(message, shown, message.author, first)
        if error.code != _INVALID_FORM or "message_reference" not in error.text:
            raise
        log.info("the message of a question is gone")
    return None


async def in_a_thread(
    message: discord.Message, shown: str | ui.LayoutView, name: str
) -> discord.Message | None:
    """Answer in a thread opened at the question; return None where that cannot be done."""
    if not isinstance(message.channel, discord.TextChannel):
        return None
    try:
        thread = await message.create_thread(name=name)
        return await persistently(lambda: thread.send(**sent(shown), nonce=str(message.id)))
    except discord.HTTPException as error:
        log.info("no thread could be opened: %s", error)
        return None


async def complete(
    interaction: discord.Interaction[Any], shown: str | ui.LayoutView, *, private: bool
) -> discord.Message | None:
    """Put the answer where a command was acknowledged.

    Where Discord has forgotten the command (the acknowledgement was lost, or the quarter of an hour is over),
    a public answer goes to the channel.

    Returns:
        What was sent, None where nothing could be.
    """
    try:
        # An edit, not a new message: it may safely be repeated.
        return await persistently(lambda: interaction.edit_original_response(**sent(shown)))
    except discord.HTTPException as error:
        channel = interaction.channel
        if error.code not in _FORGOTTEN:
            raise
        if error.code == _DELETED or private or not isinstance(channel, discord.abc.Messageable):
            log.info("the answer to a command was deleted or forgotten before it came")
            return None
        nonce = str(interaction.id)
    try:
        return await persistently(lambda: channel.send(**sent(shown), nonce=nonce))
    except discord.HTTPException as error:
        log.warning("no way to answer a command that Discord forgot: %s", error)
        return None


@asynccontextmanager
async def typing(channel: discord.abc.Messageable) -> AsyncIterator[None]:
    """Show that the bot is at work, as long as it lasts; where that does not work, do without."""

    over = asyncio.Event()

    async def show() -> None:
        with suppress(discord.HTTPException, *UNCERTAIN):
            while not over.is_set():
                await channel.typing()
                with suppress(TimeoutError):
                    await asyncio.wait_for(over.wait(), _TYPING_LASTS)

    # The answer does not wait for it: discord.py would repeat a server error for 25 seconds.
    showing = asyncio.create_task(show())
    try:
        yield
    finally:
        # Not cancelled: see bot.rest.persistently.
        over.set()
        del showing


async def _elsewhere(
    message: discord.Message, shown: str | ui.LayoutView, place: discord.abc.Messageable, first: str | None
) -> discord.Message | None:
    try:
        if first:
            await persistently(lambda: place.send(first, nonce=f"{message.id}-a"))
        return await persistently(lambda: place.send(**sent(shown), nonce=f"{message.id}-b"))
    except discord.HTTPException as error:
        log.warning("no way to answer in channel %s: %s", message.channel.id, error)
        return None
