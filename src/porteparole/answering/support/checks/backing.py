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
_HALF = 0.5
_MOST_OF_IT, _NEARLY_ALL = 0.6, 0.8
_AND = frozenset({"et", "and"})


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
# Of so few words beside names and figures none may lack: the right name is no proof of the deed.
_FEW = 2


def unsupported(held: Held) -> str:
    """Return the words of a claim that the source does not say, empty where they are few enough."""
    match, content, same = held.match, held.content, held.same
    limits = SAME_LANGUAGE if same else OTHER_LANGUAGE
    # Figures are looked at by themselves.
    lacking = [t for t in content if not t.figure and match.of(t) < SUPPORTED and not held.known(t)]
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
    if same and lacking and sum(not (t.is_name or t.codes or t.figure) for t in content) <= _FEW:
        return detail
    if any(_is_a_limb(held, run) for run in stretches):
        return detail
    if not same and (invented := _invented(held)):
        return invented
    if same and lacking:
        # What a sentence begins with is what it speaks of.
        first = lacking[0] is content[0]
        if first or any(_is_manner(t, held.reading.language) for t in lacking):
            return detail
    return ""


def added(held: Held, lacking: str) -> str:
    """Return the words that a claim has beside all that the source's sentence says, empty where it has none.

    Where most of it is told, what the claim ends with and is nowhere is no other word for anything either.

    Args:
        held: the claim and the source.
        lacking: the words that the source does not say; in the place of others they may mean the same.
    """
    cover = held.match.cover()
    if lacking and cover >= _MOST_OF_IT and lacking.endswith(held.content[-1].text):
        return lacking
    if cover < _NEARLY_ALL:
        return ""
    return lacking if lacking and held.match.left() <= len(lacking.split()) else _invented(held)


def _invented(held: Held) -> str:
    """Return a stretch between two marks, without name or figure, that rests on words which others need more.

    *Despite the opposition of the army* is not held by the « s'oppose » that *opposes* rests on.
    """
    alone = held.match.alone()
    clauses: dict[int, list[Token]] = {}
    for token in held.content:
        clauses.setdefault(token.clause, []).append(token)
    if len(clauses) == 1:
        return ""
    for stretch in clauses.values():
        told = sum(t.weight for t in stretch)
        backed = sum(t.weight for t in stretch if id(t) in alone)
        anchored = any(t.figure or held.known(t) for t in stretch)
        if len(stretch) >= _SHORTEST_PHRASE and not anchored and backed < told * _HALF:
            return " ".join(t.text for t in stretch)
    return ""


def _is_a_limb(held: Held, run: Sequence[Token]) -> bool:
    """Say whether a stretch without support is all that stands behind *and*: « … et s'est excusé »."""
    tokens = held.reading.tokens
    before = next(i for i, t in enumerate(tokens) if t is run[0]) - 1
    after = next(i for i, t in enumerate(tokens) if t is run[-1]) + 1
    while before >= 0 and not tokens[before].tells and tokens[before].folded not in _AND:
        before -= 1
    ends = after == len(tokens) or tokens[after].clause != run[-1].clause
    return ends and before >= 0 and tokens[before].folded in _AND


def _told_otherwise(held: Held, run: Sequence[Token], phrases: Sequence[str]) -> bool:
    """Say whether words without a match translate a phrase of the source that nothing rests on."""
    if len(run) < _SHORTEST_PHRASE:
        return False
    near = held.likeness.phrases(phrase(held.reading, run), phrases, held.languages)
    return near >= _SAME_PHRASE


def _is_manner(token: Token, language: Language) -> bool:
    ending = "ment" if language == "fr" else "ly"
    return token.folded.endswith(ending) and len(token.folded) > 6
