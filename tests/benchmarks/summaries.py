"""Print how much of the gold points summaries cover, beside the lead and sumy's extractive summarisers.

Run ``python -m tests.benchmarks.summaries [--show]``; sumy takes part where it is installed (``pip install
sumy``). Errors are never shown for what is only to report.
"""

# sumy is not among the project's own tools.
# pyright: reportMissingImports=false

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy as np

from porteparole.answering.answer import Answer
from porteparole.corpus.article import Corpus
from porteparole.embedding.factory import make_embedder
from porteparole.settings import Settings
from porteparole.summaries.opening import open_summaries
from porteparole.summaries.summariser import Summariser
from porteparole.summaries.unit import Unit
from porteparole.text.terms import stems, words
from tests.shelf import Shelf
from tests.statements.statement_gold import SHARED
from tests.summaries.summary_gold import Wanted, articles

SPLITS = ("dev", "report", "later")
Choose = Callable[[Wanted, int], Sequence[Unit]]


def main() -> int:
    """Print the table."""
    if not SHARED.is_dir():
        print(f"needs {SHARED}", file=sys.stderr)
        return 1
    settings = Settings().embedding
    embedder = make_embedder(settings.model, threads=2, cache=Path(mkdtemp()))
    everything = Corpus(tuple(w.article for split in SPLITS for w in articles(split)))
    shelf = Shelf(everything)
    ways: dict[str, Choose] = {
        "porteparole": _ours(open_summaries(shelf.generation, shelf.lookup, embedder)),
        "without embedder": _ours(open_summaries(shelf.generation, shelf.lookup, None)),
        "lead": lambda wanted, most: [u for u in wanted.units if u.whole][:most],
        "best possible": _best,
        **_sumy(),
    }
    print(f"{'':18}{'split':8}{'covered@3':>10}{'covered@5':>10}{'repeated@5':>11}{'words@5':>9}")
    for split in SPLITS:
        gold = articles(split)
        for name, choose in ways.items():
            print(_row(name, split, gold, choose))
            if "--show" in sys.argv and split == "dev" and name == "porteparole":
                _show(gold, choose)
    return 0


def _best(wanted: Wanted, most: int) -> list[Unit]:
    """Return sentences chosen with the gold in hand, each for the points that it adds."""
    chosen: list[Unit] = []
    units = [unit for unit in wanted.units if unit.whole]
    while len(chosen) < min(most, len(units)):
        rest = (unit for unit in units if unit not in chosen)
        chosen.append(max(rest, key=lambda unit: wanted.covered([*chosen, unit])))
    return chosen


def _row(name: str, split: str, gold: Sequence[Wanted], choose: Choose) -> str:
    at = {n: [w.covered(choose(w, n)) for w in gold] for n in (3, 5)}
    five = [choose(w, 5) for w in gold]
    length = float(np.mean([sum(1 for u in chosen for _ in words(u.text)) for chosen in five]))
    repeated = float(np.mean([_repeated(chosen) for chosen in five]))
    return f"{name:18}{split:8}{np.mean(at[3]):10.3f}{np.mean(at[5]):10.3f}{repeated:11.3f}{length:9.0f}"


def _repeated(chosen: Sequence[Unit]) -> float:
    """Return the largest share of its stems that a sentence has in common with another (Jaccard)."""
    held = [set(stems(unit.text, "fr")) for unit in chosen]
    pairs = [(a, b) for i, a in enumerate(held) for b in held[:i]]
    return max((len(a & b) / len(a | b) for a, b in pairs), default=0.0)


def _ours(summariser: Summariser) -> Choose:
    def choose(wanted: Wanted, most: int) -> Sequence[Unit]:
        answer = summariser.article(wanted.article.id, most)
        _hold(answer)
        spans = {(c.paragraph.id, c.start, c.end) for c in answer.citations}
        return [u for u in wanted.units if any(_inside(u, span) for span in spans)]

    return choose


def _inside(unit: Unit, span: tuple[str, int, int]) -> bool:
    return unit.paragraph.id == span[0] and unit.start <= span[1] and span[2] <= unit.end


def _hold(answer: Answer) -> None:
    """Make sure that every sentence is cited and every citation is letter-exact in its paragraph."""
    assert answer.sentences and all(sentence.citations for sentence in answer.sentences)
    assert all(c.quote in c.paragraph.text and c.quote for c in answer.citations)
    for sentence in answer.sentences:
        # A name in brackets may stand behind a pronoun; an article may have brackets of its own.
        quotes = [_unbracketed(answer.citations[n - 1].quote) for n in sentence.citations]
        assert any(quote in _unbracketed(sentence.text) for quote in quotes), sentence


def _unbracketed(text: str) -> str:
    return re.sub(r" \[[^\]]*\]|\[[^\]]*\] ", "", text)


def _sumy() -> dict[str, Choose]:
    try:
        from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.lsa import LsaSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
    except ImportError:
        return {}

    class Tokens:
        """Our own sentences and words: sumy's need data that is not in its package."""

        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(stems(text, "fr"))

    def way(summarizer: Any) -> Choose:
        def choose(wanted: Wanted, most: int) -> Sequence[Unit]:
            units = [unit for unit in wanted.units if unit.whole]
            sentences = [Sentence(unit.text, Tokens()) for unit in units]
            found = summarizer(ObjectDocumentModel([Paragraph(sentences)]), most)
            by_text = {str(s): u for s, u in zip(sentences, units, strict=True)}
            return [by_text[str(s)] for s in found]

        return choose

    return {
        "sumy LexRank": way(LexRankSummarizer()),
        "sumy TextRank": way(TextRankSummarizer()),
        "sumy LSA": way(LsaSummarizer()),
    }


def _show(gold: Sequence[Wanted], choose: Choose) -> None:
    for wanted in gold:
        chosen = choose(wanted, 5)
        print(f"\n== {wanted.article.title}: {wanted.covered(chosen):.2f}")
        for unit in wanted.units:
            print("  *" if unit in chosen else "   ", unit.text)


if __name__ == "__main__":
    raise SystemExit(main())
