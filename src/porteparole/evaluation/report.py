"""What an evaluation found, for people and for programs."""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from porteparole.evaluation.measures import Scored, Share, grouped, measures
from porteparole.evaluation.model_counts import ModelCounts, model_json
from porteparole.evaluation.running import Outcome
from porteparole.language import LANGUAGES
from porteparole.lines import explanation_line

if TYPE_CHECKING:
    from porteparole.answering.explanation import Versions

MAIN = ("first-all", "needed-all", "whole", "answered", "refused-or-corrected")
"""The measures that a figure shows by language."""


@dataclass(frozen=True)
class Report:
    """The outcomes of a gold file.

    Attributes:
        gold: name of the gold file.
        when: the day it was run, as an ISO date.
        translations: whether the editors' translations were read.
        articles: how many there are, and how many ``paragraphs``.
        outcomes: in order of the file (at least one).
        model: what the language model did; None without one.
    """

    gold: str
    when: str
    translations: bool
    articles: int
    paragraphs: int
    outcomes: tuple[Outcome, ...]
    model: ModelCounts | None = None

    @property
    def versions(self) -> Versions:
        """What the answers were made with."""
        return self.outcomes[0].explanation.versions

    @property
    def scored(self) -> list[Scored]:
        """The questions with their scores."""
        return [(o.expected, o.score) for o in self.outcomes]

    @property
    def failures(self) -> list[Outcome]:
        """The outcomes with which something is wrong."""
        return [outcome for outcome in self.outcomes if outcome.score.faults]

    def measures(self) -> dict[str, Share]:
        """Return the measures over all questions."""
        return measures(self.scored)

    def by_language(self) -> dict[str, dict[str, Share]]:
        """Return the measures by language."""
        groups = grouped(self.scored, lambda e: e.language)
        return {name: measures(groups[name]) for name in LANGUAGES if name in groups}

    def by_kind(self) -> dict[str, dict[str, Share]]:
        """Return for each kind of question and each language how many were handled rightly."""
        return {
            kind: {
                language: measures(rows)["right"]
                for language, rows in grouped(group, lambda e: e.language).items()
            }
            for kind, group in grouped(self.scored, lambda e: e.kind).items()
        }

    def milliseconds(self) -> tuple[float, float]:
        """Return the median and the 95th percentile of the time for an answer."""
        times = [outcome.milliseconds for outcome in self.outcomes]
        cuts = statistics.quantiles(times, n=20, method="inclusive") if len(times) > 1 else times * 19
        return statistics.median(times), cuts[-1]


def report_json(report: Report) -> dict[str, Any]:
    """Return the whole report for programs."""
    median, slow = report.milliseconds()
    return {
        "gold": report.gold,
        "when": report.when,
        "questions": len(report.outcomes),
        "articles": report.articles,
        "paragraphs": report.paragraphs,
        "translations": report.translations,
        "generation": report.versions.generation,
        "embedder": report.versions.embedder or None,
        "weights": report.versions.weights,
        "measures": _shares(report.measures()),
        "by_language": {name: _shares(found) for name, found in report.by_language().items()},
        "by_kind": {kind: _shares(found) for kind, found in report.by_kind().items()},
        **({"model": model_json(report.model)} if report.model else {}),
        "latency_ms": {"p50": round(median, 1), "p95": round(slow, 1)},
        "rows": [_row(outcome) for outcome in report.outcomes],
    }


def _row(outcome: Outcome) -> dict[str, Any]:
    expected, score = outcome.expected, outcome.score
    return {
        "id": expected.id,
        "lang": expected.language,
        "kind": expected.kind,
        "behaviour": expected.behaviour,
        "question": expected.question,
        "right": score.right,
        "faults": list(score.faults),
        "answer": outcome.answer.text,
        "outcome": outcome.answer.outcome,
        "cited": [
            {"article": c.article.id, "paragraph": c.paragraph.number, "quote": c.quote}
            for c in outcome.answer.citations
        ],
        "right_paragraph_found_at": outcome.found_at,
        "dropped": [{"text": r.text, "flaw": r.flaw} for r in outcome.explanation.rejected],
        **({"why": explanation_line(outcome.explanation)} if score.faults else {}),
    }


def _shares(found: dict[str, Share]) -> dict[str, dict[str, float | int | None]]:
    return {name: _share(share) for name, share in found.items()}


def _share(share: Share) -> dict[str, float | int | None]:
    low, high = share.interval
    known = not math.isnan(share.value)
    return {
        "right": share.right,
        "total": share.total,
        "share": round(share.value, 4) if known else None,
        "low": round(low, 4) if known else None,
        "high": round(high, 4) if known else None,
    }
