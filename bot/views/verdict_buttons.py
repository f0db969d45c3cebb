"""The moderators' decision about an objection."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any, cast, get_args

import discord
from discord import ui

from bot.failures import record
from bot.moderators import is_moderator
from bot.presenters.plain import plain
from bot.readers import reader_of
from bot.servers import actor
from bot.tree import tell
from porteparole.corpus.article import Article, Corpus
from porteparole.feedback.entry import Entry, Verdict, paragraphs_named
from porteparole.language import Language
from porteparole.notice import PorteParoleError
from porteparole.texts import Texts

if TYPE_CHECKING:
    from bot.client import PorteParoleBot

VERDICT = re.compile(r"pp-verdict:(?P<number>\d{1,18}):(?P<verdict>right|refuse|paragraph|dismissed)")


def verdict_row(texts: Texts, reader: Language, number: int) -> list[ui.Item[Any]]:
    """Return the buttons that decide about an entry."""
    return [
        VerdictButton(number, verdict, texts(reader, "bot-verdict", {"verdict": verdict}))
        for verdict in get_args(Verdict)
    ]


class VerdictButton(ui.DynamicItem[ui.Button[Any]], template=VERDICT):
    """Decides about one entry."""

    def __init__(self, number: int, verdict: Verdict, label: str) -> None:
        super().__init__(
            ui.Button(
                label=label[:80],
                custom_id=f"pp-verdict:{number}:{verdict}",
                style=discord.ButtonStyle.success if verdict == "right" else discord.ButtonStyle.secondary,
            )
        )
        self.number = number
        self.verdict: Verdict = verdict

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> VerdictButton:
        """Make the button again that was pressed."""
        label = item.label if isinstance(item, ui.Button) else None
        return cls(int(match["number"]), cast("Verdict", match["verdict"]), label or match["verdict"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Decide, or ask which paragraph is the right one."""
        bot: PorteParoleBot = interaction.client
        try:
            entry = await _entry(interaction, self.number)
            if entry is None:
                return
            if self.verdict == "paragraph":
                form = ParagraphForm(bot.texts, reader_of(interaction), entry)
                await interaction.response.send_modal(form)
            else:
                await decide(interaction, entry, self.verdict)
        except discord.NotFound:
            pass  # The moderator waited too long.
        except PorteParoleError as error:
            await tell(interaction, bot.texts.notice(reader_of(interaction), error.notice))
        except Exception as error:
            await bot.apologise(interaction, record(error, "verdict"))


class ParagraphForm(ui.Modal):
    """Asks a moderator which paragraphs answer the question."""

    def __init__(self, texts: Texts, reader: Language, entry: Entry) -> None:
        super().__init__(title=texts(reader, "bot-verdict-form")[:45], timeout=840)
        self._entry = entry
        cited = next(iter(entry.receipt.get("citations", ())), {})
        self._article: ui.TextInput[Any] = ui.TextInput(
            custom_id="article", default=str(cited.get("article", ""))[:200] or None, max_length=200
        )
        self._paragraphs: ui.TextInput[Any] = ui.TextInput(
            custom_id="paragraphs", placeholder="3, 5", max_length=50
        )
        self.add_item(ui.Label(text=texts(reader, "bot-verdict-article")[:45], component=self._article))
        self.add_item(ui.Label(text=texts(reader, "bot-verdict-paragraphs")[:45], component=self._paragraphs))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Decide, or say what does not exist."""
        bot: PorteParoleBot = interaction.client
        reader = reader_of(interaction)
        corpus = await asyncio.to_thread(lambda: bot.service.corpus)
        article = _named(corpus, self._article.value)
        if article is None:
            name = plain(self._article.value)
            await tell(interaction, bot.texts(reader, "bot-verdict-no-article", {"name": name}))
            return
        found = paragraphs_named(self._paragraphs.value, article.paragraphs)
        if not found:
            count = str(len(article.paragraphs))
            await tell(interaction, bot.texts(reader, "bot-verdict-no-paragraph", {"count": count}))
            return
        await decide(interaction, self._entry, "paragraph", tuple(one.text for one in found))

    async def on_error(self, interaction: discord.Interaction[Any], error: Exception, /) -> None:
        """Say what went wrong."""
        bot: PorteParoleBot = interaction.client
        if isinstance(error, PorteParoleError):
            await tell(interaction, bot.texts.notice(reader_of(interaction), error.notice))
        elif not isinstance(error, discord.NotFound):
            await bot.apologise(interaction, record(error, "verdict"))


async def decide(
    interaction: discord.Interaction[Any], entry: Entry, verdict: Verdict, gold: tuple[str, ...] = ()
) -> None:
    """Keep a decision and say it, or that somebody else was quicker."""
    bot: PorteParoleBot = interaction.client
    by = actor(interaction.user)
    done = await asyncio.to_thread(bot.service.feedback.resolve, entry.id, verdict, by, gold)
    values = {"number": str(entry.id), "verdict": verdict}
    key = "bot-verdict-kept" if done else "bot-verdict-too-late"
    await tell(interaction, bot.texts(reader_of(interaction), key, values))


async def _entry(interaction: discord.Interaction[Any], number: int) -> Entry | None:
    """Return the entry that a moderator may decide about; tell everybody else why not."""
    bot: PorteParoleBot = interaction.client
    reader = reader_of(interaction)
    if interaction.guild is None:
        allowed = await bot.is_owner(interaction.user)
    else:
        allowed = await is_moderator(interaction)
    if not allowed:
        await tell(interaction, bot.texts(reader, "bot-for-moderators"))
        return None
    entry = await asyncio.to_thread(bot.service.feedback.find, number)
    if entry is None or (interaction.guild and entry.server != interaction.guild.id):
        await tell(interaction, bot.texts(reader, "bot-verdict-gone"))
        return None
    return entry


def _named(corpus: Corpus, name: str) -> Article | None:
    wanted = name.strip().casefold()
    for article in corpus.articles:
        if wanted in (article.id.casefold(), article.title.casefold(), article.source.casefold()):
            return article
    return None
