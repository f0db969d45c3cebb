"""Questions: in a channel, as a reply, in a direct message, by command."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.conversation import history_of, is_for, is_unreadable_follow_up, question_in
from bot.delivery import deliver, sent, typing
from bot.failures import record
from bot.presenters.answer import Shown, present
from bot.readers import reader_of, server_language, spoken
from bot.translator import Labels
from bot.tree import tell
from bot.views.paragraph_button import ParagraphButton
from porteparole.answering.answer import Turn
from porteparole.language import LANGUAGES, Language
from porteparole.notice import NoticeValue

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

log = logging.getLogger("bot")

# Seconds: people also chat below an answer without meaning the bot.
HINT_EVERY = 600

_Asked = discord.Message | discord.Interaction[Any]


class Ask(commands.Cog):
    """Hands questions to the service and its answers to the presenter."""

    def __init__(self, bot: PorteParoleBot) -> None:
        self.bot = bot
        self._questions = _once_in(bot.options.cooldown)
        # Whoever is too fast is told so once, not each time.
        self._warnings = _once_in(bot.options.cooldown)
        self._hints = _once_in(HINT_EVERY)

    async def cog_load(self) -> None:
        """Add the command."""
        self.bot.tree.add_command(_ask_command(self, Labels(self.bot.texts)))

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that names the bot, replies to it or is direct."""
        me = self.bot.user
        if me is None or self.bot.closing:
            return
        reader = server_language(message.guild) if message.guild else None
        try:
            if is_for(message, me.id):
                with self.bot.at_work():
                    await self._answer_message(message, me, reader)
            elif is_unreadable_follow_up(message, me.id) and not _wait(self._hints, message):
                await self._say(message, reader, "bot-reply-needs-mention", bot=me.mention)
        except Exception as error:
            reference = record(error, "message")
            with suppress(discord.HTTPException):
                await self._say(message, reader, "bot-error", reference=reference)

    async def _answer_message(
        self, message: discord.Message, me: discord.ClientUser, reader: Language | None
    ) -> None:
        question = question_in(message, me.id)
        if not question:
            if not _wait(self._warnings, message):
                await self._say(message, reader, "bot-empty-question", bot=me.mention)
            return
        seconds = _wait(self._questions, message)
        if seconds:
            if not _wait(self._warnings, message):
                when = discord.utils.format_dt(message.created_at + timedelta(seconds=seconds), "R")
                await self._say(message, reader, "bot-cooldown", when=when)
            return
        async with typing(message.channel):
            history = await history_of(message, me.id)
            shown = await self._answer(question, history=history, reader=reader, labels=reader)
        await deliver(message, shown, texts=self.bot.texts, reader=reader or self.bot.options.language)

    async def answer_command(self, interaction: discord.Interaction, question: str, private: bool) -> None:
        """Answer a command.

        Args:
            interaction: of the command.
            question: what was asked.
            private: whether only the asker sees the answer.

        Raises:
            app_commands.CommandOnCooldown: the asker is too fast.
        """
        if self.bot.closing:
            await tell(interaction, self.bot.texts(reader_of(interaction), "bot-closing"))
            return
        seconds = _wait(self._questions, interaction)
        if seconds:
            raise app_commands.CommandOnCooldown(app_commands.Cooldown(1, self.bot.options.cooldown), seconds)
        with self.bot.at_work():
            await interaction.response.defer(ephemeral=private, thinking=True)
            shown = await self._answer(
                question,
                reader=spoken(interaction.locale),
                labels=reader_of(interaction),
                repeat_question=True,
            )
            try:
                # An edit, not a new message: discord.py may safely repeat it after a server error.
                await interaction.edit_original_response(**sent(shown))
            except discord.NotFound:
                log.info("the answer to a command was deleted before it came")

    async def _answer(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        reader: Language | None,
        labels: Language | None,
        repeat_question: bool = False,
    ) -> Shown:
        """Return the answer, or the sentence that says why there is none."""
        bot = self.bot
        limit = asyncio.timeout(bot.options.timeout)
        try:
            async with limit:
                answer = await bot.service.aask(question, history=history, reader_language=reader)
            return present(
                answer,
                texts=bot.texts,
                reader=labels or answer.language,
                button=ParagraphButton,
                question=question if repeat_question else None,
            )
        except Exception as error:
            if limit.expired() and isinstance(error, TimeoutError):
                log.warning("no answer within %g seconds", bot.options.timeout)
                return self._text(labels, "bot-too-slow", seconds=round(bot.options.timeout))
            return self._text(labels, "bot-error", reference=record(error, "answer"))

    async def _say(
        self, message: discord.Message, reader: Language | None, key: str, **values: NoticeValue
    ) -> None:
        shown = self._text(reader, key, **values)
        await deliver(message, shown, texts=self.bot.texts, reader=reader or self.bot.options.language)

    def _text(self, reader: Language | None, key: str, **values: NoticeValue) -> str:
        """Return a sentence in the reader's language, in both where that is not known."""
        known: Language = reader or self.bot.options.language
        languages: list[Language] = [known, *(other for other in LANGUAGES if other != known and not reader)]
        return "\n".join(self.bot.texts(language, key, values) for language in languages)


def _ask_command(cog: Ask, label: Labels) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=label("bot-ask"), description=label("bot-ask.description"))
    @app_commands.rename(question=label("bot-ask.question"), private=label("bot-ask.private"))
    @app_commands.describe(
        question=label("bot-ask.question-description"), private=label("bot-ask.private-description")
    )
    async def ask(
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, 4000],
        private: bool = False,
    ) -> None:
        await cog.answer_command(interaction, question, private)

    return ask


def _once_in(seconds: float) -> commands.CooldownMapping[_Asked] | None:
    return commands.CooldownMapping(commands.Cooldown(1, seconds), _person) if seconds else None


def _person(asked: _Asked) -> int:
    return asked.user.id if isinstance(asked, discord.Interaction) else asked.author.id


def _wait(mapping: commands.CooldownMapping[_Asked] | None, asked: _Asked) -> float:
    """Return how many seconds a person must wait, 0 for none."""
    return (mapping.update_rate_limit(asked, asked.created_at.timestamp()) or 0) if mapping else 0
