"""Whether those whom a claim has say something are those who say it in the source."""

from __future__ import annotations

import numpy as np

from porteparole.answering.support.held import Held
from porteparole.answering.support.match import SUPPORTED
from porteparole.answering.support.reading import read
from porteparole.answering.support.token import Token
from porteparole.statements.reader import speaker_of
from porteparole.statements.statement import Statement
from porteparole.text.terms import fold

# How many words may stand between a verb and who does it.
_SUBJECT_REACH = 8
_PRONOUNS = frozenset("il elle ils elles on lui he she they it".split())


def statement_of(held: Held) -> Statement | None:
    """Return the statement of the source that the claim's content rests on."""
    return _statement_at(held, [t for t in held.match.source if held.match.taken(t)])


def wrong_speaker(held: Held, statement: Statement | None) -> str:
    """Return a name to whom a claim gives words that are somebody else's, empty where none has.

    Args:
        held: the claim and the source.
        statement: that the claim's content rests on.
    """
    for said in held.said:
        named, theirs = _given_to(held, said, statement)
        if named and theirs and not _same_speaker(held, named, theirs):
            return named
        if named and not theirs and not _stands_there(held, named):
            return named
    return ""


def untold(held: Held, statement: Statement | None) -> str:
    """Return a name that stands in the source, to whom a claim gives words that nobody is told to say there.

    « Le chef du gouvernement espère … » may be what the source tells as his deed.
    """
    for said in held.said:
        named, theirs = _given_to(held, said, statement)
        if named and not theirs and _stands_there(held, named):
            return named
    return ""


def _given_to(held: Held, said: Statement, statement: Statement | None) -> tuple[str, Statement | None]:
    """Return to whom a claim gives words, if that needs proof, and whose the source says they are."""
    named = said.speaker or said.mention or ""
    if fold(named) in _PRONOUNS or _acts_there(held, said, named):
        return "", None
    theirs = _reported(held, said) or statement
    return named, theirs if theirs and (theirs.speaker or theirs.mention) else None


def _stands_there(held: Held, named: str) -> bool:
    """Say whether who is named is named in the sentence of the source as well."""
    who = [t for t in read(named, held.reading.language).tokens if t.tells]
    matrix = held.strengths(who, held.source.tokens)
    return bool(matrix.size) and bool((matrix.max(axis=1) >= SUPPORTED).all())


def unattributed(held: Held, statement: Statement | None) -> Statement | None:
    """Return the statement of which the claim does not say whose it is; None where it does."""
    if held.said or statement is None or not statement.speaker:
        return None
    article = held.window.source.article
    theirs = [t for t in read(statement.speaker, article.language).tokens if t.tells or t.figure]
    mine = [t for t in held.reading.tokens if t.tells or t.figure]
    matrix = held.likeness.strengths(mine, theirs, (held.reading.language, article.language))
    return None if matrix.size and float(matrix.max()) >= SUPPORTED else statement


def is_called_the_same(held: Held, statement: Statement) -> bool:
    """Say whether a speaker is called so in the claim's language: by the source's own, or by a name."""
    language = held.window.source.article.language
    telling = read(statement.speaker or "", language).telling
    return language == held.reading.language or all(t.text[0].isupper() for t in telling)


def _statement_at(held: Held, taken: list[Token]) -> Statement | None:
    """Return the statement in which some words of the source stand; of a translation, the sentence's."""
    window = held.window
    start, end = window.start, window.end
    if taken and window.source.article.language == held.source.language:
        start, end = start + min(t.start for t in taken), start + max(t.end for t in taken)
    return speaker_of(tuple(held.statements), window.source.paragraph, start, end)


def _reported(held: Held, said: Statement) -> Statement | None:
    """Return the statement of the source on which the words rest that the claim puts into a mouth."""
    told = [t for t in held.content if said.start <= t.start < said.end]
    taken = [partner for t in told for partner in held.match.partners(t)]
    if not taken or held.window.source.article.language != held.source.language:
        return None
    return _statement_at(held, taken)


def _same_speaker(held: Held, named: str, statement: Statement) -> bool:
    article = held.window.source.article
    theirs = " ".join(filter(None, (statement.speaker, statement.role, statement.mention)))
    mine = read(named, held.reading.language)
    other = read(theirs, article.language)
    their_words = {t.folded for t in other.tokens}
    their_codes = frozenset(code for t in other.tokens for code in t.codes)
    names = [t for t in mine.tokens if t.is_name and not t.codes]
    if names:
        return any(t.folded in their_words for t in names)
    codes = [t for t in mine.tokens if t.codes]
    if codes and not any(t.codes & their_codes for t in codes):
        return False
    telling = [t for t in mine.telling if not t.codes]
    if not telling:
        return bool(codes)
    matrix = held.likeness.strengths(telling, other.telling, (held.reading.language, article.language))
    return bool(matrix.size) and bool((matrix.max(axis=1) >= SUPPORTED).any())


def _acts_there(held: Held, said: Statement, named: str) -> bool:
    """Say whether the source has the same verb with the same one just before it, whoever reports that.

    « La Chine préconise … » is somebody's word on China; in the source China does it as well.
    """
    cue = read(said.cue, held.reading.language).tokens
    cue = [t for t in cue if t.tells] or cue[-1:]
    who = [t for t in read(named, held.reading.language).tokens if t.tells]
    tokens = held.source.tokens
    if not cue or not who:
        return False
    verbs = held.strengths(cue, tokens).max(axis=0)
    names = held.strengths(who, tokens).max(axis=0)
    for at in np.flatnonzero(verbs >= SUPPORTED):
        before = [i for i in range(max(0, at - _SUBJECT_REACH), at) if tokens[i].tells]
        if any(names[i] >= SUPPORTED for i in before[-len(who) - 1 :]):
            return True
    return False
