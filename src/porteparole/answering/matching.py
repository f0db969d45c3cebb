"""Whether a text holds what is asked for: the word, a form or slip of it, or a word that means the like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from porteparole.answering.question import Term
from porteparole.language import LANGUAGES, Language
from porteparole.text.gazetteer import known
from porteparole.text.lexicon import all_function_words
from porteparole.text.terms import stem, words

_SLIP = 0.9
_FROM_THE_HEAD = 0.7
_SAME_PLACE = 0.9
_LEAST_RATIO_OF_SLIP = 82.0
_SHORTEST_FUZZY = 5
_SHORTEST_NAME = 3
_LONG_NAME = 7

_ACRONYM = range(3, 7)

Kinship = Mapping[str, Mapping[str, float]]
"""For each folded word that is asked for, the folded words of the texts that mean the like, 0–1."""


class Bag:
    """The words of a text, ready to be asked for.

    Args:
        texts: a text and what belongs to it (its translation, the full name of its speaker).
        reports: whether it reports what somebody says: then it answers to a plain verb of saying.
    """

    def __init__(self, texts: Iterable[str], *, reports: bool = False) -> None:
        found = [list(words(text)) for text in texts]
        self.forms = frozenset(word.folded for listed in found for word in listed)
        self.codes = frozenset(code for listed in found for name in known(listed) for code in name.codes)
        self._texts = found
        self._reports = reports
        self._stems: dict[Language, frozenset[str]] = {
            language: frozenset(stem(form, language) for form in self.forms) for language in LANGUAGES
        }
        self._long = tuple(form for form in self.forms if len(form) >= _SHORTEST_FUZZY)
        self._capitalised = frozenset(
            word.folded for listed in found for word in listed if word.text[0].isupper()
        )

    def holds(self, term: Term, language: Language) -> float:
        """Return how well the text holds a term: 1 itself or a form of it, .9 a slip of it, 0 not at all."""
        if term.codes & self.codes:
            return 1.0 if self._has_all(term.folded.split(), language) else _SAME_PLACE
        if self._has_all(term.folded.split(), language) or (term.is_plain_speech and self._reports):
            return 1.0
        if term.codes or any(c.isdigit() for c in term.folded):
            return 0.0
        if term.is_name:
            alike = any(_same_name(term.folded, form) for form in self._capitalised)
            return _SLIP if alike or self._spells_out(term) else 0.0
        if len(term.folded) < _SHORTEST_FUZZY:
            return 0.0
        alike = (fuzz.ratio(term.folded, form) >= _LEAST_RATIO_OF_SLIP for form in self._long)
        return _SLIP if any(alike) else 0.0

    def _spells_out(self, term: Term) -> bool:
        """Say whether a term in capitals is the first letters of words that stand together.

        The words between that have no letter in it are those of grammar: *Cour pénale internationale*,
        *Bureau d’enquêtes et d’analyses*.
        """
        initials = term.folded
        if not (term.text.isupper() and initials.isalpha() and len(initials) in _ACRONYM):
            return False
        idle = all_function_words()
        for listed in self._texts:
            telling = [word for word in listed if word.folded not in idle]
            first = "".join(word.folded[0] for word in telling)
            at = first.find(initials)
            while at >= 0:
                if telling[at].text[0].isupper():
                    return True
                at = first.find(initials, at + 1)
        return False

    def _has_all(self, folded: Sequence[str], language: Language) -> bool:
        return all(form in self.forms or stem(form, language) in self._stems[language] for form in folded)

    def nearly_holds(self, term: Term, language: Language, kinship: Kinship) -> float:
        """Return the same, 0–1, counting words that mean the like as well; for a name or a figure never."""
        held = self.holds(term, language)
        if held or term.is_name or term.codes or term.folded.isdigit():
            return held
        kin = kinship.get(term.folded, {})
        return max((strength for form, strength in kin.items() if form in self.forms), default=0.0)


def coverage(
    terms: Iterable[Term],
    bag: Bag,
    language: Language,
    kinship: Kinship | None = None,
    head: Bag | None = None,
) -> float:
    """Return which share of what ``terms`` tell the text holds: 0–1; 1 when nothing is asked for.

    Args:
        terms: what is asked for.
        bag: the text.
        language: of the question.
        kinship: with it words that mean the like count as well.
        head: what the article is about; what only it holds counts for a part.
    """
    asked = held = 0.0
    for term in terms:
        strength = bag.holds(term, language) if kinship is None else bag.nearly_holds(term, language, kinship)
        if head and strength < _FROM_THE_HEAD:
            strength = max(strength, _FROM_THE_HEAD * head.holds(term, language))
        asked += term.weight
        held += term.weight * strength
    return held / asked if asked else 1.0


def _same_name(asked: str, written: str) -> bool:
    """Say whether a name is another one misspelt: one slip, two in a long one, the first letter right."""
    if min(len(asked), len(written)) < _SHORTEST_NAME or asked[0] != written[0]:
        return False
    most = 1 if len(asked) < _LONG_NAME else 2
    return OSA.distance(asked, written, score_cutoff=most) <= most
