"""Questions as people type them: bare of accents and capitals, with slips, or a few words of them."""

from __future__ import annotations

import random
import re

from porteparole.text.lexicon import all_function_words
from porteparole.text.terms import fold


class Noise:
    """Makes half of the questions noisy.

    Args:
        chance: draws.
    """

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._idle = all_function_words()

    def typed(self, question: str) -> str:
        """Return a question as it stands, or as somebody in a hurry types it."""
        chance, drawn = self._chance, self._chance.random()
        if drawn < 0.5:
            return question
        if drawn < 0.62:
            return fold(question).replace("?", "").strip()
        if drawn < 0.7:
            return question.lower().replace("?", "").strip()
        if drawn < 0.74:
            return question.upper()
        if drawn < 0.88:
            words = question.split()
            for _ in range(chance.randrange(1, 3)):
                at = chance.randrange(len(words))
                words[at] = self._slip(words[at])
            typed = " ".join(words)
            return fold(typed) if chance.random() < 0.6 else typed
        kept = [word for word in re.findall(r"\w+", question) if fold(word) not in self._idle]
        if len(kept) > 4:
            places = sorted(chance.sample(range(len(kept)), chance.choice((3, 4))))
            kept = [kept[place] for place in places]
        return fold(" ".join(kept)) or question

    def _slip(self, word: str) -> str:
        if len(word) < 5:
            return word
        chance = self._chance
        at = chance.randrange(1, len(word) - 2)
        before, here, after = word[:at], word[at], word[at + 1 :]
        slips = (before + after[0] + here + after[1:], before + after, before + here + here + after[0:])
        return chance.choice((*slips, before + chance.choice("aeinrst") + after))
