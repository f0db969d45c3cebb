"""Whether a claim holds, of what its words tell and of what reading the paragraph says.

What speaks against a claim refuses it. Only that some of its words are nowhere is forgiven where few are and
the reader is sure that the paragraph says so: they may be other words for what stands there. Where nothing
speaks against it, it is still refused if the reader is sure of the contrary.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from porteparole.answering.support.claim import Verdict
from porteparole.answering.support.finding import Finding, reason_of

# More words in a row that are nowhere are no other words for something, but something more.
_OTHER_WORDS = 2


@dataclass(frozen=True, slots=True)
class Bounds:
    """How sure the reader must be; fitted by ``python -m tests.benchmarks.support`` (``bounds.toml``).

    Attributes:
        least: log odds below which a claim is refused, whatever its words tell.
        sure: log odds from which words are forgiven that are nowhere.
        lacking: share of what the claim's words tell that those may be.
    """

    least: float
    sure: float
    lacking: float


@cache
def shipped_bounds() -> Bounds:
    """Return the bounds that come with the package."""
    text = files("porteparole.answering.support").joinpath("bounds.toml").read_text("utf-8")
    return Bounds(**tomllib.loads(text))


def verdict(findings: Sequence[Finding], odds: Mapping[str, float], bounds: Bounds | None = None) -> Verdict:
    """Return what holds, else the refusal by the sentence of the sources that supports the claim best.

    Args:
        findings: what each sentence of the sources has to say to the claim.
        odds: the id of each paragraph to the log odds that it says what the claim says, as it was read; empty
            without a reader.
        bounds: others than those that come with the package.
    """
    if not findings:
        return Verdict(False, "empty")
    bounds = bounds or shipped_bounds()
    judged = [_judged(finding, odds.get(finding.source.paragraph.id), bounds) for finding in findings]
    holding = [one for one in judged if one.holds]
    return max(holding or judged, key=lambda one: one.support)


def _judged(finding: Finding, read: float | None, bounds: Bounds) -> Verdict:
    against, support = finding.against, finding.support
    place = (finding.source, finding.start, finding.end)
    forgiven = (
        read is not None
        and list(against) == ["unsupported"]
        and read >= bounds.sure
        and 1.0 - support <= bounds.lacking
        and len(against["unsupported"].split()) <= _OTHER_WORDS
    )
    if against and not forgiven:
        first = next(iter(against))
        return Verdict(False, reason_of(first), against[first], support, place, odds=read)
    if read is not None and read < bounds.least:
        return Verdict(False, "meaning", "", support, place, odds=read)
    return Verdict(True, None, "", support, place, finding.attribution, read)
