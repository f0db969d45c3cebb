"""Noun phrases of both languages: roles, bodies, documents, counted people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from porteparole.statements.bodies import Bodies
from porteparole.statements.cue import NOUN_PRONE
from porteparole.statements.lexicon import is_french_infinitive, is_french_verb
from porteparole.statements.mention import Mention, Sort, worded
from porteparole.statements.naming import WEAK_LINKS
from porteparole.statements.tokens import Token
from porteparole.statements.words import key_of
from porteparole.statements.wordsense import NUMERAL, determined_gender

ORDINALS = frozenset("premier première second seconde".split())
# Things that bear somebody’s name, and never speak.
_NAMED_AFTER = frozenset(
    "loi affaire plan ouragan cyclone tempête typhon décret réforme amendement scandale procès rue avenue "
    "boulevard stade aéroport prix lycée collège école film roman livre album trophée coupe salle théâtre "
    "place quai pont square parc bibliothèque médiathèque gymnase hôpital clinique fusée sonde télescope "
    "navire bateau chalutier porte-avions gare tunnel cité résidence espace centre foyer duo tandem clan "
    "dynastie documentaire chanson pièce équipe liste ticket camp statue buste portrait musée fonds "
    "rapport dossier présidentielle primaire".split()
)
_DEFINITE = frozenset("le la les l' ce cet cette ces notre nos the this that these those our".split())
_CLITIC_TOO = frozenset("le la les l' leur".split())
_NEVER_NOUNS = frozenset("dit déclare affirme ajoute estime".split())
_PERSON_ENDINGS = (
    "logue",
    "logues",
    "iste",
    "istes",
    "icien",
    "icienne",
    "iciens",
    "trice",
    "teur",
    "teurs",
    "cien",
    "ciens",
    "iatre",
    "iatres",
)


class Phrases(Bodies):
    """Reads noun phrases."""

    def _noun_phrase(self, tokens: Sequence[Token], index: int, source: str) -> Mention | None:
        position = index
        numeral = None
        while position < len(tokens) and position - index < 4:
            if tokens[position].kind == "number" or NUMERAL.fullmatch(tokens[position].low):
                numeral = position if numeral is None else numeral
            elif tokens[position].low not in self.words.determiners and not (
                position > index and tokens[position].low in {"même", "mêmes", "same"}
            ):
                break
            position += 1
        if numeral is not None and position < len(tokens):
            mention = self._counted(tokens, index, numeral, position, source)
            if mention is not None:
                return mention
        determined = position > index or bool(
            tokens[position : position + 1] and tokens[position].low in {"autre", "autres"}
        )
        definite = (
            not determined or tokens[index].low in _DEFINITE or tokens[index].low in self.words.possessives
        )
        head_at = position
        while (
            head_at + 1 < len(tokens)
            and tokens[head_at].kind == "word"
            and tokens[head_at].low in self.words.former
            and tokens[head_at + 1].kind == "word"
        ):
            head_at += 1
        if head_at >= len(tokens) or tokens[head_at].kind != "word":
            return None
        if determined and self._one_of_two(tokens, position):
            text = worded(tokens, index, position + 1, source)
            head = tokens[position].low
            gender = determined_gender(tokens[index].low)
            return Mention(
                index, position + 1, "role", text, head=head, noun=tokens[position].text, gender=gender
            )
        low = self._singular(tokens[head_at].low)
        if low in self.words.months and not tokens[head_at].capital:
            return None  # « le 25 mars »
        closed = tokens[head_at].low in self._closed and not self._acronym(tokens[head_at])
        if closed and not self._people(low) and low not in self.words.institutions:
            return None
        if self.language == "en":
            return self._english_phrase(tokens, index, position, head_at, source, definite, determined)
        if (
            determined
            and tokens[head_at].capital
            and not self._people(low)
            and (low not in self.words.institutions and low not in self.words.documents)
        ):
            named = self._named(tokens, index, head_at, source, definite=definite)
            if named is not None:
                return self._with_apposition(tokens, named, source)
        compound = "-".join(item.low for item in tokens[head_at : head_at + 2])
        if self._people(low):
            return self._role(tokens, index, position, head_at, source, definite, determined)
        if (
            low in self.words.institutions
            or low in self.words.institution_names
            or compound in self.words.institutions
        ):
            if not determined and not tokens[head_at].capital:
                return None
            return self._body(tokens, index, position, head_at, source, definite)
        if low in self.words.documents and determined:
            end, _, _ = self._complements(tokens, head_at + 1, person=False)
            stop = next(
                (
                    i
                    for i in range(head_at + 1, end)
                    if (
                        self._participle.match(tokens[i].low)
                        or (i + 1 < len(tokens) and tokens[i + 1].low == "par")
                    )
                    and not self._people(self._singular(tokens[i].low))
                    and self._singular(tokens[i].low) not in self.words.institutions
                    and tokens[i - 1].low not in self.words.determiners
                ),
                end,
            )
            return self._noun(tokens, index, position, head_at, stop, source, "document", definite)
        if not determined or tokens[index].low in {"d'", "de"}:
            return None
        if not tokens[head_at].text[:1].isalpha():
            return None
        if tokens[index].low in _CLITIC_TOO and is_french_verb(tokens[head_at].low):
            before = tokens[index - 1].low if index else ""
            if before in self.words.pronouns | self.words.persons | {"qui", "ne", "n'"}:
                return None  # « on leur fournit »
        verbal = tokens[index].low in {"la", "les", "leur"} or (
            index and tokens[index - 1].low in {"pas", "ne", "plus", "jamais"}
        )
        if verbal and tokens[index].low in _CLITIC_TOO and is_french_infinitive(tokens[head_at].low):
            return None  # « ne pas la connaître »
        if tokens[head_at].low in self.verbs.forms and tokens[head_at].low in _NEVER_NOUNS:
            return None
        following = tokens[head_at + 1].low if head_at + 1 < len(tokens) else ""
        told = any(form.tense == "finite" for form in self.verbs.forms.get(tokens[head_at].low, ()))
        told = told and tokens[head_at].low not in NOUN_PRONE and following in {"comme", "de", "d'"}
        if tokens[index].low in _CLITIC_TOO and told:
            return None  # « une voisine le décrit comme … »
        # « le biologiste japonais X »: the head may come after an adjective.
        following = self._singular(tokens[head_at + 1].low) if head_at + 1 < len(tokens) else ""
        if head_at + 1 < len(tokens) and tokens[head_at + 1].kind == "word" and self._people(following):
            return self._role(tokens, index, position, head_at + 1, source, definite, determined)
        if (
            head_at + 1 < len(tokens)
            and following in self.words.institutions
            and tokens[head_at + 1].kind == "word"
        ):
            return self._body(tokens, index, position, head_at + 1, source, definite)
        end, name_at, name_end = self._complements(tokens, head_at + 1, person=True)
        named = name_at is not None and low.endswith(_PERSON_ENDINGS)
        beside = name_at == head_at + 1 and tokens[index].low in {"le", "la", "un", "une"}
        beside = beside and low not in _NAMED_AFTER and not tokens[head_at].capital
        if named or (beside and self._full_name(tokens, head_at + 1)):
            return self._role(tokens, index, position, head_at, source, definite, determined)
        if low.endswith(_PERSON_ENDINGS):
            return self._noun(
                tokens,
                index,
                position,
                head_at,
                end if name_at is None else name_at,
                source,
                "role",
                definite,
            )
        if low in _NAMED_AFTER and name_at is not None:
            name_at = name_end  # « la loi Dupont »: the name is the law’s
        if name_at is None:
            owner = (i for i in range(head_at + 2, end) if self._full_name(tokens, i))
            owned = next((i for i in owner if tokens[i - 1].low in {"de", "d'"}), None)
            end = owned - 1 if owned is not None else end  # « à l’exception de Paul Roux, maire de … »
        return self._noun(tokens, index, position, head_at, name_at or end, source, "other", definite)

    def _one_of_two(self, tokens: Sequence[Token], index: int) -> bool:
        """Say whether *le premier*, *la seconde* stands alone before its verb."""
        if self.language != "fr" or index + 1 >= len(tokens) or tokens[index].low not in ORDINALS:
            return False
        return self._verbal(tokens, index + 1) or tokens[index + 1].low in {",", "s'", "se", "n'", "ne"}

    def _counted(
        self, tokens: Sequence[Token], index: int, numeral: int, head_at: int, source: str
    ) -> Mention | None:
        """Read *cinquante-huit pays*, *deux témoins*: the number belongs to the name."""
        low = self._singular(tokens[head_at].low)
        if tokens[head_at].capital or not (self._people(low) or low in self.words.institutions):
            return None
        end = self._complements(tokens, head_at + 1, person=False)[0]
        sort: Sort = "role" if self._people(low) else "institution"
        return Mention(
            index,
            end,
            sort,
            worded(tokens, index, end, source),
            head=low,
            plural=True,
            definite=False,
            noun=source[tokens[numeral].start : tokens[end - 1].end],
        )

    def _role(
        self,
        tokens: Sequence[Token],
        start: int,
        noun_at: int,
        head_at: int,
        source: str,
        definite: bool,
        determined: bool,
    ) -> Mention | None:
        end, name_at, name_end = self._complements(tokens, head_at + 1, person=True)
        if name_at is not None and self._is_bodys(tokens, head_at, name_at, name_end):
            name_at = None  # « les analystes du groupe X »: the name is the group’s
        mention = self._noun(tokens, start, noun_at, head_at, name_at or end, source, "role", definite)
        gender = determined_gender(tokens[start].low) or mention.gender
        one = any(token.low in {"un", "une"} for token in tokens[max(0, start - 2) : start])
        several = tokens[head_at].low != self._singular(tokens[head_at].low) and not one
        if name_at is None and end < len(tokens) and tokens[end].low == "," and not several:
            found = self._apposed(tokens, end + 1, source)
            if found is not None:
                name_at, name_end = found
        if name_at is None and end < len(tokens) and tokens[end].low in WEAK_LINKS and not several:
            # « le négociateur pour l’industrie du taxi, X, »
            comma = next((i for i in range(end, min(end + 9, len(tokens))) if tokens[i].kind == "mark"), None)
            found = (
                self._apposed(tokens, comma + 1, source)
                if comma is not None and tokens[comma].low == ","
                else None
            )
            if (
                found is not None
                and comma is not None
                and not any(self._verbal(tokens, i) for i in range(end, comma))
            ):
                name_at, name_end = found
                mention = self._noun(tokens, start, noun_at, head_at, comma, source, "role", definite)
        if name_at is None:
            if not determined:
                return None
            return replace(mention, gender=gender)
        noble = (
            name_end - name_at == 1 and name_end + 1 < len(tokens) and tokens[name_end].low in {"de", "d'"}
        )
        if noble and tokens[name_end + 1].capital and self._place(tokens, name_end + 1) is None:
            name_end = self._name_end(tokens, name_end + 1)  # « la virologue Annemiek de Ruiter »
        first = name_at + (1 if tokens[name_at].low in self.words.titles else 0)
        name = source[tokens[first].start : tokens[name_end - 1].end]
        given = self._given.get(key_of(tokens[first].text.split("-")[0]))
        if given == "f" or (given is not None and gender is None):
            gender = "m" if given == "m" else "f"  # « le maire Zoé Petit » is a woman
        return replace(
            mention,
            last=name_end,
            sort="person",
            name=name,
            gender=gender,
            text=worded(tokens, start, name_end, source),
        )

    def _apposed(self, tokens: Sequence[Token], index: int, source: str) -> tuple[int, int] | None:
        """Return where the name stands that follows a role and its comma, past another role."""
        return (
            self._apposed_name(tokens, index, source)
            or self._apposed_role(tokens, index, source)
            or self._past_second_role(tokens, index, source)
        )

    def _past_second_role(self, tokens: Sequence[Token], index: int, source: str) -> tuple[int, int] | None:
        """Read *l’ancien patron du parti, | actuel président du Sénat, X, …*."""
        at = index
        while at < len(tokens) and tokens[at].low in self.words.former | {"aussi", "également"}:
            at += 1
        if at >= len(tokens) or tokens[at].capital or not self._people(self._singular(tokens[at].low)):
            return None
        end, name_at, _ = self._complements(tokens, at + 1, person=True)
        if name_at is not None or end >= len(tokens) or tokens[end].low != ",":
            return None
        return self._apposed_name(tokens, end + 1, source)

    def _apposed_role(self, tokens: Sequence[Token], index: int, source: str) -> tuple[int, int] | None:
        """Read *le porte-parole, le colonel X, …*; return where the name stands."""
        if index >= len(tokens) or tokens[index].low not in {"le", "la", "l'"}:
            return None
        other = self._noun_phrase(tokens, index, source)
        if other is None or other.sort != "person" or other.name is None:
            return None
        after = tokens[other.last].low if other.last < len(tokens) else "."
        if after not in {",", ".", ")"}:
            return None
        count = len(other.name.split())
        first = next(
            (i for i in range(index, other.last) if source.startswith(other.name, tokens[i].start)), None
        )
        return (first, other.last) if first is not None and count > 1 else None
