"""Fits what a sentence is expected to tell in a summary (``summaries/weighing.py``); prints how good it is.

    python -m tests.benchmarks.summary_weights --bbc FILE [--write]

On the articles of ``tests/gold/summaries.jsonl`` that are to learn from (``train``, whose points stand in the
order of their weight, and ``dev``; ``reader/news.py`` names the BBC's file). A row is a sentence and what is
chosen before it; what it is worth there is the points that it adds, the first of an article counting thrice
as much as the last. What is chosen before is, in turn, the beginning of the article, the best choice
with the points in hand, and what the model itself chose one round earlier. Coverage is cross-validated over
articles. Needs scikit-learn, which the project does not.
"""

# scikit-learn is not among the project's own tools.
# pyright: reportMissingImports=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy as np

from porteparole.corpus.article import Corpus
from porteparole.embedding.embedder import Embedder
from porteparole.embedding.factory import make_embedder
from porteparole.settings import Settings
from porteparole.summaries.candidates import Candidates
from porteparole.summaries.choosing import choose
from porteparole.summaries.opening import open_summaries
from porteparole.summaries.weighing import ADDED, LIKENESS, STATIC, Weighing
from tests.shelf import Shelf
from tests.summaries.summary_gold import Wanted, articles

FEATURES = (*STATIC, *ADDED)
Weights = dict[str, float]
_REGULARISED = 0.3
_ROUNDS, _MOST, _FOLDS = 2, 5, 6
_SEEDS = (0, 1)
_FIRST = 3
# Of the first and the last point of an article: with more for the first, fewer of all points are told.
_WORTH = (1.5, 0.5)


@dataclass(frozen=True)
class Case:
    """An article: what its summary is chosen from, and which sentence carries which point."""

    wanted: Wanted
    given: Candidates
    weighing: Weighing
    carries: Any

    def chosen(self, weights: Weights) -> list[int]:
        """Return the choice by these weights."""
        return choose(self.given, _MOST, weights, self.weighing)

    def worths(self) -> np.ndarray:
        """Return what each point is worth, 1 in the mean."""
        points = self.carries.shape[1]
        return np.linspace(*_WORTH, points) if self.wanted.split == "train" else np.ones(points)

    def adds(self, chosen: Sequence[int]) -> np.ndarray:
        """Return what each sentence adds to those chosen."""
        held = self.carries[list(chosen)].any(axis=0)
        return (self.carries & ~held) @ self.worths()


def cases(gold: Sequence[Wanted], embedder: Embedder | None) -> list[Case]:
    """Return what there is to choose from in each article."""
    shelf = Shelf(Corpus(tuple(wanted.article for wanted in gold)))
    summaries = open_summaries(shelf.generation, shelf.lookup, embedder)
    found: list[Case] = []
    for wanted in gold:
        units = wanted.units
        given = summaries.candidates(units, [1.0] * len(units), wanted.article.language)
        carries = np.array(
            [[wanted.carries(unit, point) for point in wanted.points] for unit in units], dtype=np.bool_
        )
        found.append(Case(wanted, given, Weighing(given), carries))
    shelf.generation.close()
    return found


def fit(given: Sequence[Case], names: Sequence[str]) -> Weights:
    """Return the weights; those of the features that are not in ``names`` are 0."""
    from sklearn.linear_model import PoissonRegressor

    columns = [FEATURES.index(name) for name in names]
    before = [[*_beginnings(_lead(case)), *_beginnings(_best(case))] for case in given]
    weights: Weights = {}
    for _ in range(_ROUNDS):
        if weights:
            for case, listed in zip(given, before, strict=True):
                listed += _beginnings(case.chosen(weights))
        told = [_rows(case, chosen) for case, listed in zip(given, before, strict=True) for chosen in listed]
        rows = np.concatenate([x for x, _ in told])[:, columns]
        mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
        model = PoissonRegressor(alpha=_REGULARISED, max_iter=500)
        model.fit((rows - mean) / scale, np.concatenate([y for _, y in told]))
        of = np.asarray(model.coef_) / scale
        weights = {"intercept": float(model.intercept_ - of @ mean), **dict.fromkeys(FEATURES, 0.0)}
        weights |= dict(zip(names, of.tolist(), strict=True))
    return weights


def _rows(case: Case, chosen: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """Return what is seen of each sentence that may follow, and what it adds."""
    rows = np.concatenate([case.weighing.static, case.weighing.added(chosen)], axis=1)
    rest = [i for i, unit in enumerate(case.given.units) if unit.whole and i not in chosen]
    return rows[rest], case.adds(chosen)[rest]


def _beginnings(chosen: Sequence[int]) -> list[list[int]]:
    return [list(chosen[:count]) for count in range(min(_MOST, len(chosen) + 1))]


def _lead(case: Case) -> list[int]:
    return [i for i, unit in enumerate(case.given.units) if unit.whole][:_MOST]


def _best(case: Case) -> list[int]:
    """Return the best choice with the points in hand."""
    chosen: list[int] = []
    whole = [i for i, unit in enumerate(case.given.units) if unit.whole]
    while len(chosen) < min(_MOST, len(whole)):
        adds = case.adds(chosen)
        chosen.append(max((i for i in whole if i not in chosen), key=lambda i: (adds[i], -i)))
    return chosen


def validated(given: Sequence[Case], names: Sequence[str]) -> dict[str, list[list[int]]]:
    """Return the choices for each article by weights that were fitted without it, once for each seed."""
    found: dict[str, list[list[int]]] = {}
    for seed in _SEEDS:
        part = np.random.default_rng(seed).permutation(len(given)) % _FOLDS
        for fold in range(_FOLDS):
            weights = fit([case for case, p in zip(given, part, strict=True) if p != fold], names)
            for case, p in zip(given, part, strict=True):
                if p == fold:
                    found.setdefault(case.wanted.article.id, []).append(case.chosen(weights))
    return found


def table(given: Sequence[Case], choices: Callable[[Case], Sequence[Sequence[int]]], name: str) -> None:
    """Print the share of all points and of the first three that five sentences carry, beside the lead."""
    told = [case for case in given if case.wanted.split == "train"]
    cells = ""
    for first in (None, _FIRST):
        ours = np.array([np.mean([_covered(c, chosen, first) for chosen in choices(c)]) for c in told])
        more = ours - np.array([_covered(c, _lead(c), first) for c in told])
        error = more.std(ddof=1) / len(more) ** 0.5
        label = "all points" if first is None else f"first {first}"
        cells += f"  {label} {ours.mean():.3f} (lead {more.mean():+.3f} ± {error:.3f})"
    print(f"{name:16}{cells}")


def _covered(case: Case, chosen: Sequence[int], first: int | None) -> float:
    return float(case.carries[list(chosen)].any(axis=0)[:first].mean())


def main() -> None:
    """Fit, print, and write the weights when asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bbc", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    gold = [wanted for split in ("train", "dev") for wanted in articles(split, given.bbc)]
    embedder = make_embedder(Settings().embedding.model, threads=1, cache=Path(mkdtemp()))
    models: dict[str, Mapping[str, float]] = {}
    for name, engine in (("likeness", embedder), ("words", None)):
        found = cases(gold, engine)
        seen = [feature for feature in FEATURES if engine or feature not in LIKENESS]
        if engine:
            table(found, lambda case: [_lead(case)], "lead")
            table(found, lambda case: [_best(case)], "best possible")
        choices = validated(found, seen)
        table(found, lambda case, told=choices: told[case.wanted.article.id], name)
        models[name] = fit(found, seen)
    text = "".join(
        f"\n[{model}]\n" + "".join(f"{name} = {value:.3f}\n" for name, value in listed.items())
        for model, listed in models.items()
    )
    print(text)
    if given.write:
        path = Path(str(files("porteparole.summaries").joinpath("weights.toml")))
        path.write_text(f"# Made by `python -m tests.benchmarks.summary_weights`.\n{text}", encoding="utf-8")


if __name__ == "__main__":
    main()
