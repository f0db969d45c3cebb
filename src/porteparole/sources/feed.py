"""An RSS or Atom feed: which articles it names, by feedparser."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, cast

from porteparole.corpus.draft import Fields
from porteparole.corpus.metadata import checked_fields
from porteparole.notice import PorteParoleError
from porteparole.sources.web import Fetched

_XML = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"}
)
_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed.

    Attributes:
        address: of its article; empty where it has none.
        fields: what the feed says about it; the feed's own name stands for the publisher and is inferred.
        html: the article itself, where the feed carries it (not only a summary).
    """

    address: str
    fields: Fields
    html: str | None


def is_feed(fetched: Fetched) -> bool:
    """Say whether an address gave a feed, whatever type the server calls it."""
    if (
        fetched.media_type in {"text/html", "application/xhtml+xml"}
        and b"<html" in fetched.data[:2000].lower()
    ):
        return False
    return fetched.media_type in _XML or _ROOT.search(fetched.data[:2000]) is not None


def entries_of(fetched: Fetched) -> list[Entry]:
    """Return the entries of a feed, in its order.

    Raises:
        PorteParoleError: it is no feed, or has no entries.
    """
    import feedparser  # pyright: ignore[reportMissingTypeStubs]

    parse: Any = cast("Any", feedparser).parse
    charset = {"content-type": f"{fetched.media_type}; charset={fetched.charset}"} if fetched.charset else {}
    # As a stream: bytes would be taken for the name of a file.
    feed: Any = parse(
        io.BytesIO(fetched.data),
        response_headers={"content-location": str(fetched.url), **charset},
        sanitize_html=True,
    )
    if not feed.get("version"):
        raise PorteParoleError("sources-no-feed")
    if not feed.entries:
        raise PorteParoleError("sources-empty-feed")
    publisher = _words(feed.feed.get("title"))
    language = str(feed.feed.get("language") or "")
    return [_entry(entry, publisher, language) for entry in feed.entries]


def _entry(entry: Any, publisher: str, language: str) -> Entry:
    address = str(entry.get("link") or "")
    fields, _ = checked_fields(
        {
            "title": _words(entry.get("title")),
            "publisher": publisher,
            "published": _day(entry.get("published") or entry.get("updated")),
            "url": address,
            "language": language,
        }
    )
    inferred = frozenset({"publisher"}) if fields.publisher else frozenset[str]()
    whole = [content for content in entry.get("content", ()) if "html" in str(content.get("type"))]
    html = max((str(content.get("value") or "") for content in whole), key=len, default="")
    return Entry(
        address,
        Fields(fields.title, fields.publisher, fields.published, fields.url, fields.language, inferred),
        html or None,
    )


def _words(title: object) -> str:
    from html import unescape

    return " ".join(unescape(_TAG.sub("", str(title or ""))).split())


def _day(text: object) -> str | None:
    """Return the day of an entry where it was published: an hour before midnight is not the next day."""
    if not isinstance(text, str):
        return None
    try:
        return datetime.fromisoformat(text.strip()).date().isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError):
        return None
