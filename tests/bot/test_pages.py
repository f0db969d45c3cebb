"""A long list comes in pages that the asker can turn, and never ends in "interaction failed"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
import simcord
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from bot.client import PorteParoleBot
from bot.presenters.answer import TEXT
from bot.presenters.cut import units
from bot.presenters.pages import list_pages
from bot.views.pages import LIVE, Pagers, send_pages
from porteparole.corpus.article import Corpus
from porteparole.texts import Texts
from tests.bot.conftest import speak
from tests.bot.looking import buttons, parts, text
from tests.bot.service_double import ServiceDouble, article


@pytest.fixture
def service() -> ServiceDouble:
    return ServiceDouble(Corpus(tuple(article(f"a{n}", f"Title {n}", "en", f"text {n}") for n in range(25))))


async def listed(env: simcord.Env) -> tuple[simcord.MemberActor, simcord.ResponseMessage]:
    guild = env.create_guild()
    channel, alice = guild.create_text_channel("general"), guild.add_member(env.create_user("alice"))
    result = await alice.slash(channel, "articles")
    assert result.response
    return alice, result.response


def on_page(message: simcord.ResponseMessage | None) -> tuple[str, list[bool]]:
    """Return the page count, and which of ◀ and ▶ can be pressed."""
    back, count, forth = [part for part in parts(message) if part["type"] == 2]
    return count["label"], [not back.get("disabled"), not forth.get("disabled")]


async def test_each_page_has_its_count_and_the_ends_have_no_way_on(env: simcord.Env) -> None:
    alice, shown = await listed(env)
    assert "Title 0\n" in text(shown) and "Title 10\n" not in text(shown)
    assert on_page(shown) == ("1 of 3", [False, True])
    await alice.click(shown, label="▶")
    assert "Title 10\n" in text(shown) and "Title 0\n" not in text(shown)
    assert on_page(shown) == ("2 of 3", [True, True])
    await alice.click(shown, label="▶")
    assert on_page(shown) == ("3 of 3", [True, False])
    await alice.click(shown, label="◀")
    assert on_page(shown) == ("2 of 3", [True, True])


async def test_the_count_is_in_the_askers_language(env: simcord.Env, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(monkeypatch, "fr")
    _, shown = await listed(env)
    assert on_page(shown)[0] == "1 sur 3"


async def test_only_the_asker_turns_the_pages(env: simcord.Env, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.cogs.help.send_pages", partial(send_pages, private=False))
    _, shown = await listed(env)
    bob = env.guild.add_member(env.create_user("bob"))
    told = await bob.click(shown, label="▶")
    assert told.ephemeral and told.response
    assert told.response.content.startswith("Only the person who asked")
    assert on_page(shown)[0] == "1 of 3"


async def test_without_a_click_the_buttons_are_switched_off(env: simcord.Env) -> None:
    alice, shown = await listed(env)
    await env.advance_time(LIVE - 10)
    await alice.click(shown, label="▶")
    await env.advance_time(LIVE - 10)
    assert on_page(shown) == ("2 of 3", [True, True])
    await env.advance_time(20)
    assert on_page(shown) == ("2 of 3", [False, False])
    assert "Title 10\n" in text(shown)


async def test_after_a_restart_a_click_gets_a_sentence(
    env: simcord.Env, make_bot: Callable[[], PorteParoleBot]
) -> None:
    alice, shown = await listed(env)
    await env.restart_bot(make_bot())
    told = await alice.click(shown, label="▶")
    assert told.ephemeral and told.response
    assert told.response.content == "This list has expired. Use the command again to see it."


async def test_a_list_deleted_meanwhile_ends_in_silence(env: simcord.Env) -> None:
    alice, shown = await listed(env)
    env.inject_error("PATCH", "/webhooks/*", status=404, code=10008, times=None)
    await env.advance_time(LIVE + 1)
    env.inject_error("POST", "/interactions/*/callback", status=404, code=10062)
    await alice.click(shown, label="▶")
    assert env.errors == []


async def test_a_page_that_cannot_be_made_is_one_sentence(
    env: simcord.Env, simcord_bot: PorteParoleBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, shown = await listed(env)
    monkeypatch.setattr(Pagers, "_render", lambda *_, **__: 1 / 0)
    told = await alice.click(shown, label="▶")
    assert told.response and told.response.content.startswith("Something went wrong")


async def test_the_oldest_of_too_many_is_switched_off(
    env: simcord.Env, simcord_bot: PorteParoleBot, texts: Texts
) -> None:
    simcord_bot.pagers = Pagers(texts, most=1)
    _, first = await listed(env)
    _, second = await listed(env)
    await env.advance_time(1)
    assert on_page(first)[1] == [False, False]
    assert on_page(second)[1] == [False, True]


async def test_one_page_has_no_buttons(env: simcord.Env, service: ServiceDouble) -> None:
    service.corpus = Corpus(service.corpus.articles[:3])
    _, shown = await listed(env)
    assert buttons(shown) == {}


@given(
    st.lists(st.text(max_size=50) | st.integers(1, 6000).map("x ".__mul__), max_size=40),
    st.text(max_size=200),
)
def test_every_page_of_any_list_fits(entries: list[str], note: str) -> None:
    pages = list_pages("Title", entries, note=note)
    assert pages
    for page in pages:
        assert isinstance(page, ui.LayoutView)
        assert units(text(page)) <= TEXT
