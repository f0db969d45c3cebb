"""The subject of a cue that stands before it."""

from __future__ import annotations

from dataclasses import replace

from porteparole.statements.cue import NOUN_PRONE, Cue
from porteparole.statements.draft import PLAIN_SORTS, SPOKEN
from porteparole.statements.joining import Joining
from porteparole.statements.lexicon import is_french_infinitive
from porteparole.statements.mention import Mention
from porteparole.statements.walking import TIMES

_SUBORDINATE = frozenset(
    "alors lorsque lorsqu' quand si tandis bien puisque comme while when although though if since as".split()
)


_SINGULAR = frozenset("a avait aurait est était".split())


class Subjects(Joining):
    """Finds subjects."""

    def _adjacent_subject(self, cue: Cue) -> Mention | None:
        """Return the subject that stands before a cue, with nothing but insertions between."""
        s = self._s
        at = cue.first - 1
        while at >= 0 and (
            s.low(at) in self._w.clitics | self._w.negations | self._w.adverbs | {"de", "d'"}
            and s.mention_over(at) is None
        ):
            at -= 1
        if at < 0:
            return None
        low = s.low(at)
        relative = low in {"qui", "who", "which"} or (low == "that" and s.language == "en")
        if relative and not s.tokens[at].text.isupper():
            found = self._antecedent(at - 1)
            several = found is not None and not found.plural and self._plural(cue)
            return self._joined(found) if several and found is not None else found
        if low in {",", "–", "—"} or s.tokens[at].kind == "aside":
            return self._past_insertion(at)
        quoted = self._quoted_name(at, cue)
        if quoted is not None:
            return quoted
        mention = s.mention_over(at)
        if mention is not None and mention.last == at + 1:
            above = self._above_relative(mention, cue)
            if above is not None:
                return above
            if s.low(mention.first) == "des" and s.low(cue.first) in _SINGULAR and s.language == "fr":
                return self._main_subject(cue.first)  # « X, figure des élus a dit »
            if self._of_participle(mention):
                return self._main_subject(mention.first - 2)
            conjunction = mention.preposition in {"after", "before", "since", "as", "until"}
            if (mention.preposition and mention.sort != "pronoun" and not conjunction) or self._among(
                mention
            ):
                return self._main_subject(cue.first)
            return self._several(mention, cue)
        # « courte avance qu’une collaboration … »: a noun as likely as a verb needs its subject beside it.
        single = cue.last - cue.first == 1 and s.low(cue.first) in NOUN_PRONE
        return None if single else self._main_subject(cue.first)

    def _of_participle(self, mention: Mention) -> bool:
        """Say whether a mention is the object of *X, représentant le Japon a annoncé que*."""
        s = self._s
        at = mention.first - 1 - (s.low(mention.first - 1) in {"le", "la", "l'", "les"})
        made = s.language == "fr" and s.low(at).endswith("ant") and s.mention_over(at) is None
        return made and s.low(at - 1) == "," and at not in s.cue_at

    def _above_relative(self, mention: Mention, cue: Cue) -> Mention | None:
        """Return A in *les A qui représentent B arguent que*: the plural verb is not B’s."""
        s = self._s
        if mention.plural or mention.sort == "pronoun" or not self._plural(cue):
            return None
        for at in range(mention.first - 1, 0, -1):
            low = s.low(at)
            if low in {",", ";", ":", "que", "qu'", "et"}:
                return None
            if low == "qui":
                head = s.mention_over(at - 1)
                return head if head is not None and head.last == at and head.plural else None
        return None

    def _quoted_name(self, at: int, cue: Cue) -> Mention | None:
        """Read *« Quotidien » a affirmé que …*: a title in marks speaks."""
        s = self._s
        mark = s.tokens[at].quotation
        if mark is None or s.low(cue.last - 1) == ":" or cue.manner != "finite":
            return None
        if s.low(cue.last) not in {"que", "qu'", "that"}:
            return None
        name = s.source[mark.inner_start : mark.inner_end]
        if len(name.split()) > 4 or not name[:1].isupper() or name[-1:] in ".!?…,":
            return None
        return Mention(at, at + 1, "name", s.tokens[at].text, name=name)

    def _antecedent(self, at: int) -> Mention | None:
        s = self._s
        while at >= 0 and (s.low(at) in {",", "et"} or s.tokens[at].kind == "aside"):
            at -= 1
        mention = s.mention_over(at) or self._made(at)
        if mention is None or (mention.last != at + 1 and self._made(at) is not mention):
            return None
        if mention.sort in {"place", "name"} and mention.preposition in {"de", "d'"}:
            whose = s.mention_over(mention.first - 2)
            if whose is not None and whose.last == mention.first - 1 and (whose.name or "").isupper():
                return whose  # « à l’initiative du CHRU de Reims, qui … »
        owned = mention.preposition in {"de", "d'"} or s.low(mention.first) in {"du", "des"}
        if mention.sort in {"institution", "place"} and owned:
            named = next((m for m in reversed(s.mentions) if m.last < mention.first and m.noun), None)
            if named is not None and named.sort == "person" and mention.first - named.last <= 3:
                return named  # « X, président du Tchad et de l’Union africaine, qui … »
        if mention.preposition == "par" and s.low(at + 1) == ",":
            above = self._above_participle(mention)  # « le tribunal, saisi par X, qui a jugé »
            if above is not None:
                return above
        if mention.sort == "role" and mention.name is None:
            # « selon X, l’un de ses avocats, qui précise »
            comma = mention.first - 1 - (s.low(mention.first - 1) in {"l'", "la", "le"})
            named = s.mention_over(comma - 1) if s.low(comma) == "," else None
            if named is not None and named.sort == "person" and named.last == comma:
                return replace(named, noun=named.noun or mention.noun, head=named.head or mention.head)
        if mention.sort == "other":
            inner = (s.parse(index) for index in range(mention.first + 1, mention.last))
            for found in inner:
                if found is not None and found.last == mention.last and found.sort in PLAIN_SORTS:
                    return found
        return mention

    def _above_participle(self, agent: Mention) -> Mention | None:
        """Return A of *A, saisi par B,* where ``agent`` is B."""
        s = self._s
        at = agent.first - 1 - (s.low(agent.first - 1) in {"la", "l'", "le", "les"})
        if (
            s.low(at) != "par"
            or s.low(at - 2) != ","
            or not s.low(at - 1).endswith(("é", "ée", "és", "ées", "i", "u"))
        ):
            return None
        found = s.mention_over(at - 3)
        return found if found is not None and found.last == at - 2 and found.sort in PLAIN_SORTS else None

    def _made(self, at: int) -> Mention | None:
        """Return X of *un rapport de X publié deux jours plus tôt* that ends at ``at``."""
        s = self._s
        for index in range(at, max(0, at - 7), -1):
            token = s.tokens[index]
            if token.kind not in {"word", "number"} or s.cue_at.get(index) is not None:
                return None
            if s.language == "fr" and token.low.endswith(("é", "ée", "és", "ées")):
                found = s.mention_over(index - 1)
                return found if found is not None and found.last == index else None
        return None

    def _past_insertion(self, at: int) -> Mention | None:
        """Walk back over « X, en visite à Lille, a dit »."""
        s = self._s
        if s.tokens[at].kind == "aside":
            mention = s.mention_over(at - 1)
            if (
                mention is not None
                and mention.last == at
                and not mention.preposition
                and not self._among(mention)
            ):
                return mention
        second = self._second_subject(at)
        if second is not None:
            return second
        main = self._before_insertion(at) or self._main_subject(at)
        above = self._above_which(at)
        if above is not None and main is not above and (main is None or s.verb_at(main.last)):
            return above  # “The suit came after Acme, which had an offer rejected, said it would sue”
        named = s.mention_over(at - 1)
        if (
            main is not None
            and main.name is None
            and main.sort in {"role", "other"}
            and named is not None
            and named.sort == "person"
            and len((named.name or "").split()) > 1
            and named.last == at
            and s.low(named.first - 1) == ","
            and not named.preposition
            and main.last < named.first
        ):
            # « L’un des porte-parole de l’équipe ayant participé à …, X, a annoncé »
            return replace(named, noun=named.noun or (main.noun if main.sort == "role" else None))
        return main

    def _before_insertion(self, comma: int) -> Mention | None:
        """Return X of *X, après avoir rappelé que tous les autres signent, évoque*."""
        s = self._s
        if s.language != "fr" or s.low(comma) != ",":
            return None
        for at in range(comma - 1, 0, -1):
            if s.low(at) in {";", ":"}:
                return None
            aside = s.low(at) in {"après", "avant", "sans"} and is_french_infinitive(s.low(at + 1))
            aside = aside or (s.low(at) == "avant" and s.low(at + 1) in {"de", "d'"})
            if aside and s.low(at - 1) == ",":
                found = s.mention_over(at - 2)
                beside = found is not None and found.last == at - 1 and not found.preposition
                return found if beside and found is not None and found.sort in PLAIN_SORTS else None
        return None

    def _above_which(self, comma: int) -> Mention | None:
        """Return X of *X, which …,* where ``comma`` closes the relative clause."""
        s = self._s
        for at in range(comma - 1, 1, -1):
            if s.low(at) in {"which", "who", "qui"} and s.low(at - 1) == ",":
                found = s.mention_over(at - 2)
                after = {"", "after", "before", "since", "as", "until"}
                plain = found is not None and found.last == at - 1 and found.preposition in after
                return found if plain and found is not None and found.sort in PLAIN_SORTS else None
            if s.low(at) in {";", ":"}:
                return None
        return None

    def _among(self, mention: Mention) -> bool:
        """Say whether a mention is one of those that *dont* or "including" lists."""
        s = self._s
        at = mention.first - 1
        while at >= 0:
            low = s.low(at)
            if low in {"dont", "including", "comme"}:
                return True
            if low not in {",", "et", "and", "la", "le", "les", "l'", "the"} and s.mention_over(at) is None:
                return False
            at -= 1
        return False

    def _main_subject(self, before: int, *, whole: bool = False) -> Mention | None:
        """Return the first mention of the clause that could be its subject; of the ``whole`` sentence."""
        s = self._s
        first = 0
        for place in self._taken:
            if place.last <= before:
                first = max(first, place.last)
        ends = {"mais", "tandis", "but", "while"} | (set[str]() if whole else {"que", "qu'"})
        opening = 3 if s.low(0) in _SUBORDINATE else 0  # « Alors qu’il …, X a … »
        for index in range(max(first, opening), before):
            if s.low(index) in {";", ":"} or (
                s.low(index) in ends
                and index + 1 < before
                and not any(cue.negated and cue.last == index for cue in s.cues)
            ):
                first = index + 1
        if first == 0 and s.low(0) in _SUBORDINATE:
            first = self._after_subordinate(before)
        told = (self._after(cue.last) for cue in s.cues if self._as_told(cue.first))
        wrote = {who.first for who in told if who is not None}
        for mention in s.mentions:
            if (
                mention.first < first
                or mention.last > before
                or mention.preposition
                or mention.first in wrote
            ):
                continue
            if mention.sort in SPOKEN:
                return self._joined_behind(self._joined(mention))
            if (
                mention.sort == "other"
                and (mention.first < 4 or s.verb_at(mention.last))
                and s.low(mention.first) not in self._w.times | self._w.days
                and mention.head.removesuffix("s") not in TIMES | self._w.months
            ):
                return mention
        return None

    def _as_told(self, at: int) -> bool:
        """Say whether the cue at ``at`` only refers to others: *comme l’a écrit la presse*."""
        return self._s.low(at - 1) in {"l'", "le"} and self._s.low(at - 2) == "comme"

    def _after_subordinate(self, before: int) -> int:
        """Return where the main clause begins after *Alors que le site est bloqué, …*, or 0."""
        s = self._s
        fitting: list[int] = []
        for mention in s.mentions:
            if mention.last > before or mention.preposition or mention.sort not in SPOKEN:
                continue
            if s.low(mention.first - 1) != "," and s.low(mention.first - 2) != ",":
                continue
            if mention.last == before or s.verb_at(mention.last):
                return mention.first
            if s.low(mention.last) == "," or s.tokens[mention.last].kind == "aside":
                fitting.append(mention.first)
        return fitting[0] if fitting else 0

    def _nearest_agent(self, cue: Cue) -> Mention | None:
        """Return the subject of the clause that *en criant* closes, where no comma lifts it higher."""
        s = self._s
        if s.low(cue.first) != "en" or s.low(cue.first - 1) == ",":
            return None
        for index in range(cue.first - 1, 0, -1):
            low = s.low(index)
            if low == ";" or any(other.first == index for other in s.cues):
                return None
            if low in {"quand", "lorsque", "lorsqu'"} or (
                low in {"que", "qu'"} and s.low(index - 1) == "alors"
            ):
                return self._main_subject_after(index, cue.first)
            if low in {"de", "d'"} and s.mention_over(index) is None and self._infinitive_at(index + 1):
                # « la décision de X de suspendre … en justifiant … »
                agent = s.mention_over(index - 1)
                if agent is None or agent.sort != "person":
                    return None
                owned = agent.preposition in {"de", "d'"} or s.low(agent.first) == "du"
                return agent if owned or s.mention_over(agent.first - 1) is not None else None
        return None

    def _main_subject_after(self, first: int, before: int) -> Mention | None:
        for mention in self._s.mentions:
            if first < mention.first and mention.last <= before and not mention.preposition:
                return mention if mention.sort in SPOKEN else None
        return None
