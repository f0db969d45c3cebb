"""A Discord on the loopback address that misbehaves on demand: its gateway, its REST routes, its memory.

The real discord.py talks to it over sockets, in the loop of the test.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import discord.gateway
import discord.http
import pytest
import yarl
from aiohttp import WSMsgType, web

from bot.client import PorteParoleBot

TOKEN = "MTIzNDU2.loop.back"
BOT, PERSON, CHANNEL = 2, 77, 500
ME = {"id": str(BOT), "username": "porte-parole", "discriminator": "0", "avatar": None, "bot": True}
_FIRST_ID = 1_300_000_000_000_000_000
# https://discord.com/developers/docs/events/gateway#list-of-intents
MESSAGE_CONTENT = 1 << 15
_MEMBER: dict[str, Any] = {
    "roles": [],
    "joined_at": "2026-01-01T00:00:00+00:00",
    "deaf": False,
    "mute": False,
    "flags": 0,
}


@dataclass
class Fault:
    """What goes wrong with the next requests to a route.

    Attributes:
        method: of the request.
        path: regular expression within its path.
        status: of the response; 0 for none at all (the request hangs).
        body: of the response.
        headers: of the response.
        done: whether the request is carried out all the same.
        times: how often.
    """

    method: str
    path: str
    status: int = 0
    body: dict[str, Any] = field(default_factory=lambda: {"message": "no", "code": 0})
    headers: dict[str, str] = field(default_factory=dict)
    done: bool = False
    times: int = 1


@dataclass
class Session:
    """What the gateway keeps of one shard: its events, for those who resume, and its sockets."""

    events: list[dict[str, Any]] = field(default_factory=list)
    sockets: list[web.WebSocketResponse] = field(default_factory=list)


class DiscordDouble:
    """Discord, as far as the bot can tell.

    Args:
        shards: into how many parts it splits servers.
        flags: of the application: whether the Message Content intent is on.
        refuses: a close code for every IDENTIFY that asks for that intent.
    """

    def __init__(self, shards: int = 1, *, flags: int = 0, refuses: int | None = None) -> None:
        self.shards, self.flags, self.refuses = shards, flags, refuses
        self.identifies: list[dict[str, Any]] = []
        self.requests: list[dict[str, Any]] = []
        self.messages: dict[int, dict[str, Any]] = {}
        self.originals: dict[str, dict[str, Any]] = {}
        self.acknowledged: list[str] = []
        self.faults: list[Fault] = []
        self.identified = self.resumed = 0
        self.refusals = 0
        self.heartbeat_ms, self.deaf = 40_000, False
        self._ids = _FIRST_ID
        self._by_nonce: dict[str, int] = {}
        self.sessions = [Session() for _ in range(shards)]
        self._requests_of_sockets: list[web.Request] = []
        self._changed = asyncio.Event()
        self.address = ""

    @asynccontextmanager
    async def serving(self, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordDouble]:
        """Serve, and point discord.py here."""
        app = web.Application()
        app.router.add_get("/gateway/", self._gateway)
        app.router.add_get("/gateway", self._gateway)
        app.router.add_route("*", "/api/v10/{path:.*}", self._rest)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        self.address = f"{host}:{port}"
        monkeypatch.setattr(discord.http.Route, "BASE", f"http://{self.address}/api/v10")
        gateway = yarl.URL(f"ws://{self.address}/gateway")
        monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", gateway)
        try:
            yield self
        finally:
            for session in self.sessions:
                for socket in session.sockets:
                    await socket.close()
            await runner.cleanup()

    async def until(self, holds: Callable[[], bool], seconds: float = 20) -> None:
        """Wait until something is the case."""
        async with asyncio.timeout(seconds):
            while not holds():
                self._changed.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._changed.wait(), 0.05)

    # -- gateway

    async def say(
        self,
        content: str,
        *,
        identity: int | None = None,
        guild: int | None = None,
        thread: int | None = None,
        **changes: Any,
    ) -> int:
        """Let a person write a direct message, or in a server's channel or thread; return its id."""
        identity = identity or self.next_id()
        message = {
            **_message(identity, content),
            "author": _user(PERSON, "anne"),
            **changes,
        }
        if guild:
            place = str(thread or guild + 1)
            message |= {"guild_id": str(guild), "channel_id": place, "member": _MEMBER}
        await self.dispatch("MESSAGE_CREATE", message)
        return identity

    async def guild(self, identity: int) -> None:
        """Let the bot be in a server; its channel has the next number."""
        everyone = {"id": str(identity), "name": "@everyone", "permissions": str(1 << 3), "position": 0}
        await self.dispatch(
            "GUILD_CREATE",
            {
                "id": str(identity),
                "name": f"server {identity}",
                "owner_id": str(PERSON),
                "roles": [{**everyone, "color": 0, "hoist": False, "managed": False, "mentionable": False}],
                "channels": [{"id": str(identity + 1), "type": 0, "name": "general", "position": 0}],
                "members": [{**_MEMBER, "user": ME}],
                "member_count": 2,
                "features": [],
                "preferred_locale": "en-US",
            },
        )

    async def command(self, question: str, *, person: int = PERSON, guild: int | None = None) -> str:
        """Let a person use ``/ask``; return the token of the interaction."""
        options = [{"name": "question", "type": 3, "value": question}]
        data = {"id": "9", "name": "ask", "type": 1, "options": options}
        event = self.interaction(2, data, person=person, guild=guild)
        await self.dispatch("INTERACTION_CREATE", event)
        return event["token"]

    def interaction(
        self,
        kind: int,
        data: dict[str, Any],
        *,
        person: int = PERSON,
        guild: int | None = None,
        locale: str = "en-US",
        permissions: int = 0,
        message: dict[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Return what Discord sends for a command (2), a button (3), a completion (4) or a form (5)."""
        identity = self.next_id()
        channel = str(guild + 1 if guild else CHANNEL)
        where: dict[str, Any] = {"user": _user(person), "context": 1}
        if guild:
            member = {**_MEMBER, "user": _user(person), "permissions": str(permissions)}
            where = {"member": member, "guild_id": str(guild), "context": 0}
        if message:
            where["message"] = message | {"channel_id": channel}
        return {
            "id": str(identity),
            "application_id": "1",
            "type": kind,
            "token": f"token{identity}",
            "version": 1,
            "locale": locale,
            "channel_id": channel,
            "channel": {"id": channel, "type": 0 if guild else 1},
            "entitlements": [],
            "authorizing_integration_owners": {},
            "attachment_size_limit": 10_000_000,
            "app_permissions": str((1 << 50) - 1),
            "data": data,
            **where,
        }

    def own_message(self, identity: int, components: list[dict[str, Any]]) -> dict[str, Any]:
        """Return a message of the bot, as it comes with a button."""
        return {**_message(identity, ""), "components": components, "flags": 1 << 15}

    async def dispatch(self, kind: str, data: dict[str, Any]) -> None:
        """Send an event to the shard of its server (direct messages to the first), and keep it for those who
        resume.
        """
        guild = data["id"] if kind == "GUILD_CREATE" else data.get("guild_id")
        number = int(guild) if isinstance(guild, str) and guild.isdecimal() else 0
        session = self.sessions[(number >> 22) % self.shards]
        event = {"op": 0, "s": len(session.events) + 1, "t": kind, "d": data}
        session.events.append(event)
        for socket in session.sockets:
            if not socket.closed:
                with suppress(ConnectionError):
                    await socket.send_json(event)

    async def op(self, number: int, data: object = None) -> None:
        """Send something that is no event."""
        for socket in self._open():
            await socket.send_json({"op": number, "d": data, "s": None, "t": None})

    async def raw(self, text: str) -> None:
        """Send what is no message of the gateway at all."""
        for socket in self._open():
            await socket.send_str(text)

    async def drop(self, code: int, shard: int | None = None) -> None:
        """Close the sockets, or those of one shard, with a code."""
        for number, session in enumerate(self.sessions):
            if shard in (None, number):
                sockets, session.sockets = session.sockets, []
                for socket in sockets:
                    await socket.close(code=code)

    def connected(self) -> bool:
        """Say whether a socket is open."""
        return bool(self._open())

    def _open(self) -> list[web.WebSocketResponse]:
        return [one for session in self.sessions for one in session.sockets if not one.closed]

    def vanish(self) -> None:
        """Cut the connections without a word."""
        for session in self.sessions:
            session.sockets = []
        for request in self._requests_of_sockets:
            if request.transport:
                request.transport.abort()

    async def _gateway(self, request: web.Request) -> web.StreamResponse:
        if self.refusals:
            self.refusals -= 1
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._requests_of_sockets.append(request)
        hello = {"op": 10, "d": {"heartbeat_interval": self.heartbeat_ms}, "s": None, "t": None}
        await socket.send_json(hello)
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            sent = json.loads(message.data)
            if sent["op"] == 1 and not self.deaf:
                await socket.send_json({"op": 11, "d": None, "s": None, "t": None})
            if sent["op"] == 2:
                self.identifies.append(sent["d"])
                if self.refuses and sent["d"]["intents"] & MESSAGE_CONTENT:
                    await socket.close(code=self.refuses)
                    break
                shard, _ = sent["d"].get("shard", (0, 1))
                session = self.sessions[shard]
                session.events.append(event := {"op": 0, "s": 0, "t": "READY", "d": self._ready(shard)})
                event["s"] = len(session.events)
                await socket.send_json(event)
                session.sockets.append(socket)
                self.identified += 1
            if sent["op"] == 6:
                session = self.sessions[int(sent["d"]["session_id"])]
                session.sockets.append(socket)
                for event in session.events[sent["d"]["seq"] :]:
                    await socket.send_json(event)
                await socket.send_json({"op": 0, "s": len(session.events), "t": "RESUMED", "d": {}})
                self.resumed += 1
            self._changed.set()
        return socket

    def _ready(self, shard: int) -> dict[str, Any]:
        return {
            "v": 10,
            "user": ME,
            "guilds": [],
            "session_id": str(shard),
            "resume_gateway_url": f"ws://{self.address}/gateway",
            "shard": [shard, self.shards],
            "application": {"id": "1", "flags": self.flags},
        }

    # -- REST

    def faulty(self, *faults: Fault) -> None:
        """Let the next requests that fit go wrong."""
        self.faults.extend(faults)

    async def _rest(self, request: web.Request) -> web.Response:
        path, body = request.path, await _body(request)
        self.requests.append({"method": request.method, "path": path, "body": body})
        fault = next(
            (f for f in self.faults if f.times and f.method == request.method and re.search(f.path, path)),
            None,
        )
        answer: Any = {}
        if fault is None or fault.done:
            answer = self._carry_out(request.method, path, body)
        self._changed.set()
        if fault:
            fault.times -= 1
            if fault.status == 0:
                await asyncio.sleep(3600)
            return _json(fault.body, fault.status, fault.headers)
        return answer if isinstance(answer, web.Response) else _json(answer)

    def _carry_out(self, method: str, path: str, body: Any) -> Any:
        if path.endswith("/users/@me"):
            return ME
        if path.endswith("/oauth2/applications/@me"):
            return {
                "id": "1",
                "name": "x",
                "icon": None,
                "description": "",
                "bot_public": True,
                "bot_require_code_grant": False,
                "verify_key": "",
                "flags": self.flags,
                "owner": ME,
            }
        if path.endswith("/gateway/bot"):
            limits = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
            return {"url": f"ws://{self.address}", "shards": self.shards, "session_start_limit": limits}
        if path.endswith("/commands"):
            return []
        if path.endswith("/messages") and method == "POST":
            return self._post(body)
        if path.endswith("/messages"):
            return []
        if re.search(r"/messages/\d+$", path) and method == "GET":
            return _json({"message": "Unknown Message", "code": 10008}, 404)
        if path.endswith("/threads"):
            return self._thread(path, body)
        if re.search(r"/webhooks/\d+/\w+$", path):
            return _message(self.next_id(), "")
        if path.endswith("/users/@me/channels"):
            return {"id": str(CHANNEL), "type": 1, "recipients": [_user(int(body["recipient_id"]))]}
        if path.endswith("/callback"):
            *_, token, _ = path.split("/")
            if token in self.acknowledged:
                return _json({"message": "Interaction has already been acknowledged.", "code": 40060}, 400)
            self.acknowledged.append(token)
            identity = path.split("/")[-3]
            return {"interaction": {"id": identity, "type": 2}}
        if path.endswith("/messages/@original"):
            token = path.split("/")[-3]
            if token not in self.acknowledged:
                return _json({"message": "Unknown Webhook", "code": 10015}, 404)
            self.originals[token] = body
            return _message(self.next_id(), "")
        return _json({}, 204)

    def _thread(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        channel, message = re.findall(r"\d+", path.removeprefix("/api/v10"))
        return {
            "id": message,
            "type": 11,
            "guild_id": str(int(channel) - 1),
            "parent_id": channel,
            "owner_id": str(BOT),
            "name": body["name"],
            "message_count": 0,
            "member_count": 1,
            "thread_metadata": {
                "archived": False,
                "auto_archive_duration": 1440,
                "archive_timestamp": "2026-11-22T00:00:00+00:00",
                "locked": False,
            },
        }

    def _post(self, body: dict[str, Any]) -> dict[str, Any]:
        nonce = body.get("nonce")
        if nonce and body.get("enforce_nonce") and nonce in self._by_nonce:
            return _message(self._by_nonce[nonce], "")
        identity = self.next_id()
        if nonce:
            self._by_nonce[nonce] = identity
        self.messages[identity] = body
        return _message(identity, "")

    def next_id(self) -> int:
        """Return the next number."""
        self._ids += 1 << 22
        return self._ids


@asynccontextmanager
async def running(bot: PorteParoleBot, double: DiscordDouble) -> AsyncIterator[None]:
    """Run a bot until the test is over."""
    task = asyncio.create_task(bot.start(TOKEN))
    try:
        await double.until(lambda: double.identified > 0 or task.done())
        if task.done():
            task.result()
        yield
    finally:
        await bot.close()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def texts_of(body: dict[str, Any]) -> str:
    """Return all the text of a message's body."""
    return json.dumps(body, ensure_ascii=False)


def _user(identity: int, name: str = "") -> dict[str, Any]:
    return {
        "id": str(identity),
        "username": name or f"p{identity}",
        "discriminator": "0",
        "avatar": None,
        "global_name": None,
    }


def _message(identity: int, content: str) -> dict[str, Any]:
    return {
        "id": str(identity),
        "channel_id": str(CHANNEL),
        "author": ME,
        "content": content,
        "timestamp": "2026-11-22T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
        "components": [],
    }


async def _body(request: web.Request) -> Any:
    text = await request.text()
    return json.loads(text) if text.startswith(("{", "[")) else None


def _json(body: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    # discord.py reads JSON only where the type is exactly this.
    return web.Response(
        body=json.dumps(body).encode() if status != 204 else None,
        status=status,
        headers={**({} if status == 204 else {"Content-Type": "application/json"}), **(headers or {})},
    )
