"""Who a source is, and how far its name goes: *selon les propos de X, cité par Y, …*."""

from __future__ import annotations

from porteparole.statements.draft import PLAIN_SORTS
from porteparole.statements.incises import Incises
from porteparole.statements.joining import joined
from porteparole.statements.mention import Mention

# « une ville nommée d’après X », « un film adapté d’après Y » name no source.
_MADE_AFTER = frozenset(
    f"{word}{ending}"
    for word in "nommé baptisé adapté inspiré tiré réalisé dessiné peint sculpté tourné créé".split()
    for ending in ("", "e", "s", "es")
)


# Texts that say what is to be, and nobody’s words: « selon le Code du travail », « selon la Charte ».
_RULES = frozenset(
    "code loi charte constitution règlement traité décret ordonnance jurisprudence convention protocole "
    "directive clause statuts accord coutume tradition légende doctrine dogme barème calendrier proverbe "
    "adage law treaty charter rule rules regulation regulations".split()
)


_QUOTED_BY = frozenset(
    "cité citée cités citées interrogé interrogée interrogés joint jointe quoted cited".split()
)
_EXPECTING = frozenset(
    "devrait devraient pourrait pourraient risque risquent faut faudrait faudra doit doivent".split()
)
_OPENINGS = [["tandis", "que", ","], ["alors", "que", ","]]


class SourceNames(Incises):
    """Finds sources."""

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

    def _of_the(self, owner: Mention) -> Mention | None:
        """Return the body that *au ministère de la Justice* names, of which ``owner`` is the end."""
        s = self._s
        for at in range(owner.first - 1, max(0, owner.first - 5), -1):
            if s.low(at - 1) in {"au", "du"} and s.low(at) in self._w.institutions | self._w.people:
                sort = "institution" if s.low(at) in self._w.institutions else "role"
                noun = s.text(at, owner.last)
                return Mention(at, owner.last, sort, noun, head=s.low(at), noun=noun)
        return None

    def _whose_words(self, at: int) -> Mention | None:
        """Return X in *selon les propos de X*, *selon les précisions apportées par X*."""
        s = self._s
        if s.low(at) == "ce" and s.low(at + 1) in {"que", "qu'"}:
            told = s.cue_at.get(at + 2)  # « selon ce qu’a confié X », « selon ce que X a confié »
            return s.mention_at(told.last if told is not None else at + 2)
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
                or s.low(index - 1) in {";", ":"}
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
        if any(s.low(i) in _RULES for i in range(who.first, min(who.first + 3, who.last))):
            return False
        if who.sort == "other" and cue == "according to":
            return who.definite
        if who.sort == "other":
            return who.head in self._w.collective or (who.plural and who.head + "s" in self._w.collective)
        if cue in {"pour", "for"}:
            if who.sort not in {"person", "role", "institution", "name", "pronoun", "place"}:
                return False
            if not who.definite or s.low(self._past_name(who.last)) not in {",", ":"}:
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

    def _past_name(self, index: int) -> int:
        """Step over the mark that a name ends with: *Pour X, candidat d’En avant !, …*."""
        return index + (self._s.low(index) in {"!", "?"} and self._s.low(index + 1) in {",", ":"})

    def _expects(self, index: int) -> bool:
        """Say whether the clause from ``index`` on judges what will be: *Pour la banque, 2020 devrait …*."""
        s = self._s
        stop = self._clause_end(index)
        return any(s.low(i) in _EXPECTING for i in range(index, min(stop, index + 8)))

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
