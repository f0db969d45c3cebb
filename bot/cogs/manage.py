"""``/settings``, ``/diagnose`` and ``/privacy``: what a server chooses, what is missing, what is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.diagnosis import diagnose
from bot.failures import record
from bot.moderators import is_moderator, proposed
from bot.presenters.pages import list_pages
from bot.readers import reader_of
from bot.rest import acknowledge
from bot.translator import Labels
from bot.views.forget_button import privacy_layout
from bot.views.pages import send_pages
from bot.views.settings_form import settings_form

if TYPE_CHECKING:
    from bot.client import PorteParoleBot


class Manage(commands.Cog):
    """Commands about the bot itself."""

    def __init__(self, bot: PorteParoleBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Add the commands."""
        label = Labels(self.bot.texts)
        for make in (_settings, _diagnose):
            command = make(self, label)
            command.default_permissions = proposed(self.bot)
            self.bot.tree.add_command(command)
        self.bot.tree.add_command(_privacy(self, label))

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Tell the operator what is missing in a server that invited the bot."""
        self.bot.check_servers([guild])

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget what a server chose when the bot is removed from it."""
        try:
            await self.bot.servers.forget(guild)
        except Exception as error:
            record(error, "removal from a server")

    async def settings(self, interaction: discord.Interaction[Any]) -> None:
        """Show the form to a moderator.

        Raises:
            app_commands.MissingPermissions: whoever asks is no moderator.
        """
        bot = self.bot
        if not await is_moderator(interaction):
            raise app_commands.MissingPermissions(["manage_guild"])
        saved = await bot.servers.of(interaction.guild)
        form = settings_form(bot.texts, reader_of(interaction), saved, saved=saved)
        await interaction.response.send_message(view=form, ephemeral=True)

    async def diagnose(self, interaction: discord.Interaction[Any]) -> None:
        """Show a moderator what is missing here.

        Raises:
            app_commands.MissingPermissions: whoever asks is no moderator.
        """
        bot, reader = self.bot, reader_of(interaction)
        if not await is_moderator(interaction):
            raise app_commands.MissingPermissions(["manage_guild"])
        await acknowledge(interaction, private=True)
        checks = await diagnose(bot, interaction)
        wrong = [f"⚠️ {bot.texts.notice(reader, notice)}" for well, notice in checks if not well]
        right = [f"-# ✅ {bot.texts.notice(reader, notice)}" for well, notice in checks if well]
        lines = ["\n".join(part) for part in (wrong, right) if part]
        count = len(wrong)
        title = bot.texts(reader, "bot-diagnose-title", {"count": count})
        await send_pages(interaction, list_pages(title, lines))

    async def privacy(self, interaction: discord.Interaction[Any]) -> None:
        """Say what is stored, with the button that deletes it."""
        bot = self.bot
        view = privacy_layout(
            bot.texts,
            reader_of(interaction),
            model=bot.service.model is not None,
            logged=bot.options.log_content,
        )
        await interaction.response.send_message(view=view, ephemeral=True)


def _settings(cog: Manage, label: Labels) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=label("bot-settings"), description=label("bot-settings.description"))
    @app_commands.guild_only()
    async def settings(interaction: discord.Interaction) -> None:
        await cog.settings(interaction)

    return settings


def _diagnose(cog: Manage, label: Labels) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=label("bot-diagnose"), description=label("bot-diagnose.description"))
    @app_commands.guild_only()
    async def diagnose_(interaction: discord.Interaction) -> None:
        await cog.diagnose(interaction)

    return diagnose_


def _privacy(cog: Manage, label: Labels) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=label("bot-privacy"), description=label("bot-privacy.description"))
    async def privacy(interaction: discord.Interaction) -> None:
        await cog.privacy(interaction)

    return privacy
