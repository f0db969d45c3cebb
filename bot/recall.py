"""The question behind an answer, remembered or read again from the messages, also after a restart."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord

from bot.answers import Question
from bot.conversation import history_of, passages_in, question_above, question_in, referenced, said_in
from bot.rest import UNCERTAIN
from porteparole import __version__
from porteparole.feedback.entry import receipt

if TYPE_CHECKING:
    from bot.client import PorteParoleBot


def known_asker(bot: PorteParoleBot, message: discord.Message) -> int | None:
    """Return who asked what a message answers, as far as that can be told without a request."""
    if receipt := bot.receipts.find(message.id):
        return receipt.asker
    return message.interaction_metadata.user.id if message.interaction_metadata else None


async def recall(bot: PorteParoleBot, message: discord.Message) -> Question | None:
    """Return the question that a message of the bot answers, None where it is gone or cannot be read."""
    receipt, server = bot.receipts.find(message.id), message.guild is not None
    above = question_above(message)
    if receipt:
        return Question(
            receipt.question,
            receipt.asker,
            history=receipt.history,
            repeat=above is not None,
            private=receipt.private,
            server=server,
            article=receipt.article,
            speaker=receipt.speaker,
        )
    if message.interaction_metadata:
        asker, private = message.interaction_metadata.user.id, bool(message.flags.ephemeral)
        return Question(above, asker, repeat=True, private=private, server=server) if above else None
    with suppress(discord.HTTPException, *UNCERTAIN):
        return await _read_again(message, bot.user.id if bot.user else 0)
    return None


async def _read_again(message: discord.Message, bot: int) -> Question | None:
    asked = await referenced(message)
    question = question_in(asked, bot) if asked else ""
    if asked is None or not question:
        return None
    history = await history_of(asked, bot)
    return Question(question, asked.author.id, history=history, server=asked.guild is not None)


async def receipt_of(bot: PorteParoleBot, message: discord.Message) -> tuple[int | None, dict[str, Any]]:
    """Return who asked, and all that is known of an answer; after a restart the message tells."""
    kept = bot.receipts.find(message.id)
    if kept:
        return kept.asker, receipt(kept.question, kept.answer, history=kept.history)
    asked = await recall(bot, message)
    cited = await asyncio.to_thread(_cited, bot, message)
    return (
        asked.asker if asked else None,
        {
            "question": asked.text if asked else "",
            "history": [{"role": turn.role, "content": turn.content} for turn in asked.history]
            if asked
            else [],
            "answer": said_in(message) or "",
            "citations": cited,
            # Which generation and version answered is not known any more; these read it again.
            "versions": {"porteparole": f"? ({__version__})"},
        },
    )


def _cited(bot: PorteParoleBot, message: discord.Message) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for passage in passages_in(message):
        context = bot.service.context(passage.paragraph) if passage.proof else None
        if context:
            found.append(
                {
                    "article": context.article.id,
                    "title": context.article.title,
                    "paragraph": passage.paragraph,
                    "number": context.paragraph.number,
                    "text": context.paragraph.text,
                    "start": passage.start,
                    "end": passage.end,
                    "speaker": None,
                }
            )
    return found
