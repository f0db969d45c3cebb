"""Who moderates the bot in a server.

One rule for every command and button of moderators: whoever may manage the server, and whoever has a role
that the server chose in ``/settings`` or the operator in ``discord.moderator_roles``.
"""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING, Any

import discord

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

# Discord's own restriction of a command is a proposal that servers can change: the bot asks again.
FOR_MANAGERS = discord.Permissions(manage_guild=True)


def proposed(bot: PorteParoleBot) -> discord.Permissions | None:
    """Return what Discord asks for before it shows a moderators' command; None shows it to everybody.

    Discord cannot be told roles here, so that with roles of the operator everybody has to see it.
    """
    return None if bot.options.moderators else FOR_MANAGERS


async def is_moderator(interaction: discord.Interaction[Any]) -> bool:
    """Say whether who uses a command or a button moderates the bot in this server."""
    person, guild = interaction.user, interaction.guild
    if guild is None or not isinstance(person, discord.Member):
        return False
    return interaction.permissions.manage_guild or not (
        {role.id for role in person.roles}.isdisjoint(await _chosen(interaction.client, guild))
    )


async def moderator_roles(bot: PorteParoleBot, guild: discord.Guild) -> list[discord.Role]:
    """Return the roles of a server that moderate beside those who may manage it, the highest first."""
    chosen = await _chosen(bot, guild)
    return [role for role in reversed(guild.roles) if role.id in chosen]


async def _chosen(bot: PorteParoleBot, guild: discord.Guild) -> Set[int]:
    return bot.options.moderators | set((await bot.servers.of(guild)).moderators)
