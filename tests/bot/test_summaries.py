"""Summaries in Discord."""

from __future__ import annotations

import pytest
import simcord

from porteparole.corpus.article import Corpus
from tests.bot.conftest import requests_of
from tests.bot.looking import buttons, text
from tests.bot.service_double import HARBOUR, ServiceDouble, article
from tests.bot.test_lookups import alice_in

REPORT = article(
    "report",
    "The harbour report",
    "en",
    "The old quay will be rebuilt before winter, according to the harbour report of the town.",
    "Fishermen keep their eleven berths while masons replace every wooden pile with granite.",
    "A second bridge opens to lorries in spring, which spares the schools most of the traffic.",
    "The theatre loses its roof garden because nobody could pay for dry walls below it.",
    "Trains stop at the new station from May, every twenty minutes until midnight.",
    "Market traders asked for a covered hall and were given solar lamps instead.",
    "Librarians moved forty thousand volumes into the former customs house last week.",
    'The mayor, Tom Hale, said that "every chapter of it counts" for the council of the town.',
)


@pytest.fixture
def service() -> ServiceDouble:
    return ServiceDouble(Corpus((HARBOUR, REPORT)))


async def test_the_group_and_its_commands_are_localised(env: simcord.Env) -> None:
    (request,) = requests_of(env, "PUT", "/commands")
    (summary,) = [c for c in request["body"] if c["name"] == "summary"]
    assert summary["name_localizations"]["fr"] == "résumé"
    named = {option["name"]: option["name_localizations"]["fr"] for option in summary["options"]}
    assert named == {"article": "article", "speaker": "auteur", "topic": "sujet"}
    lengths = summary["options"][0]["options"][1]["choices"]
    assert [choice["value"] for choice in lengths] == ["short", "normal", "long"]


async def test_an_article_is_summarised_for_all_with_a_button_for_each_citation(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "summary article", article="report", length="short")
    assert not result.ephemeral
    shown = text(result.response)
    assert shown.startswith("> Summary: The harbour report")
    assert shown.count("according to the harbour report") == 1
    assert len([label for label in buttons(result.response) if label.startswith("Show ¶")]) == 3


async def test_a_summary_is_headed_by_the_title_that_a_part_was_typed_of(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "summary article", article="harbour rep", length="short")
    assert text(result.response).startswith("> Summary: The harbour report")


async def test_a_long_summary_comes_in_pages_and_no_sentence_is_cut(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "summary article", article="report", length="long", private=True)
    assert result.ephemeral and result.response
    first = text(result.response)
    assert "\\[5\\]" in first and "\\[6\\]" not in first
    await alice.click(result.response, label="▶")
    assert "\\[1\\]" in text(result.response)
    assert "…" not in text(result.response)


async def test_a_speaker_and_a_topic_are_summarised(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "summary speaker", speaker="hale")
    assert "every chapter of it counts" in text(result.response)
    assert text(result.response).startswith("> Summary: Tom Hale"), "not as it was typed"
    result = await alice.slash(channel, "summary topic", topic="theatre roof garden")
    assert "theatre" in text(result.response)


async def test_the_translation_is_labelled(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "summary article", article="port-de-brume", language="en")
    assert "Translation by the editors, not official" in text(result.response)


async def test_what_there_is_nothing_about_is_said(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "summary topic", topic="volcanoes of Iceland")
    assert "No article says anything about" in text(result.response)
    result = await alice.slash(channel, "summary speaker", speaker="Zebulon")
    assert result.response and "Nobody called Zebulon" in result.response.content


async def test_names_are_completed(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    names = await alice.autocomplete(channel, "summary speaker", "speaker", "tom")
    assert names[0]["value"] == "Tom Hale"
