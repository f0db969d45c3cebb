"""Which sentences say most of what there is to say, in few, without saying it twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from porteparole.language import LANGUAGES
from porteparole.summaries.unit import Unit
from porteparole.text.lexicon import function_words, information
from porteparole.text.terms import stem, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each thing counts that a choice of sentences is judged by; tried on thirteen articles alone.

    The gain of a sentence is what it adds to three sums that each grow ever slower (a monotone submodular
    function, for which greedy choice is near the best: Lin & Bilmes, "A class of submodular functions for
    document summarization", ACL 2011).

    Attributes:
        words: what the content words say that no chosen sentence has yet.
        meaning: how near each sentence of the text is to the nearest chosen one.
        lead: being early in the article, as news is written.
        spread: coming from a paragraph that no chosen sentence comes from.
        figures: the share by which three figures or more raise all of it; they are what readers look for.
        opening: the share by which the first sentence is raised where a whole article is summarised: it tells
            what the rest is about, so that nearly every summary begins with it.
    """

    words: float = 1.0
    meaning: float = 0.4
    lead: float = 0.1
    spread: float = 0.05
    figures: float = 0.15
    opening: float = 0.25


def choose(
    units: Sequence[Unit],
    most: int,
    vectors: Matrix | None,
    needed: Callable[[int], Sequence[int]],
    *,
    importance: Sequence[float] | None = None,
    weights: Weights | None = None,
) -> list[int]:
    """Return the indices of at most ``most`` units, in the order in which they were chosen.

    Args:
        units: candidates, and sentences that a candidate may need before it.
        most: how many.
        vectors: of the units, in rows; None without an embedder.
        needed: the indices of the units that have to be shown with a unit, itself among them; none where it
            cannot be shown.
        importance: of each unit, 0–1; all the same where it is None.
        weights: how much each thing counts.
    """
    weights = weights or Weights()
    weighed = np.asarray(importance if importance is not None else [1.0] * len(units), dtype=np.float64)
    concepts = [_concepts(unit, unit.text) for unit in units]
    # Who says it, and when, is the same in two statements that contradict each other.
    said = [_concepts(unit, unit.saying) for unit in units]
    sayings = [mine if len(mine) > 1 else whole for mine, whole in zip(said, concepts, strict=True)]
    worth = _worth(concepts, [float(w) for w in weighed])
    likeness = _likeness(vectors, len(units))
    chosen: list[int] = []
    held: set[str] = set()
    near = np.zeros(len(units))
    share = weighed / max(weighed.sum(), 1e-9)
    told = [1.0 + weights.figures * min(len(_FIGURE.findall(unit.text)), 3) / 3 for unit in units]
    groups = {index: tuple(needed(index)) for index in range(len(units))}
    if len(set(weighed)) == 1 and [unit.place for unit in units] == list(range(len(units))):
        first = next((i for i, unit in enumerate(units) if unit.whole), 0)
        told[first] += weights.opening

    def gain(group: Sequence[int]) -> float:
        fresh = [i for i in group if i not in chosen]
        fresh_words = set[str]().union(*(concepts[i] for i in fresh)) - held
        nearer = np.maximum(near, likeness[fresh].max(axis=0)) if likeness is not None else near
        value = weights.words * sum(worth[c] for c in fresh_words)
        value += weights.meaning * float(((nearer - near) * share).sum())
        value += sum(weights.lead / (1 + units[i].place) for i in fresh) / max(1, len(fresh))
        paragraphs = {units[i].paragraph.id for i in fresh} - {units[i].paragraph.id for i in chosen}
        value += weights.spread * len(paragraphs)
        importance_here = max(float(weighed[i]) * told[i] for i in fresh)
        return value * importance_here / len(fresh)

    while len(chosen) < most:
        open_groups = {
            index: group
            for index, group in groups.items()
            if group and index not in chosen and len({*chosen, *group}) <= most
        }
        gains = {index: gain(group) for index, group in open_groups.items()}
        best = max(gains, key=lambda index: (gains[index], -index), default=None)
        if best is None or gains[best] <= 0:
            break
        for index in groups[best]:
            if index not in chosen:
                chosen.append(index)
                held |= concepts[index]
                if likeness is not None:
                    near = np.maximum(near, likeness[index])
        groups = {
            index: group
            for index, group in groups.items()
            if index in chosen or not any(_repeats(sayings[index], sayings[c]) for c in chosen)
        }
    return chosen


_SAME = 0.7
_FIGURE = re.compile(r"\d+")


def _repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether one sentence holds nearly nothing but what the other holds."""
    return len(one & other) >= _SAME * max(1, min(len(one), len(other)))


def _concepts(unit: Unit, text: str) -> frozenset[str]:
    language = unit.article.language
    idle = function_words(language)
    return frozenset(
        stem(word.folded, language)
        for word in words(text)
        if word.folded not in idle and len(word.folded) > 1
    )


def _worth(concepts: Sequence[frozenset[str]], weighed: Sequence[float]) -> dict[str, float]:
    """Return what each content word is worth: how many sentences turn on it, and what it tells by itself."""
    counts: defaultdict[str, float] = defaultdict(float)
    for held, weight in zip(concepts, weighed, strict=True):
        for concept in held:
            counts[concept] += weight
    telling = {
        c: min(information(c, language) for language in LANGUAGES) * float(np.sqrt(n))
        for c, n in counts.items()
    }
    total = sum(telling.values()) or 1.0
    return {concept: value / total for concept, value in telling.items()}


def _likeness(vectors: Matrix | None, count: int) -> Matrix | None:
    """Return how alike in meaning any two units are, 0–1, above the height that any two have here."""
    if vectors is None or count < 2:
        return None
    cosines = vectors @ vectors.T
    level = float(np.median(cosines[np.triu_indices(count, 1)]))
    return np.clip((cosines - level) / max(1e-6, 1.0 - level), 0.0, 1.0)
