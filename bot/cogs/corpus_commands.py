"""The definitions of ``/corpus`` and its subcommands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import discord
from discord import app_commands

from bot.translator import Labels

if TYPE_CHECKING:
    from bot.cogs.corpus import Corpus
    from porteparole.state.entries import Mark


def corpus_group(cog: Corpus, label: Labels, shown_to: discord.Permissions | None) -> app_commands.Group:
    """Return the commands.

    Args:
        cog: does what they say.
        label: names and descriptions.
        shown_to: whom Discord shows them (see :func:`bot.moderators.proposed`).
    """
    group = app_commands.Group(
        name=label("moderation-corpus"),
        description=label("moderation-corpus.description"),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        default_permissions=shown_to,
    )

    @group.command(name=label("moderation-reload"), description=label("moderation-reload.description"))
    @app_commands.rename(dry_run=label("moderation-reload.dry-run"))
    @app_commands.describe(dry_run=label("moderation-reload.dry-run-description"))
    async def reload(interaction: discord.Interaction, dry_run: bool = False) -> None:
        await cog.reload(interaction, dry_run)

    @group.command(name=label("moderation-status"), description=label("moderation-status.description"))
    async def status(interaction: discord.Interaction) -> None:
        await cog.status(interaction)

    @group.command(name=label("moderation-add"), description=label("moderation-add.description"))
    @app_commands.rename(file=label("moderation-add.file"), address=label("moderation-add.address"))
    @app_commands.describe(
        file=label("moderation-add.file-description"), address=label("moderation-add.address-description")
    )
    async def add(
        interaction: discord.Interaction,
        file: discord.Attachment | None = None,
        address: app_commands.Range[str, 1, 2000] | None = None,
    ) -> None:
        await cog.add(interaction, file, address)

    @group.command(name=label("moderation-remove"), description=label("moderation-remove.description"))
    @app_commands.rename(article=label("moderation-remove.article"))
    @app_commands.describe(article=label("moderation-remove.article-description"))
    async def remove(interaction: discord.Interaction, article: app_commands.Range[str, 1, 100]) -> None:
        await cog.remove(interaction, article)

    @remove.autocomplete("article")
    async def _articles(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await cog.articles_like(interaction, typed)

    @group.command(name=label("moderation-readmit"), description=label("moderation-readmit.description"))
    @app_commands.rename(article=label("moderation-remove.article"))
    @app_commands.describe(article=label("moderation-readmit.article-description"))
    async def readmit(interaction: discord.Interaction, article: app_commands.Range[str, 1, 100]) -> None:
        await cog.readmit(interaction, article)

    @readmit.autocomplete("article")
    async def _removed(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await cog.removed_like(interaction, typed)

    @group.command(name=label("moderation-translate"), description=label("moderation-translate.description"))
    @app_commands.rename(
        article=label("moderation-translate.article"),
        number=label("moderation-translate.number"),
        text=label("moderation-translate.text"),
    )
    @app_commands.describe(
        article=label("moderation-translate.article-description"),
        number=label("moderation-translate.number-description"),
        text=label("moderation-translate.text-description"),
    )
    async def translate(
        interaction: discord.Interaction,
        article: app_commands.Range[str, 1, 100],
        number: app_commands.Range[int, 1, 100_000],
        text: app_commands.Range[str, 1, 4000],
    ) -> None:
        await cog.translate(interaction, article, number, text)

    @translate.autocomplete("article")
    async def _translated(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await cog.articles_like(interaction, typed)

    @group.command(name=label("moderation-rollback"), description=label("moderation-rollback.description"))
    async def rollback(interaction: discord.Interaction) -> None:
        await cog.rollback(interaction)

    @group.command(name=label("moderation-history"), description=label("moderation-history.description"))
    async def history(interaction: discord.Interaction) -> None:
        await cog.history(interaction)

    @group.command(name=label("moderation-gaps"), description=label("moderation-gaps.description"))
    @app_commands.rename(question=label("moderation-gaps.question"), mark=label("moderation-gaps.mark"))
    @app_commands.describe(
        question=label("moderation-gaps.question-description"), mark=label("moderation-gaps.mark-description")
    )
    @app_commands.choices(
        mark=[
            app_commands.Choice(name=label("moderation-gaps.note"), value="noted"),
            app_commands.Choice(name=label("moderation-gaps.dismiss"), value="dismissed"),
            app_commands.Choice(name=label("moderation-gaps.reopen"), value="open"),
        ]
    )
    async def gaps(
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, 300] | None = None,
        mark: str = "noted",
    ) -> None:
        await cog.gaps(interaction, question, cast("Mark", mark))

    @gaps.autocomplete("question")
    async def _gaps(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await cog.gaps_like(interaction, typed)

    _: Any = (reload, status, add, rollback, history, gaps)
    return group
