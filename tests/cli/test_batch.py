"""``batch``: the interface that other tools call."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.small_service import Ran, SmallService

QUESTIONS = [
    {"id": "b", "question": "2?", "kind": "of no matter"},
    {"id": 7, "question": "and 1?", "history": [{"role": "user", "content": "2?"}], "lang": "en"},
    {"id": "a", "question": "who?", "history": None, "lang": None},
]


def write(path: Path, lines: list[object]) -> Path:
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


def read(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def batch(run: Callable[..., Ran], tmp_path: Path) -> Callable[..., Ran]:
    def command(*options: str, lines: list[object] | None = None) -> Ran:
        write(tmp_path / "questions.jsonl", QUESTIONS if lines is None else lines)
        return run("batch", "--input", "questions.jsonl", "--output", "answers.jsonl", *options)

    return command


def test_answers_stand_in_the_order_of_the_questions(
    batch: Callable[..., Ran], service: SmallService, tmp_path: Path
):
    ended = batch("--seeds", "here", "--seeds", "there.jsonl", "--data", "d")
    assert (ended.code, ended.out) == (0, "")
    assert "Answering the questions …" in ended.err
    answers = read(tmp_path / "answers.jsonl")
    assert [answer["id"] for answer in answers] == ["b", 7, "a"]
    paragraph = service.corpus.paragraphs[1]
    latency = answers[0].pop("latency_ms")
    assert isinstance(latency, float)
    assert answers[0] == {
        "id": "b",
        "answer": "It says so. [1]",
        "abstained": False,
        "lang": "fr",
        "citations": [
            {
                "article": "bridge",
                "paragraph": 2,
                "paragraph_text": paragraph.text,
                "quote": paragraph.text,
                "speaker": "Anne Petit",
            }
        ],
    }
    assert (answers[2]["abstained"], answers[2]["citations"]) == (True, [])
    assert service.settings.seeds_dir == (tmp_path / "here", tmp_path / "there.jsonl")
    assert service.settings.data_dir == tmp_path / "d"
    assert service.closed


def test_history_and_language_reach_the_engine_and_the_id_does_not(
    batch: Callable[..., Ran], service: SmallService
):
    batch()
    question, history, language, _ = service.asked[1]
    assert (question, [(turn.role, turn.content) for turn in history], language) == (
        "and 1?",
        [("user", "2?")],
        "en",
    )
    assert service.asked[2][1:3] == ((), None)


def test_paragraphs_alone_can_be_asked_for(batch: Callable[..., Ran], service: SmallService, tmp_path: Path):
    assert batch("--retrieve-only", "-k", "2").code == 0
    (first, *_) = read(tmp_path / "answers.jsonl")
    assert list(first) == ["id", "paragraphs", "latency_ms"]
    texts = [paragraph.text for paragraph in service.corpus.paragraphs]
    assert first["paragraphs"] == [
        {"article": "bridge", "paragraph": 1, "paragraph_text": texts[0], "score": 1.0},
        {"article": "bridge", "paragraph": 2, "paragraph_text": texts[1], "score": 0.5},
    ]
    assert service.asked == []


@pytest.mark.parametrize(("options", "read_them"), [([], True), (["--no-translations"], False)])
def test_translations_can_be_left_out(
    batch: Callable[..., Ran], service: SmallService, options: list[str], read_them: bool
):
    batch(*options)
    assert service.settings.corpus.translations is read_them


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{nonsense", "Line 2 of the input is not JSON in UTF-8"),
        (b'"text"', "Line 2 of the input is not a JSON object"),
        (b'{"id": "x", "question": "caf\xe9"}', "Line 2 of the input is not JSON in UTF-8"),
        (b'{"id": "x", "question": "\\ud800"}', "Line 2 of the input is not JSON in UTF-8"),
        (b'{"id": "x"}', "Line 2 of the input: the field question is missing"),
        (b'{"question": "x"}', "Line 2 of the input: the field id is missing"),
        (b'{"id": null, "question": "x"}', "Line 2 of the input: the field id is missing"),
        (b'{"id": "x", "question": 3}', "Line 2 of the input: the field question"),
        (b'{"id": "x", "question": "y", "lang": "de"}', "Line 2 of the input: the field lang"),
        (b'{"id": "x", "question": "y", "history": "z"}', "Line 2 of the input: the field history"),
        (
            b'{"id": "x", "question": "y", "history": [{"role": "system", "content": "z"}]}',
            "Line 2 of the input: the field history.0.role",
        ),
    ],
)
def test_a_bad_line_stops_everything_before_anything_is_written(
    run: Callable[..., Ran], service: SmallService, tmp_path: Path, line: bytes, said: str
):
    (tmp_path / "q").write_bytes(b'{"id": "1", "question": "x"}\n' + line + b"\n")
    (tmp_path / "a").write_text("what was there before")
    ended = run("batch", "--input", "q", "--output", "a")
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert ended.err.count("\n") == 1
    assert (tmp_path / "a").read_text() == "what was there before"
    assert service.asked == []


def test_lines_are_parted_by_line_feeds_alone_and_blank_ones_do_not_count(
    run: Callable[..., Ran], service: SmallService, tmp_path: Path
):
    lines = '\ufeff{"id": "1", "question": "a\u2028b"}\r\n\n   \n{"id": "2", "question": "c"}'
    (tmp_path / "q").write_text(lines, encoding="utf-8", newline="")
    assert run("batch", "--input", "q", "--output", "a").code == 0
    assert [asked[0] for asked in service.asked] == ["a\u2028b", "c"]


def test_no_question_gives_no_answer(batch: Callable[..., Ran], service: SmallService, tmp_path: Path):
    assert batch(lines=[]).code == 0
    assert (tmp_path / "answers.jsonl").read_bytes() == b""


def test_an_error_in_the_middle_leaves_nothing_behind(
    batch: Callable[..., Ran], service: SmallService, tmp_path: Path
):
    (tmp_path / "answers.jsonl").write_text("before")
    ended = batch(lines=[{"id": "1", "question": "1"}, {"id": "2", "question": "break"}])
    assert ended.code == 1
    assert "reference" in ended.err
    assert (tmp_path / "answers.jsonl").read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.jsonl", "questions.jsonl"]
    assert service.closed


def test_input_and_output_may_be_the_same_file(
    run: Callable[..., Ran], service: SmallService, tmp_path: Path
):
    write(tmp_path / "both", [{"id": "1", "question": "1"}])
    assert run("batch", "--input", "both", "--output", "both").code == 0
    assert read(tmp_path / "both")[0]["answer"] == "It says so. [1]"


def test_a_link_stays_a_link_and_rights_stay_as_they_were(
    batch: Callable[..., Ran], service: SmallService, tmp_path: Path
):
    kept = tmp_path / "kept"
    kept.write_text("")
    kept.chmod(0o640)
    (tmp_path / "answers.jsonl").symlink_to(kept)
    batch()
    assert (tmp_path / "answers.jsonl").is_symlink()
    assert len(read(kept)) == 3
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640


def test_a_pipe_is_written_to_and_not_replaced(
    run: Callable[..., Ran], service: SmallService, tmp_path: Path
):
    write(tmp_path / "q", [{"id": "1", "question": "1"}])
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("batch", "--input", "q", "--output", "pipe").code == 0
        assert json.loads(os.read(reader, 65536))["id"] == "1"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_file_that_is_not_there_or_cannot_be_written_is_named(
    run: Callable[..., Ran], service: SmallService, tmp_path: Path
):
    missing = run("batch", "--input", "nowhere", "--output", "a")
    assert (missing.code, missing.err.count("\n")) == (2, 1)
    assert "The file nowhere cannot be read" in missing.err
    write(tmp_path / "q", [{"id": "1", "question": "1"}])
    unwritable = run("batch", "--input", "q", "--output", "no/such/folder/a")
    assert unwritable.code == 1
    assert "no/such/folder/a cannot be written" in unwritable.err
    assert service.asked == []
