"""Whom a description means: *le ministre*, *le groupe*, "the company", where no name is given."""

from __future__ import annotations

from dataclasses import replace

from porteparole.statements.member import Member, Recent
from porteparole.statements.mention import Mention
from porteparole.statements.register import Register, capitalised, is_name
from porteparole.statements.words import key_of

# Bodies that a text names once and then calls by what they are.
_BODIES = frozenset(
    "groupe entreprise société firme compagnie constructeur géant agence ong association organisation "
    "fabricant éditeur opérateur start-up startup plateforme enseigne avionneur banque site journal "
    "quotidien hebdomadaire magazine chaîne group company firm giant agency ngo organization charity "
    "maker publisher operator platform bank website newspaper channel broadcaster carmaker automaker "
    "parti syndicat mouvement fédération confédération institut organisme fondation party federation "
    "institute foundation body "
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
    "researcher academic scientist politician lawmaker official man woman veteran "
    # Trades of sport and of the stage, by which people are named a second time.
    "attaquant attaquante défenseur défenseure gardien gardienne buteur buteuse joueur joueuse footballeur "
    "footballeuse athlète nageur nageuse coureur coureuse skieur skieuse cycliste pilote acteur actrice "
    "comédien comédienne chanteur chanteuse musicien musicienne cinéaste réalisateur réalisatrice écrivain "
    "écrivaine romancier romancière striker midfielder player athlete swimmer runner driver actor actress "
    "singer star musician filmmaker novelist comedian".split()
)


# What somebody is a candidate of may be told as well.
_CANDIDATES = frozenset({"candidat", "candidate"})
# Whom news calls so without having said that they are it.
_RULERS = frozenset(
    "président présidente pape roi reine souverain souveraine chancelier chancelière president pope king "
    "queen chancellor premier".split()
)
_COUNTRIES = frozenset({"pays", "etat", "country", "state", "nation"})
# Offices that a text about somebody need not spell out.
_PUBLIC = frozenset(
    "ministre député députée sénateur sénatrice maire président présidente gouverneur gouverneure "
    "chancelier chancelière minister secretary senator mayor governor chancellor president".split()
)
# Who is one of these is not the other: “the shadow foreign secretary”.
_LESSER = frozenset("shadow deputy vice assistant adjoint adjointe".split())
_RIVALS = frozenset("rival rivale adversaire concurrent concurrente challenger".split())
_PAST = frozenset("former ex ancien ancienne".split())
_OFFICES = {"chef de l'etat": "président", "chef du gouvernement": "premier ministre"}
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


class Descriptions(Register):
    """Finds whom descriptions mean."""

    def _described(self, mention: Mention, recent: Recent) -> Member | None:
        noun = mention.noun or mention.text
        key = key_of(noun)
        office = _OFFICES.get(" ".join(word for word in key.split() if word not in self._places.demonyms))
        if office is not None and mention.definite:
            mention = replace(mention, head=office.split()[-1], noun=office)
        known = self._by_key.get(key)
        if key in _COUNTRIES and mention.text.split()[0].lower() in {"ce", "cet", "this"}:
            place = next((m for m in reversed(recent.named) if m.code is not None), None)
            if place is not None:
                return place
        pointed = self._rival(mention, recent) or self._concerned(mention, recent)
        if pointed is not None:
            return pointed
        if mention.definite and not mention.plural:
            fitting = [member for member in self.members if self._fits(member, mention)]
            if fitting:
                for member in reversed(recent.leading):
                    if any(member is other for other in fitting):
                        return member
                if len(fitting) == 1:
                    return fitting[0]
            epithet = self._same_head(mention, recent)
            if epithet is not None:
                return epithet
        if mention.definite and not mention.plural and mention.sort == "institution":
            again = self._said_again(mention, recent)
            if again is not None:
                return again
        if known is not None and mention.definite:
            return known
        if self._of_title(mention, key):
            return self.topic
        pointed = self._pointed_back(mention, recent)
        if pointed is not None:
            return pointed
        if (
            mention.definite
            and not mention.plural
            and (mention.head in _GENERAL or "-year-old" in noun)
            and (
                mention.head in _CANDIDATES
                or all(
                    word in self._places.demonyms or word.endswith("-year-old")
                    for word in _content(noun) - {key_of(mention.head)}
                )
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
        member = Member(capitalised(noun), mention.sort, mention.gender, mention.plural)
        member.heads.add(mention.head)
        return self._add(member, key if mention.definite else f"{key}#{len(self.members)}")

    def _rival(self, mention: Mention, recent: Recent) -> Member | None:
        """Return whom *sa rivale*, *son adversaire* means: the other person spoken of."""
        own = mention.text.split()[0].lower() in self._words.possessives
        if not own or mention.head not in _RIVALS or mention.plural or not recent.leading:
            return None
        others = [m for m in recent.named if m.sort == "person" and m is not recent.leading[-1]]
        fitting = [m for m in others if mention.gender in {None, m.gender} or m.gender is None]
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
        fits = mention.gender in {None, last.gender} or last.gender is None
        if last.sort != "person" or not fits or last.plural:
            return None
        opening = mention.text.replace("’", "'").replace("'", "' ").lower().split()
        if len(opening) > 2 and opening[1] in self._words.former and opening[1] in _PAST:
            return last
        people = [m for m in (*recent.leading, *recent.passing) if m.sort == "person"]
        alone = all(m is last for m in people) and not last.roles and mention.head in _PUBLIC
        if alone:
            last.heads.add(mention.head)
            return last
        return None

    def _same_head(self, mention: Mention, recent: Recent) -> Member | None:
        """Return the senator that “the Democrat senator” means: the only one, spoken of just before."""
        alike = [m for m in self.members if mention.head in m.heads and m.sort == "person" and m.roles]
        added = _content(mention.noun or "") - {key_of(mention.head)}
        own = (mention.noun or "").replace("’", "'").replace("'", "' ").split()
        linked = {"of", "for", "in", "at", "de", "du", "des", "d'", "à", "au", "chargé"} & {
            w.lower() for w in own
        }
        if len(alike) != 1 or linked or not added or added & self._places.demonyms.keys():
            return None
        near = any(m is alike[0] for m in recent.leading[-2:])
        fits = mention.gender in {None, alike[0].gender} or alike[0].gender is None
        return alike[0] if near and fits and mention.sort == "role" else None

    def _of_title(self, mention: Mention, key: str) -> bool:
        """Say whether a bare office, nobody’s else, is that of whom the title is about: *le ministre*."""
        topic = self.topic
        plain = mention.sort == "role" and mention.definite and not mention.plural
        if topic is None or topic.sort != "person" or not plain or key != key_of(mention.head):
            return False
        others = any(member is not topic and mention.head in member.heads for member in self.members)
        fits = mention.gender in {None, topic.gender} or topic.gender is None
        return mention.head in _PUBLIC and not topic.roles and not others and fits

    def _said_again(self, mention: Mention, recent: Recent) -> Member | None:
        """Return the body that *le groupe*, *l’ONG*, "the company" points back to: the last one spoken of."""
        if mention.head not in _BODIES or not self._is_epithet(mention):
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
            if (named or member.sort == "name") and not member.plural and member.code is None and own:
                return member  # “the bank” may be any, “the Bank” is one of that name
        if short:
            return None
        # Nobody of the kind was a subject: the body named in passing, where it is the only one.
        met = [m for m in recent.named if m.code is None and self._is_body(m)]
        return met[0] if len(met) == 1 and not met[0].plural else None

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
        own = [role for role in member.roles if not (_content(role) & _LESSER) - wanted]
        return any(wanted <= _content(role) for role in own) or wanted <= {key_of(mention.head)}


def _content(noun: str) -> set[str]:
    return {word for word in key_of(noun).replace("'", " ").split() if len(word) > 3}
