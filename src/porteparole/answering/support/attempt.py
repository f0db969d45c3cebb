"""One sentence held against one sentence of what it cites: every check of the proof."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from porteparole.answering.support.claim import Claim, Reason, Verdict
from porteparole.answering.support.likeness import Likeness
from porteparole.answering.support.match import SUPPORTED, Match, phrase
from porteparole.answering.support.match import runs as runs_of
from porteparole.answering.support.reading import COMING, CONDITIONAL, FACT, Reading, Token, opposite, read
from porteparole.answering.support.window import Window, codes_of, name_words, windows
from porteparole.corpus.article import Article, Paragraph
from porteparole.language import Language
from porteparole.statements.reader import read_statements, speaker_of
from porteparole.statements.statement import Statement
from porteparole.text.terms import fold

_SURE = 0.8
# How many words may stand between a verb and who does it.
_SUBJECT_REACH = 8
_SMALL = 0.3
_SHORTEST_PHRASE = 2
_SAME_PHRASE = 0.35
_MOST_OF_IT = 0.6
_FEW, _SOME, _ALL = 1, 2, 5


_LEAST_PART = 4
_PRONOUNS = frozenset("il elle ils elles on lui he she they it".split())


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


class Attempt:
    """One sentence (or a part of one) held against every sentence of its sources."""

    def __init__(
        self,
        likeness: Likeness,
        statements: Callable[[str], Sequence[Statement]],
        claim: Claim,
        text: str,
        whole: str | None = None,
    ) -> None:
        self._likeness = likeness
        self._statements = statements
        self._claim = claim
        self._text = text
        self._reading = read(text, claim.language)
        self._said = _statements_in(whole or text, claim.language)
        self._frame = _frame(text, self._said)
        self._content = [
            t
            for t in self._reading.tokens
            if (t.tells or t.figure) and not t.is_marker and not any(s <= t.start < e for s, e in self._frame)
        ]

    def verdict(self) -> Verdict:
        """Return what holds, else the refusal of the sentence of the sources that supports it best."""
        found = [w for source in self._claim.sources for w in windows(source, self._claim.language)]
        if not found or not self._reading.telling:
            return Verdict(False, "empty")
        results = [self._against(window) for window in found]
        holding = [result for result in results if result.holds]
        return max(holding or results, key=lambda result: result.support)

    def _against(self, window: Window) -> Verdict:
        same = window.reading.language == self._claim.language
        # Markers too may be what a word of the claim rests on (*record*, *premier*).
        source = [t for t in window.reading.tokens if t.tells or t.figure]
        matrix = self._likeness.strengths(
            self._content, source, (self._claim.language, window.reading.language)
        )
        match = Match(self._content, source, matrix)
        support = match.support(lambda token: self._known(token, window))
        place = (window.source, window.start, window.end)

        def refused(reason: Reason, detail: str) -> Verdict:
            return Verdict(False, reason, detail, support, place)

        if detail := self._foreign_name(match, window):
            return refused("name", detail)
        if detail := self._wrong_figure(match, window):
            return refused("figure", detail)
        if detail := self._turned(match, window):
            return refused("negation", detail)
        limits = SAME_LANGUAGE if same else OTHER_LANGUAGE
        if detail := self._unsupported(match, window, limits, same=same):
            return refused("unsupported", detail)
        if detail := self._stronger(match, window):
            return refused("stronger", detail)
        statement = self._statement(match, window, same=same)
        if detail := self._wrong_speaker(statement, match, window):
            return refused("speaker", detail)
        unsaid = self._unattributed(statement, window)
        if unsaid and not _is_called_the_same(unsaid.speaker or "", window, self._claim.language):
            # « Selon le ministère … » cannot be put before words of another language.
            return refused("speaker", unsaid.speaker or "")
        return Verdict(True, None, "", support, place, unsaid)

    def _known(self, token: Token, window: Window) -> bool:
        """Say whether a name stands in the window's paragraph, or belongs to somebody who speaks there."""
        if not token.is_name and not token.codes:
            return False
        if token.folded in name_words(window.source, self._statements(window.source.article.id)):
            return True
        return bool(token.codes & codes_of(window.source))

    def _foreign_name(self, match: Match, window: Window) -> str:
        names = [t for t in self._reading.tokens if t.is_name or t.codes]
        other = window.reading.language != self._claim.language
        lacking = [
            t
            for t in names
            if not self._known(t, window)
            and self._held(t, match, window) < (SUPPORTED if other and not t.codes else _SURE)
        ]
        return " ".join(t.text for t in lacking)

    def _held(self, token: Token, match: Match, window: Window) -> float:
        """Return how well the source's sentence holds a word, be it of the frame."""
        if token in match:
            return match.of(token)
        languages = (self._claim.language, window.reading.language)
        matrix = self._likeness.strengths([token], window.reading.tokens, languages)
        return float(matrix.max()) if matrix.size else 0.0

    def _wrong_figure(self, match: Match, window: Window) -> str:
        here = window.reading.figures
        for number, figure in enumerate(self._reading.figures):
            same = [i for i, other in enumerate(here) if figure.same(other)]
            if not same:
                return self._text[figure.start : figure.end]
            bounds = self._reading.bounds.get(number, set())
            if not any(bounds == window.reading.bounds.get(i, set()) for i in same):
                return self._text[max(0, figure.start - 12) : figure.end]
            if not any(self._counts_the_same(figure, here[i], window) for i in same):
                return self._text[figure.start : figure.end]
        return ""

    def _counts_the_same(self, figure: object, other: object, window: Window) -> bool:
        """Say whether two equal figures count the same thing: the words beside one are beside the other."""
        languages = (self._claim.language, window.reading.language)
        mine = _beside(self._reading, figure)
        if languages[0] != languages[1]:
            mine = mine[:1]

        def alike(found: object) -> bool:
            theirs = _beside(window.reading, found)[: None if languages[0] == languages[1] else 1]
            return bool(theirs) and bool(
                (self._likeness.strengths(mine, theirs, languages) >= SUPPORTED).any()
            )

        if not mine or not _beside(window.reading, other) or alike(other):
            return True
        # Across languages a word may not be found again: then another figure must claim it.
        return languages[0] != languages[1] and not any(
            alike(f) for f in window.reading.figures if f is not other
        )

    def _turned(self, match: Match, window: Window) -> str:
        source = window.reading
        same = source.language == self._claim.language
        for token in self._content:
            partners = match.partners(token)
            if match.of(token) < 1.0 and any(
                opposite(token.folded, t.folded) and not match.taken(t) and t.in_scope == token.in_scope
                for t in match.source
            ):
                return token.text
            if not partners:
                continue
            if token.negative % 2 and not any(p.in_scope for p in partners):
                return token.text
            if not token.in_scope and all(p.negative % 2 for p in partners):
                return token.text
        turned = {id(t) for t in self._content}
        for token in self._reading.negations:
            if not source.negations or (id(token) in turned and not match.partners(token) and same):
                return token.text
        if same:
            taken = [t for t in source.negations if match.taken(t) or t.is_marker]
            if len(taken) > len(self._reading.negations) or len(self._reading.negations) > len(
                source.negations
            ):
                return " ".join(t.text for t in (*taken, *self._reading.negations))
        elif match.cover() >= _MOST_OF_IT and len(source.negations) % 2 != len(self._reading.negations) % 2:
            # Nearly all of the source is told: then as many of its turns must be.
            return " ".join(t.text for t in (*source.negations, *self._reading.negations))
        return self._reversed(source)

    def _reversed(self, source: Reading) -> str:
        """Return a small word (*avant*, *plus*, *contre*) in whose place the source has its opposite."""
        mine = {t.folded for t in self._reading.tokens if t.weight < _SMALL}
        theirs = {t.folded for t in source.tokens if t.weight < _SMALL}
        for word in mine - theirs:
            if any(opposite(word, other) for other in theirs - mine):
                return word
        return ""

    def _unsupported(self, match: Match, window: Window, limits: Limits, *, same: bool) -> str:
        lacking = [t for t in self._content if match.of(t) < SUPPORTED and not self._known(t, window)]
        runs = runs_of(self._content, lacking)
        if not same:
            open_phrases = [phrase(window.reading, run) for run in match.untaken()]
            runs = [run for run in runs if not self._told_otherwise(run, open_phrases, window)]
        left = [token for run in runs for token in run]
        told = sum(t.weight for t in self._content) or 1.0
        longest = max(runs, key=len) if runs else []
        detail = " ".join(t.text for t in longest)
        if len(longest) > limits.run or sum(t.weight for t in left) / told > limits.share:
            return detail
        if (
            same
            and lacking
            and (
                # What a sentence begins with is what it speaks of.
                lacking[0] is self._content[0] or any(_is_manner(t, self._claim.language) for t in lacking)
            )
        ):
            return detail
        return ""

    def _told_otherwise(self, run: Sequence[Token], phrases: Sequence[str], window: Window) -> bool:
        """Say whether words without a match translate a phrase of the source that nothing rests on."""
        if len(run) < _SHORTEST_PHRASE:
            return False
        languages = (self._claim.language, window.reading.language)
        near = self._likeness.phrases(phrase(self._reading, run), phrases, languages)
        return near >= _SAME_PHRASE

    def _stronger(self, match: Match, window: Window) -> str:
        source = window.reading
        same = source.language == self._claim.language
        # Across languages words change places, and what bears on them with them.
        checks = (self._surer, self._more_of_it) if same else (self._surer_at_all, self._more_of_it_at_all)
        for check in checks:
            if detail := check(match, window):
                return detail
        for kind in ("always", "only", "fully", "certain", "must", "superlative", "very", "all"):
            if kind in self._reading.strengths and kind not in source.strengths:
                return next((t.text for t in self._reading.tokens if kind in t.strengths), kind)
        if source.conditional and not self._reading.conditional and len(self._content) >= _LEAST_PART:
            return self._text[:40]
        return ""

    def _surer(self, match: Match, window: Window) -> str:
        """Return a word that the claim makes surer than the source."""
        for token in self._content:
            partners = match.partners(token)
            if partners and token.level > self._allowed(max(p.level for p in partners), window):
                return token.text
        return ""

    def _surer_at_all(self, match: Match, window: Window) -> str:
        lowest = min((t.level for t in self._reading.tokens), default=FACT)
        for token in self._content:
            partners = match.partners(token)
            if partners and lowest > self._allowed(max(p.level for p in partners), window):
                return token.text
        return ""

    def _allowed(self, level: int, window: Window) -> int:
        """Return how sure a word may be that the source says at a level."""
        if level == CONDITIONAL and _reports(window, self._statements(window.source.article.id)):
            # « Il a dit qu'il prendrait » tells the future of what was said.
            return COMING
        return level

    def _more_of_it(self, match: Match, window: Window) -> str:
        """Return a word of which the claim has more than the source (*certains* pays, *les* pays)."""
        for token in self._content:
            partners = match.partners(token)
            if partners and not any(_enough(token.quantity, p.quantity) for p in partners):
                return token.text
        return ""

    def _more_of_it_at_all(self, match: Match, window: Window) -> str:
        most = max((t.quantity for t in window.reading.tokens), default=0)
        return next((t.text for t in self._reading.tokens if t.quantity > max(most, _SOME)), "")

    def _statement(self, match: Match, window: Window, *, same: bool) -> Statement | None:
        """Return the statement of the source that the claim's content rests on."""
        statements = tuple(self._statements(window.source.article.id))
        start, end = window.start, window.end
        own = window.source.article.language == window.reading.language
        if own:
            taken = [t for t in match.source if match.taken(t)]
            if taken:
                start = window.start + min(t.start for t in taken)
                end = window.start + max(t.end for t in taken)
        return speaker_of(statements, window.source.paragraph, start, end)

    def _wrong_speaker(self, statement: Statement | None, match: Match, window: Window) -> str:
        for said in self._said:
            named = said.speaker or said.mention
            if not named or fold(named) in _PRONOUNS or self._acts_there(said, named, window):
                continue
            theirs = self._reported(said, match, window) or statement
            if not theirs or not (theirs.speaker or theirs.mention):
                return named
            if not self._same_speaker(named, theirs, window):
                return named
        return ""

    def _reported(self, said: Statement, match: Match, window: Window) -> Statement | None:
        """Return the statement of the source on which the words rest that the claim puts into a mouth."""
        words_said = [t for t in self._content if said.start <= t.start < said.end]
        taken = [p for t in words_said for p in match.partners(t)]
        if not taken or window.source.article.language != window.reading.language:
            return None
        start = window.start + min(t.start for t in taken)
        end = window.start + max(t.end for t in taken)
        statements = tuple(self._statements(window.source.article.id))
        return speaker_of(statements, window.source.paragraph, start, end)

    def _same_speaker(self, named: str, statement: Statement, window: Window) -> bool:
        article = window.source.article
        theirs = " ".join(filter(None, (statement.speaker, statement.role, statement.mention)))
        mine = read(named, self._claim.language)
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
        matrix = self._likeness.strengths(telling, other.telling, (self._claim.language, article.language))
        return bool(matrix.size) and bool((matrix.max(axis=1) >= SUPPORTED).any())

    def _acts_there(self, said: Statement, named: str, window: Window) -> bool:
        """Say whether the source has the same verb with the same one just before it, whoever reports that.

        « La Chine préconise … » is somebody's word on China; in the source China does it as well.
        """
        cue = read(said.cue, self._claim.language).tokens
        cue = [t for t in cue if t.tells] or cue[-1:]
        who = [t for t in read(named, self._claim.language).tokens if t.tells]
        tokens = window.reading.tokens
        if not cue or not who:
            return False
        languages = (self._claim.language, window.reading.language)
        verbs = self._likeness.strengths(cue, tokens, languages).max(axis=0)
        names = self._likeness.strengths(who, tokens, languages).max(axis=0)
        for at in np.flatnonzero(verbs >= SUPPORTED):
            before = [i for i in range(max(0, at - _SUBJECT_REACH), at) if tokens[i].tells]
            nearest = before[-len(who) - 1 :]
            if any(names[i] >= SUPPORTED for i in nearest):
                return True
        return False

    def _unattributed(self, statement: Statement | None, window: Window) -> Statement | None:
        """Return the statement of which the claim does not say whose it is; None where it does."""
        if self._said or statement is None or not statement.speaker:
            return None
        language = window.source.article.language
        theirs = [t for t in read(statement.speaker, language).tokens if t.tells or t.figure]
        mine = [t for t in self._reading.tokens if t.tells or t.figure]
        matrix = self._likeness.strengths(mine, theirs, (self._claim.language, language))
        return None if matrix.size and float(matrix.max()) >= SUPPORTED else statement


def _is_called_the_same(speaker: str, window: Window, language: Language) -> bool:
    """Say whether somebody is called so in a language: by the source's own, or by a name."""
    telling = read(speaker, window.source.article.language).telling
    return window.source.article.language == language or all(t.text[0].isupper() for t in telling)


def _statements_in(text: str, language: Language) -> list[Statement]:
    """Read who says what in a sentence that stands alone."""
    paragraph = Paragraph("claim", "claim", 1, text, 1)
    article = Article("claim", text[:40], language, (paragraph,), "claim", inferred=frozenset({"title"}))
    return [s for s in read_statements(article) if s.speaker or s.mention]


def _frame(text: str, said: Sequence[Statement]) -> list[tuple[int, int]]:
    """Return the spans of what only says who speaks: the name, the function, the verb."""
    spans: list[tuple[int, int]] = []
    for statement in said:
        for part in (statement.cue, statement.speaker, statement.mention, statement.role):
            if part and (at := text.find(part)) >= 0:
                spans.append((at, at + len(part)))  # noqa: PERF401
    return spans


def _beside(reading: Reading, figure: object) -> list[Token]:
    """Return the words nearest to a figure: two after it, one before it."""
    tokens = reading.tokens
    inside = [i for i, t in enumerate(tokens) if t.figure is figure]
    if not inside:
        return []
    after = [t for t in tokens[inside[-1] + 1 : inside[-1] + 5] if t.tells and not t.is_marker][:2]
    before = [t for t in reversed(tokens[max(0, inside[0] - 4) : inside[0]]) if t.tells and not t.is_marker][
        :1
    ]
    return [*after, *before]


def _enough(claimed: int, told: int) -> bool:
    """Say whether a quantity of the claim (0 where nothing says how many) is covered by the source's."""
    if claimed == told or (claimed == _SOME and told != _FEW):
        return True
    if claimed == 0:
        return told == _ALL
    return _SOME < claimed < told


def _is_manner(token: Token, language: Language) -> bool:
    ending = "ment" if language == "fr" else "ly"
    return token.folded.endswith(ending) and len(token.folded) > 6


def _reports(window: Window, statements: Sequence[Statement]) -> bool:
    return any(
        s.paragraph_id == window.source.paragraph.id and s.start < window.end and window.start < s.end
        for s in statements
    )
