"""What a question asks: its language's words, names and figures, and the kind of answer it wants."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import dropwhile, islice
from typing import Literal

from porteparole.answering.request import request_length
from porteparole.answering.spelling import Spelled, is_caseless
from porteparole.language import LANGUAGES, Language
from porteparole.shipped import packaged_toml
from porteparole.statements.verbs import verbs
from porteparole.statements.words import words as listed_words
from porteparole.text.gazetteer import known
from porteparole.text.lexicon import (
    function_words,
    information,
    is_misspelling,
    is_ordinary,
    is_word,
    is_written,
)
from porteparole.text.terms import Word, fold, words

Wanted = Literal["quote", "number", "when", "where", "why", "role", "who"]
WANTED: tuple[Wanted, ...] = ("quote", "number", "when", "where", "why", "role", "who")

LONGEST_QUESTION = 1_000
"""Characters of a question that are read; the rest of a longer one is left out, and the answer says so."""

_INVISIBLE = {"Cc", "Cf", "Co", "Cn", "Cs"}
_URL = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_MENTION = re.compile(r"<[@#:/a-z][^>\s]{0,80}>|@(?:everyone|here)\b", re.IGNORECASE)
# A full stop behind a single letter is an initial's.
_SENTENCE_START = re.compile(r"(?:^|[!?…:\n]|(?<!\b\w)\.)\W*$")
_LEAST_INFORMATION = 0.12


@dataclass(frozen=True, slots=True)
class Term:
    """What a question asks about: a content word, or the name of something known in several words.

    Attributes:
        text: as typed.
        folded: without case and accents.
        weight: how much it tells, 0–1 (see :func:`porteparole.text.lexicon.information`).
        is_name: whether it looks like (a part of) a proper name.
        is_guess: whether it does only because it is strange, or because the corpus writes it large: a short
            one in small letters that no dictionary has may as well be slang (*tps*, *vid*), and a word of
            the question's language that word (*guard*, which a French text knows from names alone).
        codes: what it names in the gazetteer, in whichever language.
        is_speech: whether it is a verb of saying (*warn*, *promettre*).
        is_plain_speech: whether it says no more than that (*say*, *déclarer*): any statement answers to it.
        run: terms of one run make up one name (*Sam Altman*); 0 outside names.
    """

    text: str
    folded: str
    weight: float
    is_name: bool = False
    is_guess: bool = False
    codes: frozenset[str] = frozenset()
    is_speech: bool = False
    is_plain_speech: bool = False
    run: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A question that stands alone.

    Attributes:
        text: cleaned, as it is searched for: without *in both articles* and the like.
        language: it is asked in.
        terms: its content words in order, none twice.
        context: content words of the conversation that the question leans on, weaker than its own.
        wanted: kinds of answer asked for, the most telling first.
        over_articles: whether it asks something of several articles at once.
        comparison: whether it compares.
        several: whether it asks for more than one thing (a list).
        caseless: whether it was typed all in small letters, or all in capitals.
        foreign: whether words of another language than the two were left out of the terms.
        of_own: whether it speaks of what is the asker's own (*my horoscope*).
    """

    text: str
    language: Language
    terms: tuple[Term, ...]
    context: tuple[Term, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    over_articles: bool = False
    comparison: bool = False
    several: bool = False
    caseless: bool = False
    foreign: bool = False
    of_own: bool = False

    @property
    def names(self) -> tuple[tuple[Term, ...], ...]:
        """The proper names asked about, each with its parts."""
        runs: dict[int, list[Term]] = {}
        for term in self.terms:
            if term.is_name:
                runs.setdefault(term.run, []).append(term)
        return tuple(map(tuple, runs.values()))

    @property
    def about_speech(self) -> bool:
        """Whether it asks what somebody said or thinks."""
        return any(term.is_speech for term in self.terms) or self.wants("quote")

    def wants(self, kind: Wanted) -> bool:
        """Say whether a kind of answer is asked for."""
        return kind in self.wanted


@dataclass(frozen=True)
class Cues:
    """The word lists of ``cues.toml``, folded."""

    wanted: dict[Wanted, tuple[str, ...]]
    articles: tuple[str, ...]
    comparison: tuple[str, ...]
    before_person: tuple[str, ...]
    own: dict[Language, frozenset[str]]
    purpose: frozenset[str]
    opinion: frozenset[str]
    meta: frozenset[str]
    languages: frozenset[str]


@cache
def cues() -> Cues:
    """Return the word lists that come with the package."""
    content = packaged_toml("porteparole.answering", "cues.toml")
    return Cues(
        wanted={kind: tuple(map(fold, content["wanted"][kind])) for kind in WANTED},
        articles=tuple(map(fold, content["several"]["articles"])),
        comparison=tuple(map(fold, content["several"]["comparison"])),
        before_person=tuple(map(fold, content["person"]["before"])),
        own={language: frozenset(listed.split()) for language, listed in content["own"]["words"].items()},
        purpose=frozenset(content["own"]["purpose"].split()),
        opinion=frozenset(content["own"]["opinion"].split()),
        meta=frozenset(content["meta"]["words"].split()),
        languages=frozenset(content["meta"]["languages"].split()),
    )


def clean(text: str) -> str:
    """Return a question as it is read: composed, without addresses, mentions and invisible characters.

    At most :data:`LONGEST_QUESTION` characters are kept.
    """
    text = unicodedata.normalize("NFC", text[: 4 * LONGEST_QUESTION].encode("utf-8", "ignore").decode())
    text = "".join(
        " " if c in "\t\r\n" else c
        for c in text
        if c in "\t\r\n" or unicodedata.category(c) not in _INVISIBLE
    )
    text = _MENTION.sub(" ", _URL.sub(" ", text))
    return " ".join(text.split())[:LONGEST_QUESTION]


def read_question(
    text: str, language: Language, context: tuple[Term, ...] = (), spelled: Spelled | None = None
) -> Question:
    """Read a cleaned question in a known language; ``spelled`` tells how ``text`` was typed."""
    key = " ".join(word.folded for word in words(text))
    asking = _without_conjunctions(key)
    lists = cues()
    wanted: tuple[Wanted, ...] = tuple(kind for kind in WANTED if _any_cue(asking, lists.wanted[kind]))
    idle = lists.meta | lists.languages if "quote" in wanted else lists.meta
    terms = tuple(term for term in content_terms(text, language, spelled) if term.folded not in idle)
    own = {term.folded for term in terms}
    if _asks_who_a_person_is(key, terms) and "role" not in wanted:
        wanted = tuple(kind for kind in WANTED if kind in wanted or kind == "role")
    alone = _PLACES.sub(" ", text)
    return Question(
        text=" ".join(alone.split()) if alone != text else text,
        language=language,
        terms=terms,
        context=tuple(term for term in context if term.folded not in own),
        wanted=wanted,
        over_articles=alone != text or _any_cue(key, lists.articles),
        comparison=_any_cue(key, lists.comparison),
        several=_asks_for_several(key),
        caseless=spelled.caseless if spelled else is_caseless(text),
        foreign=bool(spelled and spelled.strange),
        of_own=_speaks_of_own(key, language),
    )


def content_terms(text: str, language: Language, spelled: Spelled | None = None) -> tuple[Term, ...]:
    """Return the content words of ``text``, each once, with what they tell, without those of a request.

    ``spelled`` tells how it was typed; without it the text itself does.
    """
    found = list(words(text))
    caseless = spelled.caseless if spelled else is_caseless(text)
    common = spelled.common if spelled else frozenset[str]()
    strange = spelled.strange if spelled else frozenset[str]()
    named = {k.first: k for k in known(found)}
    without_content = function_words(language)
    terms: dict[str, Term] = {}
    at, run = request_length(found), 0
    while at < len(found):
        word, name = found[at], named.get(at)
        if name:
            term = _known_term(text, found[name.first : name.after], name.codes, language)
            run += 1
            at = name.after
        else:
            at += 1
            if (
                # Also *they're*, *how'd*.
                word.folded.partition("'")[0] in without_content
                or word.folded in strange
                or word.folded in _PARTICLES
                or (len(word.folded) == 1 and not word.folded.isdigit())
            ):
                continue
            behind = at - 2
            while behind > 0 and found[behind].folded in _PARTICLES:
                behind -= 1
            previous = terms.get(found[behind].folded) if behind >= 0 else None
            follows = previous is not None and previous.is_name and not previous.codes
            is_name = word.folded not in common and (
                _looks_like_name(word, text, caseless, language)
                or (caseless and follows and not is_word(word.folded, language))
            )
            run += not (is_name and follows)
            weight = information(word.folded, language)
            speech = not is_name and word.folded in _speech_verbs(language, "q")
            if weight < _LEAST_INFORMATION and not (is_name or speech):
                continue
            term = Term(
                word.text,
                word.folded,
                max(weight, _LEAST_WEIGHT_OF_NAME if is_name else 0.0),
                is_name,
                is_name and (_may_be_slang(word) or (caseless and is_word(word.folded, language))),
                is_speech=speech,
                is_plain_speech=speech and word.folded in _speech_verbs(language, "s"),
                run=run if is_name else 0,
            )
        if term.is_name and not term.run:
            term = replace(term, run=run)
        terms.setdefault(term.folded, term)
    return tuple(terms.values())


_LEAST_WEIGHT_OF_NAME = 0.4
_SHORTEST_SURE = 5
# They stand inside names; on their own they tell nothing.
_PARTICLES = frozenset("le la les de du des von van der den bin ben".split())


def _known_term(text: str, found: Sequence[Word], codes: frozenset[str], language: Language) -> Term:
    folded = " ".join(word.folded for word in found)
    weight = max(information(word.folded, language) for word in found)
    is_name = any(" " not in code or code.startswith(("acronym", "name")) for code in codes)
    return Term(
        text[found[0].start : found[-1].end],
        folded,
        max(weight, _LEAST_WEIGHT_OF_NAME),
        is_name,
        codes=codes,
    )


def _looks_like_name(word: Word, text: str, caseless: bool, language: Language) -> bool:
    if any(c.isdigit() for c in word.text) or len(word.folded) < 2 or word.folded in _titles():
        return False
    if caseless and word.text[0].isupper():
        return True  # the corpus writes it so
    if caseless or _SENTENCE_START.search(text[: word.start]):
        return (
            len(word.folded) >= 3
            and not is_ordinary(word.folded, language)
            and not is_misspelling(word.folded)
        )
    return word.text[0].isupper()


def _may_be_slang(word: Word) -> bool:
    return word.text[0].islower() and len(word.folded) < _SHORTEST_SURE and not is_written(word.folded)


@cache
def _titles() -> frozenset[str]:
    return frozenset(
        fold(title).rstrip(".") for language in LANGUAGES for title in listed_words(language).titles
    )


@cache
def _speech_verbs(language: Language, frame: str) -> frozenset[str]:
    """Return the folded forms of the reporting verbs that have a frame (see the data of ``statements``)."""
    return frozenset(
        fold(form)
        for form, readings in verbs(language).forms.items()
        if any(frame in reading.frames for reading in readings)
    )


def _any_cue(key: str, listed: tuple[str, ...]) -> bool:
    padded = f" {key} "
    return any(f" {cue} " in padded for cue in listed)


def _speaks_of_own(key: str, language: Language) -> bool:
    """Say whether something is called the asker's (*my keys*), but for a purpose or an opinion of theirs."""
    lists, found = cues(), ["", *key.split(), ""]
    return any(
        word in lists.own[language] and before not in lists.purpose and after not in lists.opinion
        for before, word, after in zip(found, found[1:], found[2:], strict=False)
    )


def _without_conjunctions(key: str) -> str:
    """Leave out what looks like another interrogative behind the first: *what did X say when Y left*."""
    found = key.split()
    first = next((i for i, word in enumerate(found) if word in _ASKING), len(found))
    return " ".join(w for i, w in enumerate(found) if i <= first or w not in _JOINING)


_JOINING = frozenset("when where who qui quand".split())
_ASKING = _JOINING | frozenset(
    "what which why how quel quelle quels quelles quoi comment pourquoi combien".split()
)


def _asks_who_a_person_is(key: str, terms: Sequence[Term]) -> bool:
    """Say whether a name stands right behind « qui est », perhaps with a title."""
    names = {term.folded.partition(" ")[0] for term in terms if term.is_name}
    for cue in cues().before_person:
        behind = f" {key} ".partition(f" {cue} ")[2].split()
        if any(word in names for word in islice(dropwhile(_titles().__contains__, behind), 1)):
            return True
    return False


# « dans chacun des deux articles », *according to each of the two reports*: where to look, not what for.
_ARTICLES = (
    r"(?:articles?|textes?|texts?|reports?|stories|story|papers?|pieces?|d[eé]p[eê]ches?|papiers?|"
    r"reportages?|r[eé]cits?|accounts?|documents?)"
)
_PLACES = re.compile(
    r"(?:\b(?:dans|selon|d['’]apr[eè]s|entre|de|par|pour)\s+)?"
    r"\b(?:chac+une?\s+d(?:es|e\s+ces)\s+(?:(?:deux|2)\s+)?|chaque\s+|"
    r"l['’]un\s+et\s+l['’]autre\s+(?:(?:des|de\s+ces)\s+)?(?:(?:deux|2)\s+)?|"
    rf"(?:les|ces|nos)\s+(?:deux|2)\s+){_ARTICLES}\b|"
    r"(?:\b(?:in|across|according\s+to|by|from|of|between|over)\s+)?"
    r"\b(?:(?:both|each)(?:\s+of)?(?:\s+(?:the|these))?\s+(?:(?:two|2)\s+)?|"
    rf"(?:the|these)\s+(?:two|2)\s+|two\s+){_ARTICLES}\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:quels|quelles|lesquels|lesquelles|liste|lister|enumere[rz]?|list|noms|names|qui sont|"
    r"who are|what are|tou(?:s|tes) (?:les|ces|ceux|celles)|tout ce|all the|everything|"
    r"(?:deux|trois|quatre|cinq|plusieurs|two|three|four|five|several) \w+|which \w+s|what \w+s)\b"
)


def _asks_for_several(key: str) -> bool:
    return bool(_SEVERAL.search(key))
