"""How good answers are that take several paragraphs: questions over two articles at a time.

    python -m tests.benchmarks.several ../shared/corpora/distractors.jsonl --data FOLDER [--part dev|report]
        [--failures]

Each pair of articles of ``tests/gold/several.jsonl`` is a corpus of its own: two plain text files without
titles, a paragraph a line. ``--failures`` tells those of the part to develop on. The indexes are kept in
FOLDER.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from porteparole.engine import open_service
from porteparole.evaluation.gold import Expected, Line, read_gold, resolve
from porteparole.evaluation.measures import measures
from porteparole.evaluation.page import shown
from porteparole.evaluation.running import Outcome, outcomes
from porteparole.settings import Settings
from tests.benchmarks.reader.news import GOLD, json_lines

FILE = GOLD / "several.jsonl"
MEASURES = ("answered", "first-answered", "needed-answered", "precision", "whole", "refused-or-corrected")


def pairs(part: str) -> Mapping[str, list[Line]]:
    """Return the questions of a part (or of ``all``) by the pair of articles that they are asked about."""
    splits = {row["id"]: row["split"] for row in json_lines(FILE)}
    found: dict[str, list[Line]] = defaultdict(list)
    for line in read_gold(FILE):
        if part in {"all", splits[line.id]}:
            found[str(line.id).rpartition("-")[0]].append(line)
    return found


def write(lines: Sequence[Line], rows: Mapping[str, Sequence[dict[str, Any]]], folder: Path) -> None:
    """Write the articles that questions are about, ``rows`` by article, as text files without titles."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in {place.row.rpartition("-")[0] for line in lines for place in line.places() if place.row}:
        text = "\n".join(" ".join(row["text"].split()) for row in rows[name])
        (folder / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")


def ask(lines: Sequence[Line], rows: Mapping[str, Sequence[dict[str, Any]]], folder: Path) -> list[Outcome]:
    """Ask the questions on a pair of articles, of these alone."""
    write(lines, rows, folder / "articles")
    texts = {row["id"]: row["text"] for article in rows.values() for row in article}
    service = open_service(Settings(), seeds=[folder / "articles"], data_dir=folder / "data")
    try:
        return list(outcomes(service.explain, resolve(lines, texts, service.corpus)))
    finally:
        service.close()


def table(found: Sequence[Outcome]) -> Table:
    """Return the shares of all questions, of each language and of each kind."""
    printed = Table(box=box.SIMPLE_HEAD)
    for column in ("", *MEASURES):
        printed.add_column(column)

    def add(name: str, scored: Sequence[Outcome]) -> None:
        shares = measures([(o.expected, o.score) for o in scored])
        printed.add_row(name, *(shown(shares.get(measure)) for measure in MEASURES))

    def groups(of: Any) -> Mapping[str, list[Outcome]]:
        grouped: dict[str, list[Outcome]] = defaultdict(list)
        for outcome in found:
            grouped[of(outcome.expected)].append(outcome)
        return grouped

    add("all", found)
    for name, scored in {**groups(lambda e: e.language), **groups(_places), **groups(_kind)}.items():
        add(f"{name} ({len(scored)})", scored)
    return printed


def _places(expected: Expected) -> str:
    return "several paragraphs" if expected.needed else "one paragraph" if expected.right else "none"


def _kind(expected: Expected) -> str:
    return expected.kind


def main() -> None:
    """Ask, and print the shares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=("dev", "report", "all"), default="all")
    parser.add_argument("--failures", action="store_true")
    given = parser.parse_args()
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in [*json_lines(given.corpus), *json_lines(GOLD / "invented.jsonl")]:
        rows[row["id"].rpartition("-")[0]].append(row)
    found = [
        outcome
        for name, lines in pairs(given.part).items()
        for outcome in ask(lines, rows, given.data / name)
    ]
    console = Console(width=140)
    if given.failures and given.part == "dev":
        for outcome in found:
            if outcome.score.faults:
                _show(console, outcome)
    console.print(table(found))


def _show(console: Console, outcome: Outcome) -> None:
    expected, answer = outcome.expected, outcome.answer
    console.print(f"[bold]{expected.id}[/] ({expected.kind}) {expected.question}", highlight=False)
    console.print(f"  {' · '.join(outcome.score.faults)}", style="red")
    for citation in answer.citations:
        console.print(
            f"  → {citation.article.id[-3:]} ¶ {citation.paragraph.number} {citation.quote}",
            markup=False,
            soft_wrap=True,
        )


if __name__ == "__main__":
    main()
