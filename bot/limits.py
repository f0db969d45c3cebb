"""How much is asked at once: of the bot, by one person, in one server."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import discord
from cachetools import LRUCache
from discord.ext import commands

T = TypeVar("T")
Asked = discord.Message | discord.Interaction


class BusyError(Exception):
    """There are too many questions before this one.

    Attributes:
        seconds: after which it is worth trying again.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Gate:
    """Lets a few answers be made at once and a few questions wait; whoever comes later is declined.

    Args:
        at_once: answers that are made at the same time.
        waiting: questions that wait for their turn, first come, first served.
    """

    def __init__(self, at_once: int, waiting: int) -> None:
        self._turns = asyncio.Semaphore(at_once)
        self._at_once = at_once
        self._most = at_once + waiting
        self._lasts = 1.0
        self.inside = 0

    async def run(self, work: Callable[[], Awaitable[T]]) -> T:
        """Do work when its turn comes.

        Work in a thread cannot be stopped: the turn lasts until it is over, also where its asker was told
        that it takes too long. Else an overloaded machine would be given more and more to do.

        Raises:
            BusyError: too many wait already.
        """
        begun = False

        async def in_turn() -> T:
            nonlocal begun
            async with self.turn():
                begun = True
                return await work()

        task = asyncio.create_task(in_turn())
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            if not begun:
                task.cancel()
            raise

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn and keep it.

        Raises:
            BusyError: too many wait already.
        """
        if self.inside >= self._most:
            raise BusyError(max(5.0, self._lasts * self.inside / self._at_once))
        self.inside += 1
        try:
            async with self._turns:
                start = time.monotonic()
                try:
                    yield
                finally:
                    # An exponential moving average: how long the next ones may last.
                    self._lasts += 0.1 * (time.monotonic() - start - self._lasts)
        finally:
            self.inside -= 1


class Limits:
    """One question of a person in so many seconds, so many of a server in a minute.

    Args:
        cooldown: seconds between two questions of a person; 0 for none.
        server: questions of a server in a minute; 0 for no limit.
    """

    def __init__(self, cooldown: float, server: int) -> None:
        self._persons = once_in(cooldown)
        self._servers = commands.CooldownMapping(commands.Cooldown(server, 60), _server) if server else None

    def person(self, asked: Asked) -> float:
        """Count a question; return how many seconds its asker must wait, 0 for none."""
        return wait(self._persons, asked)

    def server(self, asked: Asked) -> float:
        """Count a question; return how many seconds its server must wait, 0 for none."""
        return wait(self._servers, asked) if asked.guild else 0


class Seen:
    """Remembers the last few thousand ids: what a resumed connection brings twice is done once."""

    def __init__(self, most: int = 4096) -> None:
        self._ids: LRUCache[int, bool] = LRUCache(most)

    def before(self, identity: int) -> bool:
        """Say whether an id was seen before, and remember it."""
        seen = identity in self._ids
        self._ids[identity] = True
        return seen


def once_in(seconds: float) -> commands.CooldownMapping[Asked] | None:
    """Return a limit of one a person in so many seconds, None for no limit."""
    return commands.CooldownMapping(commands.Cooldown(1, seconds), _person) if seconds else None


def wait(mapping: commands.CooldownMapping[Asked] | None, asked: Asked) -> float:
    """Return how many seconds a person or a server must wait, 0 for none."""
    return (mapping.update_rate_limit(asked, asked.created_at.timestamp()) or 0) if mapping else 0


def _person(asked: Asked) -> int:
    return asked.user.id if isinstance(asked, discord.Interaction) else asked.author.id


def _server(asked: Asked) -> int:
    return asked.guild.id if asked.guild else 0
