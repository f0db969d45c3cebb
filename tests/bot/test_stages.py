"""What a command shows while a language model writes: at a pace, proved only, never after the end."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any

import discord
import pytest
import simcord

from porteparole.answering.answer import Answer
from porteparole.answering.stages import Listener
from porteparole.notice import PorteParoleError
from porteparole.summaries.summariser import Summariser
from tests.bot.looking import text
from tests.bot.service_double import ServiceDouble
from tests.bot.test_observing import Used
from tests.bot.test_questions import in_channel

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
