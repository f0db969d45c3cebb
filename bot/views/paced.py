"""A message edited while something is under way: at a pace that Discord allows, and never after the end."""

from __future__ import annotations

import asyncio
import contextvars
import logging
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

import aiohttp
import discord
from discord import ui

from bot.failures import record

log = logging.getLogger("bot")

# Seconds between two edits: Discord allows five in five seconds, over all messages of a channel.
EVERY = 2.0

T = TypeVar("T")


class Paced(Generic[T]):
    """Shows the newest state of something in one message.

    Args:
        edit: shows a page in that message.
        render: makes a page of a state.
        what: of which the log tells.
    """

    def __init__(
        self,
        edit: Callable[[ui.LayoutView], Awaitable[object]],
        render: Callable[[T], ui.LayoutView],
        what: str,
    ) -> None:
        self._show = edit
        self._render = render
        self._what = what
        self._loop = asyncio.get_running_loop()
        # discord.py keeps in it how interactions are answered; the thread that tells the state has another.
        self._context = contextvars.copy_context()
        self._latest: T | None = None
        self._noticed = self._over = False
        self._next = self._loop.time() + EVERY
        self._timer: asyncio.TimerHandle | None = None
        self._editing: asyncio.Task[None] | None = None
        self.shown = False

    def show(self, state: T) -> None:
        """Show a state when it is time to, unless a newer one comes first; from any thread."""
        self._latest = state
        if not self._noticed and not self._over:
            self._noticed = True
            try:
                self._loop.call_soon_threadsafe(self._notice, context=self._context)
            except RuntimeError:  # the bot was stopped meanwhile
                self._over = True

    def _notice(self) -> None:
        self._noticed = False
        if self._timer is None and self._editing is None and not self._over:
            self._timer = self._loop.call_later(max(self._next - self._loop.time(), 0), self._begin_edit)

    def _begin_edit(self) -> None:
        self._timer = None
        self._editing = self._loop.create_task(self._edit())

    async def _edit(self) -> None:
        state = self._latest
        assert state is not None
        try:
            await self._show(self._render(state))
            self.shown = True
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            # Closed by the reader, or older than 15 minutes; the work itself goes on.
            log.info("%s is shown no more: %s", self._what, error)
            self._over = True
        except Exception as error:
            record(error, self._what)
            self._over = True
        finally:
            self._next = self._loop.time() + EVERY
            self._editing = None
        if self._latest != state:
            self._notice()

    async def end(self) -> None:
        """Return when no edit is under way; none comes after."""
        self._over = True
        if self._timer:
            self._timer.cancel()
        if self._editing:
            await asyncio.wait({self._editing})
