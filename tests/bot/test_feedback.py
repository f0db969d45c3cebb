"""👍 and 👎, the form behind it, and the queue in which moderators decide."""

from __future__ import annotations

from collections.abc import Callable

import discord
import pytest
import simcord
from discord import app_commands

from bot.client import BotOptions, PorteParoleBot
from porteparole.feedback.entry import gold_row
from porteparole.notice import PorteParoleError
from tests.bot.conftest import requests_of
from tests.bot.looking import buttons, last, parts, text
from tests.bot.service_double import BRIDGE, ServiceDouble
from tests.bot.test_questions import in_channel, mention


async def answered(env: simcord.Env) -> tuple[simcord.ChannelHandle, simcord.MemberActor]:
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} the toll?")
    return channel, alice


async def objected(
    env: simcord.Env, reason: str = "speaker", comment: str = "it was the mayor"
) -> tuple[simcord.ChannelHandle, simcord.MemberActor, simcord.InteractionResult]:
    channel, alice = await answered(env)
    form = await alice.click(last(channel), custom_id="pp-voice:bad")
    return channel, alice, await alice.submit_modal(form, {"reason": [reason], "comment": comment})


def moderator(env: simcord.Env) -> simcord.MemberActor:
    role = env.guild.create_role("editors", permissions=discord.Permissions(manage_guild=True))
    return env.guild.add_member(env.create_user("maud"), roles=[role])


async def test_a_thumb_up_is_thanked_and_keeps_no_text(env: simcord.Env, service: ServiceDouble) -> None:
    channel, alice = await answered(env)
    clicked = await alice.click(last(channel), custom_id="pp-voice:good")
    assert clicked.ephemeral and clicked.response and clicked.response.content == "Thank you."
    assert service.feedback.counts(everywhere=True) == {"good": 1}
    entry = service.feedback.find(1)
    assert entry and entry.receipt == {}


async def test_a_thumb_down_asks_what_is_wrong_and_says_what_is_stored(env: simcord.Env) -> None:
    channel, alice = await answered(env)
    await alice.click(last(channel), custom_id="pp-voice:bad")
    (callback,) = requests_of(env, "POST", "/callback")
    form = callback["body"]["data"]
    assert form["title"] == "What is wrong with the answer?"
    what, comment = form["components"]
    assert [option["value"] for option in what["component"]["options"]] == [
        "speaker",
        "altered",
        "context",
        "unanswered",
        "other",
    ]
    assert "Moderators will see" in comment["description"]
    assert not comment["component"]["required"]


async def test_the_form_reaches_the_queue_with_the_whole_receipt(
    env: simcord.Env, service: ServiceDouble
) -> None:
    channel, _, sent = await objected(env)
    assert sent.ephemeral and sent.response
    assert sent.response.content == "Thank you. Moderators will look at this answer."
    (entry,) = service.feedback.open(env.guild.id)
    assert (entry.reason, entry.comment) == ("speaker", "it was the mayor")
    assert entry.receipt["question"] == "the toll?"
    assert entry.receipt["answer"].startswith("Tom Hale said")
    assert entry.receipt["citations"][0]["text"] == BRIDGE.paragraphs[1].text
    assert entry.link == last(channel).jump_url


async def test_after_a_restart_the_receipt_is_read_from_the_message(
    env: simcord.Env, make_bot: Callable[[], PorteParoleBot], service: ServiceDouble
) -> None:
    channel, alice = await answered(env)
    await env.restart_bot(make_bot())
    form = await alice.click(last(channel), custom_id="pp-voice:bad")
    await alice.submit_modal(form, {"reason": ["altered"]})
    (entry,) = service.feedback.open(env.guild.id)
    assert entry.receipt["question"] == "the toll?"
    assert entry.receipt["answer"].startswith("Tom Hale said")
    assert entry.receipt["citations"][0]["text"] == BRIDGE.paragraphs[1].text


async def test_a_state_database_that_fails_is_told(
    env: simcord.Env, service: ServiceDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise PorteParoleError("state-failed", place="state.sqlite", reason="disk full")

    monkeypatch.setattr(type(service.feedback), "add", full)
    _, _, sent = await objected(env)
    assert sent.response and "disk full" in sent.response.content


class TestPressingWithoutEnd:
    @pytest.fixture
    def options(self, tmp_path) -> BotOptions:
        return BotOptions(data_dir=tmp_path, cooldown=30, grace=0.05)

    async def test_it_is_thanked_and_changes_nothing(self, env: simcord.Env, service: ServiceDouble) -> None:
        channel, alice = await answered(env)
        for _ in range(3):
            clicked = await alice.click(last(channel), custom_id="pp-voice:good")
            assert clicked.response and clicked.response.content == "Thank you."
        assert service.feedback.find(1) and not service.feedback.find(2)


class TestTheQueue:
    async def test_it_is_for_moderators(self, env: simcord.Env) -> None:
        channel, alice, _ = await objected(env)
        denied = await alice.slash(channel, "feedback")
        assert denied.ephemeral and denied.response
        assert denied.response.content.startswith("This is for those who moderate me")
        assert [type(error) for error in env.errors] == [app_commands.MissingPermissions]

    async def test_it_shows_question_answer_citation_and_versions(self, env: simcord.Env) -> None:
        channel, _, _ = await objected(env)
        queue = await moderator(env).slash(channel, "feedback")
        shown = text(queue.response)
        assert queue.ephemeral
        assert shown.startswith("**The wrong speaker**\n-# no. 1 · ")
        assert "it was the mayor" in shown
        assert "> the toll?" in shown
        assert "Tom Hale said" in shown
        assert "The toll ends this summer" in shown
        assert "porteparole " in shown

    async def test_nothing_to_decide_says_so(self, env: simcord.Env) -> None:
        channel, _ = in_channel(env)
        queue = await moderator(env).slash(channel, "feedback")
        assert text(queue.response).startswith("**No objection is waiting.**")

    async def test_several_come_in_pages(self, env: simcord.Env) -> None:
        channel, alice, _ = await objected(env)
        await alice.send(channel, f"{mention(env)} que dit la ministre ?")
        form = await alice.click(last(channel), custom_id="pp-voice:bad")
        await alice.submit_modal(form, {"reason": ["other"]})
        queue = await moderator(env).slash(channel, "feedback")
        assert "1 of 2" in buttons(queue.response)

    @pytest.mark.parametrize(
        ("label", "behaviour"), [("The answer is right", "answer"), ("Should have refused", "abstain")]
    )
    async def test_a_decision_becomes_a_gold_row(
        self, env: simcord.Env, service: ServiceDouble, label: str, behaviour: str
    ) -> None:
        channel, _, _ = await objected(env)
        maud = moderator(env)
        queue = await maud.slash(channel, "feedback")
        assert queue.response
        done = await maud.click(queue.response, label=label)
        assert done.ephemeral and done.response and done.response.content.startswith("No. 1 is decided")
        (entry,) = service.feedback.resolved()
        assert entry.by == f"discord:{maud.id} maud"
        assert gold_row(entry)["behaviour"] == behaviour
        again = await maud.click(queue.response, label=label)
        assert again.response and again.response.content == "No. 1 was decided already."

    async def test_the_right_paragraph_is_named_in_a_form(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, _, _ = await objected(env)
        maud = moderator(env)
        queue = await maud.slash(channel, "feedback")
        assert queue.response
        form = await maud.click(queue.response, label="Another paragraph…")
        wrong = await maud.submit_modal(form, {"article": "nowhere", "paragraphs": "1"})
        assert wrong.response and "No article is called nowhere" in wrong.response.content
        form = await maud.click(queue.response, label="Another paragraph…")
        wrong = await maud.submit_modal(form, {"article": "bridge", "paragraphs": "9"})
        assert wrong.response and wrong.response.content.startswith("Give numbers between 1 and 2")
        form = await maud.click(queue.response, label="Another paragraph…")
        await maud.submit_modal(form, {"article": "Bridge toll to end", "paragraphs": "1"})
        (entry,) = service.feedback.resolved()
        assert entry.gold == (BRIDGE.paragraphs[0].text,)

    async def test_a_dismissed_one_leaves_the_queue(self, env: simcord.Env, service: ServiceDouble) -> None:
        channel, _, _ = await objected(env)
        maud = moderator(env)
        queue = await maud.slash(channel, "feedback")
        assert queue.response
        done = await maud.click(queue.response, label="Dismiss")
        assert done.response and done.response.content == "No. 1 is dismissed."
        assert service.feedback.open(env.guild.id) == []

    async def test_another_server_sees_nothing_of_it(self, env: simcord.Env) -> None:
        await objected(env)
        elsewhere = env.create_guild()
        channel = elsewhere.create_text_channel("general")
        role = elsewhere.create_role("editors", permissions=discord.Permissions(manage_guild=True))
        maud = elsewhere.add_member(env.create_user("mo"), roles=[role])
        assert text((await maud.slash(channel, "feedback")).response).startswith("**No objection")

    async def test_whatever_was_written_stays_inert(self, env: simcord.Env) -> None:
        channel, _, _ = await objected(env, comment="@everyone **bold** <@1> " * 20)
        queue = await moderator(env).slash(channel, "feedback")
        assert "\\*\\*bold\\*\\*" in text(queue.response)
        assert all(part.get("content", "").count("<@1>") == 0 for part in parts(queue.response))
