"""The spellings of text messages: what *koi*, *cb* or *ppl* stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from porteparole.language import Language
from porteparole.shipped import packaged_toml
from porteparole.text.langid import detect
from porteparole.text.terms import fold

# *Di* is a part of names as well (« Di Maria »), but not after these.
_SAYS = re.compile(r"\b(ils?|elles?|on|qui|ki) di\b", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w'’.@/-])[^\W_]+(?![\w'’@/-])")


def spell_out(text: str, language: Language) -> str:
    """Return a question with the shorthand of ``language`` written out, what says nothing (*stp*) left out.

    A word in capitals among small ones is an abbreviation of something else (*PM*) and stays.
    """
    meant = _listed(language)
    shouted = text == text.upper()
    if language == "fr":
        text = _SAYS.sub(r"\1 dit", text)

    def written_out(match: re.Match[str]) -> str:
        word = match.group()
        if word.isupper() and not shouted:
            return word
        return meant.get(fold(word), word)

    return " ".join(_WORD.sub(written_out, text).split())


def language_of(text: str) -> Language | None:
    """Return the language of a question, its shorthand read as words; None where it does not tell."""
    return detect(f"{spell_out(text, 'fr')} {spell_out(text, 'en')}")


@cache
def _listed(language: Language) -> Mapping[str, str]:
    content = packaged_toml("porteparole.answering", "shorthand.toml")
    return {**content["any"], **content[language], **content["letters"][language]}
