"""Over real sockets: whatever the gateway and the REST routes do, an answer comes once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.client import BotOptions, PorteParoleBot
from porteparole.texts import Texts
from tests.bot.conftest import violations
from tests.bot.discord_double import BOT, ME, PERSON, DiscordDouble, Fault, running, texts_of
from tests.bot.service_double import ServiceDouble

ANSWER = "Tom Hale said"
MESSAGES, CALLBACK, ORIGINAL = r"/messages$", r"/callback$", r"/@original$"
SERVER = 7_000_000 << 22
VIA = {"Via": "1.1 google"}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.rest.PAUSES", (0.01, 0.01))
    monkeypatch.setattr("bot.client.LONGEST_PAUSE", 0.05)
    monkeypatch.setattr("bot.memory.IDENTIFY_EVERY", 0.05)


@pytest.fixture
def bot(service: ServiceDouble, texts: Texts, tmp_path: Path) -> PorteParoleBot:
    options = BotOptions(data_dir=tmp_path, cooldown=0, server_limit=0, waiting=100, grace=5)
    return PorteParoleBot(service, texts, options, lambda _: None)


@pytest.fixture
async def double(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordDouble]:
    async with DiscordDouble().serving(monkeypatch) as served:
        yield served
    sent = [request for request in served.requests if request["method"] in ("POST", "PATCH", "PUT")]
    assert violations(sent) == []


async def answered_once(double: DiscordDouble, count: int = 1) -> None:
    """Wait for the answers, and then for what must not come."""
    await double.until(lambda: len(double.messages) >= count)
    await asyncio.sleep(0.1)
    assert [ANSWER in texts_of(body) for body in double.messages.values()] == [True] * count


class TestTheGateway:
    @pytest.mark.parametrize("how", ["close code", "silence", "op 7", "missed heartbeats"])
    async def test_a_lost_connection_is_resumed_and_nothing_is_lost_or_done_twice(
        self, bot: PorteParoleBot, double: DiscordDouble, how: str
    ) -> None:
        if how == "missed heartbeats":
            double.heartbeat_ms = 100
            bot._connection.heartbeat_timeout = 0.3
        async with running(bot, double):
            await double.say("the toll?")
            await answered_once(double)
            match how:
                case "close code":
                    await double.drop(4000)
                case "silence":
                    double.vanish()
                case "op 7":
                    await double.op(7)
                case _:
                    double.deaf = True
            if how != "op 7":
                await double.say("the toll again?")
            await double.until(lambda: double.resumed > 0)
            double.deaf = False
            if how == "op 7":
                await double.say("the toll again?")
            await answered_once(double, 2)
            assert double.identified == 1

    async def test_an_invalid_session_is_begun_anew(self, bot: PorteParoleBot, double: DiscordDouble) -> None:
        async with running(bot, double):
            await double.op(9, False)
            await double.until(lambda: double.identified == 2)
            await double.say("the toll?")
            await answered_once(double)

    async def test_a_first_connection_that_is_refused_is_tried_again(
        self, bot: PorteParoleBot, double: DiscordDouble
    ) -> None:
        double.refusals = 3
        async with running(bot, double):
            await double.say("the toll?")
            await answered_once(double)

    async def test_a_restart_of_the_gateway_during_an_answer_does_not_matter(
        self, bot: PorteParoleBot, double: DiscordDouble, service: ServiceDouble
    ) -> None:
        service.gate = asyncio.Event()
        async with running(bot, double):
            await double.say("the toll?")
            await double.until(lambda: bot.gate.inside == 1)
            double.vanish()
            await double.until(lambda: double.resumed == 1)
            service.gate.set()
            await answered_once(double)

    async def test_a_member_who_leaves_meanwhile_is_answered(
        self, bot: PorteParoleBot, double: DiscordDouble, service: ServiceDouble
    ) -> None:
        service.gate = asyncio.Event()
        async with running(bot, double):
            await double.guild(SERVER)
            await double.say(f"<@{BOT}> the toll?", guild=SERVER, mentions=[ME])
            await double.until(lambda: bot.gate.inside == 1)
            gone = {"guild_id": str(SERVER), "user": {**ME, "id": str(PERSON)}}
            await double.dispatch("GUILD_MEMBER_REMOVE", gone)
            service.gate.set()
            await answered_once(double)

    async def test_a_question_that_comes_twice_is_answered_once(
        self, bot: PorteParoleBot, double: DiscordDouble
    ) -> None:
        async with running(bot, double):
            identity = await double.say("the toll?")
            await double.say("the toll?", identity=identity)
            await answered_once(double)

    @pytest.mark.parametrize("kind", ["MESSAGE_CREATE", "INTERACTION_CREATE", "GUILD_CREATE", "NEVER_HEARD"])
    async def test_a_malformed_event_does_not_end_it(
        self, bot: PorteParoleBot, double: DiscordDouble, kind: str
    ) -> None:
        async with running(bot, double):
            await double.dispatch(kind, {"id": None, "type": "nonsense"})
            await asyncio.sleep(0.1)
            await double.say("the toll?")
            await answered_once(double)
            assert double.identified == 1

    @pytest.mark.parametrize("frame", ["no json", "[]"])
    async def test_a_frame_that_nobody_can_read_costs_one_session(
        self, bot: PorteParoleBot, double: DiscordDouble, frame: str
    ) -> None:
        async with running(bot, double):
            await double.raw(frame)
            await double.until(lambda: double.identified == 2)
            await double.say("the toll?")
            await answered_once(double)


TROUBLE = {
    "429": Fault("", "", 429, {"message": "slow", "retry_after": 0.05, "global": False}, VIA),
    "429 global": Fault("", "", 429, {"message": "slow", "retry_after": 0.05, "global": True}, VIA),
    "500": Fault("", "", 500),
    "502": Fault("", "", 502),
    "503": Fault("", "", 503),
    "time-out": Fault("", "", 0),
}


def trouble(name: str, method: str, path: str, *, done: bool = False) -> Fault:
    kind = TROUBLE[name]
    return Fault(method, path, kind.status, kind.body, kind.headers, done)


class TestRest:
    @pytest.fixture(autouse=True)
    def short(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("bot.rest.EACH", 2.0)

    @pytest.mark.parametrize("done", [False, True], ids=["", "but carried out"])
    @pytest.mark.parametrize("name", TROUBLE)
    async def test_a_reply_is_posted_once(
        self, bot: PorteParoleBot, double: DiscordDouble, name: str, done: bool
    ) -> None:
        double.faulty(trouble(name, "POST", MESSAGES, done=done))
        async with running(bot, double):
            await double.say("the toll?")
            await double.until(lambda: sum(r["path"].endswith("/messages") for r in double.requests) >= 3)
            await answered_once(double)

    @pytest.mark.parametrize("name", TROUBLE)
    async def test_an_answer_to_a_command_comes_through(
        self, bot: PorteParoleBot, double: DiscordDouble, name: str
    ) -> None:
        double.faulty(trouble(name, "PATCH", ORIGINAL))
        async with running(bot, double):
            token = await double.command("the toll?")
            await double.until(lambda: token in double.originals)
            assert ANSWER in texts_of(double.originals[token])
            assert double.messages == {}

    @pytest.mark.parametrize("done", [False, True], ids=["", "but carried out"])
    @pytest.mark.parametrize("name", ["429", "500", "503", "time-out"])
    async def test_a_command_is_answered_though_its_acknowledgement_was_in_trouble(
        self, bot: PorteParoleBot, double: DiscordDouble, name: str, done: bool
    ) -> None:
        double.faulty(trouble(name, "POST", CALLBACK, done=done))
        async with running(bot, double):
            token = await double.command("the toll?")
            await double.until(lambda: token in double.originals or bool(double.messages))
            answers = [*double.originals.values(), *double.messages.values()]
            assert [ANSWER in texts_of(body) for body in answers] == [True]

    @pytest.mark.parametrize("name", TROUBLE)
    async def test_trouble_with_the_typing_sign_keeps_nobody_waiting(
        self, bot: PorteParoleBot, double: DiscordDouble, name: str
    ) -> None:
        double.faulty(trouble(name, "POST", r"/typing$"))
        async with running(bot, double):
            await double.say("the toll?")
            await answered_once(double)

    async def test_a_token_that_expired_leaves_the_channel(
        self, bot: PorteParoleBot, double: DiscordDouble
    ) -> None:
        expired = {"message": "Invalid Webhook Token", "code": 50027}
        double.faulty(Fault("PATCH", ORIGINAL, 401, expired, times=9))
        async with running(bot, double):
            await double.command("the toll?")
            await answered_once(double)

    async def test_what_stays_broken_is_given_up_and_the_next_is_answered(
        self, bot: PorteParoleBot, double: DiscordDouble
    ) -> None:
        double.faulty(Fault("POST", MESSAGES, 503, times=6))
        async with running(bot, double):
            await double.say("the toll?")
            await double.until(lambda: double.faults[0].times == 0)
            await double.say("the toll?")
            await answered_once(double)


async def test_fifty_questions_at_once_are_all_acknowledged_before_one_is_answered(
    bot: PorteParoleBot, double: DiscordDouble, service: ServiceDouble
) -> None:
    service.gate = asyncio.Event()
    async with running(bot, double):
        tokens = [await double.command("the toll?", person=number) for number in range(1000, 1050)]
        await double.until(lambda: len(double.acknowledged) == 50)
        assert double.originals == {}
        service.gate.set()
        await double.until(lambda: len(double.originals) == 50)
        assert set(double.originals) == set(tokens)
        assert all(ANSWER in texts_of(body) for body in double.originals.values())


async def test_a_stop_finishes_the_answers_in_flight(
    bot: PorteParoleBot, double: DiscordDouble, service: ServiceDouble
) -> None:
    service.gate = asyncio.Event()
    async with running(bot, double):
        await double.say("the toll?")
        await double.until(lambda: bot.gate.inside == 1)
        closing = asyncio.create_task(bot.close())
        await asyncio.sleep(0)
        service.gate.set()
        await closing
        assert len(double.messages) == 1


async def test_a_stop_tells_those_whose_answers_come_too_late(
    service: ServiceDouble, texts: Texts, tmp_path: Path, double: DiscordDouble
) -> None:
    options = BotOptions(data_dir=tmp_path, cooldown=0, server_limit=0, at_once=1, grace=0.1)
    bot = PorteParoleBot(service, texts, options, lambda _: None)
    service.gate = asyncio.Event()
    async with running(bot, double):
        await double.say("the toll?")
        token = await double.command("the toll?", person=1001)
        await double.until(lambda: bot.gate.inside == 2)
        await bot.close()
        (told,) = double.messages.values()
        assert "restarted" in texts_of(told), "the one whose answer was being made"
        assert "restarted" in texts_of(double.originals[token]), "the one who waited for a turn"
        service.gate.set()
