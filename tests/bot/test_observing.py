"""Monitoring: live, ready and counters, on loopback and only where it is wanted; logs without questions."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import aiohttp
import pytest
import simcord

from bot.client import PorteParoleBot
from bot.logs import json_formatter
from bot.observe import observed
from porteparole.notice import PorteParoleError
from porteparole.state.entries import Spent
from tests.bot.discord_double import DiscordDouble, running
from tests.bot.service_double import ServiceDouble
from tests.bot.test_questions import in_channel, mention


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


async def read(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as answer:
        return answer.status, await answer.text()


@pytest.fixture
async def double(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordDouble]:
    async with DiscordDouble().serving(monkeypatch) as served:
        yield served


async def test_it_is_live_at_once_and_ready_when_connected(
    make_bot: Callable[[], PorteParoleBot], double: DiscordDouble
) -> None:
    bot = make_bot()
    async with observed([bot], "127.0.0.1", free_port()) as port:
        assert await read(port, "/live") == (200, "live\n")
        assert await read(port, "/ready") == (503, "starting\n")
        async with running(bot, double):
            await asyncio.wait_for(bot.wait_until_ready(), 20)
            assert await read(port, "/ready") == (200, "ready\n")
            double.deaf = True
            double.refusals = 99
            await double.drop(4000)
            await double.until(
                lambda: not bot.metrics.registry.get_sample_value("porteparole_connected", {"shard": "0"})
            )
            assert await read(port, "/ready") == (503, "disconnected\n")
        assert await read(port, "/ready") == (503, "closing\n")


async def test_counters_tell_what_came_of_questions(
    env: simcord.Env, simcord_bot: PorteParoleBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel, alice = in_channel(env)
    for question in ("the toll?", "who won the cup?", "hello", "please explode over the secret toll"):
        await alice.send(channel, f"{mention(env)} {question}")
    async with observed([simcord_bot], "127.0.0.1", free_port()) as port:
        _, metrics = await read(port, "/metrics")
    for outcome in ("answered", "refused", "chat", "error"):
        assert f'porteparole_answers_total{{outcome="{outcome}"}} 1.0' in metrics
    assert "porteparole_answer_seconds_count 4.0" in metrics
    assert "porteparole_questions_inside 0.0" in metrics
    assert "toll" not in metrics


async def test_port_0_serves_nothing(make_bot: Callable[[], PorteParoleBot]) -> None:
    async with observed([make_bot()], "127.0.0.1", 0) as port:
        assert port == 0


async def test_a_port_in_use_is_one_sentence(make_bot: Callable[[], PorteParoleBot]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(PorteParoleError) as error:
            async with observed([make_bot()], "127.0.0.1", taken.getsockname()[1]):
                pass
    assert error.value.notice.key == "bot-observe-port"


class TestLogs:
    async def test_an_answer_is_a_line_of_json_without_the_question(
        self, env: simcord.Env, caplog: pytest.LogCaptureFixture
    ) -> None:
        channel, alice = in_channel(env)
        with caplog.at_level(logging.INFO):
            await alice.send(channel, f"{mention(env)} the toll?")
        (record,) = [record for record in caplog.records if record.getMessage() == "answer"]
        line = json.loads(json_formatter().format(record))
        assert (line["outcome"], line["citations"], line["level"]) == ("answered", 1, "INFO")
        assert line["seconds"] >= 0
        assert "toll" not in json.dumps(line)

    async def test_the_question_stands_in_it_where_the_operator_wants_that(
        self,
        env: simcord.Env,
        simcord_bot: PorteParoleBot,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        simcord_bot.options = replace(simcord_bot.options, log_content=True)
        channel, alice = in_channel(env)
        with caplog.at_level(logging.INFO):
            await alice.send(channel, f"{mention(env)} the toll?")
        (record,) = [record for record in caplog.records if record.getMessage() == "answer"]
        assert json.loads(json_formatter().format(record))["question"] == "the toll?"

    def test_an_error_keeps_its_traceback_in_one_line(self) -> None:
        record = logging.LogRecord("bot", logging.ERROR, "", 0, "error %s\nin %s", ("A1", "answer"), None)
        shown = json_formatter().format(record)
        assert "\n" not in shown
        assert json.loads(shown)["message"] == "error A1\nin answer"


class Used:
    """What a language model did."""

    name = "scripted"
    is_resting = True

    def counts(self) -> dict[tuple[str, str], float]:
        return {
            ("requests", "answered"): 3,
            ("requests", "time"): 1,
            ("tokens", "read"): 900,
            ("tokens", "written"): 80,
            ("cost", ""): 0.25,
            ("sentences", "dropped"): 2,
            ("answers", "worded"): 2,
            ("answers", "unproved"): 1,
        }

    def today(self) -> Spent:
        return Spent(1000, 300_000)


async def test_counters_tell_what_the_language_model_did(
    make_bot: Callable[[], PorteParoleBot], service: ServiceDouble
) -> None:
    service.model = Used()
    async with observed([make_bot()], "127.0.0.1", free_port()) as port:
        _, metrics = await read(port, "/metrics")
    for line in (
        'porteparole_model_requests_total{outcome="time"} 1.0',
        'porteparole_model_tokens_total{direction="read"} 900.0',
        'porteparole_model_tokens_total{direction="written"} 80.0',
        "porteparole_model_cost_total 0.25",
        'porteparole_model_sentences_total{outcome="dropped"} 2.0',
        'porteparole_model_answers_total{outcome="unproved"} 1.0',
        "porteparole_model_resting 1.0",
        "porteparole_model_tokens_today 1000.0",
        "porteparole_model_cost_today 0.3",
    ):
        assert f"\n{line}\n" in metrics


async def test_without_a_language_model_nothing_is_counted_of_it(
    make_bot: Callable[[], PorteParoleBot],
) -> None:
    async with observed([make_bot()], "127.0.0.1", free_port()) as port:
        assert "porteparole_model" not in (await read(port, "/metrics"))[1]
