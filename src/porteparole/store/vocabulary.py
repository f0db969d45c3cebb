"""The words of a corpus as it spells them: what a question that is typed in haste is read by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from porteparole.text.terms import words


@dataclass(frozen=True, slots=True)
class Spelling:
    """How the corpus writes a word.

    Attributes:
        folded: lower case, without accents; a name in two words without the blank (*lepen*) as well.
        form: as it is most often written, inside a sentence.
        paragraphs: how many paragraphs (and translations) have it, in whichever form.
    """

    folded: str
    form: str
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted of words; of texts together it is the sum of what it is of each.

    Attributes:
        forms: how often a word is written in a form, by folded word, whether it is a pair of names, and form;
            twice for each time inside a sentence, where a capital tells something.
        paragraphs: how many of the texts have it, by folded word; of pairs nothing.
    """

    forms: Counter[tuple[str, bool, str]]
    paragraphs: Counter[str]


def counted(texts: Iterable[str]) -> Counts:
    """Count every word of ``texts``, and every pair of names side by side as people run them together."""
    forms: Counter[tuple[str, bool, str]] = Counter()
    paragraphs: Counter[str] = Counter()
    for text in texts:
        seen: set[str] = set()
        last_end, last, last_folded = -2, "", ""
        for written, folded, start, end in words(text):
            seen.add(folded)
            inside = text[max(0, start - 2) : start].strip(" '’-«»\"“”(").isalnum()
            forms[folded, False, written] += 2 if inside else 1
            if last[:1].isupper() and written[0].isupper() and text[last_end:start] in (" ", "-", "\u00a0"):
                forms[last_folded + folded, True, f"{last} {written}"] += 1
            last_end, last, last_folded = end, written, folded
        paragraphs.update(seen)
    return Counts(forms, paragraphs)


def vocabulary(counts: Counts) -> list[Spelling]:
    """Return every word that was counted, and every pair that is no word of its own."""
    alone: defaultdict[str, dict[str, int]] = defaultdict(dict)
    pairs: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (folded, paired, form), times in counts.forms.items():
        (pairs if paired else alone)[folded][form] = times
    return [
        spelling
        for folded in alone | pairs
        if (spelling := spelled(folded, alone.get(folded), pairs.get(folded), counts.paragraphs[folded]))
    ]


def spelled(
    folded: str, alone: Mapping[str, int] | None, pairs: Mapping[str, int] | None, paragraphs: int
) -> Spelling | None:
    """Return how a word is written, by its forms and how often each was counted; None where it has none."""
    if alone:
        return Spelling(folded, _usual(alone), paragraphs)
    return Spelling(folded, _usual(pairs), sum(pairs.values())) if pairs else None


def _usual(counted: Mapping[str, int]) -> str:
    # Of forms that are as frequent, the one in small letters: its capital stood at a beginning.
    return max(counted, key=lambda form: (counted[form], form.islower(), form))
