"""What could be done to vectors beside comparing paragraphs as they are, on PIAF among all paragraphs.

The mean of the corpus taken away; a vector for each sentence beside the paragraph's; both. Each alone and
fused with the lexical search, as the product does. And, on the questions of development in English: vectors
of the translations beside those of the originals.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from porteparole.embedding.weights import Floats
from porteparole.retrieval.retriever import fuse
from porteparole.text.sentences import sentences
from porteparole.text.terms import fold
from tests.benchmarks.retrieval import generation
from tests.benchmarks.stores import PARAGRAPHS, ROOT, Stores
from tests.benchmarks.tables import table

_POOL = 60
_SENTENCES = 0.5
_EVAL = ROOT.parent / "shared" / "eval" / "dev.jsonl"

Scores = Callable[[Floats], Floats]


def variants_table(stores: Stores) -> None:
    """Print what each variant finds."""
    texts = stores.texts[:PARAGRAPHS]
    known = stores.all_vectors[:PARAGRAPHS]
    place = {text: number for number, text in enumerate(stores.texts)}
    parts = [(place[part], n) for n, text in enumerate(texts) for part in _parts(text) if part in place]
    owners = np.array([owner for _, owner in parts])
    pieces = stores.all_vectors[[number for number, _ in parts]]
    mean = known.mean(axis=0)
    plain, shifted = _scores(known), _scores(_unit(known - mean), mean)
    variants: dict[str, Scores] = {
        "as it is": plain,
        "mean taken away": shifted,
        "sentences beside": _with_parts(plain, _scores(pieces), owners),
        "both": _with_parts(shifted, _scores(_unit(pieces - mean), mean), owners),
    }
    asked = stores.vectors("questions", [q.text for q in stores.questions], "question")
    right = [place[q.right] for q in stores.questions]
    lexical = _lexical(stores, place)
    rows: list[list[str]] = []
    for name, scores in variants.items():
        alone: list[int] = []
        fused: list[int] = []
        for number, vector in enumerate(asked):
            found = scores(vector)
            alone.append(int((found > found[right[number]]).sum()))
            best = np.argpartition(found, -_POOL)[-_POOL:]
            both = fuse({str(i): float(found[i]) for i in best}, lexical[number], 0.5)
            ranked = sorted(both, key=lambda i: -both[i])[:10]
            gold = str(right[number])
            fused.append(ranked.index(gold) if gold in ranked else 10)
        rows.append([name, *_hits(alone), *_hits(fused)])
    head = ["vectors", "dense hit@1", "hit@10", "fused hit@1", "hit@10"]
    table(f"Variants, PIAF among {PARAGRAPHS:,} paragraphs", head, rows)
    if _EVAL.exists():
        _translations_table(stores)


def _translations_table(stores: Stores) -> None:
    corpus = generation(stores, 16).catalogue.corpus()
    questions = [json.loads(line) for line in _EVAL.open(encoding="utf-8")]
    rows: list[list[str]] = []
    for language in ("fr", "en"):
        some = [q for q in questions if q["lang"] == language and q["gold"] and not q["history"]]
        right = [{g["text"] for g in q["gold"]} for q in some]
        asked = stores.embedder.embed([q["question"] for q in some], "question")
        for name, both in (("originals", False), ("translations beside", True)):
            listed = [
                (p.text, text)
                for p in corpus.paragraphs
                for text in ([p.text, p.translation] if both else [p.text])
                if text
            ]
            known = stores.embedder.embed([text for _, text in listed], "passage")
            places: list[int] = []
            for vector, gold in zip(asked, right, strict=True):
                order = [listed[i][0] for i in np.argsort(-(known @ vector))]
                ranked = list(dict.fromkeys(order))
                places.append(min((ranked.index(g) for g in gold if g in ranked), default=99))
            rows.append([language, str(len(some)), name, *_hits(places, (1, 3))])
    table("Vectors of translations, two articles, dense alone", ["", "questions", "", "hit@1", "hit@3"], rows)


def _scores(known: Floats, mean: Floats | None = None) -> Scores:
    if mean is None:
        return lambda vector: known @ vector
    return lambda vector: known @ _unit(vector - mean)


def _with_parts(whole: Scores, pieces: Scores, owners: np.ndarray) -> Scores:
    def scores(vector: Floats) -> Floats:
        found = whole(vector)
        best = np.full(len(found), -1.0, np.float32)
        np.maximum.at(best, owners, pieces(vector))
        # A paragraph of one sentence has no vector beside its own.
        best = np.where(best < 0, found, best)
        return np.asarray((1 - _SENTENCES) * found + _SENTENCES * best, np.float32)

    return scores


def _lexical(stores: Stores, place: dict[str, int]) -> list[dict[str, float]]:
    opened = generation(stores, PARAGRAPHS)
    at = {p.id: str(place[p.text]) for p in opened.catalogue.corpus().paragraphs if p.text in place}
    found: list[dict[str, float]] = []
    for question in stores.questions:
        terms = dict.fromkeys(fold(question.text).replace("?", " ").replace("'", " ").split(), 1.0)
        listed = opened.lexical.search(terms, "fr", _POOL)
        found.append({at[i]: score for i, score in listed if i in at})
    return found


def _parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, "fr")]


def _unit(vectors: Floats) -> Floats:
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def _hits(places: Sequence[int], tops: Iterable[int] = (1, 10)) -> list[str]:
    return [f"{np.mean([place < top for place in places]):.3f}" for top in tops]
