"""A question before something is done: two buttons, which only the one who was asked can press."""

from __future__ import annotations

import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord
from cachetools import TTLCache
from discord import ui

from bot.failures import record
from bot.presenters.corpus import WRONG, Say, note_page
from bot.readers import reader_of
from bot.tree import tell

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

# Seconds: what a click lets the bot edit ends after 15 minutes anyway.
LIVE = 600
MOST_OPEN = 200
TEMPLATE = re.compile(r"pp-confirm:(?P<key>[0-9a-f]{16}):(?P<yes>[yn])")

Then = Callable[[discord.Interaction[Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Open:
    owner: int
    then: Then


class Confirmations:
    """The questions that wait for an answer; after a while, or a restart, a click gets a sentence."""

    def __init__(self) -> None:
        self._open = TTLCache[str, _Open](MOST_OPEN, LIVE)

    def ask(
        self,
        interaction: discord.Interaction[Any],
        say: Say,
        text: str,
        yes: str,
        then: Then,
        *,
        grave: bool = False,
    ) -> ui.LayoutView:
        """Return a question with its buttons.

        Args:
            interaction: of the one who is asked.
            say: sentences.
            text: the question.
            yes: label of the button that means it.
            then: what is done when it is pressed; it answers the click.
            grave: whether the button is red.
        """
        key = secrets.token_hex(8)
        self._open[key] = _Open(interaction.user.id, then)
        view = note_page(text, WRONG)
        row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
        style = discord.ButtonStyle.danger if grave else discord.ButtonStyle.primary
        row.add_item(ConfirmButton(key, True, yes, style))
        row.add_item(ConfirmButton(key, False, say("moderation-cancel"), discord.ButtonStyle.secondary))
        return view.add_item(row)

    async def decide(self, interaction: discord.Interaction[Any], key: str, yes: bool) -> None:
        """Do what the button says."""
        bot: PorteParoleBot = interaction.client
        say = Say(bot.texts, reader_of(interaction))
        waiting = self._open.get(key)
        if waiting is None:
            await tell(interaction, say("moderation-too-late"))
        elif waiting.owner != interaction.user.id:
            await tell(interaction, say("moderation-not-yours"))
        else:
            del self._open[key]
            if yes:
                await waiting.then(interaction)
            else:
                await interaction.response.edit_message(view=note_page(say("moderation-cancelled")))


class ConfirmButton(ui.DynamicItem[ui.Button[Any]], template=TEMPLATE):
    """Yes or no; it names its question."""

    def __init__(
        self,
        key: str,
        yes: bool,
        label: str = "…",
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        custom_id = f"pp-confirm:{key}:{'y' if yes else 'n'}"
        super().__init__(ui.Button(label=label[:80], custom_id=custom_id, style=style))
        self.key, self.yes = key, yes

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> ConfirmButton:
        """Make the button again that was pressed."""
        return cls(match["key"], match["yes"] == "y")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what was confirmed, or not."""
        bot: PorteParoleBot = interaction.client
        try:
            await bot.confirmations.decide(interaction, self.key, self.yes)
        except Exception as error:
            await bot.apologise(interaction, record(error, "confirmation"))
