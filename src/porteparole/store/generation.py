"""One complete indexed state of the corpus: built beside the one that answers, then swapped in."""

from __future__ import annotations

import json
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from porteparole.corpus.article import Article, Corpus
from porteparole.statements.reader import read_statements
from porteparole.statements.statement import Statement
from porteparole.store.carried import Carried
from porteparole.store.catalogue import Catalogue, passages
from porteparole.store.catalogue_writing import CATALOGUE, write_catalogue
from porteparole.store.identity import FORMAT, identity, reading_version
from porteparole.store.lexical import LEXICAL, LexicalIndex, is_stale, write_lexical
from porteparole.store.matrix import MATRIX_FILES, VectorMatrix, write_matrix, written_vectors

if TYPE_CHECKING:
    from porteparole.embedding.weights import Floats
    from porteparole.store.shared import SharedGenerations
    from porteparole.store.vectors import VectorStore

_UNFINISHED = ".unfinished"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a finished generation says of itself; written last, so that a half-built one has none."""

    generation: str
    paragraphs: int
    articles: int
    collection: str | None
    """The Chroma collection that holds its vectors; None when it was built without an embedder."""
    format: int
    reading: str
    """Tells the code that read its articles (see :func:`porteparole.store.identity.reading_version`)."""
    made: str
    """When, as an ISO time in UTC."""

    @property
    def made_at(self) -> datetime:
        """When it was made."""
        return datetime.fromisoformat(self.made)


class Generation:
    """Reads a finished generation; may be used from any thread."""

    def __init__(self, folder: Path) -> None:
        self.manifest = _read_manifest(folder)
        self.catalogue = Catalogue(folder / CATALOGUE)
        self.lexical = LexicalIndex(folder / LEXICAL)
        self.vectors = VectorMatrix(folder) if self.manifest.collection else None

    @property
    def id(self) -> str:
        """The generation's id, from its content."""
        return self.manifest.generation

    def fault(self) -> str | None:
        """Return what keeps it from answering soundly, or None: counts, citations, vectors."""
        if not len(self.catalogue) == len(self.lexical) == self.manifest.paragraphs:
            return "the catalogue or the lexical index does not hold every paragraph"
        fault = self.catalogue.faults() or (self.vectors.fault() if self.vectors else None)
        if fault is None and self.vectors and len(self.vectors) != self.catalogue.texts():
            fault = "there is not a vector for every text"
        return fault

    def close(self) -> None:
        """Close its files."""
        self.catalogue.close()


class Generations:
    """The generations in a data folder. Which one answers is the state database's business."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "generations"

    def manifest(self, name: str) -> Manifest | None:
        """Return what a generation says of itself; None where it is not here, or cannot be read any more."""
        try:
            manifest = _read_manifest(self._folder / name)
        except (OSError, ValueError, TypeError):
            return None
        return manifest if manifest.format == FORMAT else None

    def is_read_alike(self, name: str) -> bool:
        """Say whether the articles of a generation were read by the code that reads them now."""
        manifest = self.manifest(name)
        return manifest is not None and manifest.reading == reading_version()

    def open(self, name: str) -> Generation:
        """Open a generation.

        Raises:
            OSError, ValueError, sqlite3.Error: its files are gone or damaged.
        """
        return Generation(self._folder / name)

    def corpus(self, name: str) -> Corpus:
        """Return the corpus of a generation."""
        catalogue = Catalogue(self._folder / name / CATALOGUE)
        try:
            return catalogue.corpus()
        finally:
            catalogue.close()

    def vectors(self, name: str, corpus: Corpus) -> Mapping[str, Floats]:
        """Return the vectors that a generation has of its corpus, by content id."""
        return written_vectors(self._folder / name, corpus)

    def build(
        self, corpus: Corpus, store: VectorStore | None, progress: Callable[[str, int, int], None]
    ) -> Generation:
        """Make the generation of a corpus, with its vectors, and open it; nothing is made that is there."""
        embed(passages(corpus), store, progress)
        collection, vectors = (store.name, store.vectors) if store else (None, None)
        name = identity(corpus, collection)
        self.put(name, self.write(name, corpus, collection, vectors, progress))
        return self.open(name)

    def write(
        self,
        name: str,
        corpus: Corpus,
        collection: str | None,
        vectors: Callable[[Sequence[str]], Mapping[str, Floats]] | None,
        progress: Callable[[str, int, int], None],
        earlier: tuple[str, Corpus] | None = None,
    ) -> str | None:
        """Write the files of a corpus' generation into a folder of their own, for :meth:`put`.

        Stopped anywhere, nothing that counts was done, and the next attempt starts clean.

        Args:
            name: its id (see :func:`porteparole.store.identity.identity`).
            corpus: what to write.
            collection: the name of the collection that its vectors come from; None without an embedder.
            vectors: returns vectors by content id.
            progress: told how far it is.
            earlier: a generation and its corpus; what did not change is taken from there.

        Returns:
            The name of the folder; None where the generation is here already.

        Raises:
            KeyError: a text has no vector.
            OSError: the files could not be written.
        """
        if self.manifest(name):
            return None
        # No other process writes there, not even one that somebody who was killed had begun.
        unfinished = self._folder / f"{name}-{os.getpid()}{_UNFINISHED}"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        carried = None
        if earlier and self.is_read_alike(earlier[0]):
            carried = Carried(self._folder / earlier[0], earlier[1], corpus)
        read = _statements(carried.new if carried else corpus.articles, progress)
        progress("indexing", 0, 1)
        write_catalogue(unfinished / CATALOGUE, corpus, read, carried)
        if carried and is_stale(carried.folder / LEXICAL):
            carried, read = None, _all_statements(unfinished / CATALOGUE)
        write_lexical(unfinished / LEXICAL, corpus, read, carried)
        if vectors:
            write_matrix(unfinished, corpus, vectors)
        progress("indexing", 1, 1)
        made = datetime.now(UTC).isoformat()
        count = len(corpus.paragraphs), len(corpus.articles)
        manifest = Manifest(name, *count, collection, FORMAT, reading_version(), made)
        _write_manifest(unfinished / "manifest.json", manifest)
        return unfinished.name

    def put(self, name: str, written: str | None) -> None:
        """Put a generation in its place; from now on it is here.

        Args:
            name: its id.
            written: the folder that :meth:`write` named; None where there is nothing to do.

        Raises:
            OSError: it could not be done.
        """
        if written:
            shutil.rmtree(self._folder / name, ignore_errors=True)
            (self._folder / written).rename(self._folder / name)

    def receive(
        self,
        name: str,
        fetch: Callable[[Path], None],
        vectors: Callable[[Corpus], Callable[[Sequence[str]], Mapping[str, Floats]]],
    ) -> None:
        """Put a generation beside the others whose files but the vectors come from elsewhere.

        Args:
            name: its id.
            fetch: writes its files into a new folder.
            vectors: gives for its corpus what returns vectors by content id.

        Raises:
            KeyError: a text has no vector.
            OSError: the files could not be written.
        """
        folder, unfinished = self._folder / name, self._folder / f"{name}{_UNFINISHED}"
        if self.manifest(name):
            return
        for leftover in (folder, unfinished):
            shutil.rmtree(leftover, ignore_errors=True)
        fetch(unfinished)
        corpus = self.corpus(unfinished.name)
        write_matrix(unfinished, corpus, vectors(corpus))
        unfinished.rename(folder)

    def publish(self, name: str, shared: SharedGenerations) -> None:
        """Share a generation with the other bots on a server; its vectors are there already."""
        shared.publish(self._folder / name, reading_version(), MATRIX_FILES)

    def discard(self, kept: Collection[str], store: VectorStore | None) -> None:
        """Delete every generation but ``kept``, what is half-built, and vectors that none of them needs."""
        if not self._folder.is_dir():
            return
        gone = [folder for folder in self._folder.iterdir() if folder.name not in kept]
        # Of a server's vectors only those go that this bot's own generations had: others may need the rest.
        ours = {i for folder in gone if self.manifest(folder.name) for i in self._vector_ids(folder.name)}
        for folder in gone:
            shutil.rmtree(folder, ignore_errors=True)
        if store:
            needed = {i for name in kept if self.manifest(name) for i in self._vector_ids(name)}
            store.drop([i for i in (ours if store.server else store.ids()) if i not in needed])

    def _vector_ids(self, name: str) -> list[str]:
        catalogue = Catalogue(self._folder / name / CATALOGUE)
        try:
            return catalogue.vector_ids()
        finally:
            catalogue.close()


def _statements(
    articles: Sequence[Article], progress: Callable[[str, int, int], None]
) -> dict[str, list[Statement]]:
    """Read the statements of articles; return them by paragraph id."""
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for position, article in enumerate(articles, 1):
        for statement in read_statements(article):
            found[statement.paragraph_id].append(statement)
        progress("statements", position, len(articles))
    return found


def _all_statements(catalogue: Path) -> dict[str, list[Statement]]:
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    opened = Catalogue(catalogue)
    try:
        for _, statement in opened.all_statements():
            found[statement.paragraph_id].append(statement)
    finally:
        opened.close()
    return found


def embed(
    texts: Mapping[str, str], store: VectorStore | None, progress: Callable[[str, int, int], None]
) -> int:
    """Make the vectors that are missing of texts by content id; return how many were."""
    missing = store.missing(list(texts)) if store and texts else []
    if store and missing:
        store.add({i: texts[i] for i in missing}, lambda done, total: progress("embedding", done, total))
    return len(missing)


def _read_manifest(folder: Path) -> Manifest:
    return Manifest(**cast("dict[str, Any]", json.loads((folder / "manifest.json").read_text("utf-8"))))


def _write_manifest(path: Path, manifest: Manifest) -> None:
    with path.open("w", encoding="utf-8") as file:
        json.dump(asdict(manifest), file)
        file.flush()
        os.fsync(file.fileno())
