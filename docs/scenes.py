"""What is done in front of the camera: people and moderators use the real bot, and what it sends is kept.

The engine is the real one on the articles in ``seeds/``; Discord is SimCord, in this process.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import discord
import simcord
import simcord.interactions

from bot.client import BotOptions, PorteParoleBot
from porteparole.engine import open_service
from porteparole.language import Language
from porteparole.settings import Settings
from porteparole.shipped import shipped
from porteparole.texts import Texts

PERSON = {"fr": "Camille", "en": "Sam"}
MODERATOR = {"fr": "Inès", "en": "Ruth"}
ASKED = {
    "ai": {"fr": "Que dit Guo Jiakun de l’IA ?", "en": "What does Guo Jiakun say about AI?"},
    "count": {
        "fr": "Combien de pays ont signé la déclaration commune ?",
        "en": "How many countries signed the joint declaration?",
    },
    "vance": {
        "fr": "Qu’a dit Vance des régimes autoritaires ?",
        "en": "What did Vance say about authoritarian regimes?",
    },
    "merkel": {"fr": "Qu’a déclaré Angela Merkel ?", "en": "What did Angela Merkel say?"},
    "follow-up": {
        "fr": "Et qu’a-t-il lancé sur l’infrastructure d’information ?",
        "en": "And what did he say about the information infrastructure?",
    },
}
COMMENT = {
    "fr": "Le nombre est juste, mais on demandait qui n’a pas signé.",
    "en": "The number is right, but the question was who did not sign.",
}
DOCKERS = """Grève des dockers à Marseille

Le port de Marseille est bloqué depuis jeudi par une grève des dockers.

« Nous ne reprendrons pas le travail avant un accord écrit », a déclaré Sylvie Marchetti.
"""


@dataclass(frozen=True)
class Said:
    """One message as it stands in the channel.

    Attributes:
        by: the name of a person, "" for the bot.
        content: its text.
        components: its layout.
        command: the command that it answers, as its reader calls it.
        asker: who used that command, or wrote what it replies to.
        reply: what it replies to.
        private: whether only one person sees it.
    """

    by: str = ""
    content: str = ""
    components: list[dict[str, Any]] = field(default_factory=list)
    command: str = ""
    asker: str = ""
    reply: str = ""
    private: bool = False


class Stage:
    """A server with a channel, a person and a moderator who read one language."""

    def __init__(self, env: simcord.Env, texts: Texts, language: Language, seeds: Path) -> None:
        self.env, self.texts, self.language, self.seeds = env, texts, language, seeds
        guild = env.create_guild("Rédaction", preferred_locale="fr" if language == "fr" else "en-US")
        editors = guild.create_role("editors", permissions=discord.Permissions(manage_guild=True))
        self.press = guild.create_role({"fr": "rédaction", "en": "newsroom"}[language])
        self.channel = guild.create_text_channel({"fr": "actualité", "en": "news"}[language])
        self.person = guild.add_member(env.create_user(PERSON[language]))
        self.moderator = guild.add_member(env.create_user(MODERATOR[language]), roles=[editors])
        self.names = {
            f"<@{self.person.id}>": f"@{self.person.name}",
            f"<@{self.moderator.id}>": f"@{self.moderator.name}",
            f"<@{env.bot.user.id if env.bot.user else 0}>": "@Porte-Parole",
            f"<#{self.channel.id}>": f"#{self.channel.name}",
            str(self.channel.id): f"# {self.channel.name}",
            str(self.press.id): f"@{self.press.name}",
        }

    async def ask(self, key: str) -> list[Said]:
        """Ask by mention; return question and answer."""
        question = ASKED[key][self.language]
        assert self.env.bot.user
        await self.person.send(self.channel, f"{self.env.bot.user.mention} {question}")
        return [
            Said(self.person.name, f"{self.env.bot.user.mention} {question}"),
            self.kept(self.channel.last_message, reply=f"@Porte-Parole {question}"),
        ]

    async def use(self, name: str, *, moderator: bool = False, **options: Any) -> simcord.InteractionResult:
        """Use a command by its English name."""
        actor = self.moderator if moderator else self.person
        return await actor.slash(self.channel, name, **options)

    async def command(
        self, name: str, keys: str, shown: str = "", *, moderator: bool = False, **options: Any
    ) -> list[Said]:
        """Use a command; return its answer, below the command as its reader calls it."""
        result = await self.use(name, moderator=moderator, **options)
        return [self.answered(result, keys, shown, moderator=moderator)]

    def answered(
        self, result: simcord.InteractionResult, keys: str, shown: str = "", *, moderator: bool = False
    ) -> Said:
        """Return the answer to a command whose names have these keys."""
        named = "/" + " ".join(self.texts(self.language, key) for key in keys.split())
        asker = (self.moderator if moderator else self.person).name
        return self.kept(result.response, command=f"{named} {shown}".strip(), asker=asker)

    def kept(self, message: Any, **known: str) -> Said:
        """Return a message of the bot as it stands there now."""
        place = message.channel_id if isinstance(message, simcord.ResponseMessage) else message.channel.id
        stored = self.env.backend.get_message(place, message.id)
        asker = known.pop("asker", self.person.name)
        private = bool(message.flags.ephemeral)
        return Said("", stored.content, deepcopy(stored.components), asker=asker, private=private, **known)

    def label(self, key: str, **values: str) -> str:
        """Return the text of a button."""
        return self.texts(self.language, key, values)


async def _answer(stage: Stage) -> list[Said]:
    return await stage.ask("ai")


async def _paragraph(stage: Stage) -> list[Said]:
    said = await stage.ask("count")
    clicked = await stage.person.click(
        stage.channel.last_message, label=stage.label("bot-show-paragraph", number="7")
    )
    return [*said, stage.kept(clicked.response)]


async def _vance(stage: Stage) -> list[Said]:
    return await stage.ask("vance")


async def _stages(stage: Stage) -> list[Said]:
    """A language model would take seconds: the engine's answer is held back as long."""
    service, question = stage.env.bot.service, ASKED["ai"][stage.language]
    answer = service.ask(question)

    async def slowly(_: str, *, listener: Any = None, **__: Any) -> Any:
        listener("writing")
        await asyncio.sleep(1)
        listener("checking", [answer.sentences[0].text])
        await asyncio.sleep(300)
        return answer

    with patch.object(service, "aask", slowly), patch.object(service, "model", object()):
        result = await stage.use("ask", question=question)
        await stage.env.advance_time(4)
        shown = stage.answered(result, "bot-ask", f"{stage.texts(stage.language, 'bot-ask.question')}:…")
        await stage.env.advance_time(600)
    return [shown]


async def _refusal(stage: Stage) -> list[Said]:
    return await stage.ask("merkel")


async def _thread(stage: Stage) -> list[Said]:
    said = await stage.ask("vance")
    answer = stage.channel.last_message
    assert answer
    clicked = await stage.person.click(answer, custom_id="pp-thread")
    (thread,) = stage.channel.threads
    stage.names[f"<#{thread.id}>"] = f"# {thread.name}"
    return [*said, stage.kept(clicked.response), stage.kept(thread.last_message)]


async def _why(stage: Stage) -> list[Said]:
    await stage.ask("vance")
    clicked = await stage.moderator.click(stage.channel.last_message, label=stage.label("bot-why"))
    return [stage.kept(clicked.response)]


async def _help(stage: Stage) -> list[Said]:
    return await stage.command("help", "bot-help")


async def _privacy(stage: Stage) -> list[Said]:
    return await stage.command("privacy", "bot-privacy")


async def _articles(stage: Stage) -> list[Said]:
    return await stage.command("articles", "bot-articles")


async def _summary(stage: Stage) -> list[Said]:
    (choice, *_) = await stage.person.autocomplete(
        stage.channel, "summary article", "article", "restrictions"
    )
    keys = "bot-summary bot-summary.article"
    return await stage.command("summary article", keys, choice["name"][:24] + "…", article=choice["value"])


async def _speaker(stage: Stage) -> list[Said]:
    keys = "bot-summary bot-summary.speaker"
    return await stage.command("summary speaker", keys, "Vance", speaker="Vance")


async def _statements(stage: Stage) -> list[Said]:
    return await stage.command("statements", "bot-statements", "Guo Jiakun", speaker="Guo Jiakun")


async def _compare(stage: Stage) -> list[Said]:
    return await stage.command("compare", "bot-compare", "Guo, Vance", first="Guo Jiakun", second="Vance")


async def _feedback(stage: Stage) -> list[Said]:
    await stage.ask("count")
    form = await stage.person.click(stage.channel.last_message, custom_id="pp-voice:bad")
    values = {"reason": ["unanswered"], "comment": COMMENT[stage.language]}
    await stage.person.submit_modal(form, values)
    return await stage.command("feedback", "bot-feedback", moderator=True)


async def _settings(stage: Stage) -> list[Said]:
    result = await stage.use("settings", moderator=True)
    assert result.response
    await stage.moderator.select(result.response, [stage.channel], custom_id="pp-set:channels")
    await stage.moderator.select(result.response, [stage.press], custom_id="pp-set:moderators")
    return [stage.answered(result, "bot-settings", moderator=True)]


async def _diagnose(stage: Stage) -> list[Said]:
    return await stage.command("diagnose", "bot-diagnose", moderator=True)


async def _gaps(stage: Stage) -> list[Said]:
    await stage.ask("merkel")
    return await stage.command("corpus gaps", "moderation-corpus moderation-gaps", moderator=True)


async def _report(stage: Stage) -> list[Said]:
    (stage.seeds / "dockers.txt").write_text(DOCKERS, encoding="utf-8")
    (stage.seeds / "notes.pdf").write_bytes(b"%PDF-1.4 broken")
    changed = next(stage.seeds.glob("001*[!n].txt"))
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace("a déclaré mardi", "a déclaré mercredi", 1), encoding="utf-8")
    keys = "moderation-corpus moderation-reload"
    return await stage.command("corpus reload", keys, moderator=True)


async def _status(stage: Stage) -> list[Said]:
    return await stage.command("corpus status", "moderation-corpus moderation-status", moderator=True)


async def _history(stage: Stage) -> list[Said]:
    return await stage.command("corpus history", "moderation-corpus moderation-history", moderator=True)


# Those that change the articles come last.
SCENES: dict[str, Callable[[Stage], Awaitable[list[Said]]]] = {
    "answer": _answer,
    "paragraph": _paragraph,
    "follow-up": _vance,
    "refusal": _refusal,
    "stages": _stages,
    "thread": _thread,
    "why": _why,
    "help": _help,
    "privacy": _privacy,
    "articles": _articles,
    "summary": _summary,
    "speaker": _speaker,
    "statements": _statements,
    "compare": _compare,
    "feedback": _feedback,
    "settings": _settings,
    "diagnose": _diagnose,
    "gaps": _gaps,
    "report": _report,
    "status": _status,
    "history": _history,
}


@asynccontextmanager
async def opened(folder: Path, language: Language) -> AsyncIterator[Callable[[], Stage]]:
    """Run the bot on a copy of the articles; yield what makes a stage for each scene."""
    seeds, texts = folder / "seeds", Texts()
    shutil.copytree(shipped("seeds"), seeds)
    settings = Settings(data_dir=folder / "data")
    service = open_service(settings, seeds=[seeds], note_gaps=True)
    try:
        for key in ASKED.values():
            service.ask(key[language])
        options = BotOptions(data_dir=folder / "bot", cooldown=0, grace=0.1)
        bot = PorteParoleBot(service, texts, options, lambda _: None)
        make = simcord.interactions.base_payload

        def in_language(*args: Any, **values: Any) -> Any:
            record, payload = make(*args, **values)
            return record, {**payload, "locale": "fr" if language == "fr" else "en-US"}

        with patch.object(simcord.interactions, "base_payload", in_language):
            async with simcord.run(bot, settle_timeout=60) as env:
                yield lambda: Stage(env, texts, language, seeds)
    finally:
        service.close()
