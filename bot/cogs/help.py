"""How to ask, and which articles there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.lookups import look_up
from bot.presenters.articles import articles_pages
from bot.readers import reader_of
from bot.translator import Labels
from bot.views.pages import send_pages

if TYPE_CHECKING:
    from bot.client import PorteParoleBot


class Help(commands.Cog):
    """Two commands that show something to the one who uses them."""

    def __init__(self, bot: PorteParoleBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Add the commands."""
        label = Labels(self.bot.texts)
        self.bot.tree.add_command(_help_command(self.bot, label))
        self.bot.tree.add_command(_articles_command(self.bot, label))


def _help_command(bot: PorteParoleBot, label: Labels) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=label("bot-help"), description=label("bot-help.description"))
    async def help_(interaction: discord.Interaction) -> None:
        name = bot.user.mention if bot.user else ""
        text = bot.texts(reader_of(interaction), "bot-help-text", {"bot": name})
        await interaction.response.send_message(text, ephemeral=True)

    return help_


def _articles_command(bot: PorteParoleBot, label: Labels) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=label("bot-articles"), description=label("bot-articles.description"))
    @app_commands.rename(search=label("bot-articles.search"))
    @app_commands.describe(search=label("bot-articles.search-description"))
    async def articles(
        interaction: discord.Interaction, search: app_commands.Range[str, 1, 200] | None = None
    ) -> None:
        reader = reader_of(interaction)
        if search is None:
            pages = articles_pages(bot.service.corpus.articles, texts=bot.texts, reader=reader)
            await send_pages(interaction, pages)
            return
        await look_up(
            bot,
            interaction,
            lambda: bot.service.lookup.search_articles(search),
            lambda found: articles_pages(found, texts=bot.texts, reader=reader, search=search),
        )

    return articles
