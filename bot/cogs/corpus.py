"""``/corpus``: what moderators do with the articles, while everybody asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.acting import Acting, AskError, told_of
from bot.cogs.corpus_adding import Adding
from bot.cogs.corpus_commands import corpus_group
from bot.completion import articles_like
from bot.moderators import is_moderator, proposed
from bot.presenters.corpus import WRONG, Say, gaps_pages, history_pages, note_page, status_pages
from bot.presenters.cut import fit
from bot.presenters.report import Told
from bot.servers import actor
from bot.translator import Labels
from bot.views.working import Working
from porteparole.corpus.translations import translated_language
from porteparole.notice import PorteParoleError
from porteparole.sources.web import Web
from porteparole.text.terms import fold

if TYPE_CHECKING:
    from bot.client import PorteParoleBot
    from porteparole.state.entries import Mark

LONGEST_CHOICE, MOST_CHOICES = 100, 25
_Interaction = discord.Interaction[Any]


class Corpus(commands.Cog):
    """Lets moderators reload, add, remove and look; each action runs aside and reports."""

    def __init__(self, bot: PorteParoleBot) -> None:
        self.bot = bot
        self.web: Callable[[], Web] = lambda: Web(bot.options.web_limits)
        self._acting = Acting(bot)
        self._adding = Adding(self._acting, lambda: self.web())

    async def cog_load(self) -> None:
        """Add the commands."""
        self.bot.tree.add_command(corpus_group(self, Labels(self.bot.texts), proposed(self.bot)))

    async def reload(self, interaction: _Interaction, dry_run: bool, confirm_empty: bool = False) -> None:
        """Read the articles again."""

        async def work(say: Say, working: Working) -> Told:
            try:
                report = await self._acting.aside(
                    lambda: self._acting.library.reload(
                        actor=actor(interaction.user),
                        dry_run=dry_run,
                        confirm_empty=confirm_empty,
                        progress=working.progress,
                    )
                )
            except PorteParoleError as error:
                if error.notice.key != "library-empty":
                    raise
                label = say("moderation-empty-it")
                raise AskError(
                    error.notice, label, lambda again: self.reload(again, dry_run, True)
                ) from error
            return told_of("reload", report, say)

        await self._acting.act(interaction, "reload", "", work)

    async def add(
        self, interaction: _Interaction, file: discord.Attachment | None, address: str | None
    ) -> None:
        """Ask what is known about an article; what is sent in answer adds it."""
        await self._adding.add(interaction, file, address)

    async def remove(self, interaction: _Interaction, article: str) -> None:
        """Ask whether an article is to be left out, and leave it out."""
        say = await self._acting.admitted(interaction, "remove", article)
        if say is None:
            return
        # The articles of a large corpus take longer to look through than Discord waits.
        await interaction.response.defer(ephemeral=True, thinking=True)
        try:
            name, title = await self._acting.aside(lambda: self._meant(article))
        except PorteParoleError as error:
            await interaction.edit_original_response(view=note_page(say.notice(error.notice), WRONG))
            return

        async def work(say: Say, working: Working) -> Told:
            report = await self._acting.aside(
                lambda: self._acting.library.remove(
                    name, actor=actor(interaction.user), progress=working.progress
                )
            )
            return told_of("remove", report, say)

        view = self.bot.confirmations.ask(
            interaction,
            say,
            say("moderation-remove-question", title=fit(title, 200) or name),
            say("moderation-remove-yes"),
            lambda again: self._acting.act(again, "remove", name, work),
            grave=True,
        )
        await interaction.edit_original_response(view=view)

    def _meant(self, text: str) -> tuple[str, str]:
        """Return id and title of the article, or of the translation ``ID.en``, that was typed.

        Raises:
            PorteParoleError: there is none, or there are several.
        """
        articles = self.bot.service.lookup.articles
        if translated_language(f"{text}.txt") and all(article.id != text for article in articles.listed):
            return text, text
        found = articles.find(text)
        return found.id, found.title

    async def readmit(self, interaction: _Interaction, article: str) -> None:
        """Take back a removal."""

        async def work(say: Say, working: Working) -> Told:
            report = await self._acting.aside(
                lambda: self._acting.library.readmit(
                    article, actor=actor(interaction.user), progress=working.progress
                )
            )
            return told_of("readmit", report, say)

        await self._acting.act(interaction, "readmit", article, work)

    async def translate(self, interaction: _Interaction, article: str, number: int, text: str) -> None:
        """Correct the translation of a paragraph."""

        async def work(say: Say, working: Working) -> Told:
            report = await self._acting.aside(
                lambda: self._acting.library.translate(
                    article, number, text, actor=actor(interaction.user), progress=working.progress
                )
            )
            return told_of("translate", report, say)

        await self._acting.act(interaction, "translate", article, work)

    async def rollback(self, interaction: _Interaction) -> None:
        """Let the generation before answer again."""

        async def work(say: Say, working: Working) -> Told:
            report = await self._acting.aside(
                lambda: self._acting.library.rollback(
                    actor=actor(interaction.user), progress=working.progress
                )
            )
            return told_of("rollback", report, say)

        await self._acting.act(interaction, "rollback", "", work)

    async def status(self, interaction: _Interaction) -> None:
        """Show how the corpus stands."""
        await self._acting.show(
            interaction, "status", lambda say: status_pages(self._acting.library.status(), say)
        )

    async def history(self, interaction: _Interaction) -> None:
        """Show who did what."""
        await self._acting.show(
            interaction, "history", lambda say: history_pages(self._acting.library.history(), say)
        )

    async def gaps(self, interaction: _Interaction, question: str | None, mark: Mark) -> None:
        """Show what was asked in vain; before that, mark a question where one is named."""

        def pages(say: Say) -> Sequence[ui.LayoutView]:
            if question is not None:
                self._acting.library.mark_gap(question, mark, actor=actor(interaction.user))
            return gaps_pages(self._acting.library.gaps(), say)

        await self._acting.show(interaction, "gaps", pages)

    async def gaps_like(self, interaction: _Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Return the unanswered questions that have what was typed so far."""
        if not await is_moderator(interaction):
            return []
        gaps = await self._acting.aside(self._acting.library.gaps)
        return _choices([(gap.id, gap.question) for gap in gaps], typed)

    async def articles_like(self, interaction: _Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Return the articles whose title or id has what was typed so far."""
        if not await is_moderator(interaction):
            return []
        return await self._acting.aside(lambda: articles_like(self.bot, typed))

    async def removed_like(self, interaction: _Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Return the removed articles whose title or id has what was typed so far."""
        if not await is_moderator(interaction):
            return []
        status = await self._acting.aside(self._acting.library.status)
        return _choices([(one.article, one.title) for one in status.removed], typed)


def _choices(articles: Sequence[tuple[str, str]], typed: str) -> list[app_commands.Choice[str]]:
    wanted = fold(typed).split()
    found: list[app_commands.Choice[str]] = []
    for name, title in articles:
        text = fold(f"{title} {name}")
        if all(word in text for word in wanted):
            shown = title if len(title) <= LONGEST_CHOICE else f"{title[: LONGEST_CHOICE - 1]}…"
            found.append(app_commands.Choice(name=shown or name, value=name))
            if len(found) == MOST_CHOICES:
                break
    return found
