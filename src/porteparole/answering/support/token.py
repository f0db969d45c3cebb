"""The words of a sentence, and what turns, weakens, bounds or strengthens each of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from porteparole.answering.support.figures import Figure
from porteparole.language import Language

POSSIBLE, CONDITIONAL, COMING, FACT = 1, 2, 3, 4
"""How sure something is said to be."""


@dataclass(slots=True)
class Token:
    """A word of a sentence.

    Attributes:
        text: as written.
        folded: in small letters, without accents.
        start: offset in the text.
        end: offset after it.
        stem: its Snowball stem.
        weight: how much it tells, 0–1; 0 for a function word.
        is_name: whether it looks like a part of a proper name.
        codes: what it names in the gazetteer.
        figure: the number that it is a part of.
        clause: number of the stretch between two marks that it stands in.
        quoted: whether it stands between quotation marks.
        negative: how many negations have it as the word that they turn.
        in_scope: whether it stands under a negation at all.
        level: how sure it is said to be: a fact, coming, conditional or only possible.
        hedges: whether it is itself what makes something less than a fact (*might*, *hopes*).
        strengths: the kinds of strength that bear on it.
        quantity: how many of it (*some* 2 … *all* 5); 0 where nothing says so.
        is_marker: whether it is itself such a word (*tous*, *environ*), checked as that and not as content.
    """

    text: str
    folded: str
    start: int
    end: int
    stem: str
    weight: float
    is_name: bool = False
    codes: frozenset[str] = frozenset()
    figure: Figure | None = None
    clause: int = 0
    quoted: bool = False
    negative: int = 0
    in_scope: bool = False
    level: int = FACT
    hedges: bool = False
    strengths: set[str] = field(default_factory=set[str])
    quantity: int = 0
    is_marker: bool = False

    @property
    def tells(self) -> bool:
        """Whether it carries something that must be held against the source."""
        return self.weight > 0


@dataclass(slots=True)
class Reading:
    """A text and its words.

    Attributes:
        text: what was read.
        language: it is in.
        tokens: every word, function words as well.
        figures: its numbers.
        bounds: for the index of a figure, how it is bounded (more, less, about).
        conditional: whether a condition (*if*) stands in it.
        strengths: the kinds of strength that stand anywhere in it.
        negations: the word that each of its negations turns.
    """

    text: str
    language: Language
    tokens: list[Token]
    figures: list[Figure]
    bounds: dict[int, set[str]] = field(default_factory=dict[int, set[str]])
    conditional: bool = False
    strengths: set[str] = field(default_factory=set[str])
    negations: list[Token] = field(default_factory=list[Token])

    @property
    def telling(self) -> list[Token]:
        """The words that must be held against the source."""
        return [token for token in self.tokens if token.tells]
