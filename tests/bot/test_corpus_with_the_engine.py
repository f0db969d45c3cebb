"""The moderators' commands on the real engine: what they add is answered from, what they remove is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.client import BotOptions, PorteParoleBot
from porteparole.engine import open_service
from porteparole.service import Service
from porteparole.settings import Settings
from porteparole.sources.web import Limits, Web
from porteparole.texts import Texts
from tests.bot.looking import text
from tests.library.conftest import BRIDGE, TRAM, Newsroom, newsroom
from tests.sources.conftest import site
from tests.sources.site import ARTICLE, Site
from tests.sources.test_feed import RSS, item, rss

__all__ = ["newsroom", "site"]
QUESTION = "Qu’a déclaré Sylvie Marchetti sur la reprise du travail ?"


@pytest.fixture
def service(newsroom: Newsroom) -> Service:
    return open_service(Settings(), seeds=[newsroom.seeds], data_dir=newsroom.data, note_gaps=True)


@pytest.fixture
def make_bot(service: Service, texts: Texts, tmp_path: Path) -> Callable[[], PorteParoleBot]:
    options = BotOptions(data_dir=tmp_path, cooldown=0, grace=0.05)
    return lambda: PorteParoleBot(service, texts, options, lambda _: None)


async def test_from_a_gap_to_an_answer_and_back(
    env: simcord.Env,
    service: Service,
    site: Site,
) -> None:
    guild = env.create_guild()
    role = guild.create_role("editors", permissions=discord.Permissions(manage_guild=True))
    channel, marie = (
        guild.create_text_channel("desk"),
        guild.add_member(env.create_user("marie"), roles=[role]),
    )

    async def said(command: str, **given: Any) -> str:
        return text((await marie.slash(channel, command, **given)).response)

    assert "Nous ne reprendrons pas" not in await said("ask", question=QUESTION)
    assert "Sylvie Marchetti" in await said("corpus gaps")

    site.page("/greve", ARTICLE)
    site.page("/flux", rss(item("Grève", site.url("/greve"))), RSS)
    env.bot.get_cog("Corpus").web = lambda: Web(Limits(pause=0), allowed=site.allowed)  # type: ignore[attr-defined]
    form = await marie.slash(channel, "corpus add", address=site.url("/flux"))
    added = text((await marie.submit_modal(form, {})).response)
    assert "Articles: +1 ~0 −0" in added and "+ Grève des dockers à Marseille (3 paragraphs)" in added
    assert "Nous ne reprendrons pas le travail avant un accord écrit" in await said("ask", question=QUESTION)

    form = await marie.slash(channel, "corpus add", address=site.url("/flux"))
    again = text((await marie.submit_modal(form, {})).response)
    assert "One article of the feed is there already." in again

    (choice,) = await marie.autocomplete(channel, "corpus remove", "article", "dockers")
    question = (await marie.slash(channel, "corpus remove", article=choice["value"])).response
    assert question
    await marie.click(question, label="Remove")
    assert "Articles: +0 ~0 −1" in text(question)
    assert "Nous ne reprendrons pas" not in await said("ask", question=QUESTION)

    assert "Articles: +1 ~0 −0" in await said("corpus rollback")
    assert "Nous ne reprendrons pas" in await said("ask", question=QUESTION)
    history = await said("corpus history")
    assert [line.split("**")[1] for line in history.splitlines()[1:] if line.startswith("**")] == [
        "Go back",
        "Remove",
        "Add",
        "Add",
    ]
    assert history.count(f"<@{marie.id}>") == 4


async def test_an_upload_that_is_no_article_leaves_everything_as_it_was(
    env: simcord.Env, service: Service
) -> None:
    guild = env.create_guild()
    role = guild.create_role("editors", permissions=discord.Permissions(manage_guild=True))
    channel, marie = (
        guild.create_text_channel("desk"),
        guild.add_member(env.create_user("marie"), roles=[role]),
    )
    before = service.library.status()
    for name, data, told in (
        ("scan.pdf", b"%PDF no", "This PDF is damaged"),
        ("copie.txt", TRAM.encode(), "This is the same article as tram.txt"),
        ("pont.txt", BRIDGE.replace("mars", "avril").encode(), "There is an article pont already"),
    ):
        form = await marie.slash(channel, "corpus add", file=(name, data))
        assert told in text((await marie.submit_modal(form, {})).response)
    after = service.library.status()
    assert (after.generation, after.added) == (before.generation, before.added)
    assert [action.outcome for action in service.library.history()][:3] == ["refused"] * 3
