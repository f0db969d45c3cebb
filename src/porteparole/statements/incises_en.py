"""English cues beside what is said: *“…,” X said*."""

from __future__ import annotations

from dataclasses import replace

from porteparole.statements.clauses import Clauses
from porteparole.statements.cue import Cue
from porteparole.statements.draft import PLAIN_SORTS, SPOKEN
from porteparole.statements.mention import Mention

_WHERE = frozenset("in at on during to after before from outside near as".split())


class EnglishIncises(Clauses):
    """Reads English incises."""

    def _english_incise(self, cue: Cue) -> tuple[Mention | None, int] | None:
        s = self._s
        before = s.low(cue.first - 1)
        quoted = s.is_quotation(cue.first - 1)
        # “X told Reuters” says who is told; nobody writes “told X” for “X told”.
        told = before == "," and ("s" in cue.frames or self._has_verb(0, cue.first - 1))
        if (quoted or told) and "q" in cue.frames and cue.lemma != "tell":
            who = self._after(cue.last) or self._behind_trade(cue.last)
            if who is not None and who.sort in SPOKEN and (quoted or not self._main_content(who.last)):
                return who, who.last
        closing = self._said_by(cue)
        if closing is not None:
            return closing, closing.last
        subject = next((m for m in s.mentions if m.last == cue.first), None)
        if subject is None and s.low(cue.first - 1) == ",":
            # “…, the minister, Ann Lee, said”: the mention ends with its apposition, the comma after it.
            named = (m for m in s.mentions if m.last == cue.first - 1 and m.sort in PLAIN_SORTS)
            subject = next((m for m in named if m.first and s.low(m.first - 1) in {",", "–", "—"}), None)
            subject = subject or self._adjacent_subject(cue)
        if subject is None:
            subject = self._long_subject(cue)
        if (
            subject is None
            or subject.preposition
            or subject.first == 0
            or ("q" not in cue.frames and "c" not in cue.frames)
        ):
            return None
        subject = self._role_beside(subject) or subject
        at = subject.first - 1
        plain = self._w.conjunctions | self._w.clause_breaks | self._w.adjuncts
        while s.tokens[at].kind == "word" and not s.tokens[at].capital and s.low(at) not in plain and at > 0:
            at -= 1  # “… ,” investment bank Acme said
        if at != subject.first - 1:
            if not s.is_quotation(at):
                return None
            subject = replace(subject, first=at + 1)
        if not (s.is_quotation(at) or s.low(at) in {",", "–", "—"}):
            return None
        end = self._skip_object(cue.last) if "n" in cue.frames else cue.last
        if s.is_quotation(at) and not self._leads_over(at):
            return None
        if s.is_quotation(at) or (s.low(at) == "," and s.is_quotation(at - 1)):
            return (subject, end) if s.low(end) != "that" else None
        final = end >= len(s.tokens) - 1 and at > 5 and s.low(0) not in self._w.adjuncts
        if self._main_content(end) or not (final or self._has_verb(0, at)):
            return None
        return subject, end

    def _behind_trade(self, index: int) -> Mention | None:
        """Return X of “…,” *said awards pundit X*, whatever the trade."""
        s = self._s
        for at in range(index + 1, index + 4):
            if s.tokens[at - 1 : at] and (s.tokens[at - 1].kind != "word" or s.tokens[at - 1].capital):
                return None
            who = s.mention_at(at)
            if who is not None:
                return who if who.sort == "person" and who.first == at and not who.preposition else None
        return None

    def _said_by(self, cue: Cue) -> Mention | None:
        """Find X in “the rules are complex said Ann Lee, from Acme”: no comma, but a name and no clause."""
        s = self._s
        who = s.mention_at(cue.last) if cue.lemma in {"say", "add", "explain"} and cue.first > 3 else None
        named = who is not None and who.sort == "person" and len((who.name or "").split()) > 1
        beside = s.mention_over(cue.first - 1)
        if who is None or not named or beside is not None or s.tokens[cue.first - 1].kind != "word":
            return None
        closed = s.low(who.last) in {"", ".", ","} and self._has_verb(0, cue.first)
        return who if closed and not s.verb_at(who.last) else None

    def _role_beside(self, role: Mention) -> Mention | None:
        """Return X of “… ,” *X, Acme’s chief said*, where ``role`` is what stands after the name."""
        s = self._s
        named = s.mention_over(role.first - 2) if s.low(role.first - 1) == "," else None
        if role.name is not None or role.sort != "role" or named is None or named.last != role.first - 1:
            return None
        if named.sort != "person" or not s.is_quotation(named.first - 1):
            return None
        return replace(named, noun=named.noun or role.noun, head=named.head or role.head)

    def _long_subject(self, cue: Cue) -> Mention | None:
        """Find the subject in “…, a study published on Thursday said”."""
        s = self._s
        comma = next((i for i in range(cue.first - 1, max(-1, cue.first - 14), -1) if s.low(i) == ","), None)
        mention = s.mention_at(comma + 1) if comma is not None else None
        if mention is None or mention.sort not in {"document", "institution", "role", "person"}:
            return None
        between = range(mention.last, cue.first)
        if any(c.first in between for c in s.cues) or any(s.low(i) in self._w.auxiliaries for i in between):
            return None
        return mention if self._has_verb(0, comma or 0) else None

    def _leads_over(self, index: int) -> bool:
        """Say whether a quotation ends with a mark that leads over to its cue (“… ,” she said)."""
        mark = self._s.tokens[index].quotation
        return mark is not None and self._s.source[mark.inner_end - 1] in ",.?!…—-"

    def _main_content(self, index: int) -> bool:
        """Say whether what follows ``index`` is a clause, not the circumstances of speaking."""
        s = self._s
        at = index
        while s.low(at) in {"of", "for", "at", "from", "by"}:
            following = next((m for m in s.mentions if at < m.first <= at + 3), None)
            if following is None:
                break
            at = following.last
        at = self._skip_circumstances(at)
        if s.language == "en" and s.low(at) in _WHERE and not self._has_verb(at, len(s.tokens)):
            return False
        if at >= len(s.tokens) or s.tokens[at].low in {".", ",", ";", "!", "?", ":"}:
            return s.low(at) == ":"
        return True
