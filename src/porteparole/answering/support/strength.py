"""How much of each thing a sentence speaks of, how strongly, and how its figures are bounded."""

from __future__ import annotations

import re

from porteparole.answering.support.markers import heads, matches
from porteparole.answering.support.token import Reading
from porteparole.text.lexicon import is_ordinary, is_word

_STRENGTHS = (
    "all",
    "always",
    "only",
    "fully",
    "certain",
    "must",
    "superlative",
    "very",
    "most",
    "many",
    "few",
)
"""Kinds of strength that a sentence may have only where what it rests on has it."""
_BOUNDS = ("more", "less", "about")
_QUANTITIES = {"few": 1, "some": 2, "many": 3, "most": 4, "all": 5}


def strengthen(reading: Reading) -> None:
    """Set the strengths and quantities of a reading's words, and the bounds of its figures."""
    tokens, language = reading.tokens, reading.language
    for kind in _STRENGTHS:
        for first, after in matches(tokens, language, kind):
            near = tokens[max(0, first - 6) : first + 4]
            never = any(t.folded == "jamais" for t in tokens[first:after])
            if kind == "always" and never and any(t.folded in {"ne", "n"} for t in near):
                continue
            reading.strengths.add(kind)
            for token in tokens[first:after]:
                token.strengths.add(kind)
                token.is_marker = True
    for kind, quantity in _QUANTITIES.items():
        for first, after in matches(tokens, language, kind):
            for token in tokens[first:after]:
                token.is_marker = True
            for head in heads(tokens, after, 1):
                head.quantity = quantity
    if language == "en":
        for token in tokens:
            if (
                token.tells
                and re.fullmatch(r"[a-z]{3,}(?:est)", token.folded)
                and not is_ordinary(token.folded, "fr")
            ):
                base = token.folded[:-3]
                if any(is_word(form, "en") for form in (base, base + "e", base[:-1], base[:-1] + "y")):
                    token.strengths.add("superlative")
                    reading.strengths.add("superlative")
    for kind in _BOUNDS:
        for first, after in matches(tokens, language, kind):
            for token in tokens[first:after]:
                token.is_marker = True
    for number, figure in enumerate(reading.figures):
        before = [t for t in tokens if t.end <= figure.start][-4:]
        bounds = {
            kind
            for kind in _BOUNDS
            for _, after in matches(before, language, kind)
            if after >= len(before) - 1
        }
        if bounds:
            reading.bounds[number] = bounds
