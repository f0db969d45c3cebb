"""The gold statements and how readings are counted against them; see tests/gold/README.md."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from porteparole.corpus.article import Article, Paragraph
from porteparole.statements import Statement, read_statements
from porteparole.text.folding import search_key

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
GOLD = ROOT / "tests" / "gold" / "statements.jsonl"
OVERLAP = 0.8


@dataclass(frozen=True)
class Wanted:
    """One annotated stretch; ``kind`` is ``none`` for quotation marks that are no statement."""

    paragraph: str
    start: int
    end: int
    kind: str
    speakers: tuple[str, ...]
    cue: str
    optional: bool = False


@dataclass
class Score:
    """Counts over a set of articles."""

    wanted: int = 0
    found: int = 0
    matched: int = 0
    loosely: int = 0
    speaker: int = 0
    kind: int = 0
    cue: int = 0
    negatives: int = 0
    negatives_taken: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.matched / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.matched / (self.found + self.wanted) if self.found + self.wanted else 0.0

    @property
    def f1_loose(self) -> float:
        return 2 * self.loosely / (self.found + self.wanted) if self.found + self.wanted else 0.0

    def of_matched(self, count: int) -> float:
        return count / self.matched if self.matched else 0.0


def article(name: str, texts: Iterable[tuple[str, str]], language: str = "fr") -> Article:
    """Make an article of paragraphs given as (id, text)."""
    paragraphs = tuple(
        Paragraph(id_, name, number, text, number) for number, (id_, text) in enumerate(texts, 1)
    )
    return Article(name, name, language, paragraphs, name)  # type: ignore[arg-type]


def seeds() -> list[tuple[Article, list[Wanted]]]:
    """The two articles of ../shared/seeds with the annotations of ../shared/eval."""
    wanted: dict[str, list[Wanted]] = {}
    for row in _rows(SHARED / "eval" / "quotes.jsonl"):
        text = _line(row["file"], row["line"])
        start = text.index(row["text"])
        name, _, other = row["speaker"].partition(" (")
        speakers = (row["speaker"], name, other.rstrip(")"))
        wanted.setdefault(row["file"], []).append(
            Wanted(f"{row['file']}:{row['line']}", start, start + len(row["text"]), row["type"],
                   tuple(filter(None, speakers)), row["cue"])
        )  # fmt: skip
    for row in _rows(SHARED / "eval" / "quotes_negatives.jsonl"):
        text = _line(row["file"], row["line"])
        inner = row["text"].strip("«» \u00a0\u202f")
        start = text.index(inner)
        wanted.setdefault(row["file"], []).append(
            Wanted(f"{row['file']}:{row['line']}", start, start + len(inner), "none", (), "")
        )
    found: list[tuple[Article, list[Wanted]]] = []
    for file in sorted(wanted):
        lines = (SHARED / "seeds" / file).read_text(encoding="utf-8").splitlines()
        texts = [(f"{file}:{n}", line.strip()) for n, line in enumerate(lines, 1)]
        found.append((article(file, texts), wanted[file]))
    return found


def news(split: str) -> list[tuple[Article, list[Wanted]]]:
    """The annotated news articles of one split (``dev`` or ``report``), text from ../shared/corpora."""
    gold = [row for row in _rows(GOLD) if row["split"] == split]
    return _annotated(gold, _rows(SHARED / "corpora" / "distractors.jsonl"), "fr")


def bbc(path: Path) -> list[tuple[Article, list[Wanted]]]:
    """The annotated articles of the BBC; ``tests/benchmarks/reader/news.py`` names the file of their text."""
    from tests.benchmarks.reader.news import bbc_rows

    rows = [{**row, "source": "BBC"} for row in bbc_rows(path)]
    return _annotated(_rows(GOLD.with_name("statements_bbc.jsonl")), rows, "en")


def _annotated(
    gold: list[dict[str, Any]], rows: list[dict[str, Any]], language: str
) -> list[tuple[Article, list[Wanted]]]:
    title = {row["id"]: (row["source"], row["title"]) for row in rows}
    articles: dict[tuple[str, str], list[tuple[str, str]]] = {title[row["row"]]: [] for row in gold}
    for row in rows:
        key = (row["source"], row["title"])
        if key in articles:
            articles[key].append((row["id"], row["text"]))
    found: list[tuple[Article, list[Wanted]]] = []
    for key, texts in articles.items():
        wanted = [
            Wanted(row["row"], row["start"], row["end"], row["kind"],
                   (row["speaker"], *row.get("also", ())) if row["speaker"] else (), row["cue"],
                   row.get("optional", False))
            for row in gold if title[row["row"]] == key
        ]  # fmt: skip
        found.append((article(key[1], texts, language), wanted))
    return found


def english(split: str) -> list[tuple[Article, list[Wanted]]]:
    """The invented English articles of one split, with their text."""
    rows = [row for row in _rows(GOLD.with_name("statements_en.jsonl")) if row["split"] == split]
    found: dict[str, tuple[list[tuple[str, str]], list[Wanted]]] = {}
    for row in rows:
        name, text = f"{row['article']}:{row['paragraph']}", row["text"]
        texts, wanted = found.setdefault(row["article"], ([], []))
        texts.append((name, text))
        for said in row["statements"]:
            start = text.index(said["text"])
            speakers = tuple(filter(None, (said["speaker"], said.get("also"))))
            end = start + len(said["text"])
            wanted.append(Wanted(name, start, end, said["kind"], speakers, said["cue"]))
        for none in row["none"]:
            wanted.append(Wanted(name, text.index(none), text.index(none) + len(none), "none", (), ""))
    return [(article(name, texts, "en"), wanted) for name, (texts, wanted) in found.items()]


def score(articles: Iterable[tuple[Article, list[Wanted]]]) -> Score:
    """Read the articles and count: each wanted stretch is matched by at most one statement and vice versa."""
    total = Score()
    for one, wanted in articles:
        _score(one, wanted, total)
    return total


def _score(one: Article, wanted: list[Wanted], total: Score) -> None:
    texts = {paragraph.id: paragraph.text for paragraph in one.paragraphs}
    statements = read_statements(one)
    positive = [item for item in wanted if item.kind != "none"]
    negative = [item for item in wanted if item.kind == "none"]
    pairs = sorted(
        ((overlap(item, statement), i, j) for i, item in enumerate(positive)
         for j, statement in enumerate(statements) if item.paragraph == statement.paragraph_id),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )  # fmt: skip
    matched: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for ratio, i, j in pairs:
        if ratio >= 0.3 and i not in matched and j not in used:
            matched[i] = (j, ratio)
            used.add(j)
    for i, item in enumerate(positive):
        j, ratio = matched.get(i, (-1, 0.0))
        text = texts[item.paragraph][item.start : item.end]
        if item.optional:
            continue
        total.wanted += 1
        if ratio < OVERLAP:
            near = texts[item.paragraph][statements[j].start : statements[j].end] if j >= 0 else "-"
            total.errors.append(
                f"MISSED {item.kind} {item.speakers} «{item.cue}» {text!r}\n       near {near!r}"
            )
        if j < 0:
            continue
        total.loosely += 1
        if ratio < OVERLAP:
            continue
        total.matched += 1
        statement = statements[j]
        good = same_speaker(statement.speaker, item.speakers)
        total.speaker += good
        total.kind += statement.kind == item.kind
        total.cue += same_cue(statement.cue, item.cue)
        if not good:
            total.errors.append(f"SPEAKER {statement.speaker} for {item.speakers} in {text!r}")
        if statement.kind != item.kind:
            total.errors.append(f"KIND {statement.kind} for {item.kind} in {text!r}")
    optional = {j for i, (j, _) in matched.items() if positive[i].optional}
    total.found += len(statements) - len(optional)
    for j, statement in enumerate(statements):
        if j not in used:
            text = texts[statement.paragraph_id][statement.start : statement.end]
            total.errors.append(f"EXTRA {statement.kind} {statement.speaker} «{statement.cue}» {text!r}")
    for item in negative:
        total.negatives += 1
        taken = any(overlap(item, statement) >= OVERLAP - 0.3 for statement in statements)
        total.negatives_taken += taken
        if taken:
            total.errors.append(f"NEGATIVE {texts[item.paragraph][item.start : item.end]!r}")


def overlap(item: Wanted, statement: Statement) -> float:
    """Return intersection over union of the two spans, the strictest usual measure."""
    if item.paragraph != statement.paragraph_id:
        return 0.0
    common = min(item.end, statement.end) - max(item.start, statement.start)
    return max(0, common) / (max(item.end, statement.end) - min(item.start, statement.start))


def same_speaker(found: str | None, wanted: tuple[str, ...]) -> bool:
    """Say whether the canonical name is one of those the annotation accepts (None where it has none)."""
    if not wanted or found is None:
        return not wanted and found is None
    return _plain(found) in {_plain(name) for name in wanted}


def same_cue(found: str, wanted: str) -> bool:
    """Say whether the cues share their verb (adverbs and *que* do not count)."""
    first = set(search_key(found).replace("'", " ").split())
    second = set(search_key(wanted).replace("'", " ").split())
    return bool(first & second) or not second


def _plain(name: str) -> str:
    return re.sub(r"^(?:le|la|les|l'|un|une|des|the|an?) ?", "", search_key(name)).strip()


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _line(file: str, number: int) -> str:
    lines = (SHARED / "seeds" / file).read_text(encoding="utf-8").splitlines()
    return lines[number - 1].strip()
