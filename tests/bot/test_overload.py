"""More questions than can be answered: a few wait, the others are told when to come back."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
import simcord

from bot.client import BotOptions, PorteParoleBot
from bot.limits import BusyError, Gate, Seen
from tests.bot.looking import last, text
from tests.bot.service_double import ServiceDouble
from tests.bot.test_questions import in_channel, mention


class TestTheGate:
    async def test_questions_have_their_turn_in_the_order_they_came(self) -> None:
        gate, order = Gate(1, 5), []

        async def ask(number: int) -> None:
            async with gate.turn():
                await asyncio.sleep(0)
                order.append(number)

        await asyncio.gather(*map(ask, range(5)))
        assert order == [0, 1, 2, 3, 4]
        assert gate.inside == 0

    async def test_beyond_the_queue_one_is_told_how_long_it_may_last(self) -> None:
        gate = Gate(1, 1)
        async with gate.turn():
            waiting = asyncio.create_task(gate.turn().__aenter__())
            await asyncio.sleep(0)
            with pytest.raises(BusyError) as busy:
                async with gate.turn():
                    pass
            assert busy.value.seconds >= 5
        await waiting

    async def test_who_gives_up_waiting_leaves_the_place_to_others(self) -> None:
        gate = Gate(1, 1)
        async with gate.turn():
            waiting = asyncio.create_task(gate.turn().__aenter__())
            await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
            assert gate.inside == 1
        async with gate.turn():
            assert gate.inside == 1

    async def test_work_keeps_its_turn_until_it_is_over_even_if_nobody_waits_for_it(self) -> None:
        gate, over = Gate(1, 1), asyncio.Event()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(gate.run(over.wait), 0.01)
        assert gate.inside == 1
        following = asyncio.create_task(gate.run(over.wait))
        await asyncio.sleep(0.01)
        with pytest.raises(BusyError):
            await gate.run(over.wait)
        over.set()
        assert await following
        assert gate.inside == 0

    async def test_who_waits_no_longer_for_a_turn_does_not_get_one(self) -> None:
        gate, over, done = Gate(1, 1), asyncio.Event(), []
        first = asyncio.create_task(gate.run(over.wait))
        await asyncio.sleep(0)

        async def second() -> None:
            done.append("second")

        with pytest.raises(TimeoutError):
            await asyncio.wait_for(gate.run(second), 0.01)
        over.set()
        await first
        await asyncio.sleep(0)
        assert not done and gate.inside == 0


class TestAFullBot:
    @pytest.fixture
    def options(self, options: BotOptions) -> BotOptions:
        return replace(options, at_once=1, waiting=0)

    async def test_a_command_gets_a_sentence_with_a_time(
        self, env: simcord.Env, simcord_bot: PorteParoleBot, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        async with simcord_bot.gate.turn():
            result = await alice.slash(channel, "ask", question="the toll?")
        assert result.response and result.response.content.startswith("Many questions are already waiting")
        assert ":R>" in result.response.content
        assert service.asked == []

    async def test_a_message_too_and_the_next_is_answered(
        self, env: simcord.Env, simcord_bot: PorteParoleBot
    ) -> None:
        channel, alice = in_channel(env)
        async with simcord_bot.gate.turn():
            await alice.send(channel, f"{mention(env)} the toll?")
        assert "Beaucoup de questions attendent" in text(last(channel))
        await alice.send(channel, f"{mention(env)} the toll?")
        assert "Tom Hale said" in text(last(channel))


class TestAServer:
    @pytest.fixture
    def options(self, options: BotOptions) -> BotOptions:
        return replace(options, server_limit=2)

    async def test_it_has_its_limit_a_minute_whoever_asks(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        bob = env.guild.add_member(env.create_user("bob"))
        await alice.send(channel, f"{mention(env)} the toll?")
        await bob.send(channel, f"{mention(env)} the toll?")
        result = await alice.slash(channel, "ask", question="the toll?")
        assert result.ephemeral and result.response
        assert result.response.content.startswith("This server has asked many questions")
        await bob.send(channel, f"{mention(env)} the toll?")
        assert "Ce serveur a posé beaucoup de questions" in text(last(channel))
        await alice.send_dm("the toll?")
        assert len(service.asked) == 3, "a direct message is nobody's server"
        await env.advance_time(61)
        await alice.send(channel, f"{mention(env)} the toll?")
        assert len(service.asked) == 4


def test_what_a_resumed_connection_brings_again_is_known() -> None:
    seen = Seen(2)
    assert [seen.before(number) for number in (1, 1, 2, 3, 1)] == [False, True, False, False, False]
