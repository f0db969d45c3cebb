"""The button that shows moderators why an answer is what it is."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.answers import Question, after, noticed, sentence
from bot.failures import record
from bot.limits import BusyError
from bot.moderators import is_moderator
from bot.presenters.why import why_pages
from bot.readers import reader_of
from bot.recall import recall
from bot.rest import acknowledge
from bot.tree import tell
from bot.views.pages import send_pages
from porteparole.answering.explanation import Explanation
from porteparole.notice import PorteParoleError

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

WHY = re.compile(r"pp-why:(?P<generation>[\w-]{0,40})")


class WhyButton(ui.DynamicItem[ui.Button[Any]], template=WHY):
    """Asks the question of an answer again, and shows moderators all that led to the answer."""

    def __init__(self, generation: str, label: str) -> None:
        super().__init__(
            ui.Button(label=label[:80], custom_id=f"pp-why:{generation}", style=discord.ButtonStyle.secondary)
        )
        self.generation = generation

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> WhyButton:
        """Make the button again that was pressed."""
        label = item.label if isinstance(item, ui.Button) else None
        return cls(match["generation"], label or "?")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show it to a moderator, in private; tell everybody else why not."""
        bot: PorteParoleBot = interaction.client
        try:
            await self._show(bot, interaction)
        except discord.NotFound:
            pass  # The person waited too long, or the message is gone.
        except Exception as error:
            await bot.apologise(interaction, record(error, "why button"))

    async def _show(self, bot: PorteParoleBot, interaction: discord.Interaction[Any]) -> None:
        message, reader = interaction.message, reader_of(interaction)
        if message is None or bot.closing:
            await tell(interaction, bot.texts(reader, "bot-closing"))
            return
        if not await is_moderator(interaction):
            await tell(interaction, bot.texts(reader, "bot-for-moderators"))
            return
        if seconds := bot.button_limits.person(interaction) or bot.limits.server(interaction):
            await tell(interaction, bot.texts(reader, "bot-cooldown", {"when": after(seconds)}))
            return
        with bot.at_work():
            await acknowledge(interaction, private=True)
            asked = await recall(bot, message)
            if asked is None:
                await tell(interaction, bot.texts(reader, "bot-question-gone"))
                return
            try:
                async with asyncio.timeout(bot.options.timeout):
                    explanation = await bot.gate.run(lambda: _explain(bot, asked))
            except BusyError as busy:
                await tell(interaction, sentence(bot, reader, "bot-busy", when=after(busy.seconds)))
                return
            except PorteParoleError as error:
                await tell(interaction, noticed(bot, reader, error.notice))
                return
            pages = why_pages(explanation, self.generation, texts=bot.texts, reader=reader)
            await send_pages(interaction, pages)


async def _explain(bot: PorteParoleBot, asked: Question) -> Explanation:
    return await asyncio.to_thread(
        bot.service.explain,
        asked.text,
        history=asked.history,
        reader_language=asked.reader,
        article=asked.article,
        speaker=asked.speaker,
    )
