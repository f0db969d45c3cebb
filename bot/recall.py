"""The question behind an answer, remembered or read again from the messages, also after a restart."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import discord

from bot.answers import Question
from bot.conversation import history_of, question_above, question_in, referenced
from bot.rest import UNCERTAIN

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

# Seconds.
_PATIENCE = 5


def known_asker(bot: PorteParoleBot, message: discord.Message) -> int | None:
    """Return who asked what a message answers, as far as that can be told without a request."""
    if receipt := bot.receipts.find(message.id):
        return receipt.asker
    return message.interaction_metadata.user.id if message.interaction_metadata else None


async def recall(bot: PorteParoleBot, message: discord.Message) -> Question | None:
    """Return the question that a message of the bot answers, None where it is gone or cannot be read."""
    receipt = bot.receipts.find(message.id)
    above = question_above(message)
    if receipt:
        return Question(
            receipt.question,
            receipt.asker,
            history=receipt.history,
            repeat=above is not None,
            private=receipt.private,
            article=receipt.article,
            speaker=receipt.speaker,
        )
    if message.interaction_metadata:
        asker, private = message.interaction_metadata.user.id, bool(message.flags.ephemeral)
        return Question(above, asker, repeat=True, private=private) if above else None
    with suppress(discord.HTTPException, *UNCERTAIN):
        async with asyncio.timeout(_PATIENCE):
            return await _read_again(message, bot.user.id if bot.user else 0)
    return None


async def _read_again(message: discord.Message, bot: int) -> Question | None:
    asked = await referenced(message)
    question = question_in(asked, bot) if asked else ""
    if asked is None or not question:
        return None
    return Question(question, asked.author.id, history=await history_of(asked, bot))
