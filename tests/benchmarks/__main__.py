"""Everything that is measured of embedder and index, in one run, and held against its target.

    python -m tests.benchmarks --data FOLDER [--only dense retrieval filters start processes load embedder]

The first run makes what is searched in (100,000 vectors: half an hour on two cores) and keeps it in FOLDER;
further ones take about ten minutes. Ratios are of one run, in turns; other work on the machine shifts the
rest.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from porteparole.embedding.e5 import load_e5
from tests.benchmarks.dense import dense_table
from tests.benchmarks.embedder import PRECISIONS, speed_table
from tests.benchmarks.filters import filters_table
from tests.benchmarks.retrieval import latency_table, quality_table
from tests.benchmarks.start import load_table, process_table, start_table
from tests.benchmarks.stores import CORPORA, MOST, PARAGRAPHS, Stores
from tests.benchmarks.tables import table
from tests.benchmarks.variants import variants_table

PARTS = ("embedder", "dense", "retrieval", "filters", "variants", "start", "processes", "load")
# What is measured, its target, and whether it may not be more (or not be less).
TARGETS: dict[str, tuple[str, float, bool]] = {
    "rate": ("paragraphs embedded per second, 2 threads, against the package's C engine", 5, False),
    "question": ("a question embedded, p50, against the same", 0.4, True),
    "piaf@1": ("PIAF, hit@1", 0.78, False),
    "piaf@10": ("PIAF, hit@10", 0.94, False),
    "all@1": ("PIAF among all, hit@1", 0.70, False),
    "all@10": ("PIAF among all, hit@10", 0.88, False),
    "piaf-bare@1": ("PIAF without accents, lower case: hit@1 lost", 0.03, True),
    "piaf-bare@10": ("the same: hit@10 lost", 0.03, True),
    "all-bare@1": ("the same among all: hit@1 lost", 0.03, True),
    "all-bare@10": ("the same among all: hit@10 lost", 0.03, True),
    "16": ("retrieval p50 ÷ (embedding + one Chroma query), 16 paragraphs", 1.5, True),
    f"{PARAGRAPHS}": ("the same, 10,488", 1.5, True),
    f"{MOST}": ("the same, 100,000", 1.5, True),
    "filters": ("retrieval p50 with the slowest filter ÷ without one, 100,000 paragraphs", 1.5, True),
    "load": ("first load of 10,000 paragraphs, against the embedder's own rate", 0.8, False),
    f"open-{MOST}": ("process start to first answer, 100,000 paragraphs, s", 4, True),
    "memory-16": ("memory of the process, 16 paragraphs, MB", 650, True),
    f"memory-{MOST}": ("the same, 100,000", 1_200, True),
    "help": ("`porteparole --help`, s", 0.3, True),
    "ask": ("`porteparole ask` ÷ importing chromadb and langchain_chroma", 1.6, True),
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="what is searched in, kept from run to run")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART")
    given = parser.parse_args()
    if not CORPORA.exists():
        parser.exit(2, f"nothing was measured: {CORPORA} is not here\n")
    os.environ["LC_ALL"] = "C.UTF-8"
    stores = Stores(given.data.resolve(), load_e5(threads=2))
    figures: dict[str, float] = {}
    if "embedder" in given.only:
        questions = [question.text for question in stores.questions]
        figures |= speed_table(questions, stores.piaf, 3, PRECISIONS[:1])
    if "dense" in given.only:
        dense_table(stores)
    if "retrieval" in given.only:
        figures |= latency_table(stores)
        figures |= quality_table(stores)
    if "filters" in given.only:
        figures |= filters_table(stores)
    if "variants" in given.only:
        variants_table(stores)
    if "start" in given.only:
        figures |= start_table(stores)
    if "processes" in given.only:
        figures |= process_table(stores)
    if "load" in given.only:
        figures |= load_table(stores)
    for place in ("piaf", "all"):
        for k in (1, 10):
            if f"{place}@{k}" in figures:
                figures[f"{place}-bare@{k}"] = figures[f"{place}@{k}"] - figures[f"{place}-bare@{k}"]
    rows: list[list[str]] = []
    for name, (what, target, is_most) in TARGETS.items():
        if (value := figures.get(name)) is not None:
            met = value <= target if is_most else value >= target
            rows.append(
                [what, f"{'≤' if is_most else '≥'} {target:g}", f"{value:.3g}", "yes" if met else "**no**"]
            )
    table("Targets", ["", "target", "measured", "met"], rows)


if __name__ == "__main__":
    main()
