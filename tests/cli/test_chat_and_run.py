"""``chat`` and ``run``: a conversation in the terminal, and from a pipe."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from porteparole.shipped import shipped
from tests.cli.small_service import Ran, SmallService


def test_lines_of_a_pipe_are_answered_in_order_each_with_what_was_said_before(
    run: Callable[..., Ran], service: SmallService
):
    ended = run("chat", stdin="what does 1 say?\n\n  \nand 2?\r\n")
    assert ended.code == 0
    assert ended.out.count("It says so. [1]") == 2
    assert [asked[0] for asked in service.asked] == ["what does 1 say?", "and 2?"]
    assert service.asked[0][1] == ()
    assert [(turn.role, turn.content) for turn in service.asked[1][1]] == [
        ("user", "what does 1 say?"),
        ("assistant", "It says so. [1]"),
    ]


def test_a_long_conversation_carries_only_its_end(run: Callable[..., Ran], service: SmallService):
    run("chat", stdin="1\n" * 40)
    assert max(len(asked[1]) for asked in service.asked) == 20


@pytest.mark.parametrize("word", ["/quit", " /quitter "])
def test_it_ends_with_a_word(run: Callable[..., Ran], service: SmallService, word: str):
    assert run("chat", stdin=f"1\n{word}\n2\n").code == 0
    assert [asked[0] for asked in service.asked] == ["1"]
    assert service.closed


def test_bytes_that_are_no_text_do_not_end_it(run: Callable[..., Ran], service: SmallService):
    ended = run("chat", stdin=b"\xef\xbb\xbf1\xff\n2\n")
    assert ended.code == 0
    assert [asked[0] for asked in service.asked] == ["1\N{REPLACEMENT CHARACTER}", "2"]


def test_nothing_to_answer_is_nothing_wrong(run: Callable[..., Ran], service: SmallService):
    ended = run("chat")
    assert (ended.code, ended.out) == (0, "")


def test_the_language_of_the_answers_can_be_asked_for(run: Callable[..., Ran], service: SmallService):
    run("chat", "--lang", "fr", stdin="1\n")
    assert service.asked[0][2] == "fr"


# -- run


def test_without_a_token_it_says_in_two_lines_how_to_get_one_and_answers_stdin(
    run: Callable[..., Ran], service: SmallService
):
    ended = run("run", stdin="1\n")
    assert ended.code == 0
    notes = ended.err.splitlines()
    assert ["token" in line for line in notes] == [True, True, False]
    assert "DISCORD_TOKEN=" in notes[1]
    assert "It says so. [1]" in ended.out


def test_it_shows_one_question_answered_in_each_language(run: Callable[..., Ran], service: SmallService):
    out = run("run").out
    questions = [line for line in out.splitlines() if line.startswith("> ")]
    assert len(questions) == 2
    assert [asked[3] for asked in service.asked] == ["fr", "en"]
    assert [f"> {asked[0]}" for asked in service.asked] == questions


def test_with_other_articles_the_questions_about_ours_are_left_out(
    run: Callable[..., Ran], service: SmallService, tmp_path: Path
):
    run("run", "--seeds", str(tmp_path), stdin="1\n")
    assert [asked[0] for asked in service.asked] == ["1"]
    assert service.settings.seeds_dir != (shipped("seeds"),)


def test_with_a_token_it_starts_the_bot_with_the_same_engine_and_ends_with_its_code(
    run: Callable[..., Ran], service: SmallService, monkeypatch: pytest.MonkeyPatch
):
    started: list[Any] = []

    def run_bot(service: Any, settings: Any, **options: Any) -> int:
        started.append((service, settings.discord.token.get_secret_value(), options["language"]))
        return 78

    monkeypatch.setattr("bot.main.run", run_bot)
    monkeypatch.setenv("DISCORD_TOKEN", "a-token")
    ended = run("run")
    assert ended.code == 78
    assert started == [(service, "a-token", "en")]
    assert "a-token" not in ended.out + ended.err
    assert service.closed
