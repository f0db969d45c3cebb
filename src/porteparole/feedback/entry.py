"""One thumb up or down, with the receipt of the answer it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol

from porteparole import __version__
from porteparole.answering.answer import Answer, Citation, Turn
from porteparole.corpus.article import Paragraph
from porteparole.language import Language

Reason = Literal["good", "speaker", "altered", "context", "unanswered", "other"]
"""Good; the wrong speaker; an altered quotation; out of context; it does not answer; something else."""
OBJECTIONS: tuple[Reason, ...] = ("speaker", "altered", "context", "unanswered", "other")

Verdict = Literal["right", "refuse", "paragraph", "dismissed"]
"""The answer is right; it should have been a refusal; other paragraphs answer; nothing to learn from."""


@dataclass(frozen=True, slots=True)
class New:
    """What somebody sends.

    Attributes:
        reason: what is wrong, or that the answer is good.
        comment: in the person's words; may be empty.
        receipt: see :func:`receipt`; empty for a thumb up.
        person: who sends it (the face's number of the person).
        asker: who had asked.
        message: number of the message with the answer; a person has one voice for each.
        server: where it was; None in a direct message.
        link: address of the message.
    """

    reason: Reason
    comment: str
    receipt: Mapping[str, Any]
    person: int
    asker: int
    message: int
    server: int | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was sent, as it is kept.

    Attributes:
        verdict: None while it is open.
        by: who decided.
        gold: texts of the paragraphs that answer, where the verdict says so.
    """

    id: int
    at: datetime
    reason: Reason
    comment: str
    receipt: Mapping[str, Any]
    server: int | None
    link: str
    verdict: Verdict | None = None
    by: str | None = None
    gold: tuple[str, ...] = ()


class FeedbackBook(Protocol):
    """The kept feedback. Every method may be called from any thread."""

    def add(self, new: New) -> int:
        """Keep what a person sent, in place of what the same person sent on the same answer before."""
        ...

    def open(self, server: int | None = None, *, everywhere: bool = False) -> list[Entry]:
        """Return what waits for a decision, oldest first: of one server, or of all."""
        ...

    def find(self, number: int) -> Entry | None:
        """Return an entry, None when there is none."""
        ...

    def resolve(self, number: int, verdict: Verdict, by: str, gold: tuple[str, ...] = ()) -> bool:
        """Decide about an entry; say whether it was still open."""
        ...

    def counts(self, server: int | None = None, *, everywhere: bool = False) -> Mapping[str, int]:
        """Return how many there are: ``good``, ``open``, and of each verdict."""
        ...

    def resolved(self) -> list[Entry]:
        """Return the decided entries of which gold rows can be made, oldest first."""
        ...

    def forget(self, person: int) -> int:
        """Delete what a person sent, and what others sent on answers to that person; return how many."""
        ...


def receipt(
    question: str,
    answer: Answer,
    *,
    history: tuple[Turn, ...] = (),
    versions: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return all that is needed to judge an answer later, also when the articles have changed.

    Args:
        question: as it was asked.
        answer: as it was given.
        history: the exchange before it.
        versions: of what made it, as far as the caller knows.
    """
    return {
        "question": question,
        "history": [{"role": turn.role, "content": turn.content} for turn in history],
        "language": answer.language,
        "outcome": answer.outcome,
        "answer": answer.text,
        "citations": [_cited(citation) for citation in answer.citations],
        "related": [_cited(citation) for citation in answer.related],
        "generation": answer.generation,
        "versions": {"porteparole": __version__, **(versions or {})},
    }


def _cited(citation: Citation) -> dict[str, Any]:
    return {
        "article": citation.article.id,
        "title": citation.article.title,
        "paragraph": citation.paragraph.id,
        "number": citation.paragraph.number,
        "text": citation.paragraph.text,
        "start": citation.start,
        "end": citation.end,
        "speaker": citation.speaker,
    }


def language_of(kept: Mapping[str, Any]) -> Language:
    """Return the language of a receipt's answer."""
    return "en" if kept.get("language") == "en" else "fr"


def gold_row(entry: Entry) -> dict[str, Any]:
    """Return a line of a gold file for ``porteparole evaluate``.

    A verdict of ``right`` makes the cited paragraphs the right ones; ``refuse`` asks for a refusal;
    ``paragraph`` names those that the moderator chose.

    Raises:
        ValueError: the entry has no verdict that a row can be made of.
    """
    if entry.verdict not in ("right", "refuse", "paragraph"):
        raise ValueError("no gold row can be made of this")
    cited = [citation["text"] for citation in entry.receipt.get("citations", ())]
    texts = {"right": cited, "refuse": [], "paragraph": list(entry.gold)}[entry.verdict]
    behaviour = "answer" if texts else "abstain"
    return {
        "id": f"feedback-{entry.id}",
        "lang": language_of(entry.receipt),
        "kind": "feedback",
        "behaviour": behaviour,
        "question": entry.receipt.get("question", ""),
        "history": entry.receipt.get("history", []),
        "gold": [{"text": text} for text in dict.fromkeys(texts)],
        "tags": [entry.reason],
        "note": entry.comment,
    }


def paragraphs_named(named: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs that ``"3, 5"`` names; nothing where one of them does not exist."""
    wanted = [part.strip(" ¶\u00a0") for part in named.replace(";", ",").split(",")]
    by_number = {str(paragraph.number): paragraph for paragraph in paragraphs}
    found = [by_number.get(number) for number in wanted]
    return tuple(one for one in found if one) if all(found) else ()
