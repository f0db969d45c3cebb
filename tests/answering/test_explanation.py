"""What the engine tells of an answer: it has to be what the answer was really made with."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest

from porteparole.answering.answer import Turn
from porteparole.engine import open_service
from porteparole.service import Service
from porteparole.settings import Settings
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    opened = open_service(Settings(), seeds=[ROOT / "seeds"], data_dir=tmp_path_factory.mktemp("data"))
    yield opened
    opened.close()


def test_it_explains_the_very_answer_that_is_given(service: Service) -> None:
    for question in ("Combien de pays ont signé la déclaration ?", "What does Elon Musk say?", "bonjour"):
        assert service.explain(question).answer == service.ask(question)


def test_scores_are_the_sums_of_their_parts(service: Service) -> None:
    told = service.explain("How many countries signed the declaration?")
    assert [c.score for c in told.candidates] == sorted((c.score for c in told.candidates), reverse=True)
    for candidate in told.candidates:
        assert sum(part.weighed for part in candidate.parts) == pytest.approx(candidate.score, abs=0.001)
    assert told.judged
    odds = math.log(told.judged.confidence / (1 - told.judged.confidence))
    assert sum(part.weighed for part in told.judged.parts) == pytest.approx(odds, abs=0.001)


def test_the_sentence_that_the_answer_cites_is_marked(service: Service) -> None:
    told = service.explain("Combien de pays ont signé la déclaration ?")
    cited = [s.text for c in told.candidates for s in c.sentences if s.cited]
    assert [text[:24] for text in cited] == ["Cinquante-huit pays dont"]


def test_an_unknown_name_is_told_with_the_verdict(service: Service) -> None:
    told = service.explain("Que dit Elon Musk ?")
    assert told.judged
    assert (told.judged.answers, told.judged.lack, told.judged.unknown) == (False, "unknown", ("Elon Musk",))


def test_small_talk_was_not_searched(service: Service) -> None:
    told = service.explain("Merci !")
    assert (told.question, told.candidates, told.judged) == (None, (), None)


def test_a_follow_up_tells_what_it_leans_on(service: Service) -> None:
    history = [Turn("user", "Who is J.D. Vance?"), Turn("assistant", "J.D. Vance is the US vice president.")]
    assert "Vance" in service.explain("What did he caution against?", history=history).background


def test_the_versions_are_those_of_what_answered(service: Service) -> None:
    told = service.explain("Combien de pays ont signé la déclaration ?")
    assert told.versions.generation == told.answer.generation
    assert "multilingual-e5-small" in told.versions.embedder
    assert len(told.versions.weights) == 12
