"""What a site lets programs fetch: its robots.txt, by protego (RFC 9309)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from yarl import URL

from porteparole.notice import PorteParoleError

if TYPE_CHECKING:
    from protego import Protego

# The name to write behind "User-agent:" in a robots.txt.
PRODUCT = "Porte-Parole"


class Robots:
    """Reads each site's robots.txt once.

    Args:
        fetch: gives the text of a robots.txt, empty where there is none, None where the site does not answer.
    """

    def __init__(self, fetch: Callable[[URL], Awaitable[str | None]]) -> None:
        self._fetch = fetch
        self._rules: dict[URL, Protego | None] = {}

    async def demand(self, url: URL) -> None:
        """Let an address by that the site lets us fetch.

        Raises:
            PorteParoleError: it does not, or its robots.txt cannot be had (RFC 9309, 2.3.1.4: then nothing
                may be fetched).
        """
        rules = await self._of(url)
        if rules is None:
            raise PorteParoleError("sources-robots-silent", host=url.host or "")
        if not rules.can_fetch(str(url), PRODUCT):
            raise PorteParoleError("sources-robots", host=url.host or "", name=PRODUCT)

    async def delay(self, url: URL) -> float | None:
        """Return the seconds between two fetches that the site asks for, None where it does not."""
        rules = await self._of(url)
        return rules.crawl_delay(PRODUCT) if rules else None

    async def _of(self, url: URL) -> Protego | None:
        from protego import Protego

        site = url.origin()
        if site not in self._rules:
            text = await self._fetch(site.with_path("/robots.txt"))
            self._rules[site] = None if text is None else Protego.parse(text)
        return self._rules[site]
