"""Statements, comparisons, paragraphs and checked messages in Discord."""

from __future__ import annotations

import pytest
import simcord

from bot.presenters.statements import StatementPages
from bot.views.paragraph_button import ParagraphButton
from porteparole.corpus.article import Corpus
from porteparole.lookup.lookup import Side, StatementQuery
from porteparole.texts import Texts
from tests.bot.conftest import requests_of, speak
from tests.bot.looking import buttons, parts, text
from tests.bot.service_double import HARBOUR, ServiceDouble, article


def alice_in(env: simcord.Env) -> tuple[simcord.ChannelHandle, simcord.MemberActor]:
    guild = env.create_guild()
    return guild.create_text_channel("general"), guild.add_member(env.create_user("alice"))


TALK = article(
    "talk",
    "Talk of the town",
    "en",
    *(f'"Plan number {n} is good," said the mayor, Tom Hale.' for n in range(1, 8)),
    "Anna Poe said that plan number 3 was not good. @everyone",
)


@pytest.fixture
def service() -> ServiceDouble:
    return ServiceDouble(Corpus((HARBOUR, TALK)))


async def test_names_are_localised_and_check_is_a_message_command(env: simcord.Env) -> None:
    (request,) = requests_of(env, "PUT", "/commands")
    named = {c["name"]: c["name_localizations"]["fr"] for c in request["body"]}
    assert named["statements"] == "déclarations"
    assert named["compare"] == "comparer"
    assert named["paragraph"] == "paragraphe"
    assert named["Check against the statements"] == "Vérifier dans les déclarations"
    types = {c["name"]: c["type"] for c in request["body"]}
    assert types["Check against the statements"] == 3


async def test_statements_are_cards_with_the_paragraph_behind_a_button(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "statements", speaker="obry")
    assert result.ephemeral
    shown = text(result.response)
    assert shown.startswith("**Jeanne Obry**\n-# ") and "One statement" in shown
    assert "> «\u00a0Le port rouvrira le 3 mars, et pas un jour plus tard\u00a0»" in shown
    assert "¶ 2".replace(" ", "\u00a0") in shown
    assert result.response
    whole = await alice.click(result.response, label="Show ¶\u00a02")
    assert "**Le port rouvrira le 3 mars, et pas un jour plus tard**" in text(whole.response)


async def test_beside_a_button_stands_only_what_is_short(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "statements", speaker="obry")
    sections = [part for part in parts(result.response) if part["type"] == 9]
    assert sections and all(len(part["components"][0]["content"]) < 60 for part in sections)


async def test_long_lists_come_in_pages(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "statements", speaker="Hale", kind="direct")
    assert text(result.response).startswith("**Tom Hale**\n-# mayor · 7 statements")
    assert "Plan number 5" not in text(result.response)
    assert result.response
    await alice.click(result.response, label="▶")
    assert "Plan number 5" in text(result.response)


async def test_a_comparison_has_a_box_for_each_and_says_where_there_is_nothing(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "compare", first="Hale", second="Poe")
    boxes = [part for part in parts(result.response) if part["type"] == 17]
    assert len(boxes) == 2
    assert "**Anna Poe**\n-# One statement" in text(result.response)
    result = await alice.slash(channel, "compare", first="Obry", second="Hale", topic="port rouvrira")
    assert "No statement of Tom Hale found about “port rouvrira”." in text(result.response)


async def test_a_side_that_two_people_may_be_names_each_on_their_card(service: ServiceDouble) -> None:
    lookup = service.lookup
    both = [item for name in ("Hale", "Poe") for item in lookup.statements(StatementQuery(name)).items[-1:]]
    pages = StatementPages(Texts(), "en", ParagraphButton)
    sides = (Side("Tom Hale, Anna Poe", tuple(both)), Side("Jeanne Obry", ()))
    shown = text(pages.compared(sides, ("", "nothing"))[0])
    assert "**Tom Hale**" in shown and "**Anna Poe**" in shown
    assert "**Tom Hale, Anna Poe**\n-# 2 statements" in shown, "no role: whose would it be?"


async def test_an_unknown_speaker_is_answered_with_the_nearest_in_the_readers_language(
    env: simcord.Env, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(monkeypatch, "fr")
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "statements", speaker="Jane Obrey-Smith **x**")
    assert result.response and "noms les plus proches" in result.response.content
    assert "Jeanne Obry" in result.response.content and "\\*\\*x" in result.response.content


async def test_an_unknown_side_of_a_comparison_names_the_nearest(
    env: simcord.Env, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(monkeypatch, "fr")
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "compare", first="Hale", second="Jane Obrey **x**")
    shown = text(result.response)
    assert "**Tom Hale**" in shown and "ne s’exprime dans aucun article" in shown
    assert "noms les plus proches" in shown and "Jeanne Obry" in shown and "\\*\\*x" in shown


async def test_speakers_and_articles_are_completed(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    names = await alice.autocomplete(channel, "statements", "speaker", "ha")
    assert names[0]["value"] == "Tom Hale"
    titles = await alice.autocomplete(channel, "paragraph", "article", "talk")
    assert [(c["name"], c["value"]) for c in titles] == [("Talk of the town", "talk")]


async def test_a_paragraph_is_shown_between_its_neighbours(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "paragraph", article="talk", number=2)
    shown = text(result.response)
    assert "Plan number 1" in shown and "Plan number 2" in shown and "Plan number 3" in shown
    result = await alice.slash(channel, "paragraph", article="talk", number=99)
    assert result.response and "there is no paragraph 99" in result.response.content


async def test_a_message_is_checked_against_the_statements_without_a_verdict(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    message = await alice.send(channel, "Anna Poe said plan number 3 was good")
    result = await alice.context_menu(channel, "Check against the statements", message)
    assert result.ephemeral
    shown = text(result.response)
    assert "> Anna Poe said plan number 3 was good" in shown
    assert "plan number 3 was not good" in shown
    assert "I do not judge" in shown
    assert buttons(result.response)


async def test_a_message_that_nothing_bears_on_is_told_so(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    message = await alice.send(channel, "who wants pizza tonight?")
    result = await alice.context_menu(channel, "Check against the statements", message)
    assert "No statement in the articles bears on this message." in text(result.response)
    assert "I quote" not in text(result.response), "where nothing is quoted"


async def test_articles_can_be_searched(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "articles", search="brume")
    assert text(result.response).startswith("**One article · brume**")
    result = await alice.slash(channel, "articles", search="volcano")
    assert "No article found." in text(result.response)
