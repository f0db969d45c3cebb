"""Cues that stand beside what is said: *« … », a déclaré X*, *…, X said*."""

from __future__ import annotations

from porteparole.statements.cue import Cue
from porteparole.statements.draft import SPOKEN, Place
from porteparole.statements.incises_en import EnglishIncises
from porteparole.statements.mention import Mention
from porteparole.statements.sentence import Sentence

_INVERTING = frozenset("aussi ainsi encore toujours".split())


class Incises(EnglishIncises):
    """Reads incises."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        for cue in sentence.cues:
            incise = self._incise(cue)
            if incise is not None:
                self._incises[cue.first] = incise

    def parenthetical(self) -> tuple[Mention, str] | None:
        """Return speaker and cue of an incise between two commas, as in *Je pars, a dit X, et …*."""
        s = self._s
        for cue in s.cues:
            who, end = self._incises.get(cue.first, (None, 0))
            first = min(cue.first, who.first) if who is not None else cue.first
            if (
                who is not None
                and who.sort != "other"
                and s.low(first - 1) == ","
                and (s.low(self._skip_circumstances(end)) in {",", "."} and first > 0)
            ):
                return who, s.text(cue.first, cue.last)
        return None

    def _incise(self, cue: Cue) -> tuple[Mention | None, int] | None:
        """Return speaker and end of a cue that stands beside what is said, or None."""
        s = self._s
        before = s.low(cue.first - 1)
        at = cue.first - 1
        skipped = self._w.adverbs | {"comme", "lui", "leur", "nous", "m'", "vous"}
        while (at >= 0 and s.low(at) in skipped and s.language == "fr") or (
            at >= 0 and s.low(at) in self._w.adverbs
        ):
            at -= 1
            before = s.low(at)
        if cue.manner != "finite":
            return None
        if cue.pronoun:
            pronoun = _pronoun(cue, s)
            if cue.first == 1 and s.low(0) in _INVERTING:
                return None  # « Aussi menacent-ils de partir »
            if cue.pronoun == "on":
                return (
                    self._read_in(cue)
                    if "s" in cue.frames or s.is_quotation(cue.first - 1) or s.is_quotation(cue.first - 2)
                    else None
                )
            return pronoun, cue.last
        if at < 0 and s.low(0) != "comme":
            return None
        as_said = s.low(cue.first - 1) in {"l'", "le"} and s.low(cue.first - 2) in {"comme", "que"}
        beside = s.is_quotation(at) or before in {",", "–", "—", "-", "!", "?", "…", "..."} or as_said
        if s.language == "en":
            return self._english_incise(cue)
        if not beside and self._closes(cue):
            closing = self._after(cue.last)
            return (closing, closing.last) if closing is not None else None
        if not beside or (cue.clitic and not as_said and s.low(cue.first - 1) not in {"lui", "leur"}):
            return None
        quoted = s.is_quotation(at) or (before == "," and s.is_quotation(at - 1))
        if "q" not in cue.frames and "c" not in cue.frames:
            return None
        if "s" not in cue.frames and not quoted and ("o" in cue.frames and "c" not in cue.frames):
            return None
        who = self._after(cue.last)
        if who is None or (before == "," and not quoted and not as_said and self._only_relative(at)):
            return None
        if as_said and self._told_already(cue):
            return None
        if self._plural(cue) and not who.plural:
            who = self._joined_after(who)
        closing = "s" in cue.frames and self._has_verb(0, at) and not self._main_content(who.last)
        if who.sort == "other" and not quoted and not closing:
            return None
        if who.sort in {"other", "document"} and quoted and self._about_a_name(at):
            return None
        if who.sort == "document" and not quoted and "s" not in cue.frames:
            return None
        if (
            not quoted
            and not as_said
            and not self._has_verb(0, at)
            and self._adjacent_subject(cue) is not None
        ):
            return None
        if not quoted and not as_said and who.sort in {"document", "other"} and not closing:
            return None
        return who, who.last

    def _about_a_name(self, at: int) -> bool:
        """Say whether marks before a cue only end its subject: *Le groupe « X » | a revendiqué l’attaque*."""
        s = self._s
        mark = at if s.is_quotation(at) else at - 1
        subject = any(m.first < mark and m.last <= mark + 1 and m.sort in SPOKEN for m in s.mentions)
        return subject and not self._full_quotation(mark) and s.low(mark - 1) not in {":", ","}

    def _told_already(self, cue: Cue) -> bool:
        """Say whether somebody else tells it: *Il a nié avoir …, comme l’avait écrit X*."""
        s = self._s
        return any(
            other.first < cue.first
            and other.manner == "finite"
            and other.first not in self._incises
            and not other.pronoun
            and other.frames.letters & {"c", "i"}
            and (s.low(other.last) in {"que", "qu'"} or self._told_that(other))
            and self._adjacent_subject(other) is not None
            for other in s.cues
        )

    def _told_that(self, cue: Cue) -> bool:
        """Say whether *que* or an infinitive follows, the cue’s own *que* included."""
        return self._s.low(cue.last - 1) in {"que", "qu'"} or self._infinitive_at(self._skip_plain(cue.last))

    def _closes(self, cue: Cue) -> bool:
        """Say whether *… précise la police.* closes a sentence without its comma: nobody tells a body."""
        s = self._s
        who = self._after(cue.last)
        if cue.negated or who is None or not who.definite:
            return False
        if who.sort not in {"person", "role", "institution"}:
            return False
        closed = s.low(who.last) in {"", "."} and who.first <= cue.last + 1 and "s" in cue.frames
        beside = s.mention_over(cue.first - 1)
        speaks = beside is not None and beside.sort in SPOKEN - {"pronoun"}
        joints = self._w.clause_breaks | self._w.pronouns | self._w.conjunctions | self._w.clitics
        often = cue.lemma in {"confirmer", "assurer"} and who.sort != "person"
        free = not speaks and s.low(cue.first - 1) not in joints and not often
        return closed and free and not (cue.clitic or who.preposition) and self._has_verb(0, cue.first)

    def _read_in(self, cue: Cue) -> tuple[Mention | None, int]:
        """Return whose text it is in *« … », peut-on lire dans le rapport de X*; None where nobody’s."""
        s = self._s
        if s.low(cue.last) not in {"lire", "entendre"} and s.low(cue.last - 1) not in {"lire", "entendre"}:
            return None, cue.last
        at = cue.last + (s.low(cue.last) in {"lire", "entendre"})
        if s.low(at) not in {"dans", "sur"}:
            return None, cue.last
        return self._whose_text(at)

    def _whose_text(self, at: int) -> tuple[Mention | None, int]:
        """Return whose text *dans le rapport de X*, *sur la page de X* at ``at`` is, and where that ends."""
        s = self._s
        text = s.mention_at(at + 1)
        if text is None:
            return None, at
        if text.sort == "institution" and text.name:
            return text, text.last
        near = (m for m in s.mentions if text.last <= m.first <= text.last + 3)
        owner = next((m for m in near if m.preposition in {"de", "d'", "du"}), None)
        owned = owner is not None
        inner = [s.parse(i) for i in range(text.first + 1, text.last)]
        whose = owner if owned else next((m for m in inner if m is not None and m.last == text.last), None)
        if whose is not None and whose.sort in {"institution", "person", "name"}:
            return whose, max(whose.last, text.last)
        return (text if text.sort == "document" else None), text.last

    def _only_relative(self, comma: int) -> bool:
        """Say whether a comma closes a relative clause with nothing said before it: *X, qui …, a cité Y*."""
        s = self._s
        before = next((i for i in range(comma - 1, 0, -1) if s.low(i) == ","), None)
        if before is None or s.low(before + 1) not in {"qui", "que", "qu'", "dont", "où"}:
            return False
        return not self._has_verb(0, before)

    def _read_incise(self, cue: Cue, incise: tuple[Mention | None, int]) -> None:
        s = self._s
        who, end = incise
        first = cue.first
        if who is not None and who.first < cue.first and not cue.pronoun:
            first = who.first
        if s.low(first - 1) in {"l'", "s'", "se"} or (
            s.low(first - 1) == "le" and s.low(first - 2) == "comme"
        ):
            first -= 1
        as_said = s.low(first - 1) in {"comme"} or (s.low(first - 1) == "que" and s.low(first - 2) == "ainsi")
        text = s.text(cue.first, cue.last)
        before = first - (1 if as_said else 0)
        start = self._content_start(before)
        if cue.pronoun and who is not None:
            who = self._before_colon(start, before, who)
        stop = before
        while stop > start and s.low(stop - 1) in {",", "–", "—", "-"}:
            stop -= 1
        while (
            stop > start
            and s.low(stop - 1) in self._w.adverbs | {"lui", "leur", "nous", "m'"}
            and not s.is_quotation(stop - 1)
        ):
            stop -= 1
        while stop > start and s.low(stop - 1) in {",", "–", "—", "-"}:
            stop -= 1
        end = self._skip_circumstances(end)
        if as_said and stop <= start:
            at = end + 1 if s.low(end) == "," else end
            self._add_span(at, self._clause_end(at), text, who)
            return
        while (
            stop > start
            and s.tokens[stop - 1].text.strip("[]").isdigit()
            and s.tokens[stop - 1].kind == "aside"
        ):
            stop -= 1  # a footnote: « … » [1], a-t-il dit
        if stop <= start:
            return
        last_quotation = s.is_quotation(stop - 1)
        row = [i for i in range(start, stop) if s.is_quotation(i)]
        if len(row) > 1 and all(
            s.is_quotation(i) or s.low(i) in {",", "et", "and"} for i in range(start, stop)
        ):
            for index in row:  # « … », « … », a-t-il dit
                self._add_quotation(index, text, who)
        elif last_quotation and self._stands_alone(stop - 1, start):
            self._add_quotation(stop - 1, text, who)
            last = stop
            while s.low(stop - 2) == "," and s.is_quotation(stop - 3) and self._stands_alone(stop - 3, start):
                stop -= 2
                self._add_quotation(stop - 1, text, who)
            start, stop = stop - 1, last
        else:
            if not last_quotation and s.low(end) == "," and not self._has_verb(start, stop):
                # « Le projet, a déclaré X, sera prêt »
                stop = self._clause_end(end + 1)
            self._add_span(start, stop, text, who)
        self._taken.append(Place(start, stop))
        self._continued(end, text, who)

    def _before_colon(self, start: int, stop: int, pronoun: Mention) -> Mention:
        """Return whom *elle* means in *… l’Union : « … », a-t-elle dit*: one named before the colon."""
        s = self._s
        colon = next((i for i in range(start, stop) if s.low(i) == ":" and s.is_quotation(i + 1)), None)
        if colon is None:
            return pronoun
        fitting = [
            m
            for m in s.mentions
            if m.last <= colon
            and m.sort in {"person", "role", "institution", "name", "place"}
            and m.plural == pronoun.plural
            and m.gender in {None, pronoun.gender}
        ]
        subjects = [m for m in fitting if not m.preposition]
        return (subjects or fitting[-1:] or [pronoun])[0]

    def _continued(self, index: int, cue: str, who: Mention | None) -> None:
        """Read the second half of « … », dit X, « … »."""
        s = self._s
        at = index
        while s.low(at) in {",", ":", ";", ".", "!", "?"} and at < len(s.tokens):
            at += 1
        if s.is_quotation(at) and at > index and not self._inside(at):
            after = s.low(at + 1)
            if after in {"", ".", ",", ";", "!", "?"} or at + 1 >= len(s.tokens):
                self._add_quotation(at, cue, who)
                self._taken.append(Place(at, at + 1))

    def _stands_alone(self, index: int, start: int) -> bool:
        """Say whether the quotation at ``index`` is the whole of what is said, not the end of a clause."""
        s = self._s
        if index == start:
            return True
        mark = s.tokens[index].quotation
        before = s.low(index - 1)
        if before in {":", "que", "qu'"}:
            return True
        if mark is None:
            return False
        inner = s.source[mark.inner_start : mark.inner_end]
        return inner[:1].isupper() and before in {",", ".", ";", "!", "?"}

    def _content_start(self, before: int) -> int:
        """Return where the clause before an incise begins."""
        s = self._s
        start = 0
        for place in self._taken:
            if place.last <= before and place.last not in self._passing:
                start = max(start, place.last)
        for index in range(start, before):
            if s.low(index) == ";":
                start = index + 1
        while start < before and (
            s.tokens[start].kind == "mark" or s.low(start) in {"mais", "et", "car", "or", "but", "and"}
        ):
            start += 1
        return start


def _pronoun(cue: Cue, sentence: Sentence) -> Mention:
    low = cue.pronoun
    gender = "f" if low.startswith("elle") else "m"
    return Mention(cue.first, cue.last, "pronoun", low, head=low, gender=gender, plural=low.endswith("s"))
