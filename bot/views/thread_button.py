"""The button that opens a thread for a longer exchange."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.failures import record
from bot.presenters.cut import clusters
from bot.presenters.plain import one_line
from bot.readers import reader_of, server_language
from bot.recall import recall
from bot.rest import acknowledge, persistently
from bot.servers import barred
from bot.tree import tell

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

THREAD = re.compile(r"pp-thread")
NAME = 90
# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
_EXISTS = 160004


def thread_name(question: str, otherwise: str) -> str:
    """Return a name for the thread of a question."""
    return "".join(clusters(one_line(question)[: 4 * NAME])[:NAME])[:100].strip() or otherwise


class ThreadButton(ui.DynamicItem[ui.Button[Any]], template=THREAD):
    """Opens a thread at the answer below which it stands."""

    def __init__(self, label: str) -> None:
        super().__init__(
            ui.Button(
                label=label[:80],
                emoji="🧵",
                custom_id="pp-thread",
                style=discord.ButtonStyle.secondary,
            )
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> ThreadButton:
        """Make the button again that was pressed."""
        label = item.label if isinstance(item, ui.Button) else None
        return cls(label or "…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Open the thread, or say why not."""
        bot: PorteParoleBot = interaction.client
        try:
            await self._open(bot, interaction)
        except discord.NotFound:
            pass  # The person waited too long, or the message is gone.
        except Exception as error:
            await bot.apologise(interaction, record(error, "thread button"))

    async def _open(self, bot: PorteParoleBot, interaction: discord.Interaction[Any]) -> None:
        message, reader = interaction.message, reader_of(interaction)
        choices = await bot.servers.of(interaction.guild)
        if message is None or bot.user is None:
            return
        if interaction.guild is None:
            await tell(interaction, bot.texts(reader, "bot-not-here"))
            return
        obstacle = barred(choices, interaction.channel, interaction.user)
        if obstacle or choices.threads == "no":
            await tell(interaction, bot.texts(reader, obstacle or "bot-threads-off"))
            return
        await acknowledge(interaction, private=True)
        asked = await recall(bot, message)
        name = thread_name(asked.text if asked else "", bot.user.name)
        try:
            thread = await message.create_thread(name=name)
        except discord.HTTPException as error:
            if error.code == _EXISTS:
                said = bot.texts(reader, "bot-thread-there", {"thread": f"<#{message.id}>"})
            elif isinstance(error, discord.Forbidden):
                said = bot.texts(reader, "bot-thread-forbidden")
            else:
                raise
            await persistently(lambda: interaction.edit_original_response(content=said))
            return
        key = "bot-thread-welcome-open" if bot.intents.message_content else "bot-thread-welcome"
        language = (interaction.guild and server_language(interaction.guild)) or reader
        welcome = bot.texts(language, key, {"bot": bot.user.mention})
        await persistently(lambda: thread.send(welcome, nonce=f"{message.id}-t"))
        there = bot.texts(reader, "bot-thread-there", {"thread": thread.mention})
        await persistently(lambda: interaction.edit_original_response(content=there))
