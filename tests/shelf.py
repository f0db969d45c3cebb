"""The real lookup over hand-made articles, without an embedder: its words alone find a topic."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from porteparole.corpus.article import Corpus
from porteparole.lookup.lookup import Lookup
from porteparole.lookup.opening import open_lookup
from porteparole.store.generation import Generation, Generations
from porteparole.summaries.opening import open_summaries
from porteparole.summaries.summariser import Summariser


class Shelf:
    """A generation of ``corpus`` in a folder of its own, as long as this object lives."""

    def __init__(self, corpus: Corpus) -> None:
        self._folder = TemporaryDirectory()
        self.generation: Generation = Generations(Path(self._folder.name)).build(
            corpus, None, lambda stage, done, total: None
        )
        self.lookup: Lookup = open_lookup(self.generation, None)
        self.summaries: Summariser = open_summaries(self.generation, self.lookup, None)
