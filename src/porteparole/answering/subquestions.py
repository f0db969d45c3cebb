"""A question that asks several things at once, taken apart into questions that can be answered one by one.

No paragraph answers « Combien ont signé, et qui a refusé ? » where each half stands in another one. The rules
are those of coordination in French and English: clauses that each have an interrogative of their own, and two
names, dates or things on either side of a conjunction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from porteparole.answering.followup import POINTERS
from porteparole.answering.question import Question
from porteparole.text.gazetteer import is_date_word, is_number_word
from porteparole.text.lexicon import all_function_words
from porteparole.text.terms import Word, words

_MOST = 3
_STRONG = frozenset(
    "quel quelle quels quelles lequel laquelle lesquels lesquelles combien comment pourquoi quoi "
    "what how why whose whom".split()
)
# They join relative clauses as well: the first behind a conjunction too.
_RELATIVE = frozenset("qui que who".split())
_WEAK = _RELATIVE | frozenset("quand which where when".split())
_VERSUS = frozenset("vs versus".split())
_JOINING = _VERSUS | frozenset("et and puis then mais but n".split())
_OR = frozenset("ou or".split())
_COORDINATING = _JOINING | _OR
_CHOICE = frozenset("lequel laquelle lesquels plus moins mieux which who more less most".split())
_PRONOUNS = frozenset("il elle ils elles on he she they it".split())
_BEFORE = frozenset(
    "a au aux de du des d en dans sur par pour avec chez vers entre selon contre sous "
    "in on at by for with to from of about under after before".split()
)
_LINKING = _BEFORE | frozenset(
    "le la les l un une ce cet cette ces celui celle ceux celles the a an that those this these "
    "son sa ses leur leurs his her its their".split()
)
_LONGEST_ITEM = 6
_DISTRIBUTING = frozenset("chacun chacune each respectivement respectively".split())
_MOST_LINKS = 4
_TWO = 2
_MARK = re.compile(r"[,;:?!]")
_SENTENCE_END = re.compile(r"[?!]")
_ELIDED = re.compile(r"\bqu['’ʼ]$", re.IGNORECASE)


def subquestions(question: Question) -> tuple[str, ...]:
    """Return what a question asks, each as a question of its own; empty where it asks one thing.

    At most :data:`_MOST` are told apart. What one of them leaves unsaid is taken from the one before.
    """
    found: list[str] = []
    subject = ""
    for clause in _clauses(_Tokens(question, question.text)):
        part = _Tokens(question, clause)
        named = part.subject()
        leans = subject and not named and part.leans()
        text = f"{subject}, {clause}" if leans else clause
        subject = named or subject
        found.extend(_items(_Tokens(question, text)) or [text])
    found = list(dict.fromkeys(found))[:_MOST]
    return tuple(found) if len(found) > 1 else ()


class _Tokens:
    """The words of a text, and what each is in the question."""

    def __init__(self, question: Question, text: str) -> None:
        self.question = question
        self.text = text
        self.words: list[Word] = list(words(text))
        names = {part for name in question.names for term in name for part in term.folded.split()}
        terms = {part for term in question.terms for part in term.folded.split()}
        self.kinds: list[str] = []
        for i, word in enumerate(self.words):
            bound = i > 0 and self.text[self.words[i - 1].end : word.start] == "-"
            is_numbered = bound and word.folded.isdigit()
            self.kinds.append(self.kinds[-1] if is_numbered else self._kind(word, names, terms))
        # *J.D. Vance*, *Le Monde*
        for i in range(len(self.words) - 2, -1, -1):
            word = self.words[i]
            begins = len(word.text) == 1 or (i > 0 and word.folded in _LINKING)
            if begins and word.text.isalpha() and word.text[0].isupper() and self.kinds[i + 1] == "name":
                self.kinds[i] = "name"

    def _kind(self, word: Word, names: set[str], terms: set[str]) -> str:
        # « chinois » is as much a name as *China*, but nothing that one asks about beside another.
        if word.folded in names and (self.question.caseless or word.text[0].isupper()):
            return "name"
        if is_date_word(word.folded) or word.folded.isdigit() or is_number_word(word.folded):
            return "date"
        if word.folded in _STRONG | _WEAK or _ELIDED.search(self.text[: word.start]) or is_where(word):
            return "asking"
        return "content" if word.folded in terms and word.folded not in all_function_words() else "other"

    def leans(self) -> bool:
        """Say whether it points back, or names next to nothing."""
        told = sum(kind in {"content", "date"} for kind in self.kinds)
        return told < _TWO or any(word.folded in POINTERS | _DISTRIBUTING for word in self.words)

    def subject(self) -> str:
        """Return the first name, with one that a conjunction joins to it."""
        first = next((i for i, kind in enumerate(self.kinds) if kind == "name"), None)
        if first is None:
            return ""
        after = self.run(first, "name")
        if after < len(self.words) and self.words[after].folded in _COORDINATING:
            other = self.behind_links(after + 1)
            if other < len(self.words) and self.kinds[other] == "name":
                after = self.run(other, "name")
        return self.between(first, after)

    def run(self, first: int, kind: str) -> int:
        """Return the end of the stretch of one kind, without punctuation, that begins at ``first``."""
        after = first + 1
        while after < len(self.words) and self.kinds[after] == kind and not self.parted(after):
            after += 1
        return after

    def behind_links(self, first: int) -> int:
        """Return where prepositions, articles and the like end that begin at ``first``."""
        last = min(len(self.words), first + _MOST_LINKS)
        linking = (
            self.kinds[at] != "name" and self.words[at].folded in _LINKING for at in range(first, last)
        )
        return first + sum(takewhile(bool, linking))

    def between(self, first: int, after: int) -> str:
        """Return the text of some of the words."""
        return self.text[self.words[first].start : self.words[after - 1].end]

    def parted(self, i: int) -> bool:
        """Say whether punctuation stands before a word."""
        return i > 0 and bool(_MARK.search(self.text[self.words[i - 1].end : self.words[i].start]))


def is_where(word: Word) -> bool:
    """Say whether a word is *où*, which folds to the conjunction."""
    return word.text.lower() == "où"


def _clauses(tokens: _Tokens) -> Iterator[str]:
    """Yield the clauses of a question that each ask something."""
    begun = 0
    for i in range(1, len(tokens.words)):
        if not _asks(tokens, begun, i):
            continue
        behind = _behind_joint(tokens, i)
        if behind is None or not _begins(tokens, begun, i, behind):
            continue
        if not _tells(tokens, begun, i) or not _tells(tokens, behind, len(tokens.words)):
            continue
        yield tokens.between(begun, i)
        begun = behind
    if tokens.words:
        yield tokens.text[tokens.words[begun].start :]


def _asks(tokens: _Tokens, first: int, after: int) -> bool:
    return "asking" in tokens.kinds[first:after]


def _tells(tokens: _Tokens, first: int, after: int) -> bool:
    return any(kind in {"name", "content", "date"} for kind in tokens.kinds[first:after])


def _behind_joint(tokens: _Tokens, i: int) -> int | None:
    """Return where a clause begins whose joint with the one before is at ``i``; None where none is."""
    joined = tokens.words[i].folded in _JOINING
    if joined and i + 1 < len(tokens.words):
        return i + 1
    return i if tokens.parted(i) and not joined else None


def _begins(tokens: _Tokens, begun: int, joint: int, first: int) -> bool:
    """Say whether a clause with an interrogative of its own begins at ``first``."""
    at = first
    while at < len(tokens.words) - 1 and at < first + 2 and tokens.words[at].folded in _BEFORE:
        at += 1
    word, joined = tokens.words[at], joint != first
    ended = not joined and _SENTENCE_END.search(
        tokens.text[tokens.words[joint - 1].end : tokens.words[joint].start]
    )
    if ended:
        return _asks(tokens, first, len(tokens.words))
    if word.folded in _WEAK:
        # « … et qui ne l'a pas fait » goes on with the question only where it began so, or behind a comma.
        asking = next(i for i in range(begun, joint) if tokens.kinds[i] == "asking")
        same = tokens.words[asking].folded == word.folded
        return same or (joined and (at > first or word.folded not in _RELATIVE or tokens.parted(joint)))
    if tokens.kinds[at] == "asking":
        return True
    # « … et la camionnette retrouvée où », « … et elle aide qui »: it stands where the answer would.
    last = tokens.words[-1]
    is_last = last.folded in _STRONG | {"quand", "ou"} and not tokens.parted(len(tokens.words) - 1)
    ends = (i for i in range(first + 1, len(tokens.words)) if tokens.parted(i))
    asks = _asks(tokens, first, next(ends, len(tokens.words)))
    subject = asks and (word.folded in _PRONOUNS or tokens.kinds[at] == "name")
    return joined and first < len(tokens.words) - 1 and (is_last or subject)


def _items(tokens: _Tokens) -> list[str]:
    """Return a question once for each of the two things that it asks about."""
    for i in range(1, len(tokens.words) - 1):
        if tokens.words[i].folded in _COORDINATING and not is_where(tokens.words[i]):
            found = _names_around(tokens, i) or _things_around(tokens, i)
            if found:
                return found
    return []


def _names_around(tokens: _Tokens, i: int) -> list[str]:
    """Return the question on each of two names or dates that a conjunction joins."""
    kind = tokens.kinds[i - 1]
    right = tokens.behind_links(i + 1)
    if kind not in {"name", "date"} or right >= len(tokens.words) or tokens.kinds[right] != kind:
        return []
    left = i - 1
    while left > 0 and tokens.kinds[left - 1] == kind and not tokens.parted(left):
        left -= 1
    after = tokens.run(right, kind)
    text = tokens.text
    head, tail = text[: tokens.words[left].start], text[tokens.words[after - 1].end :]
    one, other = tokens.between(left, i), tokens.between(right, after)
    if kind == "date" and i - left == 1 < after - right:
        # « le 8 et le 14 juillet », *June and December 2016*
        one += text[tokens.words[right].end : tokens.words[after - 1].end]
    return [f"{head}{one}{tail}", f"{head}{other}{tail}"]


def _things_around(tokens: _Tokens, i: int) -> list[str]:
    """Return the question on each of two things between which it lets one choose, or that it compares."""
    asked = {word.folded for word in tokens.words}
    word = tokens.words[i].folded
    if not (word in _VERSUS or (word in _OR and not _CHOICE.isdisjoint(asked))):
        return []
    left = i
    while left > 0 and not (left < i and tokens.parted(left)) and tokens.kinds[left - 1] != "asking":
        left -= 1
    after = i + 1
    while after < len(tokens.words) and not tokens.parted(after) and tokens.kinds[after] != "asking":
        after += 1
    if any(
        not _tells(tokens, *side) or side[1] - side[0] > _LONGEST_ITEM for side in ((left, i), (i + 1, after))
    ):
        return []
    text = tokens.text
    head, tail = text[: tokens.words[left].start], text[tokens.words[after - 1].end :]
    one, other = tokens.between(left, i), tokens.between(i + 1, after)
    if i - left == 1 < after - i - 1:
        one += text[tokens.words[i + 1].end : tokens.words[after - 1].end]
    elif after - i - 1 == 1 < i - left:
        other = text[tokens.words[left].start : tokens.words[i - 1].start] + other
    return [f"{head}{one}{tail}", f"{head}{other}{tail}"]
