"""Fetching from the web: only public addresses, within limits, as far as the site's robots.txt lets us."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Collection
from dataclasses import dataclass
from http import HTTPStatus
from socket import AddressFamily, socket
from typing import TYPE_CHECKING, Any, Self

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from porteparole import __version__
from porteparole.notice import PorteParoleError
from porteparole.sources.address import is_public, web_address
from porteparole.sources.robots import PRODUCT, Robots

if TYPE_CHECKING:
    from porteparole.settings import Settings

log = logging.getLogger(__name__)

_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of the web one fetch may take.

    Attributes:
        seconds: for one page, robots.txt and redirects included.
        max_bytes: of a page, unpacked.
        redirects: that are followed.
        pause: seconds between two pages of one site, unless its robots.txt asks for more.
        contact: address of a page that tells who runs the bot, told to the sites.
    """

    seconds: float = 30
    max_bytes: int = 10_000_000
    redirects: int = 5
    pause: float = 1
    contact: str | None = None


def web_limits(settings: Settings) -> Limits:
    """Return the limits that the settings set."""
    chosen = settings.sources
    return Limits(
        seconds=chosen.timeout_seconds, max_bytes=chosen.max_page_mb * 1_000_000, contact=chosen.contact
    )


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the address after redirects, the type and charset that the server states."""

    url: URL
    media_type: str
    charset: str | None
    data: bytes


class Web:
    """Fetches pages; use it as an asynchronous context manager.

    A host's name is resolved once for a connection, every address it has is checked, and the connection goes
    to one of those checked addresses, so that a second answer of the DNS cannot lead elsewhere. Each redirect
    is checked anew. No proxy, cookie or password is ever used.

    Args:
        limits: how much one fetch may take.
        allowed: addresses and ports that are not public and may be reached all the same. For tests alone.
        resolver: finds the addresses of a name; the system's without one.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        allowed: Collection[tuple[str, int]] = (),
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._allowed = frozenset(allowed)
        self._resolver = resolver
        self._session: aiohttp.ClientSession | None = None
        self._robots = Robots(self._robots_text)
        self._last: dict[URL, float] = {}

    async def __aenter__(self) -> Self:
        contact = f" (+{''.join(self._limits.contact.split())})" if self._limits.contact else ""
        guard = _Guard(self._allowed, self._resolver or ThreadedResolver())
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=guard, socket_factory=guard.socket, use_dns_cache=False, limit_per_host=1
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": f"{PRODUCT}/{__version__}{contact}", "Accept": _ACCEPT},
            timeout=aiohttp.ClientTimeout(total=None),
            requote_redirect_url=False,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session:
            await self._session.close()

    async def get(self, address: str | URL) -> Fetched:
        """Fetch a page.

        Raises:
            PorteParoleError: the address is wrong or not public, the site does not want it or does not
                answer, or the page is beyond a limit (``sources-…``).
        """
        try:
            async with asyncio.timeout(self._limits.seconds):
                return await self._follow(str(address), self._limits.max_bytes, mind_robots=True)
        except TimeoutError:
            raise PorteParoleError("sources-slow", seconds=round(self._limits.seconds)) from None

    async def pause(self, address: str | URL) -> None:
        """Wait as long as is polite before the next page of a site."""
        url = self.checked(str(address))
        asked = await self._robots.delay(url)
        # A site may ask for minutes; whoever adds a feed would wait for hours.
        seconds = min(max(self._limits.pause, asked or 0), 10 * self._limits.pause)
        now = asyncio.get_running_loop().time()
        wait = self._last.get(url.origin(), now - seconds) + seconds - now
        if wait > 0:
            await asyncio.sleep(wait)
        self._last[url.origin()] = asyncio.get_running_loop().time()

    def checked(self, text: str, base: URL | None = None) -> URL:
        """Return an address as :func:`~porteparole.sources.address.web_address` does; nothing is fetched."""
        return web_address(text, base, ports={port for _, port in self._allowed})

    async def _follow(self, address: str, max_bytes: int, *, mind_robots: bool) -> Fetched:
        url = self.checked(address)
        for _ in range(self._limits.redirects + 1):
            if mind_robots:
                await self._robots.demand(url)
            found = await self._request(url, max_bytes)
            if isinstance(found, Fetched):
                return found
            url = self.checked(found, url)
        raise PorteParoleError("sources-redirects", limit=self._limits.redirects)

    async def _request(self, url: URL, max_bytes: int) -> Fetched | str:
        """Ask for one address; a text is where it says to go instead."""
        assert self._session, "use the web as a context manager"
        host = url.host or ""
        try:
            async with self._session.get(url, allow_redirects=False) as response:
                if response.status in _REDIRECTS and "Location" in response.headers:
                    return response.headers["Location"]
                if response.status != HTTPStatus.OK:
                    raise PorteParoleError("sources-status", host=host, status=response.status)
                media = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
                data = await _read(response, max_bytes)
                return Fetched(url, media, response.charset, data)
        except aiohttp.InvalidURL:
            # Also the old spellings of an IPv4 address: 127.1, 2130706433.
            raise PorteParoleError("sources-no-address", address=str(url)[:200]) from None
        except aiohttp.ClientConnectorDNSError:
            raise PorteParoleError("sources-no-host", host=host) from None
        except (aiohttp.ClientSSLError, ssl.SSLError):
            raise PorteParoleError("sources-certificate", host=host) from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            log.info("%s could not be fetched: %s", host, type(error).__name__)
            raise PorteParoleError("sources-unreachable", host=host) from None

    async def _robots_text(self, url: URL) -> str | None:
        """Fetch a robots.txt: its text, empty where there is none; None where the site does not answer.

        As RFC 9309, 2.3.1 has it: a 4xx answer allows everything, an error of the server nothing.
        """
        try:
            # RFC 9309, 2.5: at least 500 kibibytes are to be parsed.
            fetched = await self._follow(str(url), 512_000, mind_robots=False)
        except PorteParoleError as error:
            status = str(error.notice.values.get("status", ""))
            if status.startswith("4") and status != "429":
                return ""
            if error.notice.key in {"sources-status", "sources-large", "sources-redirects"}:
                return None
            raise
        return fetched.data.decode("utf-8", "replace")


async def _read(response: aiohttp.ClientResponse, max_bytes: int) -> bytes:
    data = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK):
        data += chunk
        if len(data) > max_bytes:
            raise PorteParoleError("sources-large", limit=f"{max_bytes / 10**6:g}")
    return bytes(data)


class _Guard(AbstractResolver):
    """Lets names and sockets lead to public addresses alone."""

    def __init__(self, allowed: frozenset[tuple[str, int]], resolver: AbstractResolver) -> None:
        self._allowed = allowed
        self._resolver = resolver

    async def resolve(
        self, host: str, port: int = 0, family: AddressFamily = AddressFamily.AF_INET
    ) -> list[ResolveResult]:
        """Return the addresses of a name, if all of them may be reached."""
        found = await self._resolver.resolve(host, port, family)
        for result in found:
            self._demand(result["host"], port)
        return found

    async def close(self) -> None:
        """Close the resolver below."""
        await self._resolver.close()

    def socket(self, info: tuple[Any, ...]) -> socket:
        """Make the socket for one address: the last door, which no way of resolving goes around."""
        family, kind, protocol, _, address = info
        self._demand(address[0], address[1])
        return socket(family, kind, protocol)

    def _demand(self, address: str, port: int) -> None:
        if (address, port) not in self._allowed and not is_public(address):
            raise PorteParoleError("sources-not-public")
