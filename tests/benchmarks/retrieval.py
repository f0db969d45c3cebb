"""Question in, ranked paragraphs out: ours beside dense search and BM25 alone and plain LangChain."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings

from porteparole.answering.question import clean, read_question
from porteparole.embedding.embedder import Embedder
from porteparole.language import Language
from porteparole.retrieval.retriever import HybridSearch, Query
from porteparole.store.generation import Generation
from porteparole.text.terms import fold
from tests.benchmarks.stores import MOST, PARAGRAPHS, Question, Stores
from tests.benchmarks.tables import milliseconds, table

_K = 10
_TIMED = 150
_CHUNK, _OVERLAP = 1_000, 200

Search = Callable[[str], Sequence[str]]


def ours(stores: Stores, size: int) -> Search:
    """Return the product's own search: the question read, both indexes asked, fused."""
    search = HybridSearch(generation(stores, size), stores.embedder)
    return lambda text: [c.paragraph.text for c in search.search(_query(text), _K).candidates]


def generation(stores: Stores, size: int) -> Generation:
    """Open the generation that :meth:`Stores.data` made."""
    folders = [manifest.parent for manifest in stores.data(size).glob("generations/*/manifest.json")]
    return Generation(max(folders, key=lambda folder: folder.stat().st_mtime_ns))


def _query(text: str, language: Language = "fr") -> Query:
    question = read_question(clean(text), language)
    terms = {word: term.weight for term in question.terms for word in term.folded.split()}
    return Query(question.text, language, terms)


class _AsItComes(Embeddings):
    """The embedder without its network for questions: what a user would have of the same weights."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._embedder.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        return self._embedder.embed([text], "query")[0].tolist()


def _dense_as_it_comes(stores: Stores, size: int) -> Search:
    return _dense(stores, size, _AsItComes(stores.embedder))


def _dense_alone(stores: Stores, size: int) -> Search:
    return _dense(stores, size, stores.embedder)


def _dense(stores: Stores, size: int, embeddings: Embeddings) -> Search:
    opened = generation(stores, size)
    catalogue, matrix = opened.catalogue, opened.vectors
    assert matrix

    def search(text: str) -> list[str]:
        nearest = [position for position, _ in matrix.nearest(embeddings.embed_query(text), _K)]
        ids = catalogue.ids(nearest)
        found = catalogue.paragraphs([ids[position] for position in nearest])
        return [paragraph.text for paragraph in found.values()]

    return search


def _bm25_alone(stores: Stores, size: int) -> Search:
    opened = generation(stores, size)

    def search(text: str) -> list[str]:
        terms = dict.fromkeys(fold(text).replace("?", " ").replace("'", " ").split(), 1.0)
        ids = [i for i, _ in opened.lexical.search(terms, "fr", _K)]
        return [paragraph.text for paragraph in opened.catalogue.paragraphs(ids).values()]

    return search


def _plain_langchain(stores: Stores, size: int) -> Search:
    """Build what the tutorials show: splitter, Chroma as it comes, similarity search."""
    from langchain_chroma import Chroma
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    store = Chroma(f"plain-{size}", _AsItComes(stores.embedder), str(stores.folder / "chroma-plain"))
    # The same texts and titles as in our index; a chunk is right if it is of the right paragraph.
    titles = {row["text"]: row["title"] for row in stores.rows}
    texts = stores.piaf if size == len(stores.piaf) else stores.texts[:size]
    splitter = RecursiveCharacterTextSplitter(chunk_size=_CHUNK, chunk_overlap=_OVERLAP)
    documents = splitter.create_documents(texts, [{"text": t, "title": titles.get(t, "")} for t in texts])
    collection: Any = store._collection  # pyright: ignore[reportPrivateUsage]
    done = collection.count()
    chunks = [document.page_content for document in documents]
    known = dict(zip(stores.texts, stores.all_vectors, strict=True))
    cut = [chunk for chunk in dict.fromkeys(chunks) if chunk not in known]
    known.update(zip(cut, stores.vectors(f"chunks-{size}", cut), strict=True))
    vectors = np.stack([known[chunk] for chunk in chunks])
    for start in range(done, len(documents), 5_000):
        part = slice(start, min(start + 5_000, len(documents)))
        collection.add(
            ids=[str(n) for n in range(part.start, part.stop)],
            embeddings=vectors[part],
            documents=chunks[part],
            metadatas=[document.metadata for document in documents[part]],
        )
    return lambda text: [
        str(document.metadata["text"])  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
        for document in store.similarity_search(text, _K)
    ]


def quality_table(stores: Stores) -> dict[str, float]:
    """Print quality and latency of each way, and return the figures that have a target."""
    ways = {
        "**ours**": ours,
        "dense alone, exact": _dense_alone,
        "dense alone, questions as e5 reads them": _dense_as_it_comes,
        "BM25 alone": _bm25_alone,
        "plain LangChain": _plain_langchain,
    }
    figures: dict[str, float] = {}
    rows: list[list[str]] = []
    for size in (len(stores.piaf), PARAGRAPHS):
        searches = {name: way(stores, size) for name, way in ways.items()}
        for bare in (False, True):
            hits, seconds = _asked(searches, stores.questions, bare=bare)
            for name in ways:
                at_1, at_10 = (float(np.mean([place < k for place in hits[name]])) for k in (1, 10))
                kind = "no accents, lower case" if bare else "as written"
                p50 = statistics.median(seconds[name])
                rows.append([f"{size:,}", kind, name, f"{at_1:.3f}", f"{at_10:.3f}", milliseconds(p50)])
                if name == "**ours**":
                    place = "all" if size == PARAGRAPHS else "piaf"
                    figures[f"{place}{'-bare' if bare else ''}@1"] = at_1
                    figures[f"{place}{'-bare' if bare else ''}@10"] = at_10
    head = ["paragraphs", "questions", "search", "hit@1", "hit@10", "p50, ms"]
    table(f"PIAF, {len(stores.questions):,} questions", head, rows)
    return figures


def _asked(
    searches: dict[str, Search], questions: Sequence[Question], *, bare: bool
) -> tuple[dict[str, list[int]], dict[str, list[float]]]:
    hits: dict[str, list[int]] = {name: [] for name in searches}
    seconds: dict[str, list[float]] = {name: [] for name in searches}
    for question in questions:
        text = fold(question.text) if bare else question.text
        for name, search in searches.items():
            started = time.perf_counter()
            found = list(search(text))
            seconds[name].append(time.perf_counter() - started)
            hits[name].append(found.index(question.right) if question.right in found else _K)
    return hits, seconds


def latency_table(stores: Stores) -> dict[str, float]:
    """Print retrieval beside what it is held against, and return the ratios by size."""
    figures: dict[str, float] = {}
    rows: list[list[str]] = []
    step = max(1, len(stores.questions) // _TIMED)
    for size in (16, PARAGRAPHS, MOST):
        search, collection = ours(stores, size), stores.chroma(size)
        times: dict[str, list[float]] = {"embedding": [], "Chroma": [], "ours": []}
        for number, question in enumerate(stores.questions[::step]):
            begun = time.perf_counter()
            vector = stores.embedder.embed_query(question.text)
            embedded = time.perf_counter()
            collection.query(query_embeddings=[vector], n_results=min(_K, size))
            queried = time.perf_counter()
            search(question.text)
            ended = time.perf_counter()
            if number:  # the first one opens files
                times["embedding"].append(embedded - begun)
                times["Chroma"].append(queried - embedded)
                times["ours"].append(ended - queried)
        p50 = {name: statistics.median(listed) for name, listed in times.items()}
        figures[f"{size}"] = p50["ours"] / (p50["embedding"] + p50["Chroma"])
        rows.append(
            [f"{size:,}", *(milliseconds(seconds) for seconds in p50.values()), f"{figures[f'{size}']:.2f}"]
        )
    head = ["paragraphs", "embedding", "one Chroma query", "ours", "ours ÷ (embedding + query)"]
    table("Retrieval p50, ms, in turns", head, rows)
    return figures
