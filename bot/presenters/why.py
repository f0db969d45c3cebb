"""Why an answer is what it is, as moderators read it."""

from __future__ import annotations

from collections.abc import Iterator

import discord
from discord import ui

from bot.presenters.cut import ELLIPSIS, fit
from bot.presenters.pages import list_pages
from bot.presenters.source import paragraph_place, title_of
from porteparole.answering.explanation import Considered, Explanation, Rejected
from porteparole.explained import question_lines, sum_line, verdict_lines, versions_line
from porteparole.language import Language
from porteparole.numerals import spoken_number
from porteparole.texts import Texts

COLOUR = discord.Colour(0x6C757D)
CANDIDATES, SENTENCES, ON_A_PAGE = 6, 3, 3
LINE, SENTENCE, TITLE = 300, 260, 70


def why_pages(
    explanation: Explanation, answered_from: str, *, texts: Texts, reader: Language
) -> list[ui.LayoutView]:
    """Return the pages: question and verdict, the candidates, what was dropped.

    Args:
        explanation: of the same question, asked again now.
        answered_from: the generation that the answer came from; it is told when that is no longer this one.
        texts: the sentences.
        reader: the language of everything that is ours.
    """
    entries = [
        _head(explanation, answered_from, texts, reader),
        *(
            _candidate(number, candidate, texts, reader)
            for number, candidate in enumerate(explanation.candidates[:CANDIDATES], 1)
        ),
        *_rejected(explanation.rejected, texts, reader),
    ]
    note = fit(versions_line(explanation.versions, texts, reader), LINE)
    return list_pages(texts(reader, "why-title"), entries, most=ON_A_PAGE, colour=COLOUR, note=note)


def _head(explanation: Explanation, answered_from: str, texts: Texts, reader: Language) -> str:
    lines = [fit(line, LINE) for line in question_lines(explanation, texts, reader)]
    if judged := explanation.judged:
        lines += [f"**{fit(line, LINE)}**" for line in verdict_lines(judged, texts, reader)]
        lines.append(f"-# {fit(sum_line(judged.parts, texts, reader), LINE) or ELLIPSIS}")
    if answered_from and answered_from != explanation.versions.generation:
        lines.append(f"-# {texts(reader, 'why-other-generation', {'generation': answered_from})}")
    return "\n".join(lines)


def _candidate(number: int, candidate: Considered, texts: Texts, reader: Language) -> str:
    place = paragraph_place(candidate.paragraph, texts, reader)
    score = spoken_number(candidate.score, reader)
    lines = [
        f"**{number}\\. {score}** {title_of(candidate.article, TITLE)} · {place}",
        f"-# {fit(sum_line(candidate.parts, texts, reader), LINE) or ELLIPSIS}",
    ]
    for sentence in candidate.sentences[:SENTENCES]:
        cited = f" ({texts(reader, 'why-sentences-cited')})" if sentence.cited else ""
        lines.append(f"> {spoken_number(sentence.score, reader)}{cited} {fit(sentence.text, SENTENCE)}")
    return "\n".join(lines)


def _rejected(rejected: tuple[Rejected, ...], texts: Texts, reader: Language) -> Iterator[str]:
    for number, one in enumerate(rejected):
        head = "" if number else f"**{texts(reader, 'why-rejected')}**\n"
        reason = texts(reader, "why-flaw", {"flaw": one.flaw})
        place = paragraph_place(one.citation.paragraph, texts, reader)
        yield f"{head}> {fit(one.text, SENTENCE) or ELLIPSIS}\n-# {place}: {reason}"
