"""From a question to the message that answers it, within the limits and in time."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import discord

from bot.failures import record
from bot.limits import BusyError
from bot.presenters.cut import fit
from bot.receipts import Receipt
from porteparole.answering.answer import Answer, Turn
from porteparole.answering.stages import Listener
from porteparole.language import LANGUAGES, Language
from porteparole.notice import Notice, NoticeValue, PorteParoleError

if TYPE_CHECKING:
    from bot.client import PorteParoleBot
    from porteparole.lookup.lookup import Lookup

log = logging.getLogger("bot")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and how the answer is to be shown.

    Attributes:
        text: the question.
        asker: who asks.
        history: the exchange before it.
        language: the answer's, whatever the question's.
        reader: the language that the asker is known to read.
        labels: the language of the labels; the answer's where it is None.
        repeat: whether the question stands above the answer.
        private: whether only the asker sees the answer.
        server: whether it is asked in a server, where there are moderators.
        article: answer from this article only.
        speaker: answer from what this speaker said only.
        thread: whether a button may open a thread.
        listener: told how far the answer is.
    """

    text: str
    asker: int
    history: Sequence[Turn] = ()
    language: Language | None = None
    reader: Language | None = None
    labels: Language | None = None
    repeat: bool = False
    private: bool = False
    server: bool = True
    article: str | None = None
    speaker: str | None = None
    thread: bool = False
    listener: Listener | None = None


async def answer(bot: PorteParoleBot, question: Question) -> Receipt | str:
    """Return the answer to a question, or the sentence that says why there is none."""
    start = time.monotonic()
    said, outcome = await _answer(bot, question)
    seconds = time.monotonic() - start
    bot.metrics.answers.labels(outcome).inc()
    bot.metrics.seconds.observe(seconds)
    log.info("answer", extra=_told(bot, question, said, outcome, seconds))
    return said


async def _answer(bot: PorteParoleBot, question: Question) -> tuple[Receipt | str, str]:
    limit = asyncio.timeout(bot.options.timeout)
    try:
        async with limit:
            said = await bot.unless_stopped(bot.gate.run(lambda: _ask(bot, question)))
        receipt = Receipt(
            question.text,
            tuple(question.history),
            said,
            question.asker,
            question.private,
            question.article,
            question.speaker,
        )
        return receipt, said.outcome
    except BusyError as busy:
        return sentence(bot, question.labels, "bot-busy", when=after(busy.seconds)), "busy"
    except PorteParoleError as error:
        return noticed(bot, question.labels, error.notice), "notice"
    except Exception as error:
        if limit.expired() and isinstance(error, TimeoutError):
            log.warning("no answer within %g seconds", bot.options.timeout)
            seconds = round(bot.options.timeout)
            return sentence(bot, question.labels, "bot-too-slow", seconds=seconds), "slow"
        return sentence(bot, question.labels, "bot-error", reference=record(error, "answer")), "error"


def _told(
    bot: PorteParoleBot, question: Question, said: Receipt | str, outcome: str, seconds: float
) -> dict[str, object]:
    """Return what the log tells of an answer: nothing that anybody wrote, unless the operator wants it."""
    told: dict[str, object] = {"outcome": outcome, "seconds": round(seconds, 3)}
    if isinstance(said, Receipt):
        told["language"] = said.answer.language
        told["citations"] = len(said.answer.citations)
        told["generation"] = said.answer.generation
    if bot.options.log_content:
        told["question"] = question.text
    return told


async def _ask(bot: PorteParoleBot, question: Question) -> Answer:
    article, speaker = question.article, question.speaker
    if article or speaker:
        article, speaker = await asyncio.to_thread(_meant, bot.service.lookup, article, speaker)
    return await bot.service.aask(
        question.text,
        history=question.history,
        language=question.language,
        reader_language=question.reader,
        article=article,
        speaker=speaker,
        person=person_of(question.asker),
        listener=question.listener,
    )


def person_of(user: int) -> str:
    """Return the name under which the engine counts what a person uses of the language model."""
    return f"discord:{user}"


def _meant(lookup: Lookup, article: str | None, speaker: str | None) -> tuple[str | None, str | None]:
    """Return the id of the article and the name of the speaker that somebody typed.

    Raises:
        PorteParoleError: there is none, or there are several.
    """
    if speaker:
        people = lookup.speakers.find(speaker)
        names = [person.name for person in people]
        if len(names) > 1:
            shown = ", ".join(fit(name, 60) for name in names[:5])
            raise PorteParoleError("bot-several-speakers", names=shown)
        speaker = "".join(names)
    return lookup.articles.find(article).id if article else None, speaker


def sentence(bot: PorteParoleBot, reader: Language | None, key: str, /, **values: NoticeValue) -> str:
    """Return a sentence in the reader's language, in both where that is not known."""
    return noticed(bot, reader, Notice(key, values))


def noticed(bot: PorteParoleBot, reader: Language | None, notice: Notice) -> str:
    """Return the sentence of a notice in the reader's language, in both where that is not known."""
    known: Language = reader or bot.options.language
    languages: list[Language] = [known, *(other for other in LANGUAGES if other != known and not reader)]
    return "\n".join(bot.texts.notice(language, notice) for language in languages)


def after(seconds: float) -> str:
    """Return a relative time stamp, which Discord counts down for each reader."""
    return discord.utils.format_dt(discord.utils.utcnow() + timedelta(seconds=seconds), "R")
