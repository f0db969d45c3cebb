"""Compares lexical indexes on disk: tantivy (ours), SQLite FTS5 and bm25s, each in a process of its own.

    python -m tests.benchmarks.lexical ../shared/corpora [--sizes 10488 100000]

The same French stems go into each. Questions are those of PIAF; the corpus is filled up with mixtures of its
own paragraphs. Printed: seconds to build, milliseconds from opening to the first answer, p50 and p95 of a
question, and how often the right paragraph is first and among ten (at the larger size the mixtures hold half
of some right paragraphs, so it falls for all alike). bm25s is not among the project's tools (`pip install
bm25s`).
"""

from __future__ import annotations

import argparse
import importlib
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import tantivy

from porteparole.text.terms import stems

QUESTIONS = 400
Search = Callable[[Sequence[str]], list[str]]


def documents(corpora: Path, size: int) -> list[tuple[str, list[str]]]:
    """Return ``size`` documents: id and stems."""
    rows = [json.loads(line) for line in (corpora / "distractors.jsonl").open(encoding="utf-8")]
    made = [(row["id"], stems(f"{row['title']} {row['text']}", "fr")) for row in rows[:size]]
    chance = random.Random(1)
    real = list(made)
    while len(made) < size:
        first, second = chance.choice(real)[1], chance.choice(real)[1]
        cut = chance.randrange(20, 60)
        made.append((f"mixture-{len(made)}", first[:cut] + second[cut:]))
    return made


def build_tantivy(folder: Path, made: list[tuple[str, list[str]]]) -> None:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("stems", tokenizer_name="whitespace", index_option="freq")
    writer = tantivy.Index(builder.build(), str(folder)).writer(64_000_000, 1)
    for identifier, terms in made:
        document = tantivy.Document()
        document.add_text("id", identifier)
        document.add_text("stems", " ".join(terms))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def open_tantivy(folder: Path) -> Search:
    index = tantivy.Index.open(str(folder))
    searcher, schema = index.searcher(), index.schema

    def search(terms: Sequence[str]) -> list[str]:
        clauses = [
            (tantivy.Occur.Should, tantivy.Query.term_query(schema, "stems", term, "freq"))
            for term in dict.fromkeys(terms)
        ]
        hits = searcher.search(tantivy.Query.boolean_query(clauses), 10, count=False).hits
        return [searcher.doc(address)["id"][0] for _, address in hits]

    return search


def build_fts5(folder: Path, made: list[tuple[str, list[str]]]) -> None:
    with sqlite3.connect(folder / "fts5.sqlite") as connection:
        connection.execute("CREATE VIRTUAL TABLE document USING fts5(id UNINDEXED, stems)")
        connection.executemany("INSERT INTO document VALUES (?, ?)", ((i, " ".join(t)) for i, t in made))
        connection.execute("INSERT INTO document(document) VALUES ('optimize')")


def open_fts5(folder: Path) -> Search:
    connection = sqlite3.connect(folder / "fts5.sqlite")

    def search(terms: Sequence[str]) -> list[str]:
        query = " OR ".join(f'"{term}"' for term in dict.fromkeys(terms))
        rows = connection.execute(
            "SELECT id FROM document WHERE document MATCH ? ORDER BY rank LIMIT 10", (query,)
        )
        return [row[0] for row in rows]

    return search


def build_bm25s(folder: Path, made: list[tuple[str, list[str]]]) -> None:
    retriever: Any = importlib.import_module("bm25s").BM25()
    retriever.index([terms for _, terms in made], show_progress=False)
    retriever.save(str(folder))
    (folder / "ids.json").write_text(json.dumps([i for i, _ in made]))


def open_bm25s(folder: Path) -> Search:
    retriever: Any = importlib.import_module("bm25s").BM25.load(str(folder), mmap=True)
    ids = json.loads((folder / "ids.json").read_text())

    def search(terms: Sequence[str]) -> list[str]:
        found, _ = retriever.retrieve([list(terms)], k=10, show_progress=False, n_threads=0)
        return [ids[i] for i in found[0]]

    return search


INDEXES: dict[str, tuple[Callable[[Path, list[tuple[str, list[str]]]], None], Callable[[Path], Search]]] = {
    "tantivy": (build_tantivy, open_tantivy),
    "fts5": (build_fts5, open_fts5),
    "bm25s": (build_bm25s, open_bm25s),
}


def ask(name: str, folder: Path, corpora: Path) -> dict[str, float]:
    """Open an index and ask it every question."""
    rows = [json.loads(line) for line in (corpora / "piaf_like.jsonl").open(encoding="utf-8")][:QUESTIONS]
    asked = [(stems(row["question"], "fr"), row["paragraph_id"]) for row in rows]
    started = time.perf_counter()
    search = INDEXES[name][1](folder)
    search(asked[0][0])
    opened = time.perf_counter() - started
    seconds: list[float] = []
    first = among = 0
    for terms, right in asked:
        started = time.perf_counter()
        found = search(terms)
        seconds.append(time.perf_counter() - started)
        first += found[:1] == [right]
        among += right in found
    seconds.sort()
    return {
        "open ms": opened * 1e3,
        "p50 ms": seconds[len(seconds) // 2] * 1e3,
        "p95 ms": seconds[len(seconds) * 95 // 100] * 1e3,
        "hit@1": first / len(asked),
        "hit@10": among / len(asked),
    }


def main() -> None:
    """Build each index at each size, ask it in a new process, print a line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_488, 100_000])
    parser.add_argument("--ask", nargs=2, metavar=("INDEX", "FOLDER"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.ask:
        print(json.dumps(ask(given.ask[0], Path(given.ask[1]), given.corpora)))
        return
    for size in given.sizes:
        made = documents(given.corpora, size)
        for name, (build, _) in INDEXES.items():
            with tempfile.TemporaryDirectory() as folder:
                started = time.perf_counter()
                try:
                    build(Path(folder), made)
                except ModuleNotFoundError:
                    print(f"{size:>7} {name:8} not installed")
                    continue
                built = time.perf_counter() - started
                command = [sys.executable, "-m", __spec__.name, str(given.corpora), "--ask", name, folder]
                told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                figures = {"build s": built, **json.loads(told)}
                print(f"{size:>7} {name:8}", "  ".join(f"{k} {v:.2f}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
