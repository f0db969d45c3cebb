"""One sentence held against each sentence of what it cites: every check of the proof, in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from porteparole.answering.support.checks.backing import added, unsupported
from porteparole.answering.support.checks.counting import wrong_figure
from porteparole.answering.support.checks.names import foreign_name
from porteparole.answering.support.checks.roles import swapped
from porteparole.answering.support.checks.speaking import (
    is_called_the_same,
    statement_of,
    unattributed,
    untold,
    wrong_speaker,
)
from porteparole.answering.support.checks.surety import stronger
from porteparole.answering.support.checks.turning import turned
from porteparole.answering.support.claim import Claim
from porteparole.answering.support.finding import Check, Finding
from porteparole.answering.support.held import Held
from porteparole.answering.support.likeness import Likeness
from porteparole.answering.support.markers import says_only
from porteparole.answering.support.match import Match
from porteparole.answering.support.reading import read
from porteparole.answering.support.window import Window, joined, windows
from porteparole.corpus.article import Article, Paragraph
from porteparole.language import Language
from porteparole.statements.reader import read_statements
from porteparole.statements.statement import Statement

_CHECKS: tuple[tuple[Check, Callable[[Held], str]], ...] = (
    ("name", foreign_name),
    ("swapped", swapped),
    ("figure", wrong_figure),
    ("negation", turned),
    ("unsupported", unsupported),
    ("stronger", stronger),
)


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
        self._reading = read(text, claim.language)
        self._said = _statements_in(whole or text, claim.language)
        frame = _frame(text, self._said, claim.language)
        self._content = [
            t
            for t in self._reading.tokens
            if (t.tells or t.figure) and not t.is_marker and not any(s <= t.start < e for s, e in frame)
        ]

    def findings(self) -> list[Finding]:
        """Return what each sentence of the sources has to say to it; nothing where it says nothing itself.

        Where each has something against it, so have each two that follow each other.
        """
        if not self._reading.telling:
            return []
        listed = [windows(source, self._claim.language) for source in self._claim.sources]
        found = [self._against(window) for of_source in listed for window in of_source]
        if all(finding.against for finding in found):
            found += [
                self._against(window, joint=True) for of_source in listed for window in joined(of_source)
            ]
        return found

    def _against(self, window: Window, *, joint: bool = False) -> Finding:
        # Markers too may be what a word of the claim rests on (*record*, *premier*).
        source = [t for t in window.reading.tokens if t.tells or t.figure]
        languages = (self._claim.language, window.reading.language)
        match = Match(self._content, source, self._likeness.strengths(self._content, source, languages))
        statements = self._statements(window.source.article.id)
        held = Held(self._reading, self._content, self._said, window, match, statements, self._likeness)
        against: dict[Check, str] = {check: detail for check, wrong in _CHECKS if (detail := wrong(held))}
        if more := added(held, against.get("unsupported", "")):
            against["added"] = more
        statement = statement_of(held)
        if detail := wrong_speaker(held, statement):
            against["speaker"] = detail
        elif detail := untold(held, statement):
            against["untold"] = detail
        unsaid = unattributed(held, statement)
        if unsaid and not is_called_the_same(held, unsaid):
            # « Selon le ministère … » cannot be put before words of another language.
            against["unattributed"] = unsaid.speaker or ""
        return Finding(
            window.source,
            window.start,
            window.end,
            match.support(held.known),
            match.unbacked(),
            match.cover(),
            match.crossed(),
            held.same,
            joint,
            against,
            unsaid,
        )


def _statements_in(text: str, language: Language) -> list[Statement]:
    """Read who says what in a sentence that stands alone."""
    paragraph = Paragraph("claim", "claim", 1, text, 1)
    article = Article("claim", text[:40], language, (paragraph,), "claim", inferred=frozenset({"title"}))
    return [s for s in read_statements(article) if s.speaker or s.mention]


def _frame(text: str, said: Sequence[Statement], language: Language) -> list[tuple[int, int]]:
    """Return the spans of what only says who speaks: the name, the function, the verb that only says so.

    A verb that says more (*confirme*, *nie*, *salue*) is content.
    """
    spans: list[tuple[int, int]] = []
    for statement in said:
        cue = statement.cue if says_only(statement.cue, language) else None
        for part in (cue, statement.speaker, statement.mention, statement.role):
            if part and (at := text.find(part)) >= 0:
                spans.append((at, at + len(part)))  # noqa: PERF401
    return spans
