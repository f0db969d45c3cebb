"""One rule says who moderates: who may manage the server, its chosen roles, the operator's roles."""

from __future__ import annotations

from dataclasses import replace

import discord
import pytest
import simcord
from discord import app_commands

from bot.client import BotOptions, PorteParoleBot
from tests.bot.looking import last, text
from tests.bot.service_double import ServiceDouble
from tests.bot.test_feedback import objected
from tests.bot.test_servers import choose

SOME_ROLE = 1
ONLY_THEM = "This is for those who moderate me here"


@pytest.fixture
def options(options: BotOptions) -> BotOptions:
    # With a role of the operator Discord shows the commands to everybody, so that the bot alone decides.
    return replace(options, moderators=frozenset({SOME_ROLE}))


@pytest.mark.parametrize("how", ["manage server", "role of /settings", "role of the operator", "none"])
async def test_whoever_it_is_may_do_all_or_nothing(
    env: simcord.Env, simcord_bot: PorteParoleBot, service: ServiceDouble, how: str
) -> None:
    channel, _, _ = await objected(env)
    managing = how == "manage server"
    role = env.guild.create_role("press", permissions=discord.Permissions(manage_guild=managing))
    maud = env.guild.add_member(env.create_user("maud"), roles=[role])
    if how == "role of /settings":
        choose(env, service, moderators=(role.id,))
        simcord_bot.servers._known.clear()
    if how == "role of the operator":
        simcord_bot.options = replace(simcord_bot.options, moderators=frozenset({role.id}))
    answers = [
        text((await maud.slash(channel, command)).response)
        for command in ("settings", "diagnose", "feedback")
    ]
    answers.append(text((await maud.click(last(channel), label="Why?")).response))
    if how == "none":
        assert all(answer.startswith(ONLY_THEM) for answer in answers)
        assert {type(error) for error in env.errors} == {app_commands.MissingPermissions}
    else:
        assert not [answer for answer in answers if ONLY_THEM in answer]
        assert "no. 1 ·" in answers[2]
