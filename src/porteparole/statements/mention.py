"""What a mention of a speaker is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from porteparole.statements.tokens import Token

Sort = Literal["person", "role", "institution", "place", "document", "name", "pronoun", "other"]
Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of tokens that names somebody.

    Attributes:
        first: index of the first token.
        last: index after the last token.
        sort: what kind of speaker it could be.
        text: the words, determiner and apposition included.
        name: proper name without title; None for roles and pronouns.
        head: the noun that says what it is (*ministre*), lower case; the pronoun itself for pronouns.
        noun: the noun phrase without determiner (*ministre des affaires étrangères*), if any.
        gender: where the words show it.
        plural: whether there are several.
        preposition: the preposition before it, or "".
        definite: whether it points to somebody known (*le*, *ce*, *the*).
        code: code of the territory, for places.
        titled: whether a title (*M.*) stands before the name.
        alias: the short name in parentheses after it.
        parts: those that it joins (*A, B et C*), else empty.
    """

    first: int
    last: int
    sort: Sort
    text: str
    name: str | None = None
    head: str = ""
    noun: str | None = None
    gender: Gender | None = None
    plural: bool = False
    preposition: str = ""
    definite: bool = True
    code: str | None = None
    titled: bool = False
    alias: str | None = None
    parts: tuple[Mention, ...] = ()


def worded(tokens: Sequence[Token], start: int, end: int, source: str) -> str:
    """Return the words of ``source`` from token ``start`` to before token ``end``."""
    return source[tokens[start].start : tokens[end - 1].end]
