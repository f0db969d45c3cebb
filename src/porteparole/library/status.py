"""How the corpus stands, read without disturbing what answers."""

from __future__ import annotations

from porteparole.corpus.collected import ADDED
from porteparole.library.builder import Builder
from porteparole.library.report import ArticleName, Kept, Running, Status
from porteparole.notice import PorteParoleError


def read_status(builder: Builder, running: Running | None) -> Status:
    """Return how the corpus stands.

    Raises:
        PorteParoleError: nothing was indexed yet (``library-nothing-yet``).
    """
    swap = builder.standing()
    if swap is None:
        raise PorteParoleError("library-nothing-yet")
    kept = [m for name in builder.kept() if (m := builder.generations.manifest(name))]
    before = builder.before(swap)
    articles = builder.generations.corpus(swap.generation).articles
    return Status(
        swap.generation,
        swap.at,
        len(articles),
        sum(len(article.paragraphs) for article in articles),
        swap.rolled_back,
        _sources_changed(builder, swap.signature),
        [Kept(m.generation, m.made_at, m.articles, m.paragraphs) for m in kept],
        before.generation if before else None,
        [ArticleName(a.id, a.title) for a in articles if a.source.startswith(ADDED)],
        builder.removals.all(),
        running,
    )


def _sources_changed(builder: Builder, signature: str) -> bool | None:
    if not all(source.exists() for source in builder.origin.sources):
        return None
    return builder.origin.signature(builder.removals.all()) != signature
