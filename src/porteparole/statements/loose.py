"""Quotations that no cue of their sentence claims."""

from __future__ import annotations

from dataclasses import replace

from porteparole.language import Language
from porteparole.statements.cast import Cast
from porteparole.statements.draft import Draft, inner_span
from porteparole.statements.drafts import Drafter
from porteparole.statements.lexicon import has_verb
from porteparole.statements.member import Member, Recent
from porteparole.statements.mention import Mention
from porteparole.statements.page import Page
from porteparole.statements.sentence import Sentence, sentence_reader
from porteparole.statements.statement import Statement
from porteparole.statements.words import words
from porteparole.text.quotations import Quotation
from porteparole.text.sentences import sentences

_LONG_QUOTE = 5
_CHARGED = frozenset(
    "accusé accusée accusés accusées inculpé inculpée inculpés examen poursuivi poursuivie poursuivis "
    "condamné condamnée condamnés soupçonné soupçonnée soupçonnés jugé jugée jugés écroué écroués enquête "
    "plainte parquet comparu détention réquisitoire garde "
    "charged accused convicted suspected indicted".split()
)
# Words before *il* that begin a clause within the sentence.


class LooseQuotations:
    """Finds whose a quotation is that stands alone, or beside a statement of the same sentence."""

    def __init__(self, language: Language, cast: Cast) -> None:
        self._words = words(language)
        self._cast = cast
        self._recent = Recent()
        self._last: tuple[Draft, Member | None, Mention | None] | None = None

    def _loose(
        self, page: Page, sentence: Sentence, found: list[Statement], announced: bool
    ) -> list[Statement]:
        """Read quotations that no cue of their sentence claims."""
        loose: list[Statement] = []
        for index, token in enumerate(sentence.tokens):
            mark = token.quotation
            if mark is None or any(
                statement.start < mark.inner_end and mark.inner_start < statement.end for statement in found
            ):
                continue
            alone = all(other.kind == "mark" for place, other in enumerate(sentence.tokens) if place != index)
            alone = alone or (announced and mark.start <= sentence.tokens[0].start)
            start, end = inner_span(sentence.source, mark)
            inner = sentence.source[start:end]
            if not inner:
                continue
            if alone and self._last is not None and self._last[0].verbal:
                draft, member, _ = self._last
                if member is not None:
                    loose.append(self._floating(page, start, end, draft.cue, member))
                    continue
            within = self._cue_within(page, sentence, mark)
            if within is not None:
                mention, cue = within
                member = self._cast.resolve(mention, self._recent)
                self._last = (Draft(start, end, "direct", cue, mention), member, mention)
                loose.append(
                    Statement(
                        page.paragraph.id,
                        start,
                        end,
                        "direct",
                        cue,
                        member.name if member else None,
                        member.role if member else None,
                        mention.text,
                    )
                )
                continue
            if self._speech(sentence, index, inner, alone):
                whole = sentence.low(index - 1) in {",", "mais", "but", ":"} and has_verb(
                    inner, sentence.language
                )
                kind = "direct" if alone or whole or inner[:1].isupper() else "mixed"
                if kind == "mixed":
                    start, end = token.start, token.end
                known = None if alone else self._told_before(found, start)
                made = Statement(page.paragraph.id, start, end, kind, "", None)
                loose.append(replace(known, start=start, end=end, kind=kind) if known else made)
        return loose

    def _told_before(self, found: list[Statement], start: int) -> Statement | None:
        """Return the statement whose speaker a later quotation of its sentence has too.

        As in *dit avoir vu « … », puis « … »*; only where nobody else speaks in the sentence.
        """
        before = [statement for statement in found if statement.end <= start]
        names = {statement.speaker for statement in found}
        return before[-1] if before and len(names) == 1 and None not in names else None

    def _left_open(self, page: Page, sentence: Sentence) -> Statement | None:
        """Read *“… “The rest*: English papers close a quotation where its last paragraph ends."""
        last = self._last
        if (
            not sentence.tokens
            or sentence.language != "en"
            or last is None
            or last[1] is None
            or last[0].kind != "direct"
        ):
            return None
        mark, closing = sentence.tokens[0], page.sentences[-1].tokens[-1:]
        start, end = mark.end, closing[0].end if closing else mark.end
        later = any(draft.start >= start for drafts in page.drafts for draft in drafts)
        told = later or mark.text in sentence.source[start:end]
        if mark.text not in {'"', "“"} or told:
            return None
        return self._floating(page, start, end, last[0].cue, last[1])

    def _cue_within(self, page: Page, sentence: Sentence, mark: Quotation) -> tuple[Mention, str] | None:
        """Find the cue that some put inside the marks: *« Je pars, a dit X, et je ne reviendrai pas. »*."""
        source = sentence.source
        reader = sentence_reader(sentence.language)
        nested = [other for other in page.nested if mark.start < other.start and other.end <= mark.inner_end]
        for start, end in sentences(source[mark.inner_start : mark.inner_end], sentence.language):
            inner = reader.read(
                source,
                nested,
                mark.inner_start + start,
                mark.inner_start + end,
            )
            found = Drafter(inner).parenthetical()
            if found is not None:
                return found
        return None

    def _floating(self, page: Page, start: int, end: int, cue: str, member: Member) -> Statement:
        return Statement(page.paragraph.id, start, end, "direct", cue, member.name, member.role)

    def _speech(self, sentence: Sentence, index: int, inner: str, alone: bool) -> bool:
        """Tell speech from scare quotes and titles of works."""
        count = len(inner.split())
        if "©" in inner or "(c)" in inner.lower():
            return False
        before = [sentence.low(place) for place in range(max(0, index - 3), index)]
        if any(word in self._words.works for word in before):
            return False
        earlier = {sentence.low(place) for place in range(max(0, index - 7), index)}
        link = index - 1 - (sentence.low(index - 1) in {"des", "les", "l'"})
        if sentence.low(link) in {"pour", "de", "d'", "for", "of", "with"} and earlier & _CHARGED:
            return False  # « mis en examen pour « … » »
        if alone:
            return count >= 3 or inner[-1:] in ".!?…"
        if inner[:1].isupper() and inner[-1:] not in ".!?…" and not has_verb(inner, sentence.language):
            return False
        return count > _LONG_QUOTE
