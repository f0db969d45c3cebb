"""What reading a cited paragraph changes in its proof; the reader says here what a test wrote down."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from porteparole.answering.support import Claim, Source, SupportProof, Verdict
from porteparole.answering.support.likeness import Likeness
from porteparole.answering.support.weighing import shipped_weights
from porteparole.embedding.embedder import Embedder
from porteparole.reading.passage import Passage
from porteparole.statements import read_statements
from tests.conftest import article

# So unsure that the least thing against a claim refuses it, however much of a sentence it tells.
_WEIGHTS = shipped_weights()
_SURENESS = _WEIGHTS.of["read"] + _WEIGHTS.of["here"]
UNSURE = 0.05 - (_WEIGHTS.intercept + _WEIGHTS.of["cover"]) / _SURENESS
SURE, CONTRARY = 3.0, -4.0
TEXTS = [
    "Le conseil municipal de Brume a voté jeudi la construction d’une digue de 300 mètres sur la rive nord, "
    "entre le phare et l’ancienne gare.",
    "Le port de Brume accueillait 40 bateaux avant la tempête du mois de mars.",
]
# Two words in a row are nowhere in the paragraph.
OTHER_WORDS = (
    "Le conseil municipal de Brume a entériné l’édification d’une digue de 300 mètres sur la rive nord, "
    "entre le phare et l’ancienne gare."
)
SAME_WORDS = "Le conseil municipal de Brume a voté la construction d’une digue de 300 mètres."


def proved(
    embedder: Embedder, text: str, odds: dict[int, float] | None, *numbers: int
) -> tuple[Verdict, list[tuple[str, tuple[str, ...]]]]:
    """Hold a sentence against paragraphs that are read as given; return as well what was read."""
    found = article("brume", TEXTS)
    statements = read_statements(found)
    asked: list[tuple[str, tuple[str, ...]]] = []

    def holds(claim: str, passages: Sequence[Passage]) -> list[float] | None:
        asked.append((claim, tuple(" ".join(passage.sentences) for passage in passages)))
        if odds is None:
            return None
        return [odds[TEXTS.index(" ".join(passage.sentences))] for passage in passages]

    proof = SupportProof(Likeness(embedder), lambda _: statements, holds)
    sources = tuple(Source(found, found.paragraphs[number]) for number in numbers or (0,))
    return proof.check(Claim(text, "fr", sources)), asked


@pytest.mark.parametrize(
    ("text", "read", "holds", "reason"),
    [
        (SAME_WORDS, UNSURE, True, None),
        (SAME_WORDS, CONTRARY, False, "meaning"),
        (OTHER_WORDS, SURE, True, None),
        (OTHER_WORDS, UNSURE, False, "unsupported"),
        (SAME_WORDS.replace("300", "400"), SURE, False, "figure"),
        (SAME_WORDS.replace("a voté", "n’a pas voté"), SURE, False, "negation"),
        (
            f"{SAME_WORDS[:-1]}, malgré l’opposition des pêcheurs et des riverains.",
            SURE,
            False,
            "unsupported",
        ),
        (f"« {SAME_WORDS} »", SURE, False, "quotation"),
    ],
)
def test_the_reader_forgives_other_words_and_nothing_else(
    embedder: Embedder, text: str, read: float, holds: bool, reason: str | None
) -> None:
    verdict, _ = proved(embedder, text, {0: read})
    assert (verdict.holds, verdict.reason) == (holds, reason), verdict


@pytest.mark.parametrize(("text", "holds"), [(SAME_WORDS, True), (OTHER_WORDS, False)])
def test_without_a_reader_the_words_alone_decide(embedder: Embedder, text: str, holds: bool) -> None:
    verdict, _ = proved(embedder, text, None)
    assert (verdict.holds, verdict.odds) == (holds, None)


def test_only_what_is_cited_is_read_and_a_paragraph_is_not_sure_for_another(embedder: Embedder) -> None:
    verdict, asked = proved(embedder, OTHER_WORDS, {0: UNSURE, 1: SURE}, 0, 1)
    assert not verdict.holds
    assert asked == [(OTHER_WORDS, tuple(TEXTS))]


def test_a_wrong_quotation_is_not_even_read(embedder: Embedder) -> None:
    _, asked = proved(embedder, "Le conseil a voté « une jetée ».", {0: SURE})
    assert not asked


def test_of_two_claims_on_two_paragraphs_each_is_read_by_itself(embedder: Embedder) -> None:
    first, second = SAME_WORDS[:-1], "le port de Brume accueillait 40 bateaux avant la tempête."
    verdict, asked = proved(embedder, f"{first} et {second}", {0: UNSURE, 1: UNSURE}, 0, 1)
    assert verdict.holds, verdict
    assert {claim for claim, _ in asked} == {f"{first} et {second}", first, second}
