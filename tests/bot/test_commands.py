"""Commands: in the reader's language, answered in time, private where wished."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import simcord

from bot.client import BotOptions, PorteParoleBot
from bot.sync import FILE
from porteparole.answering.answer import Answer
from porteparole.corpus.article import Corpus
from porteparole.texts import Texts
from tests.bot.conftest import requests_of
from tests.bot.looking import buttons, parts, text
from tests.bot.service_double import ServiceDouble, article


def definitions(env: simcord.Env) -> dict[str, dict]:
    (request,) = requests_of(env, "PUT", "/commands")
    return {command["name"]: command for command in request["body"]}


def alice_in(env: simcord.Env) -> tuple[simcord.ChannelHandle, simcord.MemberActor]:
    guild = env.create_guild()
    return guild.create_text_channel("general"), guild.add_member(env.create_user("alice"))


async def test_names_and_descriptions_are_localised(env: simcord.Env) -> None:
    ask = definitions(env)["ask"]
    assert ask["name_localizations"] == {"fr": "demander", "en-US": "ask", "en-GB": "ask"}
    assert set(ask["description_localizations"]) == {"fr", "en-US", "en-GB"}
    question, article, speaker, private = ask["options"]
    assert article["autocomplete"] and speaker["autocomplete"]
    assert speaker["name_localizations"]["fr"] == "personne"
    assert question["required"] and question["max_length"] == 4000
    assert private["name_localizations"]["fr"] == "privé"
    assert not private["required"]
    assert definitions(env)["help"]["name_localizations"]["fr"] == "aide"


async def test_commands_are_for_servers_and_direct_messages(env: simcord.Env) -> None:
    for name, command in definitions(env).items():
        assert command["contexts"] == ([0] if name == "corpus" else [0, 1])
        assert command["integration_types"] == [0]


async def test_ask_is_deferred_before_the_service_is_asked_and_then_answered_in_place(
    env: simcord.Env, service: ServiceDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel, alice = alice_in(env)
    seen: list[object] = []
    ask = service.ask

    def watched(*args: Any, **values: Any) -> Answer:
        seen.append(env.http_requests[-1].json)
        return ask(*args, **values)

    monkeypatch.setattr(service, "ask", watched)
    result = await alice.slash(channel, "ask", question="the toll?")
    assert seen == [{"type": 5}]
    assert result.response and not result.ephemeral
    assert parts(result.response)[0]["content"] == "> the toll?"
    assert "The toll ends this summer" in text(result.response)
    methods = [(entry.method, entry.path.rpartition("/")[2]) for entry in env.http_requests[-2:]]
    assert methods == [("POST", "callback"), ("PATCH", "@original")]


async def test_a_private_answer_is_seen_by_the_asker_alone(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "ask", question="the toll?", private=True)
    assert result.ephemeral
    assert result.response and result.response.ephemeral


@pytest.mark.usefixtures("french")
async def test_labels_are_the_readers_and_the_answer_is_the_questions(
    env: simcord.Env, service: ServiceDouble
) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "ask", question="the toll?")
    assert "Tom Hale said" in text(result.response)
    assert next(iter(buttons(result.response))) == "Afficher ¶\u00a02"
    assert service.asked[-1].reader_language == "fr"


async def test_ask_works_in_direct_messages(env: simcord.Env) -> None:
    alice = env.create_user("alice")
    result = await alice.slash("ask", question="the toll?")
    assert "The toll ends this summer" in text(result.response)


async def test_a_question_of_four_thousand_characters_is_taken(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "ask", question="the toll? " * 400)
    assert "The toll ends this summer" in text(result.response)


async def test_small_talk_by_command_is_one_line(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "ask", question="hello")
    assert result.response and result.response.content == "Hello!"


async def test_help_shows_by_example_to_the_one_who_asks(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "help")
    assert result.ephemeral
    assert "`/ask`" in text(result.response)
    assert env.bot.user and env.bot.user.mention in text(result.response)


async def test_its_examples_name_who_speaks_in_the_articles_and_are_answered_when_pressed(
    env: simcord.Env, service: ServiceDouble
) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "help")
    question, *_ = buttons(result.response)
    assert question.startswith("What did ") and question.endswith(" say?")
    assert result.response
    pressed = await alice.click(result.response, label=question)
    assert pressed.ephemeral and f"> {question}" in text(pressed.response)
    assert service.asked[-1].question == question


async def test_an_example_keeps_to_the_limits(env: simcord.Env, service: ServiceDouble) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "help")
    assert result.response
    env.bot.closing = True  # type: ignore[attr-defined]
    pressed = await alice.click(result.response, custom_id="pp-try:0")
    assert pressed.response and pressed.response.content.startswith("I am being restarted")
    assert not service.asked


@pytest.mark.usefixtures("french")
async def test_help_is_in_the_readers_language(env: simcord.Env) -> None:
    channel, alice = alice_in(env)
    result = await alice.slash(channel, "help")
    assert "`/demander`" in text(result.response)


class TestArticles:
    async def test_each_is_named_with_what_is_known_of_it(self, env: simcord.Env) -> None:
        channel, alice = alice_in(env)
        result = await alice.slash(channel, "articles")
        assert result.ephemeral
        assert text(result.response).splitlines()[:3] == [
            "**The answers come from 3 articles**",
            "Le port de Brume rouvre au trafic",
            "-# L’Écho de Brume · 12 February 2026 · 3 paragraphs · in French",
        ]

    async def test_many_articles_come_in_pages(self, env: simcord.Env, service: ServiceDouble) -> None:
        service.corpus = Corpus(tuple(article(f"a{n}", f"Title {n}", "en", f"text {n}") for n in range(500)))
        channel, alice = alice_in(env)
        shown = (await alice.slash(channel, "articles")).response
        assert text(shown).startswith("**The answers come from 500 articles**")
        assert "1 of 50" in buttons(shown)

    async def test_an_empty_corpus_says_so(self, env: simcord.Env, service: ServiceDouble) -> None:
        service.corpus = Corpus(())
        channel, alice = alice_in(env)
        assert text((await alice.slash(channel, "articles")).response) == "**There is no article yet.**"


class TestSync:
    async def test_definitions_are_sent_once_and_not_again_while_they_stay_the_same(
        self, env: simcord.Env, make_bot: Callable[[], PorteParoleBot]
    ) -> None:
        await env.restart_bot(make_bot())
        assert len(requests_of(env, "PUT", "/commands")) == 1

    async def test_a_changed_translation_is_a_change(
        self, env: simcord.Env, service: ServiceDouble, options: BotOptions
    ) -> None:
        class Changed(Texts):
            def __call__(self, language, key, values=None):
                text = super().__call__(language, key, values)
                return "autre description" if (language, key) == ("fr", "bot-ask.description") else text

        await env.restart_bot(PorteParoleBot(service, Changed(), options, print))
        assert len(requests_of(env, "PUT", "/commands")) == 2

    async def test_a_broken_note_of_what_was_sent_only_costs_a_sync(
        self, env: simcord.Env, make_bot: Callable[[], PorteParoleBot], options: BotOptions
    ) -> None:
        (options.data_dir / FILE).write_text("[not json")
        await env.restart_bot(make_bot())
        assert len(requests_of(env, "PUT", "/commands")) == 2
        assert len(json.loads((options.data_dir / FILE).read_text())) == 1

    async def test_a_failed_sync_leaves_the_bot_answering_and_is_tried_again(
        self,
        env: simcord.Env,
        make_bot: Callable[[], PorteParoleBot],
        service: ServiceDouble,
        texts: Texts,
        options: BotOptions,
        tmp_path: Path,
    ) -> None:
        elsewhere = replace(options, data_dir=tmp_path / "new" / "folder")
        env.inject_error("PUT", "/applications/*/commands", status=503)
        await env.restart_bot(PorteParoleBot(service, texts, elsewhere, print))
        alice = env.create_user("alice")
        await alice.send_dm("the toll?")
        assert "The toll ends this summer" in text(alice.dm_channel.last_message)
        await env.restart_bot(PorteParoleBot(service, texts, elsewhere, print))
        assert (elsewhere.data_dir / FILE).is_file()
