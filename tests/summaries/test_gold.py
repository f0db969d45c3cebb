"""Coverage of the gold points; ``python -m tests.benchmarks.summaries`` prints the figures."""

from __future__ import annotations

import pytest

from porteparole.corpus.article import Corpus
from tests.shelf import Shelf
from tests.statements.statement_gold import SHARED
from tests.summaries.summary_gold import articles

pytestmark = pytest.mark.skipif(
    not (SHARED / "corpora" / "distractors.jsonl").is_file(), reason="../shared/corpora is not here"
)


@pytest.mark.parametrize("splits", [("dev",), ("report", "later", "blind")])
def test_five_sentences_say_more_of_the_main_points_than_the_lead(splits: tuple[str, ...]) -> None:
    gold = [wanted for split in splits for wanted in articles(split)]
    shelf = Shelf(Corpus(tuple(wanted.article for wanted in gold)))
    ours = lead = 0.0
    for wanted in gold:
        answer = shelf.summaries.article(wanted.article.id, 5)
        spans = {(c.paragraph.id, c.start, c.end) for c in answer.citations}
        assert answer.outcome == "answered" and all(s.citations for s in answer.sentences)
        ours += wanted.covered([u for u in wanted.units if _chosen(u, spans)])
        lead += wanted.covered([u for u in wanted.units if u.whole][:5])
    shelf.generation.close()
    assert ours / len(gold) >= lead / len(gold) + 0.02


def _chosen(unit, spans) -> bool:
    return any(unit.paragraph.id == i and unit.start <= start and end <= unit.end for i, start, end in spans)
