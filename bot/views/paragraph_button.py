"""The button that shows a whole paragraph to the one who pressed it."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.failures import record
from bot.presenters.paragraph import paragraph_messages
from bot.presenters.passage import TEMPLATE, Passage
from bot.readers import reader_of

if TYPE_CHECKING:
    from bot.client import PorteParoleBot


class ParagraphButton(ui.DynamicItem[ui.Button[Any]], template=TEMPLATE):
    """Shows the paragraph that its id names, also long after the message was sent."""

    def __init__(self, passage: Passage, label: str) -> None:
        super().__init__(
            ui.Button(label=label[:80], custom_id=passage.custom_id, style=discord.ButtonStyle.secondary)
        )
        self.passage = passage

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> ParagraphButton:
        """Make the button again that was pressed."""
        label = item.label if isinstance(item, ui.Button) else None
        return cls(Passage.from_match(match), label or "¶")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the paragraph with its neighbours, or say that it is gone."""
        try:
            await interaction.response.defer(ephemeral=True, thinking=True)
            await self._show(interaction)
        except discord.NotFound:
            pass  # The person waited too long, or closed the message.
        except Exception as error:
            await interaction.client.apologise(interaction, record(error, "paragraph button"))

    async def _show(self, interaction: discord.Interaction[Any]) -> None:
        bot: PorteParoleBot = interaction.client
        reader = reader_of(interaction)
        context = await asyncio.to_thread(bot.service.context, self.passage.paragraph)
        if context is None:
            await interaction.edit_original_response(content=bot.texts(reader, "bot-paragraph-gone"))
            return
        first, *others = paragraph_messages(context, self.passage, texts=bot.texts, reader=reader)
        await interaction.edit_original_response(view=first)
        for view in others:
            await interaction.followup.send(view=view, ephemeral=True)
