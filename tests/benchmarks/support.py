"""Fits what the words of a claim and the reader weigh in the proof, and prints how good it is so.

    python -m tests.benchmarks.support ../shared/corpora --bbc FILE [--write]

On the claims of ``tests/gold/news_claims.jsonl`` (``reader/news.py`` names the BBC's file) whose articles the
reader was never trained on, and on those of the two benches of the proof that may be looked at, which are
nearer to their source: a logistic model, and the bound at which twice the share of altered claims that pass
and the share of true ones lost come to least. The second table is cross-validated: fitted on the rest and
four fifths of those articles, measured on the others. Needs scikit-learn, which the project does not.
"""

# scikit-learn is not among the project's own tools.
# pyright: reportMissingImports=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from porteparole.answering.support import Claim, SupportProof
from porteparole.answering.support.finding import Finding
from porteparole.answering.support.likeness import Likeness
from porteparole.answering.support.odds import Odds
from porteparole.answering.support.weighing import (
    FEATURES,
    SPEAK_AGAINST,
    SPEAK_FOR,
    Weights,
    features,
    in_its_words,
    may_hold,
    shipped_weights,
    verdict,
)
from porteparole.corpus.article import Article
from porteparole.embedding.factory import make_embedder
from porteparole.reading.reader import load_reader
from porteparole.statements import Statement, read_statements
from tests.benchmarks.alterations import every_case
from tests.benchmarks.claims import GOLD, KINDS, PAIRS, articles_of, sources
from tests.benchmarks.reader.claims import read_claims
from tests.benchmarks.reader.news import bbc_rows, is_held_out, json_lines

_ROUNDS = 4
_RECIPES = 90
_REGULARISED = 1.0
_FOLDS = 5
# The share of altered ones that pass counts as so many times that of true ones lost.
_COST = 2.0

Prove = Callable[[str, Claim], "Case"]


@dataclass(frozen=True)
class Case:
    """A claim, what each sentence of its paragraph has to say to it, and how its paragraph was read."""

    title: str
    kind: str
    pair: str
    findings: tuple[Finding, ...]
    odds: dict[str, Odds]

    def holds(self, weights: Weights | None) -> bool:
        """Say whether it is shown, with the reader or without."""
        return verdict(self.findings, self.odds if weights else {}, weights).holds

    def is_in_its_words(self) -> bool:
        """Say whether it is shown whatever the bound."""
        return any(in_its_words(f, self.odds[f.source.paragraph.id]) for f in may_hold(self.findings))

    def weighed(self, weights: Weights) -> tuple[Finding, Odds] | None:
        """Return the finding that speaks most for it and how its paragraph was read, None if all refuse."""
        told = [(f, self.odds[f.source.paragraph.id]) for f in may_hold(self.findings)]
        return max(told, key=lambda one: weights.odds(*one)) if told else None


def held_out(rows: Sequence[dict[str, Any]], prove: Prove) -> list[Case]:
    """Return the claims on articles that the reader was not trained on."""
    wanted = [claim for claim in read_claims(rows) if is_held_out(claim["title"])]
    cited = articles_of(rows, {claim["row"] for claim in wanted})
    claims = ((row["kind"], Claim(row["text"], row["lang"], (cited[row["row"]],))) for row in wanted)
    return [prove(*claim) for claim in claims]


def looked_at(corpora: Path, prove: Prove) -> list[Case]:
    """Return the sentences of the benches that may be looked at: free ones, and those made by recipe."""
    rows = [row for row in json_lines(GOLD / "claims.jsonl") if row["split"] == "dev"]
    places = [row.get("row") or f"{row['article']} {row['paragraph']}" for row in rows]
    cited = sources(corpora, set(places))
    free = [
        prove(row["kind"], Claim(row["text"], row["lang"], (cited[place],)))
        for row, place in zip(rows, places, strict=True)
    ]
    made = every_case(corpora, "develop", _RECIPES)
    return [*free, *(prove(one.kind, Claim(one.text, one.language, one.sources)) for one in made)]


def prover() -> Prove:
    """Return what tells of a claim all that is weighed; one that is refused at sight has no findings."""
    embedder = make_embedder()
    reader = load_reader(embedder)
    assert reader
    # With the articles themselves, so that no other gets the id of one.
    known: dict[int, tuple[Article, Sequence[Statement]]] = {}
    likeness = Likeness(embedder)

    def prove(kind: str, claim: Claim) -> Case:
        articles = {source.article.id: source.article for source in claim.sources}
        for article in articles.values():
            if id(article) not in known:
                known[id(article)] = (article, read_statements(article))
        own = {name: known[id(article)][1] for name, article in articles.items()}
        proof = SupportProof(likeness, own.__getitem__, reader.holds)
        listed = () if proof.flaw(claim) else tuple(proof.findings(claim, claim.text))
        first = claim.sources[0].article
        odds = proof.odds(claim, claim.text)
        return Case(first.title, kind, f"{claim.language} on {first.language}", listed, odds)

    return prove


def fit(given: Sequence[Case]) -> Weights:
    """Return the weights, with the bound that keeps most true claims for the altered ones that pass."""
    from sklearn.linear_model import LogisticRegression

    weights = shipped_weights()
    for _ in range(_ROUNDS):
        # Of several sentences the claim rests on the one that speaks most for it, by the weights so far.
        told = [(case.kind == "true", found) for case in given if (found := case.weighed(weights))]
        model = LogisticRegression(C=_REGULARISED, max_iter=1000)
        model.fit([features(*found) for _, found in told], [true for true, _ in told])
        of = {name: round(float(w), 3) for name, w in zip(FEATURES, np.ravel(model.coef_), strict=True)}
        # By chance what speaks against a claim seems to speak for it now and then.
        of |= {name: min(of[name], 0.0) for name in SPEAK_AGAINST}
        of |= {name: max(of[name], 0.0) for name in SPEAK_FOR}
        weights = Weights(float(np.ravel(model.intercept_)[0]), of)
    best = [
        (case, np.inf if case.is_in_its_words() else weights.odds(*found))
        for case in given
        if (found := case.weighed(weights))
    ]
    of_kind = Counter(case.kind == "true" for case in given)

    def worth(bound: float) -> float:
        kept = Counter(case.kind == "true" for case, odds in best if odds >= bound)
        return kept[True] / of_kind[True] - _COST * kept[False] / of_kind[False]

    bound = max(sorted({odds for _, odds in best if np.isfinite(odds)}), key=worth)
    return Weights(round(weights.intercept - bound, 3), weights.of)


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
    prove = prover()
    rows = json_lines(given.corpora / "distractors.jsonl") + bbc_rows(given.bbc)
    found, others = held_out(rows, prove), looked_at(given.corpora, prove)
    print("without the reader:")
    table(found, lambda case: case.holds(None))
    folds = range(_FOLDS)
    fitted = {part: fit([*others, *(case for case in found if _part(case) != part)]) for part in folds}
    print("with it, cross-validated:")
    table(found, lambda case: case.holds(fitted[_part(case)]))
    chosen = fit([*found, *others])
    print("what was looked at:")
    table(others, lambda case: case.holds(chosen))
    print(chosen)
    if given.write:
        told = {"intercept": chosen.intercept, **chosen.of}
        lines = "".join(f"{name} = {value}\n" for name, value in told.items())
        path = Path(str(files("porteparole.answering.support").joinpath("weights.toml")))
        path.write_text(f"# Made by `python -m tests.benchmarks.support`.\n{lines}", encoding="utf-8")


if __name__ == "__main__":
    main()
