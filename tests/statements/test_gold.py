"""How well statements are read, held against annotated articles (figures in tests/gold/README.md).

The floors leave room for a rule that gains elsewhere; `python -m tests.benchmarks.statements` prints
the figures.
"""

from __future__ import annotations

import pytest

from tests.statements.statement_gold import SHARED, Score, english, news, score, seeds

needs_seeds = pytest.mark.skipif(
    not (SHARED / "eval" / "quotes.jsonl").is_file(), reason="../shared/eval/quotes.jsonl is not here"
)
needs_corpora = pytest.mark.skipif(
    not (SHARED / "corpora" / "distractors.jsonl").is_file(),
    reason="../shared/corpora/distractors.jsonl is not here",
)


def rates(result: Score) -> dict[str, float]:
    return {
        "f1": result.f1,
        "speaker": result.of_matched(result.speaker),
        "kind": result.of_matched(result.kind),
    }


def assert_at_least(result: Score, floors: dict[str, float]) -> None:
    found = rates(result)
    assert all(found[name] >= floor for name, floor in floors.items()), (found, floors)


@needs_seeds
def test_the_statements_of_the_two_articles_are_read() -> None:
    result = score(seeds())
    assert_at_least(result, {"f1": 0.90, "speaker": 0.95, "kind": 0.90})
    assert result.negatives_taken == 0


@needs_corpora
def test_the_articles_to_develop_on_are_read() -> None:
    result = score(news("dev"))
    assert_at_least(result, {"f1": 0.93, "speaker": 0.93, "kind": 0.95})
    assert result.negatives_taken == 0


@needs_corpora
def test_the_articles_kept_for_the_report_are_read() -> None:
    assert_at_least(score(news("report")), {"f1": 0.80, "speaker": 0.78, "kind": 0.93})
    assert_at_least(score(news("unseen")), {"f1": 0.82, "speaker": 0.82, "kind": 0.88})
    assert_at_least(score(news("fresh")), {"f1": 0.84, "speaker": 0.85, "kind": 0.92})
    assert_at_least(score(news("later")), {"f1": 0.87, "speaker": 0.9, "kind": 0.92})


def test_english_articles_are_read() -> None:
    assert_at_least(score(english("dev")), {"f1": 0.85, "speaker": 0.9, "kind": 0.85})
    assert_at_least(score(english("report")), {"f1": 0.85, "speaker": 0.9, "kind": 0.85})
