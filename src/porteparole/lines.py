"""The lines that ``batch`` and ``ask --json`` speak: a question in, an answer or ranked paragraphs out.

The names are fixed: other tools read them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from porteparole.answering.answer import Answer, Turn
from porteparole.language import Language
from porteparole.notice import PorteParoleError
from porteparole.service import Ranked

if TYPE_CHECKING:
    from porteparole.answering.explanation import Explanation, Part
    from porteparole.lookup.lookup import Reported

LineId = str | int | None

# JSON lets these stand in a text as they are, but many readers of lines would break the line there.
_LINE_BREAKS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


class _Message(BaseModel):
    model_config = ConfigDict(strict=True)

    role: Literal["user", "assistant"]
    content: str


class QuestionLine(BaseModel):
    """A question of a batch; fields that are not named here are of no matter."""

    model_config = ConfigDict(strict=True, frozen=True)

    id: str | int
    question: str
    history: tuple[_Message, ...] | None = None
    lang: Language | None = None

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The conversation so far, as the engine takes it."""
        return tuple(Turn(message.role, message.content) for message in self.history or ())


def read_questions(file: Path) -> tuple[QuestionLine, ...]:
    """Read a question from every line that is not blank.

    Raises:
        PorteParoleError: a line is no UTF-8, no JSON object, or one of its fields is missing or wrong
            (``cli-batch-…``, with the line's number). No question is returned then.
        OSError: the file cannot be read.
    """
    lines = file.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    return tuple(_question(line, number) for number, line in enumerate(lines, 1) if line.strip())


def answer_line(identifier: LineId, answer: Answer, latency_ms: float) -> dict[str, Any]:
    """Return the answer line of an answer; a refusal cites nothing."""
    refused = answer.outcome == "refused"
    # Numbers of the sentences, from 1.
    translated = [number for number, sentence in enumerate(answer.sentences, 1) if sentence.by_machine]
    return {
        "id": identifier,
        "answer": answer.text,
        "abstained": refused,
        "lang": answer.language,
        "citations": []
        if refused
        else [
            {
                "article": citation.article.id,
                "paragraph": citation.paragraph.number,
                "paragraph_text": citation.paragraph.text,
                "quote": citation.quote,
                "speaker": citation.speaker,
            }
            for citation in answer.citations
        ],
        "latency_ms": round(latency_ms, 1),
        **({"machine_translated": translated} if translated else {}),
    }


def statement_line(item: Reported) -> dict[str, Any]:
    """Return the line of a statement, for ``statements --json``."""
    return {
        "article": item.article.id,
        "paragraph": item.paragraph.number,
        "paragraph_text": item.paragraph.text,
        "text": item.text,
        "kind": item.statement.kind,
        "speaker": item.statement.speaker,
        "cue": item.statement.cue,
    }


def paragraphs_line(identifier: LineId, ranked: Sequence[Ranked], latency_ms: float) -> dict[str, Any]:
    """Return the line of a retrieval without an answer, the best paragraph first."""
    return {
        "id": identifier,
        "paragraphs": [
            {
                "article": found.article.id,
                "paragraph": found.paragraph.number,
                "paragraph_text": found.paragraph.text,
                "score": round(found.score, 6),
            }
            for found in ranked
        ],
        "latency_ms": round(latency_ms, 1),
    }


def explanation_line(explanation: Explanation) -> dict[str, Any]:
    """Return why an answer is what it is, for ``ask --why --json`` (field ``why``)."""
    question, judged, versions = explanation.question, explanation.judged, explanation.versions
    return {
        "question": question and question.text,
        "language": question and question.language,
        "background": explanation.background or None,
        "wanted": list(question.wanted) if question else [],
        "names": [" ".join(t.text for t in name) for name in question.names] if question else [],
        "verdict": judged
        and {
            "answers": judged.answers,
            "lack": judged.lack,
            "unknown": list(judged.unknown),
            "confidence": round(judged.confidence, 4),
            "threshold": round(judged.threshold, 4),
            "parts": _parts(judged.parts),
        },
        "apart": [
            {
                "question": part.text,
                "answers": part.answers,
                "confidence": round(part.confidence, 4),
                "article": part.article and part.article.id,
                "paragraph": part.paragraph and part.paragraph.number,
            }
            for part in explanation.apart
        ],
        "candidates": [
            {
                "article": candidate.article.id,
                "paragraph": candidate.paragraph.number,
                "score": round(candidate.score, 4),
                "parts": _parts(candidate.parts),
                "sentences": [
                    {"text": s.text, "score": round(s.score, 4), "cited": s.cited}
                    for s in candidate.sentences
                ],
            }
            for candidate in explanation.candidates
        ],
        "rejected": [
            {
                "text": rejected.text,
                "article": rejected.citation.article.id,
                "paragraph": rejected.citation.paragraph.number,
                "flaw": rejected.flaw,
            }
            for rejected in explanation.rejected
        ],
        "generation": versions.generation,
        "embedder": versions.embedder or None,
        "reader": versions.reader or None,
        "weights": versions.weights,
    }


def _parts(parts: Iterable[Part]) -> dict[str, dict[str, float]]:
    return {part.name: {"value": round(part.value, 4), "weighed": round(part.weighed, 4)} for part in parts}


def to_json(value: Mapping[str, Any]) -> str:
    """Return JSON on one line, whatever stands in its texts."""
    text = json.dumps(value, ensure_ascii=False).translate(_LINE_BREAKS)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate, which only an escape can carry
        return json.dumps(value)
    return text


def _question(line: bytes, number: int) -> QuestionLine:
    try:
        return QuestionLine.model_validate_json(line.strip())
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        raise PorteParoleError("cli-batch-not-json", line=number)
    if not first["loc"]:
        raise PorteParoleError("cli-batch-no-object", line=number)
    raise PorteParoleError("cli-batch-field", line=number, field=_path(first["loc"]))


def _path(location: Iterable[str | int]) -> str:
    parts = list(location)
    if parts[0] == "id":  # its two types are no part of the name
        parts = parts[:1]
    return ".".join(str(part) for part in parts)
