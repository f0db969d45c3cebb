"""A question that asks several things is answered with a paragraph for each, and says what is left open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from porteparole.answering.answer import Answer
from porteparole.engine import open_service
from porteparole.service import Service
from porteparole.settings import Settings
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    opened = open_service(Settings(), seeds=[ROOT / "seeds"], data_dir=tmp_path_factory.mktemp("data"))
    yield opened
    opened.close()


def places(answer: Answer) -> set[tuple[str, int]]:
    return {(c.article.id[:3], c.paragraph.number) for c in answer.citations}


@pytest.mark.parametrize(
    ("question", "needed"),
    [
        (
            "Combien de pays ont signé la déclaration, et que dit Guo du bien commun ?",
            {("000", 7), ("001", 5)},
        ),
        (
            "How many countries signed the declaration, and what does Guo call a stumbling block?",
            {("000", 7), ("001", 7)},
        ),
        ("combien de pays ont signé et guo dit quoi du bien commun", {("000", 7), ("001", 5)}),
        pytest.param(
            "What do both articles say about national security?",
            {("000", 2), ("001", 4)},
            marks=pytest.mark.xfail(reason="the reader is not sure enough of one of the two", strict=True),
        ),
        ("What does Guo say about national security in both articles?", {("000", 2), ("001", 4)}),
        ("Que dit Guo de la sécurité nationale dans les deux articles ?", {("000", 2), ("001", 4)}),
    ],
)
def test_each_thing_is_cited(service: Service, question: str, needed: set[tuple[str, int]]) -> None:
    assert places(service.ask(question)) >= needed


@pytest.mark.parametrize(
    ("question", "part"),
    [
        (
            "Combien de pays ont signé la déclaration et combien a coûté le sommet ?",
            "combien a coûté le sommet ?",
        ),
        (
            "How many countries signed the declaration, and how much did the summit cost?",
            "how much did the summit cost?",
        ),
    ],
)
def test_what_the_articles_leave_open_is_told(service: Service, question: str, part: str) -> None:
    answer = service.ask(question)
    assert ("000", 7) in places(answer)
    notes = [note.values["part"] for note in answer.notes if note.key == "answer-note-part"]
    assert notes == [part]


def test_whom_the_articles_never_name_refuses_the_whole(service: Service) -> None:
    answer = service.ask("Que disent J.D. Vance et Elon Musk de l'IA ?")
    assert (answer.outcome, answer.citations) == ("refused", ())
    assert "Elon Musk" in answer.text


def test_nothing_is_left_open_where_one_paragraph_tells_both(service: Service) -> None:
    answer = service.ask("Which countries signed the joint declaration, and how many signed it?")
    assert places(answer) == {("000", 7)}
    assert "answer-note-part" not in {note.key for note in answer.notes}


def test_an_article_that_is_asked_for_is_not_left(service: Service) -> None:
    only = next(a.id for a in service.corpus.articles if a.id.startswith("000"))
    answer = service.ask("What does Guo say about national security in both articles?", article=only)
    assert {name for name, _ in places(answer)} == {"000"}


def test_why_tells_each_thing_that_was_looked_for(service: Service) -> None:
    told = service.explain("Combien de pays ont signé la déclaration et combien a coûté le sommet ?")
    assert [(part.text, part.answers) for part in told.apart] == [
        ("Combien de pays ont signé la déclaration", True),
        ("combien a coûté le sommet ?", False),
    ]


def test_articles_that_begin_alike_are_asked_one_by_one(tmp_path: Path) -> None:
    for name, told in (
        ("a", "Le maire Paul Renard a promis un pont."),
        ("b", "Le maire Paul Renard a promis une école."),
    ):
        (tmp_path / f"{name}.txt").write_text(f"Le conseil municipal s’est réuni lundi.\n{told}\n")
    opened = open_service(Settings(), seeds=[tmp_path], data_dir=tmp_path / "data")
    try:
        told = opened.explain("Que promet Paul Renard dans chacun des deux articles ?")
    finally:
        opened.close()
    assert sorted(part.article.id for part in told.apart if part.article) == ["a", "b"]
