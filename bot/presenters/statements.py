"""Statements as cards: who, in which words, where; in one list, or side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import discord
from discord import ui

from bot.presenters.answer import ANSWERED, REFUSED
from bot.presenters.cut import ELLIPSIS, fit
from bot.presenters.passage import Passage
from bot.presenters.source import BETWEEN, paragraph_place, published_by, title_of
from porteparole.language import Language
from porteparole.lookup.lookup import Reported, Side
from porteparole.texts import Texts

# Discord: 4,000 characters over all text displays of a message. A card takes about 800 at most.
CARDS, CARDS_OF_A_SIDE = 4, 2
WORDS, NAME, TITLE = 450, 80, 100
SIDES = (discord.Colour(0x2A9D8F), discord.Colour(0xE76F51))

Button = Callable[[Passage, str], ui.Item[Any]]


class StatementPages:
    """Makes the pages of lists of statements, for :func:`bot.views.pages.send_pages`.

    Args:
        texts: the sentences.
        reader: the language of the labels; statements stay in the article's.
        button: makes the button that shows a passage, given the passage and the label.
    """

    def __init__(self, texts: Texts, reader: Language, button: Button) -> None:
        self._texts = texts
        self._reader: Language = reader
        self._button = button

    def listed(self, items: Sequence[Reported], *, title: str, note: str = "") -> list[ui.LayoutView]:
        """Return the pages of a list; without items, the title alone.

        Args:
            items: the statements in order.
            title: Markdown of ours, on every page.
            note: below the cards of every page, in small letters.
        """
        groups = [items[at : at + CARDS] for at in range(0, len(items), CARDS)] or [items]
        of_one = one_speaker(items) is not None
        pages: list[ui.LayoutView] = []
        for group in groups:
            view = ui.LayoutView(timeout=None)
            colour = ANSWERED if items else REFUSED
            box: ui.Container[ui.LayoutView] = ui.Container(ui.TextDisplay(title), accent_colour=colour)
            for number, item in enumerate(group, 1):
                for part in self._card(item, number, named=not of_one):
                    box.add_item(part)
            if note:
                box.add_item(ui.Separator())
                box.add_item(ui.TextDisplay(f"-# {note}"))
            pages.append(view.add_item(box))
        return pages

    def compared(self, sides: Sequence[Side], none: Sequence[str]) -> list[ui.LayoutView]:
        """Return the pages of a comparison: a box for each side, one below the other, as a phone shows them.

        Args:
            sides: two of them.
            none: for each, the sentence that says that there is no statement.
        """
        longest = max(len(side.items) for side in sides)
        pages: list[ui.LayoutView] = []
        for first in range(0, max(longest, 1), CARDS_OF_A_SIDE):
            view = ui.LayoutView(timeout=None)
            for place, (side, colour) in enumerate(zip(sides, SIDES, strict=True)):
                count = self._texts(self._reader, "lookup-statements", {"count": len(side.items)})
                head = ui.TextDisplay[ui.LayoutView](self.heading(fit(side.name, NAME), side.items, count))
                box: ui.Container[ui.LayoutView] = ui.Container(head, accent_colour=colour)
                group = side.items[first : first + CARDS_OF_A_SIDE]
                several = bool(side.items) and one_speaker(side.items) is None
                for number, item in enumerate(group, 1):
                    for part in self._card(item, CARDS_OF_A_SIDE * place + number, named=several):
                        box.add_item(part)
                if not side.items:
                    box.add_item(ui.TextDisplay(none[place]))
                elif not group:
                    box.add_item(ui.TextDisplay(f"-# {ELLIPSIS}"))
                view.add_item(box)
            pages.append(view)
        return pages

    def heading(self, name: str, items: Sequence[Reported], *figures: str) -> str:
        """Return a speaker's name, and in small letters who that is, and figures."""
        roles = Counter(item.statement.role for item in items if item.statement.role)
        of_one = one_speaker(items) is not None
        role = [fit(role, NAME) for role, _ in roles.most_common(1)] if of_one else []
        return f"**{name}**\n-# {BETWEEN.join([*role, *figures])}"

    def _card(self, item: Reported, number: int, *, named: bool) -> Iterator[ui.Item[ui.LayoutView]]:
        """Yield what a card is made of.

        Beside the button stands only what is short: on a phone that is a narrow column.
        """
        statement, article = item.statement, item.article
        kind = self._texts(self._reader, "lookup-kind", {"kind": statement.kind})
        who = fit(statement.speaker, NAME) if statement.speaker else ""
        name = who or self._texts(self._reader, "lookup-unattributed")
        label = self._texts(self._reader, "bot-show-paragraph", {"number": str(item.paragraph.number)})
        passage = Passage(item.paragraph.id, statement.start, statement.end, number)
        head = f"**{name}**\n-# {kind}" if named else f"-# {kind}"
        yield ui.Separator()
        yield ui.Section(ui.TextDisplay(head), accessory=self._button(passage, label))
        where = [
            title_of(article, TITLE),
            paragraph_place(item.paragraph, self._texts, self._reader),
            *published_by(article, self._texts, self._reader),
        ]
        role = f"-# {fit(statement.role, NAME)}\n" if named and statement.role else ""
        said = fit(item.text, WORDS) or ELLIPSIS
        if statement.kind == "direct":
            said = self._texts(self._reader, f"lookup-direct-{article.language}", {"text": said})
        yield ui.TextDisplay(f"{role}> {said}\n-# {BETWEEN.join(where)}")


def one_speaker(items: Sequence[Reported]) -> str | None:
    """Return who said all of it, None where that is several or not known."""
    names = {item.statement.speaker for item in items}
    return names.pop() if len(names) == 1 else None
