"""Two bots on one Chroma server, each with a data folder and a shard of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, closing
from pathlib import Path

import pytest

from bot.client import BotOptions, PorteParoleBot
from porteparole.engine import open_service
from porteparole.service import Service
from porteparole.settings import Settings
from porteparole.texts import Texts
from tests.bot.discord_double import BOT, DiscordDouble, running, texts_of
from tests.bot.test_shards import FIRST, MENTION, SECOND, connected_guilds
from tests.library.conftest import Newsroom, newsroom
from tests.library.test_sharing import chroma

__all__ = ["chroma", "newsroom"]

MANAGE_SERVER = 1 << 5
BRIDGE, BIKES = "Combien de voitures passent chaque jour sur le pont ?", "Combien de vélos seront offerts ?"


@pytest.fixture
async def double(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordDouble]:
    monkeypatch.setattr("bot.memory.IDENTIFY_EVERY", 0.01)
    async with DiscordDouble(2).serving(monkeypatch) as served:
        yield served


@pytest.fixture
def services(newsroom: Newsroom, chroma: object, tmp_path: Path) -> Iterator[list[Service]]:
    first = newsroom.open()
    # The other one has no articles of its own: all comes from the server.
    none = tmp_path / "none"
    none.mkdir()
    with closing(open_service(Settings(), seeds=[none], data_dir=tmp_path / "other")) as second:
        yield [first, second]


async def ask(double: DiscordDouble, question: str, guild: int) -> str:
    before = len(double.messages)
    await double.say(f"<@{BOT}> {question}", guild=guild, **MENTION)
    await double.until(lambda: len(double.messages) > before, 60)
    return texts_of(list(double.messages.values())[-1])


async def test_both_answer_and_one_knows_what_the_other_reloaded(
    services: list[Service], newsroom: Newsroom, double: DiscordDouble, texts: Texts, tmp_path: Path
) -> None:
    bots = [
        PorteParoleBot(
            service,
            texts,
            BotOptions(data_dir=tmp_path / f"bot{shard}", cooldown=0, server_limit=0, shard=(shard, 2)),
            lambda _: None,
        )
        for shard, service in enumerate(services)
    ]
    async with AsyncExitStack() as stack:
        for bot in bots:
            await stack.enter_async_context(running(bot, double))
        await connected_guilds(bots, double)
        assert "trente mille" in await ask(double, BRIDGE, FIRST)
        assert "trente mille" in await ask(double, BRIDGE, SECOND)
        assert "neuf mille" not in await ask(double, BIKES, SECOND)

        newsroom.write("velo.txt", "La mairie a annoncé que neuf mille vélos seraient offerts en avril.\n")
        reload = {"id": "9", "name": "corpus", "type": 1, "options": [{"name": "reload", "type": 1}]}
        event = double.interaction(2, reload, guild=FIRST, permissions=MANAGE_SERVER)
        await double.dispatch("INTERACTION_CREATE", event)
        await double.until(lambda: "+1" in texts_of(double.originals.get(event["token"], {})), 60)

        asked, told = 3, ""
        async with asyncio.timeout(60):
            while "neuf mille" not in told:
                await asyncio.sleep(0.3)
                asked += 1
                told = await ask(double, BIKES, SECOND)
        await asyncio.sleep(0.2)
        assert len(double.messages) == asked, "one message for each question, from one of the two"
