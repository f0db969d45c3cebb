"""What people objected to, as moderators read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import discord
from discord import ui

from bot.presenters.answer import TEXT
from bot.presenters.cut import fit
from bot.presenters.source import BETWEEN
from porteparole.feedback.entry import Entry
from porteparole.language import Language
from porteparole.texts import Texts

OPEN, EMPTY = discord.Colour(0xE76F51), discord.Colour(0x2A9D8F)
QUESTION, ANSWER, COMMENT, QUOTE, CITED = 400, 1000, 500, 350, 3


def entry_page(entry: Entry, row: Sequence[ui.Item[Any]], *, texts: Texts, reader: Language) -> ui.LayoutView:
    """Return one entry with its receipt, and the buttons that decide about it."""
    kept = entry.receipt
    reason = texts(reader, "bot-objection-reason", {"reason": entry.reason})
    sent = discord.utils.format_dt(entry.at, "R")
    lines = [
        f"**#{entry.id}{BETWEEN}{reason}**",
        f"-# {sent}" + (f"{BETWEEN}{entry.link}" if entry.link else ""),
    ]
    if entry.comment:
        lines.append(fit(entry.comment, COMMENT, lines=True))
    lines += [
        f"\n**{texts(reader, 'bot-objection-question')}**",
        f"> {fit(str(kept.get('question', '')), QUESTION) or '…'}",
        f"**{texts(reader, 'bot-objection-answer')}**",
        fit(str(kept.get("answer", "")), ANSWER, lines=True) or "…",
    ]
    for number, cited in enumerate(list(kept.get("citations", ()))[:CITED], 1):
        lines.append(_cited(number, cited, texts, reader))
    versions = BETWEEN.join(f"{name} {version}" for name, version in dict(kept.get("versions", {})).items())
    generation = str(kept.get("generation", ""))
    made = fit(BETWEEN.join(part for part in (generation, versions) if part), 200)
    if made:
        lines.append(f"-# {made}")
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(ui.TextDisplay("\n".join(lines)[:TEXT]), accent_colour=OPEN))
    return view.add_item(ui.ActionRow(*row))


def nothing_open(counts: Mapping[str, int], *, texts: Texts, reader: Language) -> ui.LayoutView:
    """Return the message that says that nothing waits, and how many there were."""
    decided = sum(count for name, count in counts.items() if name not in ("good", "open"))
    figures = texts(reader, "bot-feedback-counts", {"good": counts.get("good", 0), "decided": decided})
    text = f"**{texts(reader, 'bot-feedback-none')}**\n-# {figures}"
    view = ui.LayoutView(timeout=None)
    return view.add_item(ui.Container(ui.TextDisplay(text), accent_colour=EMPTY))


def _cited(number: int, cited: Mapping[str, Any], texts: Texts, reader: Language) -> str:
    text = str(cited.get("text", ""))
    quote = text[int(cited.get("start", 0)) : int(cited.get("end", 0))]
    place = texts(reader, "bot-paragraph-number", {"number": str(cited.get("number", "?"))})
    speaker = fit(str(cited.get("speaker") or ""), 60)
    head = BETWEEN.join(part for part in (speaker, fit(str(cited.get("title", "")), 80), place) if part)
    return f"-# \\[{number}\\] {head}\n> {fit(quote, QUOTE) or '…'}"
