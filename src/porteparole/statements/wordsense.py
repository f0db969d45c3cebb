"""What single words are: nouns for people, bodies, verbs, acronyms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from porteparole.language import Language
from porteparole.statements.lexicon import is_french_infinitive, is_french_verb
from porteparole.statements.mention import Gender
from porteparole.statements.tokens import Token
from porteparole.statements.verbs import Verbs, verbs
from porteparole.statements.words import Places, Words, given_names, key_of, places, words

_MOSTLY_NOUNS = frozenset(
    "juge juges cite note notes pointe avance annonce critique demande attaque appelle cris crie "
    "menace doute sourire parle parie loue jure montre lance souffle répète rapporte commente réponse "
    "réplique riposte analyse tweet".split()
)
_FEMININE_NOUNS = frozenset(
    "cheffe députée élue reine mère fille sœur épouse femme veuve tante cousine parente amie victime".split()
)
NUMERAL = re.compile(
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|"
    r"cinquante|soixante|cent|cents|mille|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|hundred)(?:-[a-zé-]+)?"
)
# Trades by their ends: *hydrologue*, *pédopsychiatre*.
_TRADE = re.compile(r"(?!prologue|monologue).{3,}(?:ologue|logiste|psychiatre)")
_PREPOSITIONS: dict[Language, frozenset[str]] = {
    "fr": frozenset(
        "à au aux de du des d' en dans par pour avec sans sur sous contre chez vers entre selon "
        "d'après après avant depuis devant derrière malgré comme dès envers auprès parmi hors outre "
        "via".split()
    ),
    "en": frozenset(
        "of in on at by for from to with without about against between into through during before "
        "after under over since until as like among despite per via to".split()
    ),
}


class WordSense:
    """Knows the words of one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self.words: Words = words(language)
        self.verbs: Verbs = verbs(language)
        self.places: Places = places(language)
        self._given = given_names()
        self._known = self.words.people | self.words.institutions | self.words.documents
        self._singulars: dict[str, str] = {}
        w = self.words
        self._participle = (
            re.compile(r".{3,}ée?s?$|(?:paru|rendu|obtenu)e?s?$")
            if language == "fr"
            else re.compile(r".*ed$")
        )
        self._prepositions = _PREPOSITIONS[language]
        self._closed = (
            w.determiners
            | w.pronouns
            | w.clause_breaks
            | w.conjunctions
            | w.sources
            | w.negations
            | w.adverbs
            | w.adjuncts
            | w.auxiliaries
            | w.after_preposition
            | w.persons
            | self._prepositions
            | w.times
            | w.days
            | w.clitics
            | w.verbs_common
        )

    def _capital_at(self, tokens: Sequence[Token], index: int) -> bool:
        return index < len(tokens) and tokens[index].capital

    def _full_name(self, tokens: Sequence[Token], index: int) -> bool:
        """Say whether a person’s full name stands at ``index``: *minister for women | Ann Lee*."""
        given = self._capital_at(tokens, index) and key_of(tokens[index].text.split("-")[0]) in self._given
        return given and self._capital_at(tokens, index + 1)

    def _acronym(self, token: Token) -> bool:
        return len(token.text) > 1 and token.text.isupper()

    def _verbal(self, tokens: Sequence[Token], index: int) -> bool:
        low = tokens[index].low
        if low in self.words.auxiliaries or low in self.words.verbs_common:
            return True
        readings = self.verbs.forms.get(low)
        if self.language == "fr" and (readings is None or low not in _MOSTLY_NOUNS) and is_french_verb(low):
            return not self._people(self._singular(low))
        if readings is None:
            return "-t-" in low or low.endswith(("-il", "-elle", "-ils", "-elles"))
        if low in _MOSTLY_NOUNS and self.language == "fr":
            at = index + 1
            while at < len(tokens) and tokens[at].low in self.words.adverbs:
                at += 1
            after = tokens[at].low if at < len(tokens) else "."
            gerund = after == "en" and at + 1 < len(tokens) and tokens[at + 1].low.endswith("ant")
            return gerund or after in {"que", "qu'", ",", "", ":"} or is_french_infinitive(after)
        return any(reading.tense in {"finite", "gerund"} for reading in readings)

    def _noun_like(self, tokens: Sequence[Token], index: int) -> bool:
        low = tokens[index].low
        if low in self.words.auxiliaries or low in self.words.verbs_common:
            return False
        single = self._singular(low)
        if self._people(single) or single in self.words.institutions:
            return True
        return (
            self.verbs.forms.get(low) is None and not low.endswith(("ed", "ly")) and low not in self._closed
        )

    def _people(self, low: str) -> bool:
        """Say whether a noun (singular, lower case) is one for people."""
        if low in self.words.people or (self.language == "fr" and _TRADE.fullmatch(low)):
            return True
        first, _, second = low.partition("-")
        return second in self.words.people and first in self.words.people | {"ex", "vice", "co"}

    def _gender(self, low: str) -> Gender | None:
        if not self._people(low):
            return None
        known = _noun_gender(low, self.language)
        if known is None and self.language == "fr" and f"{low}e" in self.words.people:
            return "m"  # « rival », for there is « rivale »
        return "f" if known is None and low.endswith("e") and low[:-1] in self.words.people else known

    def _singular(self, low: str) -> str:
        known = self._singulars.get(low)
        if known is None:
            known = self._singulars[low] = self._make_singular(low)
        return known

    def _make_singular(self, low: str) -> str:
        if low in self._known or len(low) < 4:
            return low
        for ending, put in (
            ("aux", "al"),
            ("ies", "y"),
            ("men", "man"),
            ("es", "e"),
            ("es", ""),
            ("s", ""),
            ("x", ""),
        ):
            if low.endswith(ending):
                single = low[: len(low) - len(ending)] + put
                if single in self._known:
                    return single
        return low


def determined_gender(low: str) -> Gender | None:
    """Return the gender that a French article shows."""
    if low in {"la", "une", "cette"}:
        return "f"
    return "m" if low in {"le", "un", "ce", "cet"} else None


def _noun_gender(low: str, language: Language) -> Gender | None:
    if language == "en":
        if low.endswith("woman") or low in {
            "queen",
            "princess",
            "actress",
            "mother",
            "daughter",
            "sister",
            "wife",
            "widow",
            "aunt",
            "girl",
            "nun",
        }:
            return "f"
        if low.endswith("man") or low in {
            "king",
            "prince",
            "father",
            "son",
            "brother",
            "husband",
            "uncle",
            "boy",
            "monk",
            "pope",
        }:
            return "m"
        return None
    if low.endswith(("frère", "père", "commissaire", "notaire")):
        return "m" if low.endswith("ère") else None
    if low in {"homme", "femme"}:
        return "m" if low == "homme" else "f"
    if (
        low.endswith(("trice", "euse", "ère", "ienne", "ente", "ante", "eure", "esse", "ée", "onne", "aine"))
        or low in _FEMININE_NOUNS
    ):
        return "f"
    if low.endswith(("teur", "eur", "ier", "ien", "ent", "ant", "é")) or low in {
        "roi",
        "prince",
        "pape",
        "père",
        "fils",
    }:
        return "m"
    return None
