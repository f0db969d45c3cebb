"""The words that the dictionary of a language has (simplemma's), looked up in a sorted file.

Decoding the library's own file takes a fifth of a second and 60 MB at each start; this one is made once for
each user of the machine and read as it lies.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import metadata
from pathlib import Path

from porteparole.cache import cached
from porteparole.language import Language

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'"})


class Dictionary:
    """Words, one a line, sorted by their bytes; may be used from any thread."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines

    def has(self, word: str) -> bool:
        """Say whether a word stands in it as it is, or with its first letter in the other case."""
        word = word.translate(_APOSTROPHES)
        other = word.lower() if word[:1].isupper() else word.capitalize()
        return self._holds(word) or self._holds(other)

    def _holds(self, word: str) -> bool:
        wanted, lines = word.encode("utf-8", "surrogatepass"), self._lines
        low, high = 0, len(lines)
        while low < high:
            start = lines.rfind(b"\n", 0, (low + high) // 2) + 1
            end = lines.find(b"\n", start)
            line = lines[start:end]
            if line == wanted:
                return True
            if line < wanted:
                low = end + 1
            else:
                high = start
        return False


@cache
def dictionary(language: Language) -> Dictionary:
    """Return the dictionary of a language."""
    return Dictionary(
        cached(_folder(), f"words-{language}", metadata.version("simplemma"), lambda: _lines(language))
    )


def _lines(language: Language) -> bytes:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    words = {word.translate(_APOSTROPHES) for word in DefaultDictionaryFactory().get_dictionary(language)}
    return b"".join(sorted(word.encode() + b"\n" for word in words if "\n" not in word))


def _folder() -> Path | None:
    """Return where programs keep what they can make again (XDG Base Directory; Windows has its own place)."""
    place = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    try:
        return (Path(place) if place else Path.home() / ".cache") / "porteparole"
    except RuntimeError:  # nobody's home
        return None
