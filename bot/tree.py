"""The tree of commands, and what it says when one fails."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.failures import record
from bot.readers import reader_of

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

log = logging.getLogger("bot")


async def tell(interaction: discord.Interaction[Any], text: str) -> None:
    """Say one sentence to a person alone, or in place of the answer that was promised."""
    try:
        if interaction.response.is_done():
            # The first of these takes the place of "is thinking…".
            await interaction.followup.send(text, ephemeral=True)
        else:
            await interaction.response.send_message(text, ephemeral=True)
    except discord.HTTPException as error:
        log.warning("could not tell a person that something went wrong: %s", error)


class Tree(app_commands.CommandTree[Any]):
    """The commands; whatever goes wrong in one becomes a sentence."""

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        """Say what went wrong."""
        await tell(interaction, explain(interaction, error))


def explain(interaction: discord.Interaction[PorteParoleBot], error: app_commands.AppCommandError) -> str:
    """Return the sentence for an error of a command; one that nobody expected goes to the log."""
    bot, reader = interaction.client, reader_of(interaction)
    match error:
        case app_commands.CommandOnCooldown(retry_after=seconds):
            when = discord.utils.format_dt(discord.utils.utcnow() + timedelta(seconds=seconds), "R")
            return bot.texts(reader, "bot-cooldown", {"when": when})
        case app_commands.MissingPermissions() | app_commands.MissingRole() | app_commands.MissingAnyRole():
            key = "bot-for-moderators"
        case app_commands.BotMissingPermissions():
            key = "bot-bot-lacks-permission"
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            log.warning("Discord knows other commands than this bot: %s", type(error).__name__)
            key = "bot-command-changed"
        case app_commands.CheckFailure():
            key = "bot-not-here"
        case _:
            command = interaction.command.name if interaction.command else "unknown"
            return bot.texts(reader, "bot-error", {"reference": record(error, f"command {command}")})
    return bot.texts(reader, key)
