"""Reports without a reporting verb: *la mise en garde de X contre …*, *X « condamne » …*."""

from __future__ import annotations

from dataclasses import replace

from porteparole.statements.draft import PLAIN_SORTS, RELATIVE, SPOKEN, Place
from porteparole.statements.lexicon import has_verb, is_french_verb
from porteparole.statements.mention import Mention
from porteparole.statements.reports import Reports
from porteparole.statements.sentence import Sentence
from porteparole.statements.verbs import verbs
from porteparole.statements.words import words

_SPEECH = frozenset(
    "celle celui celles ceux réaction réponse commentaire phrase verdict constat conclusion avis opinion "
    "sentiment analyse explication".split()
)
# What is read, found or received is somebody else’s.
_RECEIVED = frozenset(
    "reçu reçue reçoit reçoivent recevait découvert découvre trouvé trouve retrouvé lu lit entendu entend "
    "received receives found finds got gets".split()
)


class Nominal(Reports):
    """Reads nominal reports and bare quotations with a subject."""

    def _nouns(self) -> None:
        s = self._s
        for index in range(len(s.tokens)):
            noun, width = self._reason_noun(index)
            if not noun or self._inside(index):
                continue
            at = index + width
            possessive = s.low(index - 1) in {"'s", "’s"}
            who: Mention | None = None
            if possessive:
                who = next((m for m in s.mentions if m.last == index - 1), None)
            else:
                if s.low(at) in {"de", "d'", "by", "from"}:
                    at += 1
                who = s.mention_at(at)
                if who is None and s.low(at) in {"la", "l'"}:
                    who = s.mention_at(at + 1)
                if who is None and s.low(at) in {"du", "des"}:
                    who = s.parse(at)  # « l’affirmation du député X que … »
                if (
                    who is not None
                    and s.language == "fr"
                    and s.low(who.first) not in {"du", "des"}
                    and s.low(who.first - 1) not in {"de", "d'"}
                ):
                    who = None
                if who is not None:
                    at = who.last
            if who is None or who.sort not in PLAIN_SORTS or who.sort == "document":
                continue
            low = s.low(at)
            if low not in self._w.reason_nouns[noun] and low.removesuffix("ux") not in {"a"}:
                continue
            if low in {"au", "aux"} and "à" not in self._w.reason_nouns[noun]:
                continue
            stop = self._clause_end(at + 1, commas=True)
            stop = next(
                (
                    i
                    for i in range(at + 1, stop)
                    if s.low(i) in self._w.auxiliaries | self._w.verbs_common
                    and low not in {"that", "que", "qu'"}
                    and not any(s.low(j) in RELATIVE for j in range(at + 1, i))
                ),
                stop,
            )
            quoted = [i for i in range(at + 1, stop) if s.is_quotation(i)]
            if low in {"that", "que", "qu'"} and quoted:
                stop = quoted[-1] + 1
            start = who.first if possessive else index
            if not possessive and start and s.low(start - 1) in self._w.determiners:
                start -= 1
            if stop <= at + 1:
                continue
            self._add_span(start, stop, s.text(index, index + width), who, verbal=False)
            self._taken.append(Place(start, stop))

    def _subject_and_quotation(self) -> None:
        """Read *La France « condamne fermement » …*, where the verb itself stands in the quotation."""
        s = self._s
        for mention in s.mentions:
            at = mention.last
            if s.low(at) == "," and mention.noun is not None and mention.name is not None:
                at += 1  # « La ministre, Mme X, « salue » … »
            at += s.low(at) in {"s'", "se", "n'", "ne"} and s.is_quotation(at + 1)  # « X s’« inquiète » »
            if mention.sort not in {"person", "place", "institution", "role", "name"} or mention.preposition:
                continue
            if (
                not s.is_quotation(at)
                or self._inside(at)
                or (
                    mention.first > 0
                    and s.low(mention.first - 1) not in {",", "la", "l'", "le", "les", "et"}
                    and s.low(mention.first - 2) not in {"tandis", "alors"}
                )
            ):
                continue
            mark = s.tokens[at].quotation
            if mark is None:
                continue
            inner = s.source[mark.inner_start : mark.inner_end]
            if len(inner.split()) >= 2 and inner[:1].islower() and _starts_with_verb(inner, s):
                stop = self._clause_end(at + 1)
                self._add_span(at, max(stop, at + 1), "", mention, mixed=True)
                self._taken.append(Place(at, max(stop, at + 1)))

    def _uttered_by(self) -> None:
        """Read *la phrase « … » prononcée par X*."""
        s = self._s
        for at in range(len(s.tokens) - 2):
            uttered = s.is_quotation(at) and s.low(at + 2) == "par" and not self._inside(at)
            if not uttered or not s.low(at + 1).endswith(("é", "ée", "és", "ées")) or self._title(at):
                continue
            who = s.mention_at(at + 3)
            if who is None and s.low(at + 3) in {"le", "la", "l'"}:
                who = s.mention_at(at + 4)
            if who is not None and who.sort in {"person", "role", "institution", "name"}:
                self._add_quotation(at, s.text(at + 1, at + 3), who, verbal=False)
                self._taken.append(Place(at, at + 1))

    def _any_verb_that(self) -> None:
        """Read *Le Conseil a décidé qu’« … »*: after *que* whatever verb it is, the words are quoted."""
        s = self._s
        for at in range(2, len(s.tokens)):
            if s.language != "fr" or not s.is_quotation(at) or s.low(at - 1) not in {"que", "qu'"}:
                continue
            if self._inside(at) or (s.tokens[at - 2].kind != "word" and s.low(at - 2) != ","):
                continue
            before = [m for m in s.mentions if m.last < at - 1 and m.sort in SPOKEN]
            who = next((m for m in reversed(before) if not m.preposition and s.verb_at(m.last)), None)
            if who is None:
                continue
            group = [s.low(i) for i in range(who.last, at - 1)]
            where = next((i for i, word in enumerate(group) if word in {"sur", "dans", "via"}), 0)
            if where and len(group) < 15 and not self._has_verb(who.last + where, at - 1):
                group = group[:where]  # « a publié sur le site de son parti, que « … » »
            elif before[-1] is not who or len(group) > 4:
                continue
            if any(word in {"ne", "n'", "plus", "moins", ","} for word in group) or not self._verb_group(
                group
            ):
                continue
            stop = self._clause_end(at)
            self._add_said(at, stop, s.text(who.last, at), who)

    def _verb_group(self, group: list[str]) -> bool:
        """Say whether the words are one verb, with its auxiliary and adverbs."""
        rest = [word for word in group if word not in self._w.auxiliaries | self._w.adverbs | self._w.clitics]
        participle = rest[-1:] and rest[-1].endswith(("é", "i", "u", "is", "it")) and len(group) > 1
        return len(rest) == 1 and bool(participle or is_french_verb(rest[0]))

    def _colon(self) -> None:
        """Read *Le ministre est clair : « … »*, where the clause names one speaker and no verb of speech."""
        s = self._s
        for at in range(1, len(s.tokens) - 1):
            if s.low(at) != ":" or not s.is_quotation(at + 1) or self._inside(at + 1):
                continue
            who = self._whose_speech(at) or self._to_be_read(at)
            if who is not None:
                self._after_colon(at + 1, self._verb_before(at), who, False)
                continue
            beside = s.mention_over(at - 1)
            named = beside is not None and beside.last == at and beside.sort == "person"
            if beside is not None and named and not beside.preposition and not s.verb_at(beside.first - 1):
                self._after_colon(at + 1, "", beside, False)
                continue
            who = self._above_that(self._main_subject(at))
            others = [m for m in s.mentions if m.last <= at and m.sort in {"person", "name"} and m is not who]
            if who is None or who.sort not in SPOKEN or others or self._inside(who.first):
                continue
            if any(s.low(i) in _RECEIVED for i in range(who.last, at)):
                continue  # « X a reçu un message : « … » »
            mark = s.tokens[at + 1].quotation
            inner = s.source[mark.inner_start : mark.inner_end] if mark is not None else ""
            if inner[-1:] not in ".!?…" and not has_verb(inner, s.language):
                continue  # a name: « … ont créé un groupe : « Les stylos rouges » »
            if who.sort == "name" and who.last == at:
                continue  # « Conclusion : « … » »
            first = who.last
            cue = s.text(first, at) if first < at <= first + 5 else self._verb_before(at)
            self._after_colon(at + 1, cue, who, False)

    def _above_that(self, who: Mention | None) -> Mention | None:
        """Return the pronoun of the main clause for one below *que*: *elle montre qu’ils osent : « … »*."""
        s = self._s
        if who is None or who.sort != "pronoun" or s.low(who.first - 1) not in {"que", "qu'"}:
            return who
        above = (m for m in s.mentions if m.last < who.first and not m.preposition and s.verb_at(m.last))
        return next((m for m in above if m.sort in SPOKEN), who)

    def _to_be_read(self, colon: int) -> Mention | None:
        """Return whose text it is in *Sur la page de X, on pouvait lire : « … »*."""
        s = self._s
        if s.low(colon - 1) not in {"lire", "entendre"} or "on" not in {
            s.low(i) for i in range(max(0, colon - 5), colon)
        }:
            return None
        at = next((i for i in range(colon) if s.low(i) in {"dans", "sur"}), None)
        return self._whose_text(at)[0] if at is not None else None

    def _whose_speech(self, colon: int) -> Mention | None:
        """Return X in *des réactions, comme celle de X, analyste : « … »*, *la réponse de X : « … »*."""
        s = self._s
        who = s.mention_over(colon - 1)
        if who is not None and who.sort == "other" and who.last == colon:
            ends = [i for i in range(who.first, colon) if s.low(i - 1) in {"de", "d'"}]
            who = s.parse(ends[-1]) if ends else None
            who = replace(who, preposition="de") if who is not None else None
        if who is None or who.last != colon or who.sort not in {"person", "name"}:
            return None
        if who.preposition not in {"de", "d'"}:
            return None
        at = who.first - 1
        while at > 0 and s.low(at) in {"de", "d'", "la", "l'", "le"}:
            at -= 1
        return who if s.low(at) in self._w.sayings | _SPEECH else None

    def _verb_before(self, at: int) -> str:
        """Return the words from the last verb before ``at`` on, "" where none is near."""
        s = self._s
        for index in range(at - 1, max(0, at - 9), -1):
            low = s.low(index)
            if low in self._w.auxiliaries | self._w.verbs_common or (
                s.language == "fr" and is_french_verb(low)
            ):
                return s.text(index, at)
        return ""


def _starts_with_verb(inner: str, sentence: Sentence) -> bool:
    first = inner.split()[0].lower().replace("’", "'")
    if first.startswith(("s'", "n'", "l'", "se", "ne")) and sentence.language == "fr":
        return True
    table = words(sentence.language)
    if first in table.verbs_common or first in table.auxiliaries:
        return True
    return any(form.tense == "finite" for form in verbs(sentence.language).forms.get(first, ())) or (
        sentence.language == "fr" and first.endswith(("ait", "era", "ent", "aient"))
    )
