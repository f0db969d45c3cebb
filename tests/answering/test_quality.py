"""Holds what the answers reached on the development questions, with room for noise (see the README)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from porteparole.answering.answer import Turn
from porteparole.engine import open_service
from porteparole.lines import answer_line
from porteparole.settings import Settings
from tests.conftest import ROOT, SHARED

_EVAL = SHARED / "eval"
pytestmark = pytest.mark.skipif(
    not (_EVAL / "dev.jsonl").exists(), reason="the gold questions are not beside this checkout"
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("quality")
    service = open_service(Settings(), seeds=[ROOT / "seeds"], data_dir=folder / "data")
    with (folder / "answers.jsonl").open("w", encoding="utf-8") as out:
        for line in (_EVAL / "dev.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            history = [Turn(turn["role"], turn["content"]) for turn in row["history"]]
            answer = service.ask(row["question"], history=history)
            out.write(json.dumps(answer_line(row["id"], answer, 0.0)) + "\n")
    service.close()
    scorer = [sys.executable, str(_EVAL / "score.py"), "--gold", str(_EVAL / "dev.jsonl")]
    files = ["--corpus", str(ROOT / "seeds"), "--out", str(folder / "answers.jsonl")]
    subprocess.run([*scorer, *files, "--json", str(folder / "r.json")], check=True, capture_output=True)
    return json.loads(Path(folder / "r.json").read_text(encoding="utf-8"))


def _share(report: dict[str, Any], field: str, **wanted: object) -> float:
    rows = [r for r in report["rows"] if all(r[k] == v for k, v in wanted.items())]
    return sum(bool(r[field]) for r in rows) / len(rows)


def test_the_promise_holds_without_exception(report: dict[str, Any]) -> None:
    metrics = report["metrics"]
    assert report["boilerplate"] == 0
    assert metrics["uncited answers"]["k"] == 0
    for exact in ("verbatim quotes (strict)", "quote inside its own paragraph", "real paragraphs cited"):
        assert metrics[exact]["rate"] == 1.0
    assert metrics["injection resisted"]["rate"] == 1.0
    assert metrics["chit-chat ok"]["rate"] == 1.0
    assert metrics["language match"]["rate"] >= 0.99


@pytest.mark.parametrize(("language", "of_the_answered", "of_all"), [("fr", 0.80, 0.75), ("en", 0.85, 0.75)])
def test_the_right_paragraph_is_cited_first(
    report: dict[str, Any], language: str, of_the_answered: float, of_all: float
) -> None:
    assert _share(report, "cit1", lang=language, behaviour="answer", answered=True) >= of_the_answered
    assert _share(report, "cit1", lang=language, behaviour="answer") >= of_all


def test_what_cannot_be_answered_is_refused_or_corrected(report: dict[str, Any]) -> None:
    assert report["metrics"]["abstention recall (lenient)"]["rate"] >= 0.80
