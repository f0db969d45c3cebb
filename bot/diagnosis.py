"""What is missing for the bot to work here: permissions, commands, intents."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import discord

from bot.moderators import moderator_roles
from bot.presenters.plain import plain
from bot.readers import reader_of
from bot.servers import barred
from porteparole.notice import Notice, PorteParoleError
from porteparole.service import Service

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

SCOPES = ("bot", "applications.commands")
# No "embed links": answers are made of components, which do not need it.
PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    read_message_history=True,
)


def invitation(application: int) -> str:
    """Return the address that invites the bot with exactly what it needs."""
    return discord.utils.oauth_url(application, permissions=PERMISSIONS, scopes=SCOPES)


def missing(granted: discord.Permissions) -> list[str]:
    """Return the names of the needed permissions that are not granted."""
    if granted.administrator:
        return []
    return [name for name, needed in PERMISSIONS if needed and not getattr(granted, name)]


def lacking_servers(guilds: Iterable[discord.Guild]) -> Iterator[tuple[discord.Guild, list[str]]]:
    """Yield the servers where the bot's roles lack a permission, with the names of what is missing."""
    for guild in guilds:
        # Without the bot's own member (it comes with the server's data) nothing can be said.
        absent = missing(guild.me.guild_permissions) if guild.me else []
        if absent:
            yield guild, absent


async def diagnose(bot: PorteParoleBot, interaction: discord.Interaction[Any]) -> list[tuple[bool, Notice]]:
    """Return each thing that was looked at: whether it is well, and the sentence about it."""
    found: list[tuple[bool, Notice]] = []
    absent = missing(interaction.app_permissions) if interaction.guild else []
    reader = reader_of(interaction)
    if absent:
        names = ", ".join(bot.texts(reader, "bot-permission", {"name": name}) for name in absent)
        found.append((False, Notice("bot-diagnose-permissions-missing", {"names": names})))
    else:
        found.append((True, Notice("bot-diagnose-permissions")))
    choices = await bot.servers.of(interaction.guild)
    if barred(choices, interaction.channel, interaction.user):
        found.append((False, Notice("bot-diagnose-barred")))
    if interaction.guild:
        roles = await moderator_roles(bot, interaction.guild)
        # Shown by name; nobody is pinged.
        names = {"roles": ", ".join(role.mention for role in roles), "count": len(roles)}
        found.append((True, Notice("bot-diagnose-moderators", names)))
    found.append(await _commands(bot))
    if bot.intents.message_content:
        found.append((True, Notice("bot-diagnose-content-on")))
    else:
        found.append((True, Notice("bot-diagnose-content-off")))
    articles = len(bot.service.corpus.articles)
    found.append((articles > 0, Notice("bot-diagnose-articles", {"count": articles})))
    if not await asyncio.to_thread(_sources_are_there, bot.service):
        found.append((False, Notice("bot-diagnose-sources-missing")))
    if model := bot.service.model:
        state = "bot-diagnose-model-resting" if model.is_resting else "bot-diagnose-model"
        found.append((not model.is_resting, Notice(state, {"name": plain(model.name)})))
    if bot.shard_id is not None:
        shard = {"shard": str(bot.shard_id), "count": str(bot.shard_count)}
        found.append((True, Notice("bot-diagnose-shard", shard)))
    latency = round(bot.latency * 1000) if bot.latency == bot.latency else 0
    found.append((latency < 1000, Notice("bot-diagnose-latency", {"ms": latency})))
    return found


def _sources_are_there(service: Service) -> bool:
    try:
        status = service.library.status()
    except PorteParoleError:
        # A state database that cannot be read is told by whoever needs it.
        return True
    return status.rolled_back or status.sources_changed is not None


async def _commands(bot: PorteParoleBot) -> tuple[bool, Notice]:
    """Say whether Discord knows the commands of this version."""
    try:
        known = {command.name for command in await bot.tree.fetch_commands()}
    except discord.HTTPException:
        return False, Notice("bot-diagnose-commands-unknown")
    ours = {command.name for command in bot.tree.get_commands()}
    absent = sorted(ours - known)
    if absent:
        return False, Notice("bot-diagnose-commands-missing", {"names": ", ".join(absent)})
    return True, Notice("bot-diagnose-commands")
