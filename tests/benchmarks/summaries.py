"""Print how much of the gold points summaries cover, beside the lead and sumy's extractive summarisers.

Run ``python -m tests.benchmarks.summaries [--bbc FILE] [--show]``; sumy takes part where it is installed
(``pip install sumy``), the English articles where their text is given (``reader/news.py`` names the file).
``lead`` is the difference to the first five sentences, paired over articles, with its standard error; where
the points stand in the order of their weight the first three are counted by themselves. Errors are never
shown for what is only to report. Weights were fitted on ``train``: ``summary_weights.py`` cross-validates.
"""

# sumy is not among the project's own tools.
# pyright: reportMissingImports=false

from __future__ import annotations

import argparse
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

SPLITS = ("dev", "report", "later", "train", "blind")
_WEIGHED = ("train", "blind")
_FIRST = 3
Choose = Callable[[Wanted, int], Sequence[Unit]]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bbc", type=Path)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    if not SHARED.is_dir():
        print(f"needs {SHARED}", file=sys.stderr)
        return 1
    settings = Settings().embedding
    embedder = make_embedder(settings.model, threads=1, cache=Path(mkdtemp()))
    gold = {split: articles(split, given.bbc) for split in SPLITS}
    shelf = Shelf(Corpus(tuple(w.article for listed in gold.values() for w in listed)))
    ways: dict[str, Choose] = {
        "porteparole": _ours(open_summaries(shelf.generation, shelf.lookup, embedder)),
        "without embedder": _ours(open_summaries(shelf.generation, shelf.lookup, None)),
        "lead": _lead,
        "best possible": _best,
        **_sumy(),
    }
    heads = (("", 18), ("split", 10), ("at 3", 7), ("at 5", 8), ("than lead", 17), ("first 3", 8))
    heads = (*heads, ("than lead", 18), ("repeated", 9), ("words", 7))
    print("".join(f"{head:{width}}" for head, width in heads))
    for split, listed in gold.items():
        for name, choose in ways.items():
            print(_row(name, split, listed, choose), flush=True)
            if given.show and split == "dev" and name == "porteparole":
                _show(listed, choose)
    everything = [wanted for listed in gold.values() for wanted in listed]
    for name, choose in ways.items():
        print(_row(name, "all", everything, choose), flush=True)
    return 0


def _lead(wanted: Wanted, most: int) -> list[Unit]:
    return [unit for unit in wanted.units if unit.whole][:most]


def _best(wanted: Wanted, most: int) -> list[Unit]:
    """Return sentences chosen with the gold in hand, each for the points that it adds."""
    chosen: list[Unit] = []
    units = [unit for unit in wanted.units if unit.whole]
    while len(chosen) < min(most, len(units)):
        rest = (unit for unit in units if unit not in chosen)
        chosen.append(max(rest, key=lambda unit: wanted.covered([*chosen, unit])))
    return chosen


def _row(name: str, split: str, gold: Sequence[Wanted], choose: Choose) -> str:
    three = float(np.mean([wanted.covered(choose(wanted, 3)) for wanted in gold]))
    five = [choose(wanted, 5) for wanted in gold]
    length = float(np.mean([sum(1 for u in chosen for _ in words(u.text)) for chosen in five]))
    repeated = float(np.mean([_repeated(chosen) for chosen in five]))
    first = _beside_lead(gold, five, _FIRST) if split in _WEIGHED else f"{'':24}"
    return f"{name:18}{split:8}{three:7.3f}{_beside_lead(gold, five)}  {first}{repeated:10.3f}{length:7.0f}"


def _beside_lead(gold: Sequence[Wanted], five: Sequence[Sequence[Unit]], first: int | None = None) -> str:
    """Return the share of the points (the first alone) covered, and what it is more than the lead's."""
    covered = np.array([w.covered(chosen, first) for w, chosen in zip(gold, five, strict=True)])
    more = covered - np.array([w.covered(_lead(w, 5), first) for w in gold])
    error = more.std(ddof=1) / len(more) ** 0.5
    return f"{covered.mean():7.3f} {more.mean():+6.3f} ± {error:.3f}"


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
