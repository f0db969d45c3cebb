"""Greetings, thanks and questions about the bot itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from porteparole.language import LANGUAGES, Language
from porteparole.shipped import packaged_toml
from porteparole.text.lexicon import function_words
from porteparole.text.terms import fold, words

Courtesy = Literal["greeting", "thanks", "farewell", "self"]
_COURTESIES: tuple[Courtesy, ...] = ("self", "thanks", "farewell", "greeting")
_MOST_OTHER_WORDS = 3
_INTERROGATIVES = frozenset(
    "qui que quoi quel quelle quels quelles comment combien pourquoi quand lequel laquelle dit "
    "who whom whose what which when where why how".split()
)


@dataclass(frozen=True, slots=True)
class Chat:
    """What kind of courtesy was said, and in which language (None where it is the same in both)."""

    courtesy: Courtesy
    language: Language | None


def read_chat(text: str) -> Chat | None:
    """Return what a message says when it is small talk alone, None when it asks for anything else."""
    key = " ".join(word.folded for word in words(text))
    if not key:
        return None
    said: list[tuple[Courtesy, Language]] = [
        (courtesy, language) for language in LANGUAGES if (courtesy := _courtesy(key, language))
    ]
    if not said:
        return None
    courtesy, language = said[0]
    return Chat(courtesy, language if len(said) == 1 else None)


def without_courtesies(text: str) -> str:
    """Return a message without the greeting it may start with (« Bonjour, qui a dit… »)."""
    found = list(words(text))
    key = " ".join(word.folded for word in found)
    for language in LANGUAGES:
        match = _leading(language).match(key)
        if match and match.end() < len(key):
            return text[found[match.group().count(" ") + (not match.group().endswith(" "))].start :]
    return text


def _courtesy(key: str, language: Language) -> Courtesy | None:
    said: list[tuple[int, Courtesy]] = []
    rest = key
    for courtesy in _COURTESIES:
        said.extend((len(m.group()), courtesy) for m in _phrases(language)[courtesy].finditer(rest))
        rest = _phrases(language)[courtesy].sub(" ", rest)
    left = rest.split()
    if not said or len(left) > _MOST_OTHER_WORDS or not set(left) <= _idle(language):
        return None
    return max(said, key=lambda length_and_courtesy: length_and_courtesy[0])[1]


@cache
def _idle(language: Language) -> frozenset[str]:
    """Return the function words that ask for nothing."""
    return function_words(language) - _INTERROGATIVES


@cache
def _phrases(language: Language) -> Mapping[Courtesy, re.Pattern[str]]:
    listed = packaged_toml("porteparole.answering", "chat.toml")[language]
    return {courtesy: _any(listed[courtesy]) for courtesy in _COURTESIES}


@cache
def _leading(language: Language) -> re.Pattern[str]:
    greeting = _phrases(language)["greeting"].pattern
    return re.compile(f"(?:{greeting}) ")


def _any(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(
        (" ".join(w.folded for w in words(fold(p))) for p in phrases), key=len, reverse=True
    )
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for p in longest_first if p) + r")\b")
