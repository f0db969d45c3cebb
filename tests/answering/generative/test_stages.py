"""How far an answer is, told while the model writes: only what is proved already."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from langchain_core.messages import BaseMessage, HumanMessage
from langchain_core.runnables import RunnableLambda, RunnableMap

from porteparole.answering.generative.calling import Caller, Request
from porteparole.answering.stages import Stage
from tests.answering.generative.conftest import Broken, Opener, ScriptedModel, sentences
from tests.answering.generative.test_writing import QUESTION, RIGHT, number_of, trouble, writes


class Heard:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[Stage, tuple[str, ...]]] = []

    def __call__(self, stage: Stage, sentences: Sequence[str] = ()) -> None:
        self.told.append((stage, tuple(sentences)))


WRONG = "Soixante pays ont signé une déclaration commune."


def test_stages_come_in_order_with_each_sentence_as_soon_as_it_is_proved(opened: Opener) -> None:
    second = "La Chine, la France et l’Inde ont signé cette déclaration."
    service, _ = opened(writes(RIGHT, WRONG, second))
    heard = Heard()
    answer = service.ask(QUESTION, listener=heard)
    stages = [stage for stage, _ in heard.told]
    assert stages[:3] == ["searching", "reading", "writing"]
    assert set(stages[3:]) == {"checking"}
    shown = [told for stage, told in heard.told if stage == "checking"]
    assert shown[0] == (RIGHT,), "before the model has ended"
    assert WRONG not in {sentence for told in shown for sentence in told}
    assert shown[-1] == tuple(sentence.text for sentence in answer.sentences)


def test_a_model_gone_in_mid_stream_gives_the_articles_own_words(opened: Opener) -> None:
    service, model = opened(
        lambda messages: Broken(sentences((RIGHT, [number_of(messages, "Cinquante")]))[:-9])
    )
    heard = Heard()
    answer = service.ask(QUESTION, listener=heard)
    assert trouble(answer) == "service"
    assert "Cinquante-huit" in answer.text
    assert all(sentence == RIGHT for _, told in heard.told for sentence in told)
    assert len(model.asked) == 1


def test_what_is_heard_and_what_is_not_is_answered_alike(opened: Opener) -> None:
    heard, unheard = (opened(writes(RIGHT, WRONG))[0] for _ in range(2))
    assert heard.ask(QUESTION, listener=Heard()) == unheard.ask(QUESTION)


def test_a_question_that_is_refused_is_not_written(opened: Opener) -> None:
    service, _ = opened(writes(RIGHT))
    heard = Heard()
    service.ask("Quel est le prix du pain à Vladivostok ?", listener=heard)
    assert [stage for stage, _ in heard.told] == ["searching", "reading"]


class Structured(ScriptedModel):
    """One that is held to a schema, as LangChain does it: what comes out of the chain comes at the end."""

    def with_structured_output(self, schema: Any, *, include_raw: bool = False, **_: Any) -> Any:
        def parsed(reply: dict[str, BaseMessage]) -> dict[str, Any]:
            return {**reply, "parsed": None}

        return RunnableMap(raw=self) | RunnableLambda(parsed)


def test_a_model_held_to_a_schema_is_heard_as_it_writes() -> None:
    heard: list[str] = []
    caller = Caller(Structured(replies=["x" * 100]), "scripted")
    request = Request([HumanMessage("?")], {"title": "any"}, time.monotonic() + 60)
    assert caller.ask(request, heard.append) == "x" * 100
    assert [len(text) for text in heard][:4] == [25, 50, 75, 100]
    assert caller.ask(request) == "x" * 100
