"""Print how well statements are read: the two seeds, the news articles to develop on, those to report.

Run ``python -m tests.benchmarks.statements [--errors] [train_data.csv]``; errors are never shown for what is
only to report. The file is the BBC's, named in ``tests/benchmarks/reader/news.py``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.statements.statement_gold import SHARED, Score, bbc, english, news, score, seeds

KEPT = ("report", "unseen", "fresh", "later")


def main() -> int:
    """Print the table."""
    if not SHARED.is_dir():
        print(f"needs {SHARED}", file=sys.stderr)
        return 1
    print(f"{'set':10}{'wanted':>8}{'found':>7}{'P':>7}{'R':>7}{'F1@.8':>7}{'F1@.3':>7}{'speaker':>9}{'kind':>7}{'cue':>7}"
          f"{'negatives taken':>17}{'ms/¶':>7}")  # fmt: skip
    bbc_file = next((Path(word) for word in sys.argv[1:] if word.endswith(".csv")), None)
    for name, articles in (
        ("seeds", seeds()),
        ("dev", news("dev")),
        *((split, news(split)) for split in KEPT),
        ("dev en", english("dev")),
        ("report en", english("report")),
        *([("bbc", bbc(bbc_file))] if bbc_file else []),
    ):
        score(articles)
        began = time.process_time()
        result = score(articles)
        paragraphs = sum(len(article.paragraphs) for article, _ in articles)
        print(_row(name, result, (time.process_time() - began) * 1000 / paragraphs))
        if "--errors" in sys.argv and not name.startswith((*KEPT, "bbc")):
            print("\n".join(result.errors))
    return 0


def _row(name: str, result: Score, milliseconds: float) -> str:
    return (
        f"{name:10}{result.wanted:8}{result.found:7}{result.precision:7.3f}{result.recall:7.3f}{result.f1:7.3f}"
        f"{result.f1_loose:7.3f}{result.of_matched(result.speaker):9.3f}{result.of_matched(result.kind):7.3f}"
        f"{result.of_matched(result.cue):7.3f}{f'{result.negatives_taken}/{result.negatives}':>17}{milliseconds:7.2f}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
