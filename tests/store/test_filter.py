"""A filter finds just what is left when everything is found and the rest is struck out by hand."""

from dataclasses import replace
from datetime import date
from itertools import cycle
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porteparole.corpus.article import Article, Corpus, Paragraph
from porteparole.language import LANGUAGES
from porteparole.statements.statement import Statement
from porteparole.store.catalogue import Catalogue
from porteparole.store.catalogue_writing import write_catalogue
from porteparole.store.filter import Filter
from porteparole.store.lexical import LexicalIndex, write_lexical
from porteparole.store.matrix import VectorMatrix, write_matrix
from porteparole.text.terms import fold
from tests.conftest import article

_SPEAKERS = ("Zoé Durand", "Guo Jiakun", "Paul Renard", None)
_DATES = ("2025-02-11", "2025-02", "2025", None, "2024-12-31", "2025-03-01", "not a date")
_DIMENSION = 8
_EVERY = 1_000


class Store(NamedTuple):
    corpus: Corpus
    statements: dict[str, list[Statement]]
    catalogue: Catalogue
    lexical: LexicalIndex
    matrix: VectorMatrix


def _article(number: int, published: str | None) -> Article:
    texts = [f"Le port numéro {number} reste fermé, note {n}." for n in range(1 + number % 4)]
    made = article(f"a{number}", texts, language=LANGUAGES[number % 3 % 2], title=f"Port {number}")
    return replace(made, published=published)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("store")
    corpus = Corpus(tuple(_article(n, published) for n, published in zip(range(30), cycle(_DATES))))
    statements = {
        p.id: [Statement(p.id, 0, 7, "direct", "dit", speaker)]
        for p, speaker in zip(corpus.paragraphs, cycle(_SPEAKERS))
    }
    write_catalogue(folder / "catalogue.sqlite", corpus, statements)
    write_lexical(folder / "lexical", corpus, statements)
    chance = np.random.default_rng(3)
    write_matrix(
        folder, corpus, lambda ids: {i: chance.normal(size=_DIMENSION).astype(np.float32) for i in ids}
    )
    return Store(
        corpus,
        statements,
        Catalogue(folder / "catalogue.sqlite"),
        LexicalIndex(folder / "lexical"),
        VectorMatrix(folder),
    )


def _period(published: str | None) -> tuple[str, str] | None:
    """Return the first and last day as text, by hand."""
    if published is None or published == "not a date":
        return None
    return (
        (f"{published}-01-01"[:10], f"{published}-12-31"[:10])
        if len(published) == 4
        else ((f"{published}-01", f"{published}-31") if len(published) == 7 else (published, published))
    )


def _passes(wanted: Filter, written: Article, paragraph: Paragraph, store: Store) -> bool:
    period = _period(written.published)
    spoken = {fold(s.speaker) for s in store.statements[paragraph.id] if s.speaker}
    return (
        (not wanted.articles or written.id in wanted.articles)
        and (not wanted.speakers or bool(spoken & {fold(name) for name in wanted.speakers}))
        and (not wanted.language or written.language == wanted.language)
        and (not wanted.since or (period is not None and period[1] >= wanted.since.isoformat()))
        and (not wanted.until or (period is not None and period[0] <= wanted.until.isoformat()))
    )


_days = st.none() | st.dates(date(2024, 12, 1), date(2025, 4, 1))
_filters = st.builds(
    Filter,
    articles=st.frozensets(st.sampled_from([f"a{n}" for n in range(32)]), max_size=3),
    speakers=st.frozensets(st.sampled_from(["zoe DURAND", "Guo Jiakun", "Nobody"]), max_size=2),
    language=st.none() | st.sampled_from(LANGUAGES),
    since=_days,
    until=_days,
)


@settings(max_examples=150, deadline=None)
@given(wanted=_filters)
def test_both_searches_find_what_striking_out_by_hand_leaves(store: Store, wanted: Filter) -> None:
    by_id = {p.id: (a, p) for a in store.corpus.articles for p in a.paragraphs}
    passing = {i for i, (a, p) in by_id.items() if _passes(wanted, a, p, store)}

    terms = {"port": 1.0, "numero": 0.5, "7": 2.0}
    every = store.lexical.search(terms, "fr", _EVERY)
    assert len(every) == len(by_id)
    found = store.lexical.search(terms, "fr", _EVERY, wanted)
    assert sorted(found) == sorted((i, score) for i, score in every if i in passing)

    asked = [1.0, -1.0] * (_DIMENSION // 2)
    catalogue = store.catalogue
    kept = store.matrix.passing(
        wanted, catalogue.article_positions(wanted.articles), catalogue.spoken_positions(wanted.speakers)
    )
    nearest = store.matrix.nearest(asked, _EVERY, kept)
    ids = catalogue.ids([position for position, _ in nearest])
    everywhere = store.matrix.nearest(asked, _EVERY)
    all_ids = catalogue.ids([position for position, _ in everywhere])
    assert [ids[p] for p, _ in nearest] == [all_ids[p] for p, _ in everywhere if all_ids[p] in passing]


def test_an_article_of_a_month_may_be_of_any_of_its_days(store: Store) -> None:
    february = [a.id for a in store.corpus.articles if a.published == "2025-02"]
    for day, expected in ((date(2025, 2, 1), True), (date(2025, 2, 28), True), (date(2025, 3, 1), False)):
        wanted = Filter(articles=frozenset(february), since=day)
        assert bool(store.lexical.search({"port": 1.0}, "fr", 5, wanted)) is expected
