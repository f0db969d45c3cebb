"""``statements``, ``compare``, ``check``, ``articles``, ``paragraph`` in the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.cli.small_service import Ran, SmallService


@pytest.fixture(autouse=True)
def _service(service: SmallService) -> None:
    pass


def test_a_statement_is_shown_with_speaker_kind_words_and_place(run: Callable[..., Ran]) -> None:
    ended = run("statements", "petit")
    assert ended.code == 0
    assert ended.out.splitlines()[:2] == [
        "Anne Petit · quoted",
        "  « Le pont est trop vieux »".replace("« ", "«\u00a0").replace(" »", "\u00a0»"),
    ]
    assert "a déclaré — " in ended.out and "¶\u00a02" in ended.out


def test_a_line_of_json_has_the_fixed_names(run: Callable[..., Ran]) -> None:
    (line,) = run("statements", "--speaker", "Petit", "--json").out.splitlines()
    told = json.loads(line)
    assert list(told) == ["article", "paragraph", "paragraph_text", "text", "kind", "speaker", "cue"]
    assert told["text"] in told["paragraph_text"]
    assert (told["paragraph"], told["kind"], told["speaker"]) == (2, "direct", "Anne Petit")


def test_french_names_do_the_same(run: Callable[..., Ran]) -> None:
    assert (
        run("déclarations", "petit").out == run("declarations", "petit").out == run("statements", "petit").out
    )
    assert run("paragraphe", "pont", "2").code == 0


def test_help_shows_the_names_of_the_reader(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "déclarations" not in run("--help").out
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    french = run("--help").out
    assert "déclarations" in french and "statements" not in french and "declarations" not in french


def test_kinds_may_be_named_as_the_cards_name_them(run: Callable[..., Ran]) -> None:
    shown = run("statements", "--kind", "quoted")
    assert shown.out and shown.out == run("statements", "--kind", "direct").out


def test_who_never_speaks_has_an_empty_side(run: Callable[..., Ran]) -> None:
    ended = run("compare", "Petit", "Zebulon")
    assert (ended.code, "Zebulon — No statement found" in ended.out) == (0, True)
    assert "Nobody called Zebulon speaks" in ended.err
    assert "Nobody called Zebulon speaks" in run("compare", "Petit", "Zebulon", "--json").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["statements", "Zebulon"], "Nobody called Zebulon speaks in the articles."),
        (["statements", "Anne Petot-Prat"], "the nearest names are: Anne Petit"),
        (["statements", "--kind", "loud"], "loud is no kind of statement"),
        (["statements", "--article", "zzz"], "There is no article zzz"),
        (["compare", "Petit", "Anne Petit"], "Both names mean Anne Petit"),
        (["paragraph", "pont", "99"], "there is no paragraph 99"),
    ],
)
def test_wrong_input_is_answered_with_what_is_wrong(
    run: Callable[..., Ran], arguments: list[str], said: str
) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_nothing_found_is_said_and_told_by_the_exit_code(run: Callable[..., Ran]) -> None:
    ended = run("statements", "Petit", "--topic", "volcans")
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.splitlines()[-1] == "No statement of Anne Petit found about “volcans”."
    assert run("articles", "volcans").code == 3


def test_articles_are_listed_with_their_ids(run: Callable[..., Ran]) -> None:
    ended = run("articles")
    assert ended.code == 0
    assert "3 paragraphs" in ended.out
    assert json.loads(run("articles", "--json").out.splitlines()[0])["paragraphs"] == 3


def test_a_paragraph_stands_between_its_neighbours(run: Callable[..., Ran]) -> None:
    out = run("paragraph", "pont", "2").out
    assert [line for line in out.splitlines() if line.startswith("¶")] == [f"¶\u00a0{n}" for n in (1, 2, 3)]


def test_a_claim_is_answered_with_what_was_said_and_no_verdict(run: Callable[..., Ran]) -> None:
    ended = run("check", "Le pont est trop vieux")
    assert ended.code == 0
    assert "Anne Petit · quoted" in ended.out
    assert "I do not judge" in ended.err
    assert run("vérifier", "Le pont est trop vieux").out == ended.out


def test_a_claim_on_which_nobody_spoke_is_told_so(run: Callable[..., Ran]) -> None:
    ended = run("check", "Les volcans d’Islande dorment")
    assert (ended.code, ended.out) == (3, "")
    assert "No statement in the articles bears on this." in ended.err


def test_a_claim_without_words_is_refused(run: Callable[..., Ran]) -> None:
    ended = run("check", "   ")
    assert ended.code == 2
    assert "no words in this claim" in ended.err
