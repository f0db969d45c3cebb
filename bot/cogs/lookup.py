"""Commands that look something up: statements, comparisons, a paragraph; and a message checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.completion import completing
from bot.lookups import look_up
from bot.presenters.cut import fit
from bot.presenters.paragraph import paragraph_messages
from bot.presenters.passage import Passage
from bot.presenters.source import BETWEEN
from bot.presenters.statements import StatementPages, one_speaker
from bot.readers import reader_of
from bot.translator import Labels
from bot.tree import tell
from bot.views.paragraph_button import ParagraphButton
from porteparole.lookup.lookup import Lookup, Side, StatementList, StatementQuery
from porteparole.notice import PorteParoleError
from porteparole.statements.statement import Kind

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

_QUESTION, _TYPED = 300, 200
_NEAREST = 400

Typed = app_commands.Range[str, 1, _TYPED]


class LookupCommands(commands.Cog):
    """Hands what is looked up to the service and what it finds to the presenter."""

    def __init__(self, bot: PorteParoleBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Add the commands."""
        label = Labels(self.bot.texts)
        for command in (_statements(self, label), _compare(self, label), _paragraph(self, label)):
            self.bot.tree.add_command(command)
        self.bot.tree.add_command(_check(self, label))

    async def statements(self, interaction: discord.Interaction, query: StatementQuery) -> None:
        """Show the statements that are asked for."""
        pages = self._pages(interaction)

        def show(found: StatementList) -> list[discord.ui.LayoutView]:
            names = ", ".join(fit(speaker.name, 80) for speaker in found.speakers[:5])
            if not found.items:
                return pages.listed((), title=self._none(interaction, query.topic, names))
            count = self._text(interaction, "lookup-statements", count=len(found.items))
            about = [fit(query.topic, 80)] if query.topic else []
            if name := one_speaker(found.items):
                title = pages.heading(fit(name, 80), found.items, count, *about)
            else:
                title = BETWEEN.join([f"**{count}**", *([names] if names else []), *about])
            several = len(found.speakers) > 1
            note = self._text(interaction, "lookup-several-meant", names=names) if several else ""
            return pages.listed(found.items, title=title, note=note)

        await look_up(self.bot, interaction, lambda: self._lookup.statements(query), show)

    async def compare(
        self, interaction: discord.Interaction, first: str, second: str, topic: str | None
    ) -> None:
        """Show what two speakers said."""

        def show(sides: tuple[Side, Side]) -> list[discord.ui.LayoutView]:
            none = [self._nothing(interaction, side, topic) for side in sides]
            return self._pages(interaction).compared(sides, none)

        await look_up(self.bot, interaction, lambda: self._lookup.compare(first, second, topic), show)

    async def paragraph(self, interaction: discord.Interaction, article: str, number: int) -> None:
        """Show a paragraph between its neighbours."""
        reader = reader_of(interaction)

        def find() -> list[discord.ui.LayoutView]:
            found = self._lookup.paragraph(article, number)
            context = self.bot.service.context(found.id)
            if context is None:
                raise PorteParoleError("bot-paragraph-gone")
            whole = Passage(found.id, 0, 0, 1, proof=False)
            return paragraph_messages(context, whole, texts=self.bot.texts, reader=reader)

        await look_up(self.bot, interaction, find, lambda pages: pages)

    async def check(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Show the statements that bear on a message, without a verdict."""
        claim = message.content.strip()
        if not claim:
            await tell(interaction, self._text(interaction, "bot-check-nothing"))
            return
        pages = self._pages(interaction)
        repeated = f"> {fit(claim, _QUESTION)}"

        def show(found: StatementList) -> list[discord.ui.LayoutView]:
            key = "bot-check-found" if found.items else "bot-check-none"
            title = f"{repeated}\n**{self._text(interaction, key)}**"
            note = self._text(interaction, "bot-check-note") if found.items else ""
            return pages.listed(found.items, title=title, note=note)

        await look_up(self.bot, interaction, lambda: StatementList(self._lookup.check(claim)), show)

    @property
    def _lookup(self) -> Lookup:
        return self.bot.service.lookup

    def _pages(self, interaction: discord.Interaction) -> StatementPages:
        return StatementPages(self.bot.texts, reader_of(interaction), ParagraphButton)

    def _text(self, interaction: discord.Interaction, key: str, **values: str | int) -> str:
        return self.bot.texts(reader_of(interaction), key, values)

    def _nothing(self, interaction: discord.Interaction, side: Side, topic: str | None) -> str:
        """Return what stands under a speaker without statements: for an unknown one the nearest names."""
        if side.unknown is None:
            return self._none(interaction, topic, fit(side.name, 80))
        return fit(self.bot.texts.notice(reader_of(interaction), side.unknown), _NEAREST)

    def _none(self, interaction: discord.Interaction, topic: str | None, names: str) -> str:
        about = fit(topic, 80) if topic else ""
        match bool(names), bool(about):
            case True, True:
                return self._text(interaction, "lookup-none-about", name=names, topic=about)
            case True, False:
                return self._text(interaction, "lookup-none-of", name=names)
            case False, True:
                return self._text(interaction, "lookup-nobody-about", topic=about)
            case _:
                return self._text(interaction, "lookup-statements", count=0)


def _statements(cog: LookupCommands, label: Labels) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=label("bot-statements"), description=label("bot-statements.description"))
    @app_commands.rename(
        speaker=label("bot-statements.speaker"),
        topic=label("bot-statements.topic"),
        article=label("bot-statements.article"),
        kind=label("bot-statements.kind"),
    )
    @app_commands.describe(
        speaker=label("bot-statements.speaker-description"),
        topic=label("bot-statements.topic-description"),
        article=label("bot-statements.article-description"),
        kind=label("bot-statements.kind-description"),
    )
    @app_commands.choices(
        kind=[
            app_commands.Choice(name=label("bot-statements.kind-direct"), value="direct"),
            app_commands.Choice(name=label("bot-statements.kind-indirect"), value="indirect"),
            app_commands.Choice(name=label("bot-statements.kind-mixed"), value="mixed"),
        ]
    )
    @app_commands.autocomplete(
        speaker=completing(cog.bot, "speakers"), article=completing(cog.bot, "articles")
    )
    async def statements(
        interaction: discord.Interaction,
        speaker: Typed | None = None,
        topic: Typed | None = None,
        article: Typed | None = None,
        kind: str | None = None,
    ) -> None:
        await cog.statements(interaction, StatementQuery(speaker, topic, article, cast("Kind | None", kind)))

    return statements


def _compare(cog: LookupCommands, label: Labels) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=label("bot-compare"), description=label("bot-compare.description"))
    @app_commands.rename(
        first=label("bot-compare.first"),
        second=label("bot-compare.second"),
        topic=label("bot-compare.topic"),
    )
    @app_commands.describe(
        first=label("bot-compare.first-description"),
        second=label("bot-compare.second-description"),
        topic=label("bot-compare.topic-description"),
    )
    @app_commands.autocomplete(first=completing(cog.bot, "speakers"), second=completing(cog.bot, "speakers"))
    async def compare(
        interaction: discord.Interaction, first: Typed, second: Typed, topic: Typed | None = None
    ) -> None:
        await cog.compare(interaction, first, second, topic)

    return compare


def _paragraph(cog: LookupCommands, label: Labels) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=label("bot-paragraph"), description=label("bot-paragraph.description"))
    @app_commands.rename(article=label("bot-paragraph.article"), number=label("bot-paragraph.number"))
    @app_commands.describe(
        article=label("bot-paragraph.article-description"), number=label("bot-paragraph.number-description")
    )
    @app_commands.autocomplete(article=completing(cog.bot, "articles"))
    async def paragraph(
        interaction: discord.Interaction, article: Typed, number: app_commands.Range[int, 1, 100_000]
    ) -> None:
        await cog.paragraph(interaction, article, number)

    return paragraph


def _check(cog: LookupCommands, label: Labels) -> app_commands.ContextMenu:
    async def check(interaction: discord.Interaction, message: discord.Message) -> None:
        await cog.check(interaction, message)

    return app_commands.ContextMenu(name=label("bot-check"), callback=check)
