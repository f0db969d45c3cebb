"""Fetching: only the public web, within limits, as the site's robots.txt lets us."""

from __future__ import annotations

import asyncio
import gzip

import pytest
from aiohttp import web as server

from porteparole.notice import PorteParoleError
from porteparole.sources.web import Fetched, Limits, Web
from tests.sources.site import Names, Site


async def fetch(site: Site, path: str = "/", limits: Limits | None = None) -> Fetched:
    async with Web(limits, allowed=site.allowed) as web:
        return await web.get(site.url(path))


async def refusal(site: Site, path: str = "/", limits: Limits | None = None) -> str:
    with pytest.raises(PorteParoleError) as caught:
        await fetch(site, path, limits)
    return caught.value.notice.key


async def test_a_page_comes_with_its_type_and_charset(site: Site) -> None:
    site.page("/", "<p>été</p>".encode("cp1252"), "text/html; charset=windows-1252")
    fetched = await fetch(site)
    assert fetched.data == "<p>été</p>".encode("cp1252")
    assert (fetched.media_type, fetched.charset) == ("text/html", "windows-1252")


async def test_the_fetcher_says_who_it_is_and_keeps_no_cookies(site: Site) -> None:
    site.page("/", "one", **{"Set-Cookie": "who=me"})
    async with Web(Limits(contact="https://newsroom.example/bot"), allowed=site.allowed) as web:
        await web.get(site.url())
        await web.get(site.url())
    agent = site.asked[-1].headers["User-Agent"]
    assert agent.startswith("Porte-Parole/") and agent.endswith(" (+https://newsroom.example/bot)")
    assert all("Cookie" not in request.headers for request in site.asked)


class TestWhereItGoes:
    async def test_loopback_is_refused_unless_a_test_allows_it(self, site: Site) -> None:
        site.page("/", "here")
        async with Web() as web:
            for host in ("127.0.0.1", "localhost", "[::1]", "0.0.0.0"):
                with pytest.raises(PorteParoleError) as caught:
                    await web.get(f"http://{host}/")
                assert caught.value.notice.key == "sources-not-public"
        assert site.asked == []

    @pytest.mark.parametrize("spelling", ["2130706433", "127.1", "0x7f000001", "0177.0.0.1", "127.0.0.1."])
    async def test_odd_spellings_of_loopback_lead_nowhere(self, site: Site, spelling: str) -> None:
        async with Web() as web:
            with pytest.raises(PorteParoleError) as caught:
                await web.get(f"http://{spelling}/")
        assert caught.value.notice.key in {
            "sources-not-public",
            "sources-no-address",
            "sources-no-host",
            "sources-unreachable",
        }

    async def test_another_port_of_an_allowed_address_stays_closed(self, site: Site) -> None:
        other = Site()
        await other.start()
        other.page("/", "secret")
        site.redirect("/", other.url())
        try:
            assert await refusal(site) == "sources-port"
        finally:
            await other.stop()
        assert other.asked == []

    async def test_a_redirect_is_checked_as_if_it_were_typed(self, site: Site) -> None:
        site.redirect("/private", "http://10.0.0.1/admin")
        site.redirect("/meta", "http://169.254.169.254/latest/meta-data/")
        site.redirect("/file", "file:///etc/passwd")
        site.redirect("/login", "http://marie:secret@127.0.0.1/")
        assert await refusal(site, "/private") == "sources-not-public"
        assert await refusal(site, "/meta") == "sources-not-public"
        assert await refusal(site, "/file") == "sources-no-address"
        assert await refusal(site, "/login") == "sources-with-password"

    async def test_a_name_with_one_private_address_among_public_ones_is_refused(self, site: Site) -> None:
        names = Names({"two.example": [["93.184.216.34", "127.0.0.1"]]})
        async with Web(resolver=names) as web:
            with pytest.raises(PorteParoleError) as caught:
                await web.get("http://two.example/")
        assert caught.value.notice.key == "sources-not-public"

    async def test_the_connection_goes_to_the_address_that_was_checked(self, site: Site) -> None:
        """A name that leads to a public address first and to a private one later never reaches the latter."""
        site.page("/", "the page")
        names = Names({"rebind.example": [["127.0.0.1"], ["10.0.0.1"]]})
        async with Web(allowed=site.allowed, resolver=names) as web:
            # robots.txt and page share the connection to the address that was checked.
            fetched = await web.get(site.url(host="rebind.example"))
            assert fetched.data == b"the page"
            assert names.asked == ["rebind.example"]
        async with Web(allowed=site.allowed, resolver=names) as web:
            with pytest.raises(PorteParoleError) as caught:
                await web.get(site.url(host="rebind.example"))
        assert caught.value.notice.key == "sources-not-public"

    async def test_a_redirect_to_the_same_name_is_resolved_and_checked_again(self, site: Site) -> None:
        names = Names({"a.example": [["127.0.0.1"]], "b.example": [["192.168.0.1"]]})
        site.redirect("/", site.url("/in", "b.example"))
        async with Web(allowed=site.allowed, resolver=names) as web:
            with pytest.raises(PorteParoleError) as caught:
                await web.get(site.url("/", "a.example"))
        assert caught.value.notice.key == "sources-not-public"

    async def test_a_proxy_of_the_environment_is_not_used(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
        site.page("/", "direct")
        assert (await fetch(site)).data == b"direct"

    async def test_a_name_that_is_not_there_is_said_to_be(self) -> None:
        async with Web(resolver=Names({})) as web:
            with pytest.raises(PorteParoleError) as caught:
                await web.get("https://nowhere.example/")
        assert caught.value.notice.key == "sources-no-host"
        assert caught.value.notice.values == {"host": "nowhere.example"}

    async def test_a_server_without_a_valid_certificate_is_not_believed(self, site: Site) -> None:
        async with Web(allowed=site.allowed) as web:
            with pytest.raises(PorteParoleError) as caught:
                await web.get(f"https://127.0.0.1:{site.port}/")
        assert caught.value.notice.key in {"sources-certificate", "sources-unreachable"}


class TestLimits:
    async def test_redirects_are_followed_to_the_last_allowed(self, site: Site) -> None:
        for number in range(5):
            site.redirect(f"/{number}", f"{number + 1}")
        site.page("/5", "arrived")
        fetched = await fetch(site, "/0", Limits(redirects=5))
        assert (fetched.data, fetched.url.path) == (b"arrived", "/5")
        assert await refusal(site, "/0", Limits(redirects=4)) == "sources-redirects"

    async def test_a_loop_of_redirects_ends(self, site: Site) -> None:
        site.redirect("/", "/")
        assert await refusal(site) == "sources-redirects"

    async def test_a_page_beyond_the_limit_is_not_read_to_its_end(self, site: Site) -> None:
        sent = 0

        async def endless(request: server.Request) -> server.StreamResponse:
            nonlocal sent
            response = server.StreamResponse()
            await response.prepare(request)
            for _ in range(1000):
                await response.write(b"x" * 100_000)
                sent += 100_000
            return response

        site.pages["/"] = endless
        assert await refusal(site, "/", Limits(max_bytes=1_000_000)) == "sources-large"
        assert sent < 100_000_000

    async def test_what_is_small_when_packed_counts_as_what_it_is_unpacked(self, site: Site) -> None:
        packed = gzip.compress(b"x" * 50_000_000)
        site.page("/", packed, **{"Content-Encoding": "gzip"})
        assert len(packed) < 60_000
        assert await refusal(site, "/", Limits(max_bytes=1_000_000)) == "sources-large"

    @pytest.mark.parametrize("where", ["/", "/robots.txt"])
    async def test_a_server_that_dawdles_is_left(self, site: Site, where: str) -> None:
        async def dawdle(request: server.Request) -> server.StreamResponse:
            response = server.StreamResponse()
            await response.prepare(request)
            while True:
                await response.write(b".")
                await asyncio.sleep(0.02)

        site.page("/", "page")
        site.pages[where] = dawdle
        assert await refusal(site, "/", Limits(seconds=0.3)) == "sources-slow"

    @pytest.mark.parametrize("status", [401, 403, 404, 410, 418, 429, 500, 503])
    async def test_an_error_of_the_site_is_told(self, site: Site, status: int) -> None:
        site.page("/", "no", status=str(status))
        with pytest.raises(PorteParoleError) as caught:
            await fetch(site)
        assert caught.value.notice.values == {"host": "127.0.0.1", "status": status}

    async def test_a_connection_that_breaks_off_is_told(self, site: Site) -> None:
        async def broken(request: server.Request) -> server.StreamResponse:
            response = server.StreamResponse(headers={"Content-Length": "1000"})
            await response.prepare(request)
            await response.write(b"half")
            assert request.transport
            request.transport.close()
            return response

        site.pages["/"] = broken
        assert await refusal(site) == "sources-unreachable"


class TestRobots:
    async def test_what_the_site_forbids_is_not_asked_for(self, site: Site) -> None:
        site.robots = "User-agent: *\nDisallow: /private/\n"
        site.page("/private/page", "secret")
        site.page("/open", "open")
        assert await refusal(site, "/private/page") == "sources-robots"
        assert site.paths == ["/robots.txt"]
        assert (await fetch(site, "/open")).data == b"open"

    async def test_rules_for_this_program_by_name_go_before_those_for_all(self, site: Site) -> None:
        site.robots = "User-agent: *\nDisallow:\n\nUser-agent: porte-parole\nDisallow: /\n"
        site.page("/", "page")
        assert await refusal(site) == "sources-robots"

    async def test_a_redirect_to_what_is_forbidden_is_not_followed(self, site: Site) -> None:
        site.robots = "User-agent: *\nDisallow: /in\n"
        site.redirect("/", "/in")
        site.page("/in", "secret")
        assert await refusal(site) == "sources-robots"
        assert "/in" not in site.paths

    async def test_a_site_without_robots_lets_everything_be_read(self, site: Site) -> None:
        site.robots = None
        site.page("/", "page")
        assert (await fetch(site)).data == b"page"

    @pytest.mark.parametrize("status", ["429", "500", "503"])
    async def test_while_its_robots_cannot_be_had_nothing_is_read(self, site: Site, status: str) -> None:
        site.page("/robots.txt", "", status=status)
        site.page("/", "page")
        assert await refusal(site) == "sources-robots-silent"
        assert "/" not in site.paths

    async def test_it_is_asked_for_once(self, site: Site) -> None:
        site.page("/a", "a")
        site.page("/b", "b")
        async with Web(allowed=site.allowed) as web:
            await web.get(site.url("/a"))
            await web.get(site.url("/b"))
        assert site.paths == ["/robots.txt", "/a", "/b"]

    async def test_no_robots_can_break_the_reading(self, site: Site) -> None:
        site.page("/robots.txt", b"\xff\x00User-agent\x00: *\r\nDisallow" + b"*" * 10_000)
        site.page("/", "page")
        assert (await fetch(site)).data == b"page"
