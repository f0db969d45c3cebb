"""A summary as pages: no sentence is cut, since a cut quotation is no quotation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from discord import ui

from bot.presenters.answer import SENTENCES, Button, present
from bot.presenters.cut import units
from bot.presenters.plain import plain
from porteparole.answering.answer import Answer, Sentence
from porteparole.language import Language
from porteparole.texts import Texts

MOST = 5
# For the numbers of citations and the label of a translation.
_BESIDE = 80


def summary_pages(
    answer: Answer, *, title: str, texts: Texts, reader: Language, button: Button
) -> list[ui.LayoutView]:
    """Return the pages of a summary, for :func:`bot.views.pages.send_pages`; each numbers its own citations.

    Args:
        answer: the summary.
        title: what is summarised.
        texts: the sentences.
        reader: the language of the labels.
        button: makes the button that shows a passage.
    """
    pages: list[ui.LayoutView] = []
    for part in _parts(answer):
        shown = present(part, texts=texts, reader=reader, button=button, question=title)
        if isinstance(shown, ui.LayoutView):
            pages.append(shown)
    return pages


def _parts(answer: Answer) -> Iterator[Answer]:
    groups: list[list[Sentence]] = [[]]
    length = 0
    for sentence in answer.sentences:
        size = units(plain(sentence.text)) + _BESIDE
        if groups[-1] and (len(groups[-1]) == MOST or length + size > SENTENCES):
            groups.append([])
            length = 0
        groups[-1].append(sentence)
        length += size
    for group in groups:
        used = list(dict.fromkeys(number for sentence in group for number in sentence.citations))
        numbers = {number: place for place, number in enumerate(used, 1)}
        yield replace(
            answer,
            sentences=tuple(replace(s, citations=tuple(numbers[n] for n in s.citations)) for s in group),
            citations=tuple(answer.citations[number - 1] for number in used),
        )
