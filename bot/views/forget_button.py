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


def privacy_layout(texts: Texts, reader: Language, *, model: bool, logged: bool) -> ui.LayoutView:
    """Return the message that says what is stored.

    Args:
        texts: the sentences.
        reader: their language.
        model: whether a language model is sent what is asked.
        logged: whether questions stand in the operator's log.
    """
    items = [*(["bot-privacy-model"] if model else []), "bot-privacy-moderators"]
    said = "\n".join([texts(reader, "bot-privacy-text"), *(f"- {texts(reader, item)}" for item in items)])
    log = texts(reader, "bot-privacy-log", {"content": str(logged).lower()})
    box: ui.Container[ui.LayoutView] = ui.Container(ui.TextDisplay(said), ui.TextDisplay(f"-# {log}"))
    return _with_button(box, "ask", texts(reader, "bot-privacy-ask"))


def _sure_layout(texts: Texts, reader: Language) -> ui.LayoutView:
    box: ui.Container[ui.LayoutView] = ui.Container(ui.TextDisplay(texts(reader, "bot-privacy-sure")))
    return _with_button(box, "yes", texts(reader, "bot-privacy-yes"))


def _with_button(box: ui.Container[ui.LayoutView], step: str, label: str) -> ui.LayoutView:
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    row.add_item(ForgetButton(step, label))
    return ui.LayoutView(timeout=None).add_item(box).add_item(row)


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
                view = _sure_layout(bot.texts, reader)
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
