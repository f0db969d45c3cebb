"""``--why``: what is shown below an answer, in both languages and as JSON."""

import json
from collections.abc import Callable

import pytest

from tests.cli.small_service import TEXTS, Ran, SmallService


def test_below_the_answer_stands_what_led_to_it(run: Callable[..., Ran], service: SmallService):
    ended = run("ask", "what does 2 say?", "--why")
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert lines[0] == "It says so. [1]"
    assert lines[lines.index("Why this answer") :] == [
        "Why this answer",
        "Read as: What does Anne Petit say?",
        "Names asked about: Anne Petit",
        "Looked for on its own: And who left? → Le pont, ¶\xa01 (0.25, answers)",
        "Verdict: it answers. Confidence 0.25, needed 0.50.",
        "  base -2.00",
        "",
        "Candidates, best first (score; what it is the sum of)",
        "  1. 1.50  Le pont · 2 March 2026 · ¶\u00a02",
        "     paragraph’s likeness +2.50 · other rules -1.00",
        f"     0.75 (cited)  {TEXTS[1]}",
        "",
        "Left out because they could not be proved:",
        "  A sentence too many.",
        "    → ¶\u00a01: the speaker named is not the one who says it there",
        "",
        "Articles 0123456789abcdef, weights fedcba987654, embedder model 1, no reader",
    ]


def test_a_refusal_tells_its_reason_and_still_exits_with_3(run: Callable[..., Ran], service: SmallService):
    ended = run("ask", "who?", "--why")
    assert ended.code == 3
    assert "Verdict: it does not answer. Confidence 0.25, needed 0.50." in ended.out
    assert "A name is not in the articles: Zoé." in ended.out


def test_small_talk_was_not_searched(run: Callable[..., Ran], service: SmallService):
    assert "Nothing was searched" in run("ask", "hello", "--why").out


def test_the_labels_are_in_the_language_of_the_answer_above(
    run: Callable[..., Ran], service: SmallService, monkeypatch: pytest.MonkeyPatch
):
    out = run("ask", "2", "--why", "--lang", "fr").out
    assert "Verdict\u00a0: cela répond. Confiance 0,25, exigée 0,50." in out
    assert "la personne nommée n’est pas celle qui le dit" in out
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert "Verdict: it answers." in run("ask", "2", "--why", "--lang", "en").out


def test_json_carries_it_in_one_more_field(run: Callable[..., Ran], service: SmallService):
    plain, told = (json.loads(run("ask", "2", "--json", *why).out) for why in ([], ["--why"]))
    assert set(told) - set(plain) == {"why"}
    why = told["why"]
    assert why["candidates"][0]["parts"]["dense"] == {"value": 0.5, "weighed": 2.5}
    assert why["apart"][0]["question"] == "And who left?"
    assert why["rejected"][0]["flaw"] == "speaker"
    assert (why["generation"], why["verdict"]["threshold"]) == ("0123456789abcdef", 0.5)


def test_chat_tells_it_after_each_answer(run: Callable[..., Ran], service: SmallService):
    out = run("chat", "--why", stdin="1\n2\n").out
    assert out.count("Why this answer") == 2
    assert "Why" not in run("chat", stdin="1\n").out
