"""The register of an article: people, bodies and governments by their names, each once."""

from __future__ import annotations

import re

from porteparole.language import Language
from porteparole.statements.member import Member, Recent
from porteparole.statements.mention import Mention, Sort
from porteparole.statements.names_en import COMPANY_WORDS
from porteparole.statements.words import key_of, places, words


class Register:
    """Knows who is called what."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._words = words(language)
        self._places = places(language)
        self.members: list[Member] = []
        self._by_key: dict[str, Member] = {}
        self._worded: set[str] = set()
        # Whom the title is about.
        self.topic: Member | None = None
        # Names that carry an article within a sentence (« dans Le Figaro »): without it to with it.
        self._articled: dict[str, str] = {}

    def _person(self, mention: Mention, recent: Recent | None = None) -> Member:
        name = mention.name or mention.text
        key = key_of(name)
        parts = key.replace("-", " ").split()
        member = self._by_key.get(key)
        if member is None:
            member = self._same_person(key, parts, mention, recent)
            if member is not None and mention.gender is None and not mention.titled:
                self._by_key[key] = member
        if member is None:
            sort: Sort = "person" if mention.sort == "person" else "name"
            member = self._add(Member(name, sort), key)
        elif mention.sort == "person" and len(key.replace(".", "")) > len(key_of(member.name)):
            member.name = name
            self._by_key[key] = member
        if mention.sort == "person":
            member.sort = "person"
        member.gender = member.gender or mention.gender
        if mention.noun and mention.noun not in member.roles:
            member.roles.append(mention.noun)
            member.heads.add(mention.head)
            if mention.head == "homologue":  # of a minister is a minister
                people = [m for m in self.members if m is not member and m.sort == "person" and m.heads]
                member.heads |= people[-1].heads if people else set[str]()
        return member

    def _same_person(
        self, key: str, parts: list[str], mention: Mention, recent: Recent | None
    ) -> Member | None:
        found: list[Member] = []
        for member in self.members:
            known = key_of(member.name)
            firm = mention.sort == "name" and len(parts) == 1 and self._is_body_name(member.name)
            if firm and member.sort == "institution" and known.startswith(f"{key} "):
                found.append(member)  # “Marsh & McLennan”, then “Marsh”
            if member.sort not in {"person", "name"}:
                continue
            own = known.replace("-", " ").split()
            if mention.gender and member.gender and mention.gender != member.gender:
                continue
            if (
                (
                    len(parts) == len(own)
                    and parts[-1] == own[-1]
                    and parts[0][0] == own[0][0]
                    and "." in parts[0] + own[0]
                )
                or known.endswith(" " + key)
                or key.endswith(" " + known)
                or (len(parts) == 1 and known.startswith(key + " ") and own[0] == parts[0])
                or (len(parts) == 1 and len(own) > 2 and parts[0] in own[1:])
            ):
                found.append(member)
        exact = [member for member in found if key_of(member.name).endswith(" " + key)]
        found = exact or found
        if len(found) > 1 and recent is not None:
            # « Obama » among Barack and Michelle is the one named last.
            near = (*reversed(recent.leading), *reversed(recent.named))
            return next((m for m in near if any(m is other for other in found)), None)
        return found[0] if len(found) == 1 else None

    def _government(self, mention: Mention) -> Member:
        code = mention.code
        worded = mention.name if mention.name and key_of(mention.name) in self._places.names else None
        for member in self.members:
            if member.code == code:
                if worded and member.sort == "place" and key_of(member.name) not in self._worded:
                    member.name = worded
                    self._worded.add(key_of(worded))
                if mention.sort == "institution" and mention.noun and member.sort == "place":
                    member.name = capitalised(mention.noun)
                    member.sort = "institution"
                return member
        own = worded or self._places.own.get(code or "", mention.text)
        if worded:
            self._worded.add(key_of(worded))
        name = capitalised(mention.noun) if mention.noun and mention.sort == "institution" else own
        return self._add(Member(name, mention.sort, mention.gender, mention.plural, code=code), f"#{code}")

    def _institution(self, mention: Mention, name: str) -> Member:
        key = key_of(name)
        member = self._by_key.get(key)
        if member is None:
            member = next(
                (
                    other
                    for other in self.members
                    if other.sort in {"institution", "name"}
                    and key
                    and (
                        key_of(other.name).endswith(" " + key)
                        or f"({key})" in key_of(" ".join(other.mentions))
                    )
                ),
                None,
            )
        if member is None:
            member = self._add(Member(name, "institution", mention.gender), key)
        self._add_role(member, mention)
        return member

    def _add_role(self, member: Member, mention: Mention) -> None:
        if mention.noun and mention.noun not in member.roles and mention.noun != member.name:
            member.roles.append(mention.noun)
            member.heads.add(mention.head)

    def _acronym(self, name: str) -> Member | None:
        """Return the one institution whose initials begin with ``name``."""
        found = [
            member
            for member in self.members
            if member.sort == "institution"
            and len(name) > 1
            and _initials(member.name).startswith(name.replace(".", ""))
        ]
        return found[0] if len(found) == 1 else None

    def _is_body(self, member: Member) -> bool:
        """Say whether it was told what body it is (*drugs firm Acme*), or its name shows that it is one."""
        if member.sort != "institution":
            return False
        return bool(member.roles) or self._is_body_name(member.name)

    def _is_body_name(self, name: str) -> bool:
        """Say whether a name shows that it is a body’s: *IBM*, *Multiplex Group*, *Marsh & McLennan*."""
        kinds = self._words.institutions | self._words.institution_names | COMPANY_WORDS
        return name.isupper() or (is_name(name) and any(word.lower() in kinds for word in name.split()))

    def _add(self, member: Member, key: str) -> Member:
        self.members.append(member)
        self._by_key.setdefault(key, member)
        return member


def is_name(name: str) -> bool:
    """Say whether it is all capitals or several words that each begin with one."""
    parts = name.split()
    return name.isupper() or (len(parts) > 1 and all(part[0].isupper() for part in parts if len(part) > 3))


def _initials(name: str) -> str:
    words_here = name.replace("-", " ").replace("'", " ").replace("’", " ").split()
    return "".join(word[0].upper() for word in words_here if len(word) > 3 or word[:1].isupper())


def capitalised(noun: str) -> str:
    """Return it with a capital first letter, without an acronym in parentheses."""
    noun = re.sub(r" \([^()]*\)", "", noun)
    return noun[:1].upper() + noun[1:]
