"""A real web server on loopback, which the fetcher under test is explicitly allowed to reach."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
ALLOW_ALL = "User-agent: *\nAllow: /\n"

ARTICLE = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Grève au port - L’Écho</title>
<meta property="og:title" content="Grève des dockers à Marseille">
<meta property="og:site_name" content="L’Écho du Port">
<meta property="article:published_time" content="2026-02-12T08:00:00+01:00">
</head><body><nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav>
<article><h1>Grève des dockers à Marseille</h1>
<p>Le port de Marseille est bloqué depuis jeudi par une grève des dockers, qui réclament une hausse de salaire
de 8\u00a0%, selon leur syndicat.</p>
<p>«\u00a0Nous ne reprendrons pas le travail avant un accord écrit\u00a0», a déclaré Sylvie Marchetti, la
secrétaire générale du syndicat des dockers, devant la presse réunie sur les quais.</p>
<h2>Trente-deux navires</h2>
<p>Selon la chambre de commerce, trente-deux navires attendent au large, et le chiffre pourrait encore
augmenter dans les prochains jours si rien ne change.</p>
</article><footer>Mentions légales</footer></body></html>"""
PARAGRAPHS = [
    "Le port de Marseille est bloqué depuis jeudi par une grève des dockers, qui réclament une hausse de "
    "salaire de 8\u00a0%, selon leur syndicat.",
    "«\u00a0Nous ne reprendrons pas le travail avant un accord écrit\u00a0», a déclaré Sylvie Marchetti, la "
    "secrétaire générale du syndicat des dockers, devant la presse réunie sur les quais.",
    "Selon la chambre de commerce, trente-deux navires attendent au large, et le chiffre pourrait encore "
    "augmenter dans les prochains jours si rien ne change.",
]


@dataclass
class Site:
    """Pages by path; what is asked is remembered."""

    pages: dict[str, Handler] = field(default_factory=dict[str, Handler])
    robots: str | None = ALLOW_ALL
    asked: list[web.BaseRequest] = field(default_factory=list[web.BaseRequest])
    port: int = 0
    _runner: web.ServerRunner | None = None

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def allowed(self) -> list[tuple[str, int]]:
        return [("127.0.0.1", self.port)]

    @property
    def paths(self) -> list[str]:
        return [request.path for request in self.asked]

    def page(
        self, path: str, body: str | bytes, content_type: str = "text/html; charset=utf-8", **headers: str
    ) -> None:
        """Serve ``body`` at ``path``."""
        data = body.encode() if isinstance(body, str) else body
        status = int(headers.pop("status", "200"))

        async def serve(_: web.Request) -> web.Response:
            own = {"Content-Type": content_type} if content_type else {}
            return web.Response(body=data, status=status, headers={**own, **headers})

        self.pages[path] = serve

    def redirect(self, path: str, to: str) -> None:
        self.page(path, "", status="302", Location=to)

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        self.asked.append(request)
        if request.path == "/robots.txt" and "/robots.txt" not in self.pages:
            if self.robots is None:
                return web.Response(status=404)
            return web.Response(text=self.robots)
        handler: Any = self.pages.get(request.path)
        return await handler(request) if handler else web.Response(status=404)

    async def start(self) -> None:
        self._runner = web.ServerRunner(web.Server(self._serve), shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        assert site._server
        self.port = site._server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]

    async def stop(self) -> None:
        assert self._runner
        await self._runner.cleanup()


@dataclass
class Names(AbstractResolver):
    """The DNS as a test wants it: the answers for a name, one after the other, the last for ever."""

    answers: Mapping[str, list[list[str]]]
    asked: list[str] = field(default_factory=list[str])

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        answers = self.answers.get(host)
        if not answers:
            raise OSError("no such name")
        now = answers.pop(0) if len(answers) > 1 else answers[0]
        await asyncio.sleep(0)
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=0,
            )
            for address in now
        ]

    async def close(self) -> None:
        """Nothing is open."""
