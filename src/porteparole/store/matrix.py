"""The vectors of one generation in one file: exact search among all of them, or those that pass a filter.

Measured against Chroma's index (see the README): quicker up to 100,000 paragraphs, and it misses nothing;
vectors of other generations cannot come between, and a filter only has to leave rows out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from porteparole.corpus.article import Corpus, content_id
from porteparole.dates import days_meant
from porteparole.language import LANGUAGES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from porteparole.store.filter import Filter

_VECTORS = "vectors.npy"
_ROWS = "rows.npy"
MATRIX_FILES = (_VECTORS, _ROWS)
_BATCH = 4_000
# What each vector belongs to: position of its paragraph and of its article in the catalogue (from 1), number
# of the article's language, first and last day that its date may mean (0 and 0 where it has none).
_ROW = np.dtype(
    [("paragraph", "<i4"), ("article", "<i4"), ("language", "<i1"), ("first", "<i4"), ("last", "<i4")]
)
# A filter that keeps less than this share of the rows is quicker obeyed before the products than after.
_FEW = 0.3


def write_matrix(
    folder: Path, corpus: Corpus, vectors: Callable[[Sequence[str]], Mapping[str, NDArray[np.float32]]]
) -> None:
    """Write the vectors of every paragraph and translation.

    Args:
        folder: an existing folder.
        corpus: whose texts they are.
        vectors: returns vectors by content id.

    Raises:
        KeyError: a text has no vector.
    """
    rows: list[tuple[int, int, int, int, int]] = []
    ids: list[str] = []
    position = 0
    for article_position, article in enumerate(corpus.articles, 1):
        first, last = days_meant(article.published) or (0, 0)
        language = LANGUAGES.index(article.language)
        for paragraph in article.paragraphs:
            position += 1
            for text in (paragraph.text, paragraph.translation):
                if text is not None:
                    rows.append((position, article_position, language, first, last))
                    ids.append(content_id(text))
    np.save(folder / _ROWS, np.array(rows, _ROW))
    if not ids:
        return
    matrix: Any = None
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        found = vectors(list(dict.fromkeys(batch)))
        part = np.array([found[i] for i in batch], np.float32)
        part /= np.maximum(np.linalg.norm(part, axis=1, keepdims=True), 1e-12)
        if matrix is None:
            shape = (len(ids), part.shape[1])
            matrix = np.lib.format.open_memmap(folder / _VECTORS, "w+", np.float32, shape)
        matrix[start : start + len(batch)] = part
    matrix.flush()


def written_vectors(folder: Path, corpus: Corpus) -> dict[str, NDArray[np.float32]]:
    """Return the vectors that :func:`write_matrix` wrote for ``corpus``, by content id."""
    ids = [content_id(t) for p in corpus.paragraphs for t in (p.text, p.translation) if t is not None]
    if not ids:
        return {}
    # Rows of a plain array are made ten times as quickly as those of a mapped one.
    rows: NDArray[np.float32] = np.asarray(np.load(folder / _VECTORS, mmap_mode="r"), np.float32)
    return dict(zip(ids, rows, strict=True))


class VectorMatrix:
    """Reads the vectors of a generation; may be used from any thread."""

    def __init__(self, folder: Path) -> None:
        self._rows: NDArray[Any] = np.load(folder / _ROWS)
        # Read where they lie: the system keeps in memory what is used, and processes share it. (A corpus
        # without text has no such file, and nothing empty can be mapped.)
        mapped = np.load(folder / _VECTORS, mmap_mode="r") if len(self._rows) else np.empty((0, 0))
        self._vectors: NDArray[np.float32] = np.asarray(mapped, np.float32)

    def __len__(self) -> int:
        """Return the number of vectors."""
        return len(self._rows)

    def fault(self) -> str | None:
        """Return what is wrong with the file, or None: each vector stands in its row and can be compared."""
        if len(self._vectors) != len(self):
            return "there is not a vector for every text"
        if len(self) and not np.isfinite(self._vectors.sum(axis=1)).all():
            return "a vector is no vector"
        return None

    def nearest(
        self, vector: Sequence[float], k: int, kept: NDArray[np.bool_] | None = None
    ) -> list[tuple[int, float]]:
        """Return at most ``k`` positions of paragraphs with their cosine similarity (-1 to 1), best first.

        A paragraph is as near as its text or its translation, whichever is nearer.

        Args:
            vector: what the paragraphs should be near to, of any length but 0.
            k: how many.
            kept: a truth value for each row: whether it may be found (see :meth:`passing`).
        """
        if not len(self):
            return []
        asked = np.asarray(vector, np.float32)
        asked = asked / max(float(np.linalg.norm(asked)), 1e-12)
        if kept is None:
            rows, scores = None, self._vectors @ asked
        elif (chosen := np.flatnonzero(kept)).size < _FEW * len(kept):
            rows, scores = chosen, self._vectors[chosen] @ asked
        else:
            rows, scores = chosen, (self._vectors @ asked)[chosen]
        # A paragraph has two rows at most.
        wanted = min(2 * k, len(scores))
        if not wanted:
            return []
        best = np.argpartition(scores, len(scores) - wanted)[len(scores) - wanted :]
        best = best[np.lexsort((best, -scores[best]))]
        paragraphs = self._rows["paragraph"][best if rows is None else rows[best]]
        found: dict[int, float] = {}
        for position, score in zip(paragraphs.tolist(), scores[best].tolist(), strict=True):
            found.setdefault(position, score)
        return list(found.items())[:k]

    def passing(
        self, wanted: Filter, articles: Sequence[int], paragraphs: Sequence[int]
    ) -> NDArray[np.bool_]:
        """Return for each row whether its paragraph passes a filter.

        Args:
            wanted: the filter.
            articles: the positions of its articles, where it names some.
            paragraphs: the positions of the paragraphs with its speakers' statements, where it names some.
        """
        rows = self._rows
        kept = np.ones(len(rows), np.bool_)
        if wanted.articles:
            kept &= np.isin(rows["article"], articles)
        if wanted.speakers:
            kept &= np.isin(rows["paragraph"], paragraphs)
        if wanted.language:
            kept &= rows["language"] == LANGUAGES.index(wanted.language)
        if wanted.since:
            kept &= rows["last"] >= wanted.since.toordinal()
        if wanted.until:
            kept &= (rows["first"] <= wanted.until.toordinal()) & (rows["first"] > 0)
        return kept
