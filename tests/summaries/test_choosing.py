"""What is chosen for a summary, and what a sentence is expected to tell."""

from __future__ import annotations

import numpy as np
import pytest

from porteparole.summaries.candidates import Candidates
from porteparole.summaries.choosing import choose
from porteparole.summaries.unit import units_of
from porteparole.summaries.weighing import ADDED, STATIC, Weighing, expected, shipped_weights
from tests.summaries.conftest import article

FERRY = "Le bac de Brume reprendra lundi son service entre les deux rives du fleuve, a annoncé le port."
AGAIN = "Le bac de Brume reprendra son service lundi entre les deux rives du fleuve."
ASKED = "Mais qui paiera donc les longs travaux du vieux quai et de la digue de Brume ?"
COSTS = "Les travaux ont coûté 12 millions d’euros à la région, deux fois plus que prévu en mars."
LATER = "Le syndicat des pêcheurs craint que le bac ne gêne la sortie des chalutiers à marée basse."
TEXTS = [FERRY, AGAIN, ASKED, COSTS, LATER]


def given(texts: list[str], importance: list[float] | None = None) -> Candidates:
    units = units_of(article("bac", "2026-03-02", texts), ())
    return Candidates(units, [(i,) for i in range(len(units))], importance or [1.0] * len(units))


def told(candidates: Candidates, chosen: list[int]) -> np.ndarray:
    weighing = Weighing(candidates)
    return expected(
        np.concatenate([weighing.static, weighing.added(chosen)], axis=1), shipped_weights(likeness=False)
    )


@pytest.mark.parametrize("likeness", [True, False])
def test_weights_are_there_for_all_that_is_seen(likeness: bool) -> None:
    assert set(shipped_weights(likeness)) == {"intercept", *STATIC, *ADDED}


def test_the_first_sentence_is_expected_to_tell_most_and_a_question_least() -> None:
    points = told(given(TEXTS), [])
    assert int(points.argmax()) == 0
    assert int(points.argmin()) == 2


def test_where_it_stands_counts_for_a_whole_article_alone() -> None:
    whole, on_a_topic = given(TEXTS), given(TEXTS, [1.0, 0.5, 0.5, 0.5, 0.5])
    assert whole.is_article and not on_a_topic.is_article
    place = STATIC.index("place")
    assert Weighing(whole).static[0, place] == 1.0
    assert not Weighing(on_a_topic).static[:, place].any()


def test_what_a_chosen_sentence_tells_is_expected_of_no_other() -> None:
    candidates = given(TEXTS)
    before, after = told(candidates, []), told(candidates, [0])
    assert after[1] / before[1] < after[4] / before[4]


def test_nothing_is_chosen_that_says_it_again() -> None:
    assert sorted(choose(given(TEXTS), 5)) == [0, 2, 3, 4]


def test_no_more_is_chosen_than_asked_for_and_nothing_of_nothing() -> None:
    assert choose(given(TEXTS), 1) == [0]
    assert choose(given([]), 3) == []


def test_a_sentence_comes_with_the_one_that_it_leans_on_or_not_at_all() -> None:
    units = given(TEXTS).units
    leaning = Candidates(units, [(), (), (), (), (3, 4)], [1.0] * 5)
    assert choose(leaning, 1) == []
    assert choose(leaning, 2) == [3, 4]


def test_what_has_more_to_do_with_what_is_asked_for_comes_first() -> None:
    assert choose(given(TEXTS, [0.1, 0.1, 0.1, 1.0, 0.1]), 1) == [3]
