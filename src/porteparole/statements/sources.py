"""Sources: *selon X*, *d’après X*, *pour X*, *according to X*."""

from __future__ import annotations

from porteparole.statements.draft import PLAIN_SORTS, RELATIVE, Place
from porteparole.statements.incises import Incises
from porteparole.statements.mention import Mention
from porteparole.statements.subjects import joined

# « une ville nommée d’après X », « un film adapté d’après Y » name no source.
_MADE_AFTER = frozenset(
    f"{word}{ending}"
    for word in "nommé baptisé adapté inspiré tiré réalisé dessiné peint sculpté tourné créé".split()
    for ending in ("", "e", "s", "es")
)


_QUOTED_BY = frozenset(
    "cité citée cités citées interrogé interrogée interrogés joint jointe quoted cited".split()
)
_WHICH = frozenset("lequel laquelle lesquels lesquelles".split())
_EXPECTING = frozenset(
    "devrait devraient pourrait pourraient risque risquent faut faudrait faudra doit doivent".split()
)
_LINKS = frozenset("que si car et mais or puisque and but because that".split())
_OPENINGS = [["tandis", "que", ","], ["alors", "que", ","]]


class Sources(Incises):
    """Reads sources."""

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
            at = index + width + (1 if s.low(index + width) == "d'" else 0)
            one = s.mention_at(at + 1) if s.low(at) == "l'" and s.low(at + 1) in {"un", "une"} else None
            who = s.mention_at(at) or one or self._source_pronoun(at) or self._title_source(at)
            who = self._whose_words(at) or who
            who = self._and_another(who) if who is not None else None
            if who is None or not self._may_be_source(who, index, s.text(index, index + width).lower()):
                index += 1
                continue
            self._read_source(index, width, who)
            index = who.last

    def _title_source(self, at: int) -> Mention | None:
        """Read *selon « Quotidien », …*: a title in marks is the source."""
        s = self._s
        mark = s.tokens[at].quotation if at < len(s.tokens) else None
        if mark is None or s.low(at + 1) != ",":
            return None
        name = s.source[mark.inner_start : mark.inner_end]
        if len(name.split()) > 3 or not name[:1].isupper() or name[-1:] in ".!?…,":
            return None
        return Mention(at, at + 1, "name", s.tokens[at].text, name=name)

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

    def _of_the(self, owner: Mention) -> Mention | None:
        """Return the body that *au ministère de la Justice* names, of which ``owner`` is the end."""
        s = self._s
        for at in range(owner.first - 1, max(0, owner.first - 5), -1):
            if s.low(at - 1) in {"au", "du"} and s.low(at) in self._w.institutions | self._w.people:
                sort = "institution" if s.low(at) in self._w.institutions else "role"
                noun = s.text(at, owner.last)
                return Mention(at, owner.last, sort, noun, head=s.low(at), noun=noun)
        return None

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

    def _whose_words(self, at: int) -> Mention | None:
        """Return X in *selon les propos de X*, *selon les précisions apportées par X*."""
        s = self._s
        nouns = [i for i in range(at, min(at + 3, len(s.tokens))) if s.low(i) in self._w.sayings]
        if not nouns:
            return None
        index = nouns[0] + 1
        while index < min(nouns[0] + 5, len(s.tokens)) and s.tokens[index].kind == "word":
            low = s.low(index)
            if low in {"que", "qu'"}:
                # « selon les informations que le procureur a confiées … »
                found = s.mention_at(index + 1) or s.parse(index + 1)
                return found if found is not None and found.sort in PLAIN_SORTS else None
            if low in {"de", "d'", "par", "of", "by", "from"} or low in {"du", "des"}:
                start = index if low in {"du", "des"} else index + 1
                found = s.mention_at(start) or s.parse(start)
                if found is None and s.low(start) in {"la", "l'", "le", "les"}:
                    found = s.parse(start)
                return found if found is not None and found.sort in PLAIN_SORTS else None
            if low in self._w.clause_breaks:
                return None
            index += 1
        return None

    def _and_another(self, who: Mention) -> Mention:
        """Join the second one of *selon X et Y*."""
        s = self._s
        if s.low(who.last) not in {"et", "and"} or who.sort not in PLAIN_SORTS:
            return who
        at = who.last + 1
        other = s.mention_at(at) or (s.mention_at(at + 1) if s.low(at) in {"la", "l'", "le", "les"} else None)
        if other is None or other.sort not in PLAIN_SORTS or s.verb_at(other.last):
            return who
        return joined(who, other, s)

    def _source_width(self, index: int) -> int:
        s = self._s
        low = s.low(index)
        if s.language == "fr":
            if low == "selon" or low == "dixit":
                return 1
            if low == "d'" and s.low(index + 1) == "après":
                return 0 if s.low(index - 1) in _MADE_AFTER else 2
            if low == "de" and s.low(index + 1) == "source":
                return 0
            opening = (
                index == 0
                or (index <= 4 and s.low(index - 1) in {",", "mais"} and not self._has_verb(0, index))
                or s.low(index - 1) == ";"
                or [s.low(i) for i in (index - 3, index - 2, index - 1)] in _OPENINGS
            )
            if low == "pour" and opening:
                return 1
            return 0
        if low == "according" and s.low(index + 1) == "to":
            return 2
        if low == "for" and index == 0:
            return 1
        return 0

    def _source_pronoun(self, index: int) -> Mention | None:
        s = self._s
        low = s.low(index)
        if low not in self._w.after_preposition:
            return None
        gender = (
            "f"
            if low in {"elle", "elles", "her", "celle-ci"}
            else "m"
            if low in {"lui", "him", "eux", "celui-ci"}
            else None
        )
        return Mention(
            index,
            index + 1,
            "pronoun",
            s.tokens[index].text,
            head=low,
            gender=gender,
            plural=low in {"eux", "elles", "them"},
        )

    def _may_be_source(self, who: Mention, index: int, cue: str) -> bool:
        s = self._s
        if who.sort == "other" and cue == "according to":
            return who.definite
        if who.sort == "other":
            return who.head in self._w.collective or (who.plural and who.head + "s" in self._w.collective)
        if cue in {"pour", "for"}:
            if who.sort not in {"person", "role", "institution", "name", "pronoun", "place"}:
                return False
            if not who.definite or s.low(who.last) not in {",", ":"}:
                return False
            following = s.low(who.last + 1)
            telling = (
                self._expects(who.last + 1)
                or following in {"il", "c'", "cela", "ce", "this", "it", "there", "on"}
                or any(
                    s.is_quotation(i) and len(s.tokens[i].text.split()) > 4
                    for i in range(who.last, len(s.tokens))
                )
            )
            if who.sort in {"person", "role", "pronoun"}:
                return telling or who.sort == "person"
            return telling
        return who.sort != "document" or bool(who.noun)

    def _expects(self, index: int) -> bool:
        """Say whether the clause from ``index`` on judges what will be: *Pour la banque, 2020 devrait …*."""
        s = self._s
        stop = self._clause_end(index)
        return any(s.low(i) in _EXPECTING for i in range(index, min(stop, index + 8)))

    def _read_source(self, index: int, width: int, who: Mention) -> None:
        s = self._s
        cue = s.text(index, index + width)
        end = who.last
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
        linked = s.low(index - 1) in {"et", "mais", "car", "que", "and", "but", "because"}
        linked = linked or (s.low(index - 1) == "," and s.low(index - 2) in _LINKS)
        begun = s.low(end) == "," and s.low(index - 1) == "," and s.verb_at(end + 1)
        before_is_empty = linked or start >= index or not (begun or self._substantial(start, index))
        if before_is_empty:
            at = end
            while s.low(at) in {",", "toutefois", "cependant", "en", "effet", ":"} and at < len(s.tokens):
                at += 1
            comma = next((i for i in range(at, min(at + 9, len(s.tokens))) if s.low(i) == ","), None)
            aside = s.low(at).endswith(("é", "ée", "és", "ées")) or s.low(at) in {"de", "du", "des", "d'"}
            aside = aside or (comma is not None and self._apposed(at, comma))
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

    def _apposed_to_the_end(self, index: int) -> bool:
        """Say whether only an apposition follows: *…, selon le professeur X, l’un des auteurs de l’étude.*"""
        s = self._s
        start = s.low(index)
        after = [i + 1 for i in range(index, len(s.tokens) - 1) if s.low(i) == ","]
        if start in {"qui", "who", "which"}:
            return not any(s.verb_at(i) for i in after)  # « …, selon une source, qui ajoute que … »
        if start in _QUOTED_BY:
            return not after and not self._has_verb(index, len(s.tokens))
        article = start in self._w.determiners and start not in self._w.possessives
        if not article and s.low(index) not in self._w.people:
            return False
        return not self._has_verb(index, len(s.tokens)) and not any(
            s.is_quotation(i) or s.low(i) in {",", ";", ":"} for i in range(index, len(s.tokens))
        )

    def _apposed(self, index: int, comma: int) -> bool:
        """Say whether a bare noun begins an apposition here: *Pour X, soutien de Y, …*."""
        s = self._s
        token = s.tokens[index]
        plain = token.kind == "word" and not token.capital and s.mention_at(index) is None
        links = self._w.clause_breaks | self._w.adjuncts | self._w.persons | self._w.adverbs
        return (
            plain
            and s.low(index) not in links
            and not self._has_verb(index, comma)
            and not any(s.is_quotation(i) for i in range(index, comma))
        )

    def _to_comma(self, index: int) -> int:
        """Walk over what still belongs to a source (*publiée par X*, *proche du dossier*)."""
        s = self._s
        at = index
        while (
            at < len(s.tokens)
            and s.tokens[at].kind in {"word", "number", "aside"}
            and s.low(at) not in self._w.pronouns
        ):
            if s.low(at) in self._w.verbs_common or s.low(at) in self._w.clause_breaks:
                return index
            at += 1
        if at < len(s.tokens) and s.low(at) == ",":
            return at
        return (
            index
            if at < len(s.tokens) and s.is_quotation(at)
            else at
            if at >= len(s.tokens) or s.low(at) == "."
            else index
        )
