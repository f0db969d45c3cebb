"""Exact search against Chroma's index, at four sizes: what is found, and how long it takes."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from porteparole.embedding.weights import Floats
from tests.benchmarks.stores import MOST, PARAGRAPHS, Stores
from tests.benchmarks.tables import milliseconds, percentile, table

SIZES = (16, 1_000, PARAGRAPHS, MOST)
_QUESTIONS = 300
_POOL = 60

Nearest = Callable[[list[float]], list[int]]


def dense_table(stores: Stores) -> None:
    """Print the table that decides what searches vectors. Every question goes to each in turn."""
    asked = stores.vectors("questions", [q.text for q in stores.questions], "question")
    place = {text: number for number, text in enumerate(stores.texts[:PARAGRAPHS], 1)}
    right = [place[q.right] for q in stores.questions]
    some = np.linspace(0, len(asked) - 1, _QUESTIONS).astype(int)
    rows: list[list[str]] = []
    for size in SIZES:
        k = min(_POOL, size)
        searches: dict[str, Nearest] = {
            "exact": _exact(stores, size, k),
            "Chroma, measured settings": _chroma(stores.chroma(size), k),
            "Chroma, its defaults": _chroma(stores.chroma(size, defaults=True), k),
        }
        found, seconds = _ask(searches, asked, some)
        for name in searches:
            recall = statistics.mean(
                len(set(found[name][n]) & set(found["exact"][n])) / k for n in range(len(some))
            )
            hits = [
                f"{statistics.mean(right[q] in found[name][n][:top] for n, q in enumerate(some)):.2f}"
                for top in (1, 10)
            ]
            rows.append(
                [
                    f"{size:,}",
                    name,
                    f"{recall:.3f}",
                    *(hits if size == PARAGRAPHS else ["", ""]),
                    milliseconds(statistics.median(seconds[name])),
                    milliseconds(percentile(seconds[name], 95)),
                ]
            )
    head = ["vectors", "search", f"recall of the {_POOL} nearest", "hit@1", "hit@10", "p50, ms", "p95, ms"]
    table(f"Dense search ({_QUESTIONS} questions of PIAF)", head, rows)


def _ask(
    searches: dict[str, Nearest], asked: Floats, some: np.ndarray[Any, Any]
) -> tuple[dict[str, list[list[int]]], dict[str, list[float]]]:
    found: dict[str, list[list[int]]] = {name: [] for name in searches}
    seconds: dict[str, list[float]] = {name: [] for name in searches}
    for search in searches.values():
        search(asked[0].tolist())  # the first one opens files
    for number in some:
        vector = asked[number].tolist()
        for name, search in searches.items():
            started = time.perf_counter()
            found[name].append(search(vector))
            seconds[name].append(time.perf_counter() - started)
    return found, seconds


def _exact(stores: Stores, size: int, k: int) -> Nearest:
    matrix = stores.matrix(size)
    return lambda vector: [position for position, _ in matrix.nearest(vector, k)]


def _chroma(collection: Any, k: int) -> Nearest:
    def nearest(vector: list[float]) -> list[int]:
        found = collection.query(query_embeddings=[vector], n_results=k, include=["distances"])
        return [int(i) for i in found["ids"][0]]

    return nearest
