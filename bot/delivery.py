"""How an answer to a message reaches the one who asked, where the first way is barred."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import ui

from bot.presenters.plain import plain
from porteparole.language import Language
from porteparole.texts import Texts

log = logging.getLogger("bot")

# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
_NO_HISTORY, _INVALID_FORM = 160002, 50035


def sent(shown: str | ui.LayoutView) -> dict[str, Any]:
    """Return the arguments by which discord.py sends a text or a layout."""
    return {"content": shown} if isinstance(shown, str) else {"view": shown}


async def deliver(
    message: discord.Message, shown: str | ui.LayoutView, *, texts: Texts, reader: Language
) -> None:
    """Reply to a message; where the bot may not write there, answer in a direct message.

    A question that was deleted meanwhile is not answered: whoever deleted it took it back.
    """
    try:
        await message.reply(**sent(shown))
    except discord.NotFound:
        log.info("the channel of a question is gone")
    except discord.HTTPException as error:
        if error.code == _NO_HISTORY:
            await _elsewhere(message, shown, message.channel, None)
        elif isinstance(error, discord.Forbidden):
            place = getattr(message.channel, "name", "")
            await _elsewhere(
                message,
                shown,
                message.author,
                texts(reader, "bot-cannot-write-there", {"place": plain(f"#{place}")}),
            )
        elif error.code == _INVALID_FORM and "message_reference" in error.text:
            log.info("the message of a question is gone")
        else:
            raise


@asynccontextmanager
async def typing(channel: discord.abc.Messageable) -> AsyncIterator[None]:
    """Show that the bot is at work, as long as it lasts; where it may not, do without."""
    indicator = channel.typing()
    try:
        await indicator.__aenter__()
    except discord.HTTPException:
        yield
        return
    try:
        yield
    finally:
        await indicator.__aexit__(None, None, None)


async def _elsewhere(
    message: discord.Message, shown: str | ui.LayoutView, place: discord.abc.Messageable, first: str | None
) -> None:
    try:
        if first:
            await place.send(first)
        await place.send(**sent(shown))
    except discord.HTTPException as error:
        log.warning("no way to answer in channel %s: %s", message.channel.id, error)
