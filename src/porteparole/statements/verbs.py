"""Reporting verbs of both languages with every form that the third person needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from porteparole.language import Language

Tense = Literal["finite", "participle", "gerund", "infinitive"]
_DATA = Path(__file__).parent / "data"
_VOWELS = "aeiouyéèêàâîïôûù"


@dataclass(frozen=True, slots=True)
class Frames:
    """How a reporting verb takes what is said (the letters are explained in the data files)."""

    letters: frozenset[str]
    prepositions: frozenset[str]

    def __or__(self, other: Frames) -> Frames:
        return Frames(self.letters | other.letters, self.prepositions | other.prepositions)

    def __contains__(self, letter: str) -> bool:
        return letter in self.letters


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word as a form of a reporting verb."""

    lemma: str
    tense: Tense
    frames: Frames


@dataclass(frozen=True)
class Verbs:
    """The reporting verbs of a language.

    Attributes:
        forms: lower-case word to its readings.
        phrases: lemma to what may follow it to make a reporting expression (*mettre*: *en garde*).
        reflexive: lemma to its frames with *se* (*se féliciter*), French only.
    """

    forms: dict[str, tuple[VerbForm, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Frames], ...]]
    reflexive: dict[str, Frames]


@cache
def verbs(language: Language) -> Verbs:
    """Read the verbs of ``language`` (once a process)."""
    forms: dict[str, dict[tuple[str, Tense], Frames]] = {}
    reflexive: dict[str, Frames] = {}
    for line in _lines(f"verbs_{language}.txt"):
        head, _, parts = line.partition(";")
        lemma, _, letters = head.partition(":")
        lemma, frames = lemma.strip(), _frames(letters)
        own = [part.strip() for part in parts.replace(",", " ").split()]
        bare = lemma
        if language == "fr" and lemma.startswith(("se ", "s'")):
            bare = lemma.removeprefix("se ").removeprefix("s'")
            reflexive[bare] = frames
            frames = _frames("")
        conjugate = _french if language == "fr" else _english
        for form, tense in conjugate(bare, own):
            readings = forms.setdefault(form, {})
            key = (bare, tense)
            readings[key] = readings[key] | frames if key in readings else frames
    phrases: dict[str, list[tuple[tuple[str, ...], Frames]]] = {}
    for line in _lines(f"phrases_{language}.txt"):
        head, _, letters = line.partition(":")
        words = head.replace("'", "' ").split()
        if words[0] == "se" or words[0] == "s'":
            reflexive[" ".join(words[1:])] = _frames(letters)
            continue
        phrases.setdefault(words[0], []).append((tuple(words[1:]), _frames(letters)))
    return Verbs(
        {
            form: tuple(VerbForm(lemma, tense, frames) for (lemma, tense), frames in readings.items())
            for form, readings in forms.items()
        },
        {lemma: tuple(sorted(items, key=lambda item: -len(item[0]))) for lemma, items in phrases.items()},
        reflexive,
    )


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _frames(letters: str) -> Frames:
    parts = letters.split()
    return Frames(
        frozenset(part for part in parts if not part.startswith("+")),
        frozenset(part[1:] for part in parts if part.startswith("+")),
    )


def _french(lemma: str, own: list[str]) -> list[tuple[str, Tense]]:
    if own:
        singular, plural, imperfect, past, pasts, future, participle, gerund = own
        finite, futures = [singular, plural, past, pasts], [future]
    else:
        # -er: the stem softens before a (annonça, exigea), é and e open before a mute e (répète, appelle).
        stem = lemma[:-2]
        soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
        mute = _mute_stems(stem)
        finite = [form + ending for form in mute for ending in ("e", "ent")] + [soft + "a", stem + "èrent"]
        futures = list(dict.fromkeys([*(form + "er" for form in mute), stem + "er"]))
        imperfect, participle, gerund = soft, stem + "é", soft + "ant"
    finite += [imperfect + ending for ending in ("ait", "aient")]
    finite += [form + ending for form in futures for ending in ("a", "ont", "ait", "aient")]
    endings = ("", "e", "es") if participle.endswith("s") else ("", "e", "s", "es")
    table: list[tuple[Tense, list[str]]] = [
        ("finite", finite),
        ("participle", [participle + ending for ending in endings]),
        ("gerund", [gerund]),
        ("infinitive", [lemma]),
    ]
    forms: dict[tuple[str, Tense], None] = {}
    forms |= {(form, tense): None for tense, words in table for form in words}
    # People write « reconnait » as well as « reconnaît ».
    forms |= {(form.replace("î", "i"), tense): None for form, tense in forms}
    return list(forms)


def _mute_stems(stem: str) -> list[str]:
    if stem.endswith(("el", "et")) and stem not in {"décel"}:
        return [stem + stem[-1], stem[:-2] + "è" + stem[-1]]
    for index in range(len(stem) - 1, -1, -1):
        letter = stem[index]
        if letter in _VOWELS:
            closed = index < len(stem) - 1
            if closed and letter == "é":
                return [stem[:index] + "è" + stem[index + 1 :]]
            if closed and letter == "e" and len(stem) - index == 2:
                return [stem[:index] + "è" + stem[index + 1 :]]
            break
    return [stem]


def _english(lemma: str, own: list[str]) -> list[tuple[str, Tense]]:
    if lemma.endswith(("s", "sh", "ch", "x", "o")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    if own:
        past, participle = own
        doubled = past.endswith("ed") and past[:-2] != lemma and not lemma.endswith("e")
        gerund = (past[:-2] if doubled else lemma[:-1] if lemma.endswith("e") else lemma) + "ing"
    elif lemma.endswith("e"):
        past = participle = lemma + "d"
        gerund = lemma[:-1] + "ing"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        past = participle = lemma[:-1] + "ied"
        gerund = lemma + "ing"
    else:
        past = participle = lemma + "ed"
        gerund = lemma + "ing"
    # The bare form serves the plural present (experts say).
    forms: list[tuple[str, Tense]] = [(third, "finite"), (lemma, "finite"), (past, "finite")]
    return [*dict.fromkeys([*forms, (participle, "participle"), (gerund, "gerund"), (lemma, "infinitive")])]
