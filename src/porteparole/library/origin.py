"""Where a corpus is read from, and how."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from porteparole.corpus.article import Article, Corpus, content_id
from porteparole.state.entries import Removal
from porteparole.store.identity import reading_version


@dataclass(frozen=True, slots=True)
class Origin:
    """The sources of a corpus.

    Attributes:
        sources: the operator's folders and files; nothing is ever written there.
        added: the folder of what moderators added, in the data folder.
        translations: whether parallel files are read.
        max_bytes: of a file.
        machine_translations: whether translations by a model stand where the editors made none.
    """

    sources: tuple[Path, ...]
    added: Path
    translations: bool
    max_bytes: int
    machine_translations: bool = False

    def key(self) -> str:
        """Return what tells these sources from others, whatever is in them."""
        read = [self.translations, self.max_bytes, *([True] if self.machine_translations else [])]
        return _digest([str(source.resolve()) for source in self.sources], *read)

    def signature(self, removals: Iterable[Removal]) -> str:
        """Return what tells whether anything changed since it was read, without reading it."""
        stats = [
            (str(file), stat.st_size, stat.st_mtime_ns)
            for source in (*self.sources, self.added)
            for file in ([source] if source.is_file() else sorted(source.rglob("*")))
            if file.is_file()
            for stat in [file.stat()]
        ]
        removed = [(removal.article, removal.digest) for removal in removals]
        return _digest(self.key(), stats, removed, reading_version())

    def read(
        self,
        removals: Iterable[Removal],
        progress: Callable[[str, int, int], None],
        wanted: str = "",
        known: Mapping[str, Article] | None = None,
    ) -> Corpus:
        """Read the articles, without those that were removed, unless their source begins with ``wanted``.

        Those that are ``known`` (see :func:`porteparole.corpus.again.by_reading`) are taken as they were.

        Raises:
            PorteParoleError: a source is not there.
        """
        # Whoever only asks reads no articles.
        from porteparole.corpus.loader import load_corpus

        removals = list(removals)

        def removed(article: Article) -> bool:
            again = wanted and article.source.startswith(wanted)
            return not again and any(is_meant(removal, article) for removal in removals)

        return load_corpus(
            self.sources,
            translations=self.translations,
            max_bytes=self.max_bytes,
            progress=progress,
            added=self.added,
            without=removed if removals else None,
            known=known,
        )


def is_meant(removal: Removal, article: Article) -> bool:
    """Say whether a removal is of this article, under its name or with its text."""
    return removal.article == article.id or removal.digest == text_digest(article)


def text_digest(article: Article) -> str:
    """Return what tells an article by its text, whatever it is called."""
    return _digest([content_id(paragraph.text) for paragraph in article.paragraphs])


def _digest(*values: object) -> str:
    return hashlib.sha256(json.dumps(values).encode("utf-8", "surrogatepass")).hexdigest()
