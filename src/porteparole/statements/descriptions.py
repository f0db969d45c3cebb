"""Whom a description means: *le ministre*, *le groupe*, "the company", where no name is given."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from porteparole.language import Language
from porteparole.statements.member import Member, Recent
from porteparole.statements.mention import Mention
from porteparole.statements.register import Register, capitalised, is_name
from porteparole.statements.words import key_of


@dataclass(frozen=True)
class _Nouns:
    """The nouns of ``data/descriptions.toml``."""

    bodies: frozenset[str]
    authorities: frozenset[str]
    any_body: frozenset[str]
    general: frozenset[str]
    candidates: frozenset[str]
    accused: frozenset[str]
    officers: frozenset[str]
    rulers: frozenset[str]
    countries: frozenset[str]
    public: frozenset[str]
    lesser: frozenset[str]
    rivals: frozenset[str]
    past: frozenset[str]
    offices: dict[str, str]
    same_office: dict[str, frozenset[str]]


@cache
def _nouns() -> _Nouns:
    """Read the nouns (once a process)."""
    path = Path(__file__).parent / "data" / "descriptions.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    offices = table.pop("offices")
    alike = {office: frozenset(text.split()) for office, text in table.pop("same_office").items()}
    classes: dict[str, frozenset[str]] = {name: frozenset(text.split()) for name, text in table.items()}
    return _Nouns(**classes, offices=offices, same_office=alike)


class Descriptions(Register):
    """Finds whom descriptions mean."""

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        self._nouns = _nouns()

    def _described(self, worded: Mention, recent: Recent) -> Member:
        """Return whom a description means, the surest first; somebody new where it points to nobody."""
        mention = self._in_office(worded)
        key = key_of(worded.noun or worded.text)
        known = self._by_key.get(key)
        if mention.head == "source" and "même" in worded.text.lower().split() and recent.spoke is not None:
            return recent.spoke  # « selon la même source »
        return (
            self._land(worded, recent)
            or self._rival(mention, recent)
            or self._concerned(mention, recent)
            or self._of_that_role(mention, recent)
            or self._same_head(mention, recent)
            or self._said_again(mention, recent)
            or (known if mention.definite else None)
            or (self.topic if self._of_title(mention, key) else None)
            or self._pointed_back(mention, recent)
            or self._in_general(mention, worded, recent)
            or (self._ruler(mention, recent) if known is None else None)
            or self._new(mention, worded, key)
        )

    def _new(self, mention: Mention, worded: Mention, key: str) -> Member:
        name = capitalised(worded.noun or worded.text)
        member = Member(name, mention.sort, mention.gender, mention.plural)
        member.heads.add(mention.head)
        return self._add(member, key if mention.definite else f"{key}#{len(self.members)}")

    def _in_office(self, worded: Mention) -> Mention:
        """Read *le chef de l’État* as *le président*."""
        key = key_of(worded.noun or worded.text)
        plain = " ".join(word for word in key.split() if word not in self._places.demonyms)
        office = self._nouns.offices.get(plain)
        if office is None or not worded.definite:
            return worded
        return replace(worded, head=office.split()[-1], noun=office)

    def _land(self, mention: Mention, recent: Recent) -> Member | None:
        """Return the country that *ce pays* means: the one named last."""
        pointing = mention.text.split()[0].lower() in {"ce", "cet", "this"}
        if not pointing or key_of(mention.noun or mention.text) not in self._nouns.countries:
            return None
        return next((m for m in reversed(recent.named) if m.code is not None), None)

    def _of_that_role(self, mention: Mention, recent: Recent) -> Member | None:
        """Return who has the role that the description repeats: the one spoken of last, or the only one."""
        if not mention.definite or mention.plural:
            return None
        fitting = [member for member in self.members if self._fits(member, mention)]
        near = (m for m in reversed(recent.leading) if any(m is other for other in fitting))
        return next(near, fitting[0] if len(fitting) == 1 else None)

    def _in_general(self, mention: Mention, worded: Mention, recent: Recent) -> Member | None:
        """Return whom *l’universitaire*, *le candidat du parti*, "the 40-year-old" means: the last person."""
        noun = worded.noun or worded.text
        if not mention.definite or mention.plural:
            return None
        general = self._nouns.general | self._nouns.accused
        if mention.head not in general and "-year-old" not in noun:
            return None
        candidate = mention.head in self._nouns.candidates
        added = _content(noun) - {key_of(mention.head)} - {key_of(word) for word in self._words.former}
        plain = all(word in self._places.demonyms or word.endswith("-year-old") for word in added)
        if not candidate and not plain:
            return None
        if candidate and self.topic is not None:
            return self.topic if _fits_gender(mention, self.topic) else None
        people = [m for m in (*recent.named, *recent.leading) if m.sort == "person"]
        if mention.head in self._nouns.accused:
            # « le prévenu » is not the judge who questioned him.
            people = [m for m in people if not m.heads & self._nouns.officers]
        elif any(m.sort == "person" for m in recent.leading):
            people = [m for m in recent.leading if m.sort == "person"]
        person = people[-1] if people else None
        return person if person is not None and _fits_gender(mention, person) else None

    def _ruler(self, mention: Mention, recent: Recent) -> Member | None:
        """Return Trump for *le président*, of whom no role was told: *Trump a annoncé … Le président …*."""
        noun = mention.noun or ""
        ruling = noun.lower().split("-")[0] in self._nouns.rulers or noun in self._nouns.rulers
        if not ruling or not mention.definite or mention.plural:
            return None
        ruler = recent.leading[-1] if recent.leading else None
        if ruler is None or ruler.sort != "person":
            ruler = self.topic
        if ruler is None or ruler.sort != "person" or ruler.roles or not _fits_gender(mention, ruler):
            return None
        ruler.heads.add(mention.head)
        return ruler

    def _rival(self, mention: Mention, recent: Recent) -> Member | None:
        """Return whom *sa rivale*, *son adversaire* means: the other person spoken of."""
        own = mention.text.split()[0].lower() in self._words.possessives
        if not own or mention.head not in self._nouns.rivals or mention.plural or not recent.leading:
            return None
        others = [m for m in recent.named if m.sort == "person" and m is not recent.leading[-1]]
        fitting = [m for m in others if _fits_gender(mention, m)]
        return fitting[0] if len(fitting) == 1 else None

    def _concerned(self, mention: Mention, recent: Recent) -> Member | None:
        """Return whom *l’intéressée* means: the person named last."""
        if mention.head not in {"intéressé", "intéressée"} or mention.plural or not mention.definite:
            return None
        people = (m for m in reversed(recent.named) if m.sort == "person")
        return next((m for m in people if m.gender in {None, mention.gender}), None)

    def _pointed_back(self, mention: Mention, recent: Recent) -> Member | None:
        """Return whom “the former minister” means, or *la ministre* where one person alone was spoken of."""
        if mention.sort != "role" or not mention.definite or mention.plural or not recent.leading:
            return None
        last = recent.leading[-1]
        if last.sort != "person" or not _fits_gender(mention, last) or last.plural:
            return None
        opening = mention.text.replace("’", "'").replace("'", "' ").lower().split()
        if len(opening) > 2 and opening[1] in self._words.former and opening[1] in self._nouns.past:
            return last
        if opening[0] in {"ce", "cet", "cette"} and len(last.name.split()) > 1:
            return last  # « Martine Roux a gagné. Cette comptable de Lyon … »
        people = [m for m in (*recent.leading, *recent.passing) if m.sort == "person"]
        alone = all(m is last for m in people) and not last.roles and mention.head in self._nouns.public
        if alone:
            last.heads.add(mention.head)
            return last
        return None

    def _same_head(self, mention: Mention, recent: Recent) -> Member | None:
        """Return the senator that “the Democrat senator” means: the only one, spoken of just before."""
        if not mention.definite or mention.plural:
            return None
        alike = [m for m in self.members if mention.head in m.heads and m.sort == "person" and m.roles]
        added = _content(mention.noun or "") - {key_of(mention.head)}
        own = (mention.noun or "").replace("’", "'").replace("'", "' ").split()
        linked = {"of", "for", "in", "at", "de", "du", "des", "d'", "à", "au", "chargé"} & {
            w.lower() for w in own
        }
        if len(alike) != 1 or linked or not added or added & self._places.demonyms.keys():
            return None
        near = any(m is alike[0] for m in recent.leading[-2:])
        fits = _fits_gender(mention, alike[0])
        return alike[0] if near and fits and mention.sort == "role" else None

    def _of_title(self, mention: Mention, key: str) -> bool:
        """Say whether a bare office, nobody’s else, is that of whom the title is about: *le ministre*."""
        topic = self.topic
        plain = mention.sort == "role" and mention.definite and not mention.plural
        if topic is None or topic.sort != "person" or not plain or key != key_of(mention.head):
            return False
        others = any(member is not topic and mention.head in member.heads for member in self.members)
        fits = _fits_gender(mention, topic)
        return mention.head in self._nouns.public and not topic.roles and not others and fits

    def _said_again(self, mention: Mention, recent: Recent) -> Member | None:
        """Return the body that *le groupe*, *l’ONG*, "the company" points back to: the last one spoken of."""
        single = mention.sort == "institution" and mention.definite and not mention.plural
        if not single or mention.head not in self._nouns.bodies or not self._is_epithet(mention):
            return None
        if mention.text.split()[0].lower() in self._words.possessives:
            return None  # « leur association » is another than the one spoken of
        short = capitalised(mention.head) in (mention.noun or "").split()
        here = [m for m in recent.here if self._is_body(m) and not m.plural and m.code is None]
        if len(here) == 1 and not short:
            return here[0]  # “Shares in Acme rose after the firm said …”
        for member in reversed(recent.leading):
            named = member.sort == "institution" and bool(member.roles or is_name(member.name))
            own = not short or key_of(mention.head) in key_of(member.name).split()
            added = len((mention.noun or "").split()) > 1
            if added and member.heads and mention.head not in member.heads | self._nouns.any_body:
                continue  # « l’institut météorologique » is not the firm spoken of
            odd = any(char.isdigit() for char in member.name) or self._is_authority(member, mention)
            if odd or key_of(member.name).removesuffix("s") in self._places.demonyms:
                continue
            if (named or member.sort == "name") and not member.plural and member.code is None and own:
                return member  # “the bank” may be any, “the Bank” is one of that name
        if short:
            return None
        # Nobody of the kind was a subject: the body named in passing, where it is the only one.
        met = [m for m in recent.named if m.code is None and self._is_body(m)]
        return met[0] if len(met) == 1 and not met[0].plural else None

    def _is_authority(self, member: Member, mention: Mention) -> bool:
        """Say whether a body is the prosecution, a ministry: never *l’institut*, *l’entreprise*."""
        kind = key_of(member.name).split()[0]
        return kind in self._nouns.authorities and mention.head not in {"organisation", "agence", "agency"}

    def _is_epithet(self, mention: Mention) -> bool:
        """Say whether nothing but adjectives is added: *l’agence spatiale*, "the world's biggest insurer"."""
        noun = (mention.noun or "").replace("’", "'")
        added = [word for word in noun.split() if key_of(word) != key_of(mention.head)]
        links = {"de", "du", "des", "d'", "of", "for", "in", "at"}
        if any("." in word for word in added):
            return False  # « le site radars-auto.com »
        own = all(word.islower() or key_of(word) in self._places.demonyms for word in added)
        return own and not links & {word.lower() for word in added} and " d'" not in noun

    def _fits(self, member: Member, mention: Mention) -> bool:
        heads = {mention.head} | self._nouns.same_office.get(mention.head, frozenset[str]())
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
        own = [role for role in member.roles if not (_content(role) & self._nouns.lesser) - wanted]
        return any(wanted <= _content(role) for role in own) or wanted <= {key_of(mention.head)}


def _content(noun: str) -> set[str]:
    return {word for word in key_of(noun).replace("'", " ").split() if len(word) > 3}


def _fits_gender(mention: Mention, person: Member) -> bool:
    return mention.gender in {None, person.gender} or person.gender is None
