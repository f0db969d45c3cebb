"""Print what a reload costs, and what people who ask meanwhile notice of it.

    python -m tests.benchmarks.reload ../shared/corpora --data FOLDER [--seconds 60]

FOLDER is filled from the start: the first load of 10,488 paragraphs embeds them all (four to five minutes on
two cores), and everything else is told beside it.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from porteparole.engine import open_service
from porteparole.service import Service
from porteparole.settings import Settings

_QUIET = 80
_WARM_UP = 15


def _asked(
    service: Service, questions: Iterator[str], more: Callable[[int], bool]
) -> tuple[list[float], int]:
    """Ask as long as ``more`` says; return the seconds of each answer, and how many failed or were empty."""
    seconds: list[float] = []
    bad = 0
    while more(len(seconds)):
        start = time.perf_counter()
        answer = service.ask(next(questions))
        seconds.append(time.perf_counter() - start)
        bad += not answer.sentences or not (answer.citations or answer.related)
    return seconds, bad


def _p95(seconds: list[float]) -> float:
    return sorted(seconds)[int(0.95 * len(seconds)) - 1]


class _Changing:
    """The file of articles, one of which gets another sentence at each turn."""

    def __init__(self, file: Path, lines: list[str]) -> None:
        self._file, self._lines, self._turn = file, lines, 0
        self._write()

    def change_one(self) -> None:
        self._turn += 1
        row = json.loads(self._lines[5_000 + self._turn])
        row["text"] += f" Le maire a ajouté que {self._turn} ponts seraient fermés."
        self._lines[5_000 + self._turn] = json.dumps(row, ensure_ascii=False)
        self._write()

    def _write(self) -> None:
        self._file.write_text("\n".join(self._lines) + "\n", encoding="utf-8")


def main() -> None:
    """Load, reload unchanged, reload with one change, ask during reloads."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=60.0, help="of asking during reloads")
    given = parser.parse_args()
    seeds = given.data / "seeds"
    seeds.mkdir(parents=True)
    lines = (given.corpora / "distractors.jsonl").read_text("utf-8").splitlines()
    articles = _Changing(seeds / "articles.jsonl", lines)
    listed = [
        json.loads(line)["question"] for line in (given.corpora / "piaf_like.jsonl").open(encoding="utf-8")
    ]
    random.Random(3).shuffle(listed)
    questions = iter(listed)

    start = time.perf_counter()
    service = open_service(Settings(), seeds=[seeds], data_dir=given.data / "data")
    first = time.perf_counter() - start
    print(f"first load: {first:.1f} s", flush=True)
    try:
        _asked(service, questions, lambda n: n < _WARM_UP)
        quiet, _ = _asked(service, questions, lambda n: n < _QUIET)
        print(f"questions, p50 / p95: {statistics.median(quiet):.2f} / {_p95(quiet):.2f} s", flush=True)
        unchanged = service.library.reload(actor="benchmark")
        print(
            f"unchanged: {unchanged.seconds:.1f} s, {unchanged.seconds / first:.1%} of the first load, "
            f"{unchanged.embedded} embedded",
            flush=True,
        )
        articles.change_one()
        changed = service.library.reload(actor="benchmark")
        print(f"one changed: {changed.seconds:.1f} s, {changed.embedded} embedded", flush=True)

        over = threading.Event()
        asked: list[tuple[list[float], int]] = []
        asking = threading.Thread(
            target=lambda: asked.append(_asked(service, questions, lambda _: not over.is_set()))
        )
        asking.start()
        until, reloads = time.perf_counter() + given.seconds, 0
        while time.perf_counter() < until:
            articles.change_one()
            service.library.reload(actor="benchmark")
            reloads += 1
        over.set()
        asking.join()
        ((during, bad),) = asked
        print(
            f"during {reloads} reloads: {len(during)} questions, p50 / p95: "
            f"{statistics.median(during):.2f} / {_p95(during):.2f} s, "
            f"{_p95(during) / _p95(quiet):.2f} of the quiet p95; {bad} failed or empty"
        )
    finally:
        service.close()


if __name__ == "__main__":
    main()
