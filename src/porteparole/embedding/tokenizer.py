"""Text to token ids as XLM-RoBERTa does it: SentencePiece's unigram model.

Written out here because the library ``tokenizers`` costs more than the rest of the embedder: with these
250,002 pieces it takes 0.8 s on every start, this 0.1 s and 210 MB less. This also takes any Python string,
lone surrogates included. (``tests/embedding`` holds the two equal, the benchmark measures them.)

The algorithm is that of T. Kudo, "Subword Regularization" (2018), as in SentencePiece: of all ways to cut a
text into pieces, the one with the highest sum of log probabilities. No piece of this vocabulary has the mark
of a word's beginning inside, so each word can be cut on its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from math import inf

from porteparole.embedding.weights import Pieces

# Raised whenever the same text may get other ids: an index made before has to be made again.
TOKENIZER_VERSION = 1

# SentencePiece writes a word's beginning (a blank before it) as this character.
_WORD = "▁"
# A character in no piece costs this much more than the least probable piece (SentencePiece's kUnkPenalty).
_UNKNOWN_PENALTY = 10.0
_CACHED_WORDS = 16_384
_LONGEST_CACHED_WORD = 32
_BLANKS = re.compile(" +")
# Neither may reach the vocabulary: SentencePiece drops control characters, and reads what cannot be decoded
# as U+FFFD, which it replaces by a blank.
_UNREADABLE: dict[int, str] = {0: "", **dict.fromkeys(range(0xD800, 0xE000), " ")}


class Tokenizer:
    """Cuts text into the ids of pieces. May be used from several threads.

    Args:
        pieces: the vocabulary.
        replacements: characters and what stands for them (compatibility forms, blanks, control characters).
    """

    def __init__(self, pieces: Pieces, replacements: Mapping[int, str]) -> None:
        self._ids = dict(zip(pieces.texts, range(len(pieces.texts)), strict=True))
        for control in {pieces.beginning, pieces.end, pieces.padding, pieces.unknown}:
            del self._ids[pieces.texts[control]]
        self._scores = pieces.scores
        self._unknown = pieces.unknown
        self._unknown_score = min(pieces.scores) - _UNKNOWN_PENALTY
        self._longest = max(map(len, pieces.texts))
        self._replacements = {**_UNREADABLE, **replacements}
        self._known_word = lru_cache(_CACHED_WORDS)(self._cut)

    def normalised(self, text: str) -> str:
        """Return ``text`` as the vocabulary spells it: composed, compatibility forms replaced, single blanks.

        Composing first (NFC) gives text that was decomposed (é as two characters) the pieces of the same
        text composed; everything else is the model's own table, which is NFKC with control characters
        dropped and every kind of blank made one.
        """
        text = unicodedata.normalize("NFC", text).translate(self._replacements)
        return _BLANKS.sub(" ", text).strip(" ")

    def ids(self, text: str) -> list[int]:
        """Return the ids of the pieces of a normalised text, without the marks of beginning and end."""
        found: list[int] = []
        for word in text.split(" "):
            cut = self._known_word if len(word) <= _LONGEST_CACHED_WORD else self._cut
            found.extend(cut(_WORD + word))
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        """Find the most probable cut of a word (Viterbi): one forward pass, then the way back."""
        ids, scores, longest = self._ids, self._scores, self._longest
        size = len(word)
        best = [0.0] + [-inf] * size
        # For each end: where the best last piece before it begins, and its id.
        last: list[tuple[int, int]] = [(0, 0)] * (size + 1)
        for start in range(size):
            so_far = best[start]
            for end in range(start + 1, min(start + longest, size) + 1):
                number = ids.get(word[start:end])
                if number is not None and so_far + scores[number] > best[end]:
                    best[end] = so_far + scores[number]
                    last[end] = (start, number)
            if so_far + self._unknown_score > best[start + 1]:
                best[start + 1] = so_far + self._unknown_score
                last[start + 1] = (start, self._unknown)
        way: list[int] = []
        end = size
        while end:
            end, number = last[end]
            # A run of unknown characters is one token, as in SentencePiece (the C engine keeps one for each).
            if number != self._unknown or not way or way[-1] != self._unknown:
                way.append(number)
        return tuple(reversed(way))
