"""Buttons and forms that nobody here knows any more: of another version, or filled in over a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import discord

from bot.readers import reader_of
from bot.tree import tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.client import PorteParoleBot


async def answer_forgotten(bot: PorteParoleBot, interaction: discord.Interaction[Any]) -> None:
    """Say what to do where Discord would only say that the interaction failed."""
    custom_id = str(cast("Mapping[str, Any]", interaction.data or {}).get("custom_id", ""))
    # discord.py offers no look at what it waits for.
    store = bot._connection._view_store
    if interaction.type is discord.InteractionType.component:
        known = any(pattern.fullmatch(custom_id) for pattern in store._dynamic_items)
    elif interaction.type is discord.InteractionType.modal_submit:
        known = custom_id in store._modals
    else:
        return
    if not known and not interaction.response.is_done():
        await tell(interaction, bot.texts(reader_of(interaction), "bot-button-forgotten"))
