"""Whose words a question asks for: the grammar of *que dit X*, *the reaction of X*, *quote X*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise

from porteparole.answering.question import Question, Term
from porteparole.language import Language
from porteparole.shipped import packaged_toml
from porteparole.statements.words import given_names
from porteparole.statements.words import words as listed_words
from porteparole.text.lexicon import function_words
from porteparole.text.terms import Word, words

# A verb of saying stands at most so many words behind its subject (« Joffrin a-t-il vraiment dit »).
_BEHIND_SUBJECT = 4
# Or before it, with a title or a function between (« que dit le ministre Joffrin »).
_BEFORE_SUBJECT = 3
# *Marchetti's exact words*.
_BEHIND_OWNER = 3


@dataclass(frozen=True)
class _Lists:
    """The word lists of ``asked_speakers.toml``, folded."""

    according: tuple[str, ...]
    according_first: tuple[str, ...]
    about: frozenset[str]
    nouns: frozenset[str]
    quotations: frozenset[str]
    of: frozenset[str]
    requests: frozenset[str]
    reacting: frozenset[str]
    asking: frozenset[str]
    somebody: frozenset[str]
    on: frozenset[str]
    interrogatives: frozenset[str]


_BAGS = tuple(field.name for field in fields(_Lists))[2:]


@cache
def _lists() -> _Lists:
    listed = packaged_toml("porteparole.answering", "asked_speakers.toml")

    def bag(name: str) -> frozenset[str]:
        return frozenset(listed[name].split())

    return _Lists(
        tuple(listed["according"]),
        tuple(listed["according_first"]),
        *map(bag, _BAGS),
    )


def asked_speakers(question: Question) -> tuple[tuple[Term, ...], ...]:
    """Return the names that stand where the grammar of a question has the speaker, each with its parts.

    A country is none: it speaks through people with names of their own.
    """
    found = list(words(question.text))
    saying = {term.folded for term in question.terms if term.is_plain_speech} | _SAYING
    telling = saying | {term.folded for term in question.terms if term.is_speech}
    speakers: list[tuple[Term, ...]] = []
    for name in [*question.names, *_given_names(question, found)]:
        if any(term.codes for term in name) or all(term.is_guess for term in name):
            continue
        ends = (name[0].folded.split()[0], name[-1].folded.split()[-1])
        at, end = (next((i for i, w in enumerate(found) if w.folded == part), -1) for part in ends)
        if min(at, end) < 0:
            continue
        before = [word.folded for word in found[:at]]
        after = [word.folded for word in found[end + 1 :]]
        if _ELIDED_OF.search(question.text[: found[at].start]):
            before.append("d")
        owner = bool(_OWNER.match(question.text, found[end].end))
        speaks = (
            (_is_introduced(before) and not owner)
            or (_is_subject(question, found, end, telling) and not owner and not _belongs_to(before))
            or _is_inverted(before, saying, telling)
            or _owns_words(before, after if owner else ())
            or _heads_key_words(before, after)
        )
        if speaks:
            speakers.append(name)
    return tuple(speakers)


def _is_introduced(before: Sequence[str]) -> bool:
    """*Selon X*."""
    behind = " ".join(before[-4:])
    return any(f" {behind}".endswith(f" {cue}") for cue in _lists().according) or any(
        behind == cue for cue in _lists().according_first
    )


def _is_subject(question: Question, found: Sequence[Word], end: int, telling: set[str]) -> bool:
    """*X dit*, *how did X react*; not *the criticism of X says*."""
    behind = found[end + 1 : end + 1 + _BEHIND_SUBJECT]
    verb = next(
        (
            i
            for i, w in enumerate(behind)
            if w.folded in _lists().reacting or (w.folded in telling and not _is_called(w, question.text))
        ),
        None,
    )
    return verb is not None and all(_may_part(w.folded, question.language) for w in behind[:verb])


def _is_inverted(before: Sequence[str], saying: set[str], telling: set[str]) -> bool:
    """*Que dit le ministre X*; with any verb of speech where it asks what, or how (« que craint X »).

    Else the name may be what is spoken about: « qui accuse X ? ».
    """
    listed = _lists()
    first = max(0, len(before) - _BEFORE_SUBJECT)
    for i in range(first, len(before)):
        if not listed.somebody.isdisjoint(before[max(0, i - 2) : i]):
            continue  # *who said X …*
        verb = before[i] in saying or (before[i] in telling and i > 0 and before[i - 1] in listed.asking)
        if verb and listed.about.isdisjoint(before[i:]):
            return True
    return bool(before) and before[-1] in listed.requests


def _owns_words(before: Sequence[str], owned: Sequence[str]) -> bool:
    """*La position du ministre X*, *X's own words*, *the reaction of X*, *citation X*.

    *What did he answer on X's comments* asks for his words.
    """
    listed = _lists()
    if not _PRONOUNS.isdisjoint(before):
        return False
    if before and before[-1] in listed.quotations:
        return True
    if not listed.nouns.isdisjoint(owned[:_BEHIND_OWNER]):
        return True
    for i in range(len(before) - 1, max(0, len(before) - _BEFORE_SUBJECT) - 1, -1):
        if before[i] in listed.of:
            return not listed.nouns.isdisjoint(before[max(0, i - 2) : i])
        if before[i] in listed.about:
            return False
    return False


def _given_names(question: Question, found: Sequence[Word]) -> list[tuple[Term]]:
    """Return the given names in a question typed in small letters (*que dit marie*).

    Most are words as well, so that they count as names only where somebody speaks, and behind no article.
    """
    if not question.caseless:
        return []
    nouns = {word.folded for before, word in pairwise(found) if before.folded in _ARTICLES}
    # *The Europol guy* is no Guy.
    nouns |= listed_words(question.language).people
    small = (term for term in question.terms if not term.is_name and term.folded in given_names())
    return [(term,) for term in small if term.folded not in nouns]


_ARTICLES = frozenset("le la les l un une des du ce cet cette ces the a an this that".split())


def _heads_key_words(before: Sequence[str], after: Sequence[str]) -> bool:
    """*X on the strike*, *X reaction strike*, *X … quote*: whoever stands first in a few key words."""
    listed = _lists()
    if not _ARTICLES.issuperset(before) or not after or not listed.interrogatives.isdisjoint(after):
        return False
    return after[0] in listed.nouns | listed.on or not listed.quotations.isdisjoint(after)


def _belongs_to(before: Sequence[str]) -> bool:
    """Say whether a name tells only whose somebody is (« le porte-parole de la X »)."""
    at = len(before) - 1
    while at >= 0 and before[at] in _ARTICLES:
        at -= 1
    return at >= 0 and before[at] in _lists().about


def _may_part(folded: str, language: Language) -> bool:
    """Say whether a word may stand between a subject and its verb (*a-t-il vraiment dit*, *really say*).

    In *Fleury inmates complain* the name is not the subject.
    """
    return folded in function_words(language) or folded.endswith(("ment", "ly"))


def _is_called(word: Word, text: str) -> bool:
    """Say whether a word of a text is *(s’)appelle*: who is called something does not speak."""
    return word.folded.startswith("appel") and bool(_REFLEXIVE.search(text[: word.start]))


_PRONOUNS = frozenset("il elle ils elles he she they".split())
_OWNER = re.compile(r"[’']s?\b|[’'](?=\s)")
_ELIDED_OF = re.compile(r"\bd[’'\s]\s*$", re.IGNORECASE)
_REFLEXIVE = re.compile(r"\bs(?:e\s|[’'\s])\s*$", re.IGNORECASE)
_SAYING = frozenset("dit dire disent say says said".split())
