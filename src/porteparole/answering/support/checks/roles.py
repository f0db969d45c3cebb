"""Whether whom a claim has do something is not the one to whom, or of whom, the source says it.

There is no parser behind it: a name that begins a sentence does what the next word says. In the source the
nearest name before that word does it, prepositions and what stands behind them passed over. Where a pronoun
or nobody named does it there, nothing is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from porteparole.answering.support.held import Held
from porteparole.answering.support.token import Token

_SURE = 0.8
_FIRST = 3
_BACK = 4
_AGENT = 4
_PREPOSITIONS = frozenset(
    "de du des d’ d' à au aux en dans contre avec pour sur chez vers sans entre parmi après avant depuis "
    "devant of from to in at against with for on into over between among after before since under".split()
)
_BY = frozenset({"par", "by"})
_PRONOUNS = frozenset("il elle ils elles on lui qui he she they it who which".split())
_NAMES_IN_A_ROW = frozenset("et and le la les l the".split())


def swapped(held: Held) -> str:
    """Return the name to which a claim gives what somebody else does in the source, empty where none."""
    subject, deed = _doing(held)
    if not subject or deed is None:
        return ""
    tokens = held.source.tokens
    ours = {t.folded for t in subject}
    codes = frozenset(code for t in subject for code in t.codes)

    def is_ours(run: Sequence[Token]) -> bool:
        return any(t.folded in ours or t.codes & codes for t in run)

    for partner in held.match.partners(deed):
        at = next(i for i, t in enumerate(tokens) if t is partner)
        runs = _names(tokens)
        agents = [run for run in runs if at < run[0] <= at + _AGENT and _stands_behind(tokens, run[0], _BY)]
        before = [run for run in runs if run[-1] < at and not _stands_behind(tokens, run[0], _PREPOSITIONS)]
        doing = agents[0] if agents else (before[-1] if before else None)
        if doing is None or is_ours([tokens[i] for i in doing]):
            return ""
        if any(t.folded in _PRONOUNS and t.clause == partner.clause for t in tokens[doing[-1] + 1 : at]):
            return ""
        near = tokens[doing[0]].clause == partner.clause
        if not near and any(is_ours([tokens[i] for i in run]) for run in before):
            return ""
        if near and any(is_ours([tokens[i] for i in run]) and _joined(tokens, run, doing) for run in before):
            return ""
    return " ".join(t.text for t in subject) if held.match.partners(deed) else ""


def _doing(held: Held) -> tuple[list[Token], Token | None]:
    """Return the name that begins a claim and the word after it; nothing where no name does."""
    tokens = held.reading.tokens
    begins = next((i for i, t in enumerate(tokens[:_FIRST]) if t.is_name or t.codes), None)
    if begins is None or _stands_behind(tokens, begins, _PREPOSITIONS):
        return [], None
    subject: list[Token] = []
    for index, token in enumerate(tokens[begins:], begins):
        if token.clause != tokens[begins].clause or token.text.lower() in _PREPOSITIONS:
            return [], None
        if token.is_name or token.codes:
            subject.append(token)
        elif token in held.match and not token.figure:
            passive = any(t.folded in _BY for t in tokens[index + 1 : index + 1 + _AGENT])
            return ([], None) if passive or held.match.of(token) < _SURE else (subject, token)
    return [], None


def _names(tokens: Sequence[Token]) -> list[list[int]]:
    """Return the indices of names, in stretches."""
    runs: list[list[int]] = []
    for index, token in enumerate(tokens):
        if token.figure or not (token.is_name or token.codes):
            continue
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _stands_behind(tokens: Sequence[Token], index: int, those: frozenset[str]) -> bool:
    """Say whether a name stands behind a small word: directly, or behind a function (*du maire X*)."""
    for back in range(index - 1, max(-1, index - 1 - _BACK), -1):
        token = tokens[back]
        if token.clause != tokens[index].clause or token.is_name or token.codes:
            return False
        # *à* is one, *a* is none.
        if token.text.lower() in those:
            return True
    return False


def _joined(tokens: Sequence[Token], one: Sequence[int], other: Sequence[int]) -> bool:
    """Say whether two names are joined by *and*: both do it then."""
    first, last = min(one[-1], other[-1]), max(one[0], other[0])
    return all(t.folded in _NAMES_IN_A_ROW or t.is_name or t.codes for t in tokens[first + 1 : last])
