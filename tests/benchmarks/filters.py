"""What a filter costs: the same search with and without one, in turns."""

from __future__ import annotations

import statistics
import time
from datetime import date

from porteparole.answering.question import clean, read_question
from porteparole.retrieval.retriever import HybridSearch, Query
from porteparole.store.filter import Filter
from porteparole.store.generation import Generation
from tests.benchmarks.retrieval import generation
from tests.benchmarks.stores import FIRST_YEAR, MOST, YEARS, Stores
from tests.benchmarks.tables import milliseconds, table

_K = 10
_TIMED = 100


def filters_table(stores: Stores) -> dict[str, float]:
    """Print the latency of each filter at 100,000 paragraphs; return that of the slowest against none."""
    opened = generation(stores, MOST)
    search = HybridSearch(opened, stores.embedder)
    catalogue = opened.catalogue
    speakers: dict[str, int] = {}
    for _, statement in catalogue.all_statements():
        if statement.speaker:
            speakers[statement.speaker] = speakers.get(statement.speaker, 0) + 1
    articles = [article.id for article in catalogue.corpus().articles]
    wanted = {
        "none": Filter(),
        "one article": Filter(frozenset(articles[:1])),
        "100 articles": Filter(frozenset(articles[::10][:100])),
        "one speaker": Filter(speakers=frozenset([max(speakers, key=lambda name: speakers[name])])),
        "language": Filter(language="fr"),
        "one year": Filter(since=date(FIRST_YEAR + 3, 1, 1), until=date(FIRST_YEAR + 3, 12, 31)),
        "all but one year": Filter(since=date(FIRST_YEAR + 1, 1, 1)),
        "language and half of the years": Filter(language="fr", since=date(FIRST_YEAR + YEARS // 2, 1, 1)),
    }
    seconds: dict[str, list[float]] = {name: [] for name in wanted}
    found: dict[str, int] = dict.fromkeys(wanted, 0)
    for number, question in enumerate(stores.questions[:: len(stores.questions) // _TIMED]):
        read = read_question(clean(question.text), "fr")
        terms = {word: term.weight for term in read.terms for word in term.folded.split()}
        for name, passing in wanted.items():
            begun = time.perf_counter()
            candidates = search.search(Query(read.text, "fr", terms, filter=passing), _K).candidates
            if number:  # the first one opens files
                seconds[name].append(time.perf_counter() - begun)
            found[name] += len(candidates)
    p50 = {name: statistics.median(listed) for name, listed in seconds.items()}
    rows = [
        [
            name,
            f"{_passed(opened, passing):,}",
            milliseconds(p50[name]),
            f"{p50[name] / p50['none']:.2f}",
            f"{found[name]:,}",
        ]
        for name, passing in wanted.items()
    ]
    head = ["filter", "paragraphs that pass", "p50, ms", "÷ none", "found in all"]
    table(f"Retrieval with filters, {MOST:,} paragraphs, question embedded each time", head, rows)
    return {"filters": max(p50.values()) / p50["none"]}


def _passed(opened: Generation, passing: Filter) -> int:
    catalogue, vectors = opened.catalogue, opened.vectors
    assert vectors
    positions = catalogue.article_positions(passing.articles), catalogue.spoken_positions(passing.speakers)
    return int(vectors.passing(passing, *positions).sum())
