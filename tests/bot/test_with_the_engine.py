"""The bot on the real engine and the two articles that come with it: what a person in a channel reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import simcord

from porteparole.engine import open_service
from porteparole.service import Service
from porteparole.settings import Settings
from tests.bot.looking import buttons, last, text
from tests.bot.test_feedback import moderator
from tests.bot.test_questions import in_channel, mention
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    opened = open_service(Settings(), seeds=[ROOT / "seeds"], data_dir=tmp_path_factory.mktemp("data"))
    # The first answer reads the word lists, which can take longer than SimCord waits.
    opened.ask("Combien de pays ont signé la déclaration ?")
    yield opened
    opened.close()


@pytest.fixture
def service(engine: Service) -> Any:
    return engine


async def test_a_french_question_gets_the_words_and_their_paragraph(env: simcord.Env) -> None:
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} Qui dit que l'IA est un bien commun à toute l'humanité ?")
    shown = text(last(channel))
    assert "L’IA est un bien commun à toute l’humanité" in shown
    assert "Guo Jiakun" in shown
    assert "Afficher ¶\u00a05" in buttons(last(channel))


async def test_an_english_question_gets_a_labelled_translation_and_the_original(env: simcord.Env) -> None:
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} How many countries signed the joint declaration?")
    shown = text(last(channel))
    assert "Fifty-eight countries" in shown
    assert "translation by the editors, not official" in shown.lower()
    assert "Cinquante-huit pays" in shown


async def test_the_button_opens_the_paragraph_with_its_neighbours(env: simcord.Env) -> None:
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} Combien de pays ont signé la déclaration commune ?")
    clicked = await alice.click(last(channel), label="Afficher ¶\u00a07")
    opened = text(clicked.response)
    assert "**" in opened
    assert "Le sommet de Paris sur l’intelligence artificielle" in opened, "the paragraph before"


async def test_what_the_articles_do_not_tell_is_refused_without_proof(env: simcord.Env) -> None:
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} Qu'a déclaré Angela Merkel ?")
    shown = text(last(channel))
    assert "Angela Merkel" in shown
    assert "[1]" not in shown


async def test_a_direct_message_follows_up(env: simcord.Env) -> None:
    alice = env.create_user("alice")
    await alice.send_dm("Que dit Vance des partenariats avec les régimes autoritaires ?")
    await alice.send_dm("Et qu'a-t-il lancé sur l'infrastructure d'information ?")
    assert "enchaîner votre nation" in text(last(alice.dm_channel))


async def test_a_thousand_question_marks_are_answered_politely(env: simcord.Env) -> None:
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} {'?' * 1000}")
    assert text(last(channel))


def test_the_articles_are_the_ones_that_come_with_the_project(engine: Service) -> None:
    assert [Path(article.source).name for article in engine.corpus.articles] == [
        "000_8b3dc3fc911b4f84.txt",
        "001_ee4572df09ebfdd7.txt",
    ]


async def test_a_moderator_sees_which_candidates_were_weighed(env: simcord.Env) -> None:
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} Combien de pays ont signé la déclaration commune ?")
    clicked = await moderator(env).click(last(channel), label="Pourquoi\u00a0?")
    shown = text(clicked.response)
    assert "Verdict: it answers." in shown
    assert "¶\u00a07" in shown and "Cinquante-huit pays" in shown
    assert "multilingual\\-e5" in shown or "multilingual-e5" in shown
