"""What a command shows while a language model writes: at a pace, proved only, never after the end."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import timedelta
from itertools import pairwise
from typing import Any

import discord
import pytest
import simcord

from porteparole.answering.answer import Answer
from porteparole.answering.stages import Listener
from porteparole.notice import PorteParoleError
from porteparole.servers.choices import Choices
from porteparole.summaries.summariser import Summariser
from tests.bot.conftest import requests_of
from tests.bot.looking import text
from tests.bot.service_double import ServiceDouble
from tests.bot.test_observing import Used
from tests.bot.test_questions import in_channel, mention

PROVED = "The toll ends *this* summer."


def slow(service: ServiceDouble, steps: Sequence[tuple[float, Any, tuple[str, ...]]]) -> Any:
    """Return an engine that tells stages, each after its seconds."""

    async def aask(question: str, *, listener: Listener | None = None, **values: Any) -> Answer:
        for seconds, stage, sentences in steps:
            await asyncio.sleep(seconds)
            if listener:
                listener(stage, sentences)
        answer = service.ask(question, listener=listener, **values)
        if listener:
            listener("checking", ("too late",))
        return answer

    return aask


@pytest.fixture
def edits(env: simcord.Env, monkeypatch: pytest.MonkeyPatch) -> list[tuple[timedelta, str]]:
    found: list[tuple[timedelta, str]] = []
    original, began = discord.Interaction.edit_original_response, env.now()

    async def watched(self: Any, **values: Any) -> Any:
        shown = text(values["view"]) if values.get("view") else str(values["content"])
        found.append((env.now() - began, shown))
        return await original(self, **values)

    monkeypatch.setattr(discord.Interaction, "edit_original_response", watched)
    return found


async def test_stages_and_proved_sentences_are_shown_at_a_pace_and_then_the_answer(
    env: simcord.Env,
    service: ServiceDouble,
    edits: list[tuple[timedelta, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service.model = Used()
    steps = [(0.1, "searching", ()), (0.1, "reading", ()), (0.1, "writing", ())]
    steps += [(0.9, "checking", (PROVED,) * (n // 5)) for n in range(14)]
    monkeypatch.setattr(service, "aask", slow(service, steps))
    channel, alice = in_channel(env)
    shown = await alice.slash(channel, "ask", question="the *toll*?")
    await env.advance_time(60)
    assert len(edits) >= 5
    assert min(b - a for (a, _), (b, _) in list(pairwise(edits))[:-1]) >= timedelta(seconds=2)
    assert edits[0][0] >= timedelta(seconds=2), "an answer that comes at once is the only edit"
    assert "> the \\*toll\\*?" in edits[0][1] and "Checking each sentence" in edits[0][1]
    assert "ends \\*this\\* summer" in edits[-2][1]
    assert "too late" not in "".join(shown for _, shown in edits)
    assert "Tom Hale said" in edits[-1][1], "the answer is the last"
    assert "Checking" not in text(shown.response)


async def test_a_sentence_that_says_why_there_is_no_answer_takes_the_place_of_stages(
    env: simcord.Env, service: ServiceDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.model = Used()
    monkeypatch.setattr(service, "aask", slow(service, [(0.1, "writing", ()), (5, "checking", ())]))
    channel, alice = in_channel(env)
    shown = await alice.slash(channel, "ask", question="please explode")
    await env.advance_time(30)
    assert "Something went wrong" in text(shown.response)


async def test_an_answer_that_comes_at_once_is_the_only_edit(
    env: simcord.Env, service: ServiceDouble, edits: list[tuple[timedelta, str]]
) -> None:
    service.model = Used()
    channel, alice = in_channel(env)
    await alice.slash(channel, "ask", question="the toll?")
    assert len(edits) == 1


async def test_without_a_language_model_nobody_listens(
    env: simcord.Env,
    service: ServiceDouble,
    edits: list[tuple[timedelta, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(service, "aask", slow(service, [(4, "writing", ())]))
    channel, alice = in_channel(env)
    await alice.slash(channel, "ask", question="the toll?")
    await env.advance_time(30)
    assert len(edits) == 1


@pytest.mark.parametrize(("name", "last"), [("port-de-brume", "rouvrira"), ("nowhere", "nowhere")])
async def test_a_summary_shows_its_stages_too(
    env: simcord.Env,
    service: ServiceDouble,
    edits: list[tuple[timedelta, str]],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    last: str,
) -> None:
    service.model = Used()
    original = Summariser.article

    def article(self: Summariser, *values: Any, listener: Listener | None = None, **more: Any) -> Answer:
        assert listener and str(more["person"]).startswith("discord:")
        listener("checking", (PROVED,))
        return original(self, *values, **more)

    async def to_thread(work: Any, *values: Any, **more: Any) -> Any:
        said = error = None
        try:
            said = work(*values, **more)
        except PorteParoleError as raised:
            error = raised
        await asyncio.sleep(5)
        if error:
            raise error
        return said

    assert service.summaries, "made before the clock is watched"
    monkeypatch.setattr(Summariser, "article", article)
    monkeypatch.setattr("bot.lookups.asyncio.to_thread", to_thread)
    channel, alice = in_channel(env)
    shown = await alice.slash(channel, "summary article", article=name, language="fr")
    await env.advance_time(30)
    assert "ends \\*this\\* summer" in edits[0][1]
    assert len(edits) == 2 and last in edits[1][1]
    assert last in text(shown.response)


class TestAReplyToAMessage:
    @pytest.fixture(autouse=True)
    def silent(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """SimCord cannot skip the time between two signs of typing."""
        monkeypatch.setattr("bot.cogs.ask.typing", lambda _: nullcontext())

    @pytest.fixture
    def shown(self, env: simcord.Env, monkeypatch: pytest.MonkeyPatch) -> list[tuple[timedelta, str, str]]:
        """What was posted and edited, and when."""
        found: list[tuple[timedelta, str, str]] = []
        began = env.now()
        for kind, name in (("post", "reply"), ("edit", "edit")):
            original = getattr(discord.Message, name)

            async def watched(
                self: Any, *, _kind: str = kind, _original: Any = original, **values: Any
            ) -> Any:
                said = text(values["view"]) if values.get("view") else str(values["content"])
                found.append((env.now() - began, _kind, said))
                return await _original(self, **values)

            monkeypatch.setattr(discord.Message, name, watched)
        return found

    async def test_stages_stand_in_the_message_that_the_answer_takes_the_place_of(
        self,
        env: simcord.Env,
        service: ServiceDouble,
        shown: list[tuple[timedelta, str, str]],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        service.model = Used()
        steps = [(0.1, "searching", ()), (0.1, "reading", ()), (0.1, "writing", ())]
        steps += [(0.9, "checking", (PROVED,) * (n // 5)) for n in range(14)]
        monkeypatch.setattr(service, "aask", slow(service, steps))
        channel, alice = in_channel(env)
        asked = await alice.send(channel, f"{mention(env)} the toll?")
        await env.advance_time(60)
        assert [kind for _, kind, _ in shown] == ["post"] + ["edit"] * (len(shown) - 1)
        assert len(shown) >= 5
        times = [at for at, _, _ in shown][:-1]
        assert times[0] >= timedelta(seconds=2)
        assert min(b - a for a, b in pairwise(times)) >= timedelta(seconds=2)
        assert "Vérification de chaque phrase" in shown[0][2]
        answer, *others = [one for one in channel.history() if one.author == env.bot.user]
        assert not others and "Tom Hale said" in text(answer) and "Vérification" not in text(answer)
        assert answer.reference and answer.reference.message_id == asked.id
        assert env.bot.receipts.find(answer.id)  # type: ignore[attr-defined]

    async def test_an_answer_that_comes_soon_is_posted_as_it_is(
        self, env: simcord.Env, service: ServiceDouble, shown: list[tuple[timedelta, str, str]]
    ) -> None:
        service.model = Used()
        channel, alice = in_channel(env)
        await alice.send(channel, f"{mention(env)} the toll?")
        assert [kind for _, kind, _ in shown] == ["post"]

    async def test_why_there_is_no_answer_takes_the_place_of_stages_too(
        self,
        env: simcord.Env,
        service: ServiceDouble,
        shown: list[tuple[timedelta, str, str]],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        service.model = Used()
        monkeypatch.setattr(service, "aask", slow(service, [(0.1, "writing", ()), (5, "checking", ())]))
        channel, alice = in_channel(env)
        await alice.send(channel, f"{mention(env)} please explode")
        await env.advance_time(30)
        assert [kind for _, kind, _ in shown] == ["post", "edit"]
        (told,) = [one for one in channel.history() if one.author == env.bot.user]
        assert "Something went wrong" in text(told)

    async def test_a_reply_that_is_deleted_meanwhile_is_not_posted_again(
        self, env: simcord.Env, service: ServiceDouble, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        service.model = Used()
        monkeypatch.setattr(service, "aask", slow(service, [(0.1, "writing", ()), (9, "checking", ())]))
        channel, alice = in_channel(env)
        env.inject_error("PATCH", "/channels/*/messages/*", status=404, code=10008)
        await alice.send(channel, f"{mention(env)} the toll?")
        await env.advance_time(30)
        assert len(requests_of(env, "POST", "/messages")) == 1

    async def test_where_threads_are_wanted_stages_stand_in_the_thread(
        self, env: simcord.Env, service: ServiceDouble, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        service.model = Used()
        monkeypatch.setattr(service, "aask", slow(service, [(0.1, "writing", ()), (5, "checking", ())]))
        channel, alice = in_channel(env)
        service.servers.choose(env.guild.id, Choices(threads="always"), "test")
        await alice.send(channel, f"{mention(env)} the toll?")
        await env.advance_time(30)
        (thread,) = channel.threads
        (answer,) = [one for one in thread.history() if one.author == env.bot.user and text(one)]
        assert "Tom Hale said" in text(answer)
        posts = [r["path"] for r in requests_of(env, "POST") if r["path"].endswith("/messages")]
        assert posts == [f"/api/v10/channels/{thread.id}/messages"]
