"""The bot's connection to Discord: what it listens to, its commands, what it says when one fails."""

from __future__ import annotations

import asyncio
import logging
import random
import sys
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import discord
from discord import app_commands
from discord.ext import commands

from bot.diagnosis import invitation, lacking_servers
from bot.failures import record
from bot.gateway import forgive_events
from bot.memory import Memory
from bot.observe import Connection
from bot.presenters.plain import plain
from bot.readers import reader_of
from bot.rest import limit_requests
from bot.sync import sync_if_changed
from bot.translator import CommandTranslator
from bot.tree import Tree, tell
from bot.views.confirm import ConfirmButton
from bot.views.forgotten import answer_forgotten
from bot.views.pages import PageButton
from porteparole.language import Language
from porteparole.notice import PorteParoleError
from porteparole.service import Service
from porteparole.sources.web import Limits as WebLimits
from porteparole.texts import Texts

log = logging.getLogger("bot")
# Seconds between two tries to connect.
LONGEST_PAUSE = 300.0
# Seconds in which those whose answers come too late for a stop are told so; with the grace before it less
# than the ten that Docker waits.
TELL = 3.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BotOptions:
    """What an operator may choose.

    Attributes:
        data_dir: where the hash of the command definitions is kept.
        language: comes first where the language of a person is not known.
        terminal: the operator's language.
        timeout: seconds that an answer may take.
        cooldown: seconds between two questions of one person; 0 for none.
        server_limit: questions of one server in a minute; 0 for no limit.
        at_once: answers that are made at the same time.
        waiting: questions that may wait for their turn.
        grace: seconds that answers in flight get when the bot is stopped.
        message_content: whether Discord lets the bot read messages that do not name it.
        moderators: roles whose members may change the articles, beside those who manage their server.
        web_limits: how much of the web one article may take.
        feed_articles: the most articles of a feed that are taken at once.
        max_bytes: of a file that is added.
        log_content: whether questions stand in the log.
        shard: which part of the servers this connection is for, and how many parts there are; None for all.
    """

    data_dir: Path
    language: Language = "fr"
    terminal: Language = "fr"
    timeout: float = 60
    cooldown: float = 5
    server_limit: int = 120
    at_once: int = 4
    waiting: int = 40
    grace: float = 5
    message_content: bool = False
    moderators: frozenset[int] = frozenset()
    web_limits: WebLimits = field(default_factory=WebLimits)
    feed_articles: int = 20
    max_bytes: int = 20_000_000
    log_content: bool = False
    shard: tuple[int, int] | None = None


class PorteParoleBot(commands.Bot):
    """Answers in channels where it is named, in direct messages and to commands.

    Args:
        service: the engine.
        texts: the sentences.
        options: the operator's choices.
        announce: told what the operator should read once the bot is connected.
        memory: what it shares with the connections of other shards in this process; without one it is alone.
    """

    def __init__(
        self,
        service: Service,
        texts: Texts,
        options: BotOptions,
        announce: Callable[[str], None] = lambda line: print(line, file=sys.stderr),
        memory: Memory | None = None,
    ) -> None:
        shard, shards = options.shard or (None, None)
        super().__init__(
            shard_id=shard,
            shard_count=shards,
            command_prefix=(),
            help_command=None,
            tree_cls=Tree,
            intents=discord.Intents(
                guilds=True,
                guild_messages=True,
                dm_messages=True,
                message_content=options.message_content,
            ),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=False
            ),
        )
        self.service = service
        self.texts = texts
        self.options = options
        memory = memory or Memory(service, texts, options)
        self.pagers = memory.pagers
        self.confirmations = memory.confirmations
        self.receipts = memory.receipts
        self.servers = memory.servers
        self.drafts = memory.drafts
        self.metrics = memory.metrics
        self.gate = memory.gate
        self.limits = memory.limits
        self.button_limits = memory.button_limits
        self._memory = memory
        self._announce = announce
        self._told = False
        forgive_events(self)
        self._answering = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._thinking: set[asyncio.Future[Any]] = set()
        self._over = False
        self.closing = False

    async def setup_hook(self) -> None:
        """Add the commands and buttons, and send the definitions if they changed."""
        from bot.cogs.ask import Ask
        from bot.cogs.corpus import Corpus
        from bot.cogs.feedback import FeedbackQueue
        from bot.cogs.help import ExampleButton, Help
        from bot.cogs.lookup import LookupCommands
        from bot.cogs.manage import Manage
        from bot.cogs.summary import SummaryCommands
        from bot.views.answer_buttons import LanguageButton
        from bot.views.feedback_buttons import VoiceButton
        from bot.views.forget_button import ForgetButton
        from bot.views.paragraph_button import ParagraphButton
        from bot.views.settings_form import End, Field
        from bot.views.thread_button import ThreadButton
        from bot.views.verdict_buttons import VerdictButton
        from bot.views.why_button import WhyButton

        limit_requests(self)
        await self.tree.set_translator(CommandTranslator(self.texts))
        self.add_dynamic_items(ParagraphButton, LanguageButton, VoiceButton, ThreadButton, PageButton)
        self.add_dynamic_items(WhyButton, VerdictButton, Field, End, ForgetButton, ConfirmButton)
        self.add_dynamic_items(ExampleButton)
        await self.add_cog(Ask(self))
        await self.add_cog(Help(self))
        await self.add_cog(LookupCommands(self))
        await self.add_cog(SummaryCommands(self))
        await self.add_cog(FeedbackQueue(self))
        await self.add_cog(Manage(self))
        await self.add_cog(Corpus(self))
        await self.add_cog(Connection(self.metrics, self.shard_id or 0))
        if self.shard_id:
            # The commands are the same for all shards: the first one sends them.
            return
        try:
            await sync_if_changed(self.tree, self.options.data_dir)
        except (discord.DiscordException, OSError) as error:
            # Mentions and direct messages work without.
            record(error, "sync of the commands")

    async def connect(self, *, reconnect: bool = True) -> None:
        """Stay connected, also where discord.py itself would end: when the first connection is refused, and
        after an event that nobody can read.
        """
        pause = 1.0
        while not self.is_closed():
            try:
                await super().connect(reconnect=reconnect)
                return
            except (discord.ConnectionClosed, discord.PrivilegedIntentsRequired, discord.LoginFailure):
                # The token or an intent is refused: trying again would only count as abuse.
                raise
            except Exception as error:
                if self.is_closed():
                    return
                record(error, "connection to Discord; it is tried again")
                # Discord allows a thousand sessions a day.
                wait = min(pause, LONGEST_PAUSE)
                pause *= 2
                await asyncio.sleep(wait * (0.5 + random.random() / 2))  # noqa: S311

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Leave Discord its time between two new sessions of this process."""
        await self._memory.identify()

    async def on_ready(self) -> None:
        """Tell the operator once that all is well, and how to invite the bot."""
        told, self._told = self._told, True
        if not told and self.user and self.application_id:
            url, announce = invitation(self.application_id), self._announce
            language = self.options.terminal
            if self._memory.first_ready():
                reads_all = self.intents.message_content
                announce(self.texts(language, "bot-start-ready", {"name": self.user.name}))
                announce(self.texts(language, "bot-start-invite", {"url": url}))
                announce(
                    self.texts(language, "bot-start-content-on" if reads_all else "bot-start-content-off")
                )
            self.check_servers(self.guilds)

    def check_servers(self, guilds: Iterable[discord.Guild]) -> None:
        """Tell the operator in which of these servers the bot's roles lack a permission."""
        language, url = self.options.terminal, invitation(self.application_id or 0)
        for guild, absent in lacking_servers(guilds):
            names = ", ".join(self.texts(language, "bot-permission", {"name": one}) for one in absent)
            values = {"server": plain(guild.name), "names": names, "url": url}
            self._announce(self.texts(language, "bot-start-permissions", values))

    async def on_message(self, message: discord.Message, /) -> None:
        """Leave messages to the cogs: there are no commands with a prefix."""

    async def on_interaction(self, interaction: discord.Interaction[Any], /) -> None:
        """Answer buttons and forms that nobody else answers."""
        await answer_forgotten(self, interaction)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Log what an event handler raised, without its arguments: they hold messages."""
        error = sys.exception()
        if error:
            record(error, event_method)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Keep the bot from closing under an answer in flight, for a while."""
        self._answering += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._answering -= 1
            if not self._answering:
                self._idle.set()

    async def unless_stopped(self, work: Awaitable[T]) -> T:
        """Wait for something that takes long, but not when the bot has to end.

        Raises:
            PorteParoleError: the bot is being stopped (``bot-closing``).
        """
        task = asyncio.ensure_future(work)
        self._thinking.add(task)
        if self._over:
            task.cancel()
        try:
            return await task
        except asyncio.CancelledError:
            current = asyncio.current_task()
            if self._over and not (current and current.cancelling()):
                raise PorteParoleError("bot-closing") from None
            raise
        finally:
            self._thinking.discard(task)

    async def close(self) -> None:
        """Take no more questions, wait a little for answers in flight, tell the others, and disconnect."""
        self.closing = True
        for seconds in (self.options.grace, TELL):
            with suppress(TimeoutError):
                await asyncio.wait_for(self._idle.wait(), seconds)
            self._over = True
            for task in list(self._thinking):
                task.cancel()
        await super().close()

    async def apologise(self, interaction: discord.Interaction[Any], reference: str) -> None:
        """Tell a person that something went wrong, with the number that stands in the log."""
        text = self.texts(reader_of(interaction), "bot-error", {"reference": reference})
        await tell(interaction, text)
