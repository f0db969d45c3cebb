"""*In English* / *En français* gives the same answer again in the other language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import simcord

from bot.client import PorteParoleBot
from tests.bot.looking import buttons, last, text
from tests.bot.service_double import ServiceDouble
from tests.bot.test_questions import in_channel, mention


async def asked_by_command(env: simcord.Env) -> tuple[simcord.MemberActor, simcord.ResponseMessage]:
    channel, alice = in_channel(env)
    result = await alice.slash(channel, "ask", question="the toll?")
    assert result.response
    return alice, result.response


async def test_the_asker_has_the_answer_changed_in_place_and_back(env: simcord.Env) -> None:
    alice, answer = await asked_by_command(env)
    await alice.click(answer, label="En français")
    assert "Tom Hale a dit (en anglais)" in text(answer)
    assert "> the toll?" in text(answer), "the question stays above"
    assert "In English" in buttons(answer)
    await alice.click(answer, label="In English")
    assert "Tom Hale said" in text(answer)


async def test_somebody_else_gets_it_privately(env: simcord.Env) -> None:
    _, answer = await asked_by_command(env)
    bob = env.guild.add_member(env.create_user("bob"))
    theirs = await bob.click(answer, label="En français")
    assert theirs.ephemeral
    assert "Tom Hale a dit (en anglais)" in text(theirs.response)
    assert "Tom Hale said" in text(answer)


async def test_it_is_the_same_question_with_the_same_history(
    env: simcord.Env, service: ServiceDouble
) -> None:
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} the toll?")
    await alice.send(channel, "toll, when?", reply_to=last(channel))
    await alice.click(last(channel), label="En français")
    assert service.asked[-1] == service.asked[-2]
    assert service.asked[-1].history


class TestAfterARestart:
    async def test_a_commands_question_is_read_from_the_answer(
        self, env: simcord.Env, make_bot: Callable[[], PorteParoleBot], service: ServiceDouble
    ) -> None:
        alice, answer = await asked_by_command(env)
        await env.restart_bot(make_bot())
        await alice.click(answer, label="En français")
        assert "Tom Hale a dit (en anglais)" in text(answer)
        assert service.asked[-1].question == "the toll?"

    async def test_a_messages_question_is_fetched_with_what_was_said_before(
        self, env: simcord.Env, make_bot: Callable[[], PorteParoleBot], service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        await alice.send(channel, f"{mention(env)} the toll?")
        await alice.send(channel, f"{mention(env)} toll, when?", reply_to=last(channel))
        await env.restart_bot(make_bot())
        clicked = await alice.click(last(channel), label="En français")
        assert "Tom Hale a dit (en anglais)" in text(clicked.response)
        assert service.asked[-1] == service.asked[-2]

    async def test_a_deleted_question_gets_a_sentence(
        self, env: simcord.Env, make_bot: Callable[[], PorteParoleBot]
    ) -> None:
        channel, alice = in_channel(env)
        asked = await alice.send(channel, f"{mention(env)} the toll?")
        answer = last(channel)
        await alice.delete(asked)
        await env.restart_bot(make_bot())
        clicked = await alice.click(answer, label="En français")
        assert clicked.response and clicked.response.content.startswith("The original message is gone")


async def test_an_error_leaves_the_answer_where_it_is(
    env: simcord.Env, service: ServiceDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, answer = await asked_by_command(env)
    monkeypatch.setattr(service, "ask", lambda *_, **__: 1 / 0)
    clicked = await alice.click(answer, label="En français")
    assert "Tom Hale said" in text(answer)
    assert clicked.followups[0].ephemeral
    assert clicked.followups[0].content.startswith("Something went wrong")


async def test_small_talk_has_no_buttons(env: simcord.Env) -> None:
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} hello")
    assert buttons(last(channel)) == {}


async def test_a_click_that_comes_too_late_ends_in_silence(env: simcord.Env) -> None:
    alice, answer = await asked_by_command(env)
    env.inject_error("POST", "/interactions/*/callback", status=404, code=10062)
    await alice.click(answer, label="En français")
    assert env.errors == []
