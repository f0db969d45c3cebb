"""Whatever Discord brings, over real sockets: nothing crashes, what is sent is well-formed, it answers on."""

from __future__ import annotations

import asyncio
import copy
import logging
from collections.abc import Coroutine, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.client import BotOptions, PorteParoleBot
from bot.presenters.answer import present
from bot.presenters.passage import TEMPLATE as PASSAGE
from bot.views.answer_buttons import LANGUAGE
from bot.views.confirm import TEMPLATE as CONFIRM
from bot.views.feedback_buttons import VOICE
from bot.views.forget_button import FORGET
from bot.views.pages import TEMPLATE as PAGE
from bot.views.paragraph_button import ParagraphButton
from bot.views.settings_form import END, FIELD
from bot.views.thread_button import THREAD
from bot.views.verdict_buttons import VERDICT
from bot.views.why_button import WHY
from porteparole.answering.answer import Answer, Outcome, Sentence
from porteparole.texts import Texts
from tests.bot import hostile
from tests.bot.conftest import violations
from tests.bot.discord_double import BOT, CHANNEL, DiscordDouble, running
from tests.bot.service_double import HARBOUR, ServiceDouble, article, cite

T = TypeVar("T")
GUILD = 9_000_000 << 22
MANAGE = 1 << 5
# A gateway sends no lone surrogates.
texts = hostile.texts.map(lambda text: text.encode("utf-8", "replace").decode())
whatever = settings(
    max_examples=15,
    deadline=None,
    # What fails is shown as it is: making it smaller would take minutes.
    phases=[Phase.generate],
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
places = st.sampled_from([None, GUILD])
locales = st.sampled_from(["fr", "en-US", "en-GB", "de", "xx"])


class Parrot(ServiceDouble):
    """Answers with the question itself, and cites an article that says the same."""

    outcome: Outcome = "answered"

    def ask(self, question: str, **_: Any) -> Answer:
        if question == "the toll?":
            return super().ask(question)
        source = article("wild", question, "fr", question or "…", publisher=question[:300])
        cited = (cite(source, 1, speaker=question),) * 9
        return Answer("fr", self.outcome, (Sentence(question, (1, 2)),) * 4, cited, related=cited)


class World:
    """A bot, connected, and what it logs as an error."""

    def __init__(self, folder: Path) -> None:
        self.runner = asyncio.Runner()
        self.double = DiscordDouble()
        self.service = Parrot()
        options = BotOptions(data_dir=folder, cooldown=0, server_limit=0, waiting=100, grace=0.1)
        self.bot = PorteParoleBot(self.service, Texts(), options, lambda _: None)
        self.errors: list[str] = []

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    def comes(self, kind: str, event: dict[str, Any]) -> list[dict[str, Any]]:
        """Let an event come; return what the bot asked of Discord once it is done with it."""
        self.double.requests.clear()
        self.run(self._comes(kind, event))
        sent = [request for request in self.double.requests if request["method"] != "GET"]
        assert violations(sent) == []
        return sent

    async def _comes(self, kind: str, event: dict[str, Any]) -> None:
        await self.double.dispatch(kind, event)
        count = len(self.double.sessions[0].events)
        await self.double.until(lambda: self.bot.ws.sequence == count)
        async with asyncio.timeout(30):
            while work := [task for task in asyncio.all_tasks() if _is_work(task)]:
                await asyncio.wait(work, timeout=1)

    def answers_on(self) -> None:
        """Nothing was broken: the next question is answered."""
        before = len(self.double.messages)
        self.run(self.double.say("the toll?"))
        self.run(self.double.until(lambda: len(self.double.messages) > before))


def _is_work(task: asyncio.Task[Any]) -> bool:
    return task.get_name().startswith(("discord.py: ", "discord-ui", "CommandTree"))


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setattr("bot.rest.PAUSES", (0.01, 0.01))
    made = World(tmp_path)
    notes = logging.Handler(logging.ERROR)
    notes.emit = lambda record: made.errors.append(record.getMessage())  # type: ignore[method-assign]
    stack = AsyncExitStack()
    made.run(stack.enter_async_context(made.double.serving(monkeypatch)))
    made.run(stack.enter_async_context(running(made.bot, made.double)))
    made.run(made.double.guild(GUILD))
    made.run(made.double.until(lambda: bool(made.bot.guilds)))
    logging.getLogger().addHandler(notes)
    yield made
    logging.getLogger().removeHandler(notes)
    made.run(stack.aclose())
    made.runner.close()


def user(identity: int, name: str = "x") -> dict[str, Any]:
    return {"id": str(identity), "username": name, "global_name": name, "discriminator": "0", "avatar": None}


def test_any_message_gets_one_reply(world: World) -> None:
    @whatever
    @given(texts, texts, st.integers(0, 100), places, st.sampled_from(["answered", "refused", "chat"]))
    def check(content: str, name: str, mentions: int, guild: int | None, outcome: Outcome) -> None:
        world.service.outcome = outcome
        named = [user(BOT)] + [user(1000 + number, name[:32] or "x") for number in range(mentions)]
        tokens = "".join(f"<@{one['id']}>" for one in named)
        event = {
            **world.double.own_message(world.double.next_id(), []),
            "content": (tokens + content)[:4000],
            "flags": 0,
            "author": user(77, name[:32] or "x"),
            "mentions": named,
        }
        if guild:
            member = {"roles": [], "joined_at": None, "deaf": False, "mute": False, "flags": 0}
            event |= {"guild_id": str(guild), "channel_id": str(guild + 1), "member": member}
        sent = world.comes("MESSAGE_CREATE", event)
        assert sum(request["path"].endswith("/messages") for request in sent) == 1
        assert world.errors == []

    check()


COMMANDS = {
    "ask": {"question": texts, "article": texts, "speaker": texts, "private": st.booleans()},
    "statements": {"speaker": texts, "topic": texts, "article": texts, "kind": texts},
    "compare": {"first": texts, "second": texts, "topic": texts},
    "paragraph": {"article": texts, "number": st.integers(1, 100_000)},
    "articles": {"search": texts},
    "help": {},
    "privacy": {},
    "settings": {},
    "diagnose": {},
    "feedback": {},
}
KINDS = {str: 3, int: 4, bool: 5}
NEEDED = {"question", "first", "second", "article", "number"}


@st.composite
def commands(draw: st.DrawFn) -> dict[str, Any]:
    name = draw(st.sampled_from(sorted(COMMANDS)))
    options = []
    for option, values in COMMANDS[name].items():
        needed = option in NEEDED and not (option == "article" and name != "paragraph")
        if needed or draw(st.booleans()):
            value = draw(values)
            value = value[: 4000 if option == "question" else 200] if isinstance(value, str) else value
            options.append({"name": option, "type": KINDS[type(value)], "value": value})
    return {"id": "9", "name": name, "type": 1, "options": options}


def test_any_command_is_acknowledged_once_and_answered(world: World) -> None:
    @whatever
    @given(commands(), places, locales, st.sampled_from([0, MANAGE]))
    def check(data: dict[str, Any], guild: int | None, locale: str, permissions: int) -> None:
        event = world.double.interaction(2, data, guild=guild, locale=locale, permissions=permissions)
        sent = world.comes("INTERACTION_CREATE", event)
        assert sum(request["path"].endswith("/callback") for request in sent) == 1
        assert world.errors == []

    check()


def test_any_completion_is_answered_with_choices_that_fit(world: World) -> None:
    @whatever
    @given(texts, st.sampled_from([("ask", "speaker"), ("ask", "article"), ("compare", "first")]))
    def check(typed: str, option: tuple[str, str]) -> None:
        focused = {"name": option[1], "type": 3, "value": typed[:200], "focused": True}
        data = {"id": "9", "name": option[0], "type": 1, "options": [focused]}
        sent = world.comes("INTERACTION_CREATE", world.double.interaction(4, data))
        assert [request["body"]["type"] for request in sent] == [8]
        assert world.errors == []

    check()


PATTERNS = (PASSAGE, LANGUAGE, VOICE, THREAD, PAGE, WHY, VERDICT, FORGET, CONFIRM, END, FIELD)
ANSWER = present(
    Answer("fr", "answered", (Sentence("Jeanne Obry a promis une date.", (1,)),), (cite(HARBOUR, 2),)),
    texts=Texts(),
    reader="fr",
    button=ParagraphButton,
    question="Qu’a promis la ministre ?",
)
assert not isinstance(ANSWER, str)
COMPONENTS = ANSWER.to_components()


@st.composite
def presses(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Return the id of a button that is in nobody's memory, and the data of its press."""
    pattern = draw(st.sampled_from(PATTERNS))
    custom_id = draw(st.from_regex(pattern, fullmatch=True) | texts)[:100] or "x"
    menu = pattern is FIELD and FIELD.fullmatch(custom_id)
    values = draw(st.sampled_from([[], ["no"], ["123"], ["not a number"]]))
    if menu and custom_id != "pp-set:threads":
        values = [value for value in values if value.isdecimal()]
    kinds = {"channels": 8, "roles": 6, "moderators": 6, "threads": 3}
    kind = kinds[menu["field"]] if menu else 2
    data = {"custom_id": custom_id, "component_type": kind, **({"values": values} if menu else {})}
    if menu and kind != 3:
        data["resolved"] = {}
    return custom_id, data


def test_any_button_of_a_message_that_is_years_old_gets_one_answer(world: World) -> None:
    @settings(whatever, max_examples=40)
    @given(presses(), places, locales, st.sampled_from([0, MANAGE]), st.booleans())
    def check(
        press: tuple[str, dict[str, Any]], guild: int | None, locale: str, permissions: int, by_command: bool
    ) -> None:
        custom_id, data = press
        pressed = {"type": data["component_type"], "custom_id": custom_id, "id": 77}
        pressed |= {"style": 2, "label": "x"} if data["component_type"] == 2 else {"options": []}
        components = [*COMPONENTS, {"type": 1, "id": 78, "components": [pressed]}]
        # A number of 2019: the bot was not even written.
        old = world.double.own_message(600_000_000_000_000_000 + world.double.next_id() % 10**9, components)
        if by_command:
            asked = {"id": "1", "type": 2, "user": user(77), "authorizing_integration_owners": {}}
            old |= {"interaction_metadata": asked}
        event = world.double.interaction(
            3, data, guild=guild, locale=locale, permissions=permissions, message=old
        )
        sent = world.comes("INTERACTION_CREATE", event)
        assert sum(request["path"].endswith("/callback") for request in sent) == 1, custom_id
        assert world.errors == []

    check()


def test_any_form_that_nobody_waits_for_gets_a_sentence(world: World) -> None:
    @whatever
    @given(texts, texts)
    def check(custom_id: str, value: str) -> None:
        field = {
            "type": 18,
            "id": 1,
            "component": {"type": 4, "id": 2, "custom_id": "comment", "value": value},
        }
        data = {"custom_id": custom_id[:100] or "x", "components": [field]}
        message = world.double.own_message(1, COMPONENTS)
        (sent,) = world.comes("INTERACTION_CREATE", world.double.interaction(5, data, message=message))
        assert "I was restarted or renewed" in sent["body"]["data"]["content"]
        assert world.errors == []

    check()


JUNK = (None, "", "x", -1, 0, 2**70, True, [], {}, [None], {"id": "x"}, "\x00", 1.5)


@st.composite
def spoiled(draw: st.DrawFn, event: dict[str, Any]) -> dict[str, Any]:
    """Return an event with some of its parts gone or nonsense."""
    event = copy.deepcopy(event)
    for _ in range(draw(st.integers(1, 3))):
        inside: Any = event
        for _ in range(draw(st.integers(0, 3))):
            deeper = [part for part in (inside.values() if isinstance(inside, dict) else inside) if part]
            deeper = [part for part in deeper if isinstance(part, dict | list)]
            if not deeper:
                break
            inside = draw(st.sampled_from(deeper))
        keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
        if not keys:
            continue
        key = draw(st.sampled_from(keys))
        if draw(st.booleans()):
            inside[key] = copy.deepcopy(draw(st.sampled_from(JUNK)))
        else:
            del inside[key]
    return event


def test_events_with_parts_missing_or_nonsense_break_nothing(world: World) -> None:
    double = world.double
    ask = {"id": "9", "name": "ask", "type": 1, "options": [{"name": "question", "type": 3, "value": "quoi"}]}
    press = {"custom_id": "pp-voice:good", "component_type": 2}
    complete = {**ask, "options": [{"name": "speaker", "type": 3, "value": "a", "focused": True}]}
    old = double.own_message(1, COMPONENTS)
    message = {**old, "author": user(77), "content": "quoi", "components": [], "flags": 0}
    whole = (
        ("MESSAGE_CREATE", message),
        ("INTERACTION_CREATE", double.interaction(2, ask, guild=GUILD)),
        ("INTERACTION_CREATE", double.interaction(3, press, message=old)),
        ("INTERACTION_CREATE", double.interaction(4, complete)),
        ("INTERACTION_CREATE", double.interaction(5, {"custom_id": "x", "components": []}, guild=GUILD)),
        ("THREAD_CREATE", {"id": "3", "guild_id": str(GUILD), "type": 11, "parent_id": str(GUILD + 1)}),
        ("CHANNEL_DELETE", {"id": "3", "guild_id": str(GUILD), "type": 0}),
        ("GUILD_MEMBER_REMOVE", {"guild_id": str(GUILD), "user": user(77)}),
        ("MESSAGE_DELETE", {"id": "1", "channel_id": str(CHANNEL)}),
    )

    @settings(whatever, max_examples=80)
    @given(st.sampled_from(whole).flatmap(lambda one: st.tuples(st.just(one[0]), spoiled(one[1]))))
    def check(event: tuple[str, dict[str, Any]]) -> None:
        kind, data = event
        world.comes(kind, data)

    check()
    world.answers_on()
    assert world.double.identified == 1
