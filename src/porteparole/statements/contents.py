"""What a cue says: a clause after *que*, an object, quoted words."""

from __future__ import annotations

from porteparole.statements.cue import Cue
from porteparole.statements.draft import PLAIN_SORTS, Place
from porteparole.statements.mention import Mention
from porteparole.statements.quoted import Quoted

_WHICH = frozenset("lequel laquelle lesquels lesquelles".split())
# To wish for something oneself is not to say it: « espère gagner », but « espère que tous viendront ».
_WISHES = frozenset("espérer souhaiter craindre redouter".split())
_QUANTITIES = frozenset("plus moins davantage beaucoup trop assez peu".split())
# What things do as well as people.
_SHOWING = frozenset("confirmer souligner signaler indiquer".split())
_ASKING = frozenset("demander réclamer proposer promettre".split())
_BEFORE_THAT = frozenset(
    "plus moins ainsi alors tandis dès après avant afin bien pour sans depuis pendant tant lors parce "
    "autant".split()
)


class Contents(Quoted):
    """Reads what follows a cue."""

    def _content(self, cue: Cue, who: Mention | None, *, inherit: bool) -> bool:
        s = self._s
        frames = cue.frames
        text = s.text(cue.first, cue.last)
        at = cue.last
        if "n" in frames:
            at = self._skip_object(at)
        at = self._skip_circumstances(at)
        if s.low(at) == "par" and s.low(at + 2) in {"voix", "bouche"}:
            voice = self._voice(cue)  # « redoutent par la voix de X « … » »
            at = voice.last if voice is not None else at
        if s.low(at) in {"de", "d'"} and s.low(at - 1) in _QUANTITIES:
            at -= 1  # « réclame plus de moyens »
        first = self._preposition(
            cue.last, frames.prepositions | ({"à", "au", "aux"} if "a" in frames else set[str]())
        )
        if (
            first is not None
            and s.low(at) not in {"que", "qu'", "that", ":"}
            and not (self._infinitive_at(first) and "a" not in frames)
        ):
            text = s.text(cue.first, first) if frames.prepositions and "a" not in frames else text
            return self._object(first, text, who, inherit)
        at = self._far_that(cue, at)
        if s.low(at) == "," and "o" in frames and s.language == "fr":
            close = self._insertion(at)  # « a réclamé, à titre personnel, la démission … »
            at = close + 1 if close and s.low(close + 1) in self._w.determiners else at
        if cue.lemma in _ASKING and s.low(at) in {"à", "au", "aux"}:
            at = self._past_asked(at)
        low = s.low(at)
        told = "c" in frames or ("q" in frames and at == self._skip_plain(cue.last))
        if s.language == "fr" and low in {"que", "qu'"} and told:
            if at == cue.last:
                text = s.text(cue.first, at + 1)
            return self._clauses(at + 1, text, who, inherit)
        modal = self._w.auxiliaries - {"having", "been"} | self._w.verbs_common
        pronoun = low == "that" and s.low(at + 1) in modal
        if s.language == "en" and low == "that" and frames.letters & {"c", "t"} and not pronoun:
            if at == cue.last:
                text = s.text(cue.first, at + 1)
            return self._clauses(at + 1, text, who, inherit)
        if low in {"si", "pourquoi", "comment", "whether", "why", "how"} and "q" in frames:
            return False
        if (low == ":" and "q" in frames | frames) or (low == ":" and frames.letters):
            return self._after_colon(at + 1, text, who, inherit)
        if s.is_quotation(at):
            return self._quoted_object(at, cue, text, who, inherit)
        if low in {"par", "with"} and s.is_quotation(at + 1) and "q" in frames:
            return self._quoted_object(at + 1, cue, text, who, inherit)
        if low == "," and s.is_quotation(at + 1) and "q" in frames:
            self._add_quotation(at + 1, text, who, inherit=inherit)
            self._taken.append(Place(at + 1, at + 2))
            return True
        if at >= len(s.tokens) or s.tokens[at].kind == "mark":
            return "q" in frames and low == "," and self._colon_later(at, text, who, inherit)
        if s.language == "fr":
            return self._french_object(cue, at, text, who, inherit)
        return self._english_object(cue, at, text, who, inherit)

    def _voice(self, cue: Cue) -> Mention | None:
        """Return X in *a répondu par la voix de X*."""
        s = self._s
        for index in range(max(2, cue.first - 24), min(cue.last + 4, len(s.tokens))):
            if (
                s.low(index) in {"voix", "bouche", "intermédiaire", "truchement"}
                and s.low(index - 2) == "par"
            ):
                at = index + 1 + (s.low(index + 1) in {"de", "d'"})
                found = s.mention_at(at) or s.parse(at)
                if found is None or found.sort not in {"person", "role", "name"}:
                    return None
                # « La ville, par la voix de X, a salué … »
                beside = s.low(found.last) == "," and found.last + 1 == cue.first
                return found if index >= cue.last or beside else None
        return None

    def _past_asked(self, at: int) -> int:
        """Return where what is asked begins in *demande au gouvernement | un fonds de soutien*."""
        s = self._s
        asked = s.mention_at(at) or s.mention_at(at + 1)
        if asked is not None and asked.sort not in PLAIN_SORTS:
            return at
        if asked is None and s.low(at + 1) not in self._w.people | self._w.institutions:
            return at
        end = asked.last if asked is not None else at + 2
        return end if s.low(end) in self._w.determiners or s.is_quotation(end) else at

    def _far_that(self, cue: Cue, at: int) -> int:
        """Find *que* past circumstances that are not known by their words: *a dit, à propos de …, que*."""
        s = self._s
        if cue.frames.letters & {"i", "c"} and self._infinitive_at(at) and s.language == "fr":
            return at
        if s.low(at) == "," and s.language == "fr" and cue.frames.letters & {"c", "i"}:
            # « annonce, via un communiqué publié sur le site de l’armée, avoir … »
            close = self._insertion(at)
            told = close and s.low(close + 1) in {"que", "qu'"}
            if told or (close and "i" in cue.frames and self._infinitive_at(close + 1)):
                return close + 1
        if not cue.frames.letters & {"c", "t"} or not (
            at > cue.last or s.low(at) in self._w.adjuncts | {",", "en", "par", "quant"}
        ):
            return at
        taken = s.low(cue.last) == "to" or s.low(cue.last) in cue.frames.prepositions
        if s.language == "en" and taken and "n" not in cue.frames:
            return at  # “objects to subsidies that …”, “expect to get games that …”
        commas = 0
        that = {"que", "qu'"} if s.language == "fr" else {"that"}
        for index in range(at, min(at + 24, len(s.tokens))):
            low = s.low(index)
            if low in that:
                fits = commas % 2 == 0 and s.low(index - 1) not in _BEFORE_THAT
                return index if fits else at
            if low == ",":
                commas += 1
                close = self._insertion(index)
                if close and s.language == "fr" and s.low(close + 1) in that:
                    return close + 1
            if (
                low in {":", ";", "."}
                or s.is_quotation(index)
                or low in self._w.auxiliaries | self._w.verbs_common
            ):
                return at
            if low in self._w.clause_breaks or any(c.first == index for c in s.cues if c is not cue):
                return at
        return at

    def _insertion(self, comma: int) -> int:
        """Return the comma that closes the circumstances which ``comma`` opens, or 0."""
        s = self._s
        close = next((i for i in range(comma + 2, min(comma + 18, len(s.tokens))) if s.low(i) == ","), 0)
        quoted = any(s.is_quotation(i) for i in range(comma, close))
        return 0 if quoted or s.low(comma + 1) not in self._w.adjuncts else close

    def _french_object(self, cue: Cue, at: int, text: str, who: Mention | None, inherit: bool) -> bool:
        s = self._s
        frames = cue.frames
        low = s.low(at)
        if frames.letters & {"i", "c"} and self._infinitive_at(at):
            quoted = any(s.is_quotation(i) for i in range(at, self._clause_end(at, nominal=True)))
            if cue.lemma in _WISHES and not quoted:
                return False
            start = at
            if (
                who is not None
                and cue.manner == "finite"
                and who.last <= cue.first
                and not self._between(who.last, cue.first)
            ):
                start = who.first
                if s.low(start - 1) in {"la", "l'", "le", "les"}:
                    start -= 1
            return self._object(start, text, who, inherit, scan_from=at)
        asked = s.mention_at(at) or (s.mention_at(at + 1) if low in {"la", "l'", "le", "les"} else None)
        if (
            "a" in frames
            and "o" not in frames
            and asked is not None
            and asked.sort in {"person", "role", "institution", "name"}
        ):
            to = self._to_infinitive(at, {"à"})  # « appelle sur la place les élus à partir »
            if to is not None:
                return self._object(to, text, who, inherit)
        if "d" in frames and cue.lemma not in _WISHES:
            to = self._to_infinitive(cue.last, {"de", "d'"})
            if to is not None:
                return self._object(to, text, who, inherit)
        if low in self._w.clause_breaks or low in {"à", "de", "d'"}:
            return self._quoted_later(cue, at, text, who, inherit)
        helped = asked is not None and asked.sort in {"person", "role"}
        if cue.lemma == "défendre" and s.low(cue.first - 1) == "qui" and helped:
            return False  # « Me X, qui défend 28 victimes »
        documented = who is not None and who.sort == "document"
        if cue.lemma in _SHOWING and who is not None and who.sort == "other":
            documented = True  # « la seconde période a confirmé la supériorité du club »
        own = "p" in frames and low in self._w.possessives
        if ("o" in frames or own) and not cue.clitic and not documented and self._noun_phrase_at(at):
            return self._object(at, text, who, inherit)
        if "j" in frames and self._judged(at):
            return self._object(at, text, who, inherit)
        return self._quoted_later(cue, at, text, who, inherit)

    def _judged(self, at: int) -> bool:
        """Say whether a judgement begins at ``at``: *juge | inutile de partir*, *… | la mesure inutile*."""
        s = self._s
        token = s.tokens[at]
        plain = token.kind == "word" and not token.capital and s.mention_over(at) is None
        if plain and token.low not in self._w.clause_breaks | self._w.adjuncts | self._w.determiners:
            after = s.low(at + 1)
            return after in {"que", "qu'", "de", "d'"} or after in self._w.determiners
        mention = s.mention_at(at)
        if mention is None or mention.sort != "other" or mention.last >= len(s.tokens):
            return False
        if mention.last - mention.first > 2 and s.low(mention.last - 2) not in self._w.determiners | {
            "de",
            "d'",
        }:
            return True
        word = s.tokens[mention.last]
        closed = s.low(mention.last + 1) in {".", ",", ";", "", "et", "pour", "car"}
        return closed and word.kind == "word" and word.low not in self._w.clause_breaks | self._w.adjuncts

    def _english_object(self, cue: Cue, at: int, text: str, who: Mention | None, inherit: bool) -> bool:
        s = self._s
        frames = cue.frames
        low = s.low(at)
        if "i" in frames and low == "to":
            return self._object(at, text, who, inherit)
        if low in self._w.auxiliaries | {"can", "could", "may", "might", "must", "should"}:
            return False  # “proposals which the Tories say would save …”
        found = cue.lemma == "find" and who is not None and who.sort == "document"
        if ("c" in frames or found) and self._clause_at(at):
            return self._clauses(at, text, who, inherit)
        if "o" in frames and self._noun_phrase_at(at):
            return self._object(at, text, who, inherit)
        return self._quoted_later(cue, at, text, who, inherit)

    def _clauses(self, at: int, text: str, who: Mention | None, inherit: bool) -> bool:
        """Read a clause after *que*, and those that *et que* adds."""
        s = self._s
        any_read = False
        width = self._source_width(at)
        if width and self._source_pronoun(at + width) is not None:
            at += width + 1  # « a rappelé que, selon lui, … »
            at += s.low(at) == ","
        if s.low(at) == ":":
            at += 1  # « précise que : « … » »
        while True:
            stop = self._clause_end(at, coordinated=True)
            if stop <= at:
                return any_read
            self._add_said(at, stop, text, who, inherit=inherit)
            any_read = True
            if s.low(stop) == ":" and s.is_quotation(stop + 1):
                self._after_colon(stop + 1, text, who, inherit)
                return True
            nxt = stop
            while s.low(nxt) in {",", "et", "mais", "and", "but"}:
                nxt += 1
            if (
                nxt > stop
                and s.low(nxt) in {"que", "qu'", "that"}
                and s.low(nxt - 1) in {"et", "mais", "and", "but"}
            ):
                at = nxt + 1
                continue
            return True

    def _object(
        self, at: int, text: str, who: Mention | None, inherit: bool, *, scan_from: int | None = None
    ) -> bool:
        inner = next(
            (i for i in range(at, min(at + 5, len(self._s.tokens))) if self._s.low(i) in _WHICH), None
        )
        if inner is not None and self._s.low(inner - 1) == "selon":
            return self._clauses(inner + 1, text, who, inherit)  # « des informations selon lesquelles … »
        stop = self._clause_end(at if scan_from is None else scan_from, nominal=True)
        if stop <= at or self._main_again(at, stop):
            return False
        self._add_span(at, stop, text, who, inherit=inherit)
        self._taken.append(Place(at, stop))
        if self._s.low(stop) == ":" and self._s.is_quotation(stop + 1):
            self._after_colon(stop + 1, text, who, inherit)
        return True
