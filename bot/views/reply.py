"""The one reply to a message: what is being done, if that takes long, and then the answer in its place."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import discord
from discord import ui

from bot.delivery import deliver, in_a_thread
from bot.presenters.answer import Shown
from bot.presenters.stages import stage_page
from bot.rest import UNCERTAIN, persistently
from bot.views.paced import Paced
from bot.views.stages import as_layout
from porteparole.answering.stages import Stage
from porteparole.language import Language
from porteparole.texts import Texts

log = logging.getLogger("bot")


class Reply:
    """Replies to a message, once.

    Stages are shown from the third second on: an answer that comes before is posted as it is. However often
    something is posted, it bears the same nonce, so that there is one message.

    Args:
        message: what is replied to.
        texts: the sentences.
        reader: the language of stages, and of what is said where the bot may not write.
    """

    def __init__(self, message: discord.Message, texts: Texts, reader: Language) -> None:
        self._message = message
        self._texts = texts
        self._reader: Language = reader
        self._paced: Paced[tuple[Stage, tuple[str, ...]]] = Paced(
            self._show, lambda state: stage_page(texts, reader, "", *state), "the stages of a reply"
        )
        self._posted: discord.Message | None = None
        self._perhaps_posted = False
        # The name of the thread that is opened for the answer, "" for none.
        self.thread = ""

    def hear(self, stage: Stage, sentences: Sequence[str] = ()) -> None:
        """Take note of a stage; from any thread."""
        self._paced.show((stage, tuple(sentences)))

    async def _show(self, page: ui.LayoutView) -> None:
        if self._posted:
            await _edit(self._posted, page)
            return
        try:
            if self.thread:
                self._posted = await in_a_thread(self._message, page, self.thread)
            self._posted = self._posted or await self._message.reply(view=page, nonce=str(self._message.id))
        except UNCERTAIN:
            self._perhaps_posted = True
            raise

    async def end(self, shown: Shown, *, thread: bool = True) -> discord.Message | None:
        """Show the answer; no edit comes after.

        Args:
            shown: the answer, or the sentence that says why there is none.
            thread: whether it is worth a thread, where the server wants them.

        Returns:
            The message that shows it, None where nothing could be sent, or where it was deleted meanwhile.

        Raises:
            discord.HTTPException: Discord declined.
            TimeoutError: it did not answer.
            aiohttp.ClientError: it could not be reached.
        """
        await self._paced.end()
        if self._posted is None:
            self._posted = await self._post(as_layout(shown) if self._perhaps_posted else shown, thread)
            if not self._perhaps_posted:
                return self._posted
        posted = self._posted
        if posted is None:
            return None
        layout = as_layout(shown)
        try:
            return await persistently(lambda: _edit(posted, layout))
        except discord.NotFound:
            log.info("a reply was deleted before it was complete")
            return None

    async def _post(self, shown: Shown, thread: bool) -> discord.Message | None:
        if thread and self.thread:
            opened = await in_a_thread(self._message, shown, self.thread)
            if opened:
                return opened
        return await deliver(self._message, shown, texts=self._texts, reader=self._reader)


async def _edit(posted: discord.Message, page: ui.LayoutView) -> discord.Message:
    # What the client says of mentions is not said of an edit.
    return await posted.edit(view=page, allowed_mentions=discord.AllowedMentions.none())
