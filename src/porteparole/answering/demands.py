"""What a question demands that likeness cannot tell: a speaker, a thing counted, a price, what is to come.

A paragraph on the same subject is near to the question whether or not it has these; without them it does not
answer.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from porteparole.answering.question import Question, Term
from porteparole.language import Language
from porteparole.statements.words import given_names
from porteparole.text.lexicon import function_words
from porteparole.text.terms import Word, words

# A verb of saying stands at most so many words behind its subject (« Joffrin a-t-il vraiment dit »).
_BEHIND_SUBJECT = 4
_BEFORE_SUBJECT = 3


@dataclass(frozen=True, slots=True)
class Demands:
    """What an answer has to have.

    Attributes:
        speakers: names of whoever is asked about as a speaker, each with its parts; any of them will do.
        counted: what is counted (« combien de navires »).
        money: whether a sum of money is asked for.
        durations: the units in one of which a length of time is asked for; empty where none is.
        upcoming: whether it is about what comes next.
    """

    speakers: tuple[tuple[Term, ...], ...] = ()
    counted: Term | None = None
    money: bool = False
    durations: frozenset[str] = frozenset()
    upcoming: bool = False


@dataclass(frozen=True)
class Lists:
    """The word lists of ``demands.toml``, folded."""

    according: tuple[str, ...]
    according_first: tuple[str, ...]
    counting: tuple[str, ...]
    lasting: tuple[str, ...]
    about: frozenset[str]
    sums: frozenset[str]
    money_nouns: frozenset[str]
    before_currency: frozenset[str]
    currencies: frozenset[str]
    next: frozenset[str]
    coming: frozenset[str]
    durations: tuple[frozenset[str], ...]


@cache
def lists() -> Lists:
    """Return the word lists that come with the package."""
    listed = tomllib.loads(files("porteparole.answering").joinpath("demands.toml").read_text("utf-8"))

    def bag(name: str) -> frozenset[str]:
        return frozenset(listed[name].split())

    return Lists(
        tuple(listed["according"]),
        tuple(listed["according_first"]),
        tuple(listed["counting"]),
        tuple(listed["lasting"]),
        bag("about"),
        bag("sums"),
        bag("money_nouns"),
        bag("before_currency"),
        bag("currencies"),
        bag("next"),
        bag("coming"),
        tuple(frozenset(unit.split()) for unit in listed["durations"].values()),
    )


@lru_cache(maxsize=1_000)
def read_demands(question: Question) -> Demands:
    """Return what a question demands of its answer."""
    found = list(words(question.text))
    folded = [word.folded for word in found]
    asked = set(folded)
    key = f" {' '.join(folded)} "
    counted = _behind(key, lists().counting)
    return Demands(
        tuple(_speakers(question, found)),
        _counted(question, counted),
        _asks_for_money(question, folded, counted),
        _durations(key, counted),
        bool(asked & lists().next),
    )


def _behind(key: str, cues: Sequence[str]) -> list[str]:
    """Return the two words behind the first of ``cues`` in a text of folded words, or none."""
    for cue in cues:
        _, found, after = key.partition(f" {cue} ")
        if found:
            return after.split()[:2]
    return []


def _counted(question: Question, behind: Sequence[str]) -> Term | None:
    terms = {term.folded: term for term in question.terms}
    return next((terms[word] for word in behind if word in terms and word != _PREFIX), None)


# *How many non-residents*: hyphens part words.
_PREFIX = "non"


def _asks_for_money(question: Question, folded: Sequence[str], counted: Sequence[str]) -> bool:
    asked, listed = set(folded), lists()
    if asked & listed.sums:
        # With something else asked for, a sum is only spoken of (« pourquoi le prix … »).
        return question.wants("number") or not (question.wanted or asked & INTERROGATIVES)
    if counted:
        return not listed.currencies.isdisjoint(counted)
    in_currency = any(
        word in listed.currencies and before in listed.before_currency for before, word in pairwise(folded)
    )
    sum_asked = any(word in listed.money_nouns and before in WHICH for before, word in pairwise(folded))
    return sum_asked or (question.wants("number") and (in_currency or bool(asked & listed.money_nouns)))


INTERROGATIVES = frozenset(
    "qui que quoi comment pourquoi quand ou lequel laquelle who whom what which when where why how".split()
)


WHICH = frozenset("quel quelle quels quelles what which".split())


def _durations(key: str, counted: Sequence[str]) -> frozenset[str]:
    units = lists().durations
    if any(f" {cue} " in key for cue in lists().lasting):
        return frozenset[str]().union(*units)
    return frozenset[str]().union(*(unit for unit in units if not unit.isdisjoint(counted[:1])))


def _speakers(question: Question, found: Sequence[Word]) -> list[tuple[Term, ...]]:
    """Return the names that stand where the grammar of a question has the speaker."""
    listed = lists()
    saying = {term.folded for term in question.terms if term.is_plain_speech} | _SAYING
    telling = saying | {term.folded for term in question.terms if term.is_speech}
    speakers: list[tuple[Term, ...]] = []
    for name in [*question.names, *_given_names(question, found)]:
        # A country speaks through people with names of their own.
        if any(term.codes for term in name):
            continue
        ends = (name[0].folded.split()[0], name[-1].folded.split()[-1])
        at, end = (next((i for i, w in enumerate(found) if w.folded == part), -1) for part in ends)
        if min(at, end) < 0:
            continue
        before = " ".join(word.folded for word in found[max(0, at - 4) : at])
        introduced = any(f" {before}".endswith(f" {cue}") for cue in listed.according) or any(
            before == cue for cue in listed.according_first
        )
        behind = found[end + 1 : end + 1 + _BEHIND_SUBJECT]
        verb = next(
            (i for i, w in enumerate(behind) if w.folded in telling and not _is_called(w, question.text)),
            None,
        )
        subject = verb is not None and all(_may_part(w.folded, question.language) for w in behind[:verb])
        between = found[max(0, at - _BEFORE_SUBJECT) : at]
        inverted = any(
            word.folded in saying and not any(w.folded in listed.about for w in between[i:])
            for i, word in enumerate(between)
        )
        governed = at > 0 and found[at - 1].folded in listed.about
        if introduced or ((subject or inverted) and not governed):
            speakers.append(name)
    return speakers


def _given_names(question: Question, found: Sequence[Word]) -> list[tuple[Term]]:
    """Return the given names in a question typed in small letters (*que dit marie*).

    Most are words as well, so that they count as names only where somebody speaks, and behind no article.
    """
    if not question.caseless:
        return []
    nouns = {word.folded for before, word in pairwise(found) if before.folded in _ARTICLES}
    small = (term for term in question.terms if not term.is_name and term.folded in given_names())
    return [(term,) for term in small if term.folded not in nouns]


_ARTICLES = frozenset("le la les l un une des du ce cet cette ces the a an this that".split())


def _may_part(folded: str, language: Language) -> bool:
    """Say whether a word may stand between a subject and its verb (*a-t-il vraiment dit*, *really say*).

    In *Fleury inmates complain* the name is not the subject.
    """
    return folded in function_words(language) or folded.endswith(("ment", "ly"))


def _is_called(word: Word, text: str) -> bool:
    """Say whether a word of a text is *(s’)appelle*: who is called something does not speak."""
    return word.folded.startswith("appel") and bool(_REFLEXIVE.search(text[: word.start]))


_REFLEXIVE = re.compile(r"\bs(?:e\s|[’'\s])\s*$", re.IGNORECASE)
_SAYING = frozenset("dit dire disent say says said".split())
