"""Gold files: what is read, how paragraphs are found, and what is said of a wrong line."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from porteparole.corpus.article import Corpus
from porteparole.corpus.loader import load_corpus
from porteparole.evaluation.gold import read_gold, read_rows, resolve
from porteparole.notice import PorteParoleError
from tests.conftest import ROOT

LINE: dict[str, Any] = {
    "id": "1",
    "lang": "fr",
    "kind": "fact",
    "behaviour": "answer",
    "question": "Combien de navires attendent ?",
}


def written(folder: Path, *lines: dict[str, Any] | str) -> Path:
    file = folder / "gold.jsonl"
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    file.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return file


def test_a_paragraph_is_given_by_text_by_row_or_by_article(tmp_path: Path, harbour: Corpus) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        json.dumps({"id": "r-1", "text": "Avant. Trente-deux navires."}) + "\n\n", encoding="utf-8"
    )
    places = [
        {"text": "Un texte.", "file": "x.txt", "line": 3},
        {"row": "r-1"},
        {"row": "r-1", "start": 7, "end": 27},
        {"article": "greve", "paragraph": 4},
    ]
    lines = read_gold(written(tmp_path, {**LINE, "gold": places, "needs_all": [[places[1]], [places[3]]]}))
    (expected,) = resolve(lines, read_rows([rows], {"r-1"}), harbour)
    ships = harbour.articles[0].paragraphs[3].text
    assert expected.right == ("Un texte.", "Avant. Trente-deux navires.", "Trente-deux navires.", ships)
    assert expected.needed == (("Avant. Trente-deux navires.",), (ships,))


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("{", "evaluate-gold-not-json", 2),
        ("[1]", "evaluate-gold-field", 2),
        ({**LINE, "id": "2", "lang": "de"}, "evaluate-gold-field", "lang"),
        ({**LINE, "id": "2", "behaviour": "guess"}, "evaluate-gold-field", "behaviour"),
        ({**LINE, "id": "2", "gold": [{"line": 3}]}, "evaluate-gold-field", "gold.0"),
        ({**LINE, "id": "2", "must_contain": [["(open"]]}, "evaluate-gold-pattern", "(open"),
        (LINE, "evaluate-gold-twice", "1"),
    ],
)
def test_a_wrong_line_is_named_with_what_is_wrong(tmp_path: Path, line: Any, key: str, value: object) -> None:
    with pytest.raises(PorteParoleError) as told:
        read_gold(written(tmp_path, LINE, line))
    assert told.value.notice.key == key
    assert value in told.value.notice.values.values()
    assert told.value.notice.values["line"] == 2


def test_an_empty_file_has_no_question(tmp_path: Path) -> None:
    with pytest.raises(PorteParoleError, match="evaluate-gold-empty"):
        read_gold(written(tmp_path, ""))


@pytest.mark.parametrize(
    ("place", "key"),
    [
        ({"row": "r-9"}, "evaluate-no-row"),
        ({"article": "greve", "paragraph": 9}, "evaluate-no-paragraph"),
        ({"article": "nowhere", "paragraph": 1}, "evaluate-no-paragraph"),
    ],
)
def test_a_paragraph_that_is_nowhere_is_named(
    tmp_path: Path, harbour: Corpus, place: dict[str, Any], key: str
) -> None:
    lines = read_gold(written(tmp_path, {**LINE, "gold": [place]}))
    with pytest.raises(PorteParoleError, match=key):
        resolve(lines, {}, harbour)


def test_the_questions_that_come_with_the_project_fit_its_articles() -> None:
    lines = read_gold(Path(str(files("porteparole.evaluation").joinpath("gold.jsonl"))))
    corpus = load_corpus([ROOT / "seeds"], translations=True, max_bytes=1_000_000)
    expected = resolve(lines, {}, corpus)
    assert {e.language for e in expected} == {"fr", "en"}
    for language in ("fr", "en"):
        kinds = {e.behaviour for e in expected if e.language == language}
        assert kinds == {"answer", "abstain", "abstain_or_correct", "resist", "smalltalk"}
    assert all(e.right or e.needed for e in expected if e.behaviour == "answer")
