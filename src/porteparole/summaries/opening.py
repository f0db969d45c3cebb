"""Opens the summaries of a generation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from porteparole.answering.similarity import Meanings
from porteparole.lookup.lookup import Lookup
from porteparole.store.generation import Generation
from porteparole.summaries.generative import GenerativeSummaries
from porteparole.summaries.summariser import Summariser
from porteparole.texts import Texts

if TYPE_CHECKING:
    from porteparole.answering.generative.writer import GenerativeWriter
    from porteparole.embedding.embedder import Embedder
    from porteparole.embedding.kept import KeptVectors


def open_summaries(
    generation: Generation,
    lookup: Lookup,
    embeddings: Embedder | None,
    stored: KeptVectors | None = None,
    writer: GenerativeWriter | None = None,
) -> Summariser:
    """Return what summarises a generation; without an embedder, by its words alone.

    With a writer a language model words the summaries.
    """
    meanings, texts = Meanings(embeddings, stored), Texts()
    generative = GenerativeSummaries(writer, generation.catalogue.statements, texts) if writer else None
    return Summariser(generation.catalogue, lookup, meanings, texts, generation.id, generative)
