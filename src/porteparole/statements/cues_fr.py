"""French cues: *a déclaré*, *a-t-il lancé*, *en évoquant*, *est qualifié de*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from porteparole.statements.cue import NOUN_PRONE, Cue, CueBuilder, phrase_to_comma
from porteparole.statements.lexicon import is_french_infinitive
from porteparole.statements.tokens import Token
from porteparole.statements.verbs import Frames, VerbForm

_INVERTED = re.compile(r"(.+?)-(?:t-)?(il|elle|on|ils|elles)$")
_SO_TO_SAY = frozenset("cela ceci autrement proprement soit".split())
_BE_FR = frozenset("est sont était étaient fut furent sera seront serait seraient".split())
_MODAL_HEADS = frozenset(
    "tenu cherché commencé fini continué hésité voulu souhaité préféré tenté pu dû profité osé choisi "
    "insisté borné contenté limité empressé plu hasardé résolu".split()
)
_MODAL_FINITE = frozenset(
    "tient tenait tint tiennent vient viennent venait veut voulait peut souhaite préfère".split()
)


class FrenchCues(CueBuilder):
    """Finds French cues."""

    def _french(self, tokens: Sequence[Token], index: int, found: Sequence[Cue]) -> Cue | None:
        token = tokens[index]
        if token.kind != "word":
            return None
        low = token.low
        inverted = _INVERTED.match(low)
        if inverted is not None:
            return self._inverted(tokens, index, inverted.group(1), inverted.group(2))
        if low in self._words.auxiliaries:
            return self._compound(tokens, index)
        following = tokens[index + 1].low if index + 1 < len(tokens) else ""
        if low == "à" and not following.endswith(("e", "s")) and self._form(following, "participle"):
            # « à posté » for « a posté », as people write.
            return self._compound(tokens, index) if index and tokens[index - 1].low != "de" else None
        if low in _MODAL_FINITE:
            modal = self._modal(tokens, index, index + 1)
            if modal is not None:
                return modal
        readings = self._verbs.forms.get(low)
        if readings is None or (low == "dit" and index and tokens[index - 1].low in _SO_TO_SAY):
            return None
        for reading in readings:
            if reading.tense == "gerund" and "f" not in reading.frames:
                return self._gerund(tokens, index, reading)
        finite = next((reading for reading in readings if reading.tense == "finite"), None)
        if finite is not None and self._finite_here(tokens, index):
            return self._build(tokens, index, index, finite, "finite")
        noun = low in self._words.documents  # « un communiqué »
        if any(reading.tense == "participle" for reading in readings) and index and not noun:
            joint = tokens[index - 1].low in {"et", "puis", "ou", "mais"}
            if joint and self._has_auxiliary(tokens, index):
                reading = next(reading for reading in readings if reading.tense == "participle")
                return self._build(tokens, index, index, reading, "participle")
            if joint and any(cue.manner == "finite" for cue in found):
                reading = next(reading for reading in readings if reading.tense == "participle")
                return self._build(tokens, index, index, reading, "participle")
            if tokens[index - 1].kind == "word":
                return self._passive(tokens, index, index)
        infinitive = next((reading for reading in readings if reading.tense == "infinitive"), None)
        if infinitive is not None:
            return self._infinitive(tokens, index, infinitive)
        return None

    def _has_auxiliary(self, tokens: Sequence[Token], index: int) -> bool:
        """Say whether a participle has the auxiliary of another verb: *a refusé de partir mais promis de*."""
        told = tokens[index + 1] if index + 1 < len(tokens) else None
        if told is None or (told.low not in {"de", "d'", "que", "qu'"} and told.kind != "quotation"):
            return False
        for at in range(index - 2, max(-1, index - 12), -1):
            if tokens[at].low in self._words.clause_breaks or tokens[at].kind != "word":
                return False
            if tokens[at].low in {"a", "ont", "avait", "avaient"}:
                return tokens[at + 1].low.endswith(("é", "i", "u", "is", "it"))
        return False

    def _infinitive(self, tokens: Sequence[Token], index: int, reading: VerbForm) -> Cue | None:
        before = " ".join(token.low for token in tokens[max(0, index - 2) : index])
        opened = tokens[0].low in {"et", "puis"} and index < 25
        narrative = opened or re.search(r"(?:^|,|;|:|et|puis|mais|») (?:de|d')$|^(?:de|d')$", before)
        if re.search(r"(?:avant de|avant d'|après avoir)$", before):
            return self._build(tokens, index - 2, index, reading, "gerund")
        allowed = any(token.low.startswith("perm") for token in tokens[max(0, index - 16) : index])
        if (narrative or allowed) and index >= 1 and tokens[index - 1].low in {"de", "d'"}:
            at = self._build(tokens, index - 1, index, reading, "infinitive")
            after = tokens[at.last] if at is not None and at.last < len(tokens) else None
            if after is not None and (after.low in {"que", "qu'", ":"} or after.kind == "quotation"):
                return at
        return None

    def _inverted(self, tokens: Sequence[Token], index: int, stem: str, pronoun: str) -> Cue | None:
        if stem in self._words.auxiliaries:
            at = self._skip_adverbs(tokens, index + 1)
            if at < len(tokens):
                reading = self._form(tokens[at].low, "participle")
                if reading is not None:
                    reflexive = index > 0 and tokens[index - 1].low in {"s'", "se"}
                    return self._build(
                        tokens, index, at, reading, "finite", pronoun=pronoun, reflexive=reflexive
                    )
                if _heads(tokens[at].low):
                    end = self._to_infinitive(tokens, at + 1)
                    if end is not None:
                        return self._build(tokens, index, end[0], end[1], "finite", pronoun=pronoun)
            return None
        reading = self._form(stem, "finite")
        if reading is None:
            return self._any_inverted(tokens, index, stem, pronoun)
        reflexive = index > 0 and tokens[index - 1].low in {"s'", "se"}
        return self._build(tokens, index, index, reading, "finite", pronoun=pronoun, reflexive=reflexive)

    def _any_inverted(self, tokens: Sequence[Token], index: int, stem: str, pronoun: str) -> Cue | None:
        """Take any inverted verb right after a quotation: « … », tente-t-il de corriger."""
        back = index - 1
        while back >= 0 and tokens[back].low in self._words.clitics | {","}:
            back -= 1
        if back < 0 or tokens[back].kind != "quotation":
            return None
        end = index + 1
        to = self._to_infinitive_any(tokens, end)
        return Cue(index, to or end, stem, Frames(frozenset("q"), frozenset()), "finite", pronoun)

    def _to_infinitive_any(self, tokens: Sequence[Token], at: int) -> int | None:
        if (
            at + 1 < len(tokens)
            and tokens[at].low in {"de", "d'", "à"}
            and tokens[at + 1].low.endswith(("er", "ir", "re"))
        ):
            return at + 2
        return None

    def _compound(self, tokens: Sequence[Token], index: int) -> Cue | None:
        at = self._skip_adverbs(tokens, index + 1)
        if at < len(tokens) and tokens[at].low in {
            "lui",
            "elle",
            "eux",
            "elles",
            "lui-même",
            "elle-même",
            "eux-mêmes",
        }:
            at = self._skip_adverbs(tokens, at + 1)
        if at >= len(tokens):
            return None
        reflexive = index > 0 and tokens[index - 1].low in {"s'", "se"}
        if tokens[index].low in _BE_FR and not reflexive:
            return self._passive(tokens, index, at)
        if tokens[at].low == "été":
            return self._passive(tokens, index, self._skip_adverbs(tokens, at + 1))
        if _heads(tokens[at].low):
            end = self._to_infinitive(tokens, at + 1)
            if end is not None:
                return self._build(tokens, index, end[0], end[1], "finite", reflexive=reflexive)
        reading = self._form(tokens[at].low, "participle")
        if reading is None:
            return self._any_compound(tokens, index, at)
        return self._build(tokens, index, at, reading, "finite", reflexive=reflexive)

    def _any_compound(self, tokens: Sequence[Token], index: int, at: int) -> Cue | None:
        """Take any verb between a quotation and who said it: « … », *a illustré la ministre*."""
        quoted = index - 1 - (tokens[index - 1].low == ",")
        if index < 1 or quoted < 0 or tokens[quoted].kind != "quotation":
            return None
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        named = after is not None and (after.capital or after.low in self._words.determiners)
        if not named or tokens[index].low not in {"a", "ont", "avait"} or not tokens[at].low.endswith("é"):
            return None
        return Cue(index, at + 1, tokens[at].low, Frames(frozenset("q"), frozenset()), "finite")

    def _passive(self, tokens: Sequence[Token], index: int, at: int) -> Cue | None:
        reading = self._form(tokens[at].low, "participle") if at < len(tokens) else None
        if at < len(tokens) and tokens[at - 1].low == "à":
            return None  # « en garde à vue »
        if reading is None or not reading.frames.letters & {"w", "o"}:
            return None
        return self._build(tokens, index, at, reading, "passive", reflexive=False)

    def _modal(self, tokens: Sequence[Token], index: int, at: int) -> Cue | None:
        end = self._to_infinitive(tokens, self._skip_adverbs(tokens, at))
        if end is None:
            return None
        return self._build(tokens, index, end[0], end[1], "finite")

    def _to_infinitive(self, tokens: Sequence[Token], at: int) -> tuple[int, VerbForm] | None:
        if at < len(tokens) and tokens[at].low in {"à", "de", "d'", "par", "pour"}:
            at += 1
        at = self._skip_adverbs(tokens, at)
        while at < len(tokens) and tokens[at].low in {"le", "la", "l'", "lui", "leur", "y", "en"}:
            at += 1
        if at < len(tokens):
            reading = self._form(tokens[at].low, "infinitive")
            if reading is not None:
                return at, reading
        return None

    def _gerund(self, tokens: Sequence[Token], index: int, reading: VerbForm) -> Cue | None:
        first = index
        reflexive = index > 0 and tokens[index - 1].low in {"s'", "se"}
        if reflexive:
            first -= 1
        if first > 1 and tokens[first - 1].low in {"lui", "leur"} and tokens[first - 2].low == "en":
            first -= 1  # « en leur disant »
        if first > 0 and tokens[first - 1].low == "en":
            first -= 1
            if first > 0 and tokens[first - 1].low == "tout":
                first -= 1
        return self._build(tokens, first, index, reading, "gerund", reflexive=reflexive)

    def _finite_here(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell *il note que* from *la note*."""
        low = tokens[index].low
        before = tokens[index - 1].low if index else ""
        if self._form(low, "participle") is not None:
            back = index - 1
            while back >= 0 and tokens[back].low in self._words.adverbs:
                back -= 1
            if back >= 0 and tokens[back].low in self._words.auxiliaries | {"été", "étant", "ayant"}:
                return False
        at = self._skip_adverbs(tokens, index + 1)
        while at < len(tokens) and tokens[at].low in self._words.times | self._words.days:
            at += 1
        after = tokens[at] if at < len(tokens) else None
        if after is not None and after.low == "," and at + 1 < len(tokens):
            inserted = phrase_to_comma(tokens, at + 1)  # « annonce, via un communiqué, avoir … »
            if at + 1 < inserted < len(tokens) - 1:
                after = tokens[inserted + 1]
        follows = after is not None and (
            after.low in {"que", "qu'", ":"}
            or after.kind == "quotation"
            or (after.kind == "word" and is_french_infinitive(after.low))
        )
        if before in {"le", "la", "les", "l'"}:
            earlier = tokens[index - 2].low if index > 1 else ""
            judging = after is not None and after.low in {"comme", "de", "d'"} and low not in NOUN_PRONE
            if judging and low not in self._words.people | self._words.documents and not low.endswith("é"):
                return True  # « une voisine le décrit comme … »
            return earlier in self._words.pronouns | {"comme", "ne", "qui"} and low not in {"note"}
        if before == "leur" and follows and low not in NOUN_PRONE:
            return True  # « il se leva et leur répondit que … »
        if before in self._words.determiners or before in {
            "de",
            "d'",
            "du",
            "en",
            "par",
            "à",
            "au",
            "sans",
            "avec",
            "pour",
            "sur",
        }:
            return False
        if low in NOUN_PRONE and not follows:
            subject = before in self._words.pronouns | {"qui", "se", "s'", "ne", "n'"}
            return (
                subject
                or before in {",", ""}
                or (index > 0 and tokens[index - 1].capital)
                or (after is not None and after.kind == "word" and after.low in self._words.determiners)
            )
        return True


def _heads(low: str) -> bool:
    """Say whether a participle leads over to an infinitive: *s’est bornée | à dire*."""
    return low in _MODAL_HEADS or low.removesuffix("s").removesuffix("e") in _MODAL_HEADS
