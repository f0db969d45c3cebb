"""A whole paragraph in its place: the quotation in bold, its neighbours, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from urllib.parse import urlsplit

import discord
import regex
from discord import ui

from bot.presenters.answer import TEXT
from bot.presenters.cut import ELLIPSIS, clusters, fit, units
from bot.presenters.passage import Passage
from bot.presenters.plain import clean, escape, isolate
from bot.presenters.source import BETWEEN, published_by, title_of, translated_label
from porteparole.language import Language
from porteparole.service import Context
from porteparole.texts import Texts

NEIGHBOUR, PART, MESSAGES = 450, 1700, 5
MOST_PARTS = 3 * MESSAGES
PAPER = discord.Colour(0xE9C46A)
URL = 512
_LONGEST_WORD = 200
_LEFT = {"changed": "bot-paragraph-standing-changed", "gone": "bot-paragraph-standing-gone"}
_WORDS = regex.compile(r"\n|[^\S\n]+|\S+[^\S\n]*")
_SENTENCE_END = regex.compile(r"[.!?…][\p{Pe}\p{Pf}\"'\s]*$|\n$")

Piece = tuple[str, bool]


def paragraph_messages(
    context: Context, passage: Passage, *, texts: Texts, reader: Language
) -> list[ui.LayoutView]:
    """Return the messages that show a paragraph: one, or several for one that is very long.

    Args:
        context: the paragraph and its neighbours.
        passage: the span to show in bold (none where it is not a proof).
        texts: the sentences.
        reader: the language of the labels; a translation into it is shown below the original.
    """
    article, paragraph = context.article, context.paragraph
    place = texts(
        reader,
        "bot-paragraph-of",
        {"number": str(paragraph.number), "count": str(max(len(article.paragraphs), paragraph.number))},
    )
    details = BETWEEN.join([place, *published_by(article, texts, reader)])
    blocks = [f"**{title_of(article, 250)}**\n-# {details}"]
    if context.standing in _LEFT:
        blocks.append(f"⚠️ {texts(reader, _LEFT[context.standing])}")
    before = fit(context.before.text, NEIGHBOUR, keep_end=True) if context.before else ""
    if before:
        blocks.append(f"-# {before}")
    blocks.extend(islice(_parts(paragraph.text, passage), MOST_PARTS))
    if paragraph.translation and reader != article.language:
        label = f"-# {texts(reader, translated_label(article.is_machine_translated(paragraph)))}"
        translated = list(islice(_parts(paragraph.translation, None), MOST_PARTS))
        blocks.append(f"{label}\n{translated[0]}")
        blocks.extend(translated[1:])
    after = fit(context.after.text, NEIGHBOUR) if context.after else ""
    if after:
        blocks.append(f"-# {after}")
    messages = list(_packed(blocks))
    if len(messages) > MESSAGES:
        messages = messages[:MESSAGES]
        messages[-1][-1] = f"-# {ELLIPSIS} {texts(reader, 'bot-paragraph-cut')}"
    views = [_view(message) for message in messages]
    if article.url and _usable(article.url):
        label = texts(reader, "bot-read-article")
        views[-1].add_item(ui.ActionRow(ui.Button(label=label, url=article.url)))
    return views


def _parts(text: str, passage: Passage | None) -> Iterator[str]:
    """Yield the text in parts of at most ``PART`` units, the passage in bold; at least one."""
    part: list[Piece] = []
    for word in _words(text, passage):
        if part and units(_shown([*part, word])) > PART:
            end = _last_sentence_end(part)
            yield _shown(part[:end])
            part = part[end:]
        part.append(word)
    yield _shown(part) or ELLIPSIS


def _last_sentence_end(part: list[Piece]) -> int:
    """Return how many pieces to show: whole sentences, unless that would leave much room empty."""
    for count in range(len(part), len(part) * 2 // 3, -1):
        if _SENTENCE_END.search(part[count - 1][0]):
            return count
    return len(part)


def _words(text: str, passage: Passage | None) -> Iterator[Piece]:
    start, end = (passage.start, passage.end) if passage and passage.proof else (0, 0)
    for piece, bold in ((text[:start], False), (text[start:end], True), (text[end:], False)):
        for word in _WORDS.findall(clean(piece)):
            if len(word) <= _LONGEST_WORD:
                yield word, bold
            else:
                for some in discord.utils.as_chunks(clusters(word), _LONGEST_WORD // 4):
                    yield "".join(some), bold


def _shown(pieces: list[Piece]) -> str:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece[0] == "\n":
            lines.append([])
        else:
            lines[-1].append(piece)
    return "\n".join(isolate("".join(_runs(line))) for line in lines).strip()


def _runs(line: list[Piece]) -> Iterator[str]:
    # Bold closes on its own line: a line may begin a new block.
    for bold, pieces in groupby(line, key=lambda piece: piece[1]):
        text = "".join(piece for piece, _ in pieces)
        inner = text.strip()
        if bold and inner:
            before, _, after = text.partition(inner)
            yield f"{before}**{escape(inner)}**{after}"
        else:
            yield escape(text)


def _packed(blocks: list[str]) -> Iterator[list[str]]:
    message: list[str] = []
    for block in blocks:
        if message and sum(map(units, message)) + units(block) > TEXT:
            yield message
            message = []
        message.append(block)
    yield message


def _view(blocks: list[str]) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    return view.add_item(ui.Container(*map(ui.TextDisplay, blocks), accent_colour=PAPER))


def _usable(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and len(url) <= URL
        and url.isprintable()
        and " " not in url
    )
