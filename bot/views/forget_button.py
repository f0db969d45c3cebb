"""The button that deletes what is stored of the one who presses it, after a second press."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.answers import person_of
from bot.failures import record
from bot.readers import reader_of
from bot.tree import tell
from porteparole.language import Language
from porteparole.notice import PorteParoleError
from porteparole.texts import Texts

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

FORGET = re.compile(r"pp-forget:(?P<step>ask|yes)")


def privacy_layout(texts: Texts, reader: Language, *, step: str) -> ui.LayoutView:
    """Return the message that says what is stored, or that asks whether it is to be deleted."""
    view = ui.LayoutView(timeout=None)
    asks = step == "ask"
    said = texts(reader, "bot-privacy-text" if asks else "bot-privacy-sure")
    label = texts(reader, "bot-privacy-ask" if asks else "bot-privacy-yes")
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    row.add_item(ForgetButton(step, label))
    return view.add_item(ui.Container(ui.TextDisplay(said))).add_item(row)


def _forget(bot: PorteParoleBot, person: int) -> int:
    return bot.service.feedback.forget(person) + bot.service.forget(person_of(person))


class ForgetButton(ui.DynamicItem[ui.Button[Any]], template=FORGET):
    """Asks once more, then deletes."""

    def __init__(self, step: str, label: str) -> None:
        super().__init__(
            ui.Button(label=label[:80], custom_id=f"pp-forget:{step}", style=discord.ButtonStyle.danger)
        )
        self.step = step

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> ForgetButton:
        """Make the button again that was pressed."""
        return cls(match["step"], match["step"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Ask whether that is meant, or delete and say how much."""
        bot: PorteParoleBot = interaction.client
        reader = reader_of(interaction)
        try:
            if self.step == "ask":
                view = privacy_layout(bot.texts, reader, step="yes")
            else:
                person = interaction.user.id
                count = await asyncio.to_thread(_forget, bot, person)
                bot.receipts.forget(person)
                view = ui.LayoutView(timeout=None)
                done = bot.texts(reader, "bot-privacy-done", {"count": count})
                view.add_item(ui.Container(ui.TextDisplay(done)))
            await interaction.response.edit_message(view=view)
        except discord.NotFound:
            pass  # The message was closed.
        except PorteParoleError as error:
            await tell(interaction, bot.texts.notice(reader, error.notice))
        except Exception as error:
            await bot.apologise(interaction, record(error, "deletion"))
