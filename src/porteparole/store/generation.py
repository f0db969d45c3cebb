"""One complete indexed state of the corpus: built beside the one that answers, then swapped in."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from porteparole.corpus.article import Corpus
from porteparole.statements.reader import read_statements
from porteparole.store.catalogue import Catalogue, passages, write_catalogue
from porteparole.store.lexical import LexicalIndex, write_lexical
from porteparole.store.matrix import VectorMatrix, write_matrix
from porteparole.store.vectors import VectorStore

# Raised whenever what a generation's files hold, or how they are made from the articles, changes.
_FORMAT = 2
_KEPT = 3


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a finished generation says of itself; written last, so that a half-built one has none."""

    generation: str
    paragraphs: int
    articles: int
    collection: str | None
    """The Chroma collection that holds its vectors; None when it was built without an embedder."""
    sources: str
    """Signature of the files it was read from (see :func:`signature`)."""


class Generation:
    """Reads a finished generation; may be used from any thread."""

    def __init__(self, folder: Path) -> None:
        self.manifest = _read_manifest(folder)
        self.catalogue = Catalogue(folder / "catalogue.sqlite")
        self.lexical = LexicalIndex(folder / "lexical")
        self.vectors = VectorMatrix(folder) if self.manifest.collection else None

    @property
    def id(self) -> str:
        """The generation's id, from its content."""
        return self.manifest.generation

    def close(self) -> None:
        """Close its files."""
        self.catalogue.close()


class Generations:
    """The generations kept in a data folder, and the pointer to the one that answers."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "generations"
        self._pointer = data_dir / "generation.json"

    def current(self, vectors: VectorStore | None, sources: str) -> Generation | None:
        """Open the generation that answers, if it was made of just these sources by this embedder."""
        try:
            name = str(json.loads(self._pointer.read_text(encoding="utf-8"))["current"])
            manifest = _read_manifest(self._folder / name)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if manifest.sources != sources or manifest.collection != (vectors.name if vectors else None):
            return None
        return Generation(self._folder / name)

    def build(
        self,
        corpus: Corpus,
        sources: str,
        vectors: VectorStore | None,
        progress: Callable[[str, int, int], None],
    ) -> Generation:
        """Build the generation of ``corpus``, check it, and make it the one that answers.

        Vectors that earlier generations made are used again. Stopped anywhere, the old generation answers
        and the next attempt starts clean.

        Raises:
            KeyError: a text has no vector after it was written; the old generation stays.
            RuntimeError: the finished generation does not hold what it should; the old one stays.
        """
        name = _identity(corpus, vectors)
        folder, unfinished = self._folder / name, self._folder / f"{name}.unfinished"
        if (folder / "manifest.json").exists():
            _write(folder / "manifest.json", {**asdict(_read_manifest(folder)), "sources": sources})
            return self._answer_from(folder, vectors)
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        if vectors:
            texts = passages(corpus)
            missing = vectors.missing(list(texts))
            vectors.add(
                {i: texts[i] for i in missing}, lambda done, total: progress("embedding", done, total)
            )
            write_matrix(unfinished, corpus, vectors.vectors)
        statements = {p.id: list[Any]() for p in corpus.paragraphs}
        for position, article in enumerate(corpus.articles, 1):
            for statement in read_statements(article):
                statements[statement.paragraph_id].append(statement)
            progress("reading", position, len(corpus.articles))
        write_catalogue(unfinished / "catalogue.sqlite", corpus, statements)
        write_lexical(unfinished / "lexical", corpus, statements)
        manifest = Manifest(
            name, len(corpus.paragraphs), len(corpus.articles), vectors.name if vectors else None, sources
        )
        _write(unfinished / "manifest.json", asdict(manifest))
        unfinished.rename(folder)
        return self._answer_from(folder, vectors)

    def _answer_from(self, folder: Path, vectors: VectorStore | None) -> Generation:
        generation = Generation(folder)
        if len(generation.catalogue) != generation.manifest.paragraphs:
            raise RuntimeError("the catalogue does not hold every paragraph")
        _write(self._pointer, {"current": folder.name})
        self._discard_old(folder, vectors)
        return generation

    def _discard_old(self, current: Path, vectors: VectorStore | None) -> None:
        finished = sorted(
            (manifest.parent for manifest in self._folder.glob("*/manifest.json")),
            key=lambda folder: (folder == current, (folder / "manifest.json").stat().st_mtime_ns),
        )
        kept = finished[-_KEPT:]
        for folder in self._folder.iterdir():
            if folder not in kept:
                shutil.rmtree(folder, ignore_errors=True)
        if vectors:
            needed = {i for folder in kept for i in _vector_ids(folder)}
            vectors.drop([i for i in vectors.ids() if i not in needed])


def signature(files: Iterable[Path], **options: object) -> str:
    """Return what tells whether files changed since they were read, without reading them.

    Args:
        files: folders or files that articles are read from.
        options: what else decides what is read from them.
    """
    stats = [
        (str(file.resolve()), file.stat().st_size, file.stat().st_mtime_ns)
        for source in files
        for file in ([source] if source.is_file() else sorted(p for p in source.rglob("*") if p.is_file()))
    ]
    return hashlib.sha256(json.dumps([_FORMAT, stats, options], sort_keys=True).encode()).hexdigest()


def _identity(corpus: Corpus, vectors: VectorStore | None) -> str:
    digest = hashlib.sha256(json.dumps([_FORMAT, vectors.name if vectors else None]).encode())
    for article in corpus.articles:
        digest.update(repr(article).encode("utf-8", "surrogatepass"))
    digest.update(repr((corpus.refused, corpus.mended)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]


def _vector_ids(folder: Path) -> list[str]:
    catalogue = Catalogue(folder / "catalogue.sqlite")
    try:
        return catalogue.vector_ids()
    finally:
        catalogue.close()


def _read_manifest(folder: Path) -> Manifest:
    return Manifest(**cast("dict[str, Any]", json.loads((folder / "manifest.json").read_text("utf-8"))))


def _write(path: Path, content: object) -> None:
    temporary = path.with_suffix(".tmp")
    with temporary.open("w", encoding="utf-8") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
