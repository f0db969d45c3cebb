"""Which language a reader reads."""

from __future__ import annotations

import discord

from porteparole.language import Language

_LANGUAGES: dict[str, Language] = {"fr": "fr", "en-US": "en", "en-GB": "en"}


def spoken(locale: discord.Locale | None) -> Language | None:
    """Return French or English for a locale of Discord, None for every other."""
    return _LANGUAGES.get(locale.value) if locale else None


def reader_of(interaction: discord.Interaction) -> Language:
    """Return the language for labels: the reader's own, else the server's, else English."""
    return spoken(interaction.locale) or (interaction.guild and server_language(interaction.guild)) or "en"


def server_language(guild: discord.Guild) -> Language | None:
    """Return the language that a server chose, which only community servers can do."""
    return spoken(guild.preferred_locale) if "COMMUNITY" in guild.features else None
