"""Sentences of a paragraph as exact spans, French and English."""

from __future__ import annotations

import re

from porteparole.language import Language
from porteparole.text.quotations import Quotation, outermost

Span = tuple[int, int]

# A full stop after these does not end a sentence (titles, months, references); general knowledge.
_NEVER_LAST: dict[Language, frozenset[str]] = {
    "fr": frozenset(
        "m mm mme mmes mlle mlles me mgr dr drs pr prof st ste sts stes gal gén col cap cdt lt sgt adj amb "
        "n no nos num art al alin p pp vol éd ed coll chap fig tab cf ibid op cit env vs av bd boul "
        "janv févr fév avr juil sept oct nov déc tél réf adr ex c.-à-d i.e e.g p.ex hon".split()
    ),
    "en": frozenset(
        "mr mrs ms mx messrs dr drs prof st sts gen col capt cmdr lt maj sgt adm brig gov sen rep reps sens "
        "pres hon rev fr sr amb atty insp supt no nos art sec fig vol ch pp p ed eds vs cf al approx est "
        "jan feb mar apr jun jul aug sept sep oct nov dec mt ave blvd rd e.g i.e".split()
    ),
}
# These may end one, when what follows looks like a beginning.
_SOMETIMES_LAST = frozenset(
    "inc corp co ltd bros jr llc plc a.m p.m sté cie u.s u.k u.n e.u ph.d d.c j.-c".split()
)
_STARTERS = frozenset(
    "the a an this that these those he she it they we i you his her its their our in on at by for from as "
    "but and or so yet if when while after before since although however meanwhile there here "
    "le la les l un une des du de d ce cet cette ces il elle ils elles on nous vous je j c son sa ses leur "
    "leurs en au aux à dans sur par pour selon mais et ou or donc car si quand lorsque après avant depuis "
    "cependant toutefois ainsi".split()
)
_END = re.compile(r"[.!?…]+(?:[\s\u00a0\u202f]*[!?…]+)*")
_AFTER = re.compile(r"(?:[\s\u00a0\u202f]*[»›]|[”’\"')\]}]|\[\d{1,3}\])*")
_BLANK = re.compile(r"[\s\u00a0\u202f\u2009]+")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]|[.\-](?=-?[^\W\d_]))+$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_OPENING = "«“„‹‘\"'([{—–-•*¡¿"
_LEADING_DASH = re.compile(r"[–—-][\s\u00a0\u202f]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]")


def sentences(text: str, language: Language, *, whole_quotations: bool = False) -> list[Span]:
    """Return the spans of the sentences of ``text``, blanks between them left out.

    Every character that is not blank lies in exactly one span. A line break ends a sentence. A quotation of
    several sentences is split like other text; with ``whole_quotations`` the sentences that one quotation
    joins come as one span, so that it can be shown or read in one piece.
    """
    cuts = _cuts(text, language)
    if whole_quotations:
        marks = outermost(text)
        cuts = [cut for cut in cuts if not _within(marks, cut)]
    spans: list[Span] = []
    start = 0
    for cut in [*cuts, len(text)]:
        piece = text[start:cut]
        stripped = piece.strip()
        if stripped:
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, first + len(stripped)))
        start = cut
    return spans


def behind_dash(text: str, start: int) -> int:
    """Return where a sentence begins behind a dash that only leads in (*12 mars. – Le port …*)."""
    dash = _LEADING_DASH.match(text, start)
    return dash.end() if dash else start


def sentence_at(spans: list[Span], position: int) -> Span | None:
    """Return the span among ``spans`` that holds ``position``, or None between two."""
    for start, end in spans:
        if start <= position < end:
            return start, end
    return None


def _within(marks: list[Quotation], cut: int) -> bool:
    return any(mark.inner_start < cut < mark.end for mark in marks)


def _cuts(text: str, language: Language) -> list[int]:
    cuts: list[int] = []
    for match in re.finditer(r"\n|" + _END.pattern, text):
        if match.group() == "\n":
            cuts.append(match.end())
            continue
        after = _AFTER.match(text, match.end())
        end = after.end() if after else match.end()
        end = _not_an_opener(text, match.end(), end)
        if end >= len(text):
            continue
        if not _BLANK.match(text, end):
            # « … ».Puis: the blank was forgotten.
            if match.group() == "." and text[match.start() - 1] in '»”"' and text[end].isupper():
                cuts.append(end)
            continue
        if _ends(text, match, end, language):
            cuts.append(end)
    # A closing mark on the next line is found before the break that it follows.
    return sorted(set(cuts))


def _not_an_opener(text: str, start: int, end: int) -> int:
    # In `… end. "Next …` the straight mark belongs to what follows.
    while end > start and text[end - 1] in "\"'" and text[end - 2 : end - 1].isspace():
        end -= 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _ends(text: str, match: re.Match[str], end: int, language: Language) -> bool:
    blank = _BLANK.match(text, end)
    following = text[blank.end() :] if blank else ""
    if not following:
        return False
    first = following.lstrip(_OPENING + " \u00a0\u202f")[:1]
    quoted_end = end > match.end()
    if first.islower():
        # « Pourquoi ? » a-t-il demandé; but iPhone, eBay or an all-lower-case text cannot be told.
        return False
    mark = match.group()
    if mark == ".":
        return _full_stop(text, match.start(), following, language, quoted_end)
    if mark in {"…", "..."} and not quoted_end and text[match.start() - 1 : match.start()] in "[(":
        return False
    return bool(first)


def _full_stop(text: str, at: int, following: str, language: Language, quoted_end: bool) -> bool:
    word_match = _WORD_BEFORE.search(text, max(0, at - 30), at)
    first_match = _FIRST_WORD.search(following)
    first = first_match.group() if first_match and first_match.start() <= 3 else ""
    if quoted_end:
        return True
    if word_match is None:
        return not _list_number(text, at)
    word = word_match.group()
    lower = word.lower()
    if lower == "etc":
        return first[:1].isupper() or not first
    if lower in _SOMETIMES_LAST or (len(word) > 1 and _INITIALS.fullmatch(word)):
        return (first.lower() in _STARTERS and first[:1].isupper()) or not first
    if lower in _NEVER_LAST[language] and not _a_plain_word(word, lower, first):
        return False
    if len(word) == 1 and word.isupper():
        # An initial (George W. Bush), but « le plan B. Il … ».
        return first.lower() in _STARTERS and len(first) > 1
    return True


def _a_plain_word(word: str, lower: str, first: str) -> bool:
    # "no.", "art.", "sec.", "fig." may be words: a number must follow to make them references.
    references = {"no", "nos", "n", "num", "art", "sec", "fig", "p", "pp", "vol", "ch", "chap", "al", "tab"}
    if lower in references:
        return not first[:1].isdigit()
    months = {"mar", "may", "jun", "sept", "sep", "est", "ex", "col", "gal", "ed", "cap", "fr", "me", "adj"}
    return lower in months and word.islower() and not first[:1].isdigit()


def _list_number(text: str, at: int) -> bool:
    # "1. Text": the number of a list item at the start of a line.
    line_start = text.rfind("\n", 0, at) + 1
    return text[line_start:at].strip().isdigit() and len(text[line_start:at].strip()) <= 2
