"""A follow-up made to stand alone by a model: taken where it adds nothing, else the rules do it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from porteparole.answering.answer import Turn
from porteparole.answering.generative.calling import Caller
from porteparole.answering.generative.followup import FollowUps
from porteparole.language import Language
from tests.answering.generative.conftest import Opener, ScriptedModel, sentences

HISTORY = (
    Turn("user", "Combien de pays ont signé la déclaration commune de Paris ?"),
    Turn("assistant", "Cinquante-huit pays ont signé une déclaration commune. [1]"),
)
FOLLOW_UP = "Et les Etats-Unis ?"


def rewriting(text: str) -> str:
    return json.dumps({"question": text}, ensure_ascii=False)


def rewritten(
    reply: Any, question: str = FOLLOW_UP, language: Language = "fr", seconds: float = 20
) -> str | None:
    asked = FollowUps(Caller(ScriptedModel(replies=[reply]), "scripted"), seconds=seconds)
    return asked.stand_alone(question, HISTORY, language)


@pytest.mark.parametrize(
    ("question", "language", "good"),
    [
        (FOLLOW_UP, "fr", "Les Etats-Unis ont-ils signé la déclaration commune de Paris ?"),
        ("Et les Etats-Unis ?", "fr", "Les États-Unis ont-ils signé la déclaration commune ?"),
        ("And the United States?", "en", "Did the United States sign the joint declaration of Paris?"),
        (
            "Pourquoi ne l’a-t-elle pas signée ?",
            "fr",
            "Pourquoi Paris n’a pas signé la déclaration commune ?",
        ),
    ],
)
def test_a_rewriting_that_adds_nothing_is_taken(question: str, language: Language, good: str) -> None:
    assert rewritten(rewriting(good), question, language) == good


@pytest.mark.parametrize(
    "wrong",
    [
        "Les Etats-Unis et la Russie ont-ils signé la déclaration commune ?",
        "Les Etats-Unis ont-ils signé la déclaration des 60 pays ?",
        "Combien de pays ont signé la déclaration commune de Paris ?",
        "Pourquoi les Etats-Unis n’ont-ils pas signé la déclaration commune ?",
        "Que dit Elon Musk des Etats-Unis ?",
        "Les Etats-Unis " + "ont-ils " * 100,
        "",
    ],
)
def test_one_that_names_or_turns_something_else_is_not(wrong: str) -> None:
    assert rewritten(rewriting(wrong)) is None


@pytest.mark.parametrize(
    "failure", [ConnectionResetError("gone"), "no JSON", '{"answer": "Oui."}', '{"question": 3}', 3.0]
)
def test_whatever_fails_leaves_it_to_the_rules(failure: Any) -> None:
    assert rewritten(failure, seconds=2) is None


def test_the_same_follow_up_is_asked_once() -> None:
    model = ScriptedModel(replies=[rewriting("Les Etats-Unis ont-ils signé la déclaration commune ?")])
    asked = FollowUps(Caller(model, "scripted"), seconds=5)
    assert asked.stand_alone(FOLLOW_UP, HISTORY, "fr") == asked.stand_alone(FOLLOW_UP, HISTORY, "fr")
    assert len(model.asked) == 1


def test_the_chain_answers_the_rewritten_question(opened: Opener) -> None:
    alone = "Les États-Unis ont-ils signé la déclaration commune ?"
    service, model = opened(rewriting(alone), sentences(), follow_ups=True)
    explained = service.explain(FOLLOW_UP, history=HISTORY)
    assert explained.question
    assert explained.question.text == alone
    assert explained.background == ""
    assert alone in str(model.asked[1][1].content)  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
    assert any("Etats-Unis" in c.quote for c in explained.answer.citations)


def test_without_a_rewriting_the_rules_answer_as_they_would_alone(opened: Opener) -> None:
    failing, _ = opened("no JSON", follow_ups=True)
    plain, _ = opened("no JSON")
    assert (
        failing.ask(FOLLOW_UP, history=HISTORY).sentences == plain.ask(FOLLOW_UP, history=HISTORY).sentences
    )


def test_a_question_that_stands_alone_is_not_rewritten(opened: Opener) -> None:
    service, model = opened(sentences(), follow_ups=True)
    service.ask("How many countries signed the joint declaration in Paris?", history=HISTORY)
    assert len(model.asked) == 1
