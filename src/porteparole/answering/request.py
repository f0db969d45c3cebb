"""How a request begins: *peux-tu me dire*, *I'm looking for the passage where*. It names nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from porteparole.shipped import packaged_toml
from porteparole.text.terms import Word


def request_length(found: Sequence[Word]) -> int:
    """Return how many of the first words of a text only say that something is asked for.

    Those are a greeting, and a wish or an order with what it is to find (« Bonjour, retrouve-moi le passage
    où … »): they are not searched for, and a capital there makes no name.
    """
    key = "".join(f"{word.folded} " for word in found)
    match = _pattern().match(key)
    length = len(match.group().split()) if match else 0
    # « Trouve-t-on … ? » and « Cherche-t-il … ? » are questions, and one word alone is what is asked about.
    is_question = length > 0 and found[length : length + 1] and found[length].folded in _SUBJECTS
    return 0 if is_question or length == len(found) else length


_SUBJECTS = frozenset("t il elle on ils elles".split())


@cache
def _pattern() -> re.Pattern[str]:
    listed = packaged_toml("porteparole.answering", "request.toml")
    alternatives = {name: "|".join(sorted(words, key=len, reverse=True)) for name, words in listed.items()}
    greeting, able, wishes, orders, infinitives, to, things = (
        alternatives[name] for name in ("greeting", "able", "wishes", "orders", "infinitives", "to", "things")
    )
    infinitive = rf"(?:(?:{infinitives}) (?:(?:{to}) )?)"
    asked = (
        rf"(?:(?:{able}) (?:{infinitive}|(?={orders}))|(?:{wishes}) {infinitive}?)?"
        rf"(?:(?:{orders}) (?:(?:{to}) )?)?"
    )
    return re.compile(rf"(?:(?:{greeting}) )*(?:{asked})(?:(?:{things}) )*")
