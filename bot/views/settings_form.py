"""The form of ``/settings``: what is chosen takes effect only when it is saved."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import discord
from discord import ui

from bot.failures import record
from bot.moderators import is_moderator
from bot.readers import reader_of
from bot.servers import actor
from bot.tree import tell
from porteparole.language import Language
from porteparole.notice import PorteParoleError
from porteparole.servers.choices import Choices, Threads
from porteparole.texts import Texts

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

FIELD = re.compile(r"pp-set:(?P<field>channels|roles|moderators|threads)")
END = re.compile(r"pp-set:(?P<end>save|drop)")
PLACES = [discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum]
MOST = 25
THREADS: tuple[Threads, ...] = ("no", "button", "always")
_LABELS = {
    "channels": ("bot-settings-channels", "bot-settings-channels.hint"),
    "roles": ("bot-settings-roles", "bot-settings-roles.hint"),
    "moderators": ("bot-settings-moderators", "bot-settings-moderators.hint"),
    "threads": ("bot-settings-threads", "bot-settings-threads.hint"),
}
_COLOUR = discord.Colour(0x5865F2)


def settings_form(
    texts: Texts, reader: Language, choices: Choices, *, saved: Choices, told: str = ""
) -> ui.LayoutView:
    """Return the form with what is chosen; it can be saved where that is not what is in force."""
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=_COLOUR)
    box.add_item(ui.TextDisplay(f"### {texts(reader, 'bot-settings-title')}"))
    for field, (key, hint) in _LABELS.items():
        menu: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
        menu.add_item(Field(field, choices, texts, reader))
        box.add_item(ui.TextDisplay(f"**{texts(reader, key)}**\n-# {texts(reader, hint)}"))
        box.add_item(menu)
    changed = choices != saved
    state = told or texts(reader, "bot-settings-unsaved" if changed else "bot-settings-saved")
    box.add_item(ui.TextDisplay(f"-# {state}"))
    view.add_item(box)
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    row.add_item(End("save", texts(reader, "bot-settings-save"), off=not changed))
    row.add_item(End("drop", texts(reader, "bot-settings-drop"), off=not changed))
    return view.add_item(row)


class Field(ui.DynamicItem[Any], template=FIELD):
    """One menu of the form."""

    def __init__(self, field: str, choices: Choices, texts: Texts, reader: Language) -> None:
        super().__init__(_menu(field, choices, texts, reader))
        self.field = field

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Field:
        """Make the menu again that was used."""
        return cls(match["field"], Choices(), interaction.client.texts, reader_of(interaction))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Take note of what was chosen; nothing is saved yet."""
        bot: PorteParoleBot = interaction.client
        try:
            known = await _drafted(interaction)
            if known is None:
                return
            draft, saved = known
            data = cast("dict[str, Any]", interaction.data or {})
            values: list[str] = data.get("values", [])
            if self.field == "threads":
                draft = replace(draft, threads=cast("Threads", (values or ["button"])[0]))
            else:
                draft = replace(draft, **{self.field: tuple(int(value) for value in values)})
            await _show(interaction, draft, saved)
        except discord.NotFound:
            pass  # The form was closed.
        except Exception as error:
            await bot.apologise(interaction, record(error, "settings"))


class End(ui.DynamicItem[ui.Button[Any]], template=END):
    """Saves what was chosen, or forgets it."""

    def __init__(self, end: str, label: str, *, off: bool = False) -> None:
        style = discord.ButtonStyle.success if end == "save" else discord.ButtonStyle.secondary
        super().__init__(ui.Button(label=label[:80], custom_id=f"pp-set:{end}", style=style, disabled=off))
        self.end = end

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> End:
        """Make the button again that was pressed."""
        return cls(match["end"], match["end"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Save and say so, or show what is in force."""
        bot: PorteParoleBot = interaction.client
        reader = reader_of(interaction)
        try:
            known = await _drafted(interaction)
            if known is None or interaction.guild is None:
                return
            draft, saved = known
            if self.end == "drop":
                await _show(interaction, saved, saved)
                return
            if interaction.message and interaction.message.id not in bot.drafts:
                # A restart came between the choice and this press.
                await _show(interaction, saved, saved, bot.texts(reader, "bot-settings-again"))
                return
            await bot.servers.choose(interaction.guild, draft, actor(interaction.user))
            await _show(interaction, draft, draft, bot.texts(reader, "bot-settings-done"))
        except discord.NotFound:
            pass  # The form was closed.
        except PorteParoleError as error:
            await tell(interaction, bot.texts.notice(reader, error.notice))
        except Exception as error:
            await bot.apologise(interaction, record(error, "settings"))


async def _drafted(interaction: discord.Interaction[Any]) -> tuple[Choices, Choices] | None:
    """Return what is chosen so far and what is in force; tell whoever may not choose."""
    bot: PorteParoleBot = interaction.client
    saved = await bot.servers.of(interaction.guild)
    if interaction.guild is None or not await is_moderator(interaction):
        await tell(interaction, bot.texts(reader_of(interaction), "bot-for-moderators"))
        return None
    message = interaction.message
    return (bot.drafts.get(message.id, saved) if message else saved), saved


async def _show(
    interaction: discord.Interaction[Any], draft: Choices, saved: Choices, told: str = ""
) -> None:
    bot: PorteParoleBot = interaction.client
    if interaction.message:
        if draft == saved:
            bot.drafts.pop(interaction.message.id, None)
        else:
            bot.drafts[interaction.message.id] = draft
    form = settings_form(bot.texts, reader_of(interaction), draft, saved=saved, told=told)
    await interaction.response.edit_message(view=form)


def _menu(field: str, choices: Choices, texts: Texts, reader: Language) -> ui.Item[Any]:
    custom_id = f"pp-set:{field}"
    if field == "threads":
        return ui.Select(
            custom_id=custom_id,
            options=[
                discord.SelectOption(
                    label=texts(reader, "bot-settings-threads-choice", {"threads": choice})[:100],
                    value=choice,
                    default=choice == choices.threads,
                )
                for choice in THREADS
            ],
        )
    chosen: tuple[int, ...] = getattr(choices, field)
    if field == "channels":
        places = [
            discord.SelectDefaultValue(id=one, type=discord.SelectDefaultValueType.channel) for one in chosen
        ]
        return ui.ChannelSelect(
            custom_id=custom_id,
            channel_types=PLACES,
            min_values=0,
            max_values=MOST,
            default_values=places[:MOST],
            placeholder=texts(reader, "bot-settings-all")[:150],
        )
    roles = [discord.SelectDefaultValue(id=one, type=discord.SelectDefaultValueType.role) for one in chosen]
    none = "bot-settings-everybody" if field == "roles" else "bot-settings-nobody-else"
    return ui.RoleSelect(
        custom_id=custom_id,
        min_values=0,
        max_values=MOST,
        default_values=roles[:MOST],
        placeholder=texts(reader, none)[:150],
    )
