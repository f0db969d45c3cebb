"""How questions are read: by a network of their own, to be compared with passages as they always were."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from porteparole.embedding.changes import packaged_changes
from porteparole.embedding.e5 import QUESTION_CHANGES, E5Embeddings

PASSAGES = (
    "La piscine municipale de Quimper rouvrira le 3 mars, après huit mois de travaux, a annoncé la mairie.",
    "Le festival de musique de Quimper a accueilli 12 000 personnes, selon ses organisateurs.",
    "La directrice de l’hôpital de Quimper réclame trente infirmières de plus.",
    "Les pêcheurs de Concarneau refusent le nouveau quota de langoustines.",
)


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("keske la patrone de lhosto veut", 2),
        ("ct koi laffluence au fest", 1),
        ("when can ppl swim again in quimper", 0),
        ("fishermen say no to what", 3),
        ("Combien de soignants manque-t-il ?", 2),
    ],
)
def test_a_question_lies_nearest_to_what_answers_it_however_it_is_typed(
    e5: E5Embeddings, question: str, passage: int
) -> None:
    likeness = e5.embed(PASSAGES, "passage") @ np.array(e5.embed_query(question))
    assert int(np.argmax(likeness)) == passage


def test_only_questions_are_read_by_it(e5: E5Embeddings) -> None:
    word, question = e5.embed(["piscine"], "query")[0], e5.embed(["piscine"], "question")[0]
    assert float(word @ question) < 0.999
    assert np.linalg.norm(question) == pytest.approx(1)
    assert e5.embed_query("piscine") == question.tolist()


def test_it_is_kept_beside_the_other_and_read_again(tmp_path: Path) -> None:
    first = E5Embeddings(cache=tmp_path)
    assert [path.name.split("-")[0] for path in tmp_path.iterdir()] == ["e5"]
    expected = first.embed_query("Quand rouvre la piscine ?")
    assert {path.name.split("-")[0] for path in tmp_path.iterdir()} == {"e5", "question"}
    assert E5Embeddings(cache=tmp_path).embed_query("Quand rouvre la piscine ?") == expected


def test_it_has_a_version_of_its_own(e5: E5Embeddings) -> None:
    changes = packaged_changes("porteparole.embedding", QUESTION_CHANGES)
    assert e5.question_version == changes.version
    assert changes.version not in e5.version
    assert changes.head is None
