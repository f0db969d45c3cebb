"""Whether a claim is surer than the source, or says it of more."""

from __future__ import annotations

from porteparole.answering.support.held import Held
from porteparole.answering.support.token import COMING, CONDITIONAL, FACT, Token
from porteparole.text.gazetteer import is_date_word

_FEW, _SOME, _MOST, _ALL = 1, 2, 4, 5
_LEAST_PART = 4
# What is original or opens something is the first of it.
_FIRST = frozenset("first premier premiere premiers premieres".split())
_AS_FIRST = frozenset("original originale initial initiale inaugural inaugurale opening ouverture".split())
# « Devait ouvrir » is what was to be as well as what had to.
_WAS_TO = frozenset({"devait", "devaient"})
_MEANT = frozenset(
    "meant supposed due scheduled planned expected intended prevu prevue prevus prevues cense".split()
)
# « Une vive opposition » is *strongly opposed*.
_INTENSE = tuple(
    "vif vive farouch ferme massi intens acharn strong fierce fervent grave sever seriou".split()
)
_ABSOLUTE = ("always", "only", "fully", "certain", "must", "superlative", "very", "all")


def stronger(held: Held) -> str:
    """Return the words that make a claim stronger than the source, empty where none do."""
    # Across languages words change places, and what bears on them with them.
    checks = (_surer, _more_of_it) if held.same else (_surer_at_all, _more_of_it_at_all)
    for check in checks:
        if detail := check(held):
            return detail
    claim, source = held.reading, held.source
    for kind in _ABSOLUTE:
        if kind == "must" and any(t.level == COMING for t in source.tokens):
            # « Doit ouvrir le 22 mai » is what will be as well.
            continue
        if kind in claim.strengths and kind not in source.strengths:
            strong = [t for t in claim.tokens if kind in t.strengths]
            if strong and _tells_as_much(held, {t.folded for t in strong}):
                continue
            if kind == "very" and any(t.folded.startswith(_INTENSE) for t in source.tokens):
                continue
            return strong[0].text if strong else kind
    if source.conditional and not claim.conditional and len(held.content) >= _LEAST_PART:
        return claim.text[:40]
    return ""


def _tells_as_much(held: Held, strong: set[str]) -> bool:
    """Say whether the source has other words for what makes a claim strong."""
    there = {t.folded for t in held.source.tokens}
    return bool((strong <= _FIRST and there & _AS_FIRST) or (strong <= _WAS_TO and there & _MEANT))


def _surer(held: Held) -> str:
    """Return a word that the claim makes surer than the source."""
    for token in held.content:
        if token.level > _allowed(held, _told(held, token)):
            return token.text
    return ""


def _surer_at_all(held: Held) -> str:
    lowest = min((t.level for t in held.reading.tokens), default=FACT)
    for token in held.content:
        if lowest > _allowed(held, _told(held, token)):
            return token.text
    return ""


def _told(held: Held, token: Token) -> int:
    """Return how sure the source is of a word; a name is none, and what only hopes is told as hope."""
    partners = held.match.partners(token)
    if not partners or token.is_name or is_date_word(token.folded):
        return FACT
    return max(FACT if p.hedges else p.level for p in partners)


def _allowed(held: Held, level: int) -> int:
    """Return how sure a word may be that the source says at a level."""
    if level == CONDITIONAL and _reports(held):
        # « Il a dit qu'il prendrait » tells the future of what was said.
        return COMING
    if not held.same and level < CONDITIONAL:
        # *Might be* is « serait » as well as « pourrait être ».
        return CONDITIONAL
    return level


def _reports(held: Held) -> bool:
    window = held.window
    return any(
        s.paragraph_id == window.source.paragraph.id and s.start < window.end and window.start < s.end
        for s in held.statements
    )


def _more_of_it(held: Held) -> str:
    """Return a word of which the claim has more than the source (*certains* pays, *les* pays)."""
    both = {t.quantity for t in held.source.tokens} & {t.quantity for t in held.reading.tokens}
    for token in held.content:
        partners = held.match.partners(token)
        # « De nombreux touristes et badauds » are many of both.
        if any(0 < t.quantity < _MOST and t.quantity in both for t in (token, *partners)):
            continue
        if partners and not any(_enough(token.quantity, p.quantity) for p in partners):
            return token.text
    return ""


def _more_of_it_at_all(held: Held) -> str:
    most = max((t.quantity for t in held.source.tokens), default=0)
    return next((t.text for t in held.reading.tokens if t.quantity > max(most, _SOME)), "")


def _enough(claimed: int, told: int) -> bool:
    """Say whether a quantity of the claim (0 where nothing says how many) is covered by the source's."""
    if claimed == told or (claimed == _SOME and told != _FEW):
        return True
    if claimed == 0:
        return told == _ALL
    return _SOME < claimed < told
