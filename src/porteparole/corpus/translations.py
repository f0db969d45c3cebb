"""Parallel files: which article they translate, and whether they do so paragraph by paragraph."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

from porteparole.corpus.article import Article
from porteparole.corpus.draft import Block, RefusedError
from porteparole.language import Language

_NAME = re.compile(r"(.+)\.(fr|en)\.(?:txt|md|markdown)", re.IGNORECASE)
_QUOTE = re.compile(r"«|“|(?<!\w)\"(?=\w)")
_NUMBER = re.compile(r"\d+")
_CAPITALISED = re.compile(r"(?<![.!?…«“\"] )(?<!^)\b[A-ZÀ-ÖØ-Þ][\w’'-]{2,}")
# Cost of a paragraph without counterpart, and of one that was run into its neighbour.
_GAP = 6.0
# Equal numbers of paragraphs are doubted when another alignment is so much cheaper than one for one, or when
# a paragraph costs so much on average (two pages of the same article cost 1 to 2, of different ones 6 to 8).
_DOUBT = 8.0
_STRANGE = 4.5
# Variance of the length of a translation per character of the original (Gale and Church, "A Program for
# Aligning Sentences in Bilingual Corpora", Computational Linguistics 19:1, 1993).
_VARIANCE = 6.8
_MOST_CELLS = 250_000


@dataclass(frozen=True, slots=True)
class Unmatched:
    """The first paragraph (from 0) that has no counterpart, and on which side it stands."""

    side: Literal["original", "translation"]
    position: int


def translated_language(name: str) -> tuple[str, Language] | None:
    """Return stem and language of a parallel file's name: ``("NAME", "en")`` for ``NAME.en.txt``."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    return match[1], "fr" if match[2].lower() == "fr" else "en"


def originals(names: Iterable[str]) -> dict[str, str]:
    """Return, for each parallel file among the files of a folder, the article's file that it translates.

    ``NAME.en.txt`` without another ``NAME.…`` is no parallel file.
    """
    known = sorted(names)
    articles = {Path(name).stem: name for name in reversed(known) if translated_language(name) is None}
    pairs: dict[str, str] = {}
    for name in known:
        parts = translated_language(name)
        if parts is not None and parts[0] in articles and not articles[parts[0]].lower().endswith(".jsonl"):
            pairs[name] = articles[parts[0]]
    return pairs


def first_unmatched(original: Sequence[str], translation: Sequence[str]) -> Unmatched | None:
    """Return the first paragraph that is off, None where the two go together one for one.

    Paragraphs are aligned by length, figures and names. Where the numbers of paragraphs differ, something is
    always returned; where they are equal, only what clearly does not fit.
    """
    if len(original) * len(translation) > _MOST_CELLS:
        shorter = min(len(original), len(translation))
        if len(original) == len(translation):
            return None
        return Unmatched("original" if len(original) > shorter else "translation", shorter)
    left, right = [_Traits(text) for text in original], [_Traits(text) for text in translation]
    cost, path = _aligned(left, right)
    if len(original) == len(translation):
        plain = [_distance(a, b) for a, b in zip(left, right, strict=True)]
        if len(plain) > 2 and sum(plain) > _STRANGE * len(plain):
            return Unmatched("translation", next(n for n, one in enumerate(plain) if one > _STRANGE))
        if sum(plain) - cost <= _DOUBT:
            return None
    for (i, j), (next_i, next_j) in pairwise(path):
        if next_j - j > next_i - i:
            return Unmatched("translation", next_j - 1)
        if next_i - i > next_j - j:
            return Unmatched("original", next_i - 1)
    return None


def with_translation(article: Article, source: str, blocks: Sequence[Block]) -> Article:
    """Return the article with the paragraphs of its parallel file beside its own.

    Raises:
        RefusedError: they do not go together one for one; it names the first that is off.
    """
    off = first_unmatched(
        [paragraph.text for paragraph in article.paragraphs], [block.text for block in blocks]
    )
    if off is not None:
        ours = off.side == "original"
        text = article.paragraphs[off.position].text if ours else blocks[off.position].text
        kind = "missing" if ours else "extra"
        raise RefusedError(
            f"corpus-translation-{'off' if len(blocks) == len(article.paragraphs) else kind}",
            None if ours else blocks[off.position].line,
            article=source,
            paragraphs=len(article.paragraphs),
            translated=len(blocks),
            number=str(off.position + 1),
            beginning=" ".join(text.split()[:6]),
        )
    return replace(
        article,
        paragraphs=tuple(
            replace(paragraph, translation=block.text)
            for paragraph, block in zip(article.paragraphs, blocks, strict=True)
        ),
    )


class _Traits:
    """What a paragraph keeps when it is translated: about its length, its figures, its names."""

    def __init__(self, text: str) -> None:
        folded = unicodedata.normalize("NFKD", text)
        names = (name.casefold() for name in _CAPITALISED.findall(text))
        self.length = len(folded)
        self.figures = frozenset(_NUMBER.findall(text))
        self.names = frozenset(unicodedata.normalize("NFKD", name)[:4] for name in names)
        self.quotes = len(_QUOTE.findall(text))

    def __add__(self, other: _Traits) -> _Traits:
        """Return the traits of both paragraphs run together."""
        both = _Traits("")
        both.length = self.length + other.length
        both.figures, both.names = self.figures | other.figures, self.names | other.names
        both.quotes = self.quotes + other.quotes
        return both


def _distance(a: _Traits, b: _Traits) -> float:
    mean = (a.length + b.length) / 2 or 1
    cost = min((a.length - b.length) ** 2 / (2 * mean * _VARIANCE), 8.0)
    for ours, theirs in ((a.figures, b.figures), (a.names, b.names)):
        if ours and theirs:
            cost += 3 * (1 - len(ours & theirs) / min(len(ours), len(theirs)))
        elif ours or theirs:
            cost += 0.5
    return cost + min(abs(a.quotes - b.quotes), 2)


def _aligned(left: Sequence[_Traits], right: Sequence[_Traits]) -> tuple[float, list[tuple[int, int]]]:
    """Return the cheapest alignment: its cost, and its steps from (0, 0) to both ends."""
    rows, columns = len(left) + 1, len(right) + 1
    costs = [[0.0] * columns for _ in range(rows)]
    steps = [[(0, 0)] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            ways: list[tuple[float, tuple[int, int]]] = []
            if i and j:
                ways.append((costs[i - 1][j - 1] + _distance(left[i - 1], right[j - 1]), (i - 1, j - 1)))
            if i:
                ways.append((costs[i - 1][j] + _GAP, (i - 1, j)))
            if j:
                ways.append((costs[i][j - 1] + _GAP, (i, j - 1)))
            if i > 1 and j:
                both = _distance(left[i - 2] + left[i - 1], right[j - 1])
                ways.append((costs[i - 2][j - 1] + both + _GAP, (i - 2, j - 1)))
            if i and j > 1:
                both = _distance(left[i - 1], right[j - 2] + right[j - 1])
                ways.append((costs[i - 1][j - 2] + both + _GAP, (i - 1, j - 2)))
            if ways:
                costs[i][j], steps[i][j] = min(ways)
    path = [(rows - 1, columns - 1)]
    while path[-1] != (0, 0):
        i, j = path[-1]
        path.append(steps[i][j])
    return costs[-1][-1], path[::-1]
