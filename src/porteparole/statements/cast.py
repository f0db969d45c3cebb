"""The cast of an article: each person and institution once, under one name, whatever it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from porteparole.statements.descriptions import Descriptions
from porteparole.statements.member import Member, Recent
from porteparole.statements.mention import Mention
from porteparole.statements.phrases import ORDINALS
from porteparole.statements.register import capitalised
from porteparole.statements.words import given_names, key_of

_OF_A_TOWN = re.compile(r"^.{3,}(?:ais|aise|ois|oise|ien|ienne|éen|éenne|een|eenne)$")
_ARTICLES = frozenset({"Le", "La", "Les", "L'"})


class Cast(Descriptions):
    """Who appears in an article; filled in one pass, asked in the next."""

    def gather(self, mentions: Iterable[Mention]) -> None:
        """Take note of full names and their roles, so that a surname that comes first is known."""
        for mention in mentions:
            article, _, rest = (mention.name or "").replace("’", "'").replace("'", "' ").partition(" ")
            if article in _ARTICLES and mention.first > 0 and mention.name is not None:
                self._articled.setdefault(key_of(rest), mention.name)
            if mention.sort == "person" and mention.name and len(mention.name.split()) > 1:
                self._person(mention)

    def in_full(self, mention: Mention) -> Mention | None:
        """Return a person mentioned by surname as named in full; None for who is no person of the cast."""
        name = mention.name or ""
        if mention.sort == "person" and " " in name:
            return mention
        key = key_of(name)
        people = [m for m in self.members if m.sort == "person" and key_of(m.name).endswith(f" {key}")]
        if len(people) != 1 or mention.preposition not in {"", "pour", "selon"}:
            return None
        return replace(mention, sort="person", name=people[0].name, gender=people[0].gender)

    def identify(self, pairs: Iterable[tuple[Mention, Mention]]) -> None:
        """Take note of who is said to be what: *Le vice-président sera X*."""
        for role, person in pairs:
            self._person(replace(person, noun=role.noun, head=role.head))

    def resolve(self, mention: Mention, recent: Recent) -> Member | None:
        """Return the member that ``mention`` means, made if it is new; None where it cannot be told.

        Args:
            mention: anything but an empty one.
            recent: who was spoken of last.
        """
        if mention.name is not None and mention.sort in {"name", "institution"}:
            mention = replace(mention, name=self._articled.get(key_of(mention.name), mention.name))
        member = self._resolve(mention, recent)
        if member is not None and mention.sort != "pronoun" and mention.text not in member.mentions:
            member.mentions.append(mention.text)
        if member is not None and mention.alias is not None and mention.sort not in {"role", "person"}:
            self._by_key.setdefault(key_of(mention.alias), member)
        return member

    def _resolve(self, mention: Mention, recent: Recent) -> Member | None:
        if mention.sort == "pronoun":
            return self._pronoun(mention, recent)
        if mention.parts:
            return self._several(mention, recent)
        if mention.sort == "place" and mention.code is not None:
            return self._government(mention)
        if mention.sort == "institution" and mention.code is not None:
            return self._government(mention)
        native = self._native(mention, recent)
        if native is not None:
            return native
        known = self._by_key.get(key_of(mention.name)) if mention.name else None
        if known is not None and mention.sort in {"name", "institution"}:
            if mention.sort == "institution" and known.sort == "name" and mention.noun:
                known.sort = "institution"  # “Acme”, then “the Dutch firm Acme”
            self._add_role(known, mention)
            return known
        if mention.name is not None and mention.name.isupper():
            member = self._acronym(mention.name)
            if member is not None:
                return member
        if self._language == "fr" and mention.head in ORDINALS and mention.noun == mention.head:
            return self._one_of_two(mention, recent)
        if mention.name is not None:
            if mention.sort in {"person", "name"}:
                return self._person(mention, recent)
            return self._institution(mention, mention.name)
        return self._described(mention, recent)

    def _native(self, mention: Mention, recent: Recent) -> Member | None:
        """Return whom *le Jamaïcain*, “the American” means: the person spoken of last."""
        article = mention.text.replace("’", "'").replace("'", "' ").split()[0].lower()
        key = key_of(mention.name or "")
        if mention.sort != "name" or article not in {"le", "la", "l'", "the"} or " " in key:
            return None
        if key not in self._places.demonyms and not (_OF_A_TOWN.search(key) and article != "the"):
            return None
        gender = "f" if article == "la" else "m" if article == "le" else None
        spoken_of = (*reversed(recent.leading), *reversed(recent.named))
        people = (m for m in spoken_of if m.sort == "person" and not m.plural)
        return next((m for m in people if gender is None or m.gender in {None, gender}), None)

    def _one_of_two(self, mention: Mention, recent: Recent) -> Member | None:
        """Return whom *le premier*, *la seconde* means of the two people named last."""
        two = recent.named[-2:]
        if len(two) < 2 or any(m.sort != "person" for m in two):
            return None
        one = two[0] if mention.head.startswith("premi") else two[1]
        return one if one.gender in {None, mention.gender} else None

    def _several(self, mention: Mention, recent: Recent) -> Member:
        """Return the member that *A, B et C* are together."""
        names: list[str] = []
        for part in mention.parts:
            member = self.resolve(part, recent)
            shown = part.name or part.noun or part.text
            if member is not None and (part.name is not None or member.sort == "person"):
                shown = member.name
            names.append(shown)
        link = "et" if self._language == "fr" else "and"
        name = capitalised(f"{', '.join(names[:-1])} {link} {names[-1]}")
        women = all(part.gender == "f" for part in mention.parts)
        member = self._institution(replace(mention, parts=(), gender="f" if women else None), name)
        member.plural = True
        return member

    def _pronoun(self, mention: Mention, recent: Recent) -> Member | None:
        if " " in mention.head:  # « ce dernier », "the latter": whoever was named last
            near = [m for m in reversed(recent.named[-4:]) if self.may_be(mention, m)]
            people = [m for m in near if m.sort == "person"]
            return (people or near or [None])[0]
        if mention.head in {"celui-ci", "celle-ci"}:
            last = next((m for m in reversed(recent.named[-3:]) if self.may_be(mention, m)), None)
            if last is not None and last.sort == "person" and last.gender in {None, mention.gender}:
                return last
        leading = next((m for m in reversed(recent.leading) if self.may_be(mention, m)), None)
        passing = next((m for m in reversed(recent.passing) if self.may_be(mention, m)), None)
        if leading is None and passing is None and mention.head == "it":
            # “Shares in Dalton Group fell after it said …”
            met = [m for m in recent.named if self._is_body(m) and self.may_be(mention, m)]
            return met[0] if len(met) == 1 else None
        if leading is None:
            return passing
        if mention.gender and leading.gender is None and leading is not recent.spoke:
            known = [m for m in recent.leading[-3:] if m.gender == mention.gender and self.may_be(mention, m)]
            leading = next((m for m in reversed(known) if m.sort == "person"), leading)
        if leading.sort in {"name", "place"} and leading.gender is None:
            near = (
                m for m in reversed(recent.leading[-3:]) if m.sort == "person" and self.may_be(mention, m)
            )
            leading = next(near, leading)
        if (
            leading.sort not in {"person", "role", "name"}
            and passing is not None
            and recent.later(passing, leading)
        ):
            return None  # the institution, or the person named after it: the text does not tell
        return leading

    def may_be(self, mention: Mention, member: Member) -> bool:
        """Say whether a pronoun could stand for ``member``."""
        human = member.sort in {"person", "role", "name"}
        if self._language == "fr" and mention.plural != member.plural:
            return False
        if self._language == "en":
            if mention.head in {"he", "she", "him", "her"} and (not human or member.plural):
                return False
            if mention.head == "it" and (member.plural or member.sort == "place"):
                return False
            if mention.head == "it" and human and not self._may_be_firm(member):
                return False
            if mention.head in {"he", "she"} and member.sort == "name" and member.plural:
                return False
            if mention.plural and member.sort == "person":
                return False
        return not (mention.gender and member.gender and mention.gender != member.gender)

    def _may_be_firm(self, member: Member) -> bool:
        """Say whether a bare name could be a firm’s: *Sony*, but not *Mr Sony* nor *Ann*."""
        titled = any(text.split()[0].lower() in self._words.titles for text in member.mentions)
        plain = member.sort == "name" and member.gender is None and not member.roles and not titled
        return plain and key_of(member.name) not in given_names()
