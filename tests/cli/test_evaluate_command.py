"""``evaluate``: the tables, the three files, and what is said of a wrong gold file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.small_service import TEXTS, Ran, SmallService


def gold(*lines: dict[str, Any]) -> None:
    common = {"lang": "en", "kind": "fact", "behaviour": "answer", "lang_any": True}
    Path("gold.jsonl").write_text(
        "".join(json.dumps({"id": f"q{n}", **common, **line}) + "\n" for n, line in enumerate(lines, 1)),
        encoding="utf-8",
    )


RIGHT = {"question": "What does 2 say?", "gold": [{"text": TEXTS[1]}]}
WRONG = {"question": "What does 1 say?", "gold": [{"article": "bridge", "paragraph": 2}], "kind": "who"}
REFUSED = {"question": "Who?", "gold": [{"text": TEXTS[0]}]}
UNKNOWN = {"question": "Who?", "behaviour": "abstain", "kind": "unknown"}


def test_the_measures_stand_in_a_table_and_what_went_wrong_above_it(
    run: Callable[..., Ran], service: SmallService
):
    gold(RIGHT, WRONG, REFUSED, UNKNOWN)
    ended = run("evaluate", "--gold", "gold.jsonl", "--output", "out")
    assert ended.code == 0
    lines = [" ".join(line.split()) for line in ended.out.splitlines()]
    assert "Handled rightly, of all questions 2/4 50 [15–85] 50 [15–85]" in lines
    assert "Answered, of the answerable 2/3 67 [21–94] 67 [21–94]" in lines
    assert "Unanswerable: refused 1/1 100 [21–100] 100 [21–100]" in lines
    assert "who 0/1 0 [0–79]" in lines
    failures = lines[: lines.index("Measure All English")]
    assert failures[0] == "q2 (who) What does 1 say?"
    assert failures[1].startswith("another paragraph is cited first")
    assert failures[2] == f"→ bridge ¶ 1 {TEXTS[0]}"
    assert failures[3] == "A right paragraph stood at place 1 of those found."
    assert "refused, although it can be answered" in failures
    assert ended.err.splitlines()[-1] == "The report is in out (report.html)."


def test_three_files_are_written(run: Callable[..., Ran], service: SmallService):
    gold(RIGHT, WRONG)
    run("evaluate", "--gold", "gold.jsonl", "--output", "a/b")
    assert sorted(path.name for path in Path("a/b").iterdir()) == [
        "answers.jsonl",
        "report.html",
        "report.json",
    ]
    answers = [json.loads(line) for line in Path("a/b/answers.jsonl").read_text("utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == ["q1", "q2"]
    assert json.loads(Path("a/b/report.json").read_text("utf-8"))["questions"] == 2
    assert "What does 1 say?" in Path("a/b/report.html").read_text("utf-8")


def test_without_an_output_the_report_goes_into_the_data_folder(
    run: Callable[..., Ran], service: SmallService, tmp_path: Path
):
    gold(RIGHT)
    run("evaluate", "--gold", "gold.jsonl")
    assert (tmp_path / "data" / "evaluation" / "report.html").exists()


def test_json_takes_the_tables_place(run: Callable[..., Ran], service: SmallService):
    gold(RIGHT, UNKNOWN)
    (line,) = run("evaluate", "--gold", "gold.jsonl", "--json").out.splitlines()
    told = json.loads(line)
    assert told["measures"]["right"]["right"] == 2
    assert (told["generation"], told["embedder"]) == ("0123456789abcdef", "model 1")


def test_the_history_of_a_question_goes_with_it(run: Callable[..., Ran], service: SmallService):
    history = [{"role": "user", "content": "Who is it?"}, {"role": "assistant", "content": "Anne Petit."}]
    gold({**RIGHT, "history": history})
    run("evaluate", "--gold", "gold.jsonl")
    ((_, turns, *_),) = service.asked
    assert [(turn.role, turn.content) for turn in turns] == [
        ("user", "Who is it?"),
        ("assistant", "Anne Petit."),
    ]


def test_ambiguous_questions_can_be_left_out(run: Callable[..., Ran], service: SmallService):
    gold(RIGHT, {**WRONG, "distractor_safe": False})
    run("evaluate", "--gold", "gold.jsonl", "--distractor-safe-only")
    assert [asked[0] for asked in service.asked] == ["What does 2 say?"]


def test_translations_can_be_left_out(run: Callable[..., Ran], service: SmallService):
    gold(RIGHT)
    read: list[bool] = []
    for option in ([], ["--no-translations"], ["--translations"]):
        run("evaluate", "--gold", "gold.jsonl", *option)
        read.append(service.settings.corpus.translations)
    assert read == [True, False, True]


def test_paragraphs_by_row_come_from_the_corpus_file(run: Callable[..., Ran], service: SmallService):
    gold({**RIGHT, "gold": [{"row": "r-2"}]})
    Path("rows.jsonl").write_text(json.dumps({"id": "r-2", "text": TEXTS[1]}) + "\n", encoding="utf-8")
    ended = run("evaluate", "--gold", "gold.jsonl", "--corpus", "rows.jsonl", "--json")
    assert json.loads(ended.out)["measures"]["first-all"]["right"] == 1


def test_the_words_are_french_in_a_french_terminal(
    run: Callable[..., Ran], service: SmallService, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    gold(WRONG)
    ended = run("evaluate", "--gold", "gold.jsonl")
    assert "un autre paragraphe est cité d’abord" in ended.out
    assert "Le rapport est dans" in ended.err


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (None, "The file gold.jsonl cannot be read: No such file or directory."),
        ("", "There is no question in gold.jsonl."),
        ("{\n", "Line 1 of the gold file is not JSON in UTF-8; nothing was asked."),
        ('{"id": 1}\n', "Line 1 of the gold file: the field lang is missing"),
    ],
)
def test_a_wrong_gold_file_is_one_sentence_before_anything_is_opened(
    run: Callable[..., Ran], service: SmallService, written: str | None, said: str
):
    if written is not None:
        Path("gold.jsonl").write_text(written, encoding="utf-8")
    ended = run("evaluate", "--gold", "gold.jsonl")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(said)
    assert service.settings is None


def test_rows_need_their_file(run: Callable[..., Ran], service: SmallService):
    gold({**RIGHT, "gold": [{"row": "r-2"}]})
    ended = run("evaluate", "--gold", "gold.jsonl")
    assert ended.code == 2
    assert "--corpus FILE" in ended.err
    Path("rows.jsonl").write_bytes(b"\xff\n")
    assert run("evaluate", "--gold", "gold.jsonl", "--corpus", "rows.jsonl").code == 2
    Path("rows.jsonl").write_text("{}\n", encoding="utf-8")
    ended = run("evaluate", "--gold", "gold.jsonl", "--corpus", "rows.jsonl")
    assert ended.err == "Line 1 of rows.jsonl is not a JSON object with id and text.\n"


def test_the_projects_own_questions_need_its_own_articles(run: Callable[..., Ran], service: SmallService):
    ended = run("evaluate")
    assert ended.code == 2
    assert "with --gold your own questions" in ended.err
    assert service.closed


def test_an_output_that_is_a_file_is_told_before_anything_is_asked(
    run: Callable[..., Ran], service: SmallService
):
    gold(RIGHT)
    ended = run("evaluate", "--gold", "gold.jsonl", "--output", "gold.jsonl/x")
    assert ended.code == 1
    assert "cannot be written" in ended.err
    assert service.asked == []


class Used:
    """What a language model did."""

    name = "ollama:tiny"
    is_resting = False

    def counts(self) -> dict[tuple[str, str], float]:
        return {
            ("answers", "worded"): 3,
            ("answers", "unproved"): 2,
            ("answers", "time"): 1,
            ("sentences", "held"): 4,
            ("sentences", "rewritten"): 1,
            ("sentences", "dropped"): 7,
            ("tokens", "read"): 900,
        }


def test_what_a_language_model_did_is_counted(run: Callable[..., Ran], service: SmallService):
    service.model = Used()
    gold(RIGHT)
    ended = run("evaluate", "--gold", "gold.jsonl", "--output", "out", "--model", "ollama:tiny")
    assert (
        "Worded by ollama:tiny: 3 answers; the articles’ own words in its place: 3 (not proved 2, "
        in ended.out
    )
    assert "Its sentences: 4 held, 1 held once rewritten, 7 dropped." in ended.out
    report = json.loads(Path("out/report.json").read_text("utf-8"))
    assert report["model"]["answers"] == {"worded": 3, "replaced": {"unproved": 2, "time": 1}}
    assert report["model"]["tokens"] == {"read": 900, "written": 0}
    assert "7 dropped" in Path("out/report.html").read_text("utf-8")
    assert service.settings.writer.model == "ollama:tiny"


def test_without_one_nothing_is_said_of_it(run: Callable[..., Ran], service: SmallService):
    gold(RIGHT)
    assert "Worded by" not in run("evaluate", "--gold", "gold.jsonl", "--output", "out").out
    assert "model" not in json.loads(Path("out/report.json").read_text("utf-8"))
