"""Whoever names the bot, replies to it or writes to it directly gets an answer."""

from __future__ import annotations

import discord
import pytest
import simcord

from bot.client import PorteParoleBot
from porteparole.answering.answer import Turn
from tests.bot.conftest import requests_of
from tests.bot.looking import buttons, last, text
from tests.bot.service_double import ServiceDouble


def mention(env: simcord.Env) -> str:
    assert env.bot.user
    return env.bot.user.mention


def in_channel(env: simcord.Env, *, name: str = "alice") -> tuple[simcord.ChannelHandle, simcord.MemberActor]:
    guild = env.create_guild()
    return guild.create_text_channel("general"), guild.add_member(env.create_user(name))


async def test_a_mention_is_answered_with_a_reply_that_pings_nobody(
    env: simcord.Env, service: ServiceDouble
) -> None:
    channel, alice = in_channel(env)
    asked = await alice.send(channel, f"{mention(env)} que dit la ministre ?")
    answer = last(channel)
    assert answer.author == env.bot.user
    assert answer.reference and answer.reference.message_id == asked.id
    assert "Jeanne Obry a déclaré" in text(answer)
    assert answer.mentions == []
    assert service.asked[-1].question == "que dit la ministre ?"
    (request,) = requests_of(env, "POST", "/messages")
    assert request["body"]["allowed_mentions"] == {"parse": []}


async def test_the_bot_shows_that_it_is_at_work_before_anything_else(env: simcord.Env) -> None:
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} que dit la ministre ?")
    assert [entry.path.rpartition("/")[2] for entry in env.http_requests[-2:]] == ["typing", "messages"]


async def test_what_does_not_name_the_bot_is_left_alone(env: simcord.Env, service: ServiceDouble) -> None:
    channel, alice = in_channel(env)
    await alice.send(channel, "que dit la ministre ?")
    await alice.send(channel, "@everyone que dit la ministre ?")
    assert service.asked == []


async def test_bots_are_left_alone_and_so_is_the_bot_itself(env: simcord.Env, service: ServiceDouble) -> None:
    guild = env.create_guild()
    channel = guild.create_text_channel("general")
    other = guild.add_member(env.create_user("other", bot=True))
    await other.send(channel, f"{mention(env)} que dit la ministre ?")
    assert service.asked == []


async def test_a_direct_message_needs_no_mention(env: simcord.Env, service: ServiceDouble) -> None:
    alice = env.create_user("alice")
    await alice.send_dm("que dit la ministre ?")
    assert "Jeanne Obry a déclaré" in text(last(alice.dm_channel))
    assert service.asked[-1].question == "que dit la ministre ?"


async def test_labels_follow_the_answer_where_the_reader_is_unknown(env: simcord.Env) -> None:
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} the toll?")
    assert "Show ¶\u00a02" in buttons(last(channel))
    await alice.send(channel, f"{mention(env)} la ministre ?")
    assert "Afficher ¶\u00a02" in buttons(last(channel))


async def test_labels_follow_a_community_servers_language(env: simcord.Env, service: ServiceDouble) -> None:
    guild = env.create_guild(preferred_locale="fr")
    cached = env.bot.get_guild(guild.id)
    assert cached
    cached.features.append("COMMUNITY")  # SimCord knows no features
    channel, alice = guild.create_text_channel("general"), guild.add_member(env.create_user("alice"))
    await alice.send(channel, f"{mention(env)} the toll?")
    assert "Afficher ¶\u00a02" in buttons(last(channel))
    assert "The toll ends this summer" in text(last(channel))
    assert service.asked[-1].reader_language == "fr"


@pytest.mark.parametrize("words", ["", "   ", "\n"])
async def test_a_mention_alone_gets_a_line_of_help(
    env: simcord.Env, service: ServiceDouble, words: str
) -> None:
    channel, alice = in_channel(env)
    await alice.send(channel, mention(env) + words)
    assert service.asked == []
    assert "/demander" in last(channel).content
    assert "/ask" in last(channel).content


async def test_small_talk_is_answered_in_one_line(env: simcord.Env) -> None:
    alice = env.create_user("alice")
    await alice.send_dm("bonjour")
    assert last(alice.dm_channel).content == "Bonjour !"
    assert last(alice.dm_channel).components == []


async def test_a_refusal_shows_what_is_related(env: simcord.Env) -> None:
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} who won the cup?")
    assert "The articles do not say." in text(last(channel))
    assert "Related, not an answer" in text(last(channel))


async def test_other_mentions_reach_the_service_by_name(env: simcord.Env, service: ServiceDouble) -> None:
    guild = env.create_guild()
    channel = guild.create_text_channel("general")
    alice, bob = (guild.add_member(env.create_user(name)) for name in ("alice", "bob"))
    await alice.send(
        channel, f"did {bob.mention} <:wave:123> ask {mention(env)} about the toll <#{channel.id}>?"
    )
    assert service.asked[-1].question == "did bob :wave: ask about the toll ?"


async def test_no_privileged_intent_is_needed(simcord_bot: PorteParoleBot) -> None:
    assert (
        simcord_bot.intents.value == discord.Intents(guilds=True, guild_messages=True, dm_messages=True).value
    )


class TestFollowUps:
    async def test_a_reply_carries_the_exchange_before_it(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        await alice.send(channel, f"{mention(env)} que dit la ministre ?")
        await alice.send(channel, "et en juillet ?", reply_to=last(channel))
        assert service.asked[-1].question == "et en juillet ?"
        assert service.asked[-1].history == (
            Turn("user", "que dit la ministre ?"),
            Turn(
                "assistant",
                "Jeanne Obry a déclaré : « Le port rouvrira le 3 mars, et pas un jour plus tard ».",
            ),
        )

    async def test_a_chain_of_replies_is_followed_a_few_steps(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        await alice.send(channel, f"{mention(env)} la ministre 0 ?")
        for number in range(1, 6):
            await alice.send(channel, f"la ministre {number} ?", reply_to=last(channel))
        asked = [turn.content for turn in service.asked[-1].history if turn.role == "user"]
        assert asked == ["la ministre 2 ?", "la ministre 3 ?", "la ministre 4 ?"]

    async def test_what_another_person_asked_never_enters_the_history(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        guild = env.create_guild()
        channel = guild.create_text_channel("general")
        alice, bob = (guild.add_member(env.create_user(name)) for name in ("alice", "bob"))
        await alice.send(channel, f"{mention(env)} alice asks about the toll")
        await bob.send(channel, "and then?", reply_to=last(channel))
        assert service.asked[-1].history == (
            Turn("assistant", 'Tom Hale said: "The toll ends this summer."'),
        )

    async def test_a_reply_to_another_person_carries_nothing(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        guild = env.create_guild()
        channel = guild.create_text_channel("general")
        alice, bob = (guild.add_member(env.create_user(name)) for name in ("alice", "bob"))
        said = await alice.send(channel, "the toll is a shame")
        await bob.send(channel, f"{mention(env)} is the toll ending?", reply_to=said)
        assert service.asked[-1].history == ()

    async def test_a_reply_with_a_mention_to_a_commands_answer_carries_it(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        result = await alice.slash(channel, "ask", question="the *toll*?")
        assert result.response
        await alice.send(channel, f"{mention(env)} when?", reply_to=result.response.message)
        assert service.asked[-1].history == (
            Turn("user", "the *toll*?"),
            Turn("assistant", 'Tom Hale said: "The toll ends this summer."'),
        )

    async def test_another_persons_command_gives_its_answer_but_not_its_question(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        guild = env.create_guild()
        channel = guild.create_text_channel("general")
        alice, bob = (guild.add_member(env.create_user(name)) for name in ("alice", "bob"))
        result = await alice.slash(channel, "ask", question="alice’s toll")
        assert result.response
        await bob.send(channel, f"{mention(env)} when?", reply_to=result.response.message)
        assert [turn.role for turn in service.asked[-1].history] == ["assistant"]

    async def test_whoever_replies_to_a_commands_answer_without_a_mention_is_told_what_to_do(
        self, env: simcord.Env, service: ServiceDouble
    ) -> None:
        channel, alice = in_channel(env)
        result = await alice.slash(channel, "ask", question="the toll?")
        assert result.response
        await alice.send(channel, "when?", reply_to=result.response.message)
        assert len(service.asked) == 1
        assert mention(env) in last(channel).content

    async def test_direct_messages_carry_the_last_few(self, env: simcord.Env, service: ServiceDouble) -> None:
        alice, bob = env.create_user("alice"), env.create_user("bob")
        for number in range(5):
            await alice.send_dm(f"toll {number}")
        await bob.send_dm("toll of bob")
        history = service.asked[4].history
        assert [turn.content for turn in history if turn.role == "user"] == ["toll 1", "toll 2", "toll 3"]
        assert len(history) == 6
        assert service.asked[-1].history == ()

    async def test_a_deleted_question_ends_the_chain(self, env: simcord.Env, service: ServiceDouble) -> None:
        channel, alice = in_channel(env)
        asked = await alice.send(channel, f"{mention(env)} the toll?")
        answer = last(channel)
        await alice.delete(asked)
        await alice.send(channel, "when?", reply_to=answer)
        assert [turn.role for turn in service.asked[-1].history] == ["assistant"]
