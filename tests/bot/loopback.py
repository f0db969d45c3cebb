"""A tiny Discord on the loopback address, for what SimCord leaves out: login, the socket, how it ends.

Started as a program it runs the bot against itself and exits with the bot's code:
``python loopback.py DATA_DIR SCENARIO``.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import discord
import discord.gateway
import discord.http
import yarl
from aiohttp import WSMsgType, web

from bot.main import run
from porteparole.settings import Settings
from tests.bot.service_double import ServiceDouble

TOKEN = "MTIzNDU2.loop.back-secret"
ME = {"id": "2", "username": "porte-parole", "discriminator": "0", "avatar": None, "bot": True}


class Loopback:
    """Answers login; at IDENTIFY it closes with a code, or is ready and calls ``on_ready``."""

    def __init__(self, *, login: int = 200, close: int | None = None, stop: bool = False) -> None:
        self.login, self.close, self.stop = login, close, stop
        self.address = ""
        self.intents = 0

    def start(self) -> None:
        """Serve in a thread of its own, and point discord.py here."""
        ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self._serve(ready)), daemon=True).start()
        assert ready.wait(10)
        discord.http.Route.BASE = f"http://{self.address}/api/v10"
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://{self.address}/gateway")

    async def _serve(self, ready: threading.Event) -> None:
        app = web.Application()
        app.router.add_get("/api/v10/users/@me", self._me)
        app.router.add_get("/api/v10/oauth2/applications/@me", self._application)
        app.router.add_put("/api/v10/applications/{id}/commands", self._commands)
        app.router.add_get("/gateway/", self._gateway)
        app.router.add_get("/gateway", self._gateway)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        self.address = f"{host}:{port}"
        ready.set()
        await asyncio.Event().wait()

    async def _me(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        return _json(ME if self.login == 200 else {"message": "no", "code": 0}, self.login)

    async def _application(self, _: web.Request) -> web.Response:
        flags = {"id": "1", "name": "x", "icon": None, "description": "", "bot_public": True}
        return _json({**flags, "bot_require_code_grant": False, "verify_key": "", "flags": 0, "owner": ME})

    async def _commands(self, _: web.Request) -> web.Response:
        return _json([])

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40000}, "s": None, "t": None})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            sent = json.loads(message.data)
            if sent["op"] == 1:
                await socket.send_json({"op": 11, "d": None, "s": None, "t": None})
            if sent["op"] == 2:
                self.intents = sent["d"]["intents"]
                if self.close:
                    await socket.close(code=self.close)
                    break
                await socket.send_json({"op": 0, "s": 1, "t": "READY", "d": _ready(self.address)})
                if self.stop:
                    # The bot waits two seconds for servers before it is ready.
                    await asyncio.sleep(3)
                    os.kill(os.getpid(), signal.SIGTERM)
        return socket


def _ready(address: str) -> dict[str, object]:
    return {
        "v": 10,
        "user": ME,
        "guilds": [],
        "session_id": "s",
        "resume_gateway_url": f"ws://{address}/gateway",
        "application": {"id": "1", "flags": 0},
    }


def _json(body: object, status: int = 200) -> web.Response:
    # discord.py reads JSON only where the type is exactly this.
    return web.Response(
        body=json.dumps(body).encode(), status=status, headers={"Content-Type": "application/json"}
    )


def main(data_dir: Path, scenario: str) -> int:
    """Run the bot once against a Discord that behaves as ``scenario`` says."""
    logging.basicConfig(level="DEBUG")
    scenarios = {
        "stop": Loopback(stop=True),
        "wrong-token": Loopback(),
        "odd-token": Loopback(),
        "token-refused-late": Loopback(close=4004),
        "intents": Loopback(close=4014),
        "sharding": Loopback(close=4011),
        "outage": Loopback(login=500),
        "unreachable": Loopback(),
    }
    tokens = {"wrong-token": "MTIz.wrong.secret-part", "odd-token": "two\nlines secret-part"}
    discord_here = scenarios[scenario]
    discord_here.start()
    if scenario == "unreachable":
        discord.http.Route.BASE = "http://127.0.0.1:9/api/v10"
    if scenario == "outage":
        discord.http.HTTPClient.request = _no_patience(discord.http.HTTPClient.request)
    written = {"token": tokens.get(scenario, TOKEN), "timeout_seconds": 30, "cooldown_seconds": 0}
    return run(ServiceDouble(), Settings(data_dir=data_dir, language="en", discord=written))


def _no_patience(request: Any) -> Any:
    """discord.py waits 25 seconds through five tries; once is enough here."""

    async def impatient(self: Any, route: Any, **values: Any) -> Any:
        real = asyncio.sleep
        asyncio.sleep = lambda *_: real(0)  # type: ignore[assignment]
        try:
            return await request(self, route, **values)
        finally:
            asyncio.sleep = real

    return impatient


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
