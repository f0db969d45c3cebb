"""How far proper names and places reach, and what completes a noun."""

from __future__ import annotations

from collections.abc import Sequence

from porteparole.statements.lexicon import is_french_infinitive
from porteparole.statements.tokens import Token
from porteparole.statements.words import key_of
from porteparole.statements.wordsense import NUMERAL, WordSense

PARTICLES = frozenset("van von der den ter ben bin ibn bint da dos di del della al el y abu e".split())
NOBLE = frozenset("de du d' des la le".split())
_LINKS = frozenset("à au aux en pour sur chargé chargée délégué déléguée auprès".split())
WEAK_LINKS = _LINKS
_DOMAINS = frozenset(
    "affaires finances transports armées sports droits relations questions négociations recherche "
    "sécurité défense santé justice culture économie énergie climat université travail budget europe "
    "présidentielle primaire élection législatives municipales régionales succession investiture "
    "mairie retraite exercice".split()
)
_COUNTS = frozenset("deux trois quatre cinq six sept huit neuf dix".split())
_NEWS = frozenset(
    "afp reuters bloomberg monde figaro parisien bfmtv franceinfo bbc cnn twitter facebook".split()
)
_TELLING = frozenset("demande annonce appelle rapporte cite répète réplique riposte note".split())
_DETERMINED = frozenset("la l' le les ce cette cet son sa ses leur leurs un une".split())
_FUTURE = ("era", "eront", "ira", "iront", "erait", "eraient", "irait", "iraient", "dra", "dront", "drait")
_MEDIA = frozenset(
    "quotidien journal hebdomadaire magazine mensuel site chaîne radio télévision agence presse média "
    "revue".split()
)
# A lower-case word before one of these is rather a verb than a noun or an adjective.
_AFTER_VERBS = frozenset("le la les l' un une ce cet cette ces son sa ses leur leurs que qu'".split())
PARTICIPIAL = frozenset(
    "âgé âgée âgés âgées interrogé interrogée interrogés interrogées cité citée cités citées joint "
    "jointe présent présente présents présentes contacté contactée vêtu vêtue situé située basé basée".split()
)


class Naming(WordSense):
    """Walks over names and complements."""

    def _name_end(self, tokens: Sequence[Token], index: int) -> int:
        end = index + 1
        if self.language == "fr" and tokens[index].text.isupper() and tokens[index].low in _NEWS:
            return end  # « à l’AFP Jean Petit »
        while end < len(tokens):
            token = tokens[end]
            if token.capital and token.low not in self.words.titles:
                if token.low in self.words.days or (
                    token.low in self._closed
                    and self.language == "fr"
                    and token.low not in PARTICLES | NOBLE
                    and not self._like_a_surname(tokens, index, end)
                    and not (token.low == "les" and self._capital_at(tokens, end + 1))  # « X Les Verts »
                ):
                    break
                end += 1
                continue
            following = end + 1 < len(tokens) and tokens[end + 1].capital
            if token.low in PARTICLES and token.kind == "word" and following:
                end += 2
                continue
            given = key_of(tokens[end - 1].text) in self._given or tokens[end - 1].text.endswith(".")
            if token.low in NOBLE and following and end - index == 1 and given:
                end += 2
                continue
            if (
                token.low == "de"
                and end - index == 1
                and given
                and tokens[end + 1 : end + 2]
                and tokens[end + 1].low == "la"
                and self._capital_at(tokens, end + 2)
            ):
                end += 3
                continue
            if (
                token.low in {"von", "van"}
                and end + 2 < len(tokens)
                and tokens[end + 1].low in {"der", "den", "de"}
                and tokens[end + 2].capital
            ):
                end += 3
                continue
            numbered = self.language == "en" and tokens[end - 1].low in {"radio", "channel"}
            if numbered and token.kind == "number" and len(token.text) < 3:
                end += 1  # “Radio 4”
                continue
            if token.low in {"&"} and following:
                end += 2
                continue
            break
        return end

    def _like_a_surname(self, tokens: Sequence[Token], index: int, end: int) -> bool:
        """Say whether a word of the language ends a name all the same: *Anneke | Vos y voit*."""
        low, word = tokens[end].low, tokens[end - 1]
        first = end - index == 1 and not word.text.isupper() and word.low not in self._closed
        following = end + 1 < len(tokens) and (tokens[end + 1].kind != "word" or not tokens[end + 1].capital)
        return first and following and low not in self.words.pronouns | self.words.months | NOBLE

    def _place(self, tokens: Sequence[Token], index: int) -> tuple[int, str, bool] | None:
        """Return end, code and whether it is a capital, for the longest place name that begins here."""
        if tokens[index].kind != "word" or not tokens[index].text[:1].isupper():
            return None
        for length in (5, 4, 3, 2, 1):
            if index + length > len(tokens) or tokens[index + length - 1].kind != "word":
                continue
            words_here = tokens[index : index + length]
            key = key_of(
                "".join(token.text + ("" if token.text[-1] in "'’" else " ") for token in words_here).strip()
            )
            if key in self.places.names:
                return index + length, self.places.names[key], False
            if key in self.places.capitals:
                return index + length, self.places.capitals[key], True
        return None

    def _complements(
        self, tokens: Sequence[Token], index: int, *, person: bool
    ) -> tuple[int, int | None, int]:
        """Walk over what completes a noun; return its end, and where a proper name begins and ends in it."""
        end = index
        name_at: int | None = None
        name_end = index
        while end < len(tokens):
            token = tokens[end]
            if person and token.low == "," and end > index and self._portfolio(tokens, end):
                end += 1
                continue
            if token.kind == "aside":
                if end + 1 < len(tokens) and (
                    tokens[end + 1].capital or tokens[end + 1].low in {"de", "du", "des"}
                ):
                    end += 1
                    continue
                break
            if token.kind not in {"word", "number"} or token.low in {"'s", "’s"}:
                break
            if token.low in _LINKS or token.low in {"de", "du", "des", "d'"}:
                after = self._after_link(tokens, end, person)
                if after is None:
                    break
                end = after
                if name_at is None and person and tokens[end - 1].capital:
                    split = self._split_name(tokens, end)
                    if split is not None:
                        name_at, name_end = split
                        break
                continue
            if token.low in {"et", "&"}:
                following = tokens[end + 1].low if end + 1 < len(tokens) else ""
                if following in {"de", "du", "des", "d'"} or (
                    person and self._people(self._singular(following))
                ):
                    end += 1
                    continue
                break
            if token.low in self.words.titles and not self._capital_at(tokens, end + 1):
                break
            short = self._acronym(token) and len(token.text) < 7
            label = person and end == index and (short or self._place(tokens, end) is not None)
            ends = {"de", "du", "des", "d'", ",", "à"}
            named = short and self._full_name(tokens, end + 1)  # « le sénateur LR Bruno Roux »
            if label and end + 1 < len(tokens) and (tokens[end + 1].low in ends or named):
                end += 1  # « le président LR de la région »
                continue
            if token.capital and token.low not in self.words.titles:
                if token.low in self._closed and token.low not in NOBLE and token.low not in self._given:
                    break
                name_at = end
                name_end = self._name_end(tokens, end)
                while (
                    not person
                    and name_end + 1 < len(tokens)
                    and tokens[name_end].low in {"de", "du", "des", "d'", "sans", "pour"}
                ):
                    after = (
                        self._after_link(tokens, name_end, person)
                        if tokens[name_end].low not in {"sans", "pour"}
                        else name_end + 2
                    )
                    if after is None:
                        break
                    name_end = after
                end = name_end
                break
            if token.low in self.words.titles and self._capital_at(tokens, end + 1):
                name_at, name_end = end, self._name_end(tokens, end + 1)
                end = name_end
                break
            if token.low in self._closed | PARTICIPIAL or self._verbal(tokens, end):
                break
            if self.language == "fr" and NUMERAL.fullmatch(token.low):
                break  # « selon les syndicats onze jours de repos »
            if self.language == "fr" and len(token.low) > 5 and token.low.endswith(_FUTURE):
                break  # « Le ministère rouvrira … »
            following = tokens[end + 1].text if end + 1 < len(tokens) else ""
            if token.low in _TELLING and end > index and following in {"à", "au", "aux"}:
                break  # « la coopérative du lac demande au gouvernement … »: no noun stands beside a noun
            if (
                (following.replace("’", "'") in _AFTER_VERBS or self._telling(tokens, end))
                and self.language == "fr"
                and (token.low in self.verbs.forms or not self._people(self._singular(token.low)))
            ):
                break
            end += 1
        return end, name_at, name_end

    def _telling(self, tokens: Sequence[Token], index: int) -> bool:
        """Say whether a word that may be a noun tells something: *la police annonce aujourd’hui avoir …*."""
        finite = any(form.tense == "finite" for form in self.verbs.forms.get(tokens[index].low, ()))
        at = index + 1
        while finite and at < len(tokens) and tokens[at].low in self.words.adverbs | self.words.times:
            at += 1
        told = tokens[at].low if at < len(tokens) else ""
        return finite and (told in {"que", "qu'"} or is_french_infinitive(told))

    def _portfolio(self, tokens: Sequence[Token], comma: int) -> bool:
        """Say whether an enumeration goes on: *ministre des Postes, de la Culture et des Médias*."""
        links = {"de", "du", "des", "d'"}
        titled = any(token.capital for token in tokens[max(0, comma - 4) : comma])
        if comma + 1 >= len(tokens) or tokens[comma + 1].low not in links or not titled:
            return False
        return any(
            tokens[i].low == "et" and tokens[i + 1].low in links
            for i in range(comma, min(comma + 14, len(tokens) - 1))
        )

    def _after_link(self, tokens: Sequence[Token], index: int, person: bool) -> int | None:
        """Return the index after ``de la Justice`` and the like, or None where the link leads elsewhere."""
        low = tokens[index].low
        position = index + 1
        if position < len(tokens) and tokens[position].low in _DETERMINED:
            position += 1
        if position + 1 < len(tokens) and tokens[position].low in _COUNTS and low in {"des", "de"}:
            position += 1  # « l’avocat des deux requérants »
        if position >= len(tokens) or tokens[position].kind not in {"word", "number"}:
            if position < len(tokens) and tokens[position].kind == "quotation" and low not in WEAK_LINKS:
                return position + 1
            return None
        token = tokens[position]
        single = self._singular(token.low)
        if low == "sur" and single in {"réseau", "site", "compte", "page", "plateforme", "chaîne"}:
            return None  # « le maire sur le réseau social Twitter »: where it was said
        if low in {"à", "au", "aux"} and single in _MEDIA:
            return None  # « a dit un proche du maire au quotidien X »: to whom
        if low in WEAK_LINKS:
            known = single in self.words.institutions or token.low in _DOMAINS or self._people(single)
            acronym = token.text.isupper() and len(token.text) > 1 and token.low not in _NEWS
            domain = (
                token.capital
                and person is not False
                and token.low not in _NEWS
                and low in {"à", "aux", "en", "au"}
                and (
                    token.low in self.words.complement_names
                    or (low == "en" and self.places.code(token.text) is not None)
                )
            )
            if low in {"chargé", "chargée", "délégué", "déléguée", "auprès"} and token.low not in _NEWS:
                return position
            if not (known or acronym or domain) or token.low in _NEWS:
                return None
        if (
            token.low in self._closed
            and not token.capital
            and token.kind == "word"
            and token.low not in self.words.times
        ):
            return None
        if token.capital:
            return self._capital_complement(tokens, position, person)
        return position + 1

    def _capital_complement(self, tokens: Sequence[Token], index: int, person: bool) -> int:
        place = self._place(tokens, index)
        end = self._name_end(tokens, index)
        if place is not None:
            return place[0]
        low = tokens[index].low
        length = end - index
        if not person or length <= 1 or self._abbreviated(tokens, index, end):
            return end
        if (
            low in self.words.complement_names
            or (tokens[index].text.isupper() and not tokens[index].text.endswith("."))
            or low in self.words.institution_names
        ):
            return index + 1
        if key_of(tokens[index].text) in self._given or length == 2:
            return end
        if length == 3:
            return index + 1
        return end - 2

    def _abbreviated(self, tokens: Sequence[Token], first: int, end: int) -> bool:
        """Say whether an acronym of these words follows: *Programme Alimentaire Mondial (PAM)*."""
        if end >= len(tokens) or tokens[end].kind != "aside":
            return False
        letters = "".join(token.text[0] for token in tokens[first:end] if token.capital)
        return len(letters) > 1 and tokens[end].text[1:-1].replace(".", "").upper() == letters.upper()

    def _split_name(self, tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
        if index < len(tokens) and tokens[index].capital and tokens[index].low not in self.words.days:
            end = self._name_end(tokens, index)
            if end - index >= 2 or key_of(tokens[index].text) in self._given:
                return index, end
        return None
