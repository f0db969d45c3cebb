"""A sentence of a claim beside one sentence of what it cites: all that the checks look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from porteparole.answering.support.figures import YEARS, Figure
from porteparole.answering.support.likeness import Likeness
from porteparole.answering.support.match import Match
from porteparole.answering.support.strength import is_date
from porteparole.answering.support.token import Reading, Token
from porteparole.answering.support.window import Window, codes_of, dateline, name_words
from porteparole.language import Language
from porteparole.statements.statement import Statement


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence (or a part of one) of a claim, held against a sentence of a source.

    Attributes:
        reading: the claim's.
        content: its words that must rest on the source: those of the frame (*X a déclaré*) left out.
        said: what it reports somebody to say.
        window: the sentence of the source.
        match: which word of the source each word of the content rests on.
        statements: those of the source's article.
        likeness: compares words.
    """

    reading: Reading
    content: Sequence[Token]
    said: Sequence[Statement]
    window: Window
    match: Match
    statements: Sequence[Statement]
    likeness: Likeness

    @property
    def source(self) -> Reading:
        """The source's sentence."""
        return self.window.reading

    @property
    def languages(self) -> tuple[Language, Language]:
        """The claim's and the source's."""
        return self.reading.language, self.source.language

    @property
    def same(self) -> bool:
        """Whether both are in one language."""
        return self.reading.language == self.source.language

    def strengths(self, mine: Sequence[Token], theirs: Sequence[Token]) -> NDArray[np.float32]:
        """Return how much words of the claim (rows) and of the source mean the same."""
        return self.likeness.strengths(mine, theirs, self.languages)

    def is_dated(self, figure: Figure) -> bool:
        """Say whether a figure is of the date that the paragraph begins with (*13 mars 2018. – …*)."""
        is_day = is_date(self.reading, figure) or figure.value in YEARS
        return is_day and any(figure.same(other) for other in dateline(self.window.source))

    def known(self, token: Token) -> bool:
        """Say whether a name stands in the cited paragraph or its title, or is a speaker's there."""
        if not token.is_name and not token.codes:
            return False
        if token.folded in name_words(self.window.source, self.statements):
            return True
        return bool(token.codes & codes_of(self.window.source))
