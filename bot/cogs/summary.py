"""Summaries of an article, a speaker or a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers import person_of
from bot.completion import completing
from bot.lookups import look_up
from bot.presenters.summary import summary_pages
from bot.readers import reader_of
from bot.translator import Labels
from bot.views.paragraph_button import ParagraphButton
from bot.views.stages import Stages
from porteparole.answering.answer import Answer
from porteparole.language import Language

if TYPE_CHECKING:
    from bot.client import PorteParoleBot
    from porteparole.summaries.summariser import Length

Typed = app_commands.Range[str, 1, 200]
Kind = Literal["article", "speaker", "topic"]


class SummaryCommands(commands.Cog):
    """Hands what is to be summarised to the service and the summary to the presenter."""

    def __init__(self, bot: PorteParoleBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Add the commands."""
        self.bot.tree.add_command(_summary(self, Labels(self.bot.texts)))

    async def summarise(
        self,
        interaction: discord.Interaction,
        kind: Kind,
        target: str,
        length: str | None,
        language: str | None,
        private: bool,
    ) -> None:
        """Show a summary.

        Args:
            interaction: new.
            kind: of what kind it is what is summarised.
            target: of what, as somebody typed it.
            length: short, normal or long; normal where it is None.
            language: of the summary; the reader's where it is None.
            private: whether only the asker sees it.
        """
        reader = reader_of(interaction)
        wanted = cast("Length", length or "normal")
        spoken = cast("Language | None", language) or reader

        def show(found: tuple[str, Answer]) -> list[discord.ui.LayoutView]:
            named, answer = found
            title = f"{self.bot.texts(reader, 'bot-summary-of')} {named}"
            return summary_pages(
                answer, title=title, texts=self.bot.texts, reader=reader, button=ParagraphButton
            )

        # Without a language model a summary is there at once.
        stages = Stages(interaction, self.bot.texts, reader, target) if self.bot.service.model else None

        def find() -> tuple[str, Answer]:
            work = getattr(self.bot.service.summaries, kind)
            answer = work(
                target,
                wanted,
                spoken,
                person=person_of(interaction.user.id),
                listener=stages.hear if stages else None,
            )
            return self._named(kind, target), answer

        await look_up(self.bot, interaction, find, show, private=private, stages=stages)

    def _named(self, kind: Kind, target: str) -> str:
        """Return the title or the names that were meant by what was typed, a part of them or an id."""
        lookup = self.bot.service.lookup
        if kind == "article":
            return lookup.articles.find(target).title
        if kind == "speaker":
            return ", ".join(speaker.name for speaker in lookup.speakers.find(target))
        return target


def _summary(cog: SummaryCommands, label: Labels) -> app_commands.Group:
    group = app_commands.Group(name=label("bot-summary"), description=label("bot-summary.description"))
    described = {
        "length": label("bot-summary.length-description"),
        "language": label("bot-summary.language-description"),
        "private": label("bot-ask.private-description"),
    }
    renamed = {
        "length": label("bot-summary.length"),
        "language": label("bot-summary.language"),
        "private": label("bot-ask.private"),
    }
    choices = {
        "length": [
            app_commands.Choice(name=label("bot-summary.short"), value="short"),
            app_commands.Choice(name=label("bot-summary.normal"), value="normal"),
            app_commands.Choice(name=label("bot-summary.long"), value="long"),
        ],
        "language": [
            app_commands.Choice(name=label("bot-summary.french"), value="fr"),
            app_commands.Choice(name=label("bot-summary.english"), value="en"),
        ],
    }

    def decorated(command: Any) -> Any:
        command = app_commands.rename(**renamed)(command)
        return app_commands.choices(**choices)(app_commands.describe(**described)(command))

    @group.command(name=label("bot-summary.article"), description=label("bot-summary.article-description"))
    @app_commands.rename(article=label("bot-summary.article"))
    @app_commands.describe(article=label("bot-statements.article-description"))
    @app_commands.autocomplete(article=completing(cog.bot, "articles"))
    @decorated
    async def of_article(  # pyright: ignore[reportUnusedFunction]
        interaction: discord.Interaction,
        article: Typed,
        length: str | None = None,
        language: str | None = None,
        private: bool = False,
    ) -> None:
        await cog.summarise(interaction, "article", article, length, language, private)

    @group.command(name=label("bot-summary.speaker"), description=label("bot-summary.speaker-description"))
    @app_commands.rename(speaker=label("bot-summary.speaker"))
    @app_commands.describe(speaker=label("bot-statements.speaker-description"))
    @app_commands.autocomplete(speaker=completing(cog.bot, "speakers"))
    @decorated
    async def of_speaker(  # pyright: ignore[reportUnusedFunction]
        interaction: discord.Interaction,
        speaker: Typed,
        length: str | None = None,
        language: str | None = None,
        private: bool = False,
    ) -> None:
        await cog.summarise(interaction, "speaker", speaker, length, language, private)

    @group.command(name=label("bot-summary.topic"), description=label("bot-summary.topic-description"))
    @app_commands.rename(topic=label("bot-summary.topic"))
    @app_commands.describe(topic=label("bot-statements.topic-description"))
    @decorated
    async def of_topic(  # pyright: ignore[reportUnusedFunction]
        interaction: discord.Interaction,
        topic: Typed,
        length: str | None = None,
        language: str | None = None,
        private: bool = False,
    ) -> None:
        await cog.summarise(interaction, "topic", topic, length, language, private)

    return group
