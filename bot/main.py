"""Starting and stopping the bot; what goes wrong on the way becomes one sentence and an exit code."""

from __future__ import annotations

import asyncio
import logging
import re
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.client import BotOptions, PorteParoleBot
from bot.failures import hidden, record
from bot.logs import write_json
from bot.memory import Memory
from bot.observe import observed
from porteparole.language import Language
from porteparole.notice import Notice, PorteParoleError
from porteparole.service import Service
from porteparole.sources.web import web_limits
from porteparole.texts import Texts

if TYPE_CHECKING:
    from porteparole.settings import Settings

# sysexits.h
OK, UNAVAILABLE, SOFTWARE, CONFIG = 0, 69, 70, 78
# https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
_WRONG_TOKEN, _WRONG_INTENTS, _WRONG_SHARDS = 4004, (4013, 4014), (4010, 4011)


def run(
    service: Service,
    settings: Settings,
    *,
    language: Language | None = None,
    texts: Texts | None = None,
    say: Callable[[str], None] = lambda line: print(line, file=sys.stderr, flush=True),
) -> int:
    """Run the bot until it is told to stop (SIGINT, SIGTERM) or cannot go on.

    Args:
        service: the engine; it stays open.
        settings: with the token, which is never shown or logged.
        language: the operator's; the settings' where it is not given.
        texts: the sentences.
        say: takes what the operator should read.

    Returns:
        The exit code: 0 after a stop, 78 for a token or an intent that Discord refuses, 69 when Discord
        cannot be reached, 70 for an error of ours.
    """
    texts = texts or Texts()
    token = settings.discord.token.get_secret_value().strip() if settings.discord.token else ""
    options = BotOptions(
        data_dir=settings.data_dir,
        language=settings.language,
        terminal=language or settings.language,
        timeout=settings.discord.timeout_seconds,
        cooldown=settings.discord.cooldown_seconds,
        moderators=frozenset(settings.discord.moderator_roles),
        web_limits=web_limits(settings),
        feed_articles=settings.sources.feed_articles,
        max_bytes=settings.corpus.max_file_mb * 1_000_000,
        server_limit=settings.discord.server_per_minute,
        at_once=settings.discord.at_once,
        waiting=settings.discord.waiting,
        log_content=settings.discord.log_content,
    )
    _quieten_library()
    logging.getLogger("bot").setLevel(settings.log_level.upper())
    if settings.log_format == "json":
        write_json()
    monitoring = settings.monitoring.host, settings.monitoring.port

    def build(found: Found) -> list[PorteParoleBot]:
        chosen = replace(options, message_content=found.content)
        memory, ids = Memory(service, texts, chosen), shards_here(settings.discord.shard_ids, found.shards)
        if found.shards == 1:
            return [PorteParoleBot(service, texts, chosen, say, memory)]
        told = {"ids": ", ".join(map(str, ids)), "count": str(found.shards)}
        say(texts(options.terminal, "bot-start-shards", told))
        return [
            PorteParoleBot(service, texts, replace(chosen, shard=(one, found.shards)), say, memory)
            for one in ids
        ]

    with hidden(token):
        try:
            asyncio.run(serve(build, settings.discord.shards, token, monitoring))
        except KeyboardInterrupt:
            return OK
        except Exception as error:
            code, notice = _judged(error)
            say(texts.notice(options.terminal, notice))
            return code
    return OK


def _quieten_library() -> None:
    library = logging.getLogger("discord")
    if library.getEffectiveLevel() < logging.INFO:
        # At DEBUG discord.py writes every message and every interaction's token.
        library.setLevel(logging.INFO)
    # The bot never speaks in voice channels; discord.py would warn that it cannot.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


@dataclass(frozen=True, slots=True)
class Found:
    """What Discord says of the bot before it is started.

    Attributes:
        content: whether it may read messages that do not name it.
        shards: into how many parts its servers are split.
    """

    content: bool
    shards: int


def shards_here(chosen: Sequence[int], count: int) -> list[int]:
    """Return the shards of this process: those that were chosen, else all."""
    return sorted(set(chosen)) or list(range(count))


async def serve(
    build: Callable[[Found], list[PorteParoleBot]], shards: int, token: str, monitoring: tuple[str, int]
) -> None:
    """Serve until a signal comes, or Discord refuses.

    Args:
        build: makes the connections of this process.
        shards: into how many parts servers are split; 0 asks Discord.
        token: the bot's.
        monitoring: address and port for health and metrics; port 0 for none.

    Raises:
        discord.LoginFailure: the token is wrong.
        discord.PrivilegedIntentsRequired: an intent is refused that the bot needs.
        discord.ConnectionClosed: Discord refuses something else.
        PorteParoleError: the port cannot be listened on.
    """
    if not re.fullmatch(r"[!-~]+", token):
        raise discord.LoginFailure("the token has characters that no token has")
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no such handlers: there Ctrl+C raises KeyboardInterrupt.
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    found = await look(token, shards)
    try:
        await _until(build(found), token, stop, monitoring)
    except discord.PrivilegedIntentsRequired:
        if not found.content:
            raise
        # It was switched off in the portal a moment ago: without it, all works but threads without mentions.
        await _until(build(replace(found, content=False)), token, stop, monitoring)


async def look(token: str, shards: int) -> Found:
    """Ask whether the operator has switched on the Message Content intent, and for the shards where they are
    left to Discord.
    """
    async with discord.Client(intents=discord.Intents.none()) as probe:
        await probe.login(token)
        flags = probe.application_flags
        if not shards:
            shards, _, _ = await probe.http.get_bot_gateway()
        return Found(flags.gateway_message_content or flags.gateway_message_content_limited, shards)


async def _until(
    bots: Sequence[PorteParoleBot], token: str, stop: asyncio.Event, monitoring: tuple[str, int]
) -> None:
    """Run the connections of this process until it is to stop, or one of them cannot go on."""
    async with observed(bots, *monitoring), AsyncExitStack() as stack:
        for bot in bots:
            await stack.enter_async_context(bot)
        running = [asyncio.create_task(bot.start(token)) for bot in bots]
        stopping = asyncio.create_task(stop.wait())
        ended, _ = await asyncio.wait({*running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        await asyncio.gather(*(bot.close() for bot in bots))
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        if not stop.is_set():
            # What ended one of them ends the process.
            for task in ended:
                task.result()


def _judged(error: Exception) -> tuple[int, Notice]:
    """Return the exit code and the sentence for what ended the bot."""
    if isinstance(error, PorteParoleError):
        return CONFIG, error.notice
    closed = error.code if isinstance(error, discord.ConnectionClosed) else None
    if isinstance(error, discord.LoginFailure) or closed == _WRONG_TOKEN:
        return CONFIG, Notice("bot-start-token-wrong")
    if isinstance(error, discord.PrivilegedIntentsRequired) or closed in _WRONG_INTENTS:
        return CONFIG, Notice("bot-start-intents")
    if closed in _WRONG_SHARDS:
        return CONFIG, Notice("bot-start-shards-needed")
    if closed or isinstance(error, discord.GatewayNotFound | aiohttp.ClientError | OSError | TimeoutError):
        return UNAVAILABLE, Notice("bot-start-unreachable", {"reason": type(error).__name__})
    if isinstance(error, discord.HTTPException):
        return UNAVAILABLE, Notice("bot-start-unreachable", {"reason": f"HTTP {error.status}"})
    return SOFTWARE, Notice("bot-start-failed", {"reference": record(error, "start-up")})
