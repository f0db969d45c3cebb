"""Several who speak together: *A, B et C ont annoncé*."""

from __future__ import annotations

from dataclasses import replace

from porteparole.statements.cue import Cue
from porteparole.statements.draft import PLAIN_SORTS
from porteparole.statements.looking import Looker
from porteparole.statements.mention import Mention
from porteparole.statements.sentence import Sentence


class Joining(Looker):
    """Joins mentions."""

    def _several(self, mention: Mention, cue: Cue) -> Mention:
        """Join *Les ministres de A, X, et de B, Y, ont*: the verb tells that both are meant."""
        s = self._s
        both = self._joined(mention)
        if both is not mention or mention.plural or mention.sort != "person" or not self._plural(cue):
            return both
        other = next((m for m in reversed(s.mentions) if m.last < mention.first and m.sort == "person"), None)
        between = range(other.last, mention.first) if other is not None else range(0)
        linked = any(s.low(i) == "et" for i in between) and not any(s.verb_at(i) for i in between)
        if other is None or other.preposition or not linked:
            return both
        return replace(joined(other, mention, s), text=f"{other.text} et {mention.text}")

    def _plural(self, cue: Cue) -> bool:
        """Say whether the verb is a French plural for sure."""
        low = self._s.low(cue.first + (self._s.low(cue.first) in {"s'", "se"}))
        return self._s.language == "fr" and (
            low in {"ont", "sont"} or (low.endswith("ent") and (low not in self._w.adverbs))
        )

    def _second_subject(self, comma: int) -> Mention | None:
        """Return X of *La ville a payé la route, et le maire, X, parle de …* before the ``comma``."""
        s = self._s
        beside = s.mention_over(comma - 1)
        if beside is None or beside.last != comma or beside.preposition or beside.sort != "person":
            return None
        first = beside.first - (s.low(beside.first - 1) in {"la", "l'"})
        new_clause = s.low(first - 1) in {"et", "mais"} and s.low(first - 2) == ","
        return beside if new_clause and beside.noun and beside.name else None

    def _joined(self, mention: Mention) -> Mention:
        """Join « A et B » and "A and B" into one mention."""
        s = self._s
        at = mention.first - 1
        if s.low(at) in {"la", "l'", "le", "les", "the"}:
            at -= 1
        if s.low(at) in {"et", "and"} or (s.low(at) == "que" and s.low(at - 1) == "ainsi"):
            at -= 2 if s.low(at) == "que" else 1
            other = s.mention_over(at)
            if (
                other is not None
                and other.last == at + 1
                and other.sort in {"person", "institution", "place", "role", "name"}
                and not other.preposition
                and mention.sort in {"person", "institution", "place", "role", "name"}
            ):
                return joined(self._list_before(other), mention, s)
        return mention

    def _joined_behind(self, mention: Mention) -> Mention:
        """Join the second of “the Tories and Lib Dems have tabled …, saying”."""
        s = self._s
        at = mention.last + 1
        at += s.low(at) in {"la", "l'", "le", "les"}
        other = s.mention_at(at) if s.low(mention.last) in {"et", "and"} else None
        sorts = {"person", "institution", "place", "name"}
        if other is None or other.preposition or not {mention.sort, other.sort} <= sorts or mention.parts:
            return mention
        return joined(mention, other, s) if s.verb_at(other.last) else mention

    def _joined_after(self, mention: Mention) -> Mention:
        """Join the second of *…, ont annoncé A et B*."""
        s = self._s
        at = mention.last + 1 + (s.low(mention.last + 1) in {"la", "l'", "le", "les"})
        other = s.mention_at(at) if s.low(mention.last) == "et" else None
        sorts = PLAIN_SORTS - {"document"}
        return (
            joined(mention, other, s)
            if other is not None and {mention.sort, other.sort} <= sorts
            else mention
        )

    def _list_before(self, mention: Mention) -> Mention:
        """Join those that commas list before ``mention``: *A, B et C*."""
        s = self._s
        at = mention.first - 1
        if s.low(at) in {"la", "l'", "le", "les", "the"}:
            at -= 1
        other = s.mention_over(at - 1) if s.low(at) == "," else None
        sorts = {"person", "institution", "place", "name"}
        if other is None or other.last != at or other.preposition or not {other.sort, mention.sort} <= sorts:
            return mention
        start = other.first - (s.low(other.first - 1) in {"la", "l'", "le", "les"})
        if start > 0 and s.tokens[start - 1].kind != "mark":
            return mention  # « Après l’ouragan X, A et B ont … »
        return joined(self._list_before(other), mention, s)


def joined(first: Mention, second: Mention, sentence: Sentence) -> Mention:
    """Make one mention of two."""
    text = sentence.text(first.first, second.last)
    return replace(
        second,
        first=first.first,
        text=text,
        plural=True,
        code=None,
        name=text,
        parts=(*(first.parts or (first,)), second),
        sort="institution",
        noun=None,
        preposition=first.preposition,
    )
