"""``ask``: what stands on stdout, what on stderr, and what the exit code tells."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.small_service import Ran, SmallService


def test_an_answer_comes_first_then_its_numbered_proof(run: Callable[..., Ran], service: SmallService):
    ended = run("ask", "what does 2 say?")
    assert ended.code == 0
    assert ended.out.splitlines() == [
        "It says so. [1]",
        "",
        "  [1] Le pont · 2 March 2026 · ¶\u00a02",
        "      « Le pont est trop vieux », a déclaré Anne Petit, qui dirige les services techniques.",
        "      — Anne Petit",
        "",
        "One sentence could not be proved and was left out.",
    ]
    assert ended.err == "Reading the articles …\n"
    assert service.closed


def test_a_refusal_shows_what_is_near_but_labels_it_and_exits_with_3(
    run: Callable[..., Ran], service: SmallService
):
    ended = run("ask", "who?")
    assert ended.code == 3
    first, *rest = ended.out.splitlines()
    assert first == "Nothing on that."
    assert "Related, not an answer:" in rest
    assert rest.index("Related, not an answer:") < next(i for i, line in enumerate(rest) if "Le pont" in line)


def test_small_talk_is_an_answer(run: Callable[..., Ran], service: SmallService):
    assert run("ask", "hello") == Ran(0, "Hello to you.\n", "Reading the articles …\n")


def test_json_is_one_line_of_the_batch_form(run: Callable[..., Ran], service: SmallService):
    ended = run("ask", "3", "--json")
    (line,) = ended.out.split("\n")[:-1]
    answer = json.loads(line)
    assert len(ended.out.splitlines()) == 1
    assert list(answer) == ["id", "answer", "abstained", "lang", "citations", "latency_ms"]
    assert answer["citations"][0]["paragraph_text"] == service.corpus.paragraphs[2].text
    refused = json.loads(run("ask", "who?", "--json").out)
    assert (refused["abstained"], refused["citations"]) == (True, [])


def test_an_article_cannot_give_commands_to_the_terminal(run: Callable[..., Ran], service: SmallService):
    out = run("ask", "3").out
    assert "\x1b" not in out
    assert "\N{REPLACEMENT CHARACTER}[31mdeux" in out


def test_the_language_can_be_asked_for(run: Callable[..., Ran], service: SmallService):
    run("ask", "1", "--lang", "fr")
    run("ask", "1")
    assert [asked[2:] for asked in service.asked] == [("fr", "en"), (None, "en")]


@pytest.mark.parametrize("terminal", ["fr_FR.UTF-8", "en_GB.UTF-8"])
@pytest.mark.parametrize(
    ("language", "near", "date", "note"),
    [
        ("fr", "En rapport, sans être une réponse\u00a0:", "2 mars 2026", "n’a pas pu être prouvée"),
        ("en", "Related, not an answer:", "2 March 2026", "could not be proved"),
    ],
)
def test_labels_and_notes_are_in_the_answers_language_not_the_terminals(
    run: Callable[..., Ran],
    service: SmallService,
    monkeypatch: pytest.MonkeyPatch,
    terminal: str,
    language: str,
    near: str,
    date: str,
    note: str,
):
    monkeypatch.setenv("LC_ALL", terminal)
    assert near in run("ask", "?", "--lang", language).out
    answered = run("ask", "1", "--lang", language)
    assert date in answered.out
    assert note in answered.out
    reading = {"fr_FR.UTF-8": "Lecture des articles", "en_GB.UTF-8": "Reading the articles"}
    assert reading[terminal] in answered.err, "what is going on is said in the terminal's language"


def test_articles_and_data_folder_can_be_given(
    run: Callable[..., Ran], service: SmallService, tmp_path: Path
):
    run("ask", "1", "--seeds", "a", "--seeds", "b.jsonl", "--data", "d")
    assert service.settings.seeds_dir == (tmp_path / "a", tmp_path / "b.jsonl")
    assert service.settings.data_dir == tmp_path / "d"


def test_bytes_that_are_no_text_are_asked_as_question_marks(run: Callable[..., Ran], service: SmallService):
    run("ask", b"caf\xe9 1".decode("utf-8", "surrogateescape"))
    assert service.asked[0][0] == "caf? 1"


def test_an_error_that_can_be_mended_is_its_sentence(run: Callable[..., Ran], service: SmallService):
    ended = run("ask", "mend me")
    assert (ended.code, ended.out) == (1, "")
    assert "in use by another Porte-Parole (process 7)" in ended.err
    assert service.closed


def test_an_error_nobody_foresaw_is_a_reference_and_no_traceback(
    run: Callable[..., Ran], service: SmallService
):
    ended = run("ask", "break")
    assert (ended.code, ended.out) == (1, "")
    assert "reference" in ended.err
    assert "Traceback" not in ended.err
    assert "machine room" not in ended.err


def test_a_wrong_setting_is_one_sentence(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORTEPAROLE_LANGUGE", "fr")
    ended = run("ask", "x")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(
        "There is no setting PORTEPAROLE_LANGUGE (in the environment): the nearest is"
    )
    assert len(ended.err.splitlines()) == 1
