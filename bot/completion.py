"""Names of speakers and articles, completed while somebody types them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Literal

import discord
from discord import app_commands

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

# Discord's limits.
_CHOICES, _VALUE = 25, 100

Choices = list[app_commands.Choice[str]]


def completing(bot: PorteParoleBot, what: Literal["speakers", "articles"]) -> Any:
    """Return what completes an option of a command."""
    complete = _speakers if what == "speakers" else articles_like

    async def completed(interaction: discord.Interaction, current: str) -> Choices:
        return await asyncio.to_thread(complete, bot, current)

    return completed


def _speakers(bot: PorteParoleBot, typed: str) -> Choices:
    found = bot.service.lookup.speakers.like(typed, _CHOICES)
    return [app_commands.Choice(name=_short(s.name), value=_short(s.name)) for s in found]


def articles_like(bot: PorteParoleBot, typed: str) -> Choices:
    """Return the articles that somebody who has typed ``typed`` so far may mean."""
    found = bot.service.lookup.articles.like(typed, _CHOICES)
    return [
        app_commands.Choice(name=_short(article.title or article.id), value=article.id)
        for article in found
        if len(article.id) <= _VALUE
    ]


def _short(text: str) -> str:
    return text[:_VALUE] or "…"
