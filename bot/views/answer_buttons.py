"""The buttons below an answer: the other language, whether it was good, and for moderators why."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import discord
from discord import ui

from bot.answers import Question, after, answer
from bot.conversation import has_thread_button
from bot.delivery import sent
from bot.failures import record
from bot.presenters.answer import Shown, present
from bot.readers import reader_of
from bot.recall import known_asker, recall
from bot.receipts import Receipt
from bot.rest import acknowledge, persistently
from bot.tree import tell
from bot.views.feedback_buttons import VoiceButton
from bot.views.paragraph_button import ParagraphButton
from bot.views.thread_button import ThreadButton
from bot.views.why_button import WhyButton
from porteparole.language import Language

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

LANGUAGE = re.compile(r"pp-lang:(?P<language>fr|en)")


def show(bot: PorteParoleBot, question: Question, said: Receipt | str) -> Shown:
    """Return what is sent: the answer with its buttons, or the sentence that says why there is none."""
    if isinstance(said, str):
        return said
    return present(
        said.answer,
        texts=bot.texts,
        reader=question.labels or said.answer.language,
        button=ParagraphButton,
        question=question.text if question.repeat else None,
        row=_row(bot, question, said),
    )


def _row(bot: PorteParoleBot, question: Question, said: Receipt) -> list[ui.Item[Any]]:
    other: Language = "en" if said.answer.language == "fr" else "fr"
    row: list[ui.Item[Any]] = [
        VoiceButton("good"),
        VoiceButton("bad"),
        LanguageButton(other, bot.texts(other, "bot-in-this-language")),
    ]
    if question.thread and not question.private:
        row.append(ThreadButton(bot.texts(question.labels or said.answer.language, "bot-thread")))
    if question.server:
        label = bot.texts(question.labels or said.answer.language, "bot-why")
        row.append(WhyButton(said.answer.generation, label))
    return row


class LanguageButton(ui.DynamicItem[ui.Button[Any]], template=LANGUAGE):
    """Gives the answer in the other language: in place to the asker, privately to everybody else."""

    def __init__(self, language: Language, label: str) -> None:
        super().__init__(
            ui.Button(label=label[:80], custom_id=f"pp-lang:{language}", style=discord.ButtonStyle.secondary)
        )
        self.language: Language = language

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> LanguageButton:
        """Make the button again that was pressed."""
        label = item.label if isinstance(item, ui.Button) else None
        return cls(cast("Language", match["language"]), label or match["language"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer again, or say why not."""
        bot: PorteParoleBot = interaction.client
        try:
            await self._again(bot, interaction)
        except discord.NotFound:
            pass  # The person waited too long, or the message is gone.
        except Exception as error:
            await bot.apologise(interaction, record(error, "language button"))

    async def _again(self, bot: PorteParoleBot, interaction: discord.Interaction[Any]) -> None:
        message, reader = interaction.message, reader_of(interaction)
        if message is None or bot.closing:
            await tell(interaction, bot.texts(reader, "bot-closing"))
            return
        seconds = bot.button_limits.person(interaction) or bot.limits.server(interaction)
        if seconds:
            await tell(interaction, bot.texts(reader, "bot-cooldown", {"when": after(seconds)}))
            return
        with bot.at_work():
            in_place = message.flags.ephemeral or known_asker(bot, message) == interaction.user.id
            await acknowledge(interaction, private=not in_place, thinking=not in_place)
            asked = await recall(bot, message)
            if asked is None:
                await tell(interaction, bot.texts(reader, "bot-question-gone"))
                return
            thread = in_place and has_thread_button(message)
            asked = replace(asked, language=self.language, labels=reader, thread=thread)
            said = await answer(bot, asked)
            if in_place and isinstance(said, str):
                # The answer that stands there is worth more than an apology in its place.
                await tell(interaction, said)
                return
            shown = show(bot, asked, said)
            message = await persistently(lambda: interaction.edit_original_response(**sent(shown)))
            if isinstance(said, Receipt):
                bot.receipts.keep(message.id, said)
