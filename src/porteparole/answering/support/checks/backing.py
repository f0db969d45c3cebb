"""Whether every word that tells something rests on the source, but for as few as data allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from porteparole.answering.support.held import Held
from porteparole.answering.support.match import SUPPORTED, phrase, runs
from porteparole.answering.support.token import Token
from porteparole.language import Language

_SHORTEST_PHRASE = 2
_SAME_PHRASE = 0.35


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a sentence may stay without support, calibrated by ``tests/benchmarks/alterations.py``.

    Attributes:
        share: of what its words tell.
        run: words one after the other.
    """

    share: float
    run: int


SAME_LANGUAGE = Limits(share=0.22, run=1)
OTHER_LANGUAGE = Limits(share=0.3, run=1)


def unsupported(held: Held) -> str:
    """Return the words of a claim that the source does not say, empty where they are few enough."""
    match, content, same = held.match, held.content, held.same
    limits = SAME_LANGUAGE if same else OTHER_LANGUAGE
    lacking = [t for t in content if match.of(t) < SUPPORTED and not held.known(t)]
    stretches = runs(content, lacking)
    if not same:
        open_phrases = [phrase(held.source, run) for run in match.untaken()]
        stretches = [run for run in stretches if not _told_otherwise(held, run, open_phrases)]
    left = [token for run in stretches for token in run]
    told = sum(t.weight for t in content) or 1.0
    longest = max(stretches, key=len) if stretches else []
    detail = " ".join(t.text for t in longest)
    if len(longest) > limits.run or sum(t.weight for t in left) / told > limits.share:
        return detail
    if same and lacking:
        # What a sentence begins with is what it speaks of.
        first = lacking[0] is content[0]
        if first or any(_is_manner(t, held.reading.language) for t in lacking):
            return detail
    return ""


def _told_otherwise(held: Held, run: Sequence[Token], phrases: Sequence[str]) -> bool:
    """Say whether words without a match translate a phrase of the source that nothing rests on."""
    if len(run) < _SHORTEST_PHRASE:
        return False
    near = held.likeness.phrases(phrase(held.reading, run), phrases, held.languages)
    return near >= _SAME_PHRASE


def _is_manner(token: Token, language: Language) -> bool:
    ending = "ment" if language == "fr" else "ly"
    return token.folded.endswith(ending) and len(token.folded) > 6
