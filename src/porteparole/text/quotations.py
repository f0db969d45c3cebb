"""Where the quotations of a text stand: « … », “ … ”, " … ", ‘ … ’, nested, with exact offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_PAIRS = {"«": "»", "“": "”", "„": "“”", "‹": "›", "‘": "’", "‚": "‘’"}
_DOUBLED = {"<<": "«", ">>": "»", "``": "“", "''": '"'}
_MARK = re.compile(r"<<|>>|``|''|[«»“”„‹›‘’‚\"']")
_CLOSERS = frozenset("»”›’")
# One that is opened and never closed still quotes (it goes on in the next paragraph); the others are
# more often an apostrophe, an inch sign or a slip.
_STRONG = frozenset("«“„")
_OPENING_CONTEXT = frozenset("([{«“‘’\"'—–-:/")
# Nobody nests deeper; text made to overflow is read flat from there on.
_DEEPEST = 12
_BLANKS = " \t\u00a0\u202f\u2009\u2007\u200b"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    Attributes:
        start: offset of the opening mark.
        end: offset after the closing mark.
        inner_start: offset of the first character inside, blanks left out.
        inner_end: offset after the last character inside, blanks left out.
        depth: 0 outside all others, 1 inside one, …
        closed: False where the closing mark is missing: it then runs to the end of the line.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool = True


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    after: int
    closes: str
    done: list[_Done] = field(default_factory=list["_Done"])


@dataclass(slots=True)
class _Done:
    mark: str
    start: int
    inner_from: int
    inner_to: int
    end: int
    closed: bool
    inside: list[_Done]


def quotations(text: str) -> list[Quotation]:
    """Return the quotations of ``text`` in the order of their opening marks.

    Marks without a partner are tolerated: a missing ``»`` or ``”`` is taken to stand at the end of the line,
    other lone marks are passed over. A quotation over several lines that opens anew on each line gives one
    quotation a line.
    """
    found: list[Quotation] = []
    start = 0
    for line in text.splitlines(keepends=True):
        for done in _line(text, start, start + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))):
            _collect(text, done, 0, found)
        start += len(line)
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    return found


def outermost(text: str) -> list[Quotation]:
    """Return the quotations of ``text`` that stand inside no other."""
    return [quotation for quotation in quotations(text) if quotation.depth == 0]


def inside_quotation(marks: list[Quotation], position: int) -> Quotation | None:
    """Return the innermost of ``marks`` whose inside holds ``position``."""
    best = None
    for quotation in marks:
        if quotation.inner_start <= position < quotation.inner_end and (
            best is None or quotation.depth > best.depth
        ):
            best = quotation
    return best


def _line(text: str, start: int, end: int) -> list[_Done]:
    root = _Open("", start, start, "")
    stack = [root]
    for match in _MARK.finditer(text, start, end):
        position = match.start()
        mark = text[position]
        width = match.end() - position
        kind = _DOUBLED[match.group()] if width == 2 else mark
        if kind in _CLOSERS and _close(text, stack, kind, position, width, end):
            pass
        elif kind in _PAIRS:
            if kind == "“" and stack[-1].mark == "“":
                _anew(text, stack, position, start)
            if len(stack) <= _DEEPEST and _may_open(text, kind, position, width, start, end):
                stack.append(_Open(kind, position, position + width, _PAIRS[kind]))
        elif kind in {'"', "'"}:
            _straight(text, stack, kind, position, width, start, end)
    while len(stack) > 1:
        _give_up(text, stack, start, end)
    return root.done


def _may_open(text: str, mark: str, position: int, width: int, start: int, end: int) -> bool:
    if mark not in {"‘", "‚"}:
        return True
    return _opens(text, position, width, start, end)


def _opens(text: str, position: int, width: int, start: int, end: int) -> bool:
    before = text[position - 1] if position > start else " "
    after = text[position + width] if position + width < end else " "
    return (before.isspace() or before in _OPENING_CONTEXT) and not after.isspace()


def _closes(text: str, position: int, width: int, start: int, end: int) -> bool:
    before = text[position - 1] if position > start else " "
    after = text[position + width] if position + width < end else " "
    return not before.isspace() and not after.isalnum()


def _straight(text: str, stack: list[_Open], mark: str, at: int, width: int, start: int, end: int) -> None:
    can_open = _opens(text, at, width, start, end)
    if mark == '"' and can_open and stack[-1].mark == mark:
        _anew(text, stack, at, start)
    depth = _find(stack, mark)
    if depth is not None:
        blank_before = at > start and text[at - 1].isspace()
        spaced = blank_before and text[stack[depth].after : stack[depth].after + 1].isspace()
        if (_closes(text, at, width, start, end) or spaced) and not (mark == "'" and can_open):
            _pop(stack, depth, at, at + width, mark)
            return
        if mark == '"' and not can_open:
            _pop(stack, depth, at, at + width, mark)
            return
    inches = mark == '"' and at > start and text[at - 1].isdigit()
    if len(stack) > _DEEPEST:
        return
    if can_open or (mark == '"' and not inches and depth is None and _spaced_open(text, at, start)):
        if mark == "'" and depth is not None:
            return
        stack.append(_Open(mark, at, at + width, mark))


def _anew(text: str, stack: list[_Open], at: int, start: int) -> None:
    """End a quotation that opens anew after a full stop: *"We go on. "And on," he said.*"""
    stop = at
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    opened = stack[-1]
    if stop < at and text[stop - 1] in ".!?…" and stop > opened.after:
        del stack[-1]
        stack[-1].done.append(_Done(opened.mark, opened.at, opened.after, stop, stop, True, opened.done))


def _spaced_open(text: str, at: int, start: int) -> bool:
    return at == start or text[at - 1].isspace() or text[at - 1] in _OPENING_CONTEXT or text[at - 1] == "’"


def _find(stack: list[_Open], mark: str) -> int | None:
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].mark == mark:
            return depth
    return None


def _close(text: str, stack: list[_Open], mark: str, at: int, width: int, end: int) -> bool:
    if mark == "’":
        after = text[at + 1] if at + 1 < end else " "
        if stack[-1].mark not in {"‘", "‚"} or after.isalnum():
            return False
        if _possessive(text, at, end):
            return False
    for depth in range(len(stack) - 1, 0, -1):
        if mark in stack[depth].closes:
            _pop(stack, depth, at, at + width, stack[depth].mark)
            return True
    return False


def _possessive(text: str, at: int, end: int) -> bool:
    # ‘the workers’ rights’: an apostrophe after s, when another ’ can still close the quotation.
    if not (text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()):
        return False
    rest = text[at + 1 : end].split("‘", 1)[0]
    return any(
        rest[i] == "’"
        and not rest[i + 1 : i + 2].isalnum()
        and (rest[i - 1] != "s" or not rest[i + 1 : i + 2].isspace())
        for i in range(1, len(rest))
    )


def _pop(stack: list[_Open], depth: int, inner_to: int, end: int, mark: str) -> None:
    # What was opened inside and not closed there was no quotation, but what it held was.
    inside: list[_Done] = []
    for lost in stack[depth + 1 :]:
        inside.extend(lost.done)
    opened = stack[depth]
    del stack[depth:]
    done = _Done(mark, opened.at, opened.after, inner_to, end, True, opened.done + inside)
    stack[-1].done.append(done)


def _give_up(text: str, stack: list[_Open], start: int, end: int) -> None:
    opened = stack.pop()
    last = opened.done[-1] if opened.done else None
    at_start = not text[start : opened.at].strip()
    if opened.mark in _STRONG or (opened.mark == '"' and at_start):
        if last is not None and last.mark == opened.mark and last.closed:
            # « … « … » : one mark closes both, as French printers do.
            done = _Done(opened.mark, opened.at, opened.after, last.inner_to, last.end, True, opened.done)
        else:
            done = _Done(opened.mark, opened.at, opened.after, end, end, False, opened.done)
        stack[-1].done.append(done)
    else:
        stack[-1].done.extend(opened.done)


def _collect(text: str, done: _Done, depth: int, found: list[Quotation]) -> None:
    first, last = done.inner_from, done.inner_to
    while first < last and text[first] in _BLANKS:
        first += 1
    while last > first and text[last - 1] in _BLANKS:
        last -= 1
    if first < last:
        found.append(Quotation(done.start, done.end, first, last, depth, done.closed))
        depth += 1
    for inner in done.inside:
        _collect(text, inner, depth, found)


def without_marks(text: str) -> str:
    """Return ``text`` without its quotation marks, blanks inside them left out."""
    marks = quotations(text)
    dropped = {i for m in marks for i in (*range(m.start, m.inner_start), *range(m.inner_end, m.end))}
    return "".join(c for i, c in enumerate(text) if i not in dropped)
