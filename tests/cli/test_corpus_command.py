"""``corpus show``: what the articles became, and what was left out and why. With the real loader."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.small_service import Ran

ARTICLE = """La directrice a présenté lundi le budget de la ville, en hausse de trois pour cent.

« Nous réparerons les écoles d’abord », a déclaré Anne Petit devant le conseil municipal.

Réagissez à cet article
"""
TRANSLATION = """On Monday the director presented the city’s budget, up three per cent.

“We will repair the schools first,” Anne Petit told the city council.
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "budget.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "budget.en.txt").write_text(TRANSLATION, encoding="utf-8")
    (folder / "empty.txt").write_text("")
    return folder


def test_paragraphs_are_numbered_with_their_translation_labelled(run: Callable[..., Ran], seeds: Path):
    ended = run("corpus", "show", "budget", "--seeds", str(seeds))
    assert ended.code == 0
    lines = ended.out.splitlines()
    first, second = lines.index("¶\u00a01 (line 1)"), lines.index("¶\u00a02 (line 3)")
    assert lines[first + 1 : first + 4] == [
        "La directrice a présenté lundi le budget de la ville, en hausse de trois pour cent.",
        "[translation by the editors, not official]",
        "On Monday the director presented the city’s budget, up three per cent.",
    ]
    assert first < second


def test_what_was_left_out_stands_below_with_its_line_and_the_reason(run: Callable[..., Ran], seeds: Path):
    out = run("corpus", "show", "--seeds", str(seeds)).out
    _, left_out = out.split("Left out:")
    assert "(line 5) Réagissez à cet article" in left_out
    assert "    → " in left_out


def test_files_that_were_refused_are_named_on_stderr_and_the_others_shown(
    run: Callable[..., Ran], seeds: Path
):
    ended = run("corpus", "show", "--seeds", str(seeds))
    assert ended.code == 0
    assert "Refused:" in ended.err
    assert "empty.txt" in ended.err
    assert "empty.txt" not in ended.out


def test_json_has_everything(run: Callable[..., Ran], seeds: Path):
    told = json.loads(run("corpus", "show", "--json", "--seeds", str(seeds)).out)
    (article,) = told["articles"]
    assert article["id"] == "budget"
    assert [p["number"] for p in article["paragraphs"]] == [1, 2]
    assert article["paragraphs"][1]["translation"] == TRANSLATION.splitlines()[2]
    assert article["left_out"][0]["line"] == 5
    assert article["left_out"][0]["reason"]
    assert [Path(file["source"]).name for file in told["refused"]] == ["empty.txt"]


def test_an_unknown_article_is_told_with_the_nearest(run: Callable[..., Ran], seeds: Path):
    ended = run("corpus", "show", "buget", "--seeds", str(seeds))
    assert (ended.code, ended.out) == (1, "")
    assert "There is no article buget; the nearest are budget." in ended.err


def test_the_name_of_a_file_cannot_give_commands_to_the_terminal(run: Callable[..., Ran], seeds: Path):
    (seeds / "empty.txt").rename(seeds / "emp\x1b[31mty.txt")
    ended = run("corpus", "show", "--seeds", str(seeds))
    assert "\x1b" not in ended.out + ended.err
