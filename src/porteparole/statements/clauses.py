"""Where what is said ends, and its taking down."""

from __future__ import annotations

from dataclasses import replace

from porteparole.statements.cue import Cue
from porteparole.statements.draft import Draft, Place, inner_span
from porteparole.statements.mention import Mention
from porteparole.statements.statement import Kind
from porteparole.statements.subjects import Subjects


class Clauses(Subjects):
    """Finds the ends of clauses and adds drafts."""

    def _clause_end(
        self, at: int, *, coordinated: bool = False, commas: bool = False, nominal: bool = False
    ) -> int:
        """Return the index after the clause that begins at ``at``."""
        s = self._s
        cue_at = s.cue_at
        index = at
        while index < min(len(s.tokens), self._limit):
            low = s.low(index)
            if low == ";" or (low in {".", "!", "?", "…", "..."} and index >= len(s.tokens) - 1):
                return index
            if low in {",", "–", "—"} and index > at:
                if commas or self._breaks(index + 1, cue_at) or self._new_report(index + 1):
                    return index
                if nominal and s.low(index + 1) == "ce" and s.low(index + 2) in {"qui", "que", "qu'"}:
                    return index
                if nominal and s.low(index + 1) in {"mais", "but"} and self._bare_verb(index + 2):
                    return index
                if nominal and s.low(index + 1) in {"tandis", "while", "whereas"}:
                    return index
                if nominal and (self._gerund_at(index + 1) or self._new_clause(index + 1)):
                    return index
                if (
                    coordinated
                    and s.low(index + 1) in {"et", "mais", "and", "but"}
                    and s.low(index + 2) in {"que", "qu'", "that"}
                ):
                    return index
            if (
                low == ":"
                and s.is_quotation(index + 1)
                and index > at
                and (nominal or self._full_quotation(index + 1))
            ):
                return index
            if nominal and low in {"mais", "but"} and index > at and self._bare_verb(index + 1):
                return index
            opposed = low in {"alors", "tandis"} and s.low(index + 1) in {"que", "qu'"} and index > at
            if opposed and (nominal or s.is_quotation(index - 1)):
                return index
            if low in {"et", "and", "puis", "then", "mais", "but"} and index > at:
                nxt = index + 1
                if coordinated and s.low(nxt) in {"que", "qu'", "that"}:
                    return index
                while s.low(nxt) in self._w.adverbs and nxt < len(s.tokens):
                    nxt += 1
                if (nominal and self._bare_verb(nxt)) or self._new_report(nxt):
                    return index
                cue = cue_at.get(nxt) or cue_at.get(nxt + 1 if s.low(nxt) in {"s'", "se", "l'"} else nxt)
                if (
                    cue is not None
                    and cue.manner in {"finite", "participle"}
                    and (nominal or not self._own_verb(at, index, cue))
                ):
                    return index
                if cue is not None and cue.manner == "gerund" and nominal:
                    return index
            if index in cue_at and cue_at[index].manner == "gerund":
                after = cue_at[index].last
                telling = nominal and index > at and (s.low(after) == ":" or s.is_quotation(after))
                if low in {"en", "tout"} or telling:
                    return index
            if index > at and (self._event(index) or (nominal and self._main_again(at, index))):
                return index
            index += 1
        return index

    def _main_again(self, at: int, index: int) -> bool:
        """Say whether the verb above a relative clause stands here: *ceux qui défendent X | disent que*."""
        s = self._s
        cue = s.cue_at.get(index)
        if (
            s.language != "fr"
            or cue is None
            or cue.manner != "finite"
            or cue.pronoun
            or index in self._incises
        ):
            return False
        told = s.low(cue.last) in {"que", "qu'"} or s.low(cue.last - 1) in {"que", "qu'"}
        joints = self._w.clause_breaks | {",", "et", "ou"}
        return told and not any(s.low(i) in joints or s.is_quotation(i) for i in range(at, index))

    def _new_report(self, index: int) -> bool:
        """Say whether another speaker's report begins at ``index``: *et X, directeur de …, estime que*."""
        s = self._s
        if s.low(index) in {"la", "l'", "le", "les", "the", "d'", "de"} and s.mention_at(index) is None:
            index += 1
        who = s.mention_at(index)
        if who is not None and who.head in {"he", "she"}:
            spoken = s.cue_at.get(who.last)
            return spoken is not None and spoken.manner == "finite" and "o" in spoken.frames
        if who is None or who.sort not in {"person", "role", "institution", "name"}:
            return False
        at = who.last + (s.low(who.last) == ",")
        cue = s.cue_at.get(at)
        return (
            cue is not None
            and cue.manner == "finite"
            and (
                s.low(cue.last) in {"que", "qu'", "that", ":"}
                or s.is_quotation(cue.last)
                or ("i" in cue.frames and self._infinitive_at(cue.last))
            )
        )

    def _new_clause(self, index: int) -> bool:
        """Say whether a clause with a subject of its own begins at ``index``: *, mais le maire a …*."""
        s = self._s
        if s.low(index) not in {"mais", "et", "or", "car", "but", "and"}:
            return False
        at = index + 1 + (s.low(index + 1) in {"la", "l'"} and s.mention_at(index + 1) is None)
        mention = s.mention_at(at)
        return mention is not None and s.verb_at(mention.last)

    def _own_verb(self, at: int, index: int, cue: Cue) -> bool:
        """Say whether *et* joins a verb to the clause itself: « ces mesures affectent … et nuisent … »."""
        s = self._s
        subject = next((m for m in s.mentions if at <= m.first < index and not m.preposition), None)
        if subject is None or "s" in cue.frames:
            return False
        if s.language == "en" and s.low(cue.last) == "that" and subject.sort in {"other", "document"}:
            return False  # “said the result was poor but stressed that …”: results stress nothing
        return (
            cue.manner == "finite"
            and s.low(cue.first) not in self._w.auxiliaries
            and not s.is_quotation(cue.last)
        )

    def _breaks(self, index: int, cue_at: dict[int, Cue]) -> bool:
        s = self._s
        at = index
        while s.low(at) in self._w.adverbs and at < len(s.tokens):
            at += 1
        low = s.low(at)
        for start in (at, at + 1):
            cue = cue_at.get(start)
            if cue is not None and (
                start == at
                or s.low(at) in {"en", "s'", "se", "et", "and", "puis", "by", "while", "but", "mais"}
            ):
                if cue.manner == "gerund" or cue.pronoun or cue.first in self._incises:
                    return True
                if start == at and cue.manner == "finite" and s.language == "fr":
                    return True  # « X, accusant Y de …, a affirmé que … »
                if (
                    cue.manner in {"finite", "participle"}
                    and start == at + 1
                    and low in {"et", "and", "puis", "but", "mais"}
                ):
                    return True
        if low == "selon" and s.low(at + 1) in self._w.after_preposition and s.low(at + 2) == ",":
            return False  # « affirme que le métal est, selon lui, rare »
        if low in {"selon", "according"} or (low == "d'" and s.low(at + 1) == "après"):
            return True
        if low in {"tandis", "mais", "alors", "while", "but", "et", "and", "quand", "whereas"}:
            return any(
                cue.first > at
                and cue.manner == "finite"
                and cue.first not in self._incises
                and self._near_subject(cue, at)
                and s.low(at + 1)
                not in {"que", "qu'"} - ({"que", "qu'"} if low in {"tandis", "alors"} else set())
                for cue in s.cues
            )
        if low == "comme" and s.low(at + 1) in {"l'", "le"} and s.language == "fr":
            return any(at + 2 <= cue.first <= at + 3 for cue in s.cues)
        if low == "ce" and s.low(at + 1) in {"que", "qu'"}:
            return any(at + 2 <= cue.first <= at + 4 for cue in s.cues)
        if low == "dans" and s.low(at + 2) in {"référence", "allusion"}:
            return True
        if low in {"en", "par"} and s.low(at + 1) in {"référence", "allusion", "réponse", "réaction"}:
            return True
        if low in {"après", "after", "following", "suite"} and any(
            self._reason_noun(i)[0] for i in range(at + 1, min(at + 5, len(s.tokens)))
        ):
            return True
        for link in range(at, min(at + 4, len(s.tokens))):
            linked = s.low(link) in {"after", "as", "while", "when", "before"} and s.language == "en"
            if linked and any(
                c.first > link and c.manner == "finite" and self._near_subject(c, link) for c in s.cues
            ):
                return True
            if s.mention_over(link) is not None and s.low(link) not in {"a", "day", "hours", "days", "week"}:
                break
        return self._event(at) or low in {"cité", "citée", "interrogé", "interrogée", "quoted"}

    def _clause_at(self, at: int) -> bool:
        """Say whether an English clause without *that* begins at ``at``."""
        s = self._s
        pointing = s.low(at) == "this" and s.low(at + 1) in self._w.auxiliaries | self._w.verbs_common
        pointing = pointing or s.low(at + 2) in {"'s", "’s"}  # “this year’s festival will …”
        if s.low(at) in self._w.adjuncts - {"at", "in", "on"} | {"and", "or", "but", "of", "so"}:
            return pointing
        return self._has_verb(at, self._clause_end(at, nominal=True))

    def _add_said(
        self,
        first: int,
        last: int,
        cue: str,
        who: Mention | None,
        *,
        inherit: bool = False,
        verbal: bool = True,
    ) -> None:
        """Add what stands in the tokens: direct where it is one quotation, else mixed or indirect."""
        s = self._s
        while last > first and (
            s.tokens[last - 1].kind == "mark"
            or (s.tokens[last - 1].kind == "aside" and s.is_quotation(last - 2))
        ):
            last -= 1
        if last <= first:
            return
        if (last - first == 1 and s.is_quotation(first)) or (
            s.is_quotation(first)
            and self._full_quotation(first)
            and (
                s.low(first + 1) in {",", "en"} | self._w.adjuncts | self._w.days
                or s.low(first + 1).endswith("ant")
            )
        ):
            self._add_quotation(first, cue, who, inherit=inherit, verbal=verbal)
        else:
            self._add_span(first, last, cue, who, inherit=inherit, verbal=verbal)
        self._taken.append(Place(first, last))

    def _name_incise(self, at: int, who: Mention | None) -> None:
        """Give *X réagit : « … », a-t-il dit* the speaker before the colon."""
        mark = self._s.tokens[at].quotation
        for index, draft in enumerate(self._drafts):
            if mark is not None and draft.start < mark.inner_end and mark.inner_start < draft.end:
                known = draft.who is not None and (
                    draft.who.name is not None
                    or (draft.who.sort != "pronoun" and who is not None and who.name is None)
                )
                if who is not None and not known:
                    self._drafts[index] = replace(draft, who=who)
                return

    def _add_quotation(
        self, index: int, cue: str, who: Mention | None, *, inherit: bool = False, verbal: bool = True
    ) -> None:
        mark = self._s.tokens[index].quotation
        if mark is not None:
            start, end = inner_span(self._s.source, mark)
            if end > start:
                self._drafts.append(Draft(start, end, "direct", cue, who, inherit, verbal))

    def _add_span(
        self,
        first: int,
        last: int,
        cue: str,
        who: Mention | None,
        *,
        inherit: bool = False,
        verbal: bool = True,
        mixed: bool = False,
    ) -> None:
        s = self._s
        last = min(last, len(s.tokens))
        while last > first and s.tokens[last - 1].kind == "mark" and s.tokens[last - 1].text not in ")]%":
            last -= 1
        while last > first and s.low(last - 1) in {"et", "mais", "ou", "puis", "and", "but", "or"}:
            last -= 1
        while first < last and s.tokens[first].kind == "mark" and s.tokens[first].text in ",;:.–—-":
            first += 1
        if last <= first:
            return
        quoted = mixed or any(s.is_quotation(index) for index in range(first, last))
        kind: Kind = "mixed" if quoted else "indirect"
        self._drafts.append(
            Draft(s.tokens[first].start, s.tokens[last - 1].end, kind, cue, who, inherit, verbal)
        )
