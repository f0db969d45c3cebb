"""What happens to a question, in the message that will hold its answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.presenters.answer import Shown
from bot.presenters.stages import stage_page
from bot.views.paced import Paced
from porteparole.answering.stages import Stage
from porteparole.language import Language
from porteparole.texts import Texts


class Stages:
    """Shows stages, and the sentences that are proved already, in the answer to a deferred command.

    An answer that comes within two seconds is the only edit.
    """

    def __init__(
        self, interaction: discord.Interaction[Any], texts: Texts, reader: Language, question: str
    ) -> None:
        self._paced: Paced[tuple[Stage, tuple[str, ...]]] = Paced(
            lambda page: interaction.edit_original_response(view=page),
            lambda state: stage_page(texts, reader, question, *state),
            "the stages of an answer",
        )

    def hear(self, stage: Stage, sentences: Sequence[str] = ()) -> None:
        """Take note of a stage; from any thread."""
        self._paced.show((stage, tuple(sentences)))

    async def end(self, shown: Shown) -> Shown:
        """Return the answer in the form that may take the place of what was shown; no edit comes after."""
        await self._paced.end()
        return as_layout(shown) if self._paced.shown else shown


def as_layout(shown: Shown) -> ui.LayoutView:
    """Return what may take the place of a layout: a message that was one can be no plain text again."""
    if isinstance(shown, str):
        return ui.LayoutView(timeout=None).add_item(ui.TextDisplay(shown))
    return shown
