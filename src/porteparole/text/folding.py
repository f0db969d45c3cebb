"""Folding of typography and of letters, with a way back to the original offsets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_QUOTES = dict.fromkeys("«»“”„‟″〝〞＂", '"') | dict.fromkeys("‘’‚‛‹›′`´ʼ＇", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_SPACES = dict.fromkeys("\t\n\r\v\f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", " ") | {
    chr(code): " " for code in range(0x2000, 0x200B)
}
_INVISIBLE = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", "")
_TYPOGRAPHY = {**_QUOTES, **_DASHES, **_SPACES, **_INVISIBLE, "…": "..."}
_LIGATURES = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"}
# Blanks that typography puts before or after a mark, differently in French and in English.
_PLAIN = re.compile(r"[A-Za-z0-9.,'()\-]+(?: [A-Za-z0-9.,'()\-]+)*")
_LOOSE_BLANK = re.compile(r" +(?=[;:?!%»])|(?<=«) +| {2,}")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that remembers where each character came from.

    Attributes:
        text: the folded text.
        starts: for each character of ``text`` the offset of its origin, and at the end the original length.
        ends: for each character of ``text`` the offset after its origin.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that gave ``text[start:end]``.

        Raises:
            ValueError: the span is empty or outside the folded text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError("the span is not inside the folded text")
        return self.starts[start], self.ends[end - 1]


def fold_typography(text: str) -> Folded:
    """Fold quotation marks, apostrophes, blanks, dashes and ellipses, never letters.

    All double marks become ``"``, single ones and apostrophes ``'``, dashes ``-``, ``…`` three dots, any run
    of blanks one space; blanks inside guillemets and before ``; : ? ! %`` go, and so do invisible characters.
    Letters are only composed (NFC): ``e`` with a combining accent is ``é``.
    """
    loose = _loose_blanks(text)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position, length = 0, len(text)
    while position < length:
        end = position + 1
        character = text[position]
        if character >= "\u0080" or (end < length and text[end] >= "\u0300"):
            while end < length and unicodedata.combining(text[end]):
                end += 1
        folded = _TYPOGRAPHY.get(character) if end == position + 1 else None
        if folded is None:
            cluster = text[position:end]
            folded = cluster if cluster.isascii() else unicodedata.normalize("NFC", cluster)
        if folded == " " and (position in loose or not pieces or pieces[-1] == " "):
            folded = ""
        for piece in folded:
            pieces.append(piece)
            starts.append(position)
            ends.append(end)
        position = end
    while pieces and pieces[-1] == " ":
        pieces.pop()
        starts.pop()
        ends.pop()
    return Folded("".join(pieces), (*starts, length), tuple(ends))


def fold_search(text: str) -> Folded:
    """Fold typography as above, and accents, case and ligatures (``œ`` becomes ``oe``) as well."""
    base = fold_typography(text)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, character in enumerate(base.text):
        for piece in _letter(character):
            pieces.append(piece)
            starts.append(base.starts[index])
            ends.append(base.ends[index])
    return Folded("".join(pieces), (*starts, base.starts[-1]), tuple(ends))


@lru_cache(maxsize=100_000)
def search_key(text: str) -> str:
    """Return ``text`` without accents, case, ligatures and typography: equal keys mean the same word."""
    if _PLAIN.fullmatch(text):
        return text.lower()
    return fold_search(text).text


def _letter(character: str) -> str:
    if character in _LIGATURES:
        return _LIGATURES[character]
    if character.isascii():
        return character.lower()
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(part for part in decomposed if not unicodedata.combining(part)).casefold()


def _loose_blanks(text: str) -> frozenset[int]:
    plain = "".join(" " if _TYPOGRAPHY.get(character) == " " else character for character in text)
    loose: set[int] = set()
    for match in _LOOSE_BLANK.finditer(plain):
        keep = 1 if match.group().startswith("  ") and not _next_to_mark(plain, match) else 0
        loose.update(range(match.start() + keep, match.end()))
    return frozenset(loose)


def _next_to_mark(plain: str, match: re.Match[str]) -> bool:
    return plain[match.end() : match.end() + 1] in tuple(";:?!%»") or plain[: match.start()].endswith("«")
