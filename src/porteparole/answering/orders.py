"""Orders to the bot inside a question: they are left out, never followed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from porteparole.shipped import packaged_toml
from porteparole.text.terms import words

_CLAUSE = re.compile(r"[^.!?…:;\n]+[.!?…:;\n]*")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is left of a message without its orders, and whether there were any."""

    question: str
    ordered: bool


def without_orders(text: str) -> Asked:
    """Take the clauses out of ``text`` that order the bot to forget, invent, repeat or play something.

    Nothing here could make the bot obey: it only selects from articles. But the words of an order are no
    question, and what it would have is not to be searched for.
    """
    clauses = _CLAUSE.findall(text) or [text]
    kept = [clause for clause in clauses if not _is_order(clause)]
    return Asked(" ".join("".join(kept).split()), len(kept) < len(clauses))


def _is_order(clause: str) -> bool:
    key = " ".join(word.folded for word in words(clause))
    return bool(_pattern().search(key))


@cache
def _pattern() -> re.Pattern[str]:
    listed = packaged_toml("porteparole.answering", "orders.toml")
    politeness, verbs, targets = (
        "|".join(map(re.escape, listed[k])) for k in ("politeness", "verbs", "targets")
    )
    return re.compile(rf"^(?:(?:{politeness}) )*(?:{verbs})\b|\b(?:{targets})\b")
