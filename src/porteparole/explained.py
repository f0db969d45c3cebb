"""The words of an explanation, for every face; what strangers wrote in them is as they wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from porteparole.language import Language
from porteparole.numerals import spoken_number
from porteparole.texts import Texts

if TYPE_CHECKING:
    from porteparole.answering.explanation import AskedApart, Explanation, Judged, Part, Versions

# What adds less to a score is not worth a reader's time.
_LEAST = 0.005
# Fluent refuses to fill in more than 1,000 characters.
_LONGEST = 600


def question_lines(explanation: Explanation, texts: Texts, language: Language) -> list[str]:
    """Return how the question was read, a line each."""
    question = explanation.question
    if question is None:
        return [texts(language, "why-not-searched")]
    lines = [texts(language, "why-read", {"question": _cut(question.text)})]
    if explanation.background:
        lines.append(texts(language, "why-background", {"background": _cut(explanation.background)}))
    if question.wanted:
        kinds = ", ".join(texts(language, "why-kind", {"kind": kind}) for kind in question.wanted)
        lines.append(texts(language, "why-wanted", {"kinds": kinds}))
    if question.names:
        names = ", ".join(" ".join(term.text for term in name) for name in question.names)
        lines.append(texts(language, "why-names", {"names": _cut(names)}))
    lines.extend(_apart_line(part, texts, language) for part in explanation.apart)
    return lines


def _apart_line(part: AskedApart, texts: Texts, language: Language) -> str:
    values = {
        "question": _cut(part.text),
        "article": _cut(part.article.title) if part.article else "",
        "paragraph": part.paragraph.number if part.paragraph else 0,
        "confidence": spoken_number(part.confidence, language),
        "answers": "yes" if part.answers else "no",
    }
    return texts(language, "why-apart", values)


def verdict_lines(judged: Judged, texts: Texts, language: Language) -> list[str]:
    """Return the verdict, and why not where it is no answer."""
    values = {
        "confidence": spoken_number(judged.confidence, language),
        "threshold": spoken_number(judged.threshold, language),
    }
    lines = [texts(language, "why-verdict-answers" if judged.answers else "why-verdict-refuses", values)]
    if judged.lack:
        named = {"lack": judged.lack, "names": _cut(", ".join(judged.unknown))}
        lines.append(texts(language, "why-lack", named))
    return lines


def sum_line(parts: Iterable[Part], texts: Texts, language: Language) -> str:
    """Return what a score is the sum of, on one line."""
    return " · ".join(
        f"{texts(language, 'why-part', {'name': part.name})} "
        f"{spoken_number(part.weighed, language, sign=True)}"
        for part in parts
        if abs(part.weighed) >= _LEAST
    )


def versions_line(versions: Versions, texts: Texts, language: Language) -> str:
    """Return what an answer was made with."""
    values = {
        "generation": versions.generation,
        "weights": versions.weights,
        "embedder": versions.embedder or "none",
        "reader": versions.reader or "none",
    }
    return texts(language, "why-versions", values)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
