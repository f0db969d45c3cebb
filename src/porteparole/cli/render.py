"""An answer as a person reads it in a terminal: the answer first, then what proves it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from porteparole.answering.answer import Answer, Citation
from porteparole.cli.harmless import harmless
from porteparole.corpus.article import Article
from porteparole.dates import spoken_date
from porteparole.language import Language
from porteparole.texts import Texts

if TYPE_CHECKING:
    from rich.console import Console


def show_answer(answer: Answer, console: Console, texts: Texts, *, brief: bool = False) -> None:
    """Print the answer, its numbered citations, its notes, and for a refusal the nearest paragraphs.

    All of it is in the answer's language, whatever the terminal's.

    Args:
        answer: what the engine said.
        console: of stdout.
        texts: the sentences.
        brief: leave out a quotation that the answer shows already, as a summary does with nearly all.
    """
    language = answer.language
    said = answer.text if brief else ""
    print_line(console, harmless(answer.text), "bold")
    for number, citation in enumerate(answer.citations, 1):
        shown = citation.quote in said
        if not (brief and shown) or number == 1:
            console.print()
        _cite(console, f"[{number}]", citation, texts, language, quoted=not shown)
    if answer.related:
        console.print()
        print_line(console, texts(language, "cli-related"), "yellow")
    for citation in answer.related:
        console.print()
        _cite(console, "•", citation, texts, language)
    for notice in answer.notes:
        console.print()
        print_line(console, harmless(texts.notice(language, notice)), "dim")


def described(article: Article, texts: Texts, language: Language) -> str:
    """Return what names an article: title, and publisher and date where known, marked where inferred."""
    return " · ".join(harmless(part) for part in _names(article, texts, language))


def _names(article: Article, texts: Texts, language: Language) -> Iterator[str]:
    date = article.published and spoken_date(article.published, language)
    # A title that was inferred is the beginning of the text, which says so itself.
    yield article.title
    for name, value in (("publisher", article.publisher), ("published", date)):
        if value:
            inferred = name in article.inferred
            yield texts(language, "cli-inferred", {"value": value}) if inferred else value


def _cite(
    console: Console, mark: str, citation: Citation, texts: Texts, language: Language, *, quoted: bool = True
) -> None:
    place = f"{described(citation.article, texts, language)} · ¶\u00a0{citation.paragraph.number}"
    if not quoted:
        place += f" — {harmless(citation.speaker)}" if citation.speaker else ""
        print_line(console, f"{mark} {place}", "cyan", indent=2)
        return
    print_line(console, f"{mark} {place}", "cyan", indent=2)
    # No marks around it: they would look like the quotation's own.
    print_line(console, harmless(citation.quote), indent=6)
    if citation.speaker:
        print_line(console, f"— {harmless(citation.speaker)}", indent=6)


def print_line(console: Console, text: str, style: str = "", *, indent: int = 0) -> None:
    """Print a text as lines of its own: folded on a terminal, as it is for a program that reads it."""
    from rich.text import Text

    margin = " " * indent
    for line in text.split("\n"):
        folded = [line]
        if console.is_terminal:
            # Not rich's own folding: it breaks at no-break spaces, which French has inside quotation marks.
            width = max(console.width - indent, 20)
            folded = textwrap.wrap(line, width, replace_whitespace=False, break_on_hyphens=False) or [""]
        for part in folded:
            console.print(Text(margin + part, style))
