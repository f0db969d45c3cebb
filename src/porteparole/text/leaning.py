"""Whether a sentence can be understood without the one before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from porteparole.language import Language
from porteparole.shipped import packaged_toml
from porteparole.text.gazetteer import is_date_word
from porteparole.text.quotations import outermost
from porteparole.text.terms import words

_FIRST_WORDS = 9
_THIS_IS = re.compile(r"\W*C['’ʼ]\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    capital: bool = False
    resolved: bool = False
    """Whether a name follows in brackets."""
    behind_comma: bool = False


_NOTHING = _Word("")


def points_back(text: str, language: Language) -> bool:
    """Say whether a sentence begins with a word that points back to the one before it.

    Such are a pronoun without a name before it (*Il a ajouté*, *Face à la pression, elle …*), a possessive
    (*Son départ*) and a demonstrative (*Cette décision*, *This*). An impersonal *il* (*il faut*) and a day
    (*ce samedi*) are none. Words inside quotation marks are the speaker's own.

    Args:
        text: the sentence as it would be shown; a name in brackets behind a pronoun resolves it.
        language: of the sentence.
    """
    lists = _lists(language)
    found = _beginning(text)
    if found and language == "fr" and _THIS_IS.match(text):
        return True
    for index, word in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else _NOTHING
        if word.folded in lists["pronouns"]:
            # *Le maire a dit qu’il …* has its own subject before the pronoun; *Le lendemain, il …* has not.
            own = index and found[0].folded in lists["articles"] and not word.behind_comma
            return not (own or word.resolved or _is_impersonal(found[index + 1 :], lists))
        if word.folded in lists["determiners"]:
            if following.folded in lists["last"]:
                return not (following.resolved or word.resolved)
            if index == 0:
                timed = _is_time(following.folded) or following.folded in lists["times"]
                return bool(following.folded) and not timed and not following.resolved
        elif index and word.capital and not is_date_word(word.folded):
            return False  # somebody or something is named before any pronoun
    return False


def _is_impersonal(following: list[_Word], lists: dict[str, frozenset[str]]) -> bool:
    """Say whether *il* before these words stands for nobody: *il ne faut*, *il a fallu*."""
    behind = [word.folded for word in following if word.folded not in {"ne", "n"}]
    one, two = [*behind, "", ""][:2]
    return one in lists["impersonal"] or (one in lists["helping"] and two in lists["impersonal"])


def _is_time(folded: str) -> bool:
    return is_date_word(folded) or folded.isdigit()


def links(text: str, language: Language) -> bool:
    """Say whether a sentence begins with a word that links it to the one before (*toutefois*, *however*)."""
    begun = " ".join(word.folded for word in _beginning(text))
    if begun.startswith(tuple(f"{joint} " for joint in _lists(language)["joints"])):
        return False  # « Alors que la mer monte, … »
    return any(f"{begun} ".startswith(f"{link} ") for link in _lists(language)["links"])


def _beginning(text: str) -> list[_Word]:
    """Return the first words outside quotation marks; none of a sentence that begins with a quotation."""
    marks = outermost(text)
    found: list[_Word] = []
    for word in words(text):
        if any(mark.start <= word.start < mark.end for mark in marks):
            if not found:
                return []
            continue
        resolved = text[word.end :].lstrip().startswith("[")
        behind_comma = text[: word.start].rstrip().endswith(",")
        found.append(_Word(word.folded, word.text[0].isupper(), resolved, behind_comma))
        if len(found) == _FIRST_WORDS:
            break
    return found


@cache
def _lists(language: Language) -> dict[str, frozenset[str]]:
    listed = packaged_toml("porteparole.text", "data/leaning.toml")
    return {name: frozenset(entries) for name, entries in listed[language].items()}
