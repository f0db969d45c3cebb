"""Opens the lookup of a generation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from porteparole.answering.similarity import Meanings
from porteparole.lookup.bearing import Relevance
from porteparole.lookup.lookup import Lookup
from porteparole.retrieval.retriever import HybridSearch
from porteparole.store.generation import Generation

if TYPE_CHECKING:
    from porteparole.embedding.embedder import Embedder
    from porteparole.embedding.kept import KeptVectors


def open_lookup(
    generation: Generation, embeddings: Embedder | None, stored: KeptVectors | None = None
) -> Lookup:
    """Return what looks things up in a generation; without an embedder, by its words alone."""
    meanings = Meanings(embeddings if generation.vectors else None, stored)
    relevance = Relevance(generation.catalogue, HybridSearch(generation, embeddings), meanings)
    return Lookup(generation.catalogue, relevance)
