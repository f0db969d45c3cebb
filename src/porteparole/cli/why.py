"""Why an answer is what it is, as a person reads it in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from porteparole.cli.harmless import harmless
from porteparole.cli.render import described, print_line
from porteparole.explained import question_lines, sum_line, verdict_lines, versions_line
from porteparole.language import Language
from porteparole.numerals import spoken_number
from porteparole.texts import Texts

if TYPE_CHECKING:
    from rich.console import Console

    from porteparole.answering.explanation import Considered, Explanation

_CANDIDATES = 5


def show_explanation(
    explanation: Explanation, console: Console, texts: Texts, *, most: int = _CANDIDATES
) -> None:
    """Print how the question was read, the verdict, at most ``most`` candidates, and what was dropped.

    It is in the language of the answer above it.
    """
    language = explanation.answer.language
    print_line(console, texts(language, "why-title"), "bold")
    for line in question_lines(explanation, texts, language):
        print_line(console, harmless(line))
    if judged := explanation.judged:
        for line in verdict_lines(judged, texts, language):
            print_line(console, harmless(line))
        if judged.parts:
            print_line(console, sum_line(judged.parts, texts, language), "dim", indent=2)
    if explanation.candidates:
        console.print()
        print_line(console, texts(language, "why-candidates"), "yellow")
    for number, candidate in enumerate(explanation.candidates[:most], 1):
        _show_candidate(number, candidate, console, texts, language)
    if explanation.rejected:
        console.print()
        print_line(console, texts(language, "why-rejected"), "yellow")
    for rejected in explanation.rejected:
        print_line(console, harmless(rejected.text), indent=2)
        reason = texts(language, "why-flaw", {"flaw": rejected.flaw})
        print_line(console, f"→ ¶\u00a0{rejected.citation.paragraph.number}: {reason}", indent=4)
    console.print()
    print_line(console, versions_line(explanation.versions, texts, language), "dim")


def _show_candidate(
    number: int, candidate: Considered, console: Console, texts: Texts, language: Language
) -> None:
    place = f"{described(candidate.article, texts, language)} · ¶\u00a0{candidate.paragraph.number}"
    print_line(console, f"{number}. {spoken_number(candidate.score, language)}  {place}", "cyan", indent=2)
    print_line(console, sum_line(candidate.parts, texts, language), "dim", indent=5)
    for sentence in candidate.sentences:
        cited = f" ({texts(language, 'why-sentences-cited')})" if sentence.cited else ""
        score = spoken_number(sentence.score, language)
        style = "bold" if sentence.cited else ""
        print_line(console, f"{score}{cited}  {harmless(sentence.text)}", style, indent=5)
