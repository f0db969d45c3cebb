"""Steps over what stands between a cue, its subject and what is said."""

from __future__ import annotations

from porteparole.statements.cue import OWN_WORDS, Cue
from porteparole.statements.draft import Draft, Place
from porteparole.statements.mention import Mention
from porteparole.statements.sentence import Sentence
from porteparole.statements.words import Words, words

EVENTS = frozenset(
    "communiqué entretien interview conférence tweet message lettre discours allocution point "
    "déclaration vidéo publication journal presse antenne micro colonnes tribune billet rapport note "
    "courrier courriel sms post journalistes audition débat question plateau point-presse visite "
    "déplacement statement interview conference briefing speech tweet letter message post video press "
    "reporters journalists email address remarks hearing question release blog".split()
)
EVENT_LINKS = frozenset(
    "dans lors devant à au aux sur via par en interrogé interrogée interrogés cité citée cités in at "
    "during on speaking after following via to by when asked".split()
)
_EVENT_OPENINGS = frozenset("dans lors devant à au in at during interrogé speaking sur".split())
_NO_OCCASIONS = frozenset("rapport note question visite débat journal address post video vidéo".split())
_WAYS = frozenset("téléphone écrit courriel courrier mail visioconférence".split())
# How something was said: « a dit en larmes la maire ».
_MANNERS = frozenset(
    "larmes colère souriant riant substance aparté privé public direct français anglais conclusion préambule "
    "pleurant sanglots chœur tears private".split()
)
_LAST = frozenset("dernier dernière prochain prochaine last next".split())
_THEMSELVES = frozenset("lui elle eux elles".split())
TIMES = frozenset(
    "jour mois semaine année matin soir après-midi nuit heure an fois week-end veille lendemain day "
    "month week year morning evening time".split()
)


class Walker:
    """Walks over the tokens of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._s: Sentence = sentence
        self._w: Words = words(sentence.language)
        self._drafts: list[Draft] = []
        self._taken: list[Place] = []
        # Where sources stand that only a part of a clause leans on: « tué sept personnes selon un bilan ».
        self._passing: list[int] = []
        self._limit: int = len(sentence.tokens)
        self._incises: dict[int, tuple[Mention | None, int]] = {}

    def _after(self, index: int) -> Mention | None:
        """Return the subject that follows an inverted cue, past adverbs and circumstances."""
        s = self._s
        at = index
        if s.low(at) in {"de", "d'"} and s.low(at + 1) in _THEMSELVES:
            at += 2  # « …, a dit de lui la mairie »
        for _ in range(6):
            mention = s.mention_at(at)
            if mention is None and s.low(at) in {"la", "l'", "le", "les"}:
                mention = s.mention_at(at + 1)
            if (
                mention is not None
                and mention.sort == "pronoun"
                and s.language == "fr"
                and " " not in mention.head
            ):
                return None
            if mention is not None and not (mention.sort == "other" and mention.head in TIMES):
                return mention
            nxt = self._skip_circumstance(at)
            if nxt == at:
                return None
            at = nxt
        return None

    def _skip_circumstances(self, index: int) -> int:
        at = start = index
        for _ in range(8):
            nxt = self._skip_circumstance(at)
            if self._s.low(nxt) in {"'s", "’s"}:
                return start  # “say | this year’s festival will …”
            if nxt == at:
                return at
            # “this year” is two steps
            start = start if self._s.low(at - 1) in {"this", "last", "next"} else at
            at = nxt
        return at

    def _skip_circumstance(self, at: int) -> int:
        """Step over one adverb, time, or *à l’AFP*, *dans un communiqué*, *devant la presse*."""
        s = self._s
        low = s.low(at)
        if at >= len(s.tokens):
            return at
        token = s.tokens[at]
        for phrase in OWN_WORDS:
            if (
                low == phrase.split()[0]
                and " ".join(s.low(at + i) for i in range(phrase.count(" ") + 1)) == phrase
            ):
                return at + phrase.count(" ") + 1
        if token.kind == "aside":
            return at + 1
        pointing = low in {"this", "ce", "cette"} and not (
            s.low(at + 1) in self._w.days | TIMES
            or (
                s.low(at + 1) in self._w.times and not (s.low(at + 1) in _LAST and s.low(at + 2) not in TIMES)
            )
        )
        if low in self._w.days | self._w.months | self._w.times and not pointing:
            return at + 1
        if (
            token.kind == "number"
            and s.low(at + 1) in self._w.months | {"heures", "h", "ans"} | self._w.times
        ):
            return at + 2
        if low == "vers" and s.tokens[at + 1 : at + 2] and s.tokens[at + 1].text[:1].isdigit():
            hour = at + 2
            while hour < len(s.tokens) and (
                s.tokens[hour].kind == "number" or s.low(hour) in {"heures", "h"}
            ):
                hour += 1
            return hour
        if low in {"en", "in"} and s.tokens[at + 1 : at + 2] and s.tokens[at + 1].kind == "number":
            return at + 2
        if token.kind == "number" and s.low(at - 1) in self._w.months:
            return at + 1
        if low in self._w.adverbs or (
            low.endswith("ment") and s.language == "fr" and s.mention_at(at) is None and token.kind == "word"
        ):
            return at + 1
        if s.language == "en" and low.endswith("ly") and token.kind == "word":
            return at + 1
        if (
            low in {"ce", "cet", "cette", "le", "this", "last", "next"}
            and not pointing
            and (s.low(at + 1) in self._w.days | self._w.times or s.low(at + 1) in TIMES)
        ):
            return at + 2
        if low == "le" and s.tokens[at + 1 : at + 2] and s.tokens[at + 1].kind == "number":
            return at + 2
        if low in {"en", "in"} and s.low(at + 1) in _MANNERS:
            return at + 2
        if low in {"par", "au"} and s.low(at + 1) in _WAYS:
            return at + 2
        if low == "," and s.low(at + 1) in _THEMSELVES and s.low(at + 2) == ",":
            return at + 3  # « estime, lui, que »
        if low == ",":
            nxt = self._skip_circumstance(at + 1)
            for _ in range(5):
                if nxt == at + 1 or s.low(nxt) == ",":
                    break
                nxt2 = self._skip_circumstance(nxt)
                if nxt2 == nxt:
                    break
                nxt = nxt2
            return nxt + 1 if nxt > at + 1 and s.low(nxt) == "," else at
        if low in EVENT_LINKS or low in {
            "quelques",
            "peu",
            "plus",
            "jeudi",
            "aux",
            "auprès",
            "face",
            "with",
            "from",
        }:
            return self._skip_phrase(at)
        return at

    def _skip_phrase(self, at: int) -> int:
        s = self._s
        nxt = at + 1
        if s.low(at) in {"lors", "auprès", "face"}:
            nxt += 1
        if s.low(at) in {"à", "en"} and s.low(at + 1) in {"la", "l'", "marge"}:
            nxt = at + 2
        if (
            s.is_quotation(nxt)
            and len(s.tokens[nxt].text.split()) < 6
            and s.low(at) in {"au", "dans", "sur", "à"}
        ):
            named = s.mention_at(nxt + 2) or s.mention_at(nxt + 1)
            linked = s.low(nxt + 1) in {"de", "d'", "du"} and named is not None
            return named.last if linked and named is not None else nxt + 1
        mention = s.mention_at(nxt) or s.mention_at(at + 1) or s.mention_at(at)
        if mention is None and s.low(nxt) in {
            "la",
            "l'",
            "le",
            "les",
            "un",
            "une",
            "d'",
            "the",
            "a",
            "an",
            "son",
            "sa",
        }:
            mention = s.mention_at(nxt + 1)
        if mention is not None and mention.sort != "pronoun":
            if (
                s.low(at) in {"à", "au", "aux", "to", "en", "in", "on", "at"}
                and mention.sort == "other"
                and mention.head not in EVENTS | TIMES
                and s.low(at) in {"on", "to"}
            ):
                return at
            named = mention.last < len(s.tokens) and s.tokens[mention.last].capital
            return mention.last + (named and mention.sort == "other")  # « sur son compte Twitter »
        end = nxt
        while end < len(s.tokens) and s.tokens[end].kind in {"word", "number"} and end - at < 9:
            if s.low(end) in self._w.clause_breaks or s.low(end) in {":", ","}:
                break
            if s.low(end) in EVENTS | self._w.days | self._w.months | self._w.times:
                end += 1
                while (
                    s.mention_at(end) is None
                    and end < len(s.tokens)
                    and s.low(end) in {"de", "du", "des", "avec", "à", "au", "d'"}
                ):
                    covered = s.mention_at(end + 1) or s.mention_at(end)
                    if covered is None:
                        break
                    end = covered.last
                return end
            end += 1
        return at

    def _skip_object(self, at: int) -> int:
        """Step over the one who is told: *a averti ses alliés*, "told reporters"."""
        s = self._s
        mention = s.mention_at(at)
        if mention is None and s.low(at) in {"la", "l'", "le", "les"}:
            mention = s.mention_at(at + 1)
        if mention is not None:
            some = s.mention_at(mention.last) if s.language == "en" else None
            people = (
                some is not None and some.sort == "role" and some.plural and some.last == mention.last + 1
            )
            return self._owned_end(mention.last + people)  # “told Labour members …”
        if s.language == "en":
            if s.low(at) == "it" and s.low(at + 1) in self._w.auxiliaries | self._w.verbs_common:
                return at  # “warned it may cut jobs”
            if s.low(at) in {"him", "her", "them", "us", "me", "it"} or s.low(at) in EVENTS:
                return at + 1
            if s.low(at) in self._w.determiners and s.low(at + 1) in EVENTS:
                return at + 2
        return at

    def _owned_end(self, at: int) -> int:
        """Step over what belongs to the one who is told: “told BBC Radio 4’s Today programme”."""
        s = self._s
        end = at + (at < len(s.tokens) and s.tokens[at].kind == "number")
        if s.language != "en" or s.low(end) not in {"'s", "’s"}:
            return at
        end += 1
        while end < len(s.tokens) and (s.tokens[end].capital or s.tokens[end].kind == "number"):
            end += 1
        return end + (s.low(end) in {"programme", "program", "show", "website", "newspaper", "conference"})

    def _skip_plain(self, at: int) -> int:
        s = self._s
        while s.low(at) in self._w.adverbs | self._w.days | self._w.times and at < len(s.tokens):
            at += 1
        return at

    def _inside(self, index: int) -> bool:
        return any(place.first <= index < place.last for place in self._taken)

    def _between(self, first: int, last: int) -> bool:
        s = self._s
        return any(
            s.low(i) not in self._w.adverbs | self._w.clitics | self._w.negations | {","}
            and s.tokens[i].kind != "aside"
            for i in range(first, last)
        )

    def _near_subject(self, cue: Cue, after: int) -> bool:
        return any(
            m.first > after and m.last <= cue.first and cue.first - m.last <= 3 for m in self._s.mentions
        )

    def _event(self, index: int) -> bool:
        """Say whether the circumstances of speaking close the sentence from here: *dans un communiqué*."""
        s = self._s
        if s.low(index) not in _EVENT_OPENINGS:
            return False
        for at in range(index + 1, min(index + 6, len(s.tokens))):
            low = s.low(at)
            if low in EVENTS - _NO_OCCASIONS:
                rest = [s.low(i) for i in range(at + 1, len(s.tokens))]
                return len(rest) <= 14 and not any(
                    word in {"que", "qu'", "et", "and", "that"} for word in rest[:2]
                )
            if s.tokens[at].kind != "word" or low in self._w.clause_breaks:
                return False
        return False
