"""An answer as a message: the sentences first, then the citations that prove them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import discord
from discord import ui

from bot.presenters.cut import ELLIPSIS, fit, shares, units
from bot.presenters.passage import Passage
from bot.presenters.plain import plain
from bot.presenters.source import BETWEEN, paragraph_place, published_by, title_of, translated_label
from porteparole.answering.answer import Answer, Citation, Sentence
from porteparole.language import Language
from porteparole.texts import Texts

# Discord: 4,000 characters over all text displays, 40 components.
TEXT = 3900
PLAIN_TEXT = 2000
QUESTION, SENTENCES, NOTES, QUOTE, RELATED = 300, 1800, 500, 600, 180
MOST_SENTENCES, MOST_MARKS, WITH_BUTTON, QUOTE_BELOW = 12, 6, 8, 6
# Numbers of components by which the bot finds the parts of its own messages again.
QUESTION_ID, SENTENCES_ID = 1001, 1002
ANSWERED, REFUSED = discord.Colour(0x2A9D8F), discord.Colour(0x80848E)

# This note of the writer says of the whole answer what stands here below each translated sentence.
SAID_ABOVE = frozenset({"answer-note-translation", "answer-note-machine-translation"})

Button = Callable[[Passage, str], ui.Item[Any]]
Shown = str | ui.LayoutView


def present(
    answer: Answer,
    *,
    texts: Texts,
    reader: Language,
    button: Button,
    question: str | None = None,
    row: Sequence[ui.Item[Any]] = (),
) -> Shown:
    """Return an answer as it is sent: a layout, or one line of text for small talk.

    Args:
        answer: what the service said.
        texts: the sentences.
        reader: the language of the labels.
        button: makes the button that shows a passage, given the passage and the label.
        question: shown above the answer, where Discord itself does not show it.
        row: at most five buttons below the answer; small talk goes without.
    """
    if answer.outcome == "chat":
        line = " ".join(sentence.text for sentence in answer.sentences)
        return fit(line, PLAIN_TEXT, lines=True) or ELLIPSIS
    view = _Message(answer, texts, reader, button).layout(question)
    return view.add_item(ui.ActionRow(*row)) if row else view


class _Message:
    def __init__(self, answer: Answer, texts: Texts, reader: Language, button: Button) -> None:
        self._answer = answer
        self._texts = texts
        self._reader: Language = reader
        self._button = button

    def layout(self, question: str | None) -> ui.LayoutView:
        view = ui.LayoutView(timeout=None)
        left = TEXT
        if question and (repeated := fit(question, QUESTION)):
            asked = ui.TextDisplay(f"> {repeated}", id=QUESTION_ID)
            left -= units(asked.content)
            view.add_item(asked)
        answered = self._answer.outcome == "answered"
        box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=ANSWERED if answered else REFUSED)
        said = self._said()
        notes = self._notes()
        left -= units(said) + units(notes)
        box.add_item(ui.TextDisplay(said, id=SENTENCES_ID))
        cited = self._answer.citations if answered else self._answer.related
        if cited:
            box.add_item(ui.Separator())
            for item in self._cited(cited, left, answered):
                box.add_item(item)
        if notes:
            box.add_item(ui.Separator(visible=False))
            box.add_item(ui.TextDisplay(notes))
        return view.add_item(box)

    def _said(self) -> str:
        """Return a line for each sentence; after translated ones, what their translation is worth."""
        sentences = self._answer.sentences[:MOST_SENTENCES]
        labels = [
            f"-# {self._texts(self._reader, translated_label(sentence.by_machine))}" for sentence in sentences
        ]
        marks = [_marks(sentence) for sentence in sentences]
        fixed = sum(
            units(mark) + 1 + (units(label) + 1) * sentence.translated
            for mark, label, sentence in zip(marks, labels, sentences, strict=True)
        )
        rooms = shares([units(plain(sentence.text)) for sentence in sentences], SENTENCES - fixed)
        lines: list[str] = []
        for index, (sentence, mark, room) in enumerate(zip(sentences, marks, rooms, strict=True)):
            lines.append(fit(sentence.text, max(room, 1)) + mark)
            following = sentences[index + 1 : index + 2]
            goes_on = following and following[0].translated and following[0].by_machine == sentence.by_machine
            if sentence.translated and not goes_on:
                lines.append(labels[index])
        return "\n".join(lines).strip() or ELLIPSIS

    def _notes(self) -> str:
        notes = [
            self._texts.notice(self._reader, note)
            for note in self._answer.notes
            if note.key not in SAID_ABOVE
        ]
        rooms = shares([units(plain(note)) + 4 for note in notes], NOTES)
        return "\n".join(
            f"-# {fit(note, room - 4)}" for note, room in zip(notes, rooms, strict=True) if room > 8
        )

    def _cited(self, cited: Sequence[Citation], left: int, proof: bool) -> Iterator[ui.Item[ui.LayoutView]]:
        if not proof:
            label = f"**{self._texts(self._reader, 'bot-related')}**"
            left -= units(label)
            yield ui.TextDisplay(label)
        shown, more = cited[:WITH_BUTTON], len(cited) - WITH_BUTTON
        rest = ""
        if more > 0:
            rest = f"-# {ELLIPSIS} {self._texts(self._reader, 'bot-more-citations', {'count': more})}"
            left -= units(rest)
        heads = [self._head(citation, number, proof) for number, citation in enumerate(shown, 1)]
        if sum(units(name) + units(where) for name, where in heads) > left / 2:
            heads = [
                self._head(citation, number, proof, brief=True) for number, citation in enumerate(shown, 1)
            ]
        left -= sum(units(name) + units(where) + 5 for name, where in heads)
        most = QUOTE if proof else RELATED
        # What stands above word for word need not be read twice.
        told = [proof and citation.quote in self._answer.text for citation in shown]
        wanted = [min(units(plain(citation.quote)), most) for citation in shown]
        rooms = shares([0 if again else room for again, room in zip(told, wanted, strict=True)], left)
        for number, (citation, (name, where), room) in enumerate(zip(shown, heads, rooms, strict=True), 1):
            quote = f"> {fit(citation.quote, room) or ELLIPSIS}" if room > 8 else ""
            label = self._texts(
                self._reader, "bot-show-paragraph", {"number": str(citation.paragraph.number)}
            )
            passage = Passage.of(citation, number, proof=proof)
            button = self._button(passage, label)
            below = "\n".join(filter(None, (quote, where)))
            # Beside the button all but a name would be a narrow column on a phone.
            if len(shown) <= QUOTE_BELOW:
                yield ui.Section(ui.TextDisplay(name), accessory=button)
                yield ui.TextDisplay(below)
            else:
                yield ui.Section(ui.TextDisplay(f"{name}\n{below}"), accessory=button)
        if rest:
            yield ui.TextDisplay(rest)

    def _head(self, citation: Citation, number: int, proof: bool, *, brief: bool = False) -> tuple[str, str]:
        """Return who speaks, else the paragraph, and where it stands; only what proves has a number."""
        article = citation.article
        speaker = fit(citation.speaker, 30 if brief else 80) if citation.speaker else ""
        place = paragraph_place(citation.paragraph, self._texts, self._reader)
        name = " ".join(part for part in (f"\\[{number}\\]" if proof else "", speaker) if part) or place
        where = [
            title_of(article, 40 if brief else 140),
            *([] if name == place else [place]),
            *([] if brief else published_by(article, self._texts, self._reader)),
        ]
        return f"**{name}**", f"-# {BETWEEN.join(where)}"


def _marks(sentence: Sentence) -> str:
    # Escaped: "[1]" before a bracket in the next sentence would become a link.
    marks = "".join(f"\\[{number}\\]" for number in sentence.citations[:MOST_MARKS])
    return f" **{marks}**" if marks else ""
