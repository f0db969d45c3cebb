"""Cues that stand before what is said: *X a déclaré que …*, "X warned of …"."""

from __future__ import annotations

from porteparole.statements.contents import Contents
from porteparole.statements.cue import Cue
from porteparole.statements.draft import SPOKEN, Place
from porteparole.statements.lexicon import is_english_past
from porteparole.statements.mention import Mention

_COURTS = frozenset("cour tribunal jury juge juges justice magistrat chambre assises".split())
# Things by their ends: observations and delays show, they do not say.
_ABSTRACT = (
    "tion",
    "sion",
    "ment",
    "age",
    "ure",
    "ité",
    "ance",
    "ence",
    "isme",
    "délai",
    "chiffre",
    "résultat",
)
_UNTOLD = frozenset("if unless whether why how what".split())


class Reports(Contents):
    """Finds who speaks by a cue, and reads what is said."""

    def _read_cue(self, cue: Cue, previous: Mention | None) -> Mention | None:
        s = self._s
        who: Mention | None
        inherit = False
        if cue.manner == "passive":
            self._passive(cue)
            return None
        if cue.manner == "gerund" and self._restricts(cue):
            return None
        if cue.manner in {"gerund", "participle"}:
            who = self._telling_text(cue) or self._absolute(cue) or self._nearest_agent(cue) or previous
            who = who or self._main_subject(cue.first, whole=s.low(cue.first - 1) == ",")
            if who is None and not self._drafts:
                main = next(
                    (
                        m
                        for m in s.mentions
                        if m.first > cue.last
                        and s.low(m.first - 1) == ","
                        and m.sort in SPOKEN
                        and not m.preposition
                    ),
                    None,
                )
                opening = s.low(cue.first) in {"avant", "après", "before", "after"}
                opening = opening or s.is_quotation(cue.first - 1)
                if main is None and (cue.first > 1 or not opening):
                    return None
                if main is not None:
                    who = main
                    self._limit = main.first - 1
            if who is None and self._drafts and "que" not in s.text(cue.first, cue.last + 1):
                who = self._doer(cue)
            inherit = who is None
        elif cue.manner == "infinitive":
            beside = s.mention_over(cue.first - 1)
            asked = beside is not None and beside.last == cue.first and beside.preposition in {"à", "au"}
            # « … a permis à la ministre X de déclarer que … »
            who = beside if asked else self._adjacent_subject(cue) or self._source_pronoun(cue.first - 1)
            inherit = who is None
        else:
            who = self._inverted_pronoun(cue) if cue.pronoun else self._adjacent_subject(cue)
            if (
                s.low(cue.first - 1) in {"que", "qu'"}
                and not cue.pronoun
                and not self._reported(cue.first - 1)
            ):
                return None  # « la situation que révèle le rapport »
            if who is None and s.low(cue.first - 1) in {"et", "and", "puis", "then", "but", "mais", ","}:
                who = previous or self._main_subject(cue.first)
            if who is None:
                return None
            body = who.sort in {"institution", "name"} and who.last == cue.first and "c" in cue.frames
            if cue.bare and not (who.plural or who.head in {"they"} or body):
                return None
            if s.low(who.first - 1) in _UNTOLD and s.language == "en":
                return None  # “if they think they have fallen …”, “asked why he thought …”
        who = self._owner(who) if who is not None and who.sort == "other" else who
        if who is not None and not self._may_speak(who, cue):
            return None
        who = self._voice(cue) or who
        self._limit = self._relative_end(cue)
        read = self._content(cue, who, inherit=inherit)
        self._limit = len(s.tokens)
        return who if read else None

    def _inverted_pronoun(self, cue: Cue) -> Mention:
        """Return the subject of *Aussi menacent-ils de partir*."""
        low = cue.pronoun
        gender = "f" if low.startswith("elle") else "m"
        return Mention(cue.first, cue.last, "pronoun", low, head=low, gender=gender, plural=low.endswith("s"))

    def _relative_end(self, cue: Cue) -> int:
        """Return where the content of a cue ends at the latest: *des élèves, qui refusent X, | défilent*."""
        s = self._s
        at = cue.first - 1
        while at > 0 and s.low(at) in self._w.clitics | self._w.negations | self._w.auxiliaries:
            at -= 1
        if s.low(at) in {"qui", "who", "which"} and s.low(at - 1) == ",":
            for index in range(cue.last + 2, len(s.tokens) - 1):
                if s.is_quotation(index) or s.low(index) in {"que", "qu'", "that", ":"}:
                    break
                past = s.language == "en" and is_english_past(s.low(index + 1))
                verb = past or s.verb_at(index + 1)
                if s.low(index) == "," and s.mention_at(index + 1) is None and verb:
                    return min(self._limit, index)
        return self._limit

    def _restricts(self, cue: Cue) -> bool:
        """Say whether a participle only tells which ones: *des éboueurs protestant contre la loi ont …*."""
        s = self._s
        beside = next((m for m in s.mentions if m.last == cue.first), None)
        if beside is None or s.language != "fr" or s.low(cue.first) == "en":
            return False
        if self._absolute(cue) is not None:
            return False
        after = s.low(cue.last)
        return after not in {"que", "qu'", ":"} and not any(
            s.is_quotation(i)
            for i in range(cue.last, min(cue.last + 8, len(s.tokens)))
            if cue.frames.letters & {"q", "w"}
        )

    def _doer(self, cue: Cue) -> Mention | None:
        """Return the man in *Selon la mère, l’homme a pris l’enfant en leur disant « … »*."""
        s = self._s
        last = self._drafts[-1]
        told = s.low(cue.last) in {"que", "qu'"} or s.low(cue.last - 1) in {"que", "qu'"}
        if last.verbal or told or s.low(cue.first) not in {"en", "tout"}:
            return None
        first = next((m for m in s.mentions if s.tokens[m.first].start >= last.start), None)
        return (
            first
            if first is not None and first.sort in {"person", "role"} and not first.preposition
            else None
        )

    def _owner(self, thing: Mention) -> Mention:
        """Return whose thing speaks: *la décision de la Cour*, *une vidéo de BFMTV* affirmant que."""
        inner = (self._s.parse(index) for index in range(thing.first + 1, thing.last))
        owners = (m for m in inner if m is not None and m.last == thing.last and m.name is not None)
        owner = next((m for m in owners if m.sort == "institution"), None)
        return owner if owner is not None and not thing.plural else thing

    def _telling_text(self, cue: Cue) -> Mention | None:
        """Return the text of *tombe sur un message disant « … »*."""
        beside = next((m for m in self._s.mentions if m.last == cue.first), None)
        quoted = self._s.is_quotation(cue.last) or self._s.low(cue.last) in {"que", "qu'"}
        told = quoted and cue.manner == "gerund" and self._s.low(cue.first) != "en"
        return beside if told and beside is not None and beside.sort == "document" else None

    def _absolute(self, cue: Cue) -> Mention | None:
        """Return X in *…, le président X promettant d’agir*: a clause of its own."""
        s = self._s
        who = next((m for m in s.mentions if m.last == cue.first), None)
        if cue.manner != "gerund" or who is None or s.low(who.first - 1) != "," or "d" not in cue.frames:
            return None
        return who if who.definite and who.sort in {"person", "role"} and not who.preposition else None

    def _passive(self, cue: Cue) -> None:
        """Read *est qualifié de « … » par X*."""
        s = self._s
        stop = self._clause_end(cue.last)
        by = next((i for i in range(cue.last, stop) if s.low(i) == "par"), None)
        who = s.mention_at(by + 1) or s.parse(by + 1) if by is not None else None
        quoted = [i for i in range(cue.last, min(stop, cue.last + 8)) if s.is_quotation(i)]
        if who is None or not quoted or by is None or who.sort not in SPOKEN or self._inside(quoted[0]):
            return
        start, end = cue.last, by
        if quoted[0] > by:
            start, end = who.last, stop
        while start < end and s.low(start) in {"de", "d'", "comme", ","}:
            start += 1
        self._add_span(start, end, s.text(cue.first, cue.last), who, verbal=False)
        self._taken.append(Place(start, end))

    def _may_speak(self, who: Mention, cue: Cue) -> bool:
        if who.head == "on" and who.sort == "pronoun":
            return False
        if who.head == "it" and who.sort == "pronoun":
            return bool(cue.frames.letters & {"c", "t", "o"})
        if cue.lemma == "condamner" and who.head in _COURTS:
            stop = self._clause_end(cue.last)
            return any(self._s.is_quotation(i) for i in range(cue.last, stop))  # « à dix ans » is a deed
        if who.sort in SPOKEN:
            return True
        return "s" in cue.frames and not who.head.removesuffix("s").endswith(_ABSTRACT)
