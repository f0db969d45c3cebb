"""Likeness of meaning: of sentences to a question, and of words to words, across the two languages."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from cachetools import LRUCache

from porteparole.language import LANGUAGES, Language
from porteparole.shipped import packaged_toml
from porteparole.text.lexicon import all_function_words
from porteparole.text.terms import words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from porteparole.embedding.embedder import Embedder, Kind
    from porteparole.embedding.kept import KeptVectors

_KEPT = 20_000
# Cosines of single words in multilingual-e5-small: as questions, unrelated
# words stand at .85 (95 % below .88), words and their translations at .91 (75 % above .88).
_UNRELATED = 0.87
_SAME_MEANING = 0.95
_SHORTEST = 3


class Meanings:
    """Vectors of sentences and words, kept for the next question; may be used from any thread.

    Args:
        embeddings: the embedder; None where there is none.
        stored: keeps the vectors of articles' sentences and words for the next start as well.
    """

    def __init__(self, embeddings: Embedder | None, stored: KeptVectors | None = None) -> None:
        self._embeddings = embeddings
        self._stored = stored
        self._kept: LRUCache[tuple[Kind, str], NDArray[np.float32]] = LRUCache(_KEPT)
        self._lock = threading.Lock()

    def similarities(
        self, vector: Sequence[float] | None, texts: Sequence[tuple[str, Language]]
    ) -> list[float | None]:
        """Return by how much the cosine of each text to ``vector`` exceeds that of unrelated text.

        Cosines of this family of models lie close together, at a height that depends on the languages; what
        counts is the distance to sentences of the same language on other things.

        Args:
            vector: of the question; None without an embedder.
            texts: each with its language.

        Returns:
            A number for each text, about 0 for an unrelated one; None without an embedder.
        """
        if vector is None or self._embeddings is None:
            return [None] * len(texts)
        unrelated = {language: _background(language) for language in LANGUAGES}
        known = self._vectors([*(t for t, _ in texts), *unrelated["fr"], *unrelated["en"]], "passage")
        question = _unit(np.asarray(vector, dtype=np.float32))
        level = {
            language: float(np.mean([known[text] @ question for text in listed]))
            for language, listed in unrelated.items()
        }
        return [float(known[text] @ question) - level[language] for text, language in texts]

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32] | None:
        """Return the vectors of sentences of articles, of length 1, in rows; None without an embedder."""
        if self._embeddings is None or not texts:
            return None
        known = self._vectors(texts, "passage")
        return np.stack([known[text] for text in texts])

    def kinship(self, asked: Iterable[str], texts: Iterable[str]) -> Mapping[str, Mapping[str, float]]:
        """Return for each folded word of ``asked`` the folded words of ``texts`` that mean the like, 0–1.

        Empty without an embedder. Only content words of the texts are compared.
        """
        asked = list(asked)
        idle = all_function_words()
        forms = {
            word.folded: word.text.lower()
            for text in texts
            for word in words(text)
            if len(word.folded) >= _SHORTEST and word.folded not in idle and not word.folded.isdigit()
        }
        if self._embeddings is None or not asked or not forms:
            return {}
        known = self._vectors(list(forms.values()), "query")
        known = {**known, **self._vectors([word for word in asked if word not in known], "query", keep=False)}
        matrix = np.stack([known[form] for form in forms.values()])
        kin: dict[str, Mapping[str, float]] = {}
        for word in asked:
            strengths = np.clip((matrix @ known[word] - _UNRELATED) / (_SAME_MEANING - _UNRELATED), 0.0, 1.0)
            kin[word] = {form: float(s) for form, s in zip(forms, strengths, strict=True) if s > 0}
        return kin

    def _vectors(
        self, texts: Sequence[str], kind: Kind, *, keep: bool = True
    ) -> dict[str, NDArray[np.float32]]:
        assert self._embeddings is not None
        with self._lock:
            known = {text: self._kept[kind, text] for text in texts if (kind, text) in self._kept}
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if not missing:
            return known
        stored = self._stored if keep else None
        new = stored.get(missing, kind) if stored else {}
        if missing := [text for text in missing if text not in new]:
            vectors = _unit(np.asarray(self._embeddings.embed(missing, kind), dtype=np.float32))
            made = dict(zip(missing, vectors, strict=True))
            if stored:
                stored.put(made, kind)
            new.update(made)
        with self._lock:
            self._kept.update(((kind, text), vector) for text, vector in new.items())
        return known | new


@cache
def _background(language: Language) -> tuple[str, ...]:
    listed = packaged_toml("porteparole.answering", "background.toml")
    return tuple(listed[language])


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-12)
