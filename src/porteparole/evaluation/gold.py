"""Gold files: questions, each with the paragraphs that answer it and with what its answer must hold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from porteparole.answering.answer import Turn
from porteparole.corpus.article import Corpus
from porteparole.evaluation.matching import pattern
from porteparole.language import Language
from porteparole.notice import PorteParoleError

Behaviour = Literal["answer", "abstain", "abstain_or_correct", "resist", "abstain_strict", "smalltalk"]
"""What is right: to answer; to refuse; to refuse or to correct the premise; to withstand an order hidden in
the question (answering it or not, or refusing in any case); to reply without a citation."""

Patterns = tuple[tuple[re.Pattern[str], ...], ...]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)


class Place(_Strict):
    """A paragraph: by its text, or by where the text is.

    Attributes:
        text: the paragraph.
        row: id of a line of the file given with ``--corpus`` (from ``start`` to ``end``, if these are given).
        article: id of an article of the corpus, and ``paragraph`` its number there.
    """

    text: str | None = None
    row: str | None = None
    start: int | None = None
    end: int | None = None
    article: str | None = None
    paragraph: int | None = None

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if self.text is None and self.row is None and (self.article is None or self.paragraph is None):
            raise ValueError("text, row, or article and paragraph")
        return self


class _Message(_Strict):
    role: Literal["user", "assistant"]
    content: str


class _Fix(_Strict):
    gold: list[Place] = []
    must_contain: list[list[str]]


class Line(_Strict):
    """A line of a gold file; fields that are not named here are of no matter."""

    id: str | int
    lang: Language
    kind: str
    behaviour: Behaviour
    question: str
    history: list[_Message] | None = None
    gold: list[Place] = []
    needs_all: list[list[Place]] = []
    also_ok: list[Place] = []
    must_contain: list[list[str]] = []
    must_not_contain: list[str] = []
    must_contain_if_answered: list[list[str]] = []
    premise_fix: _Fix | None = None
    lang_any: bool = False
    distractor_safe: bool = True
    tags: list[str] = []

    def places(self) -> list[Place]:
        """Return every paragraph that the line names."""
        fixed = self.premise_fix.gold if self.premise_fix else []
        return [*self.gold, *(place for places in self.needs_all for place in places), *self.also_ok, *fixed]


@dataclass(frozen=True)
class Correction:
    """What refutes a wrong premise: the paragraphs that show it, and what the answer must say."""

    paragraphs: tuple[str, ...]
    must_contain: Patterns


@dataclass(frozen=True)
class Expected:
    """A question and what is right.

    Attributes:
        id: of the line.
        language: of the question.
        kind: of question; figures are told by kind.
        behaviour: what is right.
        question: the question.
        history: the conversation before it.
        right: texts of the paragraphs that each alone support the answer.
        needed: alternatives; of one of them, every paragraph has to be cited.
        also_right: paragraphs that may be cited as well.
        must_contain: what the answer must hold.
        must_not_contain: what it must not.
        if_answered: what it must hold if an answer is given where none is asked for.
        correction: what refutes a wrong premise.
        any_language: whether the answer may be in either language.
        unambiguous: whether the question stays so in a large corpus.
    """

    id: str
    language: Language
    kind: str
    behaviour: Behaviour
    question: str
    history: tuple[Turn, ...]
    right: tuple[str, ...]
    needed: tuple[tuple[str, ...], ...]
    also_right: tuple[str, ...]
    must_contain: Patterns
    must_not_contain: tuple[re.Pattern[str], ...]
    if_answered: Patterns
    correction: Correction | None
    any_language: bool
    unambiguous: bool


def read_gold(file: Path) -> tuple[Line, ...]:
    """Read a line of JSON for each question; blank lines are left out.

    Raises:
        PorteParoleError: there is no question, or a line is wrong (``evaluate-gold-…``, with its number).
        OSError: the file cannot be read.
    """
    lines: list[Line] = []
    seen: set[str] = set()
    content = file.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    for number, written in enumerate(content, 1):
        if not written.strip():
            continue
        line = _line(written, number)
        if str(line.id) in seen:
            raise PorteParoleError("evaluate-gold-twice", line=number, id=str(line.id))
        seen.add(str(line.id))
        lines.append(line)
    if not lines:
        raise PorteParoleError("evaluate-gold-empty", file=str(file))
    return tuple(lines)


def _line(written: bytes, number: int) -> Line:
    try:
        line = Line.model_validate_json(written.strip())
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        if first["type"] == "json_invalid":
            raise PorteParoleError("evaluate-gold-not-json", line=number) from error
        field = ".".join(map(str, first["loc"])) or "?"
        raise PorteParoleError("evaluate-gold-field", line=number, field=field) from error
    fixed = line.premise_fix.must_contain if line.premise_fix else []
    groups = [*line.must_contain, line.must_not_contain, *line.must_contain_if_answered, *fixed]
    for text in (text for group in groups for text in group):
        try:
            pattern(text)
        except re.error as error:
            raise PorteParoleError("evaluate-gold-pattern", line=number, pattern=text[:200]) from error
    return line


def read_rows(files: Iterable[Path], wanted: set[str]) -> dict[str, str]:
    """Return the text of each wanted row (``id``, ``text``) of files of JSON lines.

    Raises:
        PorteParoleError: a line is no JSON (``evaluate-rows-not-json``).
        OSError: a file cannot be read.
    """
    texts: dict[str, str] = {}
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    row: Any = json.loads(line)
                    identity, text = str(row["id"]), str(row["text"])
                except (ValueError, KeyError, TypeError) as error:
                    raise PorteParoleError("evaluate-rows-line", file=str(file), line=number) from error
                if identity in wanted:
                    texts[identity] = text
    return texts


def resolve(lines: Iterable[Line], rows: Mapping[str, str], corpus: Corpus) -> tuple[Expected, ...]:
    """Put texts in place of the places.

    Args:
        lines: of the gold file.
        rows: texts by id, for paragraphs given by row.
        corpus: for paragraphs given by article and number.

    Raises:
        PorteParoleError: a place is nowhere (``evaluate-no-row``, ``evaluate-no-paragraph``).
    """
    numbered = {(p.article_id, p.number): p.text for p in corpus.paragraphs}

    def text_of(place: Place, line: Line) -> str:
        if place.text is not None:
            return place.text
        if place.row is not None:
            if place.row not in rows:
                raise PorteParoleError("evaluate-no-row", id=str(line.id), row=place.row)
            return rows[place.row][place.start : place.end]
        found = numbered.get((place.article or "", place.paragraph or 0))
        if found is None:
            values = {"article": place.article or "", "paragraph": str(place.paragraph)}
            raise PorteParoleError("evaluate-no-paragraph", id=str(line.id), **values)
        return found

    return tuple(_expected(line, text_of) for line in lines)


def _expected(line: Line, text_of: Callable[[Place, Line], str]) -> Expected:
    def texts(places: Iterable[Place]) -> tuple[str, ...]:
        return tuple(text_of(place, line) for place in places)

    fix = line.premise_fix
    return Expected(
        id=str(line.id),
        language=line.lang,
        kind=line.kind,
        behaviour=line.behaviour,
        question=line.question,
        history=tuple(Turn(message.role, message.content) for message in line.history or ()),
        right=texts(line.gold),
        needed=tuple(texts(places) for places in line.needs_all),
        also_right=texts(line.also_ok),
        must_contain=_patterns(line.must_contain),
        must_not_contain=tuple(map(pattern, line.must_not_contain)),
        if_answered=_patterns(line.must_contain_if_answered),
        correction=Correction(texts(fix.gold), _patterns(fix.must_contain)) if fix else None,
        any_language=line.lang_any,
        unambiguous=line.distractor_safe,
    )


def _patterns(written: Iterable[Iterable[str]]) -> Patterns:
    return tuple(tuple(map(pattern, group)) for group in written)
