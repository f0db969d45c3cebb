"""How far an answer is, as a message."""

from __future__ import annotations

from collections.abc import Sequence

from discord import ui

from bot.presenters.answer import ANSWERED, QUESTION, SENTENCES
from bot.presenters.cut import fit, shares, units
from bot.presenters.plain import plain
from porteparole.answering.stages import Stage
from porteparole.language import Language
from porteparole.texts import Texts


def stage_page(
    texts: Texts, reader: Language, question: str, stage: Stage, sentences: Sequence[str]
) -> ui.LayoutView:
    """Return the question, the sentences that are proved already, and what is being done."""
    view = ui.LayoutView(timeout=None)
    if repeated := fit(question, QUESTION):
        view.add_item(ui.TextDisplay(f"> {repeated}"))
    rooms = shares([units(plain(sentence)) for sentence in sentences], SENTENCES)
    lines = [fit(sentence, max(room, 1)) for sentence, room in zip(sentences, rooms, strict=True)]
    lines.append(f"-# {texts(reader, 'answer-stage', {'stage': stage})}")
    return view.add_item(ui.Container(ui.TextDisplay("\n".join(lines)), accent_colour=ANSWERED))
