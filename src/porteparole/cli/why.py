"""Why an answer is what it is, as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from porteparole.cli.harmless import harmless
from porteparole.cli.render import described, print_line
from porteparole.language import Language
from porteparole.notice import NoticeValue
from porteparole.numerals import spoken_number
from porteparole.texts import Texts

if TYPE_CHECKING:
    from rich.console import Console

    from porteparole.answering.explanation import Considered, Explanation, Judged, Part
    from porteparole.answering.question import Question

_CANDIDATES = 5
# What adds less to a score is not worth a reader's time.
_LEAST = 0.005


def show_explanation(
    explanation: Explanation, console: Console, texts: Texts, language: Language, *, most: int = _CANDIDATES
) -> None:
    """Print how the question was read, the verdict, at most ``most`` candidates, and what was dropped."""
    _Printer(console, texts, language).show(explanation, most)


class _Printer:
    def __init__(self, console: Console, texts: Texts, language: Language) -> None:
        self._console = console
        self._texts = texts
        self._language: Language = language

    def show(self, explanation: Explanation, most: int) -> None:
        self._say("why-title", "bold")
        if explanation.question:
            self._question(explanation.question, explanation.background)
        else:
            self._say("why-not-searched")
        if explanation.judged:
            self._verdict(explanation.judged)
        if explanation.candidates:
            self._console.print()
            self._say("why-candidates", "yellow")
        for number, candidate in enumerate(explanation.candidates[:most], 1):
            self._candidate(number, candidate)
        if explanation.rejected:
            self._console.print()
            self._say("why-rejected", "yellow")
        for rejected in explanation.rejected:
            print_line(self._console, harmless(rejected.text), indent=2)
            reason = self._words("why-flaw", flaw=rejected.flaw)
            print_line(self._console, f"→ ¶\u00a0{rejected.citation.paragraph.number}: {reason}", indent=4)
        self._console.print()
        versions = explanation.versions
        self._say(
            "why-versions",
            "dim",
            generation=versions.generation,
            weights=versions.weights,
            embedder=versions.embedder or "none",
        )

    def _question(self, question: Question, background: str) -> None:
        self._say("why-read", question=harmless(question.text))
        if background:
            self._say("why-background", background=harmless(background))
        if question.wanted:
            kinds = ", ".join(self._words("why-kind", kind=kind) for kind in question.wanted)
            self._say("why-wanted", kinds=kinds)
        if question.names:
            names = ", ".join(" ".join(term.text for term in name) for name in question.names)
            self._say("why-names", names=harmless(names))

    def _verdict(self, judged: Judged) -> None:
        key = "why-verdict-answers" if judged.answers else "why-verdict-refuses"
        numbers = {
            "confidence": spoken_number(judged.confidence, self._language),
            "threshold": spoken_number(judged.threshold, self._language),
        }
        self._say(key, **numbers)
        if judged.lack:
            self._say("why-lack", lack=judged.lack, names=harmless(", ".join(judged.unknown)))
        if judged.parts:
            print_line(self._console, self._sum(judged.parts), "dim", indent=2)

    def _candidate(self, number: int, candidate: Considered) -> None:
        article = described(candidate.article, self._texts, self._language)
        place = f"{article} · ¶\u00a0{candidate.paragraph.number}"
        print_line(
            self._console,
            f"{number}. {spoken_number(candidate.score, self._language)}  {place}",
            "cyan",
            indent=2,
        )
        print_line(self._console, self._sum(candidate.parts), "dim", indent=5)
        for sentence in candidate.sentences:
            cited = f" ({self._words('why-sentences-cited')})" if sentence.cited else ""
            style = "bold" if sentence.cited else ""
            print_line(
                self._console,
                f"{spoken_number(sentence.score, self._language)}{cited}  {harmless(sentence.text)}",
                style,
                indent=5,
            )

    def _sum(self, parts: Iterable[Part]) -> str:
        return " · ".join(
            f"{self._words('why-part', name=part.name)} "
            f"{spoken_number(part.weighed, self._language, sign=True)}"
            for part in parts
            if abs(part.weighed) >= _LEAST
        )

    def _say(self, key: str, style: str = "", **values: NoticeValue) -> None:
        print_line(self._console, self._words(key, **values), style)

    def _words(self, key: str, **values: NoticeValue) -> str:
        return self._texts(self._language, key, values)
