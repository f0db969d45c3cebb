"""What stands in the way of an answer becomes one sentence, and never a crash."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import discord
import pytest
import simcord
from discord import app_commands

from bot.client import BotOptions, PorteParoleBot
from porteparole.answering.answer import Answer
from porteparole.servers.choices import Choices
from tests.bot.conftest import requests_of
from tests.bot.looking import last, text
from tests.bot.service_double import ServiceDouble
from tests.bot.test_questions import in_channel, mention

QUESTION = "please explode over the secret toll"


def messages_in(env: simcord.Env, channel: simcord.ChannelHandle) -> list[simcord.backend.models.Message]:
    return list(env.backend.messages[channel.id].values())


class TestErrors:
    async def test_an_error_is_one_sentence_with_the_number_that_stands_in_the_log(
        self, env: simcord.Env, caplog: pytest.LogCaptureFixture
    ) -> None:
        channel, alice = in_channel(env)
        result = await alice.slash(channel, "ask", question=QUESTION)
        assert result.response
        sentence = result.response.content
        assert sentence.startswith("Something went wrong on my side.")
        assert f"error {sentence.rpartition(' ')[2]} in answer" in caplog.text

    async def test_the_log_has_the_traceback_but_not_what_was_asked(
        self, env: simcord.Env, caplog: pytest.LogCaptureFixture
    ) -> None:
        channel, alice = in_channel(env)
        with caplog.at_level(logging.INFO):
            await alice.send(channel, f"{mention(env)} {QUESTION}")
        assert "RuntimeError" in caplog.text
        assert "service_double.py" in caplog.text
        assert "secret toll" not in caplog.text

    @pytest.mark.usefixtures("french")
    async def test_it_is_in_the_readers_language(self, env: simcord.Env) -> None:
        channel, alice = in_channel(env)
        result = await alice.slash(channel, "ask", question=QUESTION)
        assert result.response and result.response.content.startswith("Quelque chose n’a pas marché")

    async def test_it_is_in_both_where_the_language_is_not_known(self, env: simcord.Env) -> None:
        channel, alice = in_channel(env)
        await alice.send(channel, f"{mention(env)} {QUESTION}")
        french, english = last(channel).content.splitlines()
        assert french.startswith("Quelque chose") and english.startswith("Something")
        assert french.rpartition(" ")[2] == english.rpartition(" ")[2]

    async def test_a_server_error_while_replying_is_logged_and_not_more(
        self, env: simcord.Env, caplog: pytest.LogCaptureFixture
    ) -> None:
        channel, alice = in_channel(env)
        env.inject_error("POST", "/channels/*/messages", status=500, times=None)
        await alice.send(channel, f"{mention(env)} the toll?")
        assert len(messages_in(env, channel)) == 1
        assert "in message" in caplog.text

    async def test_an_error_in_an_event_is_logged_without_its_arguments(
        self, env: simcord.Env, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: Any) -> bool:
            raise ValueError("quoting: " + "toll " + "of alice")

        monkeypatch.setattr("bot.cogs.ask.server_language", broken)
        channel, alice = in_channel(env)
        await alice.send(channel, f"{mention(env)} toll of alice")
        assert [type(error) for error in env.errors] == [ValueError]
        assert "in on_message" in caplog.text
        assert "toll of alice" not in "\n".join(
            record.getMessage() for record in caplog.records if record.name == "bot"
        )


class TestSlowAnswers:
    @pytest.fixture
    def options(self, options: BotOptions) -> BotOptions:
        return replace(options, timeout=0.2)

    async def test_an_answer_that_takes_too_long_is_given_up_with_a_sentence(
        self, env: simcord.Env, monkeypatch: pytest.MonkeyPatch, service: ServiceDouble
    ) -> None:
        async def never(*_: Any, **__: Any) -> Answer:
            await asyncio.sleep(3600)
            raise AssertionError

        monkeypatch.setattr(service, "aask", never)
        channel, alice = in_channel(env)
        result = await alice.slash(channel, "ask", question="the toll?")
        await env.advance_time(1)
        assert result.response and result.response.content.startswith("This takes too long")

    async def test_a_timeout_inside_the_service_is_an_error_not_slowness(
        self, env: simcord.Env, monkeypatch: pytest.MonkeyPatch, service: ServiceDouble
    ) -> None:
        async def fails(*_: Any, **__: Any) -> Answer:
            raise TimeoutError

        monkeypatch.setattr(service, "aask", fails)
        channel, alice = in_channel(env)
        result = await alice.slash(channel, "ask", question="the toll?")
        assert result.response and result.response.content.startswith("Something went wrong")


class TestCooldown:
    @pytest.fixture
    def options(self, options: BotOptions) -> BotOptions:
        return replace(options, cooldown=30)

    async def test_a_second_question_at_once_is_told_when_to_come_back(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        await alice.slash(channel, "ask", question="the toll?")
        result = await alice.slash(channel, "ask", question="the toll?")
        assert result.ephemeral and result.response
        assert result.response.content.startswith("That is a lot of questions at once.")
        assert "<t:" in result.response.content and ":R>" in result.response.content
        assert len(service.asked) == 1
        assert [type(error) for error in env.errors] == [app_commands.CommandOnCooldown]

    async def test_messages_and_commands_share_it_and_it_ends(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        await alice.send(channel, f"{mention(env)} the toll?")
        await alice.slash(channel, "ask", question="the toll?")
        assert len(service.asked) == 1
        await env.advance_time(31)
        await alice.slash(channel, "ask", question="the toll?")
        assert len(service.asked) == 2
        assert len(env.errors) == 1

    async def test_a_flood_of_messages_gets_the_sentence_once(self, env: simcord.Env) -> None:
        channel, alice = in_channel(env)
        for _ in range(6):
            await alice.send(channel, f"{mention(env)} the toll?")
        assert len(requests_of(env, "POST", "/messages")) == 2

    async def test_it_is_each_persons_own(self, env: simcord.Env, service: ServiceDouble) -> None:
        alice, bob = env.create_user("alice"), env.create_user("bob")
        await alice.send_dm("the toll?")
        await bob.send_dm("the toll?")
        assert len(service.asked) == 2


class TestPermissions:
    async def test_where_it_may_not_write_it_answers_in_a_direct_message(self, env: simcord.Env) -> None:
        channel, alice = in_channel(env)
        env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50013)
        await alice.send(channel, f"{mention(env)} the toll?")
        said = [message.content for message in messages_in(env, alice.user.dm_channel)]
        assert "\\#general" in said[0]
        assert "The toll ends this summer" in text(last(alice.user.dm_channel))

    async def test_a_thread_that_was_archived_meanwhile_too(self, env: simcord.Env) -> None:
        channel, alice = in_channel(env)
        env.inject_error("POST", f"/channels/{channel.id}/messages", status=400, code=50083)
        await alice.send(channel, f"{mention(env)} the toll?")
        assert "The toll ends this summer" in text(last(alice.user.dm_channel))

    async def test_where_even_that_is_closed_it_stays_silent(
        self, env: simcord.Env, caplog: pytest.LogCaptureFixture
    ) -> None:
        channel, alice = in_channel(env)
        env.inject_error("POST", "/channels/*/messages", status=403, code=50007, times=None)
        await alice.send(channel, f"{mention(env)} the toll?")
        assert "no way to answer" in caplog.text
        assert env.errors == []

    async def test_where_it_may_not_read_the_history_it_answers_without_a_reference(
        self, env: simcord.Env
    ) -> None:
        channel, alice = in_channel(env)
        env.inject_error("POST", "/channels/*/messages", status=400, code=160002)
        await alice.send(channel, f"{mention(env)} the toll?")
        assert "The toll ends this summer" in text(last(channel))
        assert last(channel).reference is None

    async def test_where_it_may_not_show_that_it_types_it_answers_all_the_same(
        self, env: simcord.Env
    ) -> None:
        channel, alice = in_channel(env)
        env.inject_error("POST", "/channels/*/typing", status=403, code=50013)
        await alice.send(channel, f"{mention(env)} the toll?")
        assert "The toll ends this summer" in text(last(channel))

    async def test_a_history_that_cannot_be_read_is_done_without(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        alice = env.create_user("alice")
        await alice.send_dm("the toll?")
        env.inject_error("GET", "/channels/*/messages", status=403, code=50001)
        await alice.send_dm("the toll?")
        assert service.asked[-1].history == ()


class TestThingsThatAreGone:
    async def test_a_deleted_channel(self, env: simcord.Env) -> None:
        channel, alice = in_channel(env)
        env.inject_error("POST", "/channels/*/messages", status=404, code=10003)
        await alice.send(channel, f"{mention(env)} the toll?")
        assert env.errors == []

    @pytest.mark.parametrize(("status", "code"), [(404, 10003), (403, 50013)])
    async def test_a_thread_in_which_it_cannot_write_leaves_the_channel(
        self, env: simcord.Env, service: ServiceDouble, status: int, code: int
    ) -> None:
        channel, alice = in_channel(env)
        service.servers.choose(env.guild.id, Choices(threads="always"), "test")
        env.inject_error("POST", "/channels/*/messages", status=status, code=code)
        await alice.send(channel, f"{mention(env)} the toll?")
        assert "The toll ends this summer" in text(last(channel))

    async def test_the_answer_to_somebody_who_left_keeps_its_buttons(
        self, env: simcord.Env, make_bot: Callable[[], PorteParoleBot]
    ) -> None:
        channel, alice = in_channel(env)
        await alice.send(channel, f"{mention(env)} the toll?")
        answer = last(channel)
        env.guild.remove_member(alice)
        bob = env.guild.add_member(env.create_user("bob"))
        await env.restart_bot(make_bot())
        again = await bob.click(answer, label="En français")
        assert again.ephemeral and "Tom Hale a dit" in text(again.response)

    async def test_a_deleted_question_is_taken_back(self, env: simcord.Env) -> None:
        channel, alice = in_channel(env)
        env.inject_error(
            "POST",
            "/channels/*/messages",
            status=400,
            code=50035,
            message="Invalid Form Body\nIn message_reference: Unknown message",
        )
        await alice.send(channel, f"{mention(env)} the toll?")
        assert len(messages_in(env, channel)) == 1
        assert env.errors == []

    @pytest.mark.parametrize("code", [10008, 10015, 50027])
    async def test_an_answer_that_was_deleted_while_it_was_made(
        self, env: simcord.Env, code: int, caplog: pytest.LogCaptureFixture
    ) -> None:
        channel, alice = in_channel(env)
        status = 401 if code == 50027 else 404
        env.inject_error("PATCH", "/webhooks/*", status=status, code=code, times=None)
        await alice.slash(channel, "ask", question="the toll?")
        assert all(isinstance(error, app_commands.CommandInvokeError) for error in env.errors)

    async def test_a_command_acknowledged_too_late(self, env: simcord.Env, service: ServiceDouble) -> None:
        channel, alice = in_channel(env)
        env.inject_error("POST", "/interactions/*/callback", status=404, code=10062, times=None)
        await alice.slash(channel, "ask", question="the toll?")
        assert service.asked == []
        assert env.errors


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (app_commands.MissingPermissions(["manage_guild"]), "This is for those who moderate me"),
        (app_commands.BotMissingPermissions(["send_messages"]), "I lack a permission"),
        (app_commands.NoPrivateMessage(), "This command cannot be used here."),
        (app_commands.CheckFailure(), "This command cannot be used here."),
        (app_commands.CommandNotFound("old", []), "This command has changed."),
        (app_commands.AppCommandError("what?"), "Something went wrong"),
    ],
)
async def test_every_error_of_a_command_has_its_sentence(
    env: simcord.Env,
    monkeypatch: pytest.MonkeyPatch,
    error: app_commands.AppCommandError,
    sentence: str,
) -> None:
    async def fails(*_: Any, **__: Any) -> None:
        raise error

    cog = env.bot.get_cog("Ask")  # type: ignore[attr-defined]
    monkeypatch.setattr(cog, "answer_command", fails)
    channel, alice = in_channel(env)
    result = await alice.slash(channel, "ask", question="the toll?")
    assert env.errors == [error]
    assert result.ephemeral and result.response
    assert result.response.content.startswith(sentence)


class TestStopping:
    async def test_an_answer_in_flight_is_finished(self, make_bot: Callable[[], PorteParoleBot]) -> None:
        bot, finished = make_bot(), []

        async def answer() -> None:
            with bot.at_work():
                await asyncio.sleep(0.02)
                finished.append(True)

        running = asyncio.create_task(answer())
        await asyncio.sleep(0)
        await bot.close()
        assert finished
        await running

    async def test_one_that_never_ends_does_not_hold_it_up(
        self, make_bot: Callable[[], PorteParoleBot]
    ) -> None:
        bot = make_bot()
        with bot.at_work():
            await asyncio.wait_for(bot.close(), 5)
        assert bot.is_closed()

    async def test_a_bot_that_is_being_stopped_takes_no_more_questions(
        self, env: simcord.Env, simcord_bot: PorteParoleBot, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        simcord_bot.closing = True
        await alice.send(channel, f"{mention(env)} the toll?")
        result = await alice.slash(channel, "ask", question="the toll?")
        assert service.asked == []
        assert result.ephemeral and result.response
        assert result.response.content.startswith("I am being restarted.")


async def test_the_operator_is_told_once_how_to_invite_the_bot(
    env: simcord.Env, announced: list[str], simcord_bot: PorteParoleBot
) -> None:
    ready, invite, content = announced
    assert ready.startswith("Connecté à Discord")
    assert "scope=bot+applications.commands" in invite
    needed = discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        create_public_threads=True,
        read_message_history=True,
    )
    assert content.startswith("«\u00a0Message Content Intent\u00a0» n’est pas activé")
    assert f"permissions={needed.value}" in invite
    assert f"client_id={env.bot.application_id}" in invite
    await simcord_bot.on_ready()
    assert len(announced) == 3


async def test_the_operator_is_told_what_a_server_that_invites_the_bot_does_not_allow(
    env: simcord.Env, announced: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    some = discord.Permissions(view_channel=True, send_messages=True, read_message_history=True)
    monkeypatch.setattr(discord.Member, "guild_permissions", some)
    joined = env.bot.get_guild(env.create_guild("Rédaction *A*").id)
    env.bot.dispatch("guild_join", joined)
    await env.settle()
    lacking = announced[-1]
    assert lacking.startswith("Sur le serveur Rédaction \\*A\\*, il manque au bot")
    assert "créer des fils publics" in lacking and "voir le salon" not in lacking
    assert "scope=bot+applications.commands" in lacking
