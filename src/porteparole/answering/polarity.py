"""Whether a question takes for granted the contrary of what a sentence says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from porteparole.shipped import packaged_toml
from porteparole.text.terms import Word, words

_NEGATIONS = frozenset(
    "ne n pas jamais aucun aucune sans ni not never no neither nor without nobody none".split()
)
_CONTRACTED = re.compile(r"n['’]t\b|\bn['’]", re.IGNORECASE)
_INTERROGATIVES = frozenset(
    "pourquoi quand comment combien quel quelle quels quelles qui que quoi ou "
    "why when how what which who where".split()
)
_BEFORE, _AFTER = 4, 2
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class _Axis:
    yes: tuple[str, ...]
    no: tuple[str, ...]


@cache
def _axes() -> Mapping[str, _Axis]:
    listed = packaged_toml("porteparole.answering", "polarity.toml")
    return {
        name: _Axis(tuple(axis["yes"].split()), tuple(axis["no"].split())) for name, axis in listed.items()
    }


def contradicts(question: str, sentence: str) -> bool:
    """Say whether a sentence says no on an axis of meaning where the question takes yes for granted, or back.

    A question that can be answered by yes or no takes nothing for granted. Only what both speak of counts;
    where one of them says both (« n'a pas refusé, mais … »), neither does. Where the question says no and the
    sentence denies anything, that may be the same in other words (*signed by all that … did not initial*).
    """
    if _INTERROGATIVES.isdisjoint(word.folded for word in words(question)):
        return False
    asked, told = _signs(question), _signs(sentence)
    denies = _denies(words(sentence), sentence)
    return any(
        len(asked[axis]) == len(told[axis]) == 1
        and asked[axis] != told[axis]
        and (asked[axis] == {1} or not denies)
        for axis in asked.keys() & told
    )


def _denies(found: Iterable[Word], text: str) -> bool:
    """Say whether a negation is among words, or contracted in a text."""
    return any(word.folded in _NEGATIONS for word in found) or bool(_CONTRACTED.search(text))


def _signs(text: str) -> dict[str, set[int]]:
    """Return on which axes a text says yes (1), no (-1) or both."""
    found = list(words(text))
    signs: dict[str, set[int]] = {}
    for at, word in enumerate(found):
        for name, axis in _axes().items():
            for stems, sign in ((axis.yes, 1), (axis.no, -1)):
                if _begins(word.folded, stems):
                    signs.setdefault(name, set()).add(-sign if _is_negated(text, found, at) else sign)
    return signs


def _begins(word: str, stems: Sequence[str]) -> bool:
    return any(word == stem or (len(stem) >= _SHORTEST_STEM and word.startswith(stem)) for stem in stems)


def _is_negated(text: str, found: Sequence[Word], at: int) -> bool:
    first = max(0, at - _BEFORE)
    around = [*found[first:at], *found[at + 1 : at + 1 + _AFTER]]
    return _denies(around, text[found[first].start : found[at].start])
