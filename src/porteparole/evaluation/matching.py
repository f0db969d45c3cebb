"""Whether an answer holds what it should: patterns and paragraphs, without accents and typography."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

Alternatives = Sequence[Sequence[re.Pattern[str]]]

_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"'})
_ALIKE = str.maketrans({"\u200b": "", "\ufeff": "", "œ": "oe", "Œ": "Oe", "æ": "ae"})
_AROUND = ' "«»'

# A piece of a paragraph stands for it if it is this long and this much of it; a stretch that holds a
# paragraph stands for it up to this length.
_LEAST_LENGTH, _LEAST_SHARE, _MOST_SHARE = 40, 0.6, 1.3


def pattern(written: str) -> re.Pattern[str]:
    """Compile a pattern of a gold file: case is ignored but inside ``(?-i:…)``, accents always.

    Raises:
        re.error: it is no regular expression.
    """
    return re.compile(_without_accents(written.translate(_SAME)), re.IGNORECASE | re.MULTILINE)


def plain(text: str) -> str:
    """Return a text as patterns read it: one kind of quotation mark, apostrophe and blank, no accents."""
    same = unicodedata.normalize("NFC", text).translate(_SAME).translate(_ALIKE)
    return _without_accents(re.sub(r"\s+", " ", same).strip())


def holds_any(alternatives: Alternatives, text: str) -> bool:
    """Say whether a text satisfies all patterns of one of the alternatives, or there are none."""
    read = plain(text)
    return not alternatives or any(all(p.search(read) for p in patterns) for patterns in alternatives)


def is_same_paragraph(cited: str, right: str) -> bool:
    """Say whether a cited paragraph is the right one, also where the corpus splits paragraphs otherwise."""
    ours, gold = _key(cited), _key(right)
    if not ours:
        return False
    piece = len(ours) >= _LEAST_LENGTH and ours in gold and len(ours) >= _LEAST_SHARE * len(gold)
    return ours == gold or piece or (gold in ours and len(ours) <= _MOST_SHARE * len(gold))


def is_among(cited: str, right: Iterable[str]) -> bool:
    """Say whether a cited paragraph is one of the right ones."""
    return any(is_same_paragraph(cited, text) for text in right)


def _key(text: str) -> str:
    return plain(text).lower().strip(_AROUND)


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
