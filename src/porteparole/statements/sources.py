"""Sources: *selon X*, *d’après X*, *pour X*, *according to X*."""

from __future__ import annotations

from porteparole.statements.draft import RELATIVE, Place
from porteparole.statements.mention import Mention
from porteparole.statements.source_names import SourceNames

_WHICH = frozenset("lequel laquelle lesquels lesquelles".split())
_LINKS = frozenset("que si car et mais or puisque and but because that".split())


class Sources(SourceNames):
    """Reads what a source is given for."""

    def _sources(self) -> None:
        s = self._s
        index = 0
        while index < len(s.tokens):
            width = self._source_width(index)
            nested = s.low(index - 1) in {"que", "qu'", "that"} or (
                s.low(index - 1) == "," and s.low(index - 2) in {"que", "qu'"} and self._reported(index - 2)
            )
            nested = nested or (s.low(index - 1) == "," and self._within_report(index, width))
            if width == 0 or self._inside(index) or nested:
                index += 1
                continue
            if s.low(index + width) in _WHICH:
                self._read_which(index, width)
                index += width + 1
                continue
            at = index + width + (1 if s.low(index + width) in {"d'", ","} else 0)
            one = s.mention_at(at + 1) if s.low(at) == "l'" and s.low(at + 1) in {"un", "une"} else None
            who = s.mention_at(at) or one or self._source_pronoun(at) or self._title_source(at)
            who = self._whose_words(at) or who
            who = self._and_another(who) if who is not None else None
            if who is None or not self._may_be_source(who, index, s.text(index, index + width).lower()):
                index += 1
                continue
            self._read_source(index, width, who)
            index = who.last

    def _read_which(self, index: int, width: int) -> None:
        """Read *… au ministère de la Justice, selon lequel …*."""
        s = self._s
        who = s.mention_over(index - 1 - (s.low(index - 1) == ","))
        if who is not None and who.preposition == "de":
            who = self._of_the(who) or who
        if who is None or who.sort not in {"person", "role", "institution", "name"}:
            return
        first = index + width + 1
        stop = self._clause_end(first)
        if stop > first:
            self._add_said(first, stop, s.text(index, index + width), who, verbal=False)

    def _within_report(self, index: int, width: int) -> bool:
        """Say whether *, selon lui,* stands in a clause that a verb already reports."""
        verb = self._s.low(index - 2) in self._w.auxiliaries | self._w.verbs_common
        if width == 0 or not verb or self._source_pronoun(index + width) is None:
            return False
        return any(
            cue.last < index
            and cue.manner == "finite"
            and self._s.low(self._skip_plain(cue.last)) in {"que", "qu'"}
            for cue in self._s.cues
        )

    def _reported(self, index: int) -> bool:
        """Say whether a reporting verb takes the clause that *que* at ``index`` opens."""
        return any(cue.last == index and cue.manner != "passive" for cue in self._s.cues)

    def _read_source(self, index: int, width: int, who: Mention) -> None:
        s = self._s
        cue = s.text(index, index + width)
        end = self._past_name(who.last)
        if end < len(s.tokens) and s.tokens[end].kind == "aside":
            end += 1
        end = self._to_comma(end)
        if who.sort == "document" and s.low(end) != ",":
            titled = next((i for i in range(end, min(end + 9, len(s.tokens))) if s.is_quotation(i)), -2)
            if s.low(titled + 1) == "," and not self._has_verb(end, titled):
                end = titled + 1  # « Selon un rapport de X sur « … », »
        if any(s.low(i) in {"que", "qu'"} for i in range(index, who.first)):
            end = next((i for i in range(end, len(s.tokens)) if s.low(i) == ","), end)
        start = self._content_start(index)
        if who.sort == "pronoun":  # « Son voisin est plus serein : il suffira, selon lui, d’attendre »
            start = max([start, *(i + 1 for i in range(start, index) if s.low(i) == ":")])
        while s.low(index - 1) in {"toujours", "encore", "notamment"} and index - 1 > start:
            index -= 1  # « toujours selon X »
        linked = s.low(index - 1) in {"et", "mais", "car", "que", "and", "but", "because"}
        linked = linked or s.low(index - 1) == ":" or (s.low(index - 1) == "," and s.low(index - 2) in _LINKS)
        begun = s.low(end) == "," and s.low(index - 1) == "," and s.verb_at(end + 1)
        before_is_empty = linked or start >= index or not (begun or self._substantial(start, index))
        if before_is_empty:
            at = end
            while s.low(at) in {",", "toutefois", "cependant", "en", "effet", ":"} and at < len(s.tokens):
                at += 1
            comma = next((i for i in range(at, min(at + 13, len(s.tokens))) if s.low(i) == ","), None)
            related = s.low(at) in {"que", "qu'", "qui", "which", "who"}
            if comma is not None and comma - at > 8 and not related:
                comma = None
            aside = (
                related
                or s.low(at).endswith(("é", "ée", "és", "ées"))
                or s.low(at) in {"de", "du", "des", "d'"}
            )
            aside = aside or (comma is not None and (self._apposed(at, comma) or self._gerund_at(at)))
            if comma is not None and aside and s.low(at - 1) == ",":
                at = comma + 1  # « Selon X, cité par Y, … »
            stop = self._clause_end(at)
            if s.low(stop) == "," and stop > at and s.verb_at(stop) and not self._has_verb(at, stop):
                stop = self._clause_end(stop + 1)  # « Selon l’AFP, le Conseil, organe suprême, a appelé … »
            if stop > at:
                self._add_said(at, stop, cue, who, verbal=False)
                if s.low(stop) == ":" and s.is_quotation(stop + 1):
                    self._quoted_after(stop + 1, cue, who)
            return
        quoted = any(s.is_quotation(i) for i in range(start, index))
        bare = "," not in {s.low(index - 1), s.low(end)} and not quoted
        if bare and s.low(index - 1) in self._w.auxiliaries | self._w.verbs_common and s.is_quotation(end):
            stop = self._clause_end(end)  # « La crise est selon la ville « un fait ». »
            self._add_span(start, stop, cue, who, verbal=False)
            self._taken.append(Place(start, stop))
            return
        if (
            "," not in {s.low(index - 1), s.low(end)}
            and not quoted
            and not self._has_verb(start, index)
            and s.verb_at(end)
        ):
            stop = self._clause_end(end)  # « Le chantier selon la ville a perdu … »
            self._add_span(start, stop, cue, who, verbal=False)
            self._taken.append(Place(start, stop))
            return
        if s.low(start) == "selon" and (other := s.mention_at(start + 1)) is not None and other.last < index:
            start = other.last + (s.low(other.last) == "et")  # « 20 selon X et 30 selon Y »
        said = s.cue_at.get(start)
        if said is not None and said.last >= index:
            return  # « … », dit-il selon la radio
        goes_on = s.low(end) == "," and s.low(end + 1) in {"et", "mais", "tandis", "and", "but", "while"}
        closing = s.low(end) == "," and self._apposed_to_the_end(end + 1)
        made = s.language == "en" and s.low(end).endswith(("ing", "ed")) and s.low(index - 1) == ","
        closing = closing or (
            made and not any(s.low(i) in {",", ";", ":"} for i in range(end, len(s.tokens)))
        )
        last = (
            goes_on or closing or s.low(end) in {"", ".", ";", "!", "?", "…", "..."} or end >= len(s.tokens)
        )
        comma = s.low(index - 1) == ","
        stop = index - 1 if comma else index
        if last:
            if s.is_quotation(stop - 1) and self._stands_alone(stop - 1, start):
                self._add_quotation(stop - 1, cue, who, verbal=False)
            else:
                self._add_span(start, stop, cue, who, verbal=False)
            self._taken.append(Place(start, stop))
            return
        chunk = stop - 1
        while chunk > start and s.low(chunk - 1) != ",":
            chunk -= 1
        relative = next(
            (i for i in range(chunk, stop) if s.low(i) in {"qui", "dont", "où", "which", "who"}), None
        )
        if s.is_quotation(stop - 1) and stop - 1 == start:
            self._add_quotation(stop - 1, cue, who, verbal=False)
        elif comma and not (s.low(chunk) in RELATIVE or (relative is not None and s.is_quotation(stop - 1))):
            whole = self._clause_end(end + 1 if s.low(end) == "," else end)
            self._add_span(start, whole, cue, who, verbal=False)
            stop = whole
        else:
            if relative is not None and s.is_quotation(stop - 1):
                chunk = relative
            while chunk < stop and s.low(chunk) in {"et", "mais", "and", "but"}:
                chunk += 1
            start = chunk
            self._add_span(chunk, stop, cue, who, verbal=False)
            self._passing.append(index)
        self._taken.append(Place(start, stop))

    def _quoted_after(self, index: int, cue: str, who: Mention) -> None:
        """Read the quotation that a colon adds to what a source said."""
        if self._inside(index):
            self._name_incise(index, who)
            return
        self._add_quotation(index, cue, who, verbal=False)
        self._taken.append(Place(index, index + 1))
