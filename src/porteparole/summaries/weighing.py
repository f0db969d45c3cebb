"""How many of the main points a sentence is expected to add to those that are chosen already.

A Poisson regression (log link) over what can be seen of the sentence, fitted to the main points that people
wrote down of news articles, the more important ones counting for more: ``python -m
tests.benchmarks.summary_weights``. What it adds is expected anew after each choice, as in Lin & Bilmes, "A
class of submodular functions for document summarization", ACL 2011; only that the weights are learnt.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from porteparole.language import LANGUAGES
from porteparole.shipped import packaged_toml
from porteparole.summaries.candidates import Candidates
from porteparole.summaries.unit import Unit
from porteparole.text.lexicon import function_words, information
from porteparole.text.terms import stem, words

Numbers = NDArray[np.float64]

STATIC = (
    *("place", "late", "opens", "closes", "length", "short", "worth", "names", "figure", "said", "quoted"),
    *("unnamed", "question", "past", "future", "central", "titled"),
)
ADDED = ("later", "beside", "fresh", "nearest", "nearer")
LIKENESS = ("central", "titled", "nearest", "nearer")
"""What is known with an embedder alone."""

_SHORT = 12
_FIGURE = re.compile(r"\d")
# Of what was, in the imperfect or the pluperfect, the background is mostly told; what will be is mostly news.
# English tells its news itself with *was* and *were*.
_PAST = re.compile(r"\b(?:avait|avaient|était|étaient|had)\b")
_FUTURE = re.compile(
    r"\b(?:sera|seront|devrait|devraient|doit|doivent|va|vont|will|would|should)\b", re.IGNORECASE
)
_MOST_NAMES = 6
_ALMOST_NONE = 0.05


class Weighing:
    """What can be seen of the sentences that a summary is chosen from.

    Args:
        given: the sentences.

    Attributes:
        static: a row for each sentence, a column for each of :data:`STATIC`.
        sayings: the content words of what each tells; of a statement, without who says it and when, which is
            the same in two statements that contradict each other.
    """

    def __init__(self, given: Candidates) -> None:
        self._units = given.units
        weighed = np.asarray(given.importance, dtype=np.float64)
        self._share = weighed / max(weighed.sum(), 1e-9)
        concepts = [_concepts(unit, unit.text) for unit in given.units]
        told = [_concepts(unit, unit.saying) for unit in given.units]
        self.sayings = [said if len(said) > 1 else held for said, held in zip(told, concepts, strict=True)]
        self._holds, self._worth = _incidence(concepts, weighed)
        self._own = self._holds @ self._worth + 1e-9
        self._likeness = _likeness(given.vectors, len(given.units))
        self.static = self._described(given)

    def added(self, chosen: Sequence[int]) -> Numbers:
        """Return a row for each sentence, a column for each of :data:`ADDED`, as they stand to the chosen."""
        found = np.zeros((len(self._units), len(ADDED)))
        if not chosen:
            return found
        column = dict(zip(ADDED, found.T, strict=True))
        held = self._holds[list(chosen)].any(axis=0)
        column["later"][:] = 1.0
        for index in chosen:
            column["beside"][max(0, index - 1) : index + 2] = 1.0
        column["fresh"][:] = np.log(
            (self._holds @ np.where(held, 0.0, self._worth)) / self._own + _ALMOST_NONE
        )
        if self._likeness is not None:
            near = self._likeness[list(chosen)].max(axis=0)
            column["nearest"][:] = near
            column["nearer"][:] = (np.maximum(self._likeness, near) - near) @ self._share
        return found

    def _described(self, given: Candidates) -> Numbers:
        units = self._units
        rows = [_seen(unit) for unit in units]
        column = {name: np.array([row.get(name, 0.0) for row in rows]) for name in STATIC}
        if given.is_article:
            column |= _places(units)
        column["worth"] = np.log(len(units) * self._own + _ALMOST_NONE)
        if self._likeness is not None and given.vectors is not None and given.titles is not None:
            central = self._likeness @ self._share
            column["central"] = np.log(central / max(central.mean(), 1e-9) + _ALMOST_NONE)
            titled = (given.vectors * given.titles).sum(axis=1, dtype=np.float64)
            column["titled"] = (titled - titled.mean()) / (titled.std() + 1e-6)
        return np.stack([column[name] for name in STATIC], axis=1)


def expected(rows: Numbers, weights: Mapping[str, float]) -> Numbers:
    """Return the points that each row of :data:`STATIC` and :data:`ADDED` is expected to add."""
    return np.exp(weights["intercept"] + rows @ np.array([weights[name] for name in (*STATIC, *ADDED)]))


@cache
def shipped_weights(likeness: bool) -> Mapping[str, float]:
    """Return the weights that come with the package, with an embedder or without."""
    told = packaged_toml("porteparole.summaries", "weights.toml")
    return told["likeness" if likeness else "words"]


def _concepts(unit: Unit, text: str) -> frozenset[str]:
    """Return the stems of the content words of a text of the unit's article."""
    language = unit.article.language
    idle = function_words(language)
    return frozenset(
        stem(word.folded, language)
        for word in words(text)
        if word.folded not in idle and len(word.folded) > 1
    )


def _places(units: Sequence[Unit]) -> dict[str, Numbers]:
    """Return where each sentence of an article stands; in what is told on a topic that means nothing."""
    first = next((unit.place for unit in units if unit.whole), 0)
    places = np.array([max(0, unit.place - first) for unit in units], dtype=np.float64)
    numbers = np.array([unit.paragraph.number for unit in units])
    turns = np.diff(numbers, prepend=-1, append=-1) != 0
    return {
        "place": 1.0 / (1.0 + places),
        "late": numbers / max(1, len(units[0].article.paragraphs)),
        "opens": turns[:-1].astype(np.float64),
        "closes": turns[1:].astype(np.float64),
    }


def _seen(unit: Unit) -> dict[str, float]:
    """Return what a sentence shows by itself."""
    text, statement = unit.text, unit.statement
    said = list(words(text))
    names = sum(1 for word in said[1:] if word.text[0].isupper())
    return {
        "length": float(np.log1p(len(said))),
        "short": float(len(said) < _SHORT),
        "names": min(_MOST_NAMES, names) / _MOST_NAMES,
        "figure": float(bool(_FIGURE.search(text))),
        "said": unit.said,
        "quoted": float(text.lstrip()[:1] in '«“"'),
        "unnamed": float(statement is not None and statement.speaker is None),
        "question": float("?" in text),
        "past": min(2, len(_PAST.findall(text))) / 2,
        "future": float(bool(_FUTURE.search(text))),
    }


def _incidence(concepts: Sequence[frozenset[str]], weighed: Numbers) -> tuple[NDArray[np.bool_], Numbers]:
    """Return which sentence holds which content word, and what each word is worth, 1 in all.

    Worth more is what more sentences turn on, and what tells more by itself.
    """
    counts: defaultdict[str, float] = defaultdict(float)
    for held, weight in zip(concepts, weighed, strict=True):
        for concept in held:
            counts[concept] += float(weight)
    number = {concept: index for index, concept in enumerate(counts)}
    holds = np.zeros((len(concepts), len(counts)), dtype=np.bool_)
    for row, held in zip(holds, concepts, strict=True):
        row[[number[concept] for concept in held]] = True
    telling = np.array(
        [min(information(c, language) for language in LANGUAGES) * np.sqrt(n) for c, n in counts.items()]
    )
    return holds, telling / (telling.sum() or 1.0)


def _likeness(vectors: NDArray[np.float32] | None, count: int) -> Numbers | None:
    """Return how alike in meaning any two units are, 0–1, above the height that any two have here."""
    if vectors is None or count < 2:
        return None
    cosines = (vectors @ vectors.T).astype(np.float64)
    level = float(np.median(cosines[np.triu_indices(count, 1)]))
    return np.clip((cosines - level) / max(1e-6, 1.0 - level), 0.0, 1.0)
