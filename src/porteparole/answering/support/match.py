"""Which words of a sentence rest on which words of another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from porteparole.answering.support.token import Reading, Token

SUPPORTED = 0.5
TRANSLATED = 0.9
_COMPANY = 3


class Match:
    """Which word of the source each word of the claim rests on."""

    def __init__(self, claim: Sequence[Token], source: Sequence[Token], matrix: NDArray[np.float32]) -> None:
        self._rows = {id(token): i for i, token in enumerate(claim)}
        self._claim = claim
        self.source = source
        self._matrix = matrix
        self._best: NDArray[np.float32] = (
            matrix.max(axis=1) if len(source) and len(claim) else np.zeros(len(claim), np.float32)
        )
        self._used = {id(partner) for token in claim for partner in self.partners(token)}

    def __contains__(self, token: Token) -> bool:
        return id(token) in self._rows

    def of(self, token: Token) -> float:
        """Return how well the source holds a word of the claim, 0–1."""
        return float(self._best[self._rows[id(token)]])

    def partners(self, token: Token) -> list[Token]:
        """Return the words of the source that hold a word of the claim as well as any; none for others."""
        row = self._rows.get(id(token))
        if row is None:
            return []
        best = self._best[row]
        if best < SUPPORTED:
            return []
        held = [j for j in range(len(self.source)) if self._matrix[row, j] >= best - 1e-6]
        if len(held) > 1:
            # Of a word that stands there twice, the one with the same company.
            company = [self._company(row, j) for j in held]
            held = [j for j, common in zip(held, company, strict=True) if common == max(company)]
        return [self.source[j] for j in held]

    def alone(self) -> set[int]:
        """Return the ids of the words of the claim that rest on one of the source that no other needs more.

        Only forms of one word may rest on the same, and neighbours that translate one (*chantier naval*).
        """
        places: list[list[int]] = np.argwhere(self._matrix >= SUPPORTED).tolist()
        pairs = sorted(((float(self._matrix[i, j]), i, j) for i, j in places), key=lambda pair: -pair[0])
        taken: dict[int, int] = {}
        found: set[int] = set()
        for strength, i, j in pairs:
            other = taken.setdefault(j, i)
            one_word = self._claim[other].stem == self._claim[i].stem
            if one_word or (strength >= TRANSLATED and abs(other - i) == 1):
                found.add(i)
        return {id(self._claim[i]) for i in found}

    def _company(self, row: int, column: int) -> float:
        """Return how many of the neighbours of a word of the claim are neighbours of a word of the source."""
        near = slice(max(0, column - _COMPANY), column + _COMPANY + 1)
        rows = [
            i for i in range(max(0, row - _COMPANY), min(len(self._claim), row + _COMPANY + 1)) if i != row
        ]
        return float(sum(self._matrix[i, near].max() for i in rows))

    def unbacked(self) -> float:
        """Return the share of what the claim's words tell that rests on none which another needs more."""
        alone = self.alone()
        told = sum(t.weight for t in self._claim) or 1.0
        return sum(t.weight for t in self._claim if id(t) not in alone) / told

    def crossed(self) -> float:
        """Return the share of the pairs of a name and another word that stand the other way round there."""
        places = {id(token): place for place, token in enumerate(self.source)}
        found = [(t, places[id(held[0])]) for t in self._claim if not t.figure and (held := self.partners(t))]
        named = [bool(t.is_name or t.codes) for t, _ in found]
        pairs = [
            (found[i][1] < found[j][1]) != (i < j)
            for i, name in enumerate(named)
            for j, other in enumerate(named)
            if name and not other
        ]
        return sum(pairs) / len(pairs) if pairs else 0.0

    def left(self) -> int:
        """Return how many of the source's words the claim does not rest on."""
        return len(self.source) - len(self._used)

    def cover(self) -> float:
        """Return the share of the source's words that the claim rests on."""
        return len(self._used) / max(1, len(self.source))

    def untaken(self) -> list[list[Token]]:
        """Return the stretches of the source that no word of the claim rests on."""
        return runs(self.source, [t for t in self.source if id(t) not in self._used])

    def taken(self, token: Token) -> bool:
        """Say whether some word of the claim rests on a word of the source."""
        return id(token) in self._used

    def support(self, known: Callable[[Token], bool]) -> float:
        """Return the share of what the claim's words tell that is held."""
        told = sum(t.weight for t in self._claim) or 1.0
        return sum(t.weight * (1.0 if known(t) else self.of(t)) for t in self._claim) / told


def runs(tokens: Sequence[Token], chosen: Sequence[Token]) -> list[list[Token]]:
    """Return the chosen ones of ``tokens`` in stretches that stand one after the other."""
    kept = {id(token) for token in chosen}
    runs: list[list[Token]] = []
    running = False
    for token in tokens:
        if id(token) in kept:
            if not running:
                runs.append([])
            runs[-1].append(token)
        running = id(token) in kept
    return runs


def phrase(reading: Reading, run: Sequence[Token]) -> str:
    """Return the text from the first to the last word of a stretch."""
    return reading.text[run[0].start : run[-1].end]
