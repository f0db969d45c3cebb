"""👍 and 👎 below an answer, and the short form behind the second."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any, cast

import discord
from discord import ui

from bot.failures import record
from bot.readers import reader_of
from bot.recall import receipt_of
from bot.rest import acknowledge, persistently
from bot.tree import tell
from porteparole.feedback.entry import OBJECTIONS, New, Reason
from porteparole.language import Language
from porteparole.notice import PorteParoleError
from porteparole.texts import Texts

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

VOICE = re.compile(r"pp-voice:(?P<voice>good|bad)")
COMMENT = 1000
_EMOJI = {"good": "👍", "bad": "👎"}


class VoiceButton(ui.DynamicItem[ui.Button[Any]], template=VOICE):
    """Takes a thumb up; asks what is wrong after a thumb down."""

    def __init__(self, voice: str) -> None:
        super().__init__(
            ui.Button(emoji=_EMOJI[voice], custom_id=f"pp-voice:{voice}", style=discord.ButtonStyle.secondary)
        )
        self.voice = voice

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> VoiceButton:
        """Make the button again that was pressed."""
        return cls(match["voice"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Keep it, or open the form."""
        bot: PorteParoleBot = interaction.client
        try:
            if interaction.message is None:
                return
            if self.voice == "bad":
                form = ObjectionForm(bot.texts, reader_of(interaction), interaction.message)
                await interaction.response.send_modal(form)
            else:
                await keep(interaction, interaction.message, "good", "")
        except discord.NotFound:
            pass  # The person waited too long, or the message is gone.
        except Exception as error:
            await bot.apologise(interaction, record(error, "thumb"))


class ObjectionForm(ui.Modal):
    """Asks what is wrong with an answer."""

    def __init__(self, texts: Texts, reader: Language, message: discord.Message) -> None:
        super().__init__(title=texts(reader, "bot-objection-title")[:45], timeout=840)
        self._message = message
        self._reason: ui.Select[Any] = ui.Select(
            custom_id="reason",
            options=[
                discord.SelectOption(
                    label=texts(reader, "bot-objection-reason", {"reason": reason})[:100], value=reason
                )
                for reason in OBJECTIONS
            ],
        )
        self._comment: ui.TextInput[Any] = ui.TextInput(
            custom_id="comment", style=discord.TextStyle.paragraph, required=False, max_length=COMMENT
        )
        self.add_item(ui.Label(text=texts(reader, "bot-objection-what")[:45], component=self._reason))
        self.add_item(
            ui.Label(
                text=texts(reader, "bot-objection-comment")[:45],
                description=texts(reader, "bot-objection-stored")[:100],
                component=self._comment,
            )
        )

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Keep what was filled in."""
        reason = cast("Reason", (self._reason.values or ["other"])[0])
        await keep(interaction, self._message, reason, self._comment.value.strip())

    async def on_error(self, interaction: discord.Interaction[Any], error: Exception, /) -> None:
        """Say that something went wrong."""
        if not isinstance(error, discord.NotFound):
            await interaction.client.apologise(interaction, record(error, "objection"))


async def keep(
    interaction: discord.Interaction[Any], message: discord.Message, reason: Reason, comment: str
) -> None:
    """Keep one voice with the receipt of its answer, and say so to the one who gave it."""
    bot: PorteParoleBot = interaction.client
    reader = reader_of(interaction)
    if bot.button_limits.person(interaction):
        # Somebody presses without end; what they sent before stays.
        await tell(interaction, bot.texts(reader, "bot-thanks", {"reason": reason}))
        return
    await acknowledge(interaction, private=True)
    asker, receipt = await receipt_of(bot, message)
    new = New(
        reason,
        comment,
        # A thumb up needs no text, so none is kept.
        {} if reason == "good" else receipt,
        person=interaction.user.id,
        asker=asker or 0,
        message=message.id,
        server=interaction.guild_id,
        link=message.jump_url,
    )
    try:
        await asyncio.to_thread(bot.service.feedback.add, new)
        said = bot.texts(reader, "bot-thanks", {"reason": reason})
    except PorteParoleError as error:
        said = bot.texts.notice(reader, error.notice)
    await persistently(lambda: interaction.edit_original_response(content=said))
