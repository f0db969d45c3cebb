"""A page of the web becomes an article: its paragraphs, one a line, as they stand on the page."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from urllib.parse import urlsplit

from yarl import URL

from porteparole.corpus.decode import clean, codec_of
from porteparole.corpus.draft import Draft, Fields, RefusedError
from porteparole.corpus.readers.html import read_html
from porteparole.notice import PorteParoleError
from porteparole.sources.offer import Offer, file_stem, first_of
from porteparole.sources.web import Fetched

_HTML = frozenset({"text/html", "application/xhtml+xml", ""})
_FILES = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
}
_MARKS = (BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)


def page_article(fetched: Fetched, given: Fields | None = None, beside: Fields | None = None) -> Offer:
    """Return the article of a page.

    Of an HTML page the article's paragraphs are taken (by trafilatura), as plain text with a paragraph a
    line, so that they are what they were however the page or the extraction changes. A plain text or a PDF
    is taken as it is.

    Args:
        fetched: the page.
        given: what a person says about it; goes before all.
        beside: what else is known (a feed's entry, say); goes after what the page says.

    Raises:
        PorteParoleError: the address gives something else than an article.
    """
    given, beside = given or Fields(), beside or Fields()
    address = Fields(url=str(fetched.url))
    if fetched.media_type in _FILES:
        ending = _FILES[fetched.media_type]
        data = fetched.data if ending == ".pdf" else in_utf8(fetched)
        fields = first_of(given, beside, address)
        return Offer(_name(fields, fetched.url) + ending, data, fields)
    if fetched.media_type not in _HTML:
        raise PorteParoleError("sources-type", type=fetched.media_type[:80])
    try:
        draft = read_html(in_utf8(fetched))
    except RefusedError as error:
        raise PorteParoleError(error.remark.key, **error.remark.values) from None
    fields = first_of(given, _of_this_site(draft.fields, fetched.url), address, beside)
    return Offer(_name(fields, fetched.url) + ".txt", as_lines(draft), fields)


def as_lines(draft: Draft) -> bytes:
    """Return the text of a draft with a block a line, of which ``blocks_of`` makes the same blocks."""
    texts = (
        " ".join(clean(block.text)[0].split("\n")).strip() for block in draft.blocks if block.kind == "text"
    )
    return "".join(f"{text}\n" for text in texts if text).encode()


def in_utf8(fetched: Fetched) -> bytes:
    """Return a text in UTF-8 where the server, not the text itself, says that it is in another encoding."""
    data, charset = fetched.data, fetched.charset
    if charset is None or data.startswith(_MARKS):
        return data
    wide = charset.lower().replace("_", "-").startswith(("utf-16", "utf-32"))
    try:
        if not wide:
            data.decode("utf-8")
            return data
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(codec_of(charset)).encode()
    except (LookupError, UnicodeError):
        return data


def _of_this_site(stated: Fields, url: URL) -> Fields:
    """Return what a page says about itself; an address on another site is not believed."""
    same = stated.url is not None and urlsplit(stated.url).hostname == url.host
    return first_of(
        Fields(url=stated.url if same else None),
        Fields(
            title=stated.title,
            publisher=stated.publisher,
            published=stated.published,
            language=stated.language,
        ),
    )


def _name(fields: Fields, url: URL) -> str:
    last = next((part for part in reversed(url.parts) if part.strip("/")), "")
    return file_stem(
        (fields.title or last.rpartition(".")[0] or last or url.host or "page").replace(".", "-")
    )
