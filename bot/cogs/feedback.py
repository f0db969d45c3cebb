"""``/feedback``: what people objected to, for moderators to decide about."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.moderators import is_moderator
from bot.presenters.feedback import entry_page, nothing_open
from bot.readers import reader_of
from bot.rest import acknowledge
from bot.translator import Labels
from bot.views.pages import send_pages
from bot.views.verdict_buttons import verdict_row

if TYPE_CHECKING:
    from bot.client import PorteParoleBot


class FeedbackQueue(commands.Cog):
    """Shows moderators the objections of their server, and the bot's owner all of them."""

    def __init__(self, bot: PorteParoleBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Add the command."""
        self.bot.tree.add_command(_command(self, Labels(self.bot.texts)))

    async def show(self, interaction: discord.Interaction[Any]) -> None:
        """Show the queue.

        Raises:
            app_commands.MissingPermissions: whoever asks is no moderator.
        """
        bot, guild = self.bot, interaction.guild
        everywhere = guild is None
        allowed = await (bot.is_owner(interaction.user) if everywhere else is_moderator(interaction))
        if not allowed:
            raise app_commands.MissingPermissions(["manage_guild"])
        await acknowledge(interaction, private=True)
        reader, server = reader_of(interaction), interaction.guild_id
        book = bot.service.feedback
        entries = await asyncio.to_thread(lambda: book.open(server, everywhere=everywhere))
        if entries:
            pages = [
                entry_page(entry, verdict_row(bot.texts, reader, entry.id), texts=bot.texts, reader=reader)
                for entry in entries
            ]
        else:
            counts = await asyncio.to_thread(lambda: book.counts(server, everywhere=everywhere))
            pages = [nothing_open(counts, texts=bot.texts, reader=reader)]
        await send_pages(interaction, pages)


def _command(cog: FeedbackQueue, label: Labels) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=label("bot-feedback"), description=label("bot-feedback.description"))
    async def feedback(interaction: discord.Interaction) -> None:
        await cog.show(interaction)

    return feedback
