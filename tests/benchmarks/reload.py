"""Print what a reload costs, and what people who ask meanwhile notice of it.

    python -m tests.benchmarks.reload ../shared/corpora --data FOLDER [--seconds 60] [--new 2000]

FOLDER is filled from the start: the first load of 10,488 paragraphs embeds them all (two to five minutes on
two cores), and everything else is told beside it. Reloads are timed from the call to its return: with the
swap, and with the clearing away of what is no longer needed.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import statistics
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from porteparole.engine import open_service
from porteparole.library.report import Report
from porteparole.service import Service
from porteparole.settings import Settings

_QUIET = 80
_WARM_UP = 15
_TURNS = 3


def _asked(
    service: Service, questions: Iterator[str], more: Callable[[int], bool]
) -> tuple[list[float], int]:
    """Ask as long as ``more`` says; return the seconds of each answer, and how many failed or were empty."""
    seconds: list[float] = []
    bad = 0
    while more(len(seconds)):
        start = time.perf_counter()
        try:
            answer = service.ask(next(questions))
            bad += not answer.sentences or not (answer.citations or answer.related)
        except Exception:
            traceback.print_exc()
            bad += 1
        seconds.append(time.perf_counter() - start)
    return seconds, bad


def _asked_during(
    service: Service, questions: Iterator[str], work: Callable[[], str]
) -> tuple[list[float], int, str]:
    """Ask while ``work`` is done; return what :func:`_asked` does, and what the work told."""
    over = threading.Event()
    asked: list[tuple[list[float], int]] = []
    asking = threading.Thread(
        target=lambda: asked.append(_asked(service, questions, lambda _: not over.is_set()))
    )
    asking.start()
    try:
        told = work()
    finally:
        over.set()
        asking.join()
    ((during, bad),) = asked
    return during, bad, told


def _reloaded(service: Service) -> tuple[float, Report]:
    start = time.perf_counter()
    report = service.library.reload(actor="benchmark")
    return time.perf_counter() - start, report


def _p95(seconds: list[float]) -> float:
    return sorted(seconds)[int(0.95 * len(seconds)) - 1]


class _Changing:
    """The file of articles, of which the next ones get another sentence at each turn."""

    def __init__(self, file: Path, lines: list[str]) -> None:
        self._file, self._lines, self._turn = file, lines, 0
        self._write()

    def change(self, count: int = 1) -> None:
        for _ in range(count):
            self._turn += 1
            at = (5_000 + self._turn) % len(self._lines)
            row = json.loads(self._lines[at])
            row["text"] += f" Le maire a ajouté que {self._turn} ponts seraient fermés."
            self._lines[at] = json.dumps(row, ensure_ascii=False)
        self._write()

    def _write(self) -> None:
        self._file.write_text("\n".join(self._lines) + "\n", encoding="utf-8")


def main() -> None:
    """Load, reload unchanged, reload with one change, ask during reloads of one and of many."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=60.0, help="of asking during reloads")
    parser.add_argument("--new", type=int, default=2_000, help="paragraphs of the last reload")
    given = parser.parse_args()
    seeds = given.data / "seeds"
    seeds.mkdir(parents=True)
    lines = (given.corpora / "distractors.jsonl").read_text("utf-8").splitlines()
    articles = _Changing(seeds / "articles.jsonl", lines)
    listed = [
        json.loads(line)["question"] for line in (given.corpora / "piaf_like.jsonl").open(encoding="utf-8")
    ]
    random.Random(3).shuffle(listed)
    questions = itertools.cycle(listed)

    start = time.perf_counter()
    service = open_service(Settings(), seeds=[seeds], data_dir=given.data / "data")
    first = time.perf_counter() - start
    print(f"first load: {first:.1f} s", flush=True)
    try:
        _asked(service, questions, lambda n: n < _WARM_UP)
        quiet, _ = _asked(service, questions, lambda n: n < _QUIET)
        print(f"questions, p50 / p95: {statistics.median(quiet):.2f} / {_p95(quiet):.2f} s", flush=True)
        unchanged = [_reloaded(service) for _ in range(_TURNS)]
        cost = statistics.median(seconds for seconds, _ in unchanged)
        print(
            f"unchanged: {cost:.2f} s (the middle of {_TURNS}), {cost / first:.1%} of the first load, "
            f"{sum(report.embedded for _, report in unchanged)} embedded",
            flush=True,
        )
        changed: list[float] = []
        for _ in range(_TURNS):
            articles.change()
            seconds, report = _reloaded(service)
            changed.append(seconds)
            assert len(report.articles.changed) == report.embedded == 1
        one = statistics.median(changed)
        print(f"one changed: {one:.2f} s, {one / cost:.2f} of unchanged, 1 embedded each time", flush=True)

        def reloads_without_end() -> str:
            until, reloads = time.perf_counter() + given.seconds, 0
            while time.perf_counter() < until:
                articles.change()
                _reloaded(service)
                reloads += 1
            return f"{reloads} reloads of one changed article"

        def many_new() -> str:
            articles.change(given.new)
            seconds, report = _reloaded(service)
            return f"a reload with {report.embedded} new paragraphs ({seconds:.0f} s)"

        for work in (reloads_without_end, many_new):
            during, bad, told = _asked_during(service, questions, work)
            again, _ = _asked(service, questions, lambda n: n < _QUIET)
            ratios = " / ".join(f"{_p95(during) / _p95(idle):.2f}" for idle in (quiet, again))
            print(
                f"during {told}: {len(during)} questions, p50 / p95: "
                f"{statistics.median(during):.2f} / {_p95(during):.2f} s, {ratios} of p95 before / after; "
                f"{bad} failed or empty",
                flush=True,
            )
            quiet = again
    finally:
        service.close()


if __name__ == "__main__":
    main()
