"""What moderators do with the articles in Discord: shown as it goes, reported, closed to everybody else."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.client import BotOptions
from bot.cogs.corpus import Corpus
from porteparole.library.report import ArticleName, Changes, Report, Running
from porteparole.notice import PorteParoleError
from porteparole.sources.web import Limits, Web
from porteparole.state.entries import Action, Gap
from tests.bot.conftest import requests_of
from tests.bot.library_double import MOMENT, REPORT, STATUS, LibraryDouble
from tests.bot.looking import buttons, text
from tests.bot.service_double import ServiceDouble
from tests.sources.site import ARTICLE, PARAGRAPHS, Site

pytestmark = pytest.mark.usefixtures("library")
MANAGER = discord.Permissions(manage_guild=True)


@pytest.fixture
def library(service: ServiceDouble) -> LibraryDouble:
    service.library = LibraryDouble()
    return service.library


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    served = Site()
    await served.start()
    yield served
    await served.stop()


def cog(env: simcord.Env) -> Corpus:
    found = env.bot.get_cog("Corpus")  # type: ignore[attr-defined]
    assert isinstance(found, Corpus)
    return found


def moderator(env: simcord.Env) -> tuple[simcord.ChannelHandle, simcord.MemberActor]:
    guild = env.create_guild()
    role = guild.create_role("editors", permissions=MANAGER)
    return guild.create_text_channel("desk"), guild.add_member(env.create_user("marie"), roles=[role])


def actor(person: simcord.MemberActor) -> str:
    return f"discord:{person.id} marie"


def definition(env: simcord.Env) -> dict[str, Any]:
    (request,) = requests_of(env, "PUT", "/commands")
    return next(command for command in request["body"] if command["name"] == "corpus")


class TestDefinition:
    async def test_it_is_for_servers_and_shown_to_those_who_manage_them(self, env: simcord.Env) -> None:
        command = definition(env)
        assert command["contexts"] == [0]
        assert command["default_member_permissions"] == MANAGER.value
        names = {option["name"]: option["name_localizations"]["fr"] for option in command["options"]}
        assert names == {
            "reload": "recharger",
            "status": "état",
            "add": "ajouter",
            "remove": "retirer",
            "readmit": "reprendre",
            "translate": "traduire",
            "rollback": "revenir",
            "history": "historique",
            "gaps": "lacunes",
        }


class TestWhoMay:
    @pytest.fixture
    def options(self, tmp_path: Path) -> BotOptions:
        # Shown to all, so that the bot itself has to say no.
        return BotOptions(data_dir=tmp_path, cooldown=0, grace=0.05, moderators=frozenset({1}))

    @pytest.mark.parametrize(
        ("command", "given"),
        [
            ("reload", {}),
            ("status", {}),
            ("add", {"address": "https://echo.example/"}),
            ("remove", {"article": "bridge"}),
            ("readmit", {"article": "vieux"}),
            ("translate", {"article": "bridge", "number": 1, "text": "Oui."}),
            ("rollback", {}),
            ("history", {}),
            ("gaps", {}),
        ],
    )
    async def test_everybody_else_gets_one_sentence_and_it_is_written_down(
        self,
        env: simcord.Env,
        library: LibraryDouble,
        caplog: pytest.LogCaptureFixture,
        command: str,
        given: dict[str, str],
    ) -> None:
        guild = env.create_guild()
        channel, alice = guild.create_text_channel("general"), guild.add_member(env.create_user("marie"))
        with caplog.at_level(logging.WARNING, "bot"):
            result = await alice.slash(channel, f"corpus {command}", **given)
        assert result.ephemeral
        assert text(result.response) == (
            "Only members who may manage this server, or who have a moderator’s role, can do this."
        )
        subject = next(iter(given.values()), "")
        assert library.calls == [("denied", {"actor": actor(alice), "action": command, "subject": subject})]
        assert f"{alice.id} is no moderator" in caplog.text

    async def test_a_role_of_the_settings_is_enough(self, env: simcord.Env, library: LibraryDouble) -> None:
        guild = env.create_guild()
        channel, role = guild.create_text_channel("desk"), guild.create_role("editors")
        marie = guild.add_member(env.create_user("marie"), roles=[role])
        env.bot.options = replace(env.bot.options, moderators=frozenset({role.id}))  # type: ignore[attr-defined]
        await marie.slash(channel, "corpus reload")
        assert library.calls == [
            ("reload", {"actor": actor(marie), "dry_run": False, "confirm_empty": False})
        ]

    async def test_titles_are_completed_for_moderators_alone(self, env: simcord.Env) -> None:
        guild = env.create_guild()
        channel, alice = guild.create_text_channel("general"), guild.add_member(env.create_user("alice"))
        assert await alice.autocomplete(channel, "corpus remove", "article", "") == []
        assert await alice.autocomplete(channel, "corpus readmit", "article", "") == []

    async def test_whoever_lost_the_role_meanwhile_confirms_in_vain(
        self, env: simcord.Env, library: LibraryDouble
    ) -> None:
        guild = env.create_guild()
        channel, role = guild.create_text_channel("desk"), guild.create_role("editors")
        marie = guild.add_member(env.create_user("marie"), roles=[role])
        env.bot.options = replace(env.bot.options, moderators=frozenset({role.id}))  # type: ignore[attr-defined]
        shown = (await marie.slash(channel, "corpus remove", article="bridge")).response
        assert shown
        env.bot.options = replace(env.bot.options, moderators=frozenset())  # type: ignore[attr-defined]
        await marie.click(shown, label="Remove")
        assert [call for call, _ in library.calls] == ["denied"]


class TestReload:
    async def test_the_report_names_what_changed_and_what_was_refused(self, env: simcord.Env) -> None:
        channel, marie = moderator(env)
        result = await marie.slash(channel, "corpus reload")
        assert result.ephemeral
        assert text(result.response).splitlines() == [
            "**The articles were reloaded**",
            "Articles: +1 ~1 −1",
            "Paragraphs: +2 ~1 −1",
            "-# 3 texts were indexed anew; it took 4.2\u00a0s.",
            "+ Un \\*nouvel\\* article (2 paragraphs)",
            "~ Le port de Brume",
            "-# ~ ¶\u00a03 “Les pêcheurs attendent.”",
            "− Un vieil article (one paragraph)",
            "**One was refused**",
            "- scan.pdf — This PDF has no text: probably a scan. Its characters have to be recognised first.",
            "**One was taken with a remark**",
            "- latin.txt:3 — This file is not UTF-8; it was read as cp1252.",
            "-# Generation g-0002 answers now",
        ]

    @pytest.mark.usefixtures("french")
    async def test_it_is_in_the_moderators_language(self, env: simcord.Env) -> None:
        channel, marie = moderator(env)
        said = text((await marie.slash(channel, "corpus reload")).response)
        assert said.startswith("**Les articles ont été relus**\nArticles\u00a0: +1 ~1 −1\n")
        assert "durée\u00a0: 4,2\u00a0s." in said
        assert "Génération g-0002, qui répond désormais" in said

    async def test_a_dry_run_says_that_it_is_one(self, env: simcord.Env, library: LibraryDouble) -> None:
        library.report = replace(REPORT, dry_run=True, swapped=False)
        channel, marie = moderator(env)
        result = await marie.slash(channel, "corpus reload", dry_run=True)
        assert library.calls[0][1]["dry_run"] is True
        assert text(result.response).startswith("**What a reload would change**")

    async def test_nothing_new_is_said_to_be_nothing(self, env: simcord.Env, library: LibraryDouble) -> None:
        library.report = Report("g-0002", Changes(), Changes())
        channel, marie = moderator(env)
        said = text((await marie.slash(channel, "corpus reload")).response)
        assert said.startswith("**Reloaded: nothing has changed**")
        assert "No text was indexed anew" in said

    async def test_an_error_is_a_sentence(self, env: simcord.Env, library: LibraryDouble) -> None:
        library.errors = [PorteParoleError("corpus-source-missing", path="seeds")]
        channel, marie = moderator(env)
        assert text((await marie.slash(channel, "corpus reload")).response) == "seeds does not exist."

    async def test_an_error_of_ours_has_its_number_in_the_log(
        self, env: simcord.Env, library: LibraryDouble, caplog: pytest.LogCaptureFixture
    ) -> None:
        library.errors = [RuntimeError("a bug")]
        channel, marie = moderator(env)
        said = text((await marie.slash(channel, "corpus reload")).response)
        assert said.split()[-1] in caplog.text and "a bug" not in said

    async def test_a_corpus_without_articles_has_to_be_confirmed(
        self, env: simcord.Env, library: LibraryDouble
    ) -> None:
        library.errors = [PorteParoleError("library-empty", sources="seeds")]
        channel, marie = moderator(env)
        shown = (await marie.slash(channel, "corpus reload")).response
        assert shown and "not a single article" in text(shown)
        await marie.click(shown, label="Yes, leave no article")
        assert [values["confirm_empty"] for _, values in library.calls] == [False, True]
        assert text(shown).startswith("**The articles were reloaded**")

    async def test_a_long_report_is_paged(self, env: simcord.Env, library: LibraryDouble) -> None:
        articles = tuple(ArticleName(f"a{n}", f"Title {n}") for n in range(40))
        library.report = Report("g", Changes(articles), Changes(), swapped=True)
        channel, marie = moderator(env)
        shown = (await marie.slash(channel, "corpus reload")).response
        assert shown and "Title 3 " in text(shown) and "Title 30 " not in text(shown)
        for _ in range(2):
            await marie.click(shown, label="▶")
        assert "Title 30 " in text(shown)

    async def test_a_very_long_one_comes_as_a_file(self, env: simcord.Env, library: LibraryDouble) -> None:
        articles = tuple(ArticleName(f"a{n}", f"Title {n}") for n in range(5000))
        library.report = Report("g", Changes(articles), Changes(), swapped=True)
        channel, marie = moderator(env)
        shown = (await marie.slash(channel, "corpus reload")).response
        assert shown and "Articles: +5000 ~0 −0" in text(shown)
        assert "All of it is in the attached file." in text(shown)
        (file,) = shown.attachments
        lines = (await file.read()).decode().splitlines()
        assert lines[0] == "The articles were reloaded"
        assert lines[-1] == "+ a4999  Title 4999"

    async def test_a_bot_that_closes_begins_nothing(self, env: simcord.Env, library: LibraryDouble) -> None:
        channel, marie = moderator(env)
        env.bot.closing = True  # type: ignore[attr-defined]
        assert "restarted" in text((await marie.slash(channel, "corpus reload")).response)
        env.bot.closing = False  # type: ignore[attr-defined]
        assert library.calls == []


class Slow:
    """Does what the cog does aside, after a virtual while, telling how far it is meanwhile."""

    def __init__(self, library: LibraryDouble, seconds: float, steps: int) -> None:
        self._library, self._seconds, self._steps = library, seconds, steps

    async def __call__(self, work: Callable[[], Any]) -> Any:
        progress: list[Callable[[str, int, int], None]] = []
        did = self._library._did

        def catch(action: str, told: Any, **values: Any) -> Report:
            progress.append(told)
            return did(action, None, **values)

        self._library._did = catch  # type: ignore[method-assign]
        result = work()
        self._library._did = did  # type: ignore[method-assign]
        for step in range(self._steps if progress else 0):
            await asyncio.sleep(self._seconds / self._steps)
            progress[0]("embedding", step + 1, self._steps)
        return result


class TestProgress:
    async def test_it_is_shown_in_the_message_at_most_once_in_two_seconds(
        self, env: simcord.Env, library: LibraryDouble, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        channel, marie = moderator(env)
        monkeypatch.setattr(cog(env)._acting, "aside", Slow(library, 30, 60))
        edits: list[tuple[timedelta, str]] = []
        original = discord.Interaction.edit_original_response
        began = env.now()

        async def watched(self: Any, **values: Any) -> Any:
            edits.append((env.now() - began, text(values["view"])))
            return await original(self, **values)

        monkeypatch.setattr(discord.Interaction, "edit_original_response", watched)
        waiting = await marie.slash(channel, "corpus reload")
        await env.advance_time(25)
        moments = [moment for moment, _ in edits]
        assert len(moments) >= 8
        assert min(b - a for a, b in pairwise(moments)) >= timedelta(seconds=2)
        assert "Reading the articles again" in edits[0][1] and "Indexing what is new" in edits[0][1]
        assert "▰" in text(waiting.response) and "%" in text(waiting.response)
        await env.advance_time(10)
        assert text(waiting.response).startswith("**The articles were reloaded**")

    async def test_a_reload_longer_than_an_interaction_reports_in_the_channel(
        self, env: simcord.Env, library: LibraryDouble, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        channel, marie = moderator(env)
        monkeypatch.setattr(cog(env)._acting, "aside", Slow(library, 1200, 4))
        await marie.slash(channel, "corpus reload")
        assert channel.last_message is None
        await env.advance_time(1300)
        message = channel.last_message
        assert message and message.author == env.bot.user
        said = text(message)
        assert said.startswith(f"<@{marie.id}>, this took longer than Discord keeps a command open.")
        assert "**The articles were reloaded**" in said and "Articles: +1 ~1 −1" in said
        assert message.mentions == [] or requests_of(env, "POST", "/messages")[-1]["body"][
            "allowed_mentions"
        ] == {"parse": []}

    async def test_a_channel_that_takes_no_files_gets_the_report_without(
        self, env: simcord.Env, library: LibraryDouble, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        channel, marie = moderator(env)
        library.report = Report("g", Changes(tuple(ArticleName(f"a{n}", "T") for n in range(200))), Changes())
        monkeypatch.setattr(cog(env)._acting, "aside", Slow(library, 1200, 4))
        await marie.slash(channel, "corpus reload")
        env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50013)
        await env.advance_time(1300)
        message = channel.last_message
        assert message and "Articles: +200 ~0 −0" in text(message) and message.attachments == []

    async def test_where_the_bot_may_not_write_it_reports_to_the_moderator(
        self, env: simcord.Env, library: LibraryDouble, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        channel, marie = moderator(env)
        library.report = Report("g", Changes(tuple(ArticleName(f"a{n}", "T") for n in range(200))), Changes())
        monkeypatch.setattr(cog(env)._acting, "aside", Slow(library, 1200, 4))
        await marie.slash(channel, "corpus reload")
        env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50013, times=None)
        await env.advance_time(1300)
        message = marie.user.dm_channel.last_message
        assert message and "Articles: +200 ~0 −0" in text(message)
        assert [file.filename for file in message.attachments] == ["report.txt"]


class TestAdd:
    async def test_a_file_is_added_with_what_the_form_says(
        self, env: simcord.Env, library: LibraryDouble
    ) -> None:
        channel, marie = moderator(env)
        shown = await marie.slash(channel, "corpus add", file=("Discours.txt", "Été.".encode()))
        assert shown.modal and shown.modal["title"] == "What is known about the article"
        values = {"title": " Le discours ", "publisher": "L’Écho", "published": "2026-02", "language": ["fr"]}
        result = await marie.submit_modal(shown, values)
        assert result.ephemeral and text(result.response).startswith("**Added**")
        ((action, told),) = library.calls
        fields = told["fields"]
        assert (action, told["name"], told["content"]) == ("add", "Discours.txt", "Été.".encode())
        assert told["actor"] == actor(marie)
        assert (fields.title, fields.publisher, fields.published) == ("Le discours", "L’Écho", "2026-02")
        assert (fields.language, fields.url) == ("fr", None)

    async def test_a_form_left_empty_leaves_all_to_the_article(
        self, env: simcord.Env, library: LibraryDouble
    ) -> None:
        channel, marie = moderator(env)
        shown = await marie.slash(channel, "corpus add", file=("a.md", b"# T\n\nText."))
        await marie.submit_modal(shown, {})
        fields = library.calls[0][1]["fields"]
        assert {fields.title, fields.publisher, fields.published, fields.language} == {None}

    async def test_a_wrong_date_is_told_and_the_form_comes_back_filled(
        self, env: simcord.Env, library: LibraryDouble
    ) -> None:
        channel, marie = moderator(env)
        shown = await marie.slash(channel, "corpus add", file=("a.txt", b"Text."))
        wrong = await marie.submit_modal(shown, {"title": "Titre", "published": "hier", "language": ["en"]})
        assert wrong.response and "“hier” is not a date" in text(wrong.response)
        again = await marie.click(wrong.response, label="Correct")
        assert again.modal
        controls = {
            label["component"]["custom_id"]: label["component"] for label in again.modal["components"]
        }
        assert controls["title"]["value"] == "Titre"
        assert [o["value"] for o in controls["language"]["options"] if o.get("default")] == ["en"]
        await marie.submit_modal(again, {"title": "Titre", "published": "2026-02-12", "language": ["en"]})
        assert library.calls[0][1]["fields"].published == "2026-02-12"

    async def test_a_page_is_fetched_and_added(
        self, env: simcord.Env, library: LibraryDouble, site: Site
    ) -> None:
        site.page("/greve", ARTICLE)
        cog(env).web = lambda: Web(Limits(pause=0), allowed=site.allowed)
        channel, marie = moderator(env)
        shown = await marie.slash(channel, "corpus add", address=site.url("/greve"))
        await marie.submit_modal(shown, {})
        ((_, told),) = library.calls
        assert told["name"] == "Greve-des-dockers-a-Marseille.txt"
        assert told["content"].decode().splitlines() == PARAGRAPHS
        assert told["fields"].url == site.url("/greve")

    async def test_what_could_not_be_fetched_of_a_feed_stands_in_the_report(
        self, env: simcord.Env, library: LibraryDouble, site: Site
    ) -> None:
        from tests.sources.test_feed import RSS, item, rss

        site.page("/greve", ARTICLE)
        site.page("/flux", rss(item("a", site.url("/greve")), item("b", site.url("/gone"))), RSS)
        cog(env).web = lambda: Web(Limits(pause=0), allowed=site.allowed)
        channel, marie = moderator(env)
        shown = await marie.slash(channel, "corpus add", address=site.url("/flux"))
        said = text((await marie.submit_modal(shown, {})).response)
        assert "**2 were refused**" in said and "/gone — 127\\.0.0.1 has no such page (404)" in said
        assert library.calls[0][1]["name"].endswith(".jsonl")

    async def test_an_address_that_cannot_be_had_is_told_and_written_down(
        self, env: simcord.Env, library: LibraryDouble, site: Site
    ) -> None:
        cog(env).web = lambda: Web(Limits(pause=0), allowed=site.allowed)
        channel, marie = moderator(env)
        shown = await marie.slash(channel, "corpus add", address=site.url("/absent"))
        result = await marie.submit_modal(shown, {})
        assert text(result.response) == "127\\.0.0.1 has no such page (404). Check the address."
        assert library.calls == [
            (
                "refused",
                {
                    "actor": actor(marie),
                    "action": "add",
                    "subject": site.url("/absent"),
                    "why": "sources-status",
                },
            )
        ]

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({}, "Give either a file or an address."),
            ({"address": "https://e.example/", "file": ("a.txt", b"x")}, "Give either a file or an address."),
            ({"file": ("a.docx", b"x")}, "a.docx is of a format that is not read."),
            ({"address": "echo.example"}, "“echo.example” is not a web address."),
            ({"address": "http://marie:secret@echo.example/"}, "This address holds a user name"),
            ({"file": ("a.txt", b"x" * 2_000_001)}, "This file is too large (2.0 MB; 2 MB at most)."),
        ],
    )
    async def test_what_cannot_be_added_is_told_before_the_form(
        self, env: simcord.Env, library: LibraryDouble, given: dict[str, Any], said: str
    ) -> None:
        env.bot.options = replace(env.bot.options, max_bytes=2_000_000)  # type: ignore[attr-defined]
        channel, marie = moderator(env)
        result = await marie.slash(channel, "corpus add", **given)
        assert result.modal is None and result.ephemeral
        assert text(result.response).startswith(said)
        assert library.calls == []

    async def test_an_article_that_is_there_is_replaced_when_confirmed(
        self, env: simcord.Env, library: LibraryDouble
    ) -> None:
        library.errors = [PorteParoleError("library-exists", article="a")]
        channel, marie = moderator(env)
        shown = await marie.slash(channel, "corpus add", file=("a.txt", b"Text."))
        asked = (await marie.submit_modal(shown, {})).response
        assert asked and "There is an article a already" in text(asked)
        await marie.click(asked, label="Replace it")
        assert [values["replace"] for _, values in library.calls] == [False, True]
        assert text(asked).startswith("**Added**")


class TestRemove:
    @pytest.fixture(autouse=True)
    def read(self, service: ServiceDouble) -> None:
        """Have the articles read before SimCord's five seconds begin."""
        assert service.lookup.articles.listed

    async def test_it_is_asked_first_and_then_removed(self, env: simcord.Env, library: LibraryDouble) -> None:
        channel, marie = moderator(env)
        shown = (await marie.slash(channel, "corpus remove", article="port-de-brume")).response
        assert shown and library.calls == []
        assert "Le port de Brume rouvre au trafic" in text(shown)
        await marie.click(shown, label="Remove")
        assert library.calls == [("remove", {"article": "port-de-brume", "actor": actor(marie)})]
        assert text(shown).startswith("**Removed**")

    async def test_it_can_be_left(self, env: simcord.Env, library: LibraryDouble) -> None:
        channel, marie = moderator(env)
        shown = (await marie.slash(channel, "corpus remove", article="bridge")).response
        assert shown
        await marie.click(shown, label="Cancel")
        assert text(shown) == "Nothing was changed."
        assert buttons(shown) == {} and library.calls == []

    async def test_after_a_restart_the_question_waits_no_longer(
        self, env: simcord.Env, library: LibraryDouble, make_bot: Callable[[], Any]
    ) -> None:
        channel, marie = moderator(env)
        shown = (await marie.slash(channel, "corpus remove", article="bridge")).response
        assert shown
        await env.restart_bot(make_bot())
        result = await marie.click(shown, label="Remove")
        assert "no longer waiting" in text(result.response)
        assert library.calls == []

    async def test_an_article_that_is_not_there_is_told(self, env: simcord.Env) -> None:
        channel, marie = moderator(env)
        said = text((await marie.slash(channel, "corpus remove", article="nope")).response)
        assert said.startswith("There is no article nope")

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [("le port de brume rouvre", "port-de-brume"), ("port-de-brume.en", "port-de-brume.en")],
    )
    async def test_an_article_is_meant_by_its_title_and_a_translation_by_its_name(
        self, env: simcord.Env, library: LibraryDouble, typed: str, meant: str
    ) -> None:
        channel, marie = moderator(env)
        shown = (await marie.slash(channel, "corpus remove", article=typed)).response
        assert shown
        await marie.click(shown, label="Remove")
        assert library.calls == [("remove", {"article": meant, "actor": actor(marie)})]

    async def test_titles_are_completed_by_any_of_their_words(self, env: simcord.Env) -> None:
        channel, marie = moderator(env)
        found = await marie.autocomplete(channel, "corpus remove", "article", "TRAFIC brume")
        assert [(choice["name"], choice["value"]) for choice in found] == [
            ("Le port de Brume rouvre au trafic", "port-de-brume")
        ]
        assert len(await marie.autocomplete(channel, "corpus remove", "article", "")) == 3

    async def test_a_removal_can_be_taken_back(self, env: simcord.Env, library: LibraryDouble) -> None:
        channel, marie = moderator(env)
        found = await marie.autocomplete(channel, "corpus readmit", "article", "vieil")
        assert [choice["value"] for choice in found] == ["vieux"]
        said = text((await marie.slash(channel, "corpus readmit", article="vieux")).response)
        assert library.calls == [("readmit", {"article": "vieux", "actor": actor(marie)})]
        assert said.startswith("**Taken in again**")


async def test_a_translation_is_corrected(env: simcord.Env, library: LibraryDouble) -> None:
    channel, marie = moderator(env)
    result = await marie.slash(
        channel, "corpus translate", article="port-de-brume", number=2, text="“The port will reopen.”"
    )
    assert text(result.response).startswith("**The translation was kept**")
    values = {
        "article": "port-de-brume",
        "number": 2,
        "text": "“The port will reopen.”",
        "actor": actor(marie),
    }
    assert library.calls == [("translate", values)]


async def test_a_rollback_reports_what_it_changed(env: simcord.Env, library: LibraryDouble) -> None:
    channel, marie = moderator(env)
    said = text((await marie.slash(channel, "corpus rollback")).response)
    assert library.calls == [("rollback", {"actor": actor(marie)})]
    assert said.startswith("**The articles answer as they did before**")


class TestLooking:
    async def test_status_tells_what_answers_and_what_changed_since(
        self, env: simcord.Env, library: LibraryDouble
    ) -> None:
        running = Running("reload", "watch", MOMENT)
        library.state = replace(STATUS, running=running)
        channel, marie = moderator(env)
        result = await marie.slash(channel, "corpus status")
        moment = int(MOMENT.timestamp())
        assert result.ephemeral
        assert text(result.response).splitlines() == [
            "**The articles**",
            "3 articles, 12 paragraphs",
            f"-# Generation g-0002 has answered since <t:{moment}:R>.",
            f"Under way: Reload by the watch of the folder, since <t:{moment}:R>.",
            "The files have changed since they were read: `/corpus reload` reads them again.",
            "`/corpus rollback` leads back to generation g-0001.",
            "**Kept**",
            f"- `g-0002` · <t:{moment}:R> · 3 articles, 12 paragraphs",
            f"- `g-0001` · <t:{moment}:R> · 2 articles, 9 paragraphs",
            "**Added by moderators (1)**",
            "- Un nouvel article",
            "**Removed by moderators (1)**",
            f"- Un vieil article · <@42> · <t:{moment}:R>",
        ]

    async def test_status_of_a_corpus_that_was_rolled_back_or_has_no_folder(
        self, env: simcord.Env, library: LibraryDouble
    ) -> None:
        channel, marie = moderator(env)
        library.state = replace(STATUS, rolled_back=True, before=None, added=(), removed=())
        said = text((await marie.slash(channel, "corpus status")).response)
        assert "Someone went back to this state" in said and "no earlier state" in said
        library.state = replace(STATUS, sources_changed=None)
        said = text((await marie.slash(channel, "corpus status")).response)
        assert "The folder of articles is not there." in said

    async def test_history_tells_who_did_what_with_what_result(
        self, env: simcord.Env, library: LibraryDouble
    ) -> None:
        figures = {"articles": {"added": 2, "changed": 0, "removed": 1}, "dry_run": False}
        refused = {"key": "library-no-article", "values": {"name": "x"}}
        library.actions = (
            Action(4, MOMENT, None, "watch", "reload", "", "started", {}),
            Action(3, MOMENT, MOMENT, "discord:42 marie", "add", "a*.txt", "done", figures),
            Action(2, MOMENT, MOMENT, "terminal:root", "remove", "x", "refused", refused),
            Action(1, MOMENT, MOMENT, "discord:43 paul", "rollback", "", "denied", {}),
            Action(0, MOMENT, MOMENT, "start", "tidy", "", "failed", {"error": "OSError", "key": "no-such"}),
        )
        channel, marie = moderator(env)
        at = f"<t:{int(MOMENT.timestamp())}:f>"
        assert text((await marie.slash(channel, "corpus history")).response).splitlines() == [
            "**What was done with the articles**",
            "**Reload** · under way",
            f"-# {at} · the watch of the folder",
            "**Add** · a\\*.txt · done",
            f"-# {at} · <@42> · +2 ~0 −1",
            "**Remove** · x · refused",
            f"-# {at} · terminal (root) · There is no article x in the corpus.",
            "**Go back** · not allowed",
            f"-# {at} · <@43>",
            "**tidy** · failed",
            f"-# {at} · at the start · OSError",
        ]

    async def test_gaps_come_most_frequent_first_without_who_asked(
        self, env: simcord.Env, library: LibraryDouble
    ) -> None:
        library.asked = (Gap("Qui a dit *non* ?", "fr", 7, MOMENT), Gap("Who said no?", "en", 1, MOMENT))
        channel, marie = moderator(env)
        last = f"last asked <t:{int(MOMENT.timestamp())}:R>"
        assert text((await marie.slash(channel, "corpus gaps")).response).splitlines() == [
            "**What the articles did not answer**",
            "**7\u00a0×** Qui a dit \\*non\\* ?",
            f"-# in French · {last}",
            "**1\u00a0×** Who said no?",
            f"-# in English · {last}",
            "-# Who asked is not kept.",
        ]

    async def test_a_gap_is_noted_by_the_words_that_it_begins_with(
        self, env: simcord.Env, library: LibraryDouble
    ) -> None:
        library.asked = (Gap("Qui a dit non ?", "fr", 7, MOMENT), Gap("Who said no?", "en", 1, MOMENT))
        channel, marie = moderator(env)
        offered = await marie.autocomplete(channel, "corpus gaps", "question", "who")
        assert [(choice["name"], choice["value"]) for choice in offered] == [
            ("Who said no?", library.asked[1].id)
        ]
        shown = await marie.slash(channel, "corpus gaps", question=offered[0]["value"])
        last = f"last asked <t:{int(MOMENT.timestamp())}:R>"
        assert f"-# in English · {last} · noted by <@{marie.id}>" in text(shown.response)
        assert library.calls == [
            ("mark_gap", {"question": "Who said no?", "mark": "noted", "actor": actor(marie)})
        ]

    async def test_nothing_to_show_is_said(self, env: simcord.Env) -> None:
        channel, marie = moderator(env)
        assert (
            text((await marie.slash(channel, "corpus gaps")).response)
            == "**Every question so far was answered.**"
        )
        said = text((await marie.slash(channel, "corpus history")).response)
        assert said == "**Nothing has been done with the articles yet.**"

    async def test_a_state_database_out_of_reach_is_a_sentence(
        self, env: simcord.Env, library: LibraryDouble, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def gone(count: int = 100) -> Any:
            raise PorteParoleError("state-failed", place="state.sqlite", reason="disk I/O error")

        monkeypatch.setattr(library, "history", gone)
        channel, marie = moderator(env)
        assert "disk I/O error" in text((await marie.slash(channel, "corpus history")).response)
