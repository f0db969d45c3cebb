"""What the benchmarks search in: made once, kept in a folder, since 100,000 vectors take half an hour.

The texts are real, from ``distractors.jsonl``: its 10,488 paragraphs, then their sentences, neighbouring
pairs of sentences, and runs of 18 words, until there are 100,000. The 984 paragraphs of PIAF stand among the
first.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from porteparole.corpus.article import Article, Corpus, Paragraph, content_id
from porteparole.embedding.embedder import Embedder, Kind
from porteparole.embedding.weights import Floats
from porteparole.engine import open_service
from porteparole.settings import Settings
from porteparole.store.matrix import VectorMatrix, write_matrix
from porteparole.store.vectors import VectorStore, open_chroma
from porteparole.text.sentences import sentences

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
PARAGRAPHS = 10_488
MOST = 100_000
MEASURED = {"space": "cosine", "max_neighbors": 32, "ef_construction": 200, "ef_search": 400}
FIRST_YEAR, YEARS = 2016, 10
_BATCH = 5_000
_RUN, _STEP = 18, 14


@dataclass(frozen=True)
class Question:
    """A question of PIAF and the text that answers it."""

    text: str
    right: str


class Stores:
    """Makes and opens what is searched in.

    Args:
        folder: where all of it is kept.
        embedder: makes the vectors.
    """

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self.folder = folder
        self.embedder = embedder
        folder.mkdir(parents=True, exist_ok=True)

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (CORPORA / "distractors.jsonl").open(encoding="utf-8")]

    @cached_property
    def questions(self) -> list[Question]:
        rows = [json.loads(line) for line in (CORPORA / "piaf_like.jsonl").open(encoding="utf-8")]
        return [Question(row["question"], row["paragraph_text"]) for row in rows]

    @cached_property
    def texts(self) -> list[str]:
        """All texts, paragraphs first; each once."""
        found = dict.fromkeys(row["text"] for row in self.rows)
        for more in (_sentences, _pairs, partial(_runs, begin=7), partial(_runs, begin=0)):
            found.update(dict.fromkeys(text for row in self.rows for text in more(row["text"])))
        return list(found)[:MOST]

    @cached_property
    def piaf(self) -> list[str]:
        """The paragraphs that PIAF asks about."""
        return list(dict.fromkeys(question.right for question in self.questions))

    def vectors(self, name: str, texts: Sequence[str], kind: Kind = "passage") -> Floats:
        """Return the vectors of texts, made once."""
        version = self.embedder.version
        if kind == "question":
            version += self.embedder.question_version
        digest = hashlib.sha256("\0".join([version, kind, *texts]).encode()).hexdigest()[:16]
        path = self.folder / f"{name}-{digest}.npy"
        if not path.exists():
            made: list[Floats] = [np.empty((0, self.embedder.dimension), np.float32)]
            for start in range(0, len(texts), 1_000):
                print(f"embedding {name}: {start} of {len(texts)} …", end="\r", flush=True)
                part = texts[start : start + 1_000]
                made.append(self.embedder.embed(part, kind))
            np.save(path, np.concatenate(made))
        return np.load(path)

    @cached_property
    def all_vectors(self) -> Floats:
        return self.vectors("texts", self.texts)

    def data(self, size: int) -> Path:
        """Return a data folder in which the first ``size`` texts are indexed (16: the two articles)."""
        folder = self.folder / f"data-{size}"
        seeds = self.seeds(size)
        if not (folder / "chroma").exists() and size > len(self.piaf):
            self._fill(VectorStore(lambda: open_chroma(folder / "chroma"), self.embedder), size)
        open_service(Settings(), seeds=[seeds], data_dir=folder, progress=_progress).close()
        return folder

    def seeds(self, size: int) -> Path:
        """Return the articles of :meth:`data`."""
        if size == 16:
            return ROOT / "seeds"
        path = self.folder / f"articles-dated-{size}.jsonl"
        texts = self.piaf if size == len(self.piaf) else self.texts[:size]
        if not path.exists():
            titles = {row["text"]: row["title"] for row in self.rows}
            by_title: dict[str, list[str]] = {}
            for number, text in enumerate(texts):
                title = titles.get(text) or f"Morceaux {number // 20}"
                by_title.setdefault(title, []).append(text)
            with path.open("w", encoding="utf-8") as file:
                for number, (title, listed) in enumerate(by_title.items()):
                    # For the filters: dates over ten years, and every second bundle of pieces in English.
                    published = f"{FIRST_YEAR + number % YEARS}-{number // YEARS % 12 + 1:02}-11"
                    language = "en" if title.startswith("Morceaux") and number % 2 else "fr"
                    known = {"id": f"a{number}", "title": title, "language": language, "published": published}
                    row = {**known, "paragraphs": listed}
                    print(json.dumps(row, ensure_ascii=False), file=file)
        return path

    def _fill(self, store: VectorStore, size: int) -> None:
        """Hand over vectors that are known, as if the store had made them."""
        collection: Any = store._chroma()._collection  # pyright: ignore[reportPrivateUsage]
        for start in range(0, size, _BATCH):
            print(f"filling Chroma: {start} of {size} …", end="\r", flush=True)
            part = self.texts[start : min(start + _BATCH, size)]
            vectors = self.all_vectors[start : start + len(part)]
            collection.add(ids=[content_id(t) for t in part], embeddings=vectors, documents=part)

    def matrix(self, size: int) -> VectorMatrix:
        """Return our exact search among the first ``size`` texts; position ``n`` is text ``n - 1``."""
        folder = self.folder / f"matrix-{size}"
        if not folder.exists():
            folder.mkdir()
            known = dict(zip(map(content_id, self.texts), self.all_vectors, strict=True))
            paragraphs = tuple(
                Paragraph(content_id(t), "a", n, t, n) for n, t in enumerate(self.texts[:size], 1)
            )
            corpus = Corpus((Article("a", "", "fr", paragraphs, ""),))
            write_matrix(folder, corpus, lambda ids: {i: known[i] for i in ids})
        return VectorMatrix(folder)

    def chroma(self, size: int, *, defaults: bool = False) -> Any:
        """Return a Chroma collection of the first ``size`` texts, with the measured settings or its own."""
        client = open_chroma(self.folder / "chroma")
        name = f"{'defaults' if defaults else 'measured'}-{size}"
        hnsw: Any = {"space": "cosine"} if defaults else MEASURED
        collection = client.get_or_create_collection(
            name, configuration={"hnsw": hnsw}, embedding_function=None
        )
        done = collection.count()
        for start in range(done, size, _BATCH):
            print(f"filling {name}: {start} …", end="\r", flush=True)
            part = slice(start, min(start + _BATCH, size))
            ids = [str(n + 1) for n in range(part.start, part.stop)]
            collection.add(ids=ids, embeddings=self.all_vectors[part], documents=self.texts[part])
        return collection


def _progress(stage: str, done: int, total: int) -> None:
    print(f"{stage}: {done} of {total} …", end="\r", flush=True)


def _sentences(text: str) -> list[str]:
    return [part for start, end in sentences(text, "fr") if len(part := text[start:end]) >= 25]


def _pairs(text: str) -> Iterator[str]:
    spans = [text[start:end] for start, end in sentences(text, "fr")]
    yield from (f"{first} {second}" for first, second in pairwise(spans))


def _runs(text: str, begin: int) -> Iterator[str]:
    words = text.split()
    for start in range(begin, len(words) - _STEP, _STEP):
        yield " ".join(words[start : start + _RUN])
