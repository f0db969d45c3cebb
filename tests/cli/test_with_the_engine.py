"""The commands with the real engine on the articles that come with the project."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from porteparole.store.lock import DataLock
from tests.cli.small_service import Ran
from tests.cli.terminal_double import read_all, read_until, started_on_terminal


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for all, so that the articles are embedded once."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def ask(run: Callable[..., Ran], data: Path) -> Callable[..., tuple[int, dict[str, Any]]]:
    def command(question: str, *options: str) -> tuple[int, dict[str, Any]]:
        ended = run("ask", question, "--json", "--data", str(data), *options)
        return ended.code, json.loads(ended.out)

    return command


def holds(line: dict[str, Any]) -> bool:
    """Whether an answer is cited and every quotation is exact."""
    return bool(line["citations"]) and all(c["quote"] in c["paragraph_text"] for c in line["citations"])


@pytest.mark.parametrize(
    ("question", "language"),
    [("Que dit Guo Jiakun des règles du marché ?", "fr"), ("What did Guo Jiakun say?", "en")],
)
def test_a_question_is_answered_in_its_language_with_exact_quotations(
    ask: Callable[..., tuple[int, dict[str, Any]]], question: str, language: str
):
    code, line = ask(question)
    assert (code, line["lang"], line["abstained"]) == (0, language, False)
    assert holds(line)


def test_a_question_waits_for_nothing_that_only_a_reload_or_a_model_needs(
    run: Callable[..., Ran], data: Path
):
    run("ask", "Bonjour", "--data", str(data))  # reads the articles, if no test before did
    code = f"""
import sys
from porteparole.cli.app import execute
assert execute(["ask", "Qui est Guo Jiakun ?", "--data", {str(data)!r}]) == 0
print([name for name in ("chromadb", "onnx", "alembic", "langsmith") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_an_answer_in_english_says_what_its_translation_is_worth(run: Callable[..., Ran], data: Path):
    ended = run("ask", "What did Guo Jiakun say?", "--data", str(data))
    assert ended.code == 0
    assert "not official" in ended.out or "in the original French" in ended.out


def test_what_the_articles_do_not_answer_is_refused(ask: Callable[..., tuple[int, dict[str, Any]]]):
    code, line = ask("Combien coûte un billet de train pour Lisbonne ?")
    assert (code, line["abstained"], line["citations"]) == (3, True, [])


def test_a_batch_answers_every_line(run: Callable[..., Ran], data: Path, tmp_path: Path):
    questions = [
        {"id": "1", "question": "Qui est Guo Jiakun ?"},
        {
            "id": "2",
            "question": "Et qu’a-t-il déclaré ?",
            "history": [{"role": "user", "content": "Guo Jiakun"}],
        },
        {"id": "3", "question": "Bonjour !"},
    ]
    (tmp_path / "q").write_text("".join(f"{json.dumps(question)}\n" for question in questions))
    options = ["--input", "q", "--output", "a", "--data", str(data)]
    assert run("batch", *options).code == 0
    lines = [json.loads(line) for line in (tmp_path / "a").read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["1", "2", "3"]
    assert [line["abstained"] or holds(line) for line in lines[:2]] == [True, True]
    assert (lines[2]["abstained"], lines[2]["citations"]) == (False, [])
    assert run("batch", *options, "--retrieve-only", "-k", "3").code == 0
    ranked = [json.loads(line) for line in (tmp_path / "a").read_text(encoding="utf-8").splitlines()]
    assert [len(line["paragraphs"]) for line in ranked] == [3, 3, 3]


def test_run_answers_the_lines_of_a_pipe(script: Callable[..., Ran], data: Path):
    ended = script("run", "--data", str(data), stdin=b"Qui est J.D. Vance ?\n")
    assert ended.code == 0
    assert "DISCORD_TOKEN=" in ended.err
    assert ended.out.count("\n> ") + ended.out.startswith("> ") == 2
    assert all("\n  [1] " in answered for answered in f"\n{ended.out}".split("\n> ")[1:])


def test_a_second_process_gets_a_sentence(script: Callable[..., Ran], tmp_path: Path):
    lock = DataLock(tmp_path / "held")
    try:
        ended = script("ask", "x", "--data", str(tmp_path / "held"))
    finally:
        lock.release()
    assert (ended.code, ended.out) == (1, "")
    assert f"process {os.getpid()}" in ended.err
    assert "Traceback" not in ended.err


def test_control_c_ends_a_conversation_without_a_word_too_many(data: Path):
    process, screen = started_on_terminal(["chat", "--data", str(data)])
    assert "/quit ends." in read_until(screen, "/quit ends.")
    time.sleep(0.5)  # until the prompt waits
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 130
    assert "Traceback" not in read_all(screen)


def test_sigterm_ends_a_conversation_in_order(data: Path):
    process, screen = started_on_terminal(["run", "--data", str(data)])
    assert "/quit ends." in read_until(screen, "/quit ends.")
    time.sleep(0.5)  # until the prompt waits
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == 143
    assert "Traceback" not in read_all(screen)
