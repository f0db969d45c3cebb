"""What the reader is trained to tell from the paragraph that answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from porteparole.text.terms import fold
from tests.benchmarks.reader.news import Asked, invented_rows, is_held_out, may_answer_too, with_near


class Lengths:
    """Embeds a text by its length, so that each has its nearest."""

    def embed(self, texts: Sequence[str], kind: str) -> np.ndarray:
        lengths = np.array([len(text) for text in texts], dtype=np.float32)
        return np.stack([lengths, np.ones_like(lengths)], axis=1)


@cache
def asked() -> list[Asked]:
    return with_near(invented_rows()[:400], Lengths())  # pyright: ignore[reportArgumentType]


def test_paragraphs_of_its_article_and_of_others_stand_beside_a_question() -> None:
    listed = asked()
    assert listed
    assert {near.title == one.example.title for one in listed for near in one.near} == {True, False}


def test_none_of_them_is_its_own_or_has_the_answers_words() -> None:
    for one in asked():
        example = one.example
        answers = [example.passage[example.start : example.end]] if example.start >= 0 else []
        for other in one.near:
            assert other.text != example.passage
            assert not may_answer_too(answers, other.text)


def test_what_is_held_out_stays_apart() -> None:
    for one in asked():
        assert {is_held_out(near.title) for near in one.near} <= {is_held_out(one.example.title)}


def test_an_article_that_is_held_out_has_its_translation_and_no_other_has() -> None:
    for row in invented_rows():
        assert ("translation" in row) == is_held_out(row["title"])
        assert fold(row.get("translation", "")) != fold(row["text"])
