"""What the bot says about itself: how to ask, with questions that can be tried."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from discord import ui

from bot.presenters.answer import ANSWERED
from porteparole.language import Language
from porteparole.texts import Texts


def help_page(name: str, row: Sequence[ui.Item[Any]], *, texts: Texts, reader: Language) -> ui.LayoutView:
    """Return the help.

    Args:
        name: mentions the bot.
        row: buttons that ask a question each; there may be none.
        texts: the sentences.
        reader: their language.
    """
    said = f"**{texts(reader, 'bot-help-title')}**\n{texts(reader, 'bot-help-text', {'bot': name})}"
    box: ui.Container[ui.LayoutView] = ui.Container(ui.TextDisplay(said), accent_colour=ANSWERED)
    if row:
        box.add_item(ui.Separator())
        box.add_item(ui.TextDisplay(f"**{texts(reader, 'bot-help-try')}**"))
        box.add_item(ui.ActionRow(*row))
    box.add_item(ui.Separator())
    small = "\n".join(f"-# {line}" for line in texts(reader, "bot-help-more").splitlines())
    box.add_item(ui.TextDisplay(small))
    return ui.LayoutView(timeout=None).add_item(box)
