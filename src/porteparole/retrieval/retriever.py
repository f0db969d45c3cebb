"""Question to ranked paragraphs: dense and lexical search, fused by the question's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from porteparole.corpus.article import Article, Paragraph
from porteparole.language import Language
from porteparole.store.filter import Filter

if TYPE_CHECKING:
    from porteparole.embedding.embedder import Embedder
    from porteparole.store.generation import Generation

# Measured (see the README): about even in French; in English, whose words a French text does not have, dense
# search counts more.
DENSE_SHARE: dict[Language, float] = {"fr": 0.5, "en": 0.7}
_OWN_SHARE = 0.6
_POOL = 60


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    Attributes:
        text: for dense search.
        background: what the text leans on, for dense search as well; empty where it stands alone.
        language: of the question.
        terms: folded words for lexical search, with their weights.
        filter: which paragraphs may be found at all.
    """

    text: str
    language: Language
    terms: Mapping[str, float]
    background: str = ""
    filter: Filter = field(default_factory=Filter)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that was found.

    Attributes:
        article: its article.
        paragraph: the paragraph.
        score: fused, 0–1, higher is better.
        dense: cosine similarity to the question, of the text or its translation; None where not found so.
        lexical: BM25 score; 0 where not found so.
    """

    article: Article
    paragraph: Paragraph
    score: float
    dense: float | None
    lexical: float


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates, best first, and the question's vector (None without an embedder)."""

    candidates: tuple[Candidate, ...]
    vector: Sequence[float] | None = field(default=None, repr=False)


class HybridSearch:
    """Searches one generation; may be used from any thread.

    Args:
        generation: what is searched.
        embeddings: the embedder it was built with; None for lexical search alone.
    """

    def __init__(self, generation: Generation, embeddings: Embedder | None) -> None:
        self._generation = generation
        self._embeddings = embeddings if generation.vectors else None

    def search(self, query: Query, k: int) -> Found:
        """Return at most ``k`` paragraphs, best first."""
        pool = max(_POOL, 2 * k)
        vector = self._vector(query)
        dense = self._dense(vector, pool, query.filter) if vector else {}
        lexical = dict(self._generation.lexical.search(query.terms, query.language, pool, query.filter))
        fused = fuse(dense, lexical, DENSE_SHARE[query.language])
        best = sorted(fused, key=lambda i: (-fused[i], i))[:k]
        catalogue = self._generation.catalogue
        candidates = tuple(
            Candidate(catalogue.article(p.article_id), p, fused[i], dense.get(i), lexical.get(i, 0.0))
            for i, p in catalogue.paragraphs(best).items()
        )
        return Found(candidates, vector)

    def _vector(self, query: Query) -> list[float] | None:
        if self._embeddings is None:
            return None
        own = self._embeddings.embed_query(query.text)
        if not query.background:
            return own
        behind = self._embeddings.embed_query(query.background)
        return [_OWN_SHARE * a + (1 - _OWN_SHARE) * b for a, b in zip(own, behind, strict=True)]

    def _dense(self, vector: list[float], wanted: int, passing: Filter) -> dict[str, float]:
        vectors, catalogue = self._generation.vectors, self._generation.catalogue
        assert vectors is not None
        kept = None
        if passing:
            articles = catalogue.article_positions(passing.articles)
            kept = vectors.passing(passing, articles, catalogue.spoken_positions(passing.speakers))
        nearest = vectors.nearest(vector, wanted, kept)
        ids = catalogue.ids([position for position, _ in nearest])
        return {ids[position]: similarity for position, similarity in nearest}


def fuse(dense: Mapping[str, float], lexical: Mapping[str, float], share: float) -> dict[str, float]:
    """Return the fused score, 0–1, of every id in either list.

    Each list is scaled to its own best and worst; what one list lacks counts as its worst there.
    """
    parts = ((_scaled(dense), share), (_scaled(lexical, worst=0.0), 1.0 - share))
    total = sum(weight for part, weight in parts if part) or 1.0
    return {i: sum(part.get(i, 0.0) * weight for part, weight in parts) / total for i in {*dense, *lexical}}


def _scaled(scores: Mapping[str, float], worst: float | None = None) -> dict[str, float]:
    if not scores:
        return {}
    best, worst = max(scores.values()), min(scores.values()) if worst is None else worst
    return {i: (score - worst) / (best - worst) if best > worst else 1.0 for i, score in scores.items()}
