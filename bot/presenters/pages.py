"""A long list, cut into pages that a phone shows without much scrolling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import discord
from discord import ui

from bot.presenters.answer import ANSWERED, TEXT
from bot.presenters.cut import fit, units

ENTRIES = 10


def list_pages(
    title: str,
    entries: Iterable[str],
    *,
    most: int = ENTRIES,
    limit: int = TEXT // 2,
    colour: discord.Colour = ANSWERED,
    note: str = "",
) -> list[ui.LayoutView]:
    """Return the pages of a list, for :func:`bot.views.pages.send_pages`; the title stands on each.

    Args:
        title: Markdown of ours, a line or two; it comes in bold.
        entries: a block of Markdown each, what strangers wrote in it already made safe
            (:func:`bot.presenters.cut.fit`); one that is longer than a page is cut.
        most: entries on a page.
        limit: characters on a page, the title aside.
        colour: of the stripe at the left.
        note: below the entries of each page, in small letters.

    Returns:
        At least one page: without entries, the title alone. Entries of several lines, and what begins in
        bold, stand a little apart; a list of single lines stays together.
    """
    foot = [f"-# {note}"] if note else []
    return [_page([f"**{title}**", *_blocks(some), *foot], colour) for some in _groups(entries, most, limit)]


def _groups(entries: Iterable[str], most: int, limit: int) -> Iterator[list[str]]:
    group: list[str] = []
    length = 0
    for entry in entries:
        entry = entry if units(entry) <= limit else fit(entry, limit, lines=True)
        if group and (len(group) == most or length + units(entry) + 1 > limit):
            yield group
            group, length = [], 0
        group.append(entry)
        length += units(entry) + 1
    yield group


def _blocks(entries: Iterable[str]) -> list[str]:
    blocks: list[str] = []
    alone = True
    for entry in entries:
        if alone or "\n" in entry or entry.startswith("**"):
            blocks.append(entry)
        else:
            blocks[-1] += f"\n{entry}"
        alone = "\n" in entry
    return blocks


def _page(blocks: Iterable[str], colour: discord.Colour) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    return view.add_item(ui.Container(*map(ui.TextDisplay, blocks), accent_colour=colour))
