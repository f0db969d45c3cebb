"""Starting and stopping the bot; what goes wrong on the way becomes one sentence and an exit code."""

from __future__ import annotations

import asyncio
import logging
import re
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.client import BotOptions, PorteParoleBot
from bot.failures import hidden, record
from bot.logs import write_json
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
_WRONG_TOKEN, _WRONG_INTENTS = 4004, (4013, 4014)


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
    with hidden(token):
        try:
            asyncio.run(
                _serve(lambda given: PorteParoleBot(service, texts, given, say), options, token, monitoring)
            )
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


async def _serve(
    build: Callable[[BotOptions], PorteParoleBot],
    options: BotOptions,
    token: str,
    monitoring: tuple[str, int],
) -> None:
    if not re.fullmatch(r"[!-~]+", token):
        raise discord.LoginFailure("the token has characters that no token has")
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no such handlers: there Ctrl+C raises KeyboardInterrupt.
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    content = await _message_content(token)
    try:
        await _until(build(replace(options, message_content=content)), token, stop, monitoring)
    except discord.PrivilegedIntentsRequired:
        if not content:
            raise
        # It was switched off in the portal a moment ago: without it, all works but threads without mentions.
        await _until(build(options), token, stop, monitoring)


async def _message_content(token: str) -> bool:
    """Return whether the operator has switched on the Message Content intent in the developer portal."""
    async with discord.Client(intents=discord.Intents.none()) as probe:
        await probe.login(token)
        flags = probe.application_flags
        return flags.gateway_message_content or flags.gateway_message_content_limited


async def _until(bot: PorteParoleBot, token: str, stop: asyncio.Event, monitoring: tuple[str, int]) -> None:
    async with observed(bot, *monitoring), bot:
        running = asyncio.create_task(bot.start(token))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if stop.is_set():
            await bot.close()
            running.cancel()
            with suppress(asyncio.CancelledError, discord.DiscordException, aiohttp.ClientError, OSError):
                await running
        else:
            running.result()


def _judged(error: Exception) -> tuple[int, Notice]:
    """Return the exit code and the sentence for what ended the bot."""
    if isinstance(error, PorteParoleError):
        return CONFIG, error.notice
    closed = error.code if isinstance(error, discord.ConnectionClosed) else None
    if isinstance(error, discord.LoginFailure) or closed == _WRONG_TOKEN:
        return CONFIG, Notice("bot-start-token-wrong")
    if isinstance(error, discord.PrivilegedIntentsRequired) or closed in _WRONG_INTENTS:
        return CONFIG, Notice("bot-start-intents")
    if closed or isinstance(error, discord.GatewayNotFound | aiohttp.ClientError | OSError | TimeoutError):
        return UNAVAILABLE, Notice("bot-start-unreachable", {"reason": type(error).__name__})
    if isinstance(error, discord.HTTPException):
        return UNAVAILABLE, Notice("bot-start-unreachable", {"reason": f"HTTP {error.status}"})
    return SOFTWARE, Notice("bot-start-failed", {"reference": record(error, "start-up")})
