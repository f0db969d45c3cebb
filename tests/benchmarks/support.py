"""Fits how sure the reader must be in the proof, and prints how good the proof is with it and without.

    python -m tests.benchmarks.support ../shared/corpora --bbc FILE [--write]

On the claims of ``tests/gold/news_claims.jsonl`` (``reader/news.py`` names the BBC's file) whose articles the
reader was never trained on: of the bounds with which as many altered claims of every kind are refused as
without the reader, those with which most true ones are kept. The second table is cross-validated: bounds
chosen on four fifths of the articles, measured on the others.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from porteparole.answering.support import Claim, SupportProof
from porteparole.answering.support.finding import Finding
from porteparole.answering.support.likeness import Likeness
from porteparole.answering.support.weighing import Bounds, verdict
from porteparole.embedding.factory import make_embedder
from porteparole.reading.reader import load_reader
from porteparole.statements import read_statements
from tests.benchmarks.claims import KINDS, PAIRS, articles_of
from tests.benchmarks.reader.claims import read_claims
from tests.benchmarks.reader.news import bbc_rows, is_held_out

_LEAST = (-2.4, -2.0, -1.8, -1.6, -1.4, -1.2, -1.0)
_SURE = (0.0, 0.3, 0.5, 0.7, 1.0, 1.5)
_LACKING = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
_GRID = tuple(itertools.product(_LEAST, _SURE, _LACKING))
_FOLDS = 5


@dataclass(frozen=True)
class Case:
    """A claim, what each sentence of its paragraph has to say to it, and how its paragraph was read."""

    title: str
    kind: str
    pair: str
    findings: tuple[Finding, ...]
    odds: dict[str, float]

    def holds(self, bounds: Bounds | None) -> bool:
        """Say whether it is shown, with the reader or without."""
        return verdict(self.findings, self.odds if bounds else {}, bounds).holds


def cases(rows: Sequence[dict[str, Any]]) -> list[Case]:
    """Return the claims on articles that were held out; one that is refused at sight has no findings."""
    embedder = make_embedder()
    reader = load_reader(embedder)
    assert reader
    wanted = [claim for claim in read_claims(rows) if is_held_out(claim["title"])]
    cited = articles_of(rows, {claim["row"] for claim in wanted})
    known = {s.article.id: read_statements(s.article) for s in cited.values()}
    proof = SupportProof(Likeness(embedder), lambda identifier: known[identifier], reader.holds)
    found: list[Case] = []
    for number, row in enumerate(wanted, 1):
        source = cited[row["row"]]
        claim = Claim(row["text"], row["lang"], (source,))
        listed = () if proof.flaw(claim) else tuple(proof.findings(claim, claim.text))
        pair = f"{row['lang']} on {source.article.language}"
        found.append(Case(row["title"], row["kind"], pair, listed, proof.odds(claim, claim.text)))
        print(f"{number} of {len(wanted)}", end="\r", flush=True)
    return found


def fit(given: Sequence[Case]) -> Bounds:
    """Return the bounds that keep most true claims and refuse no fewer altered ones of any kind."""
    without = _shown(given, None)
    tried = ((bounds, _shown(given, bounds)) for bounds in itertools.starmap(Bounds, _GRID))
    allowed = [
        (bounds, shown)
        for bounds, shown in tried
        if all(shown[k] <= without[k] for k in KINDS if k != "true")
    ]
    return max(allowed, key=lambda one: one[1]["true"])[0]


def _shown(given: Sequence[Case], bounds: Bounds | None) -> Counter[str]:
    return Counter(case.kind for case in given if case.holds(bounds))


def table(given: Sequence[Case], holds: Callable[[Case], bool]) -> None:
    """Print how many true claims are kept and how many altered ones refused."""
    right = [(case, holds(case) == (case.kind == "true")) for case in given]
    print(f"{'':10}" + "".join(f"{pair:>14}" for pair in PAIRS))
    for kind in KINDS:
        cells: list[str] = []
        for pair in PAIRS:
            found = [good for case, good in right if case.kind == kind and pair in ("all", case.pair)]
            cells.append(f"{np.mean(found):.2f} ({len(found)})" if found else "-")
        print(f"{kind:10}" + "".join(f"{cell:>14}" for cell in cells))


def _part(case: Case) -> int:
    return int(hashlib.sha1(case.title.encode()).hexdigest()[:8], 16) // 4 % _FOLDS


def main() -> None:
    """Fit, print, and write the bounds when asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--bbc", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    rows = [json.loads(line) for line in (given.corpora / "distractors.jsonl").open(encoding="utf-8")]
    found = cases(rows + bbc_rows(given.bbc))
    print("without the reader:")
    table(found, lambda case: case.holds(None))
    fitted = {part: fit([case for case in found if _part(case) != part]) for part in range(_FOLDS)}
    print("with it, cross-validated:")
    table(found, lambda case: case.holds(fitted[_part(case)]))
    chosen = fit(found)
    print(chosen)
    if given.write:
        lines = "".join(f"{name} = {value}\n" for name, value in asdict(chosen).items())
        path = Path(str(files("porteparole.answering.support").joinpath("bounds.toml")))
        path.write_text(f"# Made by `python -m tests.benchmarks.support`.\n{lines}", encoding="utf-8")


if __name__ == "__main__":
    main()
