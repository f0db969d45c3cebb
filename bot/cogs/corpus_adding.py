"""``/corpus add``: from a file or an address and a form to an article."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord

from bot.acting import Acting, AskError, told_of
from bot.presenters.corpus import Say
from bot.presenters.report import Told, nothing_new
from bot.servers import actor
from bot.tree import tell
from bot.views.addition import AdditionForm
from bot.views.working import Working
from porteparole.notice import Notice, PorteParoleError
from porteparole.sources.adding import Addition, from_address, from_upload, known_addresses
from porteparole.sources.gather import Gathered, gather
from porteparole.sources.offer import demand_format, stated_fields, uploaded
from porteparole.sources.web import Web

if TYPE_CHECKING:
    from porteparole.corpus.draft import Fields
    from porteparole.service import Progress

log = logging.getLogger("bot")

_Interaction = discord.Interaction[Any]


class Adding:
    """Asks what is known about an article, reads or fetches it, and adds it.

    Args:
        acting: does it.
        web: opens what pages are fetched with.
    """

    def __init__(self, acting: Acting, web: Callable[[], Web]) -> None:
        self._acting = acting
        self._web = web

    async def add(
        self, interaction: _Interaction, file: discord.Attachment | None, address: str | None
    ) -> None:
        """Ask what is known about an article; what is sent in answer adds it."""
        say = await self._acting.admitted(interaction, "add", file.filename if file else address or "")
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
            limit = self._acting.bot.options.max_bytes
            if file.size > limit:
                raise PorteParoleError(
                    "corpus-refused-large", size=f"{file.size / 10**6:.1f}", limit=f"{limit / 10**6:g}"
                )
        elif address is not None and file is None:
            self._web().checked(address)
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

            await self._acting.act(interaction, "add", subject, work)

        return sent

    async def _ask_for_correction(
        self,
        interaction: _Interaction,
        wrong: Notice,
        sent: Callable[[_Interaction, Mapping[str, str]], Awaitable[None]],
        values: Mapping[str, str],
    ) -> None:
        say = self._acting.say(interaction)

        async def form_again(again: _Interaction) -> None:
            await again.response.send_modal(AdditionForm(say, sent, values))

        label = say("moderation-correct")
        view = self._acting.bot.confirmations.ask(interaction, say, say.notice(wrong), label, form_again)
        await interaction.response.send_message(view=view, ephemeral=True)

    async def _write_down(self, interaction: _Interaction, subject: str, why: Notice) -> None:
        """Write into the audit log that nothing was added."""
        who = actor(interaction.user)
        await self._acting.aside(lambda: self._acting.library.refused(who, "add", subject[:500], why))

    async def _read(self, file: discord.Attachment, fields: Fields) -> tuple[Addition, Gathered]:
        try:
            data = await file.read()
        except (discord.HTTPException, OSError) as error:
            log.info("an attachment could not be read: %s", type(error).__name__)
            raise PorteParoleError("moderation-file-gone") from None
        offer = uploaded(file.filename, data, fields)
        addition = await self._acting.aside(lambda: from_upload(offer, self._acting.bot.service.corpus))
        return addition, Gathered((offer,))

    async def _fetch(
        self, address: str, fields: Fields, progress: Progress
    ) -> tuple[Addition | None, Gathered]:
        corpus = await self._acting.aside(lambda: self._acting.bot.service.corpus)
        progress("fetching", 0, 0)
        async with self._web() as web:
            gathered = await gather(
                address,
                web,
                given=fields,
                known=known_addresses(corpus),
                most=self._acting.bot.options.feed_articles,
                progress=progress,
            )
        return await self._acting.aside(lambda: from_address(gathered, address, corpus)), gathered

    async def _put(
        self,
        interaction: _Interaction,
        say: Say,
        addition: Addition,
        gathered: Gathered,
        progress: Progress,
    ) -> Told:
        try:
            report = await self._acting.aside(
                lambda: self._acting.library.add(
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

            raise AskError(
                error.notice,
                say("moderation-replace"),
                lambda again: self._acting.act(again, "add", addition.name, work),
            ) from error
        return told_of("add", report, say, gathered)
