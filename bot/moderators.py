"""Who may change what the answers come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.servers import moderates

if TYPE_CHECKING:
    from bot.client import PorteParoleBot


async def is_moderator(interaction: discord.Interaction[Any]) -> bool:
    """Say whether who uses a command is a moderator of the server, or has one of the settings' roles."""
    bot: PorteParoleBot = interaction.client
    person = interaction.user
    if interaction.guild is None or not isinstance(person, discord.Member):
        return False
    if not bot.options.moderators.isdisjoint(role.id for role in person.roles):
        return True
    return moderates(await bot.servers.of(interaction.guild), interaction)
