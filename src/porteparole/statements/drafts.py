"""The reading of one sentence into drafts."""

from __future__ import annotations

from porteparole.statements.cue import Cue
from porteparole.statements.draft import SPOKEN, Draft
from porteparole.statements.mention import Mention
from porteparole.statements.nominal import Nominal


class Drafter(Nominal):
    """Reads one sentence: incises first, then sources, then the other cues, from left to right."""

    def drafts(self) -> list[Draft]:
        """Return the statements of the sentence in order of their spans."""
        s = self._s
        for cue in s.cues:
            if cue.first in self._incises:
                self._read_incise(cue, self._incises[cue.first])
        self._sources()
        previous: Mention | None = None
        for cue in s.cues:
            if cue.first in self._incises:
                # « Elle dément que …, comme l’a écrit X, et condamne … »: X only wrote it.
                previous = previous if self._as_told(cue.first) else self._incises[cue.first][0]
                continue
            if self._inside(cue.first) or (cue.negated and not self._refuses(cue)):
                continue
            previous = self._read_cue(cue, previous) or previous
        self._nouns()
        self._any_verb_that()
        self._uttered_by()
        self._subject_and_quotation()
        self._colon()
        self._drafts.sort(key=lambda draft: (draft.start, draft.end))
        return self._drafts

    def _refuses(self, cue: Cue) -> bool:
        """Say whether *ne veut pas « céder »*: what is not wanted is told in one’s own words."""
        at = cue.last
        while self._s.low(at) in {"pas", "plus", "jamais", "point"}:
            at += 1
        return cue.lemma == "vouloir" and self._s.is_quotation(at)

    def announcer(self) -> tuple[Mention | None, str]:
        """Return who speaks in the next paragraph, and the cue, for a sentence that ends with a colon."""
        s = self._s
        for cue in reversed(s.cues):
            if cue.manner == "finite" and not cue.negated and cue.first not in self._incises:
                who = self._adjacent_subject(cue)
                if who is None and s.low(cue.first - 1) in {"et", "and"}:
                    who = self._main_subject(cue.first)
                if who is not None and who.sort in SPOKEN:
                    return who, s.text(cue.first, cue.last)
        return None, ""
