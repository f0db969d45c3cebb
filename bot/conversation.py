"""What a person asked, and the exchange that it follows.

Only messages of the bot and of the person who asks are read, and only what needs no privileged intent:
replies to the bot, and direct messages.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

import discord

from bot.presenters.answer import QUESTION_ID, SENTENCES_ID
from bot.presenters.passage import TEMPLATE, Passage
from bot.presenters.plain import unescape
from porteparole.answering.answer import Turn

_TOKEN = re.compile(r"<(?P<kind>@!?|@&|#|a?:(?P<emoji>\w+):)(?P<id>\d+)>")
_MARKS = re.compile(r"\s*\*\*(?:\\\[\d+\\\])+\*\*\s*$", re.MULTILINE)
_OWN_LINES = re.compile(r"^-# .*$\n?", re.MULTILINE)
_TALK = (discord.MessageType.default, discord.MessageType.reply)


def is_for(message: discord.Message, bot: int, *, reads_all: bool = False) -> bool:
    """Say whether a message asks the bot something.

    It names the bot, replies to it with a ping, or is direct; where the bot may read everything
    (``reads_all``), also what is written in a thread of the bot and to nobody else.
    """
    if message.author.bot or message.webhook_id or message.type not in _TALK:
        return False
    if message.guild is None or any(user.id == bot for user in message.mentions):
        return True
    return reads_all and _in_own_thread(message, bot) and bool(message.content) and not message.mentions


def _in_own_thread(message: discord.Message, bot: int) -> bool:
    return isinstance(message.channel, discord.Thread) and message.channel.owner_id == bot


def is_unreadable_follow_up(message: discord.Message, bot: int) -> bool:
    """Say whether the asker of a command replied to its answer without a mention.

    Discord keeps the text of such a message from the bot.
    """
    answer = message.reference.resolved if message.reference else None
    if message.author.bot or message.content or not isinstance(answer, discord.Message):
        return False
    asked = answer.interaction_metadata
    return answer.author.id == bot and asked is not None and asked.user.id == message.author.id


def question_in(message: discord.Message, bot: int) -> str:
    """Return the text of a message without the bot's mention, other mentions by name."""
    names = {user.id: user.display_name for user in message.mentions}
    names |= {role.id: role.name for role in message.role_mentions}

    def named(token: re.Match[str]) -> str:
        if token["emoji"]:
            return f":{token['emoji']}:"
        identity = int(token["id"])
        if token["kind"].startswith("@") and identity == bot:
            return " "
        return names.get(identity, " ")

    return re.sub(r"[^\S\n]+", " ", _TOKEN.sub(named, message.content)).strip()


async def history_of(message: discord.Message, bot: int, exchanges: int = 3) -> tuple[Turn, ...]:
    """Return the exchanges before ``message``, oldest first, as far as they are this person's.

    A reply follows the chain of replies, in which the questions of others are left out and end it; a direct
    message, or one in a thread of the bot, follows those before it.
    """
    if message.reference and message.type is discord.MessageType.reply:
        return await _chain(message, bot, exchanges)
    if _in_own_thread(message, bot):
        before = await _before(message, bot, exchanges)
        # The message at which a thread was opened has the thread's number, and is not in it.
        return before if len(before) > 1 else (*await _opening(message, bot), *before)
    return await _before(message, bot, exchanges) if message.guild is None else ()


async def _opening(message: discord.Message, bot: int) -> tuple[Turn, ...]:
    thread = message.channel
    if not isinstance(thread, discord.Thread) or not isinstance(thread.parent, discord.TextChannel):
        return ()
    try:
        opened_at = await thread.parent.fetch_message(thread.id)
    except discord.HTTPException:
        return ()
    if opened_at.author.id != bot:
        return ()
    asked = None if opened_at.interaction_metadata else await referenced(opened_at)
    question = [*_turns_of_question(asked, bot)] if asked and asked.author.id == message.author.id else []
    return (*question, *_turns_of_answer(opened_at, message.author.id))


async def _chain(message: discord.Message, bot: int, exchanges: int) -> tuple[Turn, ...]:
    turns: deque[Turn] = deque()
    current = message
    for _ in range(exchanges):
        answer = await referenced(current)
        if answer is None or answer.author.id != bot:
            break
        turns.extendleft(reversed([*_turns_of_answer(answer, message.author.id)]))
        asked = None if answer.interaction_metadata else await referenced(answer)
        if asked is None or asked.author.id != message.author.id:
            break
        turns.extendleft(_turns_of_question(asked, bot))
        current = asked
    return tuple(turns)


async def _before(message: discord.Message, bot: int, exchanges: int) -> tuple[Turn, ...]:
    turns: deque[Turn] = deque()
    try:
        async for earlier in message.channel.history(limit=2 * exchanges, before=message):
            if earlier.author.id == bot:
                turns.extendleft(reversed([*_turns_of_answer(earlier, message.author.id)]))
            elif earlier.author.id == message.author.id:
                turns.extendleft(_turns_of_question(earlier, bot))
    except discord.HTTPException:
        return ()
    return tuple(turns)


async def referenced(message: discord.Message) -> discord.Message | None:
    """Return the message that a message replies to, None where it is gone or elsewhere."""
    reference = message.reference
    if reference is None or reference.channel_id != message.channel.id or reference.message_id is None:
        return None
    known = reference.resolved or reference.cached_message
    if isinstance(known, discord.Message):
        return known
    try:
        return None if known else await message.channel.fetch_message(reference.message_id)
    except discord.HTTPException:
        return None


def has_thread_button(answer: discord.Message) -> bool:
    """Say whether the button that opens a thread stands below an answer."""
    return any(
        isinstance(component, discord.Button) and component.custom_id == "pp-thread"
        for component in _walk(answer.components)
    )


def question_above(answer: discord.Message) -> str | None:
    """Return the question that stands above an answer of the bot, None where none does."""
    question = _part(answer, QUESTION_ID)
    return unescape(question.removeprefix("> ")) if question else None


def said_in(answer: discord.Message) -> str | None:
    """Return the sentences of an answer of the bot, without marks and labels."""
    said = _part(answer, SENTENCES_ID)
    return unescape(_MARKS.sub("", _OWN_LINES.sub("", said))).strip() if said else None


def passages_in(answer: discord.Message) -> Iterator[Passage]:
    """Yield what the buttons of an answer show."""
    for component in _walk(answer.components):
        if isinstance(component, discord.Button) and component.custom_id:
            match = TEMPLATE.fullmatch(component.custom_id)
            if match:
                yield Passage.from_match(match)


def _turns_of_question(message: discord.Message, bot: int) -> Iterator[Turn]:
    question = question_in(message, bot)
    if question:
        yield Turn("user", question)


def _turns_of_answer(answer: discord.Message, asker: int) -> Iterator[Turn]:
    """Yield the question of a command, where it was this person's, and what the bot answered."""
    asked = answer.interaction_metadata
    question = question_above(answer)
    if question and asked and asked.user.id == asker:
        yield Turn("user", question)
    said = said_in(answer)
    if said:
        yield Turn("assistant", said)


def _part(message: discord.Message, identity: int) -> str | None:
    for component in _walk(message.components):
        if isinstance(component, discord.TextDisplay) and component.id == identity:
            return component.content
    return None


def _walk(components: list[discord.Component] | object) -> Iterator[discord.Component]:
    for component in components if isinstance(components, list) else ():
        yield component
        yield from _walk(getattr(component, "children", None))
        accessory = getattr(component, "accessory", None)
        if accessory:
            yield accessory
