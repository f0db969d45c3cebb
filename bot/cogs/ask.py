"""Questions: in a channel, as a reply, in a direct message, by command."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers import Question, after, answer, sentence
from bot.completion import completing
from bot.conversation import history_of, is_for, is_unreadable_follow_up, question_in
from bot.delivery import complete, typing
from bot.failures import record
from bot.limits import Seen, once_in, wait
from bot.readers import reader_of, server_language, spoken
from bot.receipts import Receipt
from bot.rest import UNCERTAIN, acknowledge
from bot.servers import barred
from bot.translator import Labels
from bot.tree import tell
from bot.views.answer_buttons import show
from bot.views.reply import Reply
from bot.views.stages import Stages
from bot.views.thread_button import thread_name
from porteparole.language import Language
from porteparole.notice import NoticeValue

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

# Seconds: people also chat below an answer without meaning the bot.
HINT_EVERY = 600


class Ask(commands.Cog):
    """Hands questions to the service and its answers to the presenter."""

    def __init__(self, bot: PorteParoleBot) -> None:
        self.bot = bot
        # Whoever is too fast is told so once, not each time.
        self._warnings = once_in(bot.options.cooldown)
        self._hints = once_in(HINT_EVERY)
        self._seen = Seen()

    async def cog_load(self) -> None:
        """Add the command."""
        self.bot.tree.add_command(_ask_command(self, Labels(self.bot.texts)))

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that names the bot, replies to it or is direct."""
        me = self.bot.user
        if me is None or self.bot.closing or self._seen.before(message.id):
            return
        reader = server_language(message.guild) if message.guild else None
        reply = Reply(message, self.bot.texts, reader or self.bot.options.language)
        try:
            if is_for(message, me.id, reads_all=self.bot.intents.message_content):
                with self.bot.at_work():
                    await self._answer_message(message, me, reader, reply)
            elif is_unreadable_follow_up(message, me.id) and not wait(self._hints, message):
                await self._say(reply, reader, "bot-reply-needs-mention", bot=me.mention)
        except Exception as error:
            reference = record(error, "message")
            with suppress(discord.HTTPException, *UNCERTAIN):
                await self._say(reply, reader, "bot-error", reference=reference)

    async def _answer_message(
        self, message: discord.Message, me: discord.ClientUser, reader: Language | None, reply: Reply
    ) -> None:
        bot = self.bot
        choices = await bot.servers.of(message.guild)
        if barred(choices, message.channel, message.author):
            # Its moderators want the bot to be silent here.
            return
        text = question_in(message, me.id)
        if not text:
            if not wait(self._warnings, message):
                await self._say(reply, reader, "bot-empty-question", bot=me.mention)
            return
        if seconds := bot.limits.person(message):
            if not wait(self._warnings, message):
                await self._say(reply, reader, "bot-cooldown", when=after(seconds))
            return
        if seconds := bot.limits.server(message):
            await self._say(reply, reader, "bot-server-limit", when=after(seconds))
            return
        if choices.threads == "always":
            reply.thread = thread_name(text, me.name)
        async with typing(message.channel):
            history = await history_of(message, me.id)
            question = Question(
                text,
                message.author.id,
                history=history,
                reader=reader,
                labels=reader,
                thread=choices.threads == "button" and isinstance(message.channel, discord.TextChannel),
                server=message.guild is not None,
                # Without a language model the answer is there at once.
                listener=reply.hear if bot.service.model else None,
            )
            said = await answer(bot, question)
        posted = await reply.end(show(bot, question, said), thread=isinstance(said, Receipt))
        if posted and isinstance(said, Receipt):
            bot.receipts.keep(posted.id, said)

    async def answer_command(
        self,
        interaction: discord.Interaction,
        text: str,
        private: bool,
        article: str | None = None,
        speaker: str | None = None,
    ) -> None:
        """Answer a command.

        Args:
            interaction: of the command.
            text: what was asked.
            private: whether only the asker sees the answer.
            article: the only article that may answer, as it was typed.
            speaker: the only speaker who may be quoted, as it was typed.

        Raises:
            app_commands.CommandOnCooldown: the asker is too fast.
        """
        bot, reader = self.bot, reader_of(interaction)
        if bot.closing:
            await tell(interaction, bot.texts(reader, "bot-closing"))
            return
        choices = await bot.servers.of(interaction.guild)
        obstacle = barred(choices, interaction.channel, interaction.user)
        if obstacle:
            await tell(interaction, bot.texts(reader, obstacle))
            return
        if seconds := bot.limits.person(interaction):
            raise app_commands.CommandOnCooldown(app_commands.Cooldown(1, bot.options.cooldown), seconds)
        if seconds := bot.limits.server(interaction):
            await tell(interaction, bot.texts(reader, "bot-server-limit", {"when": after(seconds)}))
            return
        # Without a language model the answer is there at once.
        stages = Stages(interaction, bot.texts, reader, text) if bot.service.model else None
        question = Question(
            text,
            interaction.user.id,
            reader=spoken(interaction.locale),
            labels=reader,
            repeat=True,
            private=private,
            article=article,
            speaker=speaker,
            thread=choices.threads != "no" and isinstance(interaction.channel, discord.TextChannel),
            server=interaction.guild is not None,
            listener=stages.hear if stages else None,
        )
        with bot.at_work():
            await acknowledge(interaction, private=private)
            said = await answer(bot, question)
            shown = show(bot, question, said)
            if stages:
                shown = await stages.end(shown)
            posted = await complete(interaction, shown, private=private)
            if posted and isinstance(said, Receipt):
                bot.receipts.keep(posted.id, said)

    async def _say(self, reply: Reply, reader: Language | None, key: str, /, **values: NoticeValue) -> None:
        await reply.end(sentence(self.bot, reader, key, **values), thread=False)


def _ask_command(cog: Ask, label: Labels) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=label("bot-ask"), description=label("bot-ask.description"))
    @app_commands.rename(
        question=label("bot-ask.question"),
        article=label("bot-ask.article"),
        speaker=label("bot-ask.speaker"),
        private=label("bot-ask.private"),
    )
    @app_commands.describe(
        question=label("bot-ask.question-description"),
        article=label("bot-ask.article-description"),
        speaker=label("bot-ask.speaker-description"),
        private=label("bot-ask.private-description"),
    )
    @app_commands.autocomplete(
        article=completing(cog.bot, "articles"), speaker=completing(cog.bot, "speakers")
    )
    async def ask(
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, 4000],
        article: app_commands.Range[str, 1, 200] | None = None,
        speaker: app_commands.Range[str, 1, 200] | None = None,
        private: bool = False,
    ) -> None:
        await cog.answer_command(interaction, question, private, article, speaker)

    return ask
