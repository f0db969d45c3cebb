"""Fits the weights of ranking, choice of sentence and judgement, and prints how good they are.

    python -m tests.benchmarks.calibrate ../shared/corpora --data FOLDER [--questions 700] [--write]

Two kinds of questions: those of PIAF on Wikipedia, and those of ``tests/gold/news.jsonl``, which the team
wrote on news for this; nothing answers a third of them.

For each question (as it stands, without accents, with typing slips, or three words of it) candidates are
found in two corpora: all paragraphs, and two articles alone. The ranking learns to put the right paragraph
first; the choice of sentence, the one with the answer; the judgement, to tell the best candidate, where it is
the right one, from the best one that is left when the right paragraph is taken away. Every figure is
cross-validated: fitted on one half of the questions, measured on the other. Only questions on articles that
the reader was not trained on are taken. Needs scikit-learn, which the project does not.
"""

# scikit-learn is not among the project's own tools.
# pyright: reportMissingImports=false

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from porteparole.answering import ranking, similarity
from porteparole.answering.comprehension import READ, passage_of, with_reading
from porteparole.answering.evidence import Evidence, weigh
from porteparole.answering.question import Question, clean, content_terms, read_question
from porteparole.answering.shorthand import spell_out
from porteparole.answering.similarity import Meanings
from porteparole.answering.spelling import spell
from porteparole.corpus.article import Article, Corpus, Paragraph, content_id
from porteparole.embedding.factory import make_embedder
from porteparole.reading.reader import Reader, load_reader
from porteparole.retrieval.retriever import DENSE_SHARE, Candidate, Found, HybridSearch, Query, fuse
from porteparole.store.generation import Generation, Generations
from porteparole.store.vectors import VectorStore, open_chroma
from porteparole.text.terms import fold
from tests.benchmarks.reader.news import is_held_out, read_news

# At most six in a hundred plain questions may be refused, and ten of those typed in a hurry (see the README):
# two in three on news.
KEPT_ANSWERABLE = 0.913
# Of the right ones, so many may hold less of what is asked about than the least that is taken for an answer.
_LEAST_MEANING = 0.01
# To refuse where the right paragraph was merely taken away is easier than to tell a near miss; and Wikipedia
# is not what the product is asked about.
_TAKEN_AWAY, _PIAF = 0.3, 0.3
CANDIDATES = 10


@dataclass
class Case:
    """A question with its candidates in one corpus, the number of the right one (-1: none answers)."""

    question: Question
    answers: list[str]
    evidence: list[Evidence]
    right: int
    news: bool = False


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
        reader = load_reader(embedder)
        assert reader is not None
        self.reader = reader
        self.articles = {a.title: a for a in generation.catalogue.corpus().articles}

    def cases(self, row: dict[str, Any], other: str) -> list[Case]:
        """Find and weigh candidates in all articles, and in two alone (that of the row, and ``other``)."""
        language = row["lang"]
        spelled = spell(spell_out(clean(row["question"]), language), language, self.generation.catalogue)
        question = read_question(spelled.text, language, spelled=spelled)
        if not question.terms:
            return []
        found = self.among_all(question)
        few = self.among_few(question, found.vector or (), sorted({row["title"], other}))
        return [case for f in (found, few) if (case := self.case(row, question, f))]

    def case(self, row: dict[str, Any], question: Question, found: Found) -> Case | None:
        """Weigh the candidates; None when the right paragraph is not among them."""
        news = "style" in row
        # Who wrote a question on news had mostly not seen the rest of the article, which may answer it too.
        whole = not news or (not row["answers"] and row.get("seen") == "article")
        candidates = [
            c
            for c in found.candidates
            if whole or c.article.title != row["title"] or c.paragraph.text == row["paragraph_text"]
        ]
        texts = [c.paragraph.text for c in candidates]
        if len(texts) < 3 or (row["answers"] and row["paragraph_text"] not in texts):
            return None
        evidence = weigh(
            question,
            candidates,
            self.generation.catalogue.statements,
            lambda listed: self.meanings.similarities(found.vector, listed),
            self.meanings.kinship,
        )
        right = texts.index(row["paragraph_text"]) if row["answers"] else -1
        return Case(question, row["answers"], evidence, right, news)

    def among_all(self, question: Question) -> Found:
        """Search the whole corpus."""
        terms = {word: t.weight for t in question.terms for word in t.folded.split()}
        return self.search.search(Query(question.text, question.language, terms), CANDIDATES)

    def among_few(self, question: Question, vector: Sequence[float], titles: Sequence[str]) -> Found:
        """Search two articles alone."""
        paragraphs = {p.id: p for title in titles for p in self.articles[title].paragraphs}
        stored = self.vectors.vectors([content_id(p.text) for p in paragraphs.values()])
        dense = {i: float(np.dot(stored[content_id(p.text)], vector)) for i, p in paragraphs.items()}
        terms = {word: t.weight for t in question.terms for word in t.folded.split()}
        lexical = {
            i: s
            for i, s in self.generation.lexical.search(terms, question.language, 3_000)
            if i in paragraphs
        }
        fused = fuse(dense, lexical, DENSE_SHARE[question.language])
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

    The threshold is that of the questions on news, which are what the product is asked.
    """
    features: list[list[float]] = []
    labels: list[int] = []
    news: list[bool] = []
    counted: list[float] = []

    def judged(case: Case, evidence: Sequence[Evidence], label: int, weight: float = 1.0) -> None:
        best = ranking.judgement_features(case.question, ranking.rank(case.question, evidence))
        features.append([best[n] for n in names])
        labels.append(label)
        news.append(case.news)
        counted.append(weight if case.news else weight * _PIAF)

    for case in cases:
        first = ranking.rank(case.question, case.evidence)[0].evidence
        right = case.right >= 0 and first is case.evidence[case.right]
        if right or case.news:
            judged(case, case.evidence, int(right))
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
    threshold = float(np.quantile(chances[(y == 1) & on_news], 1 - KEPT_ANSWERABLE))
    told = [f"judgement on {', '.join(names)} (threshold {threshold:.3f})"]
    for name, some in (("PIAF", ~on_news), ("news", on_news)):
        kept, passed = (float(np.mean(chances[some & (y == label)] >= threshold)) for label in (1, 0))
        area = roc_auc_score(y[some], chances[some])
        told.append(f"{name}: AUC {area:.3f}, {kept:.1%} of the right kept, {passed:.1%} of the wrong pass")
    near = on_news & (weight == 1.0)
    told.append(f"near misses alone: {np.mean(chances[near & (y == 0)] >= threshold):.1%} pass")
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
    questions = [row for row in questions if is_held_out(row["title"])]
    chance = random.Random(7)
    chance.shuffle(questions)
    titles = sorted({row["title"] for row in questions})
    cases: list[Case] = []
    for number, row in enumerate(questions[: given.questions // 2]):
        row = {**row, "question": noisy(row["question"], chance), "lang": "fr"}
        cases += collector.cases(row, chance.choice(titles))
        print(number, end="\r", flush=True)
    news = [row for row in read_news(paragraphs) if is_held_out(row["title"])]
    chance.shuffle(news)
    for number, row in enumerate(news[: given.questions]):
        cases += collector.cases(row, chance.choice(titles))
        print(number, end="\r", flush=True)
    models = fit_all(cases, collector.reader)
    text = "\n".join(
        f"\n[{model}]\n" + "\n".join(f"{name} = {value:.3f}" for name, value in listed.items())
        for model, listed in models.items()
    )
    print(text)
    if given.write:
        path = Path(ranking.__file__).with_name("weights.toml")
        head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        path.write_text("\n".join(head) + text + "\n", encoding="utf-8")


def fit_all(cases: Sequence[Case], reader: Reader) -> dict[str, dict[str, float]]:
    """Fit and measure every model: without an embedder, without a reader, with both."""
    likeness = ("meaning", "similarity", "margin")
    models: dict[str, dict[str, float]] = {}
    thresholds: dict[str, float] = {}

    def judge(name: str, listed: Sequence[Case], features: Sequence[str]) -> None:
        models[name], thresholds[name] = fit_judgement(listed, features)

    for suffix in ("_unread", ""):
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
        fit_judgement(listed, ("reads",))
        judge("judgement", listed, ("margin", "reads"))
        thresholds["meaning"] = least_meaning(listed)
    return {**models, "threshold": thresholds}


_STORED = ranking.weights


def _use(models: dict[str, dict[str, float]]) -> None:
    """Let the product's own functions score with weights that are not written yet."""
    stored = _STORED
    ranking.weights = lambda model: models.get(model) or stored(model)


if __name__ == "__main__":
    main()
