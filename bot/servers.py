"""What each server's moderators chose."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from cachetools import TTLCache

from bot.failures import record
from porteparole.servers.choices import Choices

if TYPE_CHECKING:
    from porteparole.service import Service


class ServerChoices:
    """The choices of servers, read again from the service after five minutes."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._known = TTLCache[int, Choices](1000, 300)

    async def of(self, guild: discord.Guild | None) -> Choices:
        """Return a server's choices; the usual ones in direct messages, and where they cannot be read."""
        if guild is None:
            return Choices()
        known = self._known.get(guild.id)
        if known is None:
            try:
                known = await asyncio.to_thread(self._service.servers.choices, guild.id)
            except Exception as error:
                record(error, "choices of a server")
                return Choices()
            self._known[guild.id] = known
        return known

    async def choose(self, guild: discord.Guild, choices: Choices, by: str) -> None:
        """Keep a server's choices."""
        await asyncio.to_thread(self._service.servers.choose, guild.id, choices, by)
        self._known[guild.id] = choices

    async def forget(self, guild: discord.Guild) -> None:
        """Delete the choices of a server that the bot was removed from."""
        self._known.pop(guild.id, None)
        await asyncio.to_thread(self._service.servers.forget, guild.id)


def barred(choices: Choices, channel: discord.abc.Snowflake | None, person: discord.abc.User) -> str | None:
    """Return the key of the sentence that says why a person is not answered here, None where they are."""
    places = {channel.id} if channel else set[int]()
    if isinstance(channel, discord.Thread):
        places.add(channel.parent_id)
    if choices.channels and not places.intersection(choices.channels):
        return "bot-not-in-this-channel"
    roles = {role.id for role in person.roles} if isinstance(person, discord.Member) else set[int]()
    if choices.roles and not roles.intersection(choices.roles):
        return "bot-not-for-your-roles"
    return None


def actor(person: discord.abc.User) -> str:
    """Return how a person stands in the audit log."""
    return f"discord:{person.id} {person.name}"
