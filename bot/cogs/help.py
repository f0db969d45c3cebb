"""How to ask, and which articles there are."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.cogs.ask import Ask
from bot.failures import record
from bot.lookups import look_up
from bot.presenters.articles import articles_pages
from bot.presenters.cut import units
from bot.presenters.help import help_page
from bot.presenters.plain import one_line
from bot.readers import reader_of
from bot.rest import acknowledge
from bot.translator import Labels
from bot.tree import explain, tell
from bot.views.pages import send_pages
from porteparole.language import Language
from porteparole.lookup.speakers import is_personal

if TYPE_CHECKING:
    from bot.client import PorteParoleBot


EXAMPLE = re.compile(r"pp-try:(?P<number>\d)")
EXAMPLES, LABEL = 2, 80


class Help(commands.Cog):
    """Two commands that show something to the one who uses them."""

    def __init__(self, bot: PorteParoleBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Add the commands."""
        label = Labels(self.bot.texts)
        self.bot.tree.add_command(_help_command(self.bot, label))
        self.bot.tree.add_command(_articles_command(self.bot, label))


class ExampleButton(ui.DynamicItem[ui.Button[Any]], template=EXAMPLE):
    """Asks the question that it bears, for the one who pressed it alone."""

    def __init__(self, number: int, question: str) -> None:
        super().__init__(
            ui.Button(label=question, custom_id=f"pp-try:{number}", style=discord.ButtonStyle.primary)
        )
        self.question = question

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> ExampleButton:
        """Make the button again that was pressed."""
        label = item.label if isinstance(item, ui.Button) else None
        return cls(int(match["number"]), label or "?")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer, or say why not."""
        bot: PorteParoleBot = interaction.client
        try:
            ask = bot.get_cog("Ask")
            if isinstance(ask, Ask):
                await ask.answer_command(interaction, self.question, private=True)
        except app_commands.AppCommandError as error:
            await tell(interaction, explain(interaction, error))
        except discord.NotFound:
            pass  # The person waited too long.
        except Exception as error:
            await bot.apologise(interaction, record(error, "example button"))


def _examples(bot: PorteParoleBot, reader: Language) -> list[ui.Item[Any]]:
    """Return buttons with questions about those who say most in the articles."""
    people = [one for one in bot.service.lookup.speakers.listed if is_personal(one.name)]
    people.sort(key=lambda one: -one.statements)
    questions = [bot.texts(reader, "bot-help-example", {"name": one_line(one.name)}) for one in people]
    fitting = [question for question in questions if units(question) <= LABEL]
    return [ExampleButton(number, question) for number, question in enumerate(fitting[:EXAMPLES])]


def _help_command(bot: PorteParoleBot, label: Labels) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=label("bot-help"), description=label("bot-help.description"))
    async def help_(interaction: discord.Interaction) -> None:
        reader = reader_of(interaction)
        await acknowledge(interaction, private=True)
        row = await asyncio.to_thread(_examples, bot, reader)
        name = bot.user.mention if bot.user else ""
        await send_pages(interaction, [help_page(name, row, texts=bot.texts, reader=reader)])

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
