"""What a person sees of a message: its texts and its buttons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import discord
import simcord
from discord import ui

from bot.presenters.answer import Shown


def last(channel: simcord.ChannelHandle) -> discord.Message:
    """Return the newest message of a channel."""
    message = channel.last_message
    assert message
    return message


def parts(message: Shown | discord.Message | simcord.ResponseMessage | None) -> list[dict[str, Any]]:
    """Return the components of a message, each with what it holds behind it."""
    assert message is not None
    if isinstance(message, str):
        return [{"type": 10, "content": message}]
    if isinstance(message, ui.LayoutView):
        return [*_walk(message.to_components())]
    if isinstance(message, discord.Message):
        return [*_walk([component.to_dict() for component in message.components])]
    return [*_walk(message.components)]


def text(message: Shown | discord.Message | simcord.ResponseMessage | None) -> str:
    """Return all the text of a message."""
    content = "" if isinstance(message, str | ui.LayoutView) or message is None else message.content
    return "\n".join([content, *(part["content"] for part in parts(message) if part["type"] == 10)]).strip()


def buttons(message: Shown | discord.Message | simcord.ResponseMessage | None) -> dict[str, str]:
    """Return the ids (or addresses) of the buttons by their labels."""
    return {
        part.get("label") or part["emoji"]["name"]: part.get("custom_id") or part["url"]
        for part in parts(message)
        if part["type"] == 2
    }


def _walk(components: list[Any]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components", []))
        if "accessory" in component:
            yield component["accessory"]
