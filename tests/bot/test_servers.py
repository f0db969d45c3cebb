"""What moderators choose for their server, what is missing there, and what is stored of people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import discord
import pytest
import simcord
from discord import app_commands

from bot.client import BotOptions, PorteParoleBot
from porteparole.servers.choices import Choices
from tests.bot.library_double import STATUS
from tests.bot.looking import buttons, last, parts, text
from tests.bot.service_double import ServiceDouble
from tests.bot.test_feedback import moderator, objected
from tests.bot.test_observing import Used
from tests.bot.test_questions import in_channel, mention


async def form(
    env: simcord.Env,
) -> tuple[simcord.ChannelHandle, simcord.MemberActor, simcord.ResponseMessage]:
    channel, _ = in_channel(env)
    maud = moderator(env)
    shown = await maud.slash(channel, "settings")
    assert shown.ephemeral and shown.response
    return channel, maud, shown.response


def choose(env: simcord.Env, service: ServiceDouble, **choices: object) -> None:
    service.servers.choose(env.guild.id, Choices(**choices), "test")  # type: ignore[arg-type]


class TestSettings:
    async def test_nothing_is_in_force_before_it_is_saved(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, maud, shown = await form(env)
        assert "This is in force." in text(shown)
        await maud.select(shown, [channel], custom_id="pp-set:channels")
        assert "Not in force yet" in text(shown)
        assert service.servers.choices(env.guild.id) == Choices()
        await maud.click(shown, label="Save")
        assert "Saved; it is in force." in text(shown)
        assert service.servers.choices(env.guild.id) == Choices(channels=(channel.id,))

    async def test_several_choices_are_saved_together(self, env: simcord.Env, service: ServiceDouble) -> None:
        _, maud, shown = await form(env)
        role = env.guild.create_role("press")
        await maud.select(shown, [role], custom_id="pp-set:roles")
        await maud.select(shown, [role], custom_id="pp-set:moderators")
        await maud.select(shown, ["always"], custom_id="pp-set:threads")
        await maud.click(shown, label="Save")
        assert service.servers.choices(env.guild.id) == Choices((), (role.id,), (role.id,), "always")

    async def test_what_is_discarded_changes_nothing(self, env: simcord.Env, service: ServiceDouble) -> None:
        _, maud, shown = await form(env)
        await maud.select(shown, ["no"], custom_id="pp-set:threads")
        await maud.click(shown, label="Discard")
        assert "This is in force." in text(shown)
        assert service.servers.choices(env.guild.id) == Choices()

    async def test_after_a_restart_nothing_is_saved_unseen(
        self, env: simcord.Env, service: ServiceDouble, make_bot: Callable[[], PorteParoleBot]
    ) -> None:
        _, maud, shown = await form(env)
        await maud.select(shown, ["no"], custom_id="pp-set:threads")
        await env.restart_bot(make_bot())
        await maud.click(shown, label="Save")
        assert "your choice was not saved" in text(shown)
        assert service.servers.choices(env.guild.id) == Choices()

    async def test_it_is_for_moderators(self, env: simcord.Env) -> None:
        channel, alice = in_channel(env)
        with pytest.raises(Exception):  # noqa: B017  (Discord itself hides the command)
            await alice.slash(channel, "settings")


class TestWhereItAnswers:
    async def test_elsewhere_it_is_silent_and_commands_say_why(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        other = env.guild.create_text_channel("press")
        choose(env, service, channels=(other.id,))
        await alice.send(channel, f"{mention(env)} the toll?")
        result = await alice.slash(channel, "ask", question="the toll?")
        assert result.ephemeral and result.response
        assert result.response.content.startswith("I do not answer in this channel.")
        assert service.asked == []
        await alice.send(other, f"{mention(env)} the toll?")
        assert "Tom Hale said" in text(last(other))

    async def test_roles_decide_whom(self, env: simcord.Env, service: ServiceDouble) -> None:
        channel, alice = in_channel(env)
        role = env.guild.create_role("press")
        bob = env.guild.add_member(env.create_user("bob"), roles=[role])
        choose(env, service, roles=(role.id,))
        result = await alice.slash(channel, "ask", question="the toll?")
        assert result.response and result.response.content.startswith("In this server I only answer certain")
        await bob.send(channel, f"{mention(env)} the toll?")
        assert len(service.asked) == 1

    async def test_a_moderators_role_sees_the_queue(self, env: simcord.Env, service: ServiceDouble) -> None:
        channel, _, _ = await objected(env)
        role = env.guild.create_role("press")
        bob = env.guild.add_member(env.create_user("bob"), roles=[role])
        choose(env, service, moderators=(role.id,))
        env.bot.servers._known.clear()  # type: ignore[attr-defined]
        assert "no. 1" in text((await bob.slash(channel, "feedback")).response)

    async def test_choices_that_cannot_be_read_do_not_silence_it(
        self, env: simcord.Env, service: ServiceDouble, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(type(service.servers), "choices", lambda *_: 1 / 0)
        channel, alice = in_channel(env)
        await alice.send(channel, f"{mention(env)} the toll?")
        assert "Tom Hale said" in text(last(channel))


class TestThreads:
    async def test_the_button_opens_one_at_the_answer(self, env: simcord.Env) -> None:
        channel, alice = in_channel(env)
        await alice.send(channel, f"{mention(env)} the toll?")
        answer = last(channel)
        clicked = await alice.click(answer, label="Open a thread")
        assert clicked.ephemeral and clicked.response
        assert f"<#{answer.id}>" in clicked.response.content
        thread = env.bot.get_guild(env.guild.id).get_thread(answer.id)  # type: ignore[union-attr]
        assert thread and thread.name == "the toll?"
        again = await alice.click(answer, label="Open a thread")
        assert again.response and f"<#{answer.id}>" in again.response.content

    async def test_without_the_permission_it_says_so(self, env: simcord.Env) -> None:
        channel, alice = in_channel(env)
        await alice.send(channel, f"{mention(env)} the toll?")
        env.inject_error("POST", "/channels/*/threads", status=403, code=50013)
        clicked = await alice.click(last(channel), label="Open a thread")
        assert clicked.response and clicked.response.content.startswith("I am not allowed to open a thread")

    async def test_a_server_may_want_none(self, env: simcord.Env, service: ServiceDouble) -> None:
        channel, alice = in_channel(env)
        choose(env, service, threads="no")
        await alice.send(channel, f"{mention(env)} the toll?")
        assert "Open a thread" not in buttons(last(channel))

    async def test_a_server_may_want_one_for_every_question(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        choose(env, service, threads="always")
        asked = await alice.send(channel, f"{mention(env)} the toll?")
        in_the_channel = [*env.backend.messages[channel.id].values()]
        assert "Tom Hale said" not in str([message.components for message in in_the_channel])
        messages = [*env.backend.messages[asked.id].values()]
        assert "Tom Hale said" in str(messages[-1].components)

    async def test_private_answers_have_no_such_button(self, env: simcord.Env) -> None:
        channel, alice = in_channel(env)
        result = await alice.slash(channel, "ask", question="the toll?", private=True)
        assert "Open a thread" not in buttons(result.response)


class TestPrivacy:
    async def test_it_says_what_is_stored_and_deletes_after_a_second_press(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, alice, _ = await objected(env)
        shown = await alice.slash(channel, "privacy")
        assert shown.ephemeral and shown.response
        assert "**What I store of you**" in text(shown.response)
        assert "Language model" not in text(shown.response), "there is none"
        assert "log holds no question" in text(shown.response)
        await alice.click(shown.response, label="Delete what is stored of me")
        assert service.feedback.counts(everywhere=True) == {"open": 1}
        await alice.click(shown.response, label="Yes, delete")
        assert text(shown.response) == "Done: one entry was deleted."
        assert service.feedback.counts(everywhere=True) == {}

    async def test_what_one_used_of_the_language_model_is_deleted_too(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        await alice.slash(channel, "ask", question="the toll?")
        person = str(service.asked[-1].person)
        service.use(person, 100)
        shown = await alice.slash(channel, "privacy")
        assert shown.response
        await alice.click(shown.response, label="Delete what is stored of me")
        await alice.click(shown.response, label="Yes, delete")
        assert text(shown.response) == "Done: one entry was deleted."
        assert service.forget(person) == 0

    async def test_nothing_stored_is_said(self, env: simcord.Env) -> None:
        channel, alice = in_channel(env)
        shown = await alice.slash(channel, "privacy")
        assert shown.response
        await alice.click(shown.response, label="Delete what is stored of me")
        await alice.click(shown.response, label="Yes, delete")
        assert text(shown.response) == "Nothing was stored of you."


class TestWhatAnOperatorChose:
    @pytest.fixture
    def options(self, options: BotOptions) -> BotOptions:
        return replace(options, log_content=True)

    async def test_privacy_tells_it(self, env: simcord.Env, service: ServiceDouble) -> None:
        service.model = Used()
        channel, alice = in_channel(env)
        said = text((await alice.slash(channel, "privacy")).response)
        assert "is sent to its service, without your name" in said
        assert "The technical log holds the questions" in said


class TestDiagnosis:
    async def test_a_model_that_fails_comes_first(self, env: simcord.Env, service: ServiceDouble) -> None:
        service.model = Used()
        channel, _ = in_channel(env)
        said = text((await moderator(env).slash(channel, "diagnose")).response).splitlines()
        assert said[0] == "**One thing to mend**"
        assert said[1].startswith("⚠️ The language model ") and "left in peace" in said[1]
        assert all(line.startswith("-# ✅") for line in said[2:])

    async def test_a_folder_of_articles_that_is_gone_is_told(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        service.library.state = replace(STATUS, sources_changed=None)
        channel, _ = in_channel(env)
        said = text((await moderator(env).slash(channel, "diagnose")).response)
        assert "The folder of articles is not there" in said

    async def test_it_tells_what_is_well(self, env: simcord.Env) -> None:
        channel, _ = in_channel(env)
        shown = await moderator(env).slash(channel, "diagnose")
        assert "all the permissions I need" in text(shown.response)
        assert "Discord knows all my commands" in text(shown.response)
        assert "I answer from 3 articles." in text(shown.response)

    async def test_a_missing_permission_is_named(
        self, env: simcord.Env, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            discord.Interaction, "app_permissions", discord.Permissions(view_channel=True, send_messages=True)
        )
        channel, _ = in_channel(env)
        shown = await moderator(env).slash(channel, "diagnose")
        assert text(shown.response).startswith("**One thing to mend**")
        assert "create public threads, send messages in threads" in text(shown.response)
        assert "view the channel" not in text(shown.response)

    async def test_commands_that_discord_does_not_know_are_named(
        self, env: simcord.Env, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def nothing(*_: object) -> list[object]:
            return []

        monkeypatch.setattr(app_commands.CommandTree, "fetch_commands", nothing)
        channel, _ = in_channel(env)
        shown = await moderator(env).slash(channel, "diagnose")
        assert "Discord does not know these commands yet: " in text(shown.response)

    async def test_it_names_the_roles_that_moderate(self, env: simcord.Env, service: ServiceDouble) -> None:
        channel, _ = in_channel(env)
        maud = moderator(env)
        shown = await maud.slash(channel, "diagnose")
        assert "In `/settings` you can choose roles that may do so too." in text(shown.response)
        role, gone = env.guild.create_role("press"), 999
        choose(env, service, moderators=(role.id, gone))
        env.bot.servers._known.clear()  # type: ignore[attr-defined]
        shown = await maud.slash(channel, "diagnose")
        assert f"those with {role.mention}: " in text(shown.response)


class TestFilters:
    async def test_names_are_completed_and_handed_to_the_service(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        offered = await alice.autocomplete(channel, "ask", "article", "toll", question="x")
        assert {"name": "Bridge toll to end", "value": "bridge"} in [
            {"name": choice["name"], "value": choice["value"]} for choice in offered
        ]
        await alice.slash(channel, "ask", question="the toll?", article="bridge", speaker="Obry")
        assert (service.asked[-1].article, service.asked[-1].speaker) == ("bridge", "Jeanne Obry")

    async def test_a_name_that_nobody_has_gets_a_sentence(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        result = await alice.slash(channel, "ask", question="the toll?", article="qqqq")
        assert service.asked == []
        assert result.response and result.response.content and not parts(result.response)
