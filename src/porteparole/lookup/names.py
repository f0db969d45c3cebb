"""Names of speakers and articles as strangers type them: without title, with slips, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from porteparole.language import LANGUAGES
from porteparole.statements.words import words as listed_words
from porteparole.text.gazetteer import known
from porteparole.text.lexicon import all_function_words
from porteparole.text.terms import words

_INITIALS = re.compile(r"\b[A-Z]\.(?: ?-?[A-Z]\.)+")

Key = frozenset[str]
"""The parts of a name that tell it from others: folded, without titles and articles, places by their code."""

_NO_NAMES = ("figure ", "day ", "month ")
_SHORTEST_SLIP = 4
_LONG = 7
_LONGEST_NAME = 200
_SHORTEST_LIKE = 3
# Of seven letters two may differ, of four one; less where the word is only begun.
_LIKE, _BEGUN = 0.7, 0.8


@lru_cache(maxsize=20_000)
def name_key(name: str) -> Key:
    """Return the key of a name: *M. Guo* and *Guo*, *la Chine* and *China* have the same."""
    found = list(words(_INITIALS.sub(_joined, name[:_LONGEST_NAME])))
    places = {k.first: k for k in known(found)}
    parts: set[str] = set()
    at = 0
    while at < len(found):
        place = places.get(at)
        codes = [code for code in place.codes if not code.startswith(_NO_NAMES)] if place else []
        if place and codes:
            parts.add(min(codes))
            at = place.after
            continue
        if found[at].folded not in _idle() and len(found[at].folded) > 1:
            parts.add(found[at].folded)
        at += 1
    return frozenset(parts) or frozenset(word.folded for word in found)


def _joined(initials: re.Match[str]) -> str:
    # *J.D. Vance* and *JD Vance* are the same; a single initial (*B. Obama*) tells nothing.
    return f"{re.sub(r'[^A-Z]', '', initials.group())} "


def is_place(key: Key) -> bool:
    """Say whether a key names nothing but known places (*Chine*), whose code is in capitals."""
    return bool(key) and all(part.isupper() for part in key)


def slips(asked: Key, held: Iterable[str]) -> int | None:
    """Return how many letters have to be mended until ``held`` has all of ``asked``; None: too many.

    One slip is allowed in a part of four letters, two from seven on; a transposition counts as one.
    """
    from rapidfuzz.distance import OSA

    held = list(held)
    total = 0
    for part in asked:
        if part in held:
            continue
        most = 0 if len(part) < _SHORTEST_SLIP or not part.isalpha() else 1 if len(part) < _LONG else 2
        best = min((OSA.distance(part, other, score_cutoff=most) for other in held), default=most + 1)
        if best > most:
            return None
        total += best
    return total


def nearest(text: str, names: Sequence[str], limit: int = 3) -> list[str]:
    """Return the names that look most like ``text``, best first; possibly none.

    A name looks like it where one of its words does, also one that is only begun. How like they are is the
    share of the letters typed that are found so; of two names that are alike the shorter comes first.
    """
    asked = [word.folded for word in words(text[:_LONGEST_NAME]) if word.folded not in _idle()]
    asked = [part for part in asked if len(part) >= _SHORTEST_LIKE]
    letters = sum(map(len, asked))
    found: list[tuple[float, int, int]] = []
    for place, name in enumerate(names):
        held = [word.folded for word in words(name[:_LONGEST_NAME])]
        like = sum(len(part) * max((_likeness(part, other) for other in held), default=0.0) for part in asked)
        if like:
            found.append((-like / letters, len(held), place))
    return [names[place] for _, _, place in sorted(found)[:limit]]


def _likeness(part: str, other: str) -> float:
    """Return how alike two words are, up to 1, the first perhaps only begun; 0 where they are not."""
    from rapidfuzz.distance import OSA

    whole = OSA.normalized_similarity(part, other, score_cutoff=_LIKE)
    begun = len(other) > len(part) and OSA.normalized_similarity(
        part, other[: len(part)], score_cutoff=_BEGUN
    )
    return max(whole, _BEGUN * begun)


@cache
def _idle() -> frozenset[str]:
    titles = frozenset[str]().union(*(listed_words(language).titles for language in LANGUAGES))
    return frozenset(t.rstrip(".") for t in titles) | all_function_words()
