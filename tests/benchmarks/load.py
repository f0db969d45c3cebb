"""A load of questions: ``python -m tests.benchmarks.load``.

The real bot with the real engine, over real sockets, against a Discord on loopback in the same process: 50
people in five servers ask 500 questions in a minute by command. Printed: what came of them, and the seconds
to the acknowledgement and to the answer. ``--memory 5000`` asks as many as quickly as they are answered, each
in other words, and prints the memory after every thousand. ``--fast`` puts an engine there that answers at
once, to see the bot alone.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.client import BotOptions, PorteParoleBot
from porteparole.engine import open_service
from porteparole.service import Service
from porteparole.settings import Settings
from porteparole.texts import Texts
from tests.bot.discord_double import DiscordDouble, running
from tests.bot.service_double import ServiceDouble

QUESTIONS = (
    "Combien de pays ont signé la déclaration commune ?",
    "How many countries signed the joint declaration?",
    "Que dit Guo Jiakun de l’IA ?",
    "What did Vance say about authoritarian regimes?",
    "Qu’a déclaré Angela Merkel ?",
)
SERVERS, AT_ONCE = 5, 8
DECLINED = ("busy", "slow")


class Timed(DiscordDouble):
    """Notes when a command is acknowledged and when it is answered, and keeps nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, float] = {}
        self.waited: list[float] = []
        self.took: list[float] = []
        self.open: set[str] = set()

    def next_id(self) -> int:
        # An id tells when something was sent.
        self._ids = max(self._ids + 1, discord.utils.time_snowflake(discord.utils.utcnow()))
        return self._ids

    async def ask(self, question: str, person: int, guild: int) -> None:
        """Let a person ask."""
        before = time.monotonic()
        token = await self.command(question, person=person, guild=guild)
        self.sent[token] = before
        self.open.add(token)

    def _carry_out(self, method: str, path: str, body: Any) -> Any:
        answer = super()._carry_out(method, path, body)
        if path.endswith("/callback"):
            token = path.split("/")[-2]
            if token in self.open:
                self.waited.append(time.monotonic() - self.sent[token])
            if body["type"] == 4:
                self._done(token)
        elif path.endswith("/@original"):
            self._done(path.split("/")[-3])
        return answer

    def _done(self, token: str) -> None:
        if token not in self.open:
            # The same request once more: the first seemed lost.
            return
        self.took.append(time.monotonic() - self.sent.pop(token))
        self.open.discard(token)
        self.requests.clear()
        self.originals.clear()
        self.acknowledged.remove(token)
        for session in self.sessions:
            session.events.clear()


def main() -> None:
    """Run once and print."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--questions", type=int, default=500)
    read.add_argument("--people", type=int, default=50)
    read.add_argument("--seconds", type=float, default=60)
    read.add_argument("--memory", type=int, default=0, metavar="N", help="ask N questions, print the memory")
    read.add_argument("--fast", action="store_true", help="an engine that answers at once")
    chosen = read.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if chosen.fast:
            asyncio.run(_load(ServiceDouble(), Path(folder), chosen))
            return
        with closing(open_service(Settings(data_dir=folder), note_gaps=True)) as service:
            # The first answer reads word lists.
            service.ask(QUESTIONS[0])
            asyncio.run(_load(service, Path(folder), chosen))


async def _load(service: Service, folder: Path, chosen: argparse.Namespace) -> None:
    # As in config/default.toml.
    limit = 0 if chosen.memory else 120
    cooldown = 0 if chosen.memory else 3
    options = BotOptions(data_dir=folder, cooldown=cooldown, server_limit=limit, at_once=2, waiting=40)
    bot = PorteParoleBot(service, Texts(), options, lambda _: None)
    patch = pytest.MonkeyPatch()
    async with Timed().serving(patch) as double, running(bot, double):
        assert isinstance(double, Timed)
        guilds = [number * 10 << 22 for number in range(1, SERVERS + 1)]
        for guild in guilds:
            await double.guild(guild)
        await double.until(lambda: len(bot.guilds) == SERVERS)
        if chosen.memory:
            await _memory(double, guilds, chosen)
        else:
            await _minute(double, guilds, chosen)
    patch.undo()
    outcomes: Counter[str] = Counter()
    for metric in bot.metrics.answers.collect():
        for sample in metric.samples:
            if sample.name.endswith("_total"):
                outcomes[sample.labels["outcome"]] += int(sample.value)
    print("what came of them:", ", ".join(f"{name} {count}" for name, count in outcomes.most_common()))
    declined = sum(outcomes[name] for name in DECLINED) + len(double.took) - outcomes.total()
    print(f"politely declined {declined}, without an answer {len(double.open)}")
    _show("to the acknowledgement", double.waited)
    _show("to the answer", double.took)


async def _minute(double: Timed, guilds: list[int], chosen: argparse.Namespace) -> None:
    start = time.monotonic()
    for number in range(chosen.questions):
        due = start + number * chosen.seconds / chosen.questions
        await asyncio.sleep(max(0, due - time.monotonic()))
        person = number % chosen.people
        await double.ask(QUESTIONS[number % len(QUESTIONS)], 1000 + person, guilds[person % SERVERS])
    await double.until(lambda: not double.open, 120)
    print(f"{chosen.questions} questions of {chosen.people} people in {chosen.seconds:g} s")


async def _memory(double: Timed, guilds: list[int], chosen: argparse.Namespace) -> None:
    found = [_megabytes()]
    for number in range(chosen.memory):
        await double.until(lambda: len(double.open) < AT_ONCE, 300)
        # In other words each time, so that nothing is remembered of it.
        question = f"{QUESTIONS[number % len(QUESTIONS)]} ({number})"
        await double.ask(question, 1000 + number, guilds[number % SERVERS])
        if number % 1000 == 999:
            await double.until(lambda: not double.open, 300)
            found.append(_megabytes())
            print(f"{number + 1}: {found[-1]:.0f} MB", flush=True)
    print("memory at the start and after each thousand, MB:", ", ".join(f"{one:.0f}" for one in found))


def _show(name: str, seconds: list[float]) -> None:
    cuts = statistics.quantiles(seconds, n=100)
    print(f"{name}: p50 {cuts[49]:.2f} s, p95 {cuts[94]:.2f} s, most {max(seconds):.2f} s")


def _megabytes() -> float:
    """Return the megabytes in memory now; the most so far where the system does not tell."""
    gc.collect()
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    main()
