"""Words that turn, weaken, bound or strengthen, and words that deny each other: where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from porteparole.answering.support.token import Token
from porteparole.language import Language
from porteparole.shipped import packaged_toml
from porteparole.text.lexicon import function_words
from porteparole.text.terms import words

_REACH = 6


def opposite(one: str, other: str) -> bool:
    """Say whether two folded words deny each other (*hausse*, *baisse*; *possible*, *impossible*)."""
    if _negated_form(one, other) or _negated_form(other, one):
        return True
    here, there = _sides(one), _sides(other)
    return any((group, not side) in there for group, side in here)


def _negated_form(plain: str, negated: str) -> bool:
    return len(plain) >= 4 and any(
        negated == prefix + plain
        for prefix in ("in", "im", "il", "ir", "un", "non", "dis", "mal", "anti", "de")
    )


def alike(one: str, other: str) -> bool:
    """Say whether two folded words deny the same (*hausse* and *rose* both deny *baisse*)."""
    return not _sides(one).isdisjoint(_sides(other))


@lru_cache(maxsize=20_000)
def _sides(folded: str) -> frozenset[tuple[int, bool]]:
    return frozenset(
        (group, left)
        for group, sides in enumerate(_opposites())
        for left, beginnings in zip((True, False), sides, strict=True)
        if any(
            folded == b or (len(b) >= 4 and folded.startswith(b) and len(folded) - len(b) <= 6)
            for b in beginnings
        )
    )


@cache
def _opposites() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    lines = _data()["opposites"]["pairs"].strip().splitlines()
    groups: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for line in lines:
        left, _, right = line.partition("/")
        groups.append((tuple(left.split()), tuple(right.split())))
    return tuple(groups)


@cache
def _data() -> dict[str, dict[str, str]]:
    return packaged_toml("porteparole.answering.support", "markers.toml")


@cache
def listed(language: Language, kind: str) -> tuple[tuple[str, ...], ...]:
    """Return the markers of a kind as folded words, the longest first."""
    found = [tuple(item.split()) for item in _data()[language][kind].split(",") if item.strip()]
    return tuple(sorted(found, key=len, reverse=True))


def says_only(cue: str, language: Language) -> bool:
    """Say whether a cue (*a déclaré*) tells nothing but that something is said."""
    idle, beginnings = function_words(language), tuple(_data()[language]["saying"].split())
    return all(word.folded in idle or word.folded.startswith(beginnings) for word in words(cue))


def matches(tokens: Sequence[Token], language: Language, kind: str) -> Iterator[tuple[int, int]]:
    """Yield where markers of a kind stand: the first token and the one after the last."""
    known = listed(language, kind)
    folded = [token.folded for token in tokens]
    at = 0
    while at < len(folded):
        idle = next((m for m in listed(language, "idle") if tuple(folded[at : at + len(m)]) == m), None)
        if idle:
            at += len(idle)
            continue
        for marker in known:
            if tuple(folded[at : at + len(marker)]) == marker:
                yield at, at + len(marker)
                at += len(marker)
                break
        else:
            at += 1


def heads(tokens: Sequence[Token], after: int, count: int) -> list[Token]:
    """Return the next words that tell, from ``after`` on and within reach."""
    found: list[Token] = []
    for token in tokens[after : after + _REACH]:
        if token.tells or token.figure:
            found.append(token)
            if len(found) == count:
                break
    return found
