"""Words and marks of a paragraph, with each outermost quotation as one piece."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from porteparole.language import Language
from porteparole.text.quotations import Quotation

Kind = Literal["word", "number", "mark", "quotation", "aside"]

_COMMON = (
    r"(?P<initials>(?:[^\W\d_]\.-?){2,}(?!\w)|(?<![\w.])[A-ZÀ-Þ]\.(?=[\s\u00a0\u202f-]?[A-ZÀ-Þ]))"
    r"|(?P<title>\b(?-i:MM?|Mr|Mrs|Ms|Messrs|Dr|Pr|Prof|Mgr|Gen|Sen|Gov|Rep|Lt|Col|Capt|Sgt|Rev|Hon|St)\.)"
    r"|(?P<site>[^\W\d_][\w-]*\.(?:com|org|net|fr|eu|info|io|ai|co|uk|be|ch|ca|de)\b)"
    r"|(?P<compound>\d+(?:-[^\W\d_]+)+)"
    r"|(?P<number>\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?:\s?%|[^\W\d_]+)?)"
)
_FRENCH = re.compile(
    _COMMON + r"|(?P<elision>\b(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[\w\u00ab\u201c\"‘]|\s|$))"
    r"|(?P<word>[^\W\d_][\w]*(?:['’\-\u2010\u2011][^\W_]+)*)|(?P<mark>\.{3}|…|[^\w\s])|(?P<rest>\w+)",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    _COMMON + r"|(?P<elision>['’]s\b|(?<=s)['’](?=\s))"
    r"|(?P<word>[^\W\d_][\w]*(?:[\-\u2010\u2011][^\W_]+|['’](?!s\b)[^\W\d_]+)*)"
    r"|(?P<mark>\.{3}|…|[^\w\s])|(?P<rest>\w+)",
)
_STRAIGHT = str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a mark, a whole quotation, or a whole aside in parentheses or between dashes.

    Attributes:
        start: offset in the paragraph.
        end: offset after it.
        text: the letters.
        low: lower case, straight apostrophe.
        kind: what it is.
        quotation: the quotation, where it is one.
    """

    start: int
    end: int
    text: str
    low: str
    kind: Kind
    quotation: Quotation | None = None

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter (*al-Assad* included)."""
        if self.kind != "word" or self.text[-1] in "'’":
            return False
        if self.text[:1].isupper() or (self.text[:1] in "ie" and self.text[1:2].isupper()):
            return True
        return self.text[:3] in {"al-", "el-", "an-", "as-", "at-"} and self.text[3:4].isupper()


def tokenize(text: str, language: Language, marks: list[Quotation], start: int, end: int) -> list[Token]:
    """Cut ``text[start:end]`` into tokens.

    Args:
        text: the paragraph.
        language: of the paragraph.
        marks: its outermost quotations; each becomes one token.
        start: offset where to begin.
        end: offset where to stop.
    """
    pattern = _FRENCH if language == "fr" else _ENGLISH
    tokens: list[Token] = []
    position = start
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    for mark in inside:
        _words(text, pattern, position, max(position, mark.start), tokens)
        first, last = max(mark.start, start), min(mark.end, end)
        tokens.append(Token(first, last, text[first:last], "", "quotation", mark))
        position = last
    _words(text, pattern, position, end, tokens)
    return _asides(text, tokens)


def _words(text: str, pattern: re.Pattern[str], start: int, end: int, tokens: list[Token]) -> None:
    for match in pattern.finditer(text, start, end):
        group = match.lastgroup
        kind: Kind = "mark" if group == "mark" else "number" if group in {"number", "rest"} else "word"
        word = match.group()
        low = word.lower().translate(_STRAIGHT)
        if word == "A" and pattern is _FRENCH and (not tokens or tokens[-1].kind in {"mark", "quotation"}):
            low = "à"  # « A Brest, … »: agencies leave the accent out, and no sentence begins with « a »
        tokens.append(Token(match.start(), match.end(), word, low, kind))


def _asides(text: str, tokens: list[Token]) -> list[Token]:
    folded: list[Token] = []
    opened: int | None = None
    for token in tokens:
        if token.kind == "mark" and token.text in {"(", "["} and opened is None:
            opened = len(folded)
        folded.append(token)
        if token.kind == "mark" and token.text in {")", "]"} and opened is not None:
            start = folded[opened].start
            del folded[opened:]
            folded.append(Token(start, token.end, text[start : token.end], "", "aside"))
            opened = None
    return folded
