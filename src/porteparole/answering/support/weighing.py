"""Whether a claim holds, of what its words tell and of what reading the paragraph says.

What speaks against it refuses it, whatever else is so. Only that a word or two are nowhere, that names stand
elsewhere, that two sentences are needed, or that it gives words to one who is named there is weighed against
how sure the reader is that the paragraph says so, and against how much of a sentence is told: it may be the
same in other words. Where nothing speaks against it, it is still refused if the reader is sure enough of the
contrary. Without a reader whatever speaks against it refuses it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from porteparole.answering.support.claim import Verdict
from porteparole.answering.support.finding import Check, Finding, reason_of

_WEIGHED: frozenset[Check] = frozenset({"unsupported", "untold"})
# More words in a row that are nowhere are no other words for something, but something more.
_OTHER_WORDS = 2
_LEAST_SUPPORT = 0.55
# Beyond this the reader is no surer than sure.
_SUREST = 4.0
# Of a sentence in the source's own words the reader must be this sure that it does not say so.
_OWN_WORDS, _CONTRARY = 0.98, -3.5
FEATURES = ("read", "cover", "unbacked", "crossed", "joint", "untold", "across")
SPEAK_FOR, SPEAK_AGAINST = ("read", "cover"), ("unbacked", "crossed", "joint", "untold")


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model of what is weighed; fitted by ``python -m tests.benchmarks.support``.

    Attributes:
        intercept: 0 is the bound from which a claim is shown.
        of: weight of each of :data:`FEATURES`.
    """

    intercept: float
    of: Mapping[str, float]

    def odds(self, finding: Finding, read: float) -> float:
        """Return the log odds that a claim holds, less the bound."""
        told = zip(FEATURES, features(finding, read), strict=True)
        return self.intercept + sum(self.of[name] * value for name, value in told)


def features(finding: Finding, read: float) -> tuple[float, ...]:
    """Return what is weighed of a finding and of the log odds that its paragraph was read with."""
    sure = max(-_SUREST, min(_SUREST, read))
    untold, across = "untold" in finding.against, not finding.same
    matched = (finding.cover, finding.unbacked, finding.crossed)
    return (sure, *matched, float(finding.joint), float(untold), float(across))


def in_its_words(finding: Finding, read: float) -> bool:
    """Say whether a claim is a sentence of the source, shortened: then only a reader very sure is heard."""
    says_so = not finding.against and not finding.joint and finding.same and finding.support >= _OWN_WORDS
    return says_so and read >= _CONTRARY


def may_hold(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings against which nothing speaks that cannot be outvoted.

    One in which words are nowhere counts only where no other sentence has more of the claim and denies it.
    """
    against = [f for f in findings if not f.against.keys() <= _WEIGHED]
    nearest = max((f.support for f in against), default=0.0)
    return [f for f in findings if f not in against and (not f.against or _few(f, nearest))]


def _few(finding: Finding, nearest: float) -> bool:
    lacking = finding.against.get("unsupported", "").split()
    return len(lacking) <= _OTHER_WORDS and finding.support >= max(nearest, _LEAST_SUPPORT)


@cache
def shipped_weights() -> Weights:
    """Return the weights that come with the package."""
    text = files("porteparole.answering.support").joinpath("weights.toml").read_text("utf-8")
    told = tomllib.loads(text)
    return Weights(told["intercept"], {name: told[name] for name in FEATURES})


def verdict(
    findings: Sequence[Finding], odds: Mapping[str, float], weights: Weights | None = None
) -> Verdict:
    """Return what holds, else the refusal by the sentence of the sources that comes nearest to it.

    Args:
        findings: what each sentence of the sources has to say to the claim.
        odds: the id of each paragraph to the log odds that it says what the claim says, as it was read; empty
            without a reader.
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


def _judged(finding: Finding, read: float | None, weights: Weights | None) -> Verdict:
    """Judge a finding; without weights nothing can outvote what speaks against it."""
    against, support = finding.against, finding.support
    place = (finding.source, finding.start, finding.end)
    if read is None:
        holds = not against and not finding.joint
    else:
        holds = weights is not None and (in_its_words(finding, read) or weights.odds(finding, read) >= 0.0)
    if holds:
        return Verdict(True, None, "", support, place, finding.attribution, read)
    if not against:
        return Verdict(False, "meaning", "", support, place, odds=read)
    first = next(iter(against))
    return Verdict(False, reason_of(first), against[first], support, place, odds=read)
