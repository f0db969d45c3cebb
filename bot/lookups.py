"""From a command that looks something up to the pages that show it, within the limits and in time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import discord
from discord import app_commands, ui

from bot.answers import after
from bot.delivery import complete
from bot.failures import record
from bot.limits import BusyError
from bot.presenters.cut import fit
from bot.readers import reader_of
from bot.rest import acknowledge
from bot.tree import tell
from bot.views.pages import send_pages
from porteparole.notice import Notice, PorteParoleError

if TYPE_CHECKING:
    from bot.client import PorteParoleBot
    from bot.views.stages import Stages

_LONGEST = 1900

T = TypeVar("T")


async def look_up(
    bot: PorteParoleBot,
    interaction: discord.Interaction,
    work: Callable[[], T],
    show: Callable[[T], Sequence[ui.LayoutView]],
    *,
    private: bool = True,
    stages: Stages | None = None,
) -> None:
    """Do work in a thread and show what came of it, or why nothing did.

    Args:
        bot: ours.
        interaction: a new one.
        work: asks the service.
        show: makes the pages.
        private: whether only the asker sees them.

    Raises:
        app_commands.CommandOnCooldown: the asker is too fast.
    """
    reader = reader_of(interaction)
    if bot.closing:
        await tell(interaction, bot.texts(reader, "bot-closing"))
        return
    if seconds := bot.limits.person(interaction):
        raise app_commands.CommandOnCooldown(app_commands.Cooldown(1, bot.options.cooldown), seconds)
    if seconds := bot.limits.server(interaction):
        await tell(interaction, bot.texts(reader, "bot-server-limit", {"when": after(seconds)}))
        return
    with bot.at_work():
        await acknowledge(interaction, private=private)
        limit = asyncio.timeout(bot.options.timeout)
        try:
            async with limit:
                found = await bot.unless_stopped(bot.gate.run(lambda: asyncio.to_thread(work)))
            pages = show(found)
            if stages:
                await stages.end(pages[0])
            await send_pages(interaction, pages, private=private)
            return
        except BusyError as busy:
            notice = Notice("bot-busy", {"when": after(busy.seconds)})
        except PorteParoleError as error:
            notice = error.notice
        except discord.NotFound:
            return  # The person closed it meanwhile.
        except Exception as error:
            if limit.expired() and isinstance(error, TimeoutError):
                notice = Notice("bot-too-slow", {"seconds": round(bot.options.timeout)})
            else:
                notice = Notice("bot-error", {"reference": record(error, "look-up")})
        # A notice repeats what was typed: it must not act.
        said = bot.texts.notice(reader, notice)
        ours = notice.key.startswith("bot-")
        said = said if ours else fit(said, _LONGEST, lines=True)
        shown = await stages.end(said) if stages else said
        if isinstance(shown, str):
            await tell(interaction, shown)
        else:
            await complete(interaction, shown, private=private)
