"""What people objected to, as moderators read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import discord
from discord import ui

from bot.presenters.cut import ELLIPSIS, fit
from bot.presenters.source import BETWEEN
from porteparole.feedback.entry import Entry
from porteparole.language import Language
from porteparole.texts import Texts

OPEN, EMPTY = discord.Colour(0xE76F51), discord.Colour(0x2A9D8F)
# Together below the 4,000 characters of a message.
QUESTION, ANSWER, COMMENT, QUOTE, CITED = 400, 1000, 500, 320, 3


def entry_page(entry: Entry, row: Sequence[ui.Item[Any]], *, texts: Texts, reader: Language) -> ui.LayoutView:
    """Return one entry with its receipt, and the buttons that decide about it."""
    kept = entry.receipt
    reason = texts(reader, "bot-objection-reason", {"reason": entry.reason})
    sent = [texts(reader, "bot-objection-number", {"number": str(entry.id)})]
    sent.append(discord.utils.format_dt(entry.at, "R"))
    head = f"**{reason}**\n-# {BETWEEN.join(sent)}"
    comment = [*filter(None, [fit(entry.comment, COMMENT, lines=True)])]
    question = fit(str(kept.get("question", "")), QUESTION) or ELLIPSIS
    answer = fit(str(kept.get("answer", "")), ANSWER, lines=True) or ELLIPSIS
    asked = [
        f"**{texts(reader, 'bot-objection-question')}**\n> {question}",
        f"**{texts(reader, 'bot-objection-answer')}**\n{answer}",
    ]
    proof = [
        _cited(number, cited, answer, texts, reader)
        for number, cited in enumerate(list(kept.get("citations", ()))[:CITED], 1)
    ]
    versions = BETWEEN.join(f"{name} {version}" for name, version in dict(kept.get("versions", {})).items())
    generation = str(kept.get("generation", ""))
    made = fit(BETWEEN.join(part for part in (generation, versions) if part), 200)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=OPEN)
    if entry.link.startswith("https://"):
        button: ui.Button[Any] = ui.Button(label=texts(reader, "bot-objection-link")[:80], url=entry.link)
        box.add_item(ui.Section(ui.TextDisplay(head), accessory=button))
    else:
        box.add_item(ui.TextDisplay(head))
    for part in (comment, asked, proof, [f"-# {made}"] if made else []):
        if part is not comment and part:
            box.add_item(ui.Separator())
        for text in part:
            box.add_item(ui.TextDisplay(text))
    return ui.LayoutView(timeout=None).add_item(box).add_item(ui.ActionRow(*row))


def nothing_open(counts: Mapping[str, int], *, texts: Texts, reader: Language) -> ui.LayoutView:
    """Return the message that says that nothing waits, and how many there were."""
    decided = sum(count for name, count in counts.items() if name not in ("good", "open"))
    figures = texts(reader, "bot-feedback-counts", {"good": counts.get("good", 0), "decided": decided})
    text = f"**{texts(reader, 'bot-feedback-none')}**\n-# {figures}"
    view = ui.LayoutView(timeout=None)
    return view.add_item(ui.Container(ui.TextDisplay(text), accent_colour=EMPTY))


def _cited(number: int, cited: Mapping[str, Any], answer: str, texts: Texts, reader: Language) -> str:
    """Return where a citation stands, and its words where the answer does not hold them already."""
    text = str(cited.get("text", ""))
    quote = fit(text[int(cited.get("start", 0)) : int(cited.get("end", 0))], QUOTE) or ELLIPSIS
    place = texts(reader, "bot-paragraph-number", {"number": str(cited.get("number", "?"))})
    speaker = fit(str(cited.get("speaker") or ""), 60)
    head = BETWEEN.join(part for part in (speaker, fit(str(cited.get("title", "")), 80), place) if part)
    where = f"-# \\[{number}\\] {head}"
    return where if quote in answer else f"{where}\n> {quote}"
