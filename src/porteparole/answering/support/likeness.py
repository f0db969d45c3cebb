"""How much two words mean the same: itself, a form, a cognate, a translation, or near by the embedder."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from cachetools import LRUCache
from rapidfuzz import fuzz

from porteparole.answering.support.markers import alike, opposite
from porteparole.answering.support.token import Token
from porteparole.language import Language
from porteparole.text.lexicon import common_words, is_word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from porteparole.embedding.embedder import Embedder

_KEPT = 20_000
_BACKGROUND = 200
# Cosines of single words in multilingual-e5-small, the mean of their language's common words taken away, on
# 443 pairs of sentences that translate each other (Tatoeba): unrelated words 95 % below .23.
_UNRELATED = {True: 0.26, False: 0.16}
_SAME = {True: 0.55, False: 0.38}
_FORM = 0.9
_COGNATE = 0.85
_TRANSLATION = 0.95
_SYNONYM = 0.6
_LEAST_BEGINNING = 4
_LONGEST_ENDING = 6
_LEAST_RATIO = 80.0
_LEAST_PREFIX = 5
_SHORTEST = 4
_LEAST_CONSONANTS = 3
_NAME_RATIO = 85.0


class Likeness:
    """Compares words; may be used from any thread.

    Args:
        embeddings: without one, only words themselves, their forms and cognates are told.
    """

    def __init__(self, embeddings: Embedder | None) -> None:
        self._embeddings = embeddings
        self._kept: LRUCache[tuple[Language, str], NDArray[np.float32]] = LRUCache(_KEPT)
        self._means: dict[Language, NDArray[np.float32]] = {}
        self._lock = threading.Lock()

    def strengths(
        self, claim: Sequence[Token], source: Sequence[Token], languages: tuple[Language, Language]
    ) -> NDArray[np.float32]:
        """Return for each word of ``claim`` (rows) and of ``source`` how much they mean the same, 0–1.

        Args:
            claim: its words that tell.
            source: those of the source.
            languages: of the claim and of the source.
        """
        same = languages[0] == languages[1]
        found = np.zeros((len(claim), len(source)), np.float32)
        if not claim or not source:
            return found
        meant = self._cosines(claim, source, languages)
        for i, one in enumerate(claim):
            for j, other in enumerate(source):
                found[i, j] = _by_form(one, other, same=same)
                if found[i, j] == 0.0 and _may_mean_the_same(one, other, languages):
                    found[i, j] = meant[i, j]
        return found

    def phrases(self, claim: str, source: Sequence[str], languages: tuple[Language, Language]) -> float:
        """Return how near the nearest of some phrases comes to one of the claim; unrelated: about 0."""
        if self._embeddings is None or not source:
            return 0.0
        mine = self._vectors([claim.lower()], languages[0])
        theirs = self._vectors([phrase.lower() for phrase in source], languages[1])
        return float((mine @ theirs.T).max())

    def _cosines(
        self, claim: Sequence[Token], source: Sequence[Token], languages: tuple[Language, Language]
    ) -> NDArray[np.float32]:
        if self._embeddings is None:
            return np.zeros((len(claim), len(source)), np.float32)
        rows = self._vectors([t.text.lower() for t in claim], languages[0])
        columns = self._vectors([t.text.lower() for t in source], languages[1])
        same = languages[0] == languages[1]
        low, high = _UNRELATED[same], _SAME[same]
        return np.clip((rows @ columns.T - low) / (high - low), 0.0, 1.0)

    def _vectors(self, listed: Iterable[str], language: Language) -> NDArray[np.float32]:
        assert self._embeddings is not None
        if language not in self._means:
            common = self._embeddings.embed(common_words(language, _BACKGROUND), "query")
            self._means[language] = np.asarray(common, dtype=np.float32).mean(axis=0)
        listed = list(listed)
        with self._lock:
            known = {w: self._kept[language, w] for w in listed if (language, w) in self._kept}
        missing = [word for word in dict.fromkeys(listed) if word not in known]
        if missing:
            made = (
                np.asarray(self._embeddings.embed(missing, "query"), dtype=np.float32) - self._means[language]
            )
            made /= np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9)
            known.update(zip(missing, made, strict=True))
            with self._lock:
                self._kept.update(
                    ((language, word), vector) for word, vector in zip(missing, made, strict=True)
                )
        return np.stack([known[word] for word in listed])


def _may_mean_the_same(one: Token, other: Token, languages: tuple[Language, Language]) -> bool:
    """Say whether the embedder has a say: not on names, unless languages differ in capitals."""
    if one.figure or other.figure or opposite(one.folded, other.folded):
        return False
    if languages[0] == languages[1]:
        return not (one.is_name or other.is_name)
    return all(
        not token.is_name or is_word(token.folded, language)
        for token, language in zip((one, other), languages, strict=True)
    )


def _by_form(one: Token, other: Token, *, same: bool) -> float:
    if one.codes & other.codes:
        return 1.0
    if one.figure or other.figure:
        return 1.0 if one.figure and other.figure and one.figure.same(other.figure) else 0.0
    if one.folded == other.folded or (same and one.stem == other.stem):
        return 1.0
    if opposite(one.folded, other.folded):
        return 0.0
    if same and one.is_name and not other.is_name:
        return 0.0
    if not same and _groups(one.folded) & _groups(other.folded):
        return _TRANSLATION
    told_alike = (same and _groups(one.folded) & _groups(other.folded)) or alike(one.folded, other.folded)
    if told_alike and not one.is_name and not other.is_name:
        # What translates the same word means about the same, and so does what denies the same.
        return _SYNONYM
    if min(len(one.folded), len(other.folded)) < _SHORTEST:
        return 0.0
    if one.is_name:
        if fuzz.ratio(one.folded, other.folded) >= _NAME_RATIO:
            return _FORM
        # Mossoul, Mosul; Parme, Parma: what is left without vowels and doubles.
        spelled = not same and one.folded[0] == other.folded[0] and _consonants(one.folded)
        return _FORM if spelled and spelled == _consonants(other.folded) else 0.0
    pairs = list(zip(one.folded, other.folded, strict=False))
    prefix = next((i for i, (a, b) in enumerate(pairs) if a != b), len(pairs))
    shorter = min(len(one.folded), len(other.folded))
    if prefix >= _LEAST_PREFIX and prefix >= 0.6 * shorter:
        return _FORM if same else _COGNATE
    return _COGNATE if not same and fuzz.ratio(one.folded, other.folded) >= _LEAST_RATIO else 0.0


def _consonants(folded: str) -> str:
    """Return a word without vowels and doubles; nothing of one that has fewer than three letters so."""
    bare = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyw]", "", folded.replace("ph", "f").replace("ck", "k")))
    return bare if len(bare) >= _LEAST_CONSONANTS else ""


@lru_cache(maxsize=50_000)
def _groups(folded: str) -> frozenset[int]:
    """Return the lines of the bilingual list that a word belongs to."""
    found = _beginnings().get(folded, frozenset[int]())
    for length in range(max(_LEAST_BEGINNING, len(folded) - _LONGEST_ENDING), len(folded)):
        found |= _beginnings().get(folded[:length], frozenset[int]())
    return found


@cache
def _beginnings() -> dict[str, frozenset[int]]:
    text = files("porteparole.answering.support").joinpath("bilingual.txt").read_text("utf-8")
    listed: dict[str, frozenset[int]] = {}
    for number, line in enumerate(text.splitlines()):
        if line and not line.startswith("#"):
            for beginning in line.replace("|", " ").split():
                listed[beginning] = listed.get(beginning, frozenset[int]()) | {number}
    return listed
