"""A message that shows how far an action is, and then what came of it."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.presenters.corpus import Say, progress_page
from bot.presenters.report import Told
from bot.views.paced import Paced
from bot.views.pages import send_pages

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

log = logging.getLogger("bot")

# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
_UNKNOWN_WEBHOOK, _INVALID_TOKEN = 10015, 50027


class Working:
    """Shows the progress of one action in the answer to an interaction that was deferred.

    Its :meth:`progress` may be called from any thread, as often as it likes. An interaction lives for 15
    minutes: what comes later goes to the channel.
    """

    def __init__(self, interaction: discord.Interaction[Any], say: Say, heading: str) -> None:
        self._interaction = interaction
        self._say = say
        self._paced: Paced[tuple[str, int, int]] = Paced(
            lambda page: interaction.edit_original_response(view=page),
            lambda stage: progress_page(say, heading, *stage),
            "the progress of an action",
        )

    def progress(self, stage: str, done: int, total: int) -> None:
        """Take note of ``done`` of ``total`` pieces of the work ``stage``."""
        self._paced.show((stage, done, total))

    async def end(self, told: Told) -> None:
        """Show what came of the action, in place of the progress, or in the channel when it is too late."""
        await self._paced.end()
        try:
            if told.attached and told.text is not None:
                view, file = _with_file(told.pages[0], told.text)
                await self._interaction.edit_original_response(view=view, attachments=[file])
            else:
                await send_pages(self._interaction, told.pages)
        except discord.HTTPException as error:
            if error.code not in (_UNKNOWN_WEBHOOK, _INVALID_TOKEN):
                log.info("the report of an action could not be shown: %s", error)
                return
            await self._end_late(told)

    async def _end_late(self, told: Told) -> None:
        """Report in the channel; where the bot may not write there, to the person alone."""
        bot: PorteParoleBot = self._interaction.client
        person = self._interaction.user
        page: ui.LayoutView = ui.LayoutView(timeout=None).add_item(
            ui.TextDisplay(self._say("moderation-late", person=person.mention))
        )
        for item in told.pages[0].children:
            page.add_item(item)
        channel = bot.get_partial_messageable(self._interaction.channel_id or 0)
        # A channel may take messages and no files.
        ways = ((channel, told.text), (channel, None), (person, told.text))
        for place, text in ways if told.text else ways[1:]:
            view, files = page, list[discord.File]()
            if text is not None:
                view, file = _with_file(page, text)
                files.append(file)
            try:
                await place.send(view=view, files=files)
                return
            except discord.HTTPException as error:
                log.warning("a report could not be sent to %s: %s", type(place).__name__, error)


def _with_file(page: ui.LayoutView, text: str) -> tuple[ui.LayoutView, discord.File]:
    file = discord.File(io.BytesIO(text.encode()), "report.txt")
    view: ui.LayoutView = ui.LayoutView(timeout=None)
    for item in page.children:
        view.add_item(item)
    return view.add_item(ui.File(file)), file
