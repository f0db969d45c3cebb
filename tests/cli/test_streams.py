"""The real script as a process: pipes that close, full disks, colours, letters, interruptions."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.small_service import Ran
from tests.cli.terminal_double import SCRIPT, read_all, started_on_terminal

COLOUR = re.compile(r"\x1b\[[0-9;]*3\d")


def test_a_reader_that_goes_away_is_no_error_to_talk_about():
    process = subprocess.Popen([SCRIPT, "settings"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_sentence():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [SCRIPT, "settings"], stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60
        )
    assert done.returncode == 1
    assert done.stderr.startswith("The system says “No space left on device” (reference ")
    assert done.stderr.count("\n") == 1


def test_a_stream_without_the_letters_gets_question_marks_or_escapes(script: Callable[..., Ran]):
    plain = script("settings", "--data", "/été", PYTHONIOENCODING="ascii")
    assert plain.out.startswith("data_dir = /?t?\t")
    told = script("settings", "--json", "--data", "/été", PYTHONIOENCODING="ascii")
    assert "\\u00e9t\\u00e9" in told.out
    assert json.loads(told.out)["data_dir"]["value"] == "/été"


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_are_for_terminals_and_can_be_turned_off(variables: dict[str, str], coloured: bool):
    variables = {"TERM": "xterm-256color", "PORTEPAROLE_LANGUAGE": "xx", **variables}
    process, screen = started_on_terminal(["doctor"], variables)
    shown = read_all(screen)
    assert process.wait(timeout=60) == 1
    assert "✗" in shown
    assert bool(COLOUR.search(shown)) == coloured


def test_a_traceback_is_for_those_who_ask_for_it(script: Callable[..., Ran], tmp_path: Path):
    (tmp_path / "away").mkdir()
    # A folder where a file is to be written is nothing that the program foresees.
    plain = script("batch", "--input", "away", "--output", "x")
    assert (plain.code, plain.err.count("\n")) == (2, 1)
    wrong = script("--debug", "settings", PORTEPAROLE_LANGUAGE="xx")
    assert wrong.code == 1
    assert "Traceback" in wrong.err
