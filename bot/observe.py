"""What an operator's monitoring reads: counters for Prometheus, and whether the bot lives and is ready."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiohttp import web
from discord.ext import commands
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from porteparole.notice import PorteParoleError

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

log = logging.getLogger("bot")

SECONDS = (0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60)


class Metrics:
    """The counters of one bot. None of them holds a name, a question or a server."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.answers = Counter(
            "porteparole_answers",
            "Questions by what came of them: answered, refused, chat, busy, slow, error, notice.",
            ["outcome"],
            registry=self.registry,
        )
        self.seconds = Histogram(
            "porteparole_answer_seconds",
            "Seconds from the question to the answer, waiting included.",
            buckets=SECONDS,
            registry=self.registry,
        )
        self.inside = Gauge(
            "porteparole_questions_inside", "Questions that wait or are answered now.", registry=self.registry
        )
        self.connected = Gauge(
            "porteparole_connected",
            "1 while the shard is connected to Discord's gateway.",
            ["shard"],
            registry=self.registry,
        )
        self.gateway = Counter(
            "porteparole_gateway_events",
            "What happened to the connection: connect, resumed, disconnect.",
            ["event"],
            registry=self.registry,
        )


class Connection(commands.Cog):
    """Counts what happens to the connection of a shard."""

    def __init__(self, metrics: Metrics, shard: int) -> None:
        self._metrics = metrics
        self._connected = metrics.connected.labels(str(shard))

    @commands.Cog.listener()
    async def on_connect(self) -> None:
        """Note a new session."""
        self._note("connect", 1)

    @commands.Cog.listener()
    async def on_resumed(self) -> None:
        """Note a session that goes on."""
        self._note("resumed", 1)

    @commands.Cog.listener()
    async def on_disconnect(self) -> None:
        """Note a lost connection."""
        self._note("disconnect", 0)

    def _note(self, event: str, connected: int) -> None:
        self._metrics.gateway.labels(event).inc()
        self._connected.set(connected)


@asynccontextmanager
async def observed(bots: Sequence[PorteParoleBot], host: str, port: int) -> AsyncIterator[int]:
    """Serve ``/live``, ``/ready`` and ``/metrics`` while the bot runs; nothing with port 0.

    Args:
        bots: the connections of this process, one for each of its shards; it is ready when all are.
        host: the address to listen on.
        port: 0 for none.

    Yields:
        The port.

    Raises:
        PorteParoleError: the port cannot be listened on (``bot-observe-port``).
    """
    if not port:
        yield 0
        return
    app = web.Application()

    async def live(_: web.Request) -> web.Response:
        return web.Response(text="live\n")

    async def ready(_: web.Request) -> web.Response:
        obstacle = next(filter(None, map(_obstacle, bots)), "")
        return web.Response(text=f"{obstacle or 'ready'}\n", status=503 if obstacle else 200)

    async def metrics(_: web.Request) -> web.Response:
        shared = bots[0]
        shared.metrics.inside.set(shared.gate.inside)
        body = await asyncio.to_thread(generate_latest, shared.metrics.registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    app.add_routes([web.get("/live", live), web.get("/ready", ready), web.get("/metrics", metrics)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise PorteParoleError("bot-observe-port", host=host, port=str(port), reason=reason) from None
        yield port
    finally:
        await runner.cleanup()


def _obstacle(bot: PorteParoleBot) -> str:
    if bot.closing or bot.is_closed():
        return "closing"
    if not bot.is_ready():
        return "starting"
    shard = {"shard": str(bot.shard_id or 0)}
    connected = bot.metrics.registry.get_sample_value("porteparole_connected", shard)
    return "" if connected else "disconnected"
