"""A sentence read for what turns, weakens, bounds or strengthens each of its words."""

from __future__ import annotations

from functools import lru_cache

from porteparole.answering.support.certainty import weaken
from porteparole.answering.support.figures import figures
from porteparole.answering.support.markers import matches
from porteparole.answering.support.negation import turn
from porteparole.answering.support.strength import strengthen
from porteparole.answering.support.token import Reading
from porteparole.answering.support.words import words_of
from porteparole.language import Language


@lru_cache(maxsize=4_000)
def read(text: str, language: Language) -> Reading:
    """Read one or more sentences; the same text gives the same object, which nobody changes."""
    found = figures(text, language)
    reading = Reading(text, language, words_of(text, language, found), found)
    for first, after in matches(reading.tokens, language, "hollow"):
        for token in reading.tokens[first:after]:
            token.weight = 0.0
    strengthen(reading)
    turn(reading)
    weaken(reading)
    return reading
