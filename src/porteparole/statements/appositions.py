"""Roles beside names: *X, ministre de …*, "Jane Doe, a teacher"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from porteparole.statements.mention import Mention
from porteparole.statements.names import Names
from porteparole.statements.naming import NOBLE
from porteparole.statements.tokens import Token


class Appositions(Names):
    """Reads what stands beside a name between commas."""

    def _apposed_name(self, tokens: Sequence[Token], index: int, source: str) -> tuple[int, int] | None:
        if index >= len(tokens):
            return None
        start = index
        if tokens[index].low in self.words.titles:
            index += 1
        elif self._acronym(tokens[index]) and self._people(tokens[index].low):
            start, index = index + 1, index + 1  # “the chairman, MP Ann Lee”
        if not self._capital_at(tokens, index) or (
            tokens[index].low in self._closed - NOBLE and tokens[index].low not in self._given
        ):
            return None
        end = self._name_end(tokens, index)
        if end < len(tokens) and tokens[end].low in {"de", "d'", "du"} and self._capital_at(tokens, end + 1):
            noble = self._name_end(tokens, end + 1)  # « son président, Enguerrand de Saint-Vallerin, »
            end = noble if noble < len(tokens) and tokens[noble].kind == "mark" else end
        if end - start < 2:
            return None
        lows = [token.low for token in tokens[index:end]]
        place = self._place(tokens, index)
        if self._organisation(lows) or (place is not None and place[0] >= end):
            return None
        after = tokens[end] if end < len(tokens) else None
        if after is None or after.kind in {"mark", "aside", "quotation"} or self._verbal(tokens, end):
            return start, end
        if after.low in self.words.adjuncts or after.low in self.words.clause_breaks | self.words.clitics:
            return start, end
        return None

    def _with_apposition(self, tokens: Sequence[Token], mention: Mention, source: str) -> Mention:
        """Add the role that follows a name: *X, ministre de …,*, *X (EELV)*."""
        end = mention.last
        if mention.sort not in {"person", "name"} or mention.noun is not None:
            return mention
        before = tokens[mention.first - 1].low if mention.first else ""
        if mention.sort == "name" and before in self._prepositions:
            return mention
        if end < len(tokens) and tokens[end].kind == "aside":
            end += 1
        comma = end < len(tokens) and tokens[end].low == ","
        at = end + 1 if comma else end
        if not comma:
            return self._title_behind(tokens, mention, source) or mention
        position = at
        if (
            position + 1 < len(tokens)
            and tokens[position].kind == "number"
            and (tokens[position + 1].low not in {"ans", "an", "years", ","})
        ):
            position += 1  # « X, 1er adjoint, … »
        elif position < len(tokens) and tokens[position].kind == "number":
            # « X, 46 ans, ministre … »
            while position < len(tokens) and tokens[position].low != "," and position - at < 3:
                position += 1
            position += 1
        start = position
        while position < len(tokens) and (
            tokens[position].low in self.words.determiners or tokens[position].low in self.words.former
        ):
            position += 1
        if position >= len(tokens) or tokens[position].kind != "word":
            return mention
        head = self._singular(tokens[position].low)
        if self.language == "en":
            return self._english_apposition(tokens, mention, start, position, source)
        if not self._people(head) and not (
            position + 1 < len(tokens)
            and self._people(self._singular(tokens[position + 1].low))
            and not tokens[position].capital
        ):
            return mention
        if tokens[position].capital and self.mention_is_name(tokens, position):
            return mention
        stop = self._complements(tokens, position + 1, person=False)[0]
        while (
            stop < len(tokens)
            and tokens[stop].low not in {",", ".", ";", ":"}
            and not self._verbal(tokens, stop)
            and tokens[stop].kind == "word"
            and tokens[stop].low not in self.words.clause_breaks | {"se", "s'", "ne", "n'"}
        ):
            stop += 1
        counted = stop < len(tokens) and tokens[stop].kind == "number"
        idle = self.words.conjunctions | (self._prepositions if counted else frozenset[str]())
        while stop > position + 1 and tokens[stop - 1].low in idle:
            stop -= 1  # « président du parti et », « notaire pendant 22 ans »
        gender = mention.gender or self._gender(head)
        noun_at = start + (1 if tokens[start].low in self.words.determiners else 0)
        return replace(
            mention,
            sort="person",
            last=stop,
            noun=source[tokens[noun_at].start : tokens[stop - 1].end],
            head=head,
            gender=gender,
            text=source[tokens[mention.first].start : tokens[stop - 1].end],
        )

    def _title_behind(self, tokens: Sequence[Token], mention: Mention, source: str) -> Mention | None:
        """Read “Ann Lee head of research”, an apposition that no comma sets off."""
        at = mention.last
        if self.language != "en" or mention.sort != "person" or at + 2 >= len(tokens):
            return None
        head = tokens[at].low
        if tokens[at].capital or not self._people(head) or tokens[at + 1].low not in {"of", "at", "for"}:
            return None
        end = self._english_complements(tokens, at + 1)
        noun = source[tokens[at].start : tokens[end - 1].end]
        text = source[tokens[mention.first].start : tokens[end - 1].end]
        return replace(mention, last=end, noun=noun, head=head, text=text)

    def mention_is_name(self, tokens: Sequence[Token], index: int) -> bool:
        """Say whether a proper name, not a capitalised role, begins at ``index``."""
        return not self._people(self._singular(tokens[index].low))

    def _english_apposition(
        self, tokens: Sequence[Token], mention: Mention, start: int, position: int, source: str
    ) -> Mention:
        stop = position
        found = ""
        while (
            stop < len(tokens)
            and tokens[stop].low not in {",", ".", ";", ":"}
            and tokens[stop].kind in {"word", "number", "aside"}
        ):
            single = self._singular(tokens[stop].low)
            if self._people(single) and not found and stop - position <= 5:
                found = single
            if tokens[stop].low in self.words.clause_breaks - {"as"} or (
                tokens[stop].low in self.words.auxiliaries
                or (
                    found
                    and any(form.tense == "finite" for form in self.verbs.forms.get(tokens[stop].low, ()))
                )
            ):
                break
            if not found and tokens[stop].low in {"of", "in", "at", "to", "by", "on"}:
                break
            stop += 1
        closed = stop >= len(tokens) or tokens[stop].kind in {"mark", "quotation"}
        if not found or stop == position or not closed:
            return mention
        noun_at = start + (1 if tokens[start].low in {"the", "a", "an"} else 0)
        return replace(
            mention,
            sort="person",
            last=stop,
            noun=source[tokens[noun_at].start : tokens[stop - 1].end],
            head=found,
            gender=mention.gender or self._gender(found),
            text=source[tokens[mention.first].start : tokens[stop - 1].end],
        )
