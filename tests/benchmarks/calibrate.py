"""Fits the weights of ranking, choice of sentence and judgement on PIAF, and prints how good they are.

    python -m tests.benchmarks.calibrate ../shared/corpora --data FOLDER [--questions 1000] [--write]

For each question (as it stands, without accents, with typing slips, or three words of it) candidates are
found in two corpora: all paragraphs, and two articles alone. The ranking learns to put the right paragraph
first; the choice of sentence, the one with the answer; the judgement, to tell the best candidate, where it is
the right one, from the best one that is left when the right paragraph is taken away. Every figure is
cross-validated: fitted on one half of the questions, measured on the other. Needs scikit-learn, which the
project does not.
"""

# scikit-learn is not among the project's own tools.
# pyright: reportMissingImports=false

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from porteparole.answering import ranking, similarity
from porteparole.answering.evidence import Evidence, weigh
from porteparole.answering.question import Question, clean, content_terms, read_question
from porteparole.answering.shorthand import spell_out
from porteparole.answering.similarity import Meanings
from porteparole.answering.spelling import spell
from porteparole.corpus.article import Article, Corpus, Paragraph, content_id
from porteparole.embedding.factory import make_embedder
from porteparole.retrieval.retriever import Candidate, Found, HybridSearch, Query, fuse
from porteparole.store.generation import Generation, Generations
from porteparole.store.vectors import VectorStore, open_chroma
from porteparole.text.terms import fold

# At most so many of the answerable questions may be refused that 6 in 100 are in all (see the README).
KEPT_ANSWERABLE = 0.95
CANDIDATES = 10


@dataclass
class Case:
    """A question with its candidates in one corpus."""

    question: Question
    answers: list[str]
    evidence: list[Evidence]
    right: int


def corpus_of(rows: Sequence[dict[str, Any]]) -> Corpus:
    """Make an article of the paragraphs of each title."""
    by_title: dict[str, list[str]] = {}
    for row in rows:
        texts = by_title.setdefault(row["title"], [])
        if row["text"] not in texts:
            texts.append(row["text"])
    seen: dict[str, int] = {}
    articles: list[Article] = []
    for number, (title, texts) in enumerate(by_title.items()):
        paragraphs: list[Paragraph] = []
        for position, text in enumerate(texts, 1):
            identifier = content_id(text)
            seen[identifier] = seen.get(identifier, 0) + 1
            unique = identifier if seen[identifier] == 1 else f"{identifier}-{seen[identifier]}"
            paragraphs.append(Paragraph(unique, f"a{number}", position, text, position))
        articles.append(Article(f"a{number}", title, "fr", tuple(paragraphs), "distractors.jsonl"))
    return Corpus(tuple(articles))


def noisy(text: str, chance: random.Random) -> str:
    """Return a question as people type it."""
    kind = chance.choice(("plain", "plain", "bare", "slips", "keywords"))
    if kind == "bare":
        return fold(text).replace("?", "").strip()
    if kind == "slips":
        typed = text.split()
        for _ in range(chance.randrange(1, 3)):
            at = chance.randrange(len(typed))
            typed[at] = _slip(typed[at], chance)
        return fold(" ".join(typed))
    if kind == "keywords":
        best = sorted(content_terms(text, "fr"), key=lambda term: -term.weight)[:3]
        return " ".join(t.text.lower() for t in content_terms(text, "fr") if t in best)
    return text


def _slip(word: str, chance: random.Random) -> str:
    if len(word) < 5:
        return word
    at = chance.randrange(1, len(word) - 2)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return chance.choice((swapped, word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]))


class Collector:
    """Finds and weighs candidates for questions."""

    def __init__(self, generation: Generation, vectors: VectorStore, embedder: Any) -> None:
        similarity._KEPT = 200_000  # pyright: ignore[reportPrivateUsage]
        self.generation, self.vectors = generation, vectors
        self.search = HybridSearch(generation, embedder)
        self.meanings = Meanings(embedder)
        self.articles = {a.title: a for a in generation.catalogue.corpus().articles}

    def case(self, row: dict[str, Any], question: Question, found: Found) -> Case | None:
        """Weigh the candidates; None when the right paragraph is not among them."""
        texts = [c.paragraph.text for c in found.candidates]
        if row["paragraph_text"] not in texts or len(texts) < 3:
            return None
        evidence = weigh(
            question,
            found.candidates,
            self.generation.catalogue.statements,
            lambda listed: self.meanings.similarities(found.vector, listed),
            self.meanings.kinship,
        )
        return Case(question, row["answers"], evidence, texts.index(row["paragraph_text"]))

    def among_all(self, question: Question) -> Found:
        """Search the whole corpus."""
        terms = {word: t.weight for t in question.terms for word in t.folded.split()}
        return self.search.search(Query(question.text, "fr", terms), CANDIDATES)

    def among_few(self, question: Question, vector: Sequence[float], titles: Sequence[str]) -> Found:
        """Search two articles alone."""
        paragraphs = {p.id: p for title in titles for p in self.articles[title].paragraphs}
        stored = self.vectors.vectors([content_id(p.text) for p in paragraphs.values()])
        dense = {i: float(np.dot(stored[content_id(p.text)], vector)) for i, p in paragraphs.items()}
        terms = {word: t.weight for t in question.terms for word in t.folded.split()}
        lexical = {i: s for i, s in self.generation.lexical.search(terms, "fr", 3_000) if i in paragraphs}
        fused = fuse(dense, lexical, 0.5)
        best = sorted(fused, key=lambda i: -fused[i])[:CANDIDATES]
        article = self.generation.catalogue.article
        return Found(
            tuple(
                Candidate(
                    article(paragraphs[i].article_id), paragraphs[i], fused[i], dense[i], lexical.get(i, 0.0)
                )
                for i in best
            ),
            vector,
        )


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


def fit_ranking(cases: Sequence[Case]) -> dict[str, float]:
    """Fit and measure the ranking, and what each of its parts is worth."""
    features = [ranking.ranking_features(c.evidence) for c in cases]
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
    names = ("similarity", "meaning", "fits")
    rows: list[tuple[np.ndarray, list[int]]] = []
    for case in cases:
        sentences = case.evidence[case.right].sentences
        answers = [fold(answer) for answer in case.answers]
        right = [i for i, s in enumerate(sentences) if any(a in fold(s.text) for a in answers)]
        if 0 < len(right) < len(sentences):
            rows.append((np.array([[getattr(s, n) or 0.0 for n in names] for s in sentences]), right))
    chance = np.mean([len(right) / len(found) for found, right in rows])
    print(
        f"right sentence: {halves(rows, softmax_weights, first_right):.3f} (chance {chance:.3f}, {len(rows)})"
    )
    return dict(zip(names, softmax_weights(rows).tolist(), strict=True))


def fit_judgement(cases: Sequence[Case], names: Sequence[str]) -> tuple[dict[str, float], float]:
    """Fit and measure the judgement: is the best candidate right?"""
    features: list[list[float]] = []
    labels: list[int] = []
    for case in cases:
        question = case.question
        best = ranking.rank(question, case.evidence)
        if best[0].evidence is case.evidence[case.right]:
            features.append([ranking.judgement_features(best)[n] for n in names])
            labels.append(1)
        rest = ranking.rank(question, [e for i, e in enumerate(case.evidence) if i != case.right])
        features.append([ranking.judgement_features(rest)[n] for n in names])
        labels.append(0)
    x, y = np.array(features), np.array(labels)
    model = LogisticRegression(C=100, max_iter=5_000)
    middle = len(y) // 2
    chances = np.concatenate(
        [
            model.fit(x[middle:], y[middle:]).predict_proba(x[:middle])[:, 1],
            model.fit(x[:middle], y[:middle]).predict_proba(x[middle:])[:, 1],
        ]
    )
    threshold = float(np.quantile(chances[y == 1], 1 - KEPT_ANSWERABLE))
    wrong = float(np.mean(chances[y == 0] >= threshold))
    print(
        f"judgement on {', '.join(names)}: AUC {roc_auc_score(y, chances):.3f}; with {KEPT_ANSWERABLE:.0%} "
        f"of the right kept, {wrong:.1%} of the wrong pass (threshold {threshold:.3f})"
    )
    model.fit(x, y)
    return {
        **dict(zip(names, model.coef_[0].tolist(), strict=True)),
        "bias": float(np.ravel(model.intercept_)[0]),
    }, threshold


def main() -> None:
    """Collect, fit, print; write the weights when asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=1_000)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    paragraphs = [json.loads(line) for line in (given.corpora / "distractors.jsonl").open(encoding="utf-8")]
    questions = [json.loads(line) for line in (given.corpora / "piaf_like.jsonl").open(encoding="utf-8")]
    given.data.mkdir(parents=True, exist_ok=True)
    embedder = make_embedder()
    vectors = VectorStore(lambda: open_chroma(given.data / "chroma"), embedder)
    generation = Generations(given.data).build(
        corpus_of(paragraphs), vectors, lambda stage, done, total: print(stage, done, total, end="\r")
    )
    collector = Collector(generation, vectors, embedder)
    chance = random.Random(7)
    chance.shuffle(questions)
    titles = sorted({row["title"] for row in questions})
    cases: list[Case] = []
    for number, row in enumerate(questions[: given.questions]):
        typed = spell_out(clean(noisy(row["question"], chance)), "fr")
        spelled = spell(typed, "fr", generation.catalogue)
        question = read_question(spelled.text, "fr", spelled=spelled)
        if not question.terms:
            continue
        found = collector.among_all(question)
        few = collector.among_few(question, found.vector or (), sorted({row["title"], chance.choice(titles)}))
        cases += [c for f in (found, few) if (c := collector.case(row, question, f))]
        print(number, end="\r", flush=True)
    ranked = fit_ranking(cases)
    _use({"ranking": ranked})
    sentence = fit_sentence(cases)
    _use({"ranking": ranked, "sentence": sentence})
    for kept in (("similarity",), ("meaning",), ("meaning", "similarity")):
        fit_judgement(cases, kept)
    full, threshold = fit_judgement(cases, ("meaning", "similarity", "margin"))
    lexical, threshold_lexical = fit_judgement(cases, ("meaning", "margin"))
    models = {
        "ranking": ranked,
        "sentence": sentence,
        "judgement": full,
        "judgement_lexical": {**lexical, "similarity": 0.0},
        "threshold": {"judgement": threshold, "judgement_lexical": threshold_lexical},
    }
    text = "\n".join(
        f"\n[{model}]\n" + "\n".join(f"{name} = {value:.3f}" for name, value in listed.items())
        for model, listed in models.items()
    )
    print(text)
    if given.write:
        path = Path(ranking.__file__).with_name("weights.toml")
        head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        path.write_text("\n".join(head) + text + "\n", encoding="utf-8")


def _use(models: dict[str, dict[str, float]]) -> None:
    """Let the product's own functions score with weights that are not written yet."""
    stored = ranking.weights
    ranking.weights = lambda model: models.get(model) or stored(model)


if __name__ == "__main__":
    main()
