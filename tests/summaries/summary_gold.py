"""The gold points of summaries and how sentences are counted against them; see tests/gold/README.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from porteparole.corpus.article import Article, Paragraph
from porteparole.statements.reader import read_statements
from porteparole.summaries.unit import Unit, units_of
from tests.benchmarks.reader.news import bbc_rows, json_lines
from tests.statements.statement_gold import ROOT, SHARED

GOLD = ROOT / "tests" / "gold" / "summaries.jsonl"

Span = tuple[str, int, int]


@dataclass(frozen=True)
class Wanted:
    """An article, its sentences, and its main points: for each, the sentences that carry it."""

    article: Article
    split: str
    units: list[Unit]
    points: dict[str, list[Span]]

    def carries(self, unit: Unit, point: str) -> bool:
        """Say whether a sentence tells a point."""
        span = (unit.paragraph.id, unit.start, unit.end)
        return any(_same(span, carrier) for carrier in self.points[point])

    def covered(self, chosen: Sequence[Unit], first: int | None = None) -> float:
        """Return the share of the points (the ``first`` ones alone) that a chosen sentence carries."""
        points = list(self.points)[:first]
        return sum(any(self.carries(unit, point) for unit in chosen) for point in points) / len(points)


def articles(split: str, bbc: Path | None = None) -> list[Wanted]:
    """Return the articles of a split with their points, those of ``train`` and ``blind`` in order of weight.

    Args:
        split: ``dev``, ``report``, ``later``, ``train`` or ``blind``.
        bbc: the file with the text of English ones (see ``tests/benchmarks/reader/news.py``), which are left
            out without it.
    """
    wanted: dict[str, dict[str, list[Span]]] = {}
    for row in json_lines(GOLD):
        if row["split"] == split:
            spans = [(c["row"], c["start"], c["end"]) for c in row["carriers"]]
            wanted.setdefault(row["article"], {})[row["point"]] = spans
    rows = _by_article(json_lines(SHARED / "corpora" / "distractors.jsonl"))
    english = _by_article(bbc_rows(bbc)) if bbc else {}
    return [
        _wanted(name, split, points, rows.get(name) or english.get(name) or [])
        for name, points in wanted.items()
        if bbc or not name.startswith("bbc-")
    ]


def _by_article(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["id"].rpartition("-")[0], []).append(row)
    return found


def _wanted(name: str, split: str, points: dict[str, list[Span]], rows: Sequence[dict[str, Any]]) -> Wanted:
    if name.endswith(".txt"):
        lines = (SHARED / "seeds" / name).read_text("utf-8").splitlines()
        boilerplate = {"000": 8, "001": 10}[name[:3]]
        title, texts = "", [(f"{name}:{n}", t.strip()) for n, t in enumerate(lines, 1) if n < boilerplate]
    else:
        # Who wrote the points of the BBC's articles was not shown the first paragraph: none rests on it.
        shown = rows[name.startswith("bbc-") :]
        title, texts = rows[0]["title"], [(row["id"], row["text"]) for row in shown]
    paragraphs = tuple(Paragraph(i, name, number, text, number) for number, (i, text) in enumerate(texts, 1))
    language = "en" if name.startswith("bbc-") else "fr"
    article = Article(name, title or texts[0][1][:100], language, paragraphs, name)
    return Wanted(article, split, units_of(article, read_statements(article)), points)


def _same(a: Span, b: Span) -> bool:
    return a[0] == b[0] and min(a[2], b[2]) - max(a[1], b[1]) >= 0.5 * (b[2] - b[1])
