"""Pages with ◀ and ▶ for what is too long for one message."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.failures import record
from bot.readers import reader_of
from bot.tree import tell
from porteparole.language import Language
from porteparole.texts import Texts

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

# Seconds after the last click; what a click lets the bot edit ends after 15 minutes.
LIVE = 600
MOST_OPEN = 200

TEMPLATE = re.compile(r"pp-page:(?P<key>[0-9a-f]{8}):(?P<page>\d{1,6}):(?P<side>[bcn])")


async def send_pages(
    interaction: discord.Interaction[Any], pages: Sequence[ui.LayoutView], *, private: bool = True
) -> None:
    """Answer an interaction with the first page, and with buttons where there are several.

    Only the one who asked may turn the pages; others are told so. After ten minutes without a click the
    buttons are switched off; after a restart a click gets a sentence.

    Args:
        interaction: new, or deferred (then ``private`` was decided at the deferral).
        pages: at least one, in the reader's language; a sequence that makes a page when it is asked for it
            is welcome. Buttons on a page must be dynamic items, which outlive a restart.
        private: whether only the asker sees them.
    """
    bot: PorteParoleBot = interaction.client
    shown = pages[0] if len(pages) == 1 else bot.pagers.open(interaction, pages)
    if interaction.response.is_done():
        await interaction.edit_original_response(view=shown)
    else:
        await interaction.response.send_message(view=shown, ephemeral=private)


@dataclass(slots=True)
class _Open:
    owner: int
    pages: Sequence[ui.LayoutView]
    page: int
    reader: Language
    interaction: discord.Interaction[Any]
    timer: asyncio.TimerHandle | None = None


class Pagers:
    """The pagers that can still be turned; the oldest goes when there are too many."""

    def __init__(self, texts: Texts, live: float = LIVE, most: int = MOST_OPEN) -> None:
        self._texts = texts
        self._live = live
        self._most = most
        self._open: OrderedDict[str, _Open] = OrderedDict()
        self._ending: set[asyncio.Task[None]] = set()

    def open(self, interaction: discord.Interaction[Any], pages: Sequence[ui.LayoutView]) -> ui.LayoutView:
        """Take note of the pages; return the first with its buttons."""
        key = secrets.token_hex(4)
        pager = _Open(interaction.user.id, pages, 0, reader_of(interaction), interaction)
        self._open[key] = pager
        while len(self._open) > self._most:
            self._end(next(iter(self._open)))
        self._wind_up(key, pager)
        return self._render(key, pager)

    async def turn(self, interaction: discord.Interaction[Any], key: str, page: int) -> None:
        """Show another page to the owner; tell everybody else why not."""
        pager = self._open.get(key)
        if pager is None:
            await tell(interaction, self._texts(reader_of(interaction), "bot-pages-over"))
        elif pager.owner != interaction.user.id:
            await tell(interaction, self._texts(reader_of(interaction), "bot-pages-not-yours"))
        else:
            pager.page = min(page, len(pager.pages) - 1)
            pager.interaction = interaction
            self._wind_up(key, pager)
            await interaction.response.edit_message(view=self._render(key, pager))

    def _wind_up(self, key: str, pager: _Open) -> None:
        if pager.timer:
            pager.timer.cancel()
        self._open.move_to_end(key)
        pager.timer = asyncio.get_running_loop().call_later(self._live, self._end, key)

    def _end(self, key: str) -> None:
        pager = self._open.pop(key, None)
        if pager is None:
            return
        if pager.timer:
            pager.timer.cancel()
        task = asyncio.create_task(self._switch_off(key, pager))
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    async def _switch_off(self, key: str, pager: _Open) -> None:
        try:
            await pager.interaction.edit_original_response(view=self._render(key, pager, live=False))
        except discord.HTTPException:
            pass  # Deleted, dismissed or too old: then there are no buttons to switch off.
        except Exception as error:
            record(error, "end of a pager")

    def _render(self, key: str, pager: _Open, *, live: bool = True) -> ui.LayoutView:
        count = self._texts(
            pager.reader, "bot-pages-count", {"page": str(pager.page + 1), "count": str(len(pager.pages))}
        )
        view = ui.LayoutView(timeout=None)
        for item in pager.pages[pager.page].children:
            view.add_item(item)
        row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
        row.add_item(PageButton(key, max(pager.page - 1, 0), "b", off=not live or pager.page == 0))
        row.add_item(PageButton(key, pager.page, "c", count[:80], off=True))
        following = min(pager.page + 1, len(pager.pages) - 1)
        row.add_item(PageButton(key, following, "n", off=not live or pager.page == len(pager.pages) - 1))
        return view.add_item(row)


class PageButton(ui.DynamicItem[ui.Button[Any]], template=TEMPLATE):
    """◀ or ▶, or the count between them: it names its pager and the page it leads to.

    The count, which nobody can press, is one too: discord.py would keep any other button for ever.
    """

    def __init__(self, key: str, page: int, side: str, label: str = "", *, off: bool = False) -> None:
        button: ui.Button[Any] = ui.Button(
            label=label or ("◀" if side == "b" else "▶"),
            custom_id=f"pp-page:{key}:{page}:{side}",
            style=discord.ButtonStyle.secondary,
            disabled=off,
        )
        super().__init__(button)
        self.key, self.page = key, page

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> PageButton:
        """Make the button again that was pressed."""
        return cls(match["key"], int(match["page"]), match["side"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn the page."""
        bot: PorteParoleBot = interaction.client
        try:
            await bot.pagers.turn(interaction, self.key, self.page)
        except discord.NotFound:
            pass  # The message was closed meanwhile.
        except Exception as error:
            await bot.apologise(interaction, record(error, "page button"))
