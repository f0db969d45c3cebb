"""Who is named in a row of tokens: people, roles, institutions, governments, documents, pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from porteparole.language import Language
from porteparole.statements.aliases import Aliases
from porteparole.statements.mention import Gender, Mention, Sort, worded
from porteparole.statements.tokens import Token

_FEMININE = frozenset("elle elles celle-ci celles-ci she her".split())
_MASCULINE = frozenset("il ils celui-ci ceux-ci lui eux he him".split())
_PLURALS = frozenset("ils elles eux ceux-ci celles-ci they them".split())
_POINTERS: dict[Language, dict[str, Gender | None]] = {
    "fr": {"ce dernier": "m", "cette dernière": "f", "ces derniers": "m", "ces dernières": "f"},
    "en": {"the latter": None},
}
# Trades that are people or firms: before a name of a firm they are its kind.
TRADES = frozenset("broker maker builder publisher producer developer supplier operator".split())
_OF = frozenset("de des d' du".split())
_QUANTITIES = frozenset("nombreux nombreuses autres jeunes multiples rares grands grandes hauts".split())


_SHARES = frozenset("half third quarter fifth tenth majority most some many none all".split())


class Reader(Aliases):
    """Finds mentions in tokens of one language."""

    def mentions(self, tokens: Sequence[Token], source: str) -> list[Mention]:
        """Return the mentions in order; none overlaps another."""
        found: list[Mention] = []
        index = 0
        while index < len(tokens):
            mention = self.mention(tokens, index, source)
            if mention is None:
                index += 1
                continue
            before = tokens[index - 1].low if index else ""
            if (
                before in {"de", "d'"}
                and tokens[index].low in _QUANTITIES
                and (index < 2 or tokens[index - 2].kind == "mark")
            ):
                pass  # « De nombreux habitants … »
            elif tokens[index].low in {"du", "des"} and found and found[-1].last == index:
                mention = replace(mention, preposition="de")
            elif before in self._prepositions:
                mention = replace(mention, preposition=before)
            elif before in {"la", "l'"} and index > 1 and tokens[index - 2].low in self._prepositions:
                mention = replace(mention, preposition=tokens[index - 2].low)
            mention = self._kind_before(tokens, mention, source)
            found.append(self._with_alias(tokens, self._to_acronym(tokens, mention, source)))
            index = found[-1].last
        return found

    def mention(self, tokens: Sequence[Token], index: int, source: str) -> Mention | None:
        """Return the mention that begins exactly at ``index``, or None."""
        found = self._mention(tokens, index, source)
        if found is None or self.language == "fr" or found.last + 1 >= len(tokens):
            return found
        found = self._named_body(tokens, found, source)
        if found.last >= len(tokens):
            return found
        if tokens[found.last].low not in {"'s", "’s", "'", "’"}:
            return found
        # “Acme’s chief executive, Jane Doe”: the owner is part of the description.
        if self._full_name(tokens, found.last + 1) and found.sort in {"name", "institution", "place"}:
            star = self._named(tokens, found.last + 1, found.last + 1, source, definite=True)
            if star is not None and star.sort == "person":
                text = worded(tokens, index, star.last, source)
                return replace(star, first=index, text=text)  # “Acme’s Ann Lee”
        owned = self._english_phrase(tokens, index, found.last + 1, found.last + 1, source, True, True)
        if (
            owned is None
            or owned.sort not in {"person", "role", "institution", "document"}
            or owned.head == ""
        ):
            return found
        if owned.sort == "document" and found.sort in {"person", "name"}:
            text = worded(tokens, index, owned.last, source)
            return replace(found, last=owned.last, text=text)  # “Mr Lee’s statement said”: Mr Lee did
        owner = source[tokens[index].start : tokens[found.last + 1].start]
        if tokens[index].low in self.words.determiners:
            owner = source[tokens[index + 1].start : tokens[found.last + 1].start]
        return replace(owned, noun=owner + (owned.noun or ""))

    def _kind_before(self, tokens: Sequence[Token], mention: Mention, source: str) -> Mention:
        """Take the kind that stands before a name without an article: *at drugs firm | Acme*."""
        at = mention.first - 1
        bare = mention.name is not None and mention.noun is None and not mention.titled
        if (
            self.language == "fr"
            or at < 1
            or not bare
            or mention.sort not in {"name", "person", "institution"}
        ):
            return mention
        kind = tokens[at].low
        plain = tokens[at].kind == "word" and not tokens[at].capital
        if (
            not plain
            or kind not in self.words.institutions | TRADES
            or self._full_name(tokens, mention.first)
        ):
            return mention
        first = at - (tokens[at - 1].kind == "word" and tokens[at - 1].low not in self._closed)
        noun = source[tokens[first].start : tokens[at].end]
        return replace(mention, sort="institution", noun=noun, head=kind, gender=None)

    def _named_body(self, tokens: Sequence[Token], found: Mention, source: str) -> Mention:
        """Read on where a place or a body only describes: *US insurer Acme*, *the World Bank report*."""
        if found.sort not in {"place", "name", "institution"}:
            return found
        sort: Sort = "institution"
        beside = found.name is None and found.head in self.words.institutions | TRADES
        if beside and not found.plural and self._capital_at(tokens, found.last):
            named = self._named(tokens, found.last, found.last, source, definite=True)
            day = tokens[found.last].low in self.words.days | self.words.months
            if named is not None and named.sort in {"name", "institution", "person"} and not day:
                text = worded(tokens, found.first, named.last, source)  # “Telecoms supplier Acme”
                return replace(
                    named,
                    first=found.first,
                    sort=sort,
                    noun=found.noun,
                    head=found.head,
                    text=text,
                    gender=None,
                )
        at = found.last
        while at < len(tokens) and at - found.last < 4 and tokens[at].kind == "word":
            low = self._singular(tokens[at].low)
            person = self._people(low) and low not in TRADES
            if person and found.sort in {"institution", "name"} and self._capital_at(tokens, at + 1):
                first = at + 1 + (tokens[at + 1].low in self.words.titles)
                named = self._named(tokens, first, first, source, definite=True)
                if named is None or named.sort not in {"person", "name"}:
                    return found
                noun = source[tokens[found.first].start : tokens[at].end]
                text = worded(tokens, found.first, named.last, source)
                sort = "person"  # “Bank of Japan chief Ken Tanaka”
                return replace(named, first=found.first, sort=sort, noun=noun, head=low, text=text)
            plain = self._noun_like(tokens, at) and not tokens[at].low.endswith("s")
            both = self._capital_at(tokens, at + 1) and self._capital_at(tokens, at + 2)
            if plain and found.sort == "name" and at == found.last and both:
                star = self._named(tokens, at + 1, at + 1, source, definite=True)
                if star is not None and star.sort == "person":
                    text = worded(tokens, found.first, star.last, source)
                    return replace(star, first=found.first, text=text)  # “Aviator star Alan Alda”
            if tokens[at].capital or person or tokens[at].low in self._closed | {"'s", "’s"}:
                return found
            kind = low in self.words.institutions or low in TRADES
            if kind and found.name is not None and self._capital_at(tokens, at + 1):
                named = self._named(tokens, at + 1, at + 1, source, definite=True)
                if named is None or named.sort not in {"institution", "name", "person"}:
                    return found
                noun = source[tokens[found.first].start : tokens[at].end]
                text = worded(tokens, found.first, named.last, source)
                return replace(
                    named, first=found.first, sort=sort, noun=noun, head=low, text=text, gender=None
                )
            if kind and found.name is not None and (found.sort == "place" or at > found.last):
                text = worded(tokens, found.first, at + 1, source)  # “A New York appeals court”
                noun = f"{found.name} {source[tokens[found.last].start : tokens[at].end]}"
                court = replace(found, last=at + 1, sort="institution", name=None, code=None, noun=noun)
                return replace(court, head=low, text=text, plural=low != tokens[at].low)
            single = low == tokens[at].low
            if single and low in self.words.documents and at == found.last and found.sort == "institution":
                text = worded(tokens, found.first, at + 1, source)
                noun = f"{found.name or found.noun} {tokens[at].text}"
                document = replace(found, last=at + 1, sort="document", name=None, noun=noun, head=low)
                return replace(document, text=text)
            at += 1
        return found

    def _mention(self, tokens: Sequence[Token], index: int, source: str) -> Mention | None:
        if index >= len(tokens) or tokens[index].kind not in {"word", "number"}:
            return None
        token = tokens[index]
        if token.low in {"'s", "’s"}:
            return None
        if self.language == "en" and [t.low for t in tokens[index : index + 3]] == ["a", "number", "of"]:
            several = self.mention(tokens, index + 3, source)
            if several is not None and several.plural and several.sort != "pronoun":
                text = worded(tokens, index, several.last, source)
                return replace(several, first=index, text=text, definite=False)
        share = index + (token.low in {"a", "one", "the"})
        pair = [item.low for item in tokens[share : share + 2]]
        if self.language == "en" and pair[1:] == ["of"] and pair[0] in _SHARES:
            several = self.mention(tokens, share + 2, source)
            if several is not None and several.plural and several.sort == "role":
                text = worded(tokens, index, several.last, source)
                return replace(several, first=index, text=text, noun=text, definite=False)
        several_of = [item.low for item in tokens[index + 1 : index + 3]]
        counted = token.low in {"nombre", "beaucoup"} and several_of[:1] in (["de"], ["d'"])
        if self.language == "fr" and counted and self._people(self._singular(several_of[-1])):
            end = self._complements(tokens, index + 3, person=False)[0]
            text = worded(tokens, index, end, source)
            head = self._singular(several_of[-1])
            return Mention(index, end, "role", text, head=head, noun=text, plural=True, definite=False)
        if token.low in {"celui", "celle"}:
            return self._that_one(tokens, index, source)
        if token.low in self.words.pronouns and not self._acronym(token):
            return self._pronoun_named(tokens, index, source) or self._pronoun(tokens, index)
        behind = " ".join(item.low for item in tokens[index + 1 : index + 3]).split(" ")
        partitive = behind[0] == "des" or (behind[0] == "de" and behind[-1] in self.words.possessives)
        if token.low == "l'" and behind[0] in {"un", "une"} and len(behind) > 1 and behind[1] in _OF:
            return None  # read from « un » on
        if token.low == "one" or (token.low in {"un", "une"} and index and tokens[index - 1].low == "l'"):
            partitive = True
        if partitive and token.low in {"un", "une", "one"}:
            one = self._one_of(tokens, index, source)
            if one is not None:
                return one
        if self._pointer(tokens, index):
            return self._pointing(tokens, index, source)
        if token.low in self.words.titles and self._capital_at(tokens, index + 1):
            return self._with_apposition(tokens, self._titled(tokens, index, source), source)
        if (
            token.capital
            and not (index == 0 and self._plain_start(tokens))
            and not self._only_closed(tokens, index)
        ):
            named = self._named(tokens, index, index, source, definite=True)
            if named is not None:
                return self._with_apposition(tokens, named, source)
        return self._noun_phrase(tokens, index, source)

    def _pronoun(self, tokens: Sequence[Token], index: int) -> Mention:
        low = tokens[index].low
        gender: Gender | None = "f" if low in _FEMININE else "m" if low in _MASCULINE else None
        return Mention(
            index, index + 1, "pronoun", tokens[index].text, head=low, gender=gender, plural=low in _PLURALS
        )

    def _pronoun_named(self, tokens: Sequence[Token], index: int, source: str) -> Mention | None:
        """Read *Celui-ci, Paul Roux, a répondu*."""
        if tokens[index].low not in {"celui-ci", "celle-ci"} or index + 1 >= len(tokens):
            return None
        if tokens[index + 1].low != ",":
            return None
        named = self._called(
            tokens, index, index + 1, source, "f" if tokens[index].low == "celle-ci" else "m"
        )
        closed = named is not None and named.last < len(tokens) and tokens[named.last].low == ","
        return named if closed else None

    def _that_one(self, tokens: Sequence[Token], index: int, source: str) -> Mention | None:
        """Read *celui de Lyon, Paul Roux*, whatever he is."""
        link = tokens[index + 1].low if index + 1 < len(tokens) else ""
        marks = (i for i in range(index + 2, min(index + 8, len(tokens))) if tokens[i].kind != "word")
        comma = next(marks, 0)
        if link not in {"de", "du", "des", "d'"} or not comma or tokens[comma].low != ",":
            return None
        return self._called(tokens, index, comma, source, "f" if tokens[index].low == "celle" else "m")

    def _called(
        self, tokens: Sequence[Token], index: int, comma: int, source: str, gender: Gender | None
    ) -> Mention | None:
        """Return the one of whom the name stands behind ``comma``."""
        named = self._apposed_name(tokens, comma + 1, source)
        if named is None:
            return None
        first, end = named
        name, text = source[tokens[first].start : tokens[end - 1].end], worded(tokens, index, end, source)
        return Mention(index, end, "person", text, name=name, gender=gender)

    def _pointer(self, tokens: Sequence[Token], index: int) -> bool:
        pair = " ".join(token.low for token in tokens[index : index + 2])
        return pair in _POINTERS[self.language]

    def _pointing(self, tokens: Sequence[Token], index: int, source: str) -> Mention:
        pair = " ".join(token.low for token in tokens[index : index + 2])
        gender = _POINTERS[self.language][pair]
        if gender and index + 2 < len(tokens) and tokens[index + 2].low == "," and not pair.endswith("s"):
            named = self._called(tokens, index, index + 2, source, gender)
            if named is not None:
                return named  # « s’est justifié ce dernier, Paul Roux »
        text = worded(tokens, index, index + 2, source)
        plural = pair.endswith("s") and self.language == "fr"
        return Mention(index, index + 2, "pronoun", text, head=pair, gender=gender, plural=plural)

    def _one_of(self, tokens: Sequence[Token], index: int, source: str) -> Mention | None:
        """Read *l’un des témoins*, *l’une d’elles*, "one of the officials"."""
        link = tokens[index + 1].low if index + 1 < len(tokens) else ""
        if link not in {"des", "d'", "de", "of"}:
            return None
        at = index + (1 if link == "des" else 2)
        them = at < len(tokens) and tokens[at].low == "eux"
        inner = self._pronoun(tokens, at) if them else self.mention(tokens, at, source)
        if inner is None:
            return None
        if inner.sort == "person" and inner.name and "," in inner.text and inner.text.endswith(inner.name):
            return replace(inner, first=index)  # « un de ses porte-parole, X, »
        if inner.sort == "pronoun" and inner.last < len(tokens) and tokens[inner.last].low == ",":
            named = self._called(
                tokens, index, inner.last, source, "f" if tokens[index].low == "une" else None
            )
            if named is not None:
                return named  # « l’un d’eux, Paul Roux »
        start = index - (tokens[index].low != "one" and index > 0 and tokens[index - 1].low == "l'")
        noun = source[tokens[start].start : tokens[inner.last - 1].end]
        gender: Gender | None = "f" if tokens[index].low == "une" else inner.gender
        sort: Sort = "other" if inner.sort == "pronoun" else inner.sort if inner.sort != "person" else "role"
        return Mention(
            index, inner.last, sort, noun, noun=noun, head=inner.head, gender=gender, definite=False
        )
