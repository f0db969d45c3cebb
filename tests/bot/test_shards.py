"""A large bot, split by Discord into shards: one process serves several, each with its own connection."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import Any

import discord
import pytest

from bot.client import BotOptions, PorteParoleBot
from bot.main import Found, look, serve, shards_here
from bot.memory import Memory
from porteparole.texts import Texts
from tests.bot.discord_double import BOT, TOKEN, DiscordDouble, running, texts_of
from tests.bot.service_double import ServiceDouble

FIRST, SECOND = 2_000_000 << 22, 2_000_001 << 22
ANSWER, TOO_FAST = "Tom Hale said", "Vous pourrez poser la suivante"
MENTION: dict[str, Any] = {
    "mentions": [{"id": str(BOT), "username": "porte-parole", "discriminator": "0", "avatar": None}]
}
QUESTION = f"<@{BOT}> the toll?"


@pytest.fixture
async def double(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordDouble]:
    monkeypatch.setattr("bot.memory.IDENTIFY_EVERY", 0.01)
    monkeypatch.setattr("bot.client.LONGEST_PAUSE", 0.05)
    async with DiscordDouble(2).serving(monkeypatch) as served:
        yield served


@pytest.fixture
def bots(service: ServiceDouble, texts: Texts, options: BotOptions) -> list[PorteParoleBot]:
    memory = Memory(service, texts, options)
    return [
        PorteParoleBot(service, texts, replace(options, shard=(shard, 2)), lambda _: None, memory)
        for shard in (0, 1)
    ]


@asynccontextmanager
async def connected(bots: list[PorteParoleBot], double: DiscordDouble) -> AsyncIterator[None]:
    async with AsyncExitStack() as stack:
        for bot in bots:
            await stack.enter_async_context(running(bot, double))
        await connected_guilds(bots, double)
        yield


async def connected_guilds(bots: list[PorteParoleBot], double: DiscordDouble) -> None:
    """Give each of two shards a server."""
    await double.until(lambda: double.identified == 2)
    await double.guild(FIRST)
    await double.guild(SECOND)
    await double.until(lambda: all(len(bot.guilds) == 1 for bot in bots))


def said(double: DiscordDouble) -> list[str]:
    return [texts_of(body) for body in double.messages.values()]


async def test_each_question_comes_to_its_shard_and_is_answered_once(
    bots: list[PorteParoleBot], double: DiscordDouble
) -> None:
    async with connected(bots, double):
        assert [identify["shard"] for identify in double.identifies] == [[0, 2], [1, 2]]
        assert [bot.guilds[0].id for bot in bots] == [FIRST, SECOND]
        await double.say("the toll?")
        await double.say(QUESTION, guild=FIRST, **MENTION)
        await double.say(QUESTION, guild=SECOND, **MENTION)
        await double.until(lambda: len(double.messages) == 3)
        assert [ANSWER in text for text in said(double)] == [True] * 3


async def test_the_commands_are_sent_by_the_first_alone(
    bots: list[PorteParoleBot], double: DiscordDouble
) -> None:
    async with connected(bots, double):
        assert sum(request["method"] == "PUT" for request in double.requests) == 1


async def test_one_that_is_cut_off_is_resumed_while_the_other_answers(
    bots: list[PorteParoleBot], double: DiscordDouble
) -> None:
    async with connected(bots, double):
        await double.drop(4000, shard=1)
        await double.say(QUESTION, guild=SECOND, **MENTION)
        await double.say("the toll?")
        await double.until(lambda: len(double.messages) == 2)
        assert (double.identified, double.resumed) == (2, 1)


async def test_one_that_discord_refuses_ends_them_all(
    bots: list[PorteParoleBot], double: DiscordDouble
) -> None:
    process = asyncio.create_task(serve(lambda _: bots, 2, TOKEN, ("", 0)))
    await double.until(lambda: double.identified == 2)
    await double.drop(4004, shard=1)
    with pytest.raises(discord.ConnectionClosed):
        await asyncio.wait_for(process, 20)
    assert all(bot.is_closed() for bot in bots)


class TestLimits:
    @pytest.fixture
    def options(self, options: BotOptions) -> BotOptions:
        return replace(options, cooldown=60)

    async def test_they_are_those_of_the_process(
        self, bots: list[PorteParoleBot], double: DiscordDouble
    ) -> None:
        async with connected(bots, double):
            await double.say(QUESTION, guild=FIRST, **MENTION)
            await double.until(lambda: len(double.messages) == 1)
            await double.say(QUESTION, guild=SECOND, **MENTION)
            await double.until(lambda: len(double.messages) == 2)
            assert TOO_FAST in said(double)[1]


@pytest.mark.usefixtures("double")
async def test_where_it_is_left_to_discord_it_is_asked_how_many() -> None:
    assert await look(TOKEN, 0) == Found(content=False, shards=2)
    assert await look(TOKEN, 3) == Found(content=False, shards=3)


def test_a_process_serves_those_that_were_chosen_or_all() -> None:
    assert shards_here((3, 1, 3), 4) == [1, 3]
    assert shards_here((), 3) == [0, 1, 2]
