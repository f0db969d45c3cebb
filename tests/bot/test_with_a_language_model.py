"""The bot on the real engine with a language model that says what a test wrote down: what people read."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
import simcord
from langchain_core.messages import BaseMessage

from porteparole.answering.answer import Answer
from porteparole.answering.stages import Listener, Stage
from porteparole.engine import open_service
from porteparole.service import Service
from porteparole.settings import Settings
from tests.answering.generative.conftest import Broken, ScriptedModel, sentences
from tests.answering.generative.test_writing import number_of
from tests.bot.conftest import speak
from tests.bot.looking import buttons, last, text
from tests.bot.test_feedback import moderator
from tests.bot.test_questions import in_channel, mention
from tests.conftest import ROOT

QUESTION = "Combien de pays ont signé la déclaration commune ?"
ENGLISH = "How many countries signed the joint declaration?"
RIGHT = "Cinquante-huit pays ont signé une déclaration commune."
TRANSLATED = "Fifty-eight countries signed a joint declaration."
WRONG = "Soixante pays ont signé une déclaration commune."
OWN_WORDS = "Cinquante-huit pays dont la Chine"
EDITORS_WORDS = "Fifty-eight countries, including China"

Script = Callable[..., None]


def on(words: str, *texts: str) -> Callable[[list[BaseMessage]], str]:
    """Reply with sentences on the paragraph with these words."""
    return lambda messages: sentences(*((text, [number_of(messages, words)]) for text in texts))


def cut_off(messages: list[BaseMessage]) -> Broken:
    """Begin a reply, and be gone before its end."""
    return Broken(on("Cinquante-huit", RIGHT, WRONG)(messages)[:-40])


def each_first_sentence(messages: list[BaseMessage]) -> str:
    """Summarise: the first words of the paragraphs that were shown, and something that no article says."""
    shown = json.loads(str(messages[1].content))["paragraphs"]  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
    own = [(p["text"].split(" (")[0].split(", ")[0].rstrip(".") + ".", [p["number"]]) for p in shown]
    return sentences(*own[:5], ("Le Brésil a quitté la salle.", [1]))


@pytest.fixture(scope="module")
def model() -> ScriptedModel:
    return ScriptedModel(replies=[""])


@pytest.fixture(scope="module")
def opened(
    model: ScriptedModel, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Service]]:
    """Open the engine with this model and these settings of the writer."""
    patched = pytest.MonkeyPatch()
    patched.setattr("porteparole.answering.generative.opening.open_model", lambda *_, **__: model)
    found: list[Service] = []

    def make(folder: Path | None = None, **writer: Any) -> Service:
        values = {"model": "openai:scripted", "api_key": "none", "timeout_seconds": 2, **writer}
        folder = folder or tmp_path_factory.mktemp("data")
        found.append(open_service(Settings(writer=values), seeds=[ROOT / "seeds"], data_dir=folder))  # type: ignore[arg-type]
        # The first answer reads the word lists, which can take longer than SimCord waits.
        found[-1].ask(QUESTION)
        return found[-1]

    yield make
    for service in found:
        service.close()
    patched.undo()


@pytest.fixture(scope="module")
def engine(opened: Callable[..., Service]) -> Service:
    return opened()


@pytest.fixture
def service(engine: Service) -> Any:
    return engine


@pytest.fixture
def script(model: ScriptedModel, monkeypatch: pytest.MonkeyPatch) -> Script:
    """Have the model reply so; what it said before is forgotten, and so are its failures."""

    def write(*replies: Any) -> None:
        model.replies[:] = list(replies)
        model.asked.clear()

    return write


async def ask(env: simcord.Env, question: str) -> str:
    """Return what the bot replies to a mention with ``question``."""
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} {question}")
    return text(last(channel))


@pytest.mark.parametrize(
    ("question", "reply", "notes"),
    [
        (
            QUESTION,
            on("Cinquante-huit", RIGHT, WRONG),
            ("Rédigé par un modèle de langue", "Une phrase n’a pas pu être prouvée"),
        ),
        (
            ENGLISH,
            on("Cinquante-huit", TRANSLATED, "Sixty countries signed a joint declaration."),
            ("Worded by a language model", "One sentence could not be proved"),
        ),
    ],
)
async def test_only_what_is_proved_is_shown_and_what_was_dropped_is_counted(
    env: simcord.Env, script: Script, question: str, reply: Any, notes: Sequence[str]
) -> None:
    script(reply)
    shown = await ask(env, question)
    assert shown.startswith((RIGHT, TRANSLATED))
    assert "Soixante" not in shown and "Sixty" not in shown
    assert "> Cinquante-huit pays dont la Chine" in shown, "the paragraph’s own words prove it"
    assert all(note in shown for note in notes), shown


async def test_a_moderator_sees_what_was_dropped_and_why(env: simcord.Env, script: Script) -> None:
    script(on("Cinquante-huit", RIGHT, WRONG))
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} {QUESTION}")
    somebody = moderator(env)
    opened = await somebody.click(last(channel), label="Pourquoi\u00a0?")
    shown = opened.response
    assert shown
    pages = [text(shown)]
    while len(pages) < int(next(b for b in buttons(shown) if " of " in b).split()[-1]):
        await somebody.click(shown, label="▶")
        pages.append(text(shown))
    (page,) = [page for page in pages if WRONG in page]
    assert "it has a figure that the paragraph does not have" in page


@pytest.mark.parametrize(
    ("reply", "note", "in_english"),
    [
        (ConnectionError("down"), "n’a pas donné de réponse utilisable", "gave no answer that can be used"),
        ("I’m sorry, I cannot help.", "n’a pas donné de réponse", "gave no answer that can be used"),
        (cut_off, "n’a pas donné de réponse utilisable", "gave no answer that can be used"),
        (3.0, "n’a pas répondu à temps", "did not answer in time"),
        (on("Cinquante-huit", WRONG), "n’est pas prouvé par les articles", "is not proved by the articles"),
    ],
)
async def test_whatever_goes_wrong_the_articles_own_words_answer(
    env: simcord.Env, script: Script, opened: Callable[..., Service], reply: Any, note: str, in_english: str
) -> None:
    script("")
    env.bot.service = opened()  # type: ignore[attr-defined]  # whose model has not failed yet
    script(reply)
    shown = await ask(env, "Combien de pays ont signé cette déclaration commune ?")
    assert shown.startswith(OWN_WORDS) and note in shown
    assert "Rédigé par" not in shown and WRONG not in shown
    channel, alice = in_channel(env)
    asked = await alice.slash(channel, "ask", question="How many countries signed this joint declaration?")
    answer = text(asked.response)
    assert EDITORS_WORDS in answer and in_english in answer and "Worded by" not in answer


async def test_after_three_failures_the_model_rests_and_people_are_told(
    env: simcord.Env, script: Script, opened: Callable[..., Service]
) -> None:
    script("")
    env.bot.service = opened()  # type: ignore[attr-defined]
    script(ConnectionError("down"))
    channel, alice = in_channel(env)
    for question in (ENGLISH, "Qui a signé la déclaration ?", "Quels pays ont signé la déclaration ?"):
        await alice.send(channel, f"{mention(env)} {question}")
    await alice.send(channel, f"{mention(env)} Combien de pays ont signé la déclaration du sommet ?")
    assert "est en pause après plusieurs échecs" in text(last(channel))
    await alice.send(channel, f"{mention(env)} How many countries signed the summit’s declaration?")
    assert "rests after several failures" in text(last(channel))


async def test_when_the_budget_of_the_day_is_used_up_the_articles_answer_everybody(
    env: simcord.Env, script: Script, opened: Callable[..., Service]
) -> None:
    script(on("Cinquante-huit", RIGHT))
    env.bot.service = opened(day_tokens=1)  # type: ignore[attr-defined]
    assert "Le budget du modèle de langue est épuisé pour aujourd’hui" in await ask(
        env, f"{QUESTION} Dites-le."
    )
    assert "budget for today is used up" in await ask(env, ENGLISH)


async def test_a_person_who_used_their_share_is_told_and_another_is_not(
    env: simcord.Env, script: Script, opened: Callable[..., Service]
) -> None:
    script(on("Cinquante-huit", RIGHT))
    env.bot.service = opened(person_tokens=1)  # type: ignore[attr-defined]
    channel, alice = in_channel(env)
    await alice.send(channel, f"{mention(env)} Combien de pays ont signé la déclaration à Paris ?")
    assert "Rédigé par un modèle" in text(last(channel))
    await alice.send(channel, f"{mention(env)} Combien de pays ont signé la déclaration du sommet ?")
    assert "Votre part du modèle de langue pour aujourd’hui est épuisée" in text(last(channel))
    await alice.send(channel, f"{mention(env)} How many countries signed the summit’s declaration?")
    assert "Your share of the language model for today is used up" in text(last(channel))
    bob = env.guild.add_member(env.create_user("bob"))
    await bob.send(channel, f"{mention(env)} Combien de pays ont signé la déclaration du sommet ?")
    assert "Rédigé par un modèle" in text(last(channel))


@pytest.mark.parametrize(
    ("locale", "heading", "note"),
    [("fr", "> Résumé", "Rédigé par un modèle de langue"), ("en-US", "> Summary", "")],
)
async def test_a_summary_is_worded_where_it_is_proved_and_names_the_right_speakers(
    env: simcord.Env,
    service: Service,
    script: Script,
    monkeypatch: pytest.MonkeyPatch,
    locale: str,
    heading: str,
    note: str,
) -> None:
    speak(monkeypatch, locale)
    channel, alice = in_channel(env)
    script(each_first_sentence)
    name = service.corpus.articles[0].id
    asked = await alice.slash(channel, "summary article", article=name, language=locale[:2])
    shown = text(asked.response)
    assert heading in shown and note in shown and "Brésil" not in shown
    # It tells of Vance within what China says: nobody's words as a whole.
    assert "**\\[1\\] J.D. Vance**" not in shown
    script(ConnectionError("down"))
    asked = await alice.slash(channel, "summary article", article=name, length="short", language=locale[:2])
    assert ("voici les mots des articles" if note else "articles’ own words") in text(asked.response)


@pytest.fixture
def slowly(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what the engine tells on its way come a second apart, by the clock of the virtual Discord."""
    at_once = service.aask

    async def aask(question: str, *, listener: Listener | None = None, **values: Any) -> Answer:
        told: list[tuple[Stage, tuple[str, ...]]] = []

        def note(stage: Stage, sentences: Sequence[str] = ()) -> None:
            told.append((stage, tuple(sentences)))

        answer = await at_once(question, listener=note, **values)
        for stage, proved in told:
            await asyncio.sleep(1)
            if listener:
                listener(stage, proved)
        await asyncio.sleep(3)
        return answer

    monkeypatch.setattr(service, "aask", aask)
    # SimCord cannot skip the time between two signs of typing.
    monkeypatch.setattr("bot.cogs.ask.typing", lambda _: nullcontext())


@pytest.mark.usefixtures("slowly")
@pytest.mark.parametrize(
    ("question", "right", "wrong", "stage"),
    [
        (
            "Combien de pays ont signé ensemble la déclaration commune ?",
            RIGHT,
            WRONG,
            "Vérification de chaque phrase",
        ),
        (
            "How many countries together signed the joint declaration?",
            TRANSLATED,
            "Sixty countries signed a joint declaration.",
            "Checking each sentence",
        ),
    ],
)
async def test_stages_and_proved_sentences_are_seen_while_it_writes(
    env: simcord.Env, script: Script, question: str, right: str, wrong: str, stage: str
) -> None:
    script(on("Cinquante-huit", wrong, right))
    channel, alice = in_channel(env)
    shown = await alice.slash(channel, "ask", question=question)
    seen: list[str] = []
    for _ in range(15):
        await env.advance_time(1)
        seen.append(text(shown.response))
    assert any(right in page and "[1]" not in page.replace("\\", "") for page in seen), "before the answer"
    assert not any(wrong in page for page in seen)
    assert right in seen[-1] and stage not in seen[-1]
