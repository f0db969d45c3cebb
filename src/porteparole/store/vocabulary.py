"""The words of a corpus as it spells them: what a question that is typed in haste is read by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from porteparole.text.terms import fold, words


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


def vocabulary(texts: Iterable[str]) -> list[Spelling]:
    """Return every word of ``texts``, and every pair of names side by side as people run them together."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    paragraphs: Counter[str] = Counter()
    pairs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        seen: set[str] = set()
        last_end, last = -2, ""
        for word in words(text):
            seen.add(word.folded)
            # At the beginning of a sentence a capital tells nothing.
            inside = text[max(0, word.start - 2) : word.start].strip(" '’-«»\"“”(").isalnum()
            forms[word.folded][word.text] += 2 if inside else 1
            beside = text[last_end : word.start] in (" ", "-", "\u00a0")
            if beside and last[0].isupper() and word.text[0].isupper():
                joined = f"{last} {word.text}"
                pairs[fold(joined).replace(" ", "")][joined] += 1
            last_end, last = word.end, word.text
        paragraphs.update(seen)
    listed = [Spelling(w, _usual(counted), paragraphs[w]) for w, counted in forms.items()]
    listed += [
        Spelling(joined, _usual(counted), counted.total())
        for joined, counted in pairs.items()
        if joined not in forms
    ]
    return listed


def _usual(counted: Counter[str]) -> str:
    # Of forms that are as frequent, the one in small letters: its capital stood at a beginning.
    return max(counted, key=lambda form: (counted[form], form.islower(), form))
