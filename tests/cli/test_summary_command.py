"""``summary`` in the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.cli.small_service import Ran, SmallService


@pytest.fixture(autouse=True)
def _service(service: SmallService) -> None:
    pass


def test_a_summary_is_shown_with_its_citations(run: Callable[..., Ran]) -> None:
    ended = run("summary", "article", "pont", "--lang", "fr")
    assert ended.code == 0
    assert "[1]" in ended.out and "¶\u00a01" in ended.out


def test_what_the_summary_says_is_not_said_again_below_it(run: Callable[..., Ran]) -> None:
    summed, *cited = run("summary", "article", "pont", "--lang", "fr").out.split("\n\n")
    sentences = summed.split("[1]")[0].strip()
    assert len(sentences) > 20 and sentences not in "".join(cited)


def test_a_summary_in_json_is_an_answer_line(run: Callable[..., Ran]) -> None:
    told = json.loads(run("summary", "speaker", "petit", "--length", "court", "--json", "--lang", "fr").out)
    assert told["citations"][0]["quote"] in told["citations"][0]["paragraph_text"]
    assert not told["abstained"]


def test_french_names_do_the_same(run: Callable[..., Ran]) -> None:
    english = run("summary", "speaker", "petit")
    assert run("résumé", "auteur", "petit").out == run("resume", "speaker", "petit").out == english.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["article", "zzz"], 2, "There is no article zzz"),
        (["speaker", "Zebulon"], 2, "Nobody called Zebulon"),
        (["topic", "pont", "--length", "huge"], 2, "huge is no length"),
        (["topic", "volcans"], 3, ""),
    ],
)
def test_wrong_input_and_nothing_found_are_said(
    run: Callable[..., Ran], arguments: list[str], code: int, said: str
) -> None:
    ended = run("summary", *arguments)
    assert ended.code == code
    assert said in ended.err
