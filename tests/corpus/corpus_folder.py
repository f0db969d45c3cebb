"""A folder of articles in the making, and what tests ask about a loaded one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from porteparole.corpus.article import Article, Corpus, LeftOut, RefusedFile
from porteparole.corpus.loader import load_corpus


class Folder:
    """A folder of articles in the making; ``load`` reads it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def put(self, name: str, content: str | bytes) -> Path:
        """Write a file, with the folders above it."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def load(self, *, translations: bool = True, max_bytes: int = 20_000_000) -> Corpus:
        """Load the whole folder."""
        return load_corpus([self.path], translations=translations, max_bytes=max_bytes)

    def only_article(self) -> Article:
        """Load the folder, in which nothing but one article must be."""
        corpus = self.load()
        assert corpus.refused == ()
        (article,) = corpus.articles
        return article


def texts_of(article: Article) -> list[str]:
    """Return the paragraphs' texts."""
    return [paragraph.text for paragraph in article.paragraphs]


def keys(files: Sequence[RefusedFile | LeftOut]) -> list[str]:
    """Return the keys of the reasons."""
    return [file.reason.key for file in files]
