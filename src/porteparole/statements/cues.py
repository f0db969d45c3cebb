"""Reporting verb groups in a row of tokens: *a déclaré*, *has warned*."""

from __future__ import annotations

from collections.abc import Sequence

from porteparole.statements.cue import NOUN_PRONE, Cue
from porteparole.statements.cues_fr import FrenchCues
from porteparole.statements.tokens import Token

_BE_EN = frozenset("is are was were be been being am 's 're get gets got".split())
_HAVE_EN = frozenset("has have had 've".split())


class CueFinder(FrenchCues):
    """Finds the cues of one language."""

    def cues(self, tokens: Sequence[Token]) -> list[Cue]:
        """Return the cues in order."""
        found: list[Cue] = []
        index = 0
        while index < len(tokens):
            cue = (
                self._french(tokens, index, found) if self.language == "fr" else self._english(tokens, index)
            )
            if cue is None:
                index += 1
            else:
                found.append(cue)
                index = cue.last
        return found

    def _english(self, tokens: Sequence[Token], index: int) -> Cue | None:
        token = tokens[index]
        if token.kind != "word":
            return None
        readings = self._verbs.forms.get(token.low)
        if readings is None or (
            token.capital and index > 0 and tokens[index - 1].kind == "word" and tokens[index - 1].capital
        ):
            return None
        back = index - 1
        while (
            back >= 0
            and (tokens[back].low in self._words.adverbs - _HAVE_EN or tokens[back].low.endswith("ly"))
            and index - back < 4
        ):
            back -= 1
        before = tokens[back].low if back >= 0 else ""
        gerund = next((reading for reading in readings if reading.tense == "gerund"), None)
        if gerund is not None:
            owner = before in {"'s", "’s"} and tokens[back - 1].low not in self._words.pronouns
            if before in _BE_EN and not owner:
                return self._build(tokens, back, index, gerund, "finite")
            if before in self._words.determiners or before in {
                "of",
                "for",
                "on",
                "about",
                "worth",
                "'s",
                "’s",
            }:
                return None
            return self._build(tokens, index, index, gerund, "gerund")
        after = tokens[index + 1].low if index + 1 < len(tokens) else ""
        told = (form for form in self._verbs.forms.get(after, ()) if form.tense == "finite")
        if token.low in self._words.documents and any(form.lemma != after for form in told):
            return None  # “the bank report said”
        if token.low in NOUN_PRONE and after == "of":
            return None  # “the data demands of films”
        finite = next((reading for reading in readings if reading.tense == "finite"), None)
        participle = next((reading for reading in readings if reading.tense == "participle"), None)
        if before in _BE_EN:
            return None
        if before in {"to", "not", "n't", "did", "does", "didn't", "doesn't"}:
            return None
        if before in _HAVE_EN:
            reading = participle or finite
            return self._build(tokens, back, index, reading, "finite") if reading is not None else None
        if finite is None:
            return None
        if before in {"would", "will", "could", "may", "might", "should", "can", "must"}:
            return self._build(tokens, index, index, finite, "finite") if before == "would" else None
        noun = (
            before in self._words.determiners
            or before in self._words.possessives
            or before
            in {
                "of",
                "in",
                "on",
                "for",
                "with",
                "from",
                "at",
                "'s",
                "’s",
                "by",
                "no",
                "a",
            }
        )
        bare = token.low == finite.lemma
        third = token.low.endswith("s") and not bare and participle is None
        if noun and (bare or third or token.low.endswith("ed")):
            return None
        return self._build(tokens, index, index, finite, "finite", bare=bare)
