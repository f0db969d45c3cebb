"""*Why?* below an answer: for moderators, in private, also after a restart, inside Discord's limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import discord
import pytest
import simcord

from bot.client import PorteParoleBot
from bot.presenters.why import why_pages
from porteparole.answering.explanation import Considered, Explanation, Part, SentenceScore
from porteparole.language import LANGUAGES, Language
from porteparole.texts import Texts
from tests.bot.looking import buttons, last, text
from tests.bot.service_double import LONG, ServiceDouble
from tests.bot.test_feedback import moderator
from tests.bot.test_questions import in_channel, mention


async def answered(env: simcord.Env, question: str = "the toll?") -> simcord.ChannelHandle:
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} {question}")
    return channel


async def test_a_moderator_sees_in_private_what_led_to_the_answer(env: simcord.Env) -> None:
    channel = await answered(env)
    clicked = await moderator(env).click(last(channel), label="Why?")
    assert clicked.ephemeral
    shown = text(clicked.response)
    assert "**Why this answer**" in shown
    assert "Read as: the toll?" in shown
    assert "**Verdict: it answers. Confidence 0.75, needed 0.50.**" in shown
    assert "**1\\. 2.00** Bridge toll to end · ¶\u00a02" in shown
    assert "1.00 (cited)" in shown
    assert "Articles 0123456789abcdef, weights fedcba987654, embedder model 1" in shown


async def test_what_the_proof_dropped_stands_below_with_its_reason(env: simcord.Env) -> None:
    channel = await answered(env)
    shown = text((await moderator(env).click(last(channel), label="Why?")).response)
    assert "Left out because they could not be proved:" in shown
    assert "the speaker named is not the one who says it there" in shown


async def test_everybody_else_is_told_that_it_is_for_moderators(
    env: simcord.Env, service: ServiceDouble
) -> None:
    channel = await answered(env)
    bob = env.guild.add_member(env.create_user("bob"))
    asked = len(service.asked)
    clicked = await bob.click(last(channel), label="Why?")
    assert clicked.ephemeral and clicked.response
    assert clicked.response.content.startswith("This is for those who moderate me")
    assert len(service.asked) == asked


async def test_it_works_after_a_restart_on_the_same_question(
    env: simcord.Env, make_bot: Callable[[], PorteParoleBot], service: ServiceDouble
) -> None:
    channel = await answered(env)
    await env.restart_bot(make_bot())
    clicked = await moderator(env).click(last(channel), label="Why?")
    assert "Read as: the toll?" in text(clicked.response)
    assert service.asked[-1].question == "the toll?"


async def test_a_question_that_is_gone_gets_a_sentence(
    env: simcord.Env, make_bot: Callable[[], PorteParoleBot]
) -> None:
    channel, alice = in_channel(env)
    asked = await alice.send(channel, f"{mention(env)} the toll?")
    answer = last(channel)
    await alice.delete(asked)
    await env.restart_bot(make_bot())
    clicked = await moderator(env).click(answer, label="Why?")
    assert clicked.response and clicked.response.content.startswith("The original message is gone")


async def test_a_refusal_has_the_button_too_and_a_direct_message_has_none(env: simcord.Env) -> None:
    channel = await answered(env, "who knows")
    clicked = await moderator(env).click(last(channel), label="Why?")
    assert "**Verdict: it does not answer." in text(clicked.response)
    carol = env.create_user("carol")
    await carol.send_dm("the toll?")
    assert {"👍", "En français"} <= set(buttons(last(carol.dm_channel)))
    assert "Why?" not in buttons(last(carol.dm_channel))


async def test_an_error_is_a_reference(
    env: simcord.Env, service: ServiceDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel = await answered(env)
    monkeypatch.setattr(service, "explain", lambda *_, **__: 1 / 0)
    clicked = await moderator(env).click(last(channel), label="Why?")
    assert clicked.response and "went wrong" in clicked.response.content


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_explanation_stays_inside_discords_limits(texts: Texts, language: Language) -> None:
    told = ServiceDouble().explain("speech " * 500)
    parts = tuple(Part(f"a **feature** {n} " * 20, 1.0, 1.0) for n in range(30))
    long = Considered(LONG, LONG.paragraphs[1], 2.0, parts, (SentenceScore("@everyone " * 400, 1, True),) * 9)
    many = replace(told, candidates=(long,) * 10, rejected=told.rejected * 10)
    for page in why_pages(many, "", texts=texts, reader=language):
        assert page.content_length() <= 4000
        assert "\\@everyone" in text(page) or "@everyone" not in text(page)


def test_another_state_of_the_articles_is_told(texts: Texts) -> None:
    told: Explanation = ServiceDouble().explain("the toll?")
    same, other = (why_pages(told, name, texts=texts, reader="en") for name in ("0123456789abcdef", "older"))
    assert "earlier state of the articles (older)" in text(other[0])
    assert "earlier state" not in text(same[0])


def test_the_button_tells_which_state_answered(texts: Texts) -> None:
    from bot.views.why_button import WHY, WhyButton

    button = WhyButton("0123456789abcdef", "x" * 100)
    assert isinstance(button.item, discord.ui.Button)
    match = WHY.fullmatch(button.item.custom_id or "")
    assert match and match["generation"] == "0123456789abcdef"
