"""Whether a claim denies what the source says, or says what it denies."""

from __future__ import annotations

from porteparole.answering.support.held import Held
from porteparole.answering.support.markers import alike, opposite
from porteparole.answering.support.token import Reading, Token
from porteparole.text.gazetteer import is_date_word

# What says so little by itself that it is no content (*avant*, *plus*, *contre*).
_SMALL = 0.3
_MOST_OF_IT = 0.6
_HALF = 0.5
_SAME_VERB = 0.8
_TIMES = frozenset("an annee semaine mois week month year night nuit siecle century".split())
_BEFORE_AND_AFTER = (frozenset({"avant", "before"}), frozenset({"apres", "after"}))
_IN_TIME = frozenset[str]().union(*_BEFORE_AND_AFTER)
_NEAR = 4
_SAME_WORD = {True: 1.0, False: 0.9}
# Where one clause ends and another begins, beside punctuation.
_JOINTS = {
    "fr": frozenset(
        "que qu qui dont mais car lorsque lorsqu quand si alors afin parce puisque puisqu tandis".split()
    ),
    "en": frozenset("that which who whom whose where when but because while although though if".split()),
}


def turned(held: Held) -> str:
    """Return the words of a claim that turn the sense of the source, empty where none do."""
    match, source = held.match, held.source
    for token in held.content:
        partners = match.partners(token)
        same_side = any(alike(token.folded, partner.folded) for partner in partners)
        if (
            not same_side
            and match.of(token) < _SAME_WORD[held.same]
            and any(
                opposite(token.folded, t.folded)
                and not match.taken(t)
                and t.in_scope == token.in_scope
                and not _from_the_other_end(held, token, t)
                for t in match.source
            )
        ):
            return token.text
        if not partners:
            continue
        if token.negative % 2 and not any(p.in_scope for p in partners):
            return token.text
        if not token.in_scope and all(p.negative % 2 for p in partners):
            return token.text
    if denied := _frame_denied(held):
        return denied
    content = {id(t) for t in held.content}
    mine = held.reading.negations
    for token in mine:
        lacks = id(token) in content and not match.partners(token) and held.same
        if not source.negations or (lacks and not _denied_there(held, token)):
            return token.text
    if not mine and (silent := _passed_over(held)):
        return silent
    if held.same:
        taken = [t for t in source.negations if match.taken(t) or t.is_marker]
        if len(taken) > len(mine) or len(mine) > len(source.negations):
            return " ".join(t.text for t in (*taken, *mine))
        return _reversed(held)
    if not mine and not source.negations and (other := _other_order(held)):
        return other
    if match.cover() >= _MOST_OF_IT and len(source.negations) % 2 != len(mine) % 2:
        # Nearly all of the source is told: then as many of its turns must be.
        return " ".join(t.text for t in (*source.negations, *mine))
    return ""


def _frame_denied(held: Held) -> str:
    """Return the verb by which a claim only says who speaks, where the source denies it."""
    frame = [t for t in held.reading.tokens if t.tells and t not in held.match and not t.is_marker]
    matrix = held.strengths(frame, held.source.tokens)
    for token, row in zip(frame, matrix, strict=True):
        there = [t for t, strength in zip(held.source.tokens, row, strict=True) if strength >= _SAME_VERB]
        if there and not token.in_scope and all(t.negative % 2 for t in there):
            return token.text
    return ""


def _passed_over(held: Held) -> str:
    """Return a word that the source denies where a claim tells the rest of its clause and denies nothing.

    « Ne reprendra pas la mer avant le printemps » and *will sail before spring* share no verb.
    """
    for denied in held.source.negations:
        around = _clause(held.source, denied)
        if around and sum(held.match.taken(t) for t in around) > len(around) * _HALF:
            return denied.text
    return ""


def _denied_there(held: Held, token: Token) -> bool:
    """Say whether a word without a match is denied in a clause whose like the source denies."""
    mine = [t for t in _clause(held.reading, token) if t is not token]
    for denied in held.source.negations:
        there = {id(t) for t in _clause(held.source, denied)}
        found = [t for t in mine if any(id(p) in there for p in held.match.partners(t))]
        if mine and len(found) >= len(mine) * _HALF:
            return True
    return False


def _clause(reading: Reading, token: Token) -> list[Token]:
    """Return the words that tell in the clause of a word."""
    tokens, joints = reading.tokens, _JOINTS[reading.language]
    first = last = next(i for i, t in enumerate(tokens) if t is token)
    while first > 0 and tokens[first - 1].clause == token.clause and tokens[first].folded not in joints:
        first -= 1
    for following in tokens[last + 1 :]:
        if following.clause != token.clause or following.folded in joints:
            break
        last += 1
    return [t for t in tokens[first : last + 1] if t.tells and not t.is_marker]


def _other_order(held: Held) -> str:
    """Return *before* where the source in the other language has only « après », or the reverse."""
    mine = {t.folded: t for t in held.reading.tokens}
    theirs = {t.folded: t for t in held.source.tokens}
    for one, other in (_BEFORE_AND_AFTER, _BEFORE_AND_AFTER[::-1]):
        if (
            mine.keys() & one
            and not mine.keys() & other
            and theirs.keys() & other
            and not theirs.keys() & one
        ):
            said, there = mine[next(iter(mine.keys() & one))], theirs[next(iter(theirs.keys() & other))]
            return "" if _from_the_other_end(held, said, there) else said.folded
    return ""


def _from_the_other_end(held: Held, mine: Token, theirs: Token) -> bool:
    """Say whether a claim tells *X before Y* of what the source tells as *after X, Y*."""
    if not {mine.folded, theirs.folded} <= _IN_TIME or mine.folded == theirs.folded:
        return False
    source = held.source.tokens
    at = next(i for i, t in enumerate(source) if t is theirs)
    there = {id(t) for t in [t for t in source[at + 1 :] if t.tells or t.figure][:_NEAR]}
    tokens = held.reading.tokens
    at = next(i for i, t in enumerate(tokens) if t is mine)
    before = [t for t in tokens[:at] if t.tells or t.figure][-_NEAR:]
    behind = [t for t in tokens[at + 1 :] if t.tells or t.figure][:_NEAR]

    def rests(near: list[Token]) -> bool:
        return any(id(p) in there for t in near for p in held.match.partners(t))

    return rests(before) and not rests(behind)


def _reversed(held: Held) -> str:
    """Return a small word (*avant*, *plus*, *contre*) in whose place the source has its opposite."""
    mine, theirs = _small(held.reading), _small(held.source)
    ours, all_theirs = ({t.folded for t in r.tokens} for r in (held.reading, held.source))
    for word in mine - all_theirs:
        said = next(t for t in held.reading.tokens if t.folded == word)
        for other in theirs - ours:
            there = next(t for t in held.source.tokens if t.folded == other)
            if opposite(word, other) and not _from_the_other_end(held, said, there):
                return word
    return ""


def _small(reading: Reading) -> set[str]:
    """Return the small words of a text but those of a date (*mars dernier*, *last week*)."""
    tokens = reading.tokens
    return {
        token.folded
        for i, token in enumerate(tokens)
        if token.weight < _SMALL
        # *An election* is no year.
        and not (token.folded == "an" and reading.language == "en")
        and not any(
            is_date_word(t.folded) or t.folded in _TIMES
            for t in tokens[max(0, i - 1) : i + 2]
            if t is not token
        )
    }
