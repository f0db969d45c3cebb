"""A question as it would be spelled: accents and capitals put back, slips mended by the corpus' words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import process
from rapidfuzz.distance import OSA

from porteparole.language import Language
from porteparole.store.vocabulary import Spelling
from porteparole.text import gazetteer
from porteparole.text.lexicon import (
    all_function_words,
    function_words,
    information,
    is_ordinary,
    is_word,
    is_written,
    slip_of,
    usual_spelling,
)
from porteparole.text.terms import Word, fold, words

# One slip in a word of five letters or more, two in a long one (as in most search engines); a short word is
# near to too many others.
_SHORTEST = 5
_LONG = 8
_SHORTEST_SURE = 7
_SHORTEST_BEGINNING = 4
_MOST_LEFT_OUT = 8
# Words that lose their vowel before another, and the genitive: hurried people leave the apostrophe out.
_RUN_TOGETHER = {
    "fr": re.compile(r"(?P<before>[ldjnsmtc](?=\w{3})|qu)(?P<word>[aeiouyh]\w+)(?P<after>)"),
    "en": re.compile(r"(?P<before>)(?P<word>\w{3,})(?P<after>s)"),
}
# So many words that are no names, in capitals, are no chance.
_SHOUTED = 2
# How many paragraphs have a name that people speak of time and again.
_OFTEN = 3


class Vocabulary(Protocol):
    """The words of a corpus (see :class:`porteparole.store.catalogue.Catalogue`)."""

    def spellings(self, folded: Iterable[str]) -> Mapping[str, Spelling]:
        """Return how the corpus writes these words; those that it does not have are left out."""
        ...

    def spellings_like(self, folded: str, letters: int) -> Iterable[Spelling]:
        """Return its words with the same first letter whose length differs by ``letters`` at most."""
        ...


@dataclass(frozen=True, slots=True)
class Spelled:
    """A question as it is read.

    Attributes:
        text: with accents and capitals put back and slips mended.
        mended: what was typed and what it is read as, where another word was meant.
        common: folded words of it that the corpus writes in small letters: none of them is a name.
        caseless: whether it was typed all in small letters, or all in capitals.
        strange: folded words of another language than the two, which are not looked for in the articles.
    """

    text: str
    mended: tuple[tuple[str, str], ...] = ()
    common: frozenset[str] = frozenset()
    caseless: bool = False
    strange: frozenset[str] = frozenset()


def spell(text: str, language: Language, vocabulary: Vocabulary) -> Spelled:
    """Read a question as its words are spelled in the corpus, else in the dictionary of its language.

    A word that neither has, and that few people write, is taken for the word of the corpus from which it is
    one slip away (two in a long one), or else for such a common word of the language, where it has no
    capital. A question that was typed with capitals keeps them.
    """
    text = _parted(text, language, vocabulary)
    found = list(words(text))
    caseless = is_caseless(text)
    known = vocabulary.spellings({word.folded for word in found})
    mended: list[tuple[str, str]] = []
    parts: list[str] = []
    end = 0
    for word in found:
        form = _form(word, language, known, caseless)
        small = caseless or word.text[0].islower() or not word.start
        meant = _as_it_sounds(word.folded, language) if small and word.folded not in known else None
        if form is None and not meant:
            meant = _meant(word.folded, vocabulary) or (
                _meant_elsewhere(word.folded, language) if small else None
            )
        if meant:
            form = meant
            mended.append((word.text, meant))
        parts += [text[end : word.start], form or word.text]
        end = word.end
    common = frozenset(
        folded for folded, s in known.items() if s.form.islower() or not _is_rather_a_name(s, language)
    )
    return Spelled("".join([*parts, text[end:]]), tuple(mended), common, caseless)


def leave(text: str, language: str, vocabulary: Vocabulary) -> Spelled:
    """Read a question in another language than the two as it stands.

    Of its words only those that the corpus has can be looked for there, and names; but German writes every
    noun with a capital.

    Args:
        text: the question.
        language: its code (ISO 639-1).
        vocabulary: the corpus' words.
    """
    found = list(words(text))
    names = {word.folded for word in found[1:] if word.text[0].isupper() and language != "de"}
    asked = {word.folded for word in found}
    known = vocabulary.spellings(asked)
    common = frozenset(folded for folded, spelling in known.items() if spelling.form.islower())
    return Spelled(
        text, common=common, caseless=is_caseless(text), strange=frozenset(asked - known.keys() - names)
    )


def _parted(text: str, language: Language, vocabulary: Vocabulary) -> str:
    """Put the apostrophe back where a word is none but for it (*leurope*, *blairs*).

    What the corpus has but for a slip (*somet*) is no two words that it does not have (*s'omet*).
    """
    joined = {
        word: match
        for word in words(text)
        if not (is_ordinary(word.folded, language) or word.folded in function_words(language))
        and (match := _RUN_TOGETHER[language].fullmatch(word.folded))
    }
    if not joined:
        return text
    known = vocabulary.spellings({word.folded for word in joined} | {m["word"] for m in joined.values()})
    parts: list[str] = []
    end = 0
    for word, match in joined.items():
        inner = match["word"]
        if word.folded in known or len(word.text) != len(word.folded):
            continue
        idle = inner in function_words(language)
        if inner in known or idle or (is_word(inner, language) and not _meant(word.folded, vocabulary)):
            apart = (word.text[slice(*match.span(group))] for group in ("before", "word", "after"))
            parts += [text[end : word.start], "'".join(filter(None, apart))]
            end = word.end
    return "".join([*parts, text[end:]])


def is_caseless(text: str) -> bool:
    """Say whether the typing of a text tells nothing about names: all small, or all capitals, or both mixed.

    Where even words such as *what is she* are shouted, capitals tell nothing of the others.
    """
    later = text.partition(" ")[2] or text
    if later in (later.lower(), later.upper()):
        return True
    found = list(words(text))
    named = {i for name in gazetteer.known(found) for i in range(name.first, name.after)}
    idle = all_function_words()
    loud = [w for i, w in enumerate(found) if w.text.isupper() and len(w.text) > 1 and i not in named]
    return sum(w.folded in idle for w in loud) >= _SHOUTED and all(
        w.text.islower() or w.text.isupper() for w in found[1:]
    )


def _form(word: Word, language: Language, known: Mapping[str, Spelling], caseless: bool) -> str | None:
    """Return how a word is spelled; None where neither the corpus nor the language has it."""
    typed = word.text.lower() if caseless and len(word.text) > 1 and word.text.isupper() else word.text
    spelling = known.get(word.folded)
    if any(c.isdigit() for c in typed):
        return word.text
    if word.folded in function_words(language):
        return typed
    if spelling and " " in spelling.form:  # two names run together
        return spelling.form
    if spelling and caseless and not spelling.form.islower() and _is_rather_a_name(spelling, language):
        return spelling.form
    if is_ordinary(word.folded, language) or is_written(word.folded):
        return _accented(typed, usual_spelling(typed, language))
    return _accented(typed, spelling.form) if spelling else None


def _is_rather_a_name(spelling: Spelling, language: Language) -> bool:
    """Say whether a word that the corpus writes with a capital is meant as a name in small letters too.

    What is a word as well (*bill*, *marine*) is, where the corpus speaks of the name time and again.
    """
    return spelling.paragraphs >= _OFTEN or not is_word(spelling.folded, language)


def _accented(typed: str, form: str) -> str:
    """Put the accents of ``form`` on a word that was typed without, in the letters' own case."""
    if not typed.isascii() or len(typed) != len(form):
        return typed
    return "".join(f.upper() if t.isupper() else f.lower() for t, f in zip(typed, form, strict=True))


def _meant(folded: str, vocabulary: Vocabulary) -> str | None:
    """Return the word of the corpus that an unknown one is a slip of, or the beginning (*agri*)."""
    if len(folded) < _SHORTEST:
        return _begun(folded, vocabulary)
    slips = 1 if len(folded) < _LONG else 2
    near = {spelling.folded: spelling for spelling in vocabulary.spellings_like(folded, slips)}
    idle = all_function_words()
    close = process.extract(folded, near.keys() - idle, scorer=OSA.distance, score_cutoff=slips, limit=None)
    if not close:
        return _begun(folded, vocabulary)
    best = min(close, key=lambda c: (c[1], -near[c[0]].paragraphs, c[0]))[0]
    return near[best].form


def _meant_elsewhere(folded: str, language: Language) -> str | None:
    """Return the common word that one is a slip of; a short one only where its letters are all there.

    *Ctries* is no *cries*: who types so leaves letters out.
    """
    word = slip_of(folded, language)
    sure = word and (len(folded) >= _SHORTEST_SURE or sorted(fold(word)) == sorted(folded))
    return word if sure else None


def _as_it_sounds(folded: str, language: Language) -> str | None:
    """Return the commoner word that one is the sound of (*moustik*, *attaké*, *lookin*, not *stalin*)."""
    if is_ordinary(folded, language):
        return None
    spelled: tuple[str, ...] = ()
    if language == "en" and folded.endswith("in"):
        spelled = (f"{folded}g",)
    if language == "fr" and "k" in folded:
        final = "e" if folded.endswith("k") else ""
        spelled = (f"{folded}{final}".replace("k", "qu"), folded.replace("k", "c"))
    rare = information(folded, language)
    likely = (w for w in spelled if is_word(w, language) and information(w, language) < rare)
    word = next(likely, None)
    return usual_spelling(word, language) if word else None


def _begun(folded: str, vocabulary: Vocabulary) -> str | None:
    if len(folded) < _SHORTEST_BEGINNING:
        return None
    longer = [s for s in vocabulary.spellings_like(folded, _MOST_LEFT_OUT) if s.folded.startswith(folded)]
    return max(longer, key=lambda s: (s.paragraphs, s.folded)).form if longer else None
