"""``/corpus``: what moderators do with the articles, while everybody asks."""

from __future__ import annotations

import asyncio
import contextvars
import logging
import threading
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.cogs.corpus_commands import corpus_group
from bot.failures import record
from bot.moderators import is_moderator
from bot.presenters.corpus import (
    WRONG,
    Say,
    gaps_pages,
    history_pages,
    note_page,
    progress_page,
    status_pages,
)
from bot.presenters.cut import fit
from bot.presenters.report import Told, nothing_new, report_pages
from bot.readers import reader_of
from bot.servers import actor
from bot.translator import Labels
from bot.tree import tell
from bot.views.addition import AdditionForm
from bot.views.pages import send_pages
from bot.views.working import Working
from porteparole.notice import Notice, PorteParoleError
from porteparole.sources.adding import Addition, from_address, from_upload, known_addresses
from porteparole.sources.gather import Gathered, gather
from porteparole.sources.offer import demand_format, stated_fields, uploaded
from porteparole.sources.web import Web

if TYPE_CHECKING:
    from bot.client import PorteParoleBot
    from porteparole.corpus.draft import Fields
    from porteparole.library.report import Report
    from porteparole.service import Library, Progress
    from porteparole.state.entries import Mark

log = logging.getLogger("bot")

LONGEST_CHOICE, MOST_CHOICES = 100, 25
T = TypeVar("T")
_Interaction = discord.Interaction[Any]
_Then = Callable[[_Interaction], Awaitable[None]]


class _AskError(Exception):
    """An action that needs a yes first: the question, the label of the yes, and what it then does."""

    def __init__(self, question: Notice, label: str, then: _Then) -> None:
        super().__init__(question.key)
        self.question, self.label, self.then = question, label, then


class Corpus(commands.Cog):
    """Lets moderators reload, add, remove and look; each action runs aside and reports."""

    def __init__(self, bot: PorteParoleBot) -> None:
        self.bot = bot
        self.web: Callable[[], Web] = lambda: Web(bot.options.web_limits)

    async def cog_load(self) -> None:
        """Add the commands."""
        shown_to_all = bool(self.bot.options.moderators)
        self.bot.tree.add_command(corpus_group(self, Labels(self.bot.texts), shown_to_all))

    @property
    def _library(self) -> Library:
        return self.bot.service.library

    async def reload(self, interaction: _Interaction, dry_run: bool, confirm_empty: bool = False) -> None:
        """Read the articles again."""

        async def work(say: Say, working: Working) -> Told:
            try:
                report = await self._aside(
                    lambda: self._library.reload(
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
                raise _AskError(
                    error.notice, label, lambda again: self.reload(again, dry_run, True)
                ) from error
            return _told("reload", report, say)

        await self._act(interaction, "reload", "", work)

    async def add(
        self, interaction: _Interaction, file: discord.Attachment | None, address: str | None
    ) -> None:
        """Ask what is known about an article; what is sent in answer adds it."""
        say = await self._admitted(interaction, "add", file.filename if file else address or "")
        if say is None:
            return
        try:
            self._demand_one(file, address)
        except PorteParoleError as error:
            await tell(interaction, say.notice(error.notice))
            return
        await interaction.response.send_modal(AdditionForm(say, self._sender(file, address)))

    def _demand_one(self, file: discord.Attachment | None, address: str | None) -> None:
        """Let by either a file or an address, of which one can see at once that it may do.

        Raises:
            PorteParoleError: why not.
        """
        if file is not None and address is None:
            demand_format(file.filename)
            limit = self.bot.options.max_bytes
            if file.size > limit:
                raise PorteParoleError(
                    "corpus-refused-large", size=f"{file.size / 10**6:.1f}", limit=f"{limit / 10**6:g}"
                )
        elif address is not None and file is None:
            self.web().checked(address)
        else:
            raise PorteParoleError("moderation-add-one")

    def _sender(
        self, file: discord.Attachment | None, address: str | None
    ) -> Callable[[_Interaction, Mapping[str, str]], Awaitable[None]]:
        """Return what is done with the form for a file or an address."""

        async def sent(interaction: _Interaction, values: Mapping[str, str]) -> None:
            try:
                fields = stated_fields(values)
            except PorteParoleError as error:
                await self._ask_for_correction(interaction, error.notice, sent, values)
                return

            subject = file.filename if file else address or ""

            async def work(say: Say, working: Working) -> Told:
                reading = self._read(file, fields) if file else self._fetch(subject, fields, working.progress)
                try:
                    addition, gathered = await reading
                except PorteParoleError as error:
                    await self._write_down(interaction, subject, error.notice)
                    raise
                if addition is None:
                    await self._write_down(interaction, subject, Notice("moderation-nothing-new"))
                    return nothing_new(gathered, say)
                return await self._put(interaction, say, addition, gathered, working.progress)

            await self._act(interaction, "add", subject, work)

        return sent

    async def _ask_for_correction(
        self,
        interaction: _Interaction,
        wrong: Notice,
        sent: Callable[[_Interaction, Mapping[str, str]], Awaitable[None]],
        values: Mapping[str, str],
    ) -> None:
        say = self._say(interaction)

        async def form_again(again: _Interaction) -> None:
            await again.response.send_modal(AdditionForm(say, sent, values))

        label = say("moderation-correct")
        view = self.bot.confirmations.ask(interaction, say, say.notice(wrong), label, form_again)
        await interaction.response.send_message(view=view, ephemeral=True)

    async def _write_down(self, interaction: _Interaction, subject: str, why: Notice) -> None:
        """Write into the audit log that nothing was added."""
        who = actor(interaction.user)
        await self._aside(lambda: self._library.refused(who, "add", subject[:500], why))

    async def _read(self, file: discord.Attachment, fields: Fields) -> tuple[Addition, Gathered]:
        try:
            data = await file.read()
        except (discord.HTTPException, OSError) as error:
            log.info("an attachment could not be read: %s", type(error).__name__)
            raise PorteParoleError("moderation-file-gone") from None
        offer = uploaded(file.filename, data, fields)
        addition = await self._aside(lambda: from_upload(offer, self.bot.service.corpus))
        return addition, Gathered((offer,))

    async def _fetch(
        self, address: str, fields: Fields, progress: Progress
    ) -> tuple[Addition | None, Gathered]:
        corpus = await self._aside(lambda: self.bot.service.corpus)
        progress("fetching", 0, 0)
        async with self.web() as web:
            gathered = await gather(
                address,
                web,
                given=fields,
                known=known_addresses(corpus),
                most=self.bot.options.feed_articles,
                progress=progress,
            )
        return await self._aside(lambda: from_address(gathered, address, corpus)), gathered

    async def _put(
        self,
        interaction: _Interaction,
        say: Say,
        addition: Addition,
        gathered: Gathered,
        progress: Progress,
    ) -> Told:
        try:
            report = await self._aside(
                lambda: self._library.add(
                    addition.name,
                    addition.content,
                    actor=actor(interaction.user),
                    fields=addition.fields,
                    replace=addition.replace,
                    progress=progress,
                )
            )
        except PorteParoleError as error:
            if error.notice.key != "library-exists":
                raise

            async def work(say: Say, working: Working) -> Told:
                instead = replace(addition, replace=True)
                return await self._put(interaction, say, instead, gathered, working.progress)

            raise _AskError(
                error.notice,
                say("moderation-replace"),
                lambda again: self._act(again, "add", addition.name, work),
            ) from error
        return _told("add", report, say, gathered)

    async def remove(self, interaction: _Interaction, article: str) -> None:
        """Ask whether an article is to be left out, and leave it out."""
        say = await self._admitted(interaction, "remove", article)
        if say is None:
            return
        corpus = await self._aside(lambda: self.bot.service.corpus)
        titles = {one.id: one.title for one in corpus.articles}
        if article not in titles:
            await tell(interaction, say.notice(Notice("library-no-article", {"name": article})))
            return

        async def work(say: Say, working: Working) -> Told:
            report = await self._aside(
                lambda: self._library.remove(
                    article, actor=actor(interaction.user), progress=working.progress
                )
            )
            return _told("remove", report, say)

        question = say("moderation-remove-question", title=fit(titles[article], 200) or article)
        view = self.bot.confirmations.ask(
            interaction,
            say,
            question,
            say("moderation-remove-yes"),
            lambda again: self._act(again, "remove", article, work),
            grave=True,
        )
        await interaction.response.send_message(view=view, ephemeral=True)

    async def readmit(self, interaction: _Interaction, article: str) -> None:
        """Take back a removal."""

        async def work(say: Say, working: Working) -> Told:
            report = await self._aside(
                lambda: self._library.readmit(
                    article, actor=actor(interaction.user), progress=working.progress
                )
            )
            return _told("readmit", report, say)

        await self._act(interaction, "readmit", article, work)

    async def rollback(self, interaction: _Interaction) -> None:
        """Let the generation before answer again."""

        async def work(say: Say, working: Working) -> Told:
            report = await self._aside(
                lambda: self._library.rollback(actor=actor(interaction.user), progress=working.progress)
            )
            return _told("rollback", report, say)

        await self._act(interaction, "rollback", "", work)

    async def status(self, interaction: _Interaction) -> None:
        """Show how the corpus stands."""
        await self._show(interaction, "status", lambda say: status_pages(self._library.status(), say))

    async def history(self, interaction: _Interaction) -> None:
        """Show who did what."""
        await self._show(interaction, "history", lambda say: history_pages(self._library.history(), say))

    async def gaps(self, interaction: _Interaction, question: str | None, mark: Mark) -> None:
        """Show what was asked in vain; before that, mark a question where one is named."""

        def pages(say: Say) -> Sequence[ui.LayoutView]:
            if question is not None:
                self._library.mark_gap(question, mark, actor=actor(interaction.user))
            return gaps_pages(self._library.gaps(), say)

        await self._show(interaction, "gaps", pages)

    async def gaps_like(self, interaction: _Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Return the unanswered questions that have what was typed so far."""
        if not await is_moderator(interaction):
            return []
        gaps = await self._aside(self._library.gaps)
        return _choices([(gap.id, gap.question) for gap in gaps], typed)

    async def articles_like(self, interaction: _Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Return the articles whose title or id has what was typed so far."""
        if not await is_moderator(interaction):
            return []
        corpus = await self._aside(lambda: self.bot.service.corpus)
        return _choices([(one.id, one.title) for one in corpus.articles], typed)

    async def removed_like(self, interaction: _Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Return the removed articles whose title or id has what was typed so far."""
        if not await is_moderator(interaction):
            return []
        status = await self._aside(self._library.status)
        return _choices([(one.article, one.title) for one in status.removed], typed)

    async def _show(
        self, interaction: _Interaction, action: str, make: Callable[[Say], Sequence[ui.LayoutView]]
    ) -> None:
        say = await self._admitted(interaction, action)
        if say is None:
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        try:
            pages = await self._aside(lambda: make(say))
        except PorteParoleError as error:
            pages = [note_page(say.notice(error.notice), WRONG)]
        await send_pages(interaction, pages)

    async def _act(
        self,
        interaction: _Interaction,
        action: str,
        subject: str,
        work: Callable[[Say, Working], Awaitable[Told]],
    ) -> None:
        """Do something long: show how far it is, then what came of it."""
        say = await self._admitted(interaction, action, subject)
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
                told = await work(say, working)
            except _AskError as asked:
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

    async def _admitted(self, interaction: _Interaction, action: str, subject: str = "") -> Say | None:
        """Return the sentences for a moderator; tell everybody else why not, and write it down."""
        say = self._say(interaction)
        if self.bot.closing:
            await tell(interaction, say("bot-closing"))
            return None
        if await is_moderator(interaction):
            return say
        log.warning("%s is no moderator and was refused: corpus %s", interaction.user.id, action)
        await tell(interaction, say("moderation-denied"))
        try:
            await self._aside(lambda: self._library.denied(actor(interaction.user), action, subject[:500]))
        except PorteParoleError as error:
            log.warning("a refusal could not be written down: %s", error)
        return None

    def _say(self, interaction: _Interaction) -> Say:
        return Say(self.bot.texts, reader_of(interaction))

    async def _aside(self, work: Callable[[], T]) -> T:
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


def _told(action: str, report: Report, say: Say, gathered: Gathered | None = None) -> Told:
    kind = "dry" if report.dry_run else "done" if report.swapped else "same"
    return report_pages(
        report, say, heading=say("moderation-done", action=action, kind=kind), gathered=gathered
    )


def _choices(articles: Sequence[tuple[str, str]], typed: str) -> list[app_commands.Choice[str]]:
    wanted = typed.casefold().split()
    found: list[app_commands.Choice[str]] = []
    for name, title in articles:
        text = f"{title} {name}".casefold()
        if all(word in text for word in wanted):
            shown = title if len(title) <= LONGEST_CHOICE else f"{title[: LONGEST_CHOICE - 1]}…"
            found.append(app_commands.Choice(name=shown or name, value=name))
            if len(found) == MOST_CHOICES:
                break
    return found
