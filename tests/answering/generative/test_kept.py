"""What was worded once is kept, for just this question, generation, model and prompt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from porteparole.answering.generative import writer as writing
from porteparole.answering.generative.calling import Caller
from porteparole.answering.generative.prompts import VERSIONS
from porteparole.answering.generative.task import Task
from porteparole.answering.generative.writer import GenerativeWriter
from porteparole.answering.support import Source
from porteparole.answering.support.likeness import Likeness
from tests.answering.generative.conftest import ScriptedModel, sentences
from tests.conftest import article

TEXT = "Le port de Brume rouvrira le 3 mars."
CITED = article("port", [TEXT, "Le phare sera repeint en avril."])
TASK = Task(
    "answer",
    {"question": "Quand le port rouvrira-t-il ?"},
    [Source(CITED, CITED.paragraphs[0])],
    "fr",
    "generation-1",
    6,
)


def opened(*replies: object) -> tuple[GenerativeWriter, ScriptedModel]:
    model = ScriptedModel(replies=list(replies))
    return GenerativeWriter(Caller(model, "scripted"), seconds=30, likeness=Likeness(None)), model


@pytest.mark.parametrize(
    "other",
    [
        replace(TASK, given={"question": "Quand le port de Brume rouvrira-t-il ?"}),
        replace(TASK, generation="generation-2"),
        replace(TASK, language="en"),
        replace(TASK, sources=[Source(CITED, CITED.paragraphs[1])]),
        replace(TASK, prompt="summary"),
    ],
)
def test_another_task_is_asked_again(other: Task) -> None:
    writer, model = opened(sentences((TEXT, [1])))
    first = writer.word(TASK, lambda _: ())
    assert first.sentences and writer.word(TASK, lambda _: ()) is first
    assert len(model.asked) == 1
    writer.word(other, lambda _: ())
    assert len(model.asked) > 1


def test_another_version_of_the_prompt_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    writer, model = opened(sentences((TEXT, [1])))
    writer.word(TASK, lambda _: ())
    later: Mapping[str, int] = {**VERSIONS, "rewrite": 99}
    monkeypatch.setattr(writing, "VERSIONS", later)
    writer.word(TASK, lambda _: ())
    assert len(model.asked) == 2


def test_what_failed_is_asked_again() -> None:
    writer, model = opened(ConnectionResetError("gone"), sentences((TEXT, [1])))
    assert writer.word(TASK, lambda _: ()).trouble == "service"
    assert writer.word(TASK, lambda _: ()).sentences
    assert len(model.asked) == 2
