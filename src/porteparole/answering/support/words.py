"""A sentence cut into words, each with what it is by itself: a name, a figure, a word that tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from porteparole.answering.support.figures import Figure
from porteparole.answering.support.token import Token
from porteparole.language import Language
from porteparole.text.gazetteer import known
from porteparole.text.lexicon import function_words, information, is_ordinary
from porteparole.text.quotations import outermost
from porteparole.text.terms import Word, fold, stem

_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ]", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’ʼ]s?$", re.IGNORECASE)
_ENGLISH_NOT = re.compile(r"n['’ʼ]t$", re.IGNORECASE)
_ENGLISH_SHORT = re.compile(r"['’ʼ](?:ll|re|ve|d|m)$", re.IGNORECASE)
# In small letters these are no months.
_NO_MONTHS = (["may"], ["march"])
_BREAK = re.compile(r"[,;:.!?()\[\]–—…]|\s-\s")


def words_of(text: str, language: Language, found: Sequence[Figure]) -> list[Token]:
    """Return the words of a text, function words as well.

    Args:
        text: one or more sentences.
        language: of it.
        found: its figures.
    """
    tokens = list(_tokens(text, language))
    _place(text, language, tokens, found)
    return tokens


def _tokens(text: str, language: Language) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        start, raw = match.start(), match.group()
        pieces: list[tuple[int, str]] = []
        while elided := _ELIDED.match(raw) if language == "fr" else None:
            pieces.append((start, raw[: elided.end()]))
            start, raw = start + elided.end(), raw[elided.end() :]
        if language == "en" and (refused := _ENGLISH_NOT.search(raw)):
            if raw[: refused.start()]:
                pieces.append((start, raw[: refused.start()]))
            pieces.append((start + refused.start(), raw[refused.start() :]))
            raw = ""
        elif language == "en" and (short := _ENGLISH_SHORT.search(raw)):
            pieces.append((start, raw[: short.start()]))
            pieces.append((start + short.start(), raw[short.start() :]))
            raw = ""
        elif possessive := _POSSESSIVE.search(raw):
            raw = raw[: possessive.start()]
        if raw:
            pieces.append((start, raw))
        for at, piece in pieces:
            folded = fold(piece).strip("'") if piece[-1:] in "'’ʼ" else fold(piece)
            if language == "en" and _ENGLISH_NOT.search(piece):
                folded = "n't"
            folded = folded.lstrip("'") or folded
            yield Token(piece, folded, at, at + len(piece), stem(folded, language), 0.0)


def _place(text: str, language: Language, tokens: list[Token], found: Sequence[Figure]) -> None:
    idle = function_words(language)
    quotes = outermost(text)
    clause = 0
    for index, token in enumerate(tokens):
        gap = text[tokens[index - 1].end : token.start] if index else ""
        clause += bool(_BREAK.search(gap))
        token.clause = clause
        token.figure = next((f for f in found if f.covers(token.start)), None)
        token.quoted = any(mark.start <= token.start < mark.end for mark in quotes)
        starts = index == 0 or bool(re.search(r"[.!?:«“\"]\W*$", text[max(0, token.start - 3) : token.start]))
        if token.folded in idle or token.folded in {"n't", "n", "d", "l", "qu", "s", "c", "j"}:
            # Capitals make a name of a function word as well (US, WHO).
            token.is_name = len(token.folded) > 1 and token.text.isupper() and not text.isupper()
        else:
            token.is_name = token.text[0].isupper() and (
                not starts or not is_ordinary(token.folded, language)
            )
            token.weight = max(0.15, information(token.folded, language))
        if token.is_name:
            token.weight = max(token.weight, 0.5)
        if token.figure:
            token.weight, token.is_name = 0.0, False
    listed = [Word(t.text, t.folded, t.start, t.end) for t in tokens]
    for name in known(listed):
        if language == "en" and [t.text for t in tokens[name.first : name.after]] in _NO_MONTHS:
            continue
        codes = frozenset(code for code in name.codes if not code.startswith("figure"))
        if codes:
            for token in tokens[name.first : name.after]:
                token.codes = codes
                if not token.figure and token.folded not in idle:
                    token.weight = max(token.weight, 0.5)
