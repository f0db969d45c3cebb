"""What a question demands that likeness cannot tell: a speaker, a thing counted, a price, what is to come.

A paragraph on the same subject is near to the question whether or not it has these; without them it does not
answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from porteparole.answering.asked_speakers import asked_speakers
from porteparole.answering.question import Question, Term
from porteparole.shipped import packaged_toml
from porteparole.text.terms import words


@dataclass(frozen=True, slots=True)
class Demands:
    """What an answer has to have.

    Attributes:
        speakers: names of whoever is asked about as a speaker, each with its parts; any of them will do.
        counted: what is counted (« combien de navires »).
        money: whether a sum of money is asked for.
        currency: whether it is asked for in a unit of money, so that a share of a hundred will not do.
        durations: the units in one of which a length of time is asked for; empty where none is.
        upcoming: whether it is about what comes next.
    """

    speakers: tuple[tuple[Term, ...], ...] = ()
    counted: Term | None = None
    money: bool = False
    currency: bool = False
    durations: frozenset[str] = frozenset()
    upcoming: bool = False


@dataclass(frozen=True)
class Lists:
    """The word lists of ``demands.toml``, folded."""

    counting: tuple[str, ...]
    lasting: tuple[str, ...]
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
    listed = packaged_toml("porteparole.answering", "demands.toml")

    def bag(name: str) -> frozenset[str]:
        return frozenset(listed[name].split())

    return Lists(
        tuple(listed["counting"]),
        tuple(listed["lasting"]),
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
    in_currency = _names_currency(folded, counted)
    money = _asks_for_money(question, folded, counted, in_currency=in_currency)
    return Demands(
        asked_speakers(question),
        _counted(question, counted),
        money,
        money and in_currency,
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


def _asks_for_money(
    question: Question, folded: Sequence[str], counted: Sequence[str], *, in_currency: bool
) -> bool:
    asked, listed = set(folded), lists()
    if asked & listed.sums:
        # With something else asked for, a sum is only spoken of (« pourquoi le prix … »).
        return question.wants("number") or not (question.wanted or asked & INTERROGATIVES)
    if counted:
        return in_currency
    sum_asked = any(word in listed.money_nouns and before in WHICH for before, word in pairwise(folded))
    return sum_asked or (question.wants("number") and (in_currency or bool(asked & listed.money_nouns)))


def _names_currency(folded: Sequence[str], counted: Sequence[str]) -> bool:
    """Say whether a sum is asked for in a unit of money (« combien de milliards », *how much in dollars*)."""
    listed = lists()
    return not listed.currencies.isdisjoint(counted) or any(
        word in listed.currencies and before in listed.before_currency for before, word in pairwise(folded)
    )


INTERROGATIVES = frozenset(
    "qui que quoi comment pourquoi quand ou lequel laquelle who whom what which when where why how".split()
)


WHICH = frozenset("quel quelle quels quelles what which".split())


def _durations(key: str, counted: Sequence[str]) -> frozenset[str]:
    units = lists().durations
    if any(f" {cue} " in key for cue in lists().lasting):
        return frozenset[str]().union(*units)
    return frozenset[str]().union(*(unit for unit in units if not unit.isdisjoint(counted[:1])))
