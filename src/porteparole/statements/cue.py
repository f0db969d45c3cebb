"""What a cue is, and how one is put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from porteparole.language import Language
from porteparole.statements.tokens import Token
from porteparole.statements.verbs import Frames, VerbForm, Verbs, verbs
from porteparole.statements.words import Words, words

Manner = Literal["finite", "gerund", "participle", "infinitive", "passive"]
# Asides of one's own between an auxiliary and its participle, words separated as tokens are.
OWN_WORDS = tuple(
    "pour sa part, pour leur part, de son côté, de leur côté, quant à lui, quant à elle, quant à eux, à "
    "son tour, à leur tour, en outre, par ailleurs, en revanche, au contraire, d' ailleurs, d' abord, à "
    "nouveau, de nouveau, dans la foulée, en même temps, par la suite, de plus, elle aussi, lui aussi, "
    "eux aussi, malgré tout, tout de même, à plusieurs reprises, à maintes reprises, un jour, dans le "
    "même temps, par la même occasion, à cette occasion, en conclusion, pour finir, pour conclure, un peu"
    " plus tard, peu après, par conséquent, en conséquence, sans détour, en substance, en particulier, en"
    " premier lieu, au passage, d' une part, d' autre part".split(", ")
)
_POSITIVE_DENIED = frozenset(
    "croire penser exclure cacher nier contester démentir douter think believe deny rule".split()
)
NOUN_PRONE = frozenset(
    "juge juges note notes pointe avance annonce critique demande attaque menace doute analyse tweet "
    "montre réplique riposte poste cite reports claims demands calls attacks comments questions notes "
    "posts tweets orders forecasts estimates suspects fears hopes".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb with its auxiliary, adverbs between them and what completes it.

    Attributes:
        first: index of its first token.
        last: index after its last token.
        lemma: the verb.
        frames: how it takes what is said.
        manner: finite, gerund (*ajoutant*), participle (*et estimé*, without its auxiliary), infinitive,
            passive (*est qualifié de … par X*).
        pronoun: the subject in an inverted form (*a-t-il dit*), or "".
        negated: whether it is denied.
        clitic: whether an object pronoun stands before it (*l'a dit*).
        bare: English base form, the subject of which must be plural.
    """

    first: int
    last: int
    lemma: str
    frames: Frames
    manner: Manner
    pronoun: str = ""
    negated: bool = False
    clitic: bool = False
    bare: bool = False


def phrase_to_comma(tokens: Sequence[Token], index: int) -> int:
    """Return where the comma after *, dans un communiqué,* stands, else ``index``."""
    if tokens[index].low not in {"il", "dans", "par", "lors", "sur", "via", "devant", "à", "en"}:
        return index
    for at in range(index + 1, min(index + 14, len(tokens))):
        if tokens[at].low == ",":
            return at
        if tokens[at].kind not in {"word", "number"} or tokens[at].low in {"que", "qu'", "qui"}:
            break
    return index


class CueBuilder:
    """Puts cues of one language together."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._verbs: Verbs = verbs(language)
        self._words: Words = words(language)

    def _form(self, low: str, tense: str) -> VerbForm | None:
        return next((reading for reading in self._verbs.forms.get(low, ()) if reading.tense == tense), None)

    def _skip_adverbs(self, tokens: Sequence[Token], index: int) -> int:
        limit = index + 10
        while index < len(tokens) and index < limit:
            low = tokens[index].low
            phrase = next(
                (
                    p
                    for p in OWN_WORDS
                    if " ".join(token.low for token in tokens[index : index + p.count(" ") + 1]) == p
                ),
                None,
            )
            if phrase is not None:
                index += phrase.count(" ") + 1
            elif low == "," and index + 1 < len(tokens):
                inner = self._skip_adverbs(tokens, index + 1)
                if inner == index + 1:
                    inner = phrase_to_comma(tokens, inner)
                if inner > index + 1 and inner < len(tokens) and tokens[inner].low == ",":
                    index = inner + 1
                else:
                    return index
            elif low in self._words.adverbs or (low.endswith("ment") and low not in self._verbs.forms):
                index += 1
            else:
                return index
        return index

    def _build(
        self,
        tokens: Sequence[Token],
        first: int,
        last: int,
        reading: VerbForm,
        manner: Manner,
        *,
        pronoun: str = "",
        reflexive: bool | None = None,
        bare: bool = False,
    ) -> Cue | None:
        end = last + 1
        frames = reading.frames
        lemma = reading.lemma
        for phrase, own in self._verbs.phrases.get(lemma, ()):
            at = self._skip_adverbs(tokens, end)
            if tuple(token.low for token in tokens[at : at + len(phrase)]) == phrase:
                frames, end = own, at + len(phrase)
                lemma = f"{lemma} {' '.join(phrase)}"
                break
        if self.language == "fr":
            before = tokens[first - 1].low if first else ""
            if reflexive is None:
                reflexive = before in {"s'", "se"} or (last > first and tokens[last - 1].low in {"s'", "se"})
            if reflexive:
                own_frames = self._verbs.reflexive.get(lemma)
                if own_frames is None:
                    return None
                frames = own_frames
                if before in {"s'", "se"}:
                    first -= 1
        if not frames.letters and not frames.prepositions:
            return None
        back = first
        while back > 0 and tokens[back - 1].low in self._words.clitics | self._words.negations | {
            "not",
            "never",
        }:
            back -= 1
        before = [token.low for token in tokens[back:first]]
        inner = [token.low for token in tokens[first:end]]
        negated = any(low in {"ne", "n'"} for low in before) or (
            self.language == "en" and any(low in {"not", "n't", "never"} for low in inner)
        )
        if negated and lemma.split()[0] in _POSITIVE_DENIED:
            negated = False
        clitic = (
            bool(before)
            and before[-1] in {"l'", "le", "la", "les", "lui", "leur", "y", "en"}
            and self.language == "fr"
        )
        return Cue(first, end, lemma, frames, manner, pronoun, negated, clitic, bare)
