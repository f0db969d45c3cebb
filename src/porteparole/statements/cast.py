"""The cast of an article: each person and institution once, under one name, whatever it is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from porteparole.language import Language
from porteparole.statements.member import Member, Recent
from porteparole.statements.mention import Mention, Sort
from porteparole.statements.names import COMPANY_WORDS
from porteparole.statements.words import key_of, places, words

# Bodies that a text names once and then calls by what they are.
_BODIES = frozenset(
    "groupe entreprise société firme compagnie constructeur géant agence ong association organisation "
    "fabricant éditeur opérateur start-up startup plateforme enseigne avionneur banque site journal "
    "quotidien hebdomadaire magazine chaîne group company firm giant agency ngo organization charity "
    "maker publisher operator platform bank website newspaper channel broadcaster carmaker automaker "
    "parti syndicat mouvement fédération confédération institut organisme fondation party federation "
    "institute foundation "
    "corporation network studio label "
    "carrier airline insurer retailer lender manufacturer brewer broadcaster conglomerate utility drugmaker "
    "chipmaker supermarket regulator watchdog assureur distributeur brasseur équipementier transporteur "
    "exploitant régulateur".split()
)


# Nouns that fit whoever was spoken of: « l’universitaire », "the executive".
_GENERAL = frozenset(
    "universitaire scientifique chercheur chercheuse élu élue responsable dirigeant dirigeante "
    "spécialiste expert experte parlementaire quinquagénaire quadragénaire trentenaire sexagénaire "
    "septuagénaire octogénaire sportif sportive champion championne artiste homme femme leader intéressé "
    "intéressée candidat candidate politicien politicienne militant militante syndicaliste executive "
    "researcher academic scientist politician lawmaker official man woman veteran".split()
)


# What somebody is a candidate of may be told as well.
_CANDIDATES = frozenset({"candidat", "candidate"})
# Whom news calls so without having said that they are it.
_RULERS = frozenset(
    "président présidente pape roi reine souverain souveraine chancelier chancelière president pope king "
    "queen chancellor premier".split()
)
_OFFICES = {"chef de l'etat": "président", "chef du gouvernement": "premier ministre"}
_ARTICLES = frozenset({"Le", "La", "Les", "L'"})
# Nouns for the same office of one body.
_SAME_OFFICE: dict[str, set[str]] = {
    "pdg": {"président", "présidente", "patron", "patronne"},
    "patron": {"président", "pdg", "dirigeant"},
    "patronne": {"présidente", "pdg", "dirigeante"},
    "président": {"pdg", "patron"},
    "présidente": {"pdg", "patronne"},
    "boss": {"chief", "executive", "ceo", "chairman", "head"},
    "ceo": {"executive", "boss", "chief"},
}


class Cast:
    """Who appears in an article; filled in one pass, asked in the next."""

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
        known = self._by_key.get(key_of(mention.name)) if mention.name else None
        if known is not None and mention.sort in {"name", "institution"}:
            self._add_role(known, mention)
            return known
        if mention.name is not None and mention.name.isupper():
            member = self._acronym(mention.name)
            if member is not None:
                return member
        if mention.name is not None:
            if mention.sort in {"person", "name"}:
                return self._person(mention, recent)
            return self._institution(mention, mention.name)
        return self._described(mention, recent)

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
        name = f"{', '.join(names[:-1])} {link} {names[-1]}"
        member = self._institution(replace(mention, parts=()), name)
        member.plural = True
        return member

    # People

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
        return member

    def _same_person(
        self, key: str, parts: list[str], mention: Mention, recent: Recent | None
    ) -> Member | None:
        found: list[Member] = []
        for member in self.members:
            known = key_of(member.name)
            firm = mention.sort == "name" and len(parts) == 1 and self._is_body(member.name)
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

    # Institutions and governments

    def _government(self, mention: Mention) -> Member:
        code = mention.code
        worded = mention.name if mention.name and key_of(mention.name) in self._places.names else None
        for member in self.members:
            if member.code == code:
                if worded and member.sort == "place" and key_of(member.name) not in self._worded:
                    member.name = worded
                    self._worded.add(key_of(worded))
                if mention.sort == "institution" and mention.noun and member.sort == "place":
                    member.name = _capital(mention.noun)
                    member.sort = "institution"
                return member
        own = worded or self._places.own.get(code or "", mention.text)
        if worded:
            self._worded.add(key_of(worded))
        name = _capital(mention.noun) if mention.noun and mention.sort == "institution" else own
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

    # Descriptions

    def _described(self, mention: Mention, recent: Recent) -> Member | None:
        noun = mention.noun or mention.text
        key = key_of(noun)
        office = _OFFICES.get(" ".join(word for word in key.split() if word not in self._places.demonyms))
        if office is not None and mention.definite:
            mention = replace(mention, head=office.split()[-1], noun=office)
        known = self._by_key.get(key)
        if mention.definite and not mention.plural:
            fitting = [member for member in self.members if self._fits(member, mention)]
            if fitting:
                for member in reversed(recent.leading):
                    if any(member is other for other in fitting):
                        return member
                if len(fitting) == 1:
                    return fitting[0]
        if mention.definite and not mention.plural and mention.sort == "institution":
            again = self._said_again(mention, recent)
            if again is not None:
                return again
        if known is not None and mention.definite:
            return known
        if (
            mention.definite
            and not mention.plural
            and (mention.head in _GENERAL or mention.head.endswith("-year-old"))
            and (
                mention.head in _CANDIDATES
                or all(word in self._places.demonyms for word in _content(noun) - {key_of(mention.head)})
            )
        ):
            person = next((m for m in reversed(recent.leading) if m.sort == "person"), None)
            if mention.head in _CANDIDATES and self.topic is not None:
                person = self.topic
            if person is not None and (mention.gender in {None, person.gender} or person.gender is None):
                return person
        ruling = (mention.noun or "").lower().split("-")[0] in _RULERS or mention.noun in _RULERS
        if known is None and mention.definite and ruling and not mention.plural:
            ruler = recent.leading[-1] if recent.leading else None
            if ruler is None or ruler.sort != "person":
                ruler = self.topic
            fits = ruler is not None and (mention.gender in {None, ruler.gender} or ruler.gender is None)
            if ruler is not None and ruler.sort == "person" and not ruler.roles and fits:
                ruler.heads.add(mention.head)  # « Trump a annoncé … Le président a ajouté … »
                return ruler
        member = Member(_capital(noun), mention.sort, mention.gender, mention.plural)
        member.heads.add(mention.head)
        return self._add(member, key if mention.definite else f"{key}#{len(self.members)}")

    def _said_again(self, mention: Mention, recent: Recent) -> Member | None:
        """Return the body that *le groupe*, *l’ONG*, "the company" points back to: the last one spoken of."""
        if mention.head not in _BODIES or not self._is_epithet(mention):
            return None
        for member in reversed(recent.leading):
            named = member.sort == "institution" and bool(member.roles or _is_name(member.name))
            if (named or member.sort == "name") and not member.plural and member.code is None:
                return member
        # Nobody of the kind was a subject: the body named in passing, where it is the only one.
        met = [
            m for m in recent.named if m.sort == "institution" and m.code is None and self._is_body(m.name)
        ]
        return met[0] if len(met) == 1 and not met[0].plural else None

    def _is_body(self, name: str) -> bool:
        """Say whether a name shows that it is a body’s: *IBM*, *Multiplex Group*, *Marsh & McLennan*."""
        kinds = self._words.institutions | self._words.institution_names | COMPANY_WORDS
        return name.isupper() or (_is_name(name) and any(word.lower() in kinds for word in name.split()))

    def _is_epithet(self, mention: Mention) -> bool:
        """Say whether nothing but adjectives is added: *l’agence spatiale*, "the world's biggest insurer"."""
        noun = (mention.noun or "").replace("’", "'")
        added = [word for word in noun.split() if key_of(word) != key_of(mention.head)]
        links = {"de", "du", "des", "d'", "of", "for", "in", "at"}
        own = all(word.islower() or key_of(word) in self._places.demonyms for word in added)
        return own and not links & {word.lower() for word in added} and " d'" not in noun

    def _fits(self, member: Member, mention: Mention) -> bool:
        heads = {mention.head} | _SAME_OFFICE.get(mention.head, set())
        if member.plural or not heads & member.heads:
            return False
        if member.gender and mention.gender and member.gender != mention.gender and mention.sort == "role":
            return False
        wanted = _content(mention.noun or "")
        if mention.head not in member.heads:
            # « Guillaume Pepy, président de la SNCF », then « le PDG de la SNCF »
            wanted -= {key_of(mention.head)}
            return bool(wanted) and any(wanted <= _content(role) for role in member.roles)
        if member.sort == "role" and not member.roles and wanted > _content(member.name) and mention.definite:
            # « un porte-parole de la police », then « le porte-parole de la police madrilène »
            return bool(_content(member.name) - {key_of(member.name)})
        if member.sort in {"role", "institution", "document", "other"} and not member.roles:
            return wanted <= _content(member.name)
        return any(wanted <= _content(role) for role in member.roles) or wanted <= {key_of(mention.head)}

    def _pronoun(self, mention: Mention, recent: Recent) -> Member | None:
        if " " in mention.head:  # « ce dernier », "the latter": whoever was named last
            near = [m for m in reversed(recent.named[-4:]) if self.may_be(mention, m)]
            people = [m for m in near if m.sort == "person"]
            return (people or near or [None])[0]
        leading = next((m for m in reversed(recent.leading) if self.may_be(mention, m)), None)
        passing = next((m for m in reversed(recent.passing) if self.may_be(mention, m)), None)
        if leading is None and passing is None and mention.head == "it":
            # “Shares in Dalton Group fell after it said …”
            met = [m for m in recent.named if self._is_body(m.name) and self.may_be(mention, m)]
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
            if mention.head == "it" and (human or member.plural or member.sort == "place"):
                return False
            if mention.head in {"he", "she"} and member.sort == "name" and member.plural:
                return False
            if mention.plural and member.sort == "person":
                return False
        return not (mention.gender and member.gender and mention.gender != member.gender)

    def _add(self, member: Member, key: str) -> Member:
        self.members.append(member)
        self._by_key.setdefault(key, member)
        return member


def _is_name(name: str) -> bool:
    """Say whether it is all capitals or several words that each begin with one."""
    parts = name.split()
    return name.isupper() or (len(parts) > 1 and all(part[0].isupper() for part in parts if len(part) > 3))


def _content(noun: str) -> set[str]:
    return {word for word in key_of(noun).replace("'", " ").split() if len(word) > 3}


def _initials(name: str) -> str:
    words_here = name.replace("-", " ").replace("'", " ").replace("’", " ").split()
    return "".join(word[0].upper() for word in words_here if len(word) > 3 or word[:1].isupper())


def _capital(noun: str) -> str:
    return noun[:1].upper() + noun[1:]
