"""What the connections of one process share: a large bot has one for each shard."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from cachetools import LRUCache

from bot.limits import Gate, Limits
from bot.model_metrics import ModelMetrics
from bot.observe import Metrics
from bot.receipts import Receipts
from bot.servers import ServerChoices
from bot.views.confirm import Confirmations
from bot.views.pages import Pagers
from porteparole.servers.choices import Choices
from porteparole.service import Service
from porteparole.texts import Texts

if TYPE_CHECKING:
    from bot.client import BotOptions

# Seconds between two of them, as Discord asks of bots with up to 150,000 servers:
# https://discord.com/developers/docs/events/gateway#sharding-max-concurrency
IDENTIFY_EVERY = 5.0


class Memory:
    """Limits, queues, what stands behind buttons: each once for all connections.

    Args:
        service: the engine.
        texts: the sentences.
        options: the operator's choices.
    """

    def __init__(self, service: Service, texts: Texts, options: BotOptions) -> None:
        self.pagers = Pagers(texts)
        self.confirmations = Confirmations()
        self.receipts = Receipts()
        self.servers = ServerChoices(service)
        # What is chosen in a form of /settings and not saved yet, by its message.
        self.drafts = LRUCache[int, Choices](200)
        self.metrics = Metrics()
        if service.model:
            self.metrics.registry.register(ModelMetrics(service.model))
        self.gate = Gate(options.at_once, options.waiting)
        self.limits = Limits(options.cooldown, options.server_limit)
        # Apart: whoever has just asked may press a button at once.
        self.button_limits = Limits(options.cooldown, 0)
        self._identifying = asyncio.Lock()
        self._identified = float("-inf")
        self._ready = False

    def first_ready(self) -> bool:
        """Say whether no connection was ready before."""
        before, self._ready = self._ready, True
        return not before

    async def identify(self) -> None:
        """Wait until Discord takes a new session."""
        async with self._identifying:
            await asyncio.sleep(self._identified + IDENTIFY_EVERY - time.monotonic())
            self._identified = time.monotonic()
