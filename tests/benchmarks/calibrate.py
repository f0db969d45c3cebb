"""Fits the weights of ranking, choice of sentence and judgement, and prints how good they are.

    python -m tests.benchmarks.calibrate ../shared/corpora --data FOLDER [--questions 700] [--cases FILE]
        [--write [--read]]

For each question (see ``cases.py``; as it stands, without accents, with typing slips, or three words of it)
candidates are found in two corpora: all paragraphs, and two articles alone. The ranking learns to put the
right paragraph first; the choice of sentence, the one with the answer; the judgement, to tell the best
candidate, where it is the right one, from the best one that is left when the right paragraph is taken away.
Every figure is cross-validated: fitted on one half of the questions, measured on the other. ``--cases`` keeps
what was found, which a new reader or other weights do not change. Needs scikit-learn, which the project does
not.
"""

# scikit-learn is not among the project's own tools.
# pyright: reportMissingImports=false

from __future__ import annotations

import argparse
import pickle
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from porteparole.answering import ranking
from porteparole.answering.comprehension import READ, passage_of, with_reading
from porteparole.answering.evidence import Evidence
from porteparole.answering.question import Question
from porteparole.embedding.factory import make_embedder
from porteparole.reading.reader import Reader, load_reader
from porteparole.text.terms import fold
from tests.benchmarks.cases import Case, collect

# Of those that would be answered right so many may not be refused, whatever speaks against them: the project
# aims at .90 of hurried questions, as seven in ten of these are, and at .94 of the others.
KEPT_ANSWERABLE = 0.7 * 0.90 + 0.3 * 0.94
# Of the right ones, so many may hold less of what is asked about than the least that is taken for an answer.
_LEAST_MEANING = 0.01
# To refuse where the right paragraph was merely taken away is easier than to tell a near miss; and Wikipedia
# is not what the product is asked about.
_TAKEN_AWAY, _PIAF = 0.3, 0.3
# The models that judge by likeness or words alone.
_UNREAD = ("ranking_unread", "sentence_unread", "judgement_unread", "judgement_lexical")


def softmax_weights(cases: Sequence[tuple[np.ndarray, list[int]]], steps: int = 400) -> np.ndarray:
    """Fit a linear score so that the right rows come first (softmax regression by gradient ascent)."""
    scale = np.std(np.concatenate([rows for rows, _ in cases]), 0) + 1e-9
    weights = np.zeros(cases[0][0].shape[1])
    for _ in range(steps):
        gradient = np.zeros_like(weights)
        for rows, right in cases:
            scores = rows / scale @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            wanted = np.zeros(len(rows))
            wanted[right] = chances[right] / chances[right].sum()
            gradient += (wanted - chances) @ (rows / scale)
        weights += 0.3 * (gradient / len(cases) - 1e-3 * weights)
    return weights / scale


def halves(cases: Sequence[Any], fit: Callable[[Any], Any], measure: Callable[[Any, Any], float]) -> float:
    """Fit on each half, measure on the other, return the mean."""
    middle = len(cases) // 2
    first, second = cases[:middle], cases[middle:]
    return (measure(second, fit(first)) + measure(first, fit(second))) / 2


def first_right(cases: Sequence[tuple[np.ndarray, list[int]]], weights: np.ndarray) -> float:
    """Return how often the best row is a right one."""
    return float(np.mean([int(np.argmax(rows @ weights)) in right for rows, right in cases]))


def closer(cases: Sequence[Case], reader: Reader) -> list[Case]:
    """Return the cases in which the right paragraph is among the first, with those read for the answer."""
    found: list[Case] = []
    for case in cases:
        first = [r.evidence for r in ranking.rank(case.question, case.evidence)[:READ]]
        ids = [e.paragraph.id for e in first]
        right = case.evidence[case.right].paragraph.id if case.right >= 0 else None
        if right is None or right in ids:
            passages = [passage_of(e) for e in first]
            readings = reader.read(case.question.text, passages)
            read = [with_reading(e, reading) for e, reading in zip(first, readings, strict=True)]
            found.append(replace(case, evidence=read, right=-1 if right is None else ids.index(right)))
        print(len(found), end="\r", flush=True)
    print(f"right paragraph among the first {READ}: {len(found) / len(cases):.3f}")
    return found


def fit_ranking(cases: Sequence[Case]) -> dict[str, float]:
    """Fit and measure the ranking, and what each of its parts is worth."""
    cases = [case for case in cases if case.right >= 0]
    features = [ranking.ranking_features(c.question, c.evidence) for c in cases]
    names = list(features[0][0])

    def rows(kept: Sequence[str]) -> list[tuple[np.ndarray, list[int]]]:
        return [
            (np.array([[f[n] for n in kept] for f in listed]), [c.right])
            for listed, c in zip(features, cases, strict=True)
        ]

    fused = [(np.array([[e.candidate.score] for e in c.evidence]), [c.right]) for c in cases]
    print(f"right paragraph first ({len(cases)} cases); fused alone: {first_right(fused, np.ones(1)):.3f}")
    for kept in (
        ["dense"],
        ["dense", "similarity"],
        *([n for n in names if n != out] for out in names),
    ):
        label = ", ".join(kept) if len(kept) < 3 else f"all but {(set(names) - set(kept)).pop()}"
        print(f"  {label}: {halves(rows(kept), softmax_weights, first_right):.3f}")
    print(f"  all: {halves(rows(names), softmax_weights, first_right):.3f}")
    return dict(zip(names, softmax_weights(rows(names)).tolist(), strict=True))


def fit_sentence(cases: Sequence[Case]) -> dict[str, float]:
    """Fit and measure the choice of the sentence that has the answer."""
    names = list(ranking.sentence_features(cases[0].evidence[0].sentences[0]))
    rows: list[tuple[np.ndarray, list[int]]] = []
    for case in cases:
        if case.right < 0:
            continue
        sentences = case.evidence[case.right].sentences
        answers = [fold(answer) for answer in case.answers]
        right = [i for i, s in enumerate(sentences) if any(a in fold(s.text) for a in answers)]
        if 0 < len(right) < len(sentences):
            rows.append((np.array([list(ranking.sentence_features(s).values()) for s in sentences]), right))
    chance = np.mean([len(right) / len(found) for found, right in rows])
    print(
        f"right sentence: {halves(rows, softmax_weights, first_right):.3f} (chance {chance:.3f}, {len(rows)})"
    )
    return dict(zip(names, softmax_weights(rows).tolist(), strict=True))


def fit_judgement(cases: Sequence[Case], names: Sequence[str]) -> tuple[dict[str, float], float]:
    """Fit and measure the judgement: is the best candidate right?

    The threshold is that of the questions on news, which are what the product is asked; where paragraphs are
    read, what objections refuse counts as well.
    """
    features: list[list[float]] = []
    verdicts: list[tuple[Question, list[ranking.Ranked]]] = []
    labels: list[int] = []
    news: list[bool] = []
    counted: list[float] = []

    def judged(case: Case, evidence: Sequence[Evidence], label: int, weight: float = 1.0) -> None:
        ranked = ranking.rank(case.question, evidence)
        best = ranking.judgement_features(case.question, ranked)
        verdicts.append((case.question, ranked))
        features.append([best[n] for n in names])
        labels.append(label)
        news.append(case.news)
        counted.append(weight if case.news else weight * _PIAF)

    for case in cases:
        first = ranking.rank(case.question, case.evidence)[0].evidence
        answers = case.right >= 0 and first is case.evidence[case.right]
        if answers or case.news:
            judged(case, case.evidence, int(answers))
        if case.right >= 0:
            judged(case, [e for i, e in enumerate(case.evidence) if i != case.right], 0, _TAKEN_AWAY)
    x, y, on_news, weight = np.array(features), np.array(labels), np.array(news), np.array(counted)
    model = LogisticRegression(C=100, max_iter=5_000)
    # Every other one: cases of one question stand side by side.
    half = np.arange(len(y)) // 8 % 2 == 0
    chances = np.zeros(len(y))
    for other in (half, ~half):
        model.fit(x[other], y[other], weight[other])
        chances[~other] = model.predict_proba(x[~other])[:, 1]
    unopposed = np.array(
        [
            "answers" not in names or not ranking.is_objected(question, ranked, float(chance))
            for (question, ranked), chance in zip(verdicts, chances, strict=True)
        ]
    )
    threshold = float(np.quantile((chances * unopposed)[(y == 1) & on_news], 1 - KEPT_ANSWERABLE))
    sure = chances >= threshold
    passed = sure & unopposed
    told = [f"judgement on {', '.join(names)} (threshold {threshold:.3f}; without objections)"]
    near = on_news & (weight == 1.0)
    for name, some in (("PIAF", ~on_news), ("news", on_news), ("near misses on news", near)):
        area = roc_auc_score(y[some], chances[some])
        told.append(
            f"{name}: AUC {area:.3f}, {np.mean(passed[some & (y == 1)]):.1%} of the right kept"
            f" ({np.mean(sure[some & (y == 1)]):.1%}), {np.mean(passed[some & (y == 0)]):.1%}"
            f" of the wrong pass ({np.mean(sure[some & (y == 0)]):.1%})"
        )
    print("; ".join(told))
    model.fit(x, y, weight)
    return {
        **dict(zip(names, model.coef_[0].tolist(), strict=True)),
        "bias": float(np.ravel(model.intercept_)[0]),
    }, threshold


def least_meaning(cases: Sequence[Case]) -> float:
    """Return how much of what a question on news asks about the right paragraph holds at least."""
    best = [(case, ranking.rank(case.question, case.evidence)[0].evidence) for case in cases if case.news]
    held = [e.meaning for case, e in best if case.right >= 0 and e is case.evidence[case.right]]
    return float(np.quantile(held, _LEAST_MEANING))


def main() -> None:
    """Collect, fit, print; write the weights when asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=700, help="on news, and half as many of PIAF")
    parser.add_argument("--cases", type=Path, help="where they are kept with their candidates")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--read", action="store_true", help="keep the weights of what is not read")
    given = parser.parse_args()
    embedder = make_embedder()
    if given.cases and given.cases.exists():
        cases: list[Case] = pickle.loads(given.cases.read_bytes())
    else:
        cases = collect(given.corpora, given.data, given.questions, embedder)
        if given.cases:
            given.cases.write_bytes(pickle.dumps(cases))
    reader = load_reader(embedder)
    assert reader is not None
    models = fit_all(cases, reader, given.read)
    text = "\n".join(
        f"\n[{model}]\n" + "\n".join(f"{name} = {value:.3f}" for name, value in listed.items())
        for model, listed in models.items()
    )
    print(text)
    if given.write:
        path = Path(ranking.__file__).with_name("weights.toml")
        head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        path.write_text("\n".join(head) + text + "\n", encoding="utf-8")


def fit_all(cases: Sequence[Case], reader: Reader, read_alone: bool) -> dict[str, dict[str, float]]:
    """Fit and measure every model: without an embedder, without a reader, with both; or the last alone.

    Likeness cannot tell near misses: fitted to many of them, it serves worse what else rests on it (`check`).
    """
    likeness = ("meaning", "similarity", "margin")
    kept = _UNREAD if read_alone else ()
    models = {name: dict(_STORED(name)) for name in kept}
    thresholds = {name: least for name, least in _STORED("threshold").items() if name in kept}

    def judge(name: str, listed: Sequence[Case], features: Sequence[str]) -> None:
        models[name], thresholds[name] = fit_judgement(listed, features)

    for suffix in ("",) if read_alone else ("_unread", ""):
        listed = cases if suffix else closer(cases, reader)
        models[f"ranking{suffix}"] = fit_ranking(listed)
        _use(models)
        models[f"sentence{suffix}"] = fit_sentence(listed)
        _use(models)
        if suffix:
            judge("judgement_unread", listed, likeness)
            judge("judgement_lexical", listed, ("meaning", "margin"))
            models["judgement_lexical"]["similarity"] = 0.0
            continue
        # What is refused for want of it is refused whatever the threshold, which is fitted to the others.
        thresholds["meaning"] = least_meaning(listed)
        _use({**models, "threshold": {**_STORED("threshold"), **thresholds}})
        fit_judgement(listed, ("answers",))
        judge("judgement", listed, ("margin", "answers"))
    return {**models, "threshold": thresholds}


_STORED = ranking.weights


def _use(models: dict[str, dict[str, float]]) -> None:
    """Let the product's own functions score with weights that are not written yet."""
    stored = _STORED
    ranking.weights = lambda model: models.get(model) or stored(model)


if __name__ == "__main__":
    main()
