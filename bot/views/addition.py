"""What a moderator says about an article before it is added."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.failures import record
from bot.presenters.corpus import Say
from porteparole.language import LANGUAGES

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

TEXTS = (("title", 200), ("publisher", 100), ("published", 10))
Then = Callable[[discord.Interaction[Any], dict[str, str]], Awaitable[None]]


class AdditionForm(ui.Modal):
    """Title, publisher, date and language, all as one likes: what is left empty is taken from the article.

    Args:
        say: sentences.
        then: given the values when the form is sent; it answers.
        values: what stands in the form already.
    """

    def __init__(self, say: Say, then: Then, values: Mapping[str, str] | None = None) -> None:
        super().__init__(title=say("moderation-form"), timeout=900)
        values = values or {}
        self._then = then
        self._inputs: dict[str, ui.TextInput[AdditionForm]] = {}
        for name, limit in TEXTS:
            field: ui.TextInput[AdditionForm] = ui.TextInput(
                custom_id=name,
                required=False,
                max_length=limit,
                default=values.get(name) or None,
                placeholder=say("moderation-form-placeholder", field=name),
            )
            self._inputs[name] = field
            self.add_item(ui.Label(text=say("moderation-form-field", field=name), component=field))
        self._language: ui.Select[AdditionForm] = ui.Select(
            custom_id="language",
            required=False,
            options=[
                discord.SelectOption(
                    label=say("moderation-form-language", language=language),
                    value=language,
                    default=values.get("language", "auto") == language,
                )
                for language in ("auto", *LANGUAGES)
            ],
        )
        self.add_item(ui.Label(text=say("moderation-form-field", field="language"), component=self._language))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Hand over what was written."""
        values = {name: field.value.strip() for name, field in self._inputs.items()}
        chosen = next(iter(self._language.values), "auto")
        await self._then(interaction, values | ({"language": chosen} if chosen in LANGUAGES else {}))

    async def on_error(self, interaction: discord.Interaction[Any], error: Exception, /) -> None:
        """Say that something went wrong."""
        bot: PorteParoleBot = interaction.client
        await bot.apologise(interaction, record(error, "form"))
