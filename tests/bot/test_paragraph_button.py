"""The button below a citation shows the whole paragraph, to the one who pressed it, also after a restart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import simcord

from bot.client import PorteParoleBot
from porteparole.corpus.article import Corpus
from tests.bot.conftest import speak
from tests.bot.looking import buttons, text
from tests.bot.service_double import BRIDGE, ServiceDouble


async def answered(env: simcord.Env, question: str) -> tuple[simcord.MemberActor, simcord.ResponseMessage]:
    guild = env.create_guild()
    channel, alice = guild.create_text_channel("general"), guild.add_member(env.create_user("alice"))
    result = await alice.slash(channel, "ask", question=question)
    assert result.response
    return alice, result.response


def last_button(message: simcord.ResponseMessage) -> str:
    return [button for button in buttons(message).values() if button.startswith("pp:")][-1]


async def test_it_shows_the_paragraph_with_the_quotation_in_bold(env: simcord.Env) -> None:
    alice, answer = await answered(env, "the toll?")
    shown = await alice.click(answer, label="Show ¶\u00a02")
    assert shown.ephemeral
    assert text(shown.response).splitlines() == [
        "**Bridge toll to end**",
        "-# ¶\u00a02 of 2 · The Lantern · March 2026",
        "-# The mayor, Tom Hale, spoke on Monday.",
        '"**The toll ends this summer**," Hale said.',
    ]


async def test_it_is_acknowledged_before_the_paragraph_is_looked_up(
    env: simcord.Env, service: ServiceDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, answer = await answered(env, "the toll?")
    seen: list[object] = []

    def watched(paragraph: str) -> None:
        seen.append(env.http_requests[-1].json)

    monkeypatch.setattr(service, "context", watched)
    await alice.click(answer, custom_id=last_button(answer))
    assert seen == [{"type": 5, "data": {"flags": 64}}]


async def test_it_speaks_the_language_of_whoever_presses_it(
    env: simcord.Env, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, answer = await answered(env, "the harbour?")
    speak(monkeypatch, "fr")
    shown = await alice.click(answer, custom_id=last_button(answer))
    assert "¶\u00a02 sur 3" in text(shown.response)
    assert "Translation" not in text(shown.response)
    speak(monkeypatch, "en-GB")
    shown = await alice.click(answer, custom_id=last_button(answer))
    assert "¶\u00a02 of 3" in text(shown.response)
    assert "Translation by the editors, not official" in text(shown.response)


async def test_it_still_works_after_a_restart(
    env: simcord.Env, make_bot: Callable[[], PorteParoleBot]
) -> None:
    alice, answer = await answered(env, "the toll?")
    await env.restart_bot(make_bot())
    shown = await alice.click(answer, custom_id=last_button(answer))
    assert "**The toll ends this summer**" in text(shown.response)


async def test_another_person_may_press_it_too(env: simcord.Env) -> None:
    _, answer = await answered(env, "the toll?")
    bob = env.guild.add_member(env.create_user("bob"))
    assert "Hale said" in text((await bob.click(answer, custom_id=last_button(answer))).response)


async def test_a_very_long_paragraph_comes_in_several_messages(env: simcord.Env) -> None:
    alice, answer = await answered(env, "the speech?")
    shown = await alice.click(answer, custom_id=last_button(answer))
    assert shown.followups and all(message.ephemeral for message in shown.followups)
    assert "Phrase numéro 1 d’un discours" in text(shown.response)
    assert "Phrase numéro 100 d’un discours" in text(shown.followups[-1])


async def test_a_paragraph_that_is_gone_gets_an_honest_sentence(
    env: simcord.Env, service: ServiceDouble
) -> None:
    alice, answer = await answered(env, "the toll?")
    service.corpus = Corpus(tuple(a for a in service.corpus.articles if a.id != BRIDGE.id))
    shown = await alice.click(answer, custom_id=last_button(answer))
    assert shown.ephemeral and shown.response
    assert shown.response.content.startswith("This paragraph is no longer in the articles")


async def test_related_paragraphs_have_it_too_without_bold(env: simcord.Env) -> None:
    alice, answer = await answered(env, "who won the cup?")
    shown = await alice.click(answer, custom_id=last_button(answer))
    assert "\nThe mayor, Tom Hale, spoke on Monday." in text(shown.response)


async def test_an_error_behind_it_is_one_sentence_with_a_number(
    env: simcord.Env,
    service: ServiceDouble,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    alice, answer = await answered(env, "the toll?")
    monkeypatch.setattr(service, "context", lambda _: 1 / 0)
    shown = await alice.click(answer, custom_id=last_button(answer))
    assert shown.ephemeral and shown.response
    reference = shown.response.content.rpartition(" ")[2]
    assert reference in caplog.text
    assert "ZeroDivisionError" in caplog.text


async def test_pressing_it_on_a_message_deleted_meanwhile_breaks_nothing(env: simcord.Env) -> None:
    alice, answer = await answered(env, "the toll?")
    env.inject_error("POST", "/interactions/*/callback", status=404, code=10062)
    await alice.click(answer, custom_id=last_button(answer))
    assert env.errors == []
