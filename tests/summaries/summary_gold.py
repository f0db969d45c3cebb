"""The gold points of summaries and how sentences are counted against them; see tests/gold/README.md."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from porteparole.corpus.article import Article, Paragraph
from porteparole.statements.reader import read_statements
from porteparole.summaries.unit import Unit, units_of
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

    def covered(self, chosen: Sequence[Unit]) -> float:
        """Return the share of the points that a chosen sentence carries."""
        spans = [(unit.paragraph.id, unit.start, unit.end) for unit in chosen]
        held = sum(any(_same(a, b) for a in spans for b in carriers) for carriers in self.points.values())
        return held / len(self.points)


def articles(split: str) -> list[Wanted]:
    """Return the articles of a split (``dev`` or ``report``) with their points."""
    gold = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    wanted: dict[str, dict[str, list[Span]]] = {}
    for row in gold:
        if row["split"] == split:
            spans = [(c["row"], c["start"], c["end"]) for c in row["carriers"]]
            wanted.setdefault(row["article"], {})[row["point"]] = spans
    return [_wanted(name, split, points) for name, points in wanted.items()]


def _wanted(name: str, split: str, points: dict[str, list[Span]]) -> Wanted:
    if name.endswith(".txt"):
        lines = (SHARED / "seeds" / name).read_text("utf-8").splitlines()
        boilerplate = {"000": 8, "001": 10}[name[:3]]
        title, texts = "", [(f"{name}:{n}", t.strip()) for n, t in enumerate(lines, 1) if n < boilerplate]
    else:
        corpora = (SHARED / "corpora" / "distractors.jsonl").read_text("utf-8").splitlines()
        rows = [row for row in map(json.loads, corpora) if row["id"].startswith(f"{name}-")]
        title, texts = rows[0]["title"], [(row["id"], row["text"]) for row in rows]
    paragraphs = tuple(Paragraph(i, name, number, text, number) for number, (i, text) in enumerate(texts, 1))
    article = Article(name, title or texts[0][1][:100], "fr", paragraphs, name)
    return Wanted(article, split, units_of(article, read_statements(article)), points)


def _same(a: Span, b: Span) -> bool:
    return a[0] == b[0] and min(a[2], b[2]) - max(a[1], b[1]) >= 0.5 * (b[2] - b[1])
