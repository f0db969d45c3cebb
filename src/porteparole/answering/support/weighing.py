"""Whether a claim holds, of what its words tell and of what reading the paragraph says.

That a figure, a name, a speaker or a negation is not the source's refuses it, whatever else is so. The rest
is weighed, for it may be the same in other words: that words are nowhere or beside all that is told, that it
sounds surer, that names stand elsewhere or do what another does, that two sentences are needed, that it gives
words to one who is named there; against it stand how sure the reader is that the paragraph says so, and how
much of a sentence is told. Where nothing speaks against it, it is still refused if the reader is sure enough
of the contrary. Without a reader whatever speaks against it refuses it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from porteparole.answering.support.claim import Verdict
from porteparole.answering.support.finding import Check, Finding, reason_of
from porteparole.answering.support.odds import Odds

_WEIGHED: frozenset[Check] = frozenset({"unsupported", "added", "stronger", "swapped", "untold"})
# By whether the languages are the same: in the other one words are found less surely.
_NEARLY_ALL = {True: 0.9, False: 0.8}
_MANY = 0.6
# Where not half of what a claim tells is there, no reader is sure enough.
_LEAST_SUPPORT = 0.5
# Two words in a row may be other words for something.
_OTHER_WORDS = 2
# Of so many words that are nowhere one more says nothing new.
_MOST_LACKING = 6
# Beyond this the reader is no surer than sure.
_SUREST = 4.0
# Of a sentence in the source's own words the reader must be this sure that it does not say so.
_OWN_WORDS, _CONTRARY = 0.98, -3.5
_TOLD: tuple[Check, ...] = ("added", "stronger", "swapped", "untold")
SPEAK_FOR = ("read", "here", "cover")
SPEAK_AGAINST = ("unbacked", "crossed", "joint", "lacking", *_TOLD)
FEATURES = (*SPEAK_FOR, *SPEAK_AGAINST, "across")


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model of what is weighed; fitted by ``python -m tests.benchmarks.support``.

    Attributes:
        intercept: 0 is the bound from which a claim is shown.
        of: weight of each of :data:`FEATURES`.
    """

    intercept: float
    of: Mapping[str, float]

    def odds(self, finding: Finding, odds: Odds) -> float:
        """Return the log odds that a claim holds, less the bound."""
        told = zip(FEATURES, features(finding, odds), strict=True)
        return self.intercept + sum(self.of[name] * value for name, value in told)


def features(finding: Finding, odds: Odds) -> tuple[float, ...]:
    """Return what is weighed of a finding and of how its paragraph was read."""
    read, here = (
        max(-_SUREST, min(_SUREST, sure)) for sure in (odds.whole, odds.here(finding.start, finding.end))
    )
    lacking = min(_MOST_LACKING, _lacking(finding))
    matched = (finding.cover, finding.unbacked, finding.crossed, float(finding.joint))
    told = (float(check in finding.against) for check in _TOLD)
    return (read, here, *matched, float(lacking), *told, float(not finding.same))


def in_its_words(finding: Finding, odds: Odds) -> bool:
    """Say whether a claim is a sentence of the source, shortened: then only a reader very sure is heard."""
    says_so = not finding.against and not finding.joint and finding.same and finding.support >= _OWN_WORDS
    return says_so and odds.whole >= _CONTRARY


def may_hold(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings against which nothing speaks that cannot be outvoted."""
    return [
        f
        for f in findings
        if f.against.keys() <= _WEIGHED and f.support >= _LEAST_SUPPORT and not _is_changed(f)
    ]


def _is_changed(finding: Finding) -> bool:
    """Say whether a claim has the source's words and something more: then that is what was changed.

    Nearly all of them, and sounds surer; or many of them, and beside them words in a row that are nowhere.
    """
    surer = "stronger" in finding.against and finding.support >= _NEARLY_ALL[finding.same]
    return surer or (_lacking(finding) > _OTHER_WORDS and finding.support >= _MANY)


def _lacking(finding: Finding) -> int:
    return len(finding.against.get("unsupported", "").split())


@cache
def shipped_weights() -> Weights:
    """Return the weights that come with the package."""
    text = files("porteparole.answering.support").joinpath("weights.toml").read_text("utf-8")
    told = tomllib.loads(text)
    return Weights(told["intercept"], {name: told[name] for name in FEATURES})


def verdict(findings: Sequence[Finding], odds: Mapping[str, Odds], weights: Weights | None = None) -> Verdict:
    """Return what holds, else the refusal by the sentence of the sources that comes nearest to it.

    Args:
        findings: what each sentence of the sources has to say to the claim.
        odds: the id of each paragraph to how it was read for the claim; empty without a reader.
        weights: others than those that come with the package.
    """
    if not findings:
        return Verdict(False, "empty")
    weights = weights or shipped_weights()
    open_to = may_hold(findings)
    judged = [
        _judged(f, odds.get(f.source.paragraph.id), weights if f in open_to else None) for f in findings
    ]
    return max(judged, key=lambda one: (one.holds, one.support))


def _judged(finding: Finding, odds: Odds | None, weights: Weights | None) -> Verdict:
    """Judge a finding; without weights nothing can outvote what speaks against it."""
    against, support, read = finding.against, finding.support, odds.whole if odds else None
    place = (finding.source, finding.start, finding.end)
    if odds is None:
        holds = not against and not finding.joint
    else:
        holds = weights is not None and (in_its_words(finding, odds) or weights.odds(finding, odds) >= 0.0)
    if holds:
        return Verdict(True, None, "", support, place, finding.attribution, read)
    if not against:
        return Verdict(False, "meaning", "", support, place, odds=read)
    first = next(iter(against))
    return Verdict(False, reason_of(first), against[first], support, place, odds=read)
