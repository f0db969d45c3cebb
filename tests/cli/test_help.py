"""Help pages and usage errors, in the reader's language and without waiting for heavy libraries."""

import subprocess
import sys
from collections.abc import Callable

import pytest
import typer
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from porteparole import __version__
from porteparole.cli.app import app
from porteparole.cli.help import help_keys
from porteparole.language import LANGUAGES, Language
from porteparole.shipped import shipped
from porteparole.texts import Texts
from tests.cli.small_service import Ran

KEYS = list(help_keys(typer.main.get_command(app)))
HEAVY = (
    "chromadb",
    "onnxruntime",
    "langchain_chroma",
    "langchain_core",
    "discord",
    "numpy",
    "pydantic_settings",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_every_command_and_parameter_has_a_help_text_in_each_language(key: str, language: Language):
    assert Texts().has(language, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_help_text_is_left_over_from_a_command_that_is_gone(language: Language):
    commands = {key.partition(".")[0] for key in KEYS}
    source = (shipped("config") / "locales" / language / "cli.ftl").read_text(encoding="utf-8")
    attributes = [
        f"{message.id.name}.{attribute.id.name}"
        for message in FluentParser().parse(source).body
        if isinstance(message, Message) and message.id.name in commands
        for attribute in message.attributes
    ]
    assert [key for key in attributes if key not in KEYS and not key.endswith(".epilog")] == []


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("fr", ["Usage\u00a0:", "Options\u00a0:", "Commandes\u00a0:"]),
        ("en", ["Usage:", "Options:", "Commands:"]),
    ],
)
def test_help_is_wholly_in_the_language_of_the_terminal(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, language: str, headings: list[str]
):
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    page = run("--help")
    assert page.code == 0
    lines = [line.split(" porteparole")[0] for line in page.out.splitlines() if line[:1] not in {"", " "}]
    assert lines == headings
    batch = run("batch", "--help").out
    assert ("[required]" in batch) == (language == "en")
    assert ("Show this" in batch) == (language == "en")


def test_every_command_has_a_help_page(run: Callable[..., Ran]):
    for command in ("ask", "chat", "batch", "evaluate", "corpus", "corpus show", "settings", "doctor", "run"):
        page = run(*command.split(), "--help")
        assert (page.code, page.err) == (0, "")
        assert f"Usage: porteparole {command}" in page.out


def test_the_version_is_data(script: Callable[..., Ran]):
    assert script("--version") == Ran(0, f"porteparole {__version__}\n", "")


def test_help_waits_for_no_heavy_library():
    code = f"""
import sys
from porteparole.cli.app import execute
assert execute(["--help"]) == 0 and execute(["ask", "--help"]) == 0
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_without_a_command_help_goes_to_stderr_as_a_usage_error(run: Callable[..., Ran]):
    page = run()
    assert (page.code, page.out) == (2, "")
    assert "Commands:" in page.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["aks", "x"], "There is no command aks; did you mean ask?"),
        (["zzzzzz"], "There is no command zzzzzz."),
        (["ask", "x", "--jsno"], "There is no option --jsno here; did you mean --json?"),
        (["ask"], "QUESTION is missing."),
        (["batch", "--input", "x"], "--output is missing."),
        (["batch", "--input", "x", "--output", "y", "-k", "many"], "The value of -k is not allowed."),
        (["batch", "--input", "x", "--output", "y", "-k", "0"], "The value of -k is not allowed."),
        (["ask", "x", "--data"], "--data needs exactly one value"),
        (["ask", "who", "said"], "“said” is too much; put a question between quotation marks."),
        (["ask", "x", "--lang", "de"], "The value of --lang is not allowed; allowed are fr, en."),
    ],
)
def test_a_wrong_command_line_is_one_sentence_and_exit_code_2(
    run: Callable[..., Ran], arguments: list[str], said: str
):
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(said)
    assert len(ended.err.splitlines()) <= 2
