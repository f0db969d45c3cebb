"""From an address to articles: a page is one, a feed names many."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass
from html import escape

from yarl import URL

from porteparole.corpus.article import RefusedFile
from porteparole.corpus.draft import Fields
from porteparole.notice import PorteParoleError
from porteparole.sources.feed import Entry, entries_of, is_feed
from porteparole.sources.offer import Offer, first_of
from porteparole.sources.page import page_article
from porteparole.sources.web import Fetched, Web


@dataclass(frozen=True)
class Gathered:
    """What an address gave.

    Attributes:
        offers: the articles.
        refused: entries of a feed that could not be had, by their addresses, with the reason.
        known: how many entries were passed over because their articles are there already.
        left: how many entries of a long feed were not looked at.
        feed: whether it was a feed.
    """

    offers: tuple[Offer, ...]
    refused: tuple[RefusedFile, ...] = ()
    known: int = 0
    left: int = 0
    feed: bool = False


async def gather(
    address: str,
    web: Web,
    *,
    given: Fields | None = None,
    known: Collection[str] = (),
    most: int = 20,
    progress: Callable[[str, int, int], None] | None = None,
) -> Gathered:
    """Fetch what stands at an address.

    Args:
        address: of a page, or of a feed.
        web: what fetches.
        given: what a person says about the article. Of a feed's articles only publisher and language are
            taken from it.
        known: addresses whose articles are there already; a feed's entries with these are passed over.
        most: the most entries of a feed that are fetched, the newest first as feeds have them.
        progress: told ``("fetching", articles done, articles in all)``.

    Raises:
        PorteParoleError: the address gives no article and no feed; why is in the sentence.
    """
    fetched = await web.get(address)
    if not is_feed(fetched):
        return Gathered((await asyncio.to_thread(page_article, fetched, given),))
    entries = await asyncio.to_thread(entries_of, fetched)
    wanted = list({entry.address or entry.fields.title: entry for entry in reversed(entries)}.values())[::-1]
    new = [entry for entry in wanted if entry.address not in known]
    given = Fields(publisher=given.publisher, language=given.language) if given else Fields()
    offers: list[Offer] = []
    refused: list[RefusedFile] = []
    for number, entry in enumerate(new[:most]):
        if progress:
            progress("fetching", number, len(new[:most]))
        try:
            offers.append(await _entry_article(entry, fetched.url, web, given))
        except PorteParoleError as error:
            refused.append(RefusedFile(entry.address or entry.fields.title or "?", None, error.notice))
    if progress:
        progress("fetching", len(new[:most]), len(new[:most]))
    return Gathered(tuple(offers), tuple(refused), len(wanted) - len(new), max(len(new) - most, 0), True)


async def _entry_article(entry: Entry, feed: URL, web: Web, given: Fields) -> Offer:
    """Return the article of an entry: its page, else what the feed itself carries of it."""
    try:
        if not entry.address:
            raise PorteParoleError("sources-entry-without-address")
        await web.pause(entry.address)
        page = await web.get(entry.address)
        if is_feed(page):
            raise PorteParoleError("sources-entry-is-feed")
        return await asyncio.to_thread(page_article, page, given, entry.fields)
    except PorteParoleError:
        if entry.html is None:
            raise
        title = escape(entry.fields.title or "")
        body = entry.html if "<p" in entry.html else f"<p>{entry.html}</p>"
        html = f"<html><head><title>{title}</title></head><body><article>{body}</article></body></html>"
        carried = Fetched(feed, "text/html", "utf-8", html.encode())
        return await asyncio.to_thread(page_article, carried, first_of(given, entry.fields))
