"""Does what a moderator asked for: aside, shown while it goes on, and only for moderators."""

from __future__ import annotations

import asyncio
import contextvars
import logging
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

import discord
from discord import ui

from bot.failures import record
from bot.moderators import is_moderator
from bot.presenters.corpus import WRONG, Say, note_page, progress_page
from bot.presenters.report import Told, report_pages
from bot.readers import reader_of
from bot.servers import actor
from bot.tree import tell
from bot.views.pages import send_pages
from bot.views.working import Working
from porteparole.notice import Notice, PorteParoleError

if TYPE_CHECKING:
    from bot.client import PorteParoleBot
    from porteparole.library.report import Report
    from porteparole.service import Library
    from porteparole.sources.gather import Gathered

log = logging.getLogger("bot")

T = TypeVar("T")
_Interaction = discord.Interaction[Any]
_Then = Callable[[_Interaction], Awaitable[None]]


class AskError(Exception):
    """An action that needs a yes first: the question, the label of the yes, and what it then does."""

    def __init__(self, question: Notice, label: str, then: _Then) -> None:
        super().__init__(question.key)
        self.question, self.label, self.then = question, label, then


class Acting:
    """What every action of ``/corpus`` has in common."""

    def __init__(self, bot: PorteParoleBot) -> None:
        self.bot = bot

    @property
    def library(self) -> Library:
        """What moderators may do."""
        return self.bot.service.library

    async def show(
        self, interaction: _Interaction, action: str, make: Callable[[Say], Sequence[ui.LayoutView]]
    ) -> None:
        """Show pages that take a moment to make."""
        say = await self.admitted(interaction, action)
        if say is None:
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        try:
            pages = await self.aside(lambda: make(say))
        except PorteParoleError as error:
            pages = [note_page(say.notice(error.notice), WRONG)]
        await send_pages(interaction, pages)

    async def act(
        self,
        interaction: _Interaction,
        action: str,
        subject: str,
        work: Callable[[Say, Working], Awaitable[Told]],
    ) -> None:
        """Do something long: show how far it is, then what came of it."""
        say = await self.admitted(interaction, action, subject)
        if say is None:
            return
        heading = say("moderation-doing", action=action)
        with self.bot.at_work():
            if interaction.type is discord.InteractionType.component:
                await interaction.response.edit_message(view=progress_page(say, heading))
            else:
                await interaction.response.defer(ephemeral=True, thinking=True)
            working = Working(interaction, say, heading)
            try:
                told = await self.bot.unless_stopped(work(say, working))
            except AskError as asked:
                question = say.notice(asked.question)
                view = self.bot.confirmations.ask(
                    interaction, say, question, asked.label, asked.then, grave=True
                )
                told = Told([view])
            except PorteParoleError as error:
                told = Told([note_page(say.notice(error.notice), WRONG)])
            except Exception as error:
                text = say("bot-error", reference=record(error, f"corpus {action}"))
                told = Told([note_page(text, WRONG)])
            await working.end(told)

    async def admitted(self, interaction: _Interaction, action: str, subject: str = "") -> Say | None:
        """Return the sentences for a moderator; tell everybody else why not, and write it down."""
        say = self.say(interaction)
        if self.bot.closing:
            await tell(interaction, say("bot-closing"))
            return None
        if await is_moderator(interaction):
            return say
        log.warning("%s is no moderator and was refused: corpus %s", interaction.user.id, action)
        await tell(interaction, say("moderation-denied"))
        try:
            await self.aside(lambda: self.library.denied(actor(interaction.user), action, subject[:500]))
        except PorteParoleError as error:
            log.warning("a refusal could not be written down: %s", error)
        return None

    def say(self, interaction: _Interaction) -> Say:
        """Return the sentences for whoever asks."""
        return Say(self.bot.texts, reader_of(interaction))

    async def aside(self, work: Callable[[], T]) -> T:
        """Do something without keeping others waiting.

        In a thread of its own: the event loop's would keep the bot from stopping before a reload is over.
        """
        loop = asyncio.get_running_loop()
        outcome: asyncio.Future[T] = loop.create_future()

        def settle(result: T | None, error: BaseException | None) -> None:
            if outcome.done():
                return
            if error is not None:
                outcome.set_exception(error)
            else:
                outcome.set_result(cast("T", result))

        def run() -> None:
            result, failed = None, None
            try:
                result = work()
            except BaseException as error:
                failed = error
            with suppress(RuntimeError):  # the bot was stopped meanwhile
                loop.call_soon_threadsafe(settle, result, failed)

        context = contextvars.copy_context()
        threading.Thread(target=context.run, args=(run,), name="corpus", daemon=True).start()
        return await outcome


def told_of(action: str, report: Report, say: Say, gathered: Gathered | None = None) -> Told:
    """Return what came of an action."""
    kind = "dry" if report.dry_run else "done" if report.swapped else "same"
    return report_pages(
        report, say, heading=say("moderation-done", action=action, kind=kind), gathered=gathered
    )
