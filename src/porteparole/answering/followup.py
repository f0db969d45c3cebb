"""A question that leans on the conversation: what it leans on, and whether it does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from porteparole.answering.answer import Turn
from porteparole.answering.question import Term, clean, content_terms
from porteparole.language import Language
from porteparole.text.terms import words

POINTERS = frozenset(
    "il elle ils elles lui leur leurs eux celui celle ceux celles ca cela ceci y en son sa ses ce cet cette "
    "ces meme memes dernier derniere "
    "he she it they him her them his hers its their theirs that this those these there one ones same".split()
)
"""Words that point back: pronouns and possessives of the third person, *that*, *the same*; folded."""

# *And …?* at the beginning.
_OPENERS = re.compile(
    r"^(?:et|mais|alors|donc|ensuite|sinon|aussi|and|but|so|then|also|what about|how about)\b"
)
_FEW_TERMS = 3
_MARKS = re.compile(r"\[\d+\]")
_TURNS = 4
_CONTEXT_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question with what it leans on.

    Attributes:
        background: the question before, which dense search looks for as well; empty for a new subject.
        context: content words of the conversation, weaker than the question's own; empty for a new subject.
    """

    background: str = ""
    context: tuple[Term, ...] = ()


def stand_alone(question: str, history: Sequence[Turn], language: Language) -> Standalone:
    """Join a follow-up with the last exchange; leave a question that stands alone as it is.

    Args:
        question: cleaned.
        history: of this person and thread only, oldest first.
        language: of the question.
    """
    if not history or not _leans(question, language):
        return Standalone()
    terms: dict[str, Term] = {}
    for turn in history[-_TURNS:]:
        for term in content_terms(clean(_MARKS.sub("", turn.content)), language):
            terms[term.folded] = replace(term, weight=term.weight * _CONTEXT_WEIGHT)
    # The answer before is left out here: it lies nearest to itself.
    asked = [clean(turn.content) for turn in history if turn.role == "user"]
    return Standalone(" ".join([*asked[-1:], question]), tuple(terms.values()))


def _leans(question: str, language: Language) -> bool:
    found = [word.folded for word in words(question)]
    key = " ".join(found)
    pointing = bool(_OPENERS.match(key)) or any(word in POINTERS for word in found)
    terms = content_terms(question, language)
    # « Qu'a dit Macron de cette loi ? » names its own subject and still points; a short one without a name
    # leans.
    return pointing or (len(terms) <= _FEW_TERMS and not any(term.is_name for term in terms))
