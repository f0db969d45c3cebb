"""Opens the summaries of a generation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from porteparole.answering.similarity import Meanings
from porteparole.lookup.lookup import Lookup
from porteparole.store.generation import Generation
from porteparole.summaries.summariser import Summariser
from porteparole.texts import Texts

if TYPE_CHECKING:
    from porteparole.embedding.embedder import Embedder
    from porteparole.embedding.kept import KeptVectors


def open_summaries(
    generation: Generation,
    lookup: Lookup,
    embeddings: Embedder | None,
    stored: KeptVectors | None = None,
) -> Summariser:
    """Return what summarises a generation; without an embedder, by its words alone."""
    meanings = Meanings(embeddings, stored)
    return Summariser(generation.catalogue, lookup, meanings, Texts(), generation.id)
