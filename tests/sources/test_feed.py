"""A feed's entries become articles: each by its own page, or by what the feed carries of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yarl import URL

from porteparole.corpus.draft import Fields
from porteparole.notice import PorteParoleError
from porteparole.sources.feed import entries_of, is_feed
from porteparole.sources.gather import Gathered, gather
from porteparole.sources.web import Fetched, Limits, Web
from tests.sources.site import ARTICLE, PARAGRAPHS, Site

RSS = "application/rss+xml; charset=utf-8"
QUICK = Limits(pause=0)


def rss(*items: str, language: str = "fr") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>L’Écho du Port</title>'
        f"<link>https://echo.example/</link><language>{language}</language>{''.join(items)}</channel></rss>"
    )


def item(title: str, link: str, date: str = "Thu, 12 Feb 2026 00:30:00 +0100", content: str = "") -> str:
    whole = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return (
        f"<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate>"
        f"<description>Un résumé.</description>{whole}</item>"
    )


def atom(*entries: str) -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Lantern</title>'
        f"<updated>2026-02-12T08:00:00Z</updated>{''.join(entries)}</feed>"
    )


def fetched(data: str | bytes, media: str = "application/rss+xml", charset: str | None = "utf-8") -> Fetched:
    return Fetched(
        URL("https://echo.example/flux"), media, charset, data.encode() if isinstance(data, str) else data
    )


async def gathered(site: Site, path: str = "/flux", **options: object) -> Gathered:
    async with Web(QUICK, allowed=site.allowed) as web:
        return await gather(site.url(path), web, **options)  # type: ignore[arg-type]


class TestEntries:
    def test_an_rss_entry_has_its_title_address_and_the_day_where_it_was_published(self) -> None:
        (entry,) = entries_of(fetched(rss(item("Gr&#232;ve &amp;amp; port", "https://echo.example/greve"))))
        assert entry.address == "https://echo.example/greve"
        assert entry.fields == Fields(
            "Grève & port",
            "L’Écho du Port",
            "2026-02-12",
            "https://echo.example/greve",
            "fr",
            frozenset({"publisher"}),
        )
        assert entry.html is None

    def test_an_atom_entry_too(self) -> None:
        entry = (
            '<entry><title type="html">Bridge &lt;b&gt;toll&lt;/b&gt;</title><link href="/bridge"/>'
            "<published>2026-03-01T23:30:00-05:00</published>"
            '<content type="html">&lt;p&gt;The toll ends.&lt;/p&gt;</content></entry>'
        )
        (found,) = entries_of(fetched(atom(entry), "application/atom+xml"))
        assert found.fields.title == "Bridge toll"
        assert found.fields.published == "2026-03-01"
        assert found.address == "https://echo.example/bridge"
        assert found.html == "<p>The toll ends.</p>"

    @pytest.mark.parametrize("media", ["application/rss+xml", "text/xml", "text/plain", "text/html", ""])
    def test_a_feed_is_one_whatever_the_server_calls_it(self, media: str) -> None:
        assert is_feed(fetched(rss(item("a", "https://e.example/a")), media))

    def test_a_page_is_none(self) -> None:
        assert not is_feed(fetched(ARTICLE, "text/html"))
        assert not is_feed(fetched("<html><body><pre>&lt;rss></pre><rss ></html>", "text/html"))

    def test_the_feeds_charset_is_minded(self) -> None:
        data = rss(item("Été", "https://e.example/a")).replace('encoding="utf-8"', 'encoding="iso-8859-1"')
        (entry,) = entries_of(fetched(data.replace("’", "'").encode("latin-1"), charset=None))
        assert entry.fields.title == "Été"

    def test_entities_that_grow_without_end_or_read_files_do_nothing(self) -> None:
        bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
        doctype = f'<!DOCTYPE rss [<!ENTITY a0 "ha">{bomb}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        data = rss(item("&a19;&f;", "https://e.example/a")).replace("?><rss", f"?>{doctype}<rss")
        try:
            entries = entries_of(fetched(data))
        except PorteParoleError:
            return
        assert all("root:" not in (e.fields.title or "") and len(e.fields.title or "") < 99 for e in entries)

    @pytest.mark.parametrize(
        ("data", "key"),
        [
            ("", "sources-no-feed"),
            ("no feed", "sources-no-feed"),
            ("<html><body>page</body></html>", "sources-no-feed"),
            (rss(), "sources-empty-feed"),
        ],
    )
    def test_what_is_no_feed_or_empty_is_said_to_be(self, data: str, key: str) -> None:
        with pytest.raises(PorteParoleError) as caught:
            entries_of(fetched(data))
        assert caught.value.notice.key == key

    @settings(deadline=None)
    @given(st.text(max_size=200) | st.binary(max_size=200))
    def test_nothing_breaks_the_reading(self, data: str | bytes) -> None:
        text = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
        try:
            entries_of(fetched(b"<rss version='2.0'><channel><item>" + text))
        except PorteParoleError as error:
            assert error.notice.key in {"sources-no-feed", "sources-empty-feed"}


class TestGathering:
    async def test_a_page_is_one_article(self, site: Site) -> None:
        site.page("/greve", ARTICLE)
        found = await gathered(site, "/greve", given=Fields(publisher="L’Écho"))
        (offer,) = found.offers
        assert offer.data.decode().splitlines() == PARAGRAPHS
        assert (offer.fields.publisher, offer.fields.url) == ("L’Écho", site.url("/greve"))

    async def test_each_entry_is_the_article_on_its_page(self, site: Site) -> None:
        site.page("/greve", ARTICLE)
        site.page("/autre", ARTICLE.replace("dockers", "grutiers"))
        items = item("Grève", site.url("/greve")), item("Autre", site.url("/autre"))
        site.page("/flux", rss(*items), RSS)
        told: list[tuple[str, int, int]] = []
        found = await gathered(site, progress=lambda *step: told.append(step))
        assert [offer.data.decode().splitlines()[0][:30] for offer in found.offers] == [
            PARAGRAPHS[0][:30]
        ] * 2
        assert [offer.fields.url for offer in found.offers] == [site.url("/greve"), site.url("/autre")]
        assert told == [("fetching", 0, 2), ("fetching", 1, 2), ("fetching", 2, 2)]

    async def test_what_is_there_already_is_not_fetched_again(self, site: Site) -> None:
        site.page("/flux", rss(item("Grève", site.url("/greve")), item("Grève", site.url("/greve"))), RSS)
        found = await gathered(site, known={site.url("/greve")})
        assert (found.offers, found.known) == ((), 1)
        assert "/greve" not in site.paths

    async def test_a_long_feed_is_read_from_its_beginning_up_to_the_limit(self, site: Site) -> None:
        for number in range(5):
            site.page(f"/{number}", ARTICLE.replace("dockers", f"dockers {number}"))
        site.page("/flux", rss(*(item("a", site.url(f"/{number}")) for number in range(5))), RSS)
        found = await gathered(site, most=2)
        assert [offer.fields.url for offer in found.offers] == [site.url("/0"), site.url("/1")]
        assert found.left == 3

    async def test_an_entry_that_cannot_be_had_does_not_keep_the_others_back(self, site: Site) -> None:
        site.robots = "User-agent: *\nDisallow: /prive\n"
        site.page("/greve", ARTICLE)
        links = [site.url("/absente"), "http://10.0.0.1/x", site.url("/prive"), site.url("/greve")]
        site.page("/flux", rss(*(item(str(n), link) for n, link in enumerate(links))), RSS)
        found = await gathered(site)
        assert [offer.fields.url for offer in found.offers] == [site.url("/greve")]
        assert [(file.source, file.reason.key) for file in found.refused] == [
            (links[0], "sources-status"),
            (links[1], "sources-not-public"),
            (links[2], "sources-robots"),
        ]

    async def test_where_the_page_cannot_be_had_the_text_in_the_feed_is_taken(self, site: Site) -> None:
        content = "<p>Le maire a parlé lundi.</p><p>«&nbsp;Non&nbsp;», a-t-il dit.</p>"
        bare = "Le maire a parlé mardi."
        items = item("Au port", site.url("/a"), content=content), item("Bref", site.url("/b"), content=bare)
        site.page("/flux", rss(*items), RSS)
        first, second = (await gathered(site)).offers
        assert first.data.decode() == "Le maire a parlé lundi.\n«\u00a0Non\u00a0», a-t-il dit.\n"
        assert second.data.decode() == "Le maire a parlé mardi.\n"
        assert (first.fields.title, first.fields.url) == ("Au port", site.url("/a"))
        assert first.name == "Au-port.txt"

    async def test_an_entry_without_an_address_or_leading_to_a_feed_is_refused(self, site: Site) -> None:
        site.page("/flux", rss("<item><title>Seul</title></item>", item("a", site.url("/flux"))), RSS)
        found = await gathered(site)
        assert [file.reason.key for file in found.refused] == [
            "sources-entry-without-address",
            "sources-entry-is-feed",
        ]
