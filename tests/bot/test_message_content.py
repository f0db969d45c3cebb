"""The privileged intent: with it no mention is needed in the bot's threads; without it all else works."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from bot.client import BotOptions, PorteParoleBot
from bot.main import Found, serve
from porteparole.texts import Texts
from tests.bot.discord_double import BOT, ME, MESSAGE_CONTENT, TOKEN, DiscordDouble, running, texts_of
from tests.bot.service_double import ServiceDouble

GUILD = 7_000_000 << 22
# https://discord.com/developers/docs/resources/application#application-object-application-flags
SWITCHED_ON = 1 << 18


@pytest.fixture
async def double(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordDouble]:
    monkeypatch.setattr("bot.memory.IDENTIFY_EVERY", 0.01)
    async with DiscordDouble(flags=SWITCHED_ON).serving(monkeypatch) as served:
        yield served


async def a_thread(double: DiscordDouble, bot: PorteParoleBot, owner: int) -> dict[str, Any]:
    """Open a thread; return what stands in the messages that are written there."""
    identity = str(double.next_id())
    at = {"archive_timestamp": "2026-11-22T00:00:00+00:00", "archived": False, "auto_archive_duration": 1440}
    thread = {"id": identity, "guild_id": str(GUILD), "parent_id": str(GUILD + 1), "owner_id": str(owner)}
    kind = {"type": 11, "name": "t", "message_count": 1, "member_count": 1, "thread_metadata": at}
    await double.dispatch("THREAD_CREATE", {**thread, **kind})
    await double.until(lambda: bot.get_channel(int(identity)) is not None)
    return {"guild": GUILD, "thread": int(identity)}


async def test_in_its_threads_it_answers_without_a_mention(
    double: DiscordDouble, service: ServiceDouble, texts: Texts, options: BotOptions
) -> None:
    options = replace(options, message_content=True)
    bot = PorteParoleBot(service, texts, options, lambda _: None)
    async with running(bot, double):
        assert double.identifies[0]["intents"] & MESSAGE_CONTENT
        await double.guild(GUILD)
        own, other = [await a_thread(double, bot, owner) for owner in (BOT, 78)]
        await double.say("the toll in the channel?", guild=GUILD)
        await double.say("the toll in a thread of others?", **other)
        await double.say("the toll, anne?", **own, mentions=[{**ME, "id": "78"}])
        await double.say("the toll?", **own)
        await double.until(lambda: len(double.messages) == 1)
        await asyncio.sleep(0.1)
        assert [asked.question for asked in service.asked] == ["the toll?"]
        (path,) = [r["path"] for r in double.requests if r["path"].endswith("/messages") and r["body"]]
        assert str(own["thread"]) in path


async def test_without_it_nothing_is_asked_for_and_nothing_is_read(
    double: DiscordDouble, service: ServiceDouble, texts: Texts, options: BotOptions
) -> None:
    bot = PorteParoleBot(service, texts, options, lambda _: None)
    async with running(bot, double):
        assert not double.identifies[0]["intents"] & MESSAGE_CONTENT
        await double.guild(GUILD)
        own = await a_thread(double, bot, BOT)
        await double.say("", **own)
        await double.say("the toll?")
        await double.until(lambda: len(double.messages) == 1)
        assert len(service.asked) == 1


async def test_refused_at_the_gateway_it_starts_without_and_says_so(
    double: DiscordDouble, service: ServiceDouble, texts: Texts, options: BotOptions
) -> None:
    double.refuses = 4014
    told: list[str] = []

    def build(found: Found) -> list[PorteParoleBot]:
        chosen = replace(options, message_content=found.content, terminal="en")
        return [PorteParoleBot(service, texts, chosen, told.append)]

    process = asyncio.create_task(serve(build, 1, TOKEN, ("", 0)))
    try:
        await double.until(lambda: double.identified == 1)
        asked_for = [bool(one["intents"] & MESSAGE_CONTENT) for one in double.identifies]
        assert asked_for == [True, False]
        await double.say("the toll?")
        await double.until(lambda: len(double.messages) == 1)
        assert "Tom Hale said" in texts_of(next(iter(double.messages.values())))
        await double.until(lambda: len(told) == 3)
        assert told[2].startswith("“Message Content Intent” is off")
    finally:
        process.cancel()
        with suppress(asyncio.CancelledError):
            await process
