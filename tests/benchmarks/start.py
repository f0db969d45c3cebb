"""Processes: how long they take to start, to answer first, to load articles first, and their memory."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from porteparole.engine import open_service
from porteparole.settings import Settings
from tests.benchmarks.stores import MOST, ROOT, Stores
from tests.benchmarks.tables import table

IMPORTS = "import chromadb, langchain_chroma"
_QUESTION = "Combien de pays ont signé la déclaration ?"
_QUESTIONS = (
    _QUESTION,
    "Qui est Guo Jiakun ?",
    "Où le sommet a-t-il eu lieu ?",
    "What did the Chinese Ministry of Commerce say about third parties?",
    "Qu'a dit le ministère du Commerce chinois ?",
    "How many countries signed the joint declaration?",
    "Quel est le prix du dernier téléphone ?",
    "Qui a parlé de politisation ?",
    "Que réclame la Chine ?",
    "When did the summit take place?",
    "Qui a dit que le monde change ?",
    "Quels pays ont refusé de signer ?",
)
_FIRST_ANSWER = """
import sys, time
from pathlib import Path
from porteparole.engine import open_service
from porteparole.settings import Settings
service = open_service(Settings(), seeds=[Path(sys.argv[1])], data_dir=Path(sys.argv[2]))
service.ask(sys.argv[3])
print(time.time(), flush=True)
for question in sys.argv[4:]:
    service.ask(question)
try:
    print(int(open("/proc/self/statm").read().split()[1]) * __import__("os").sysconf("SC_PAGE_SIZE") / 2**20)
except OSError:
    print("nan")
"""
# Other work on the machine only ever slows down: of several turns the quickest counts.
_TURNS = 5
_LOADED, _RATED = 10_000, 1_000


def _seconds(command: list[str]) -> float:
    # Python keeps compiled code, as it does where it was not told otherwise.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT)
    return time.perf_counter() - started


def start_table(stores: Stores) -> dict[str, float]:
    """Print what the start of a command costs, and return the figures that have a target."""
    porteparole = str(Path(sys.executable).with_name("porteparole"))
    data = stores.data(16)
    commands = {
        "porteparole --help": [porteparole, "--help"],
        "imports": [sys.executable, "-c", IMPORTS],
        "ask": [porteparole, "ask", _QUESTION, "--data", str(data)],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(_TURNS + 1):
        for name, command in commands.items():
            seconds = _seconds(command)
            if turn:  # the first one reads from the disk
                times[name].append(seconds)
    best = {name: min(listed) for name, listed in times.items()}
    ratio = best["ask"] / best["imports"]
    rows = [
        ["`porteparole --help`", f"{best['porteparole --help']:.2f} s"],
        [f"`{IMPORTS}`", f"{best['imports']:.2f} s"],
        [f"`porteparole ask`, two articles indexed ({ratio:.2f} ×)", f"{best['ask']:.2f} s"],
    ]
    table(f"Starts (the quickest of {_TURNS} turns)", ["", ""], rows)
    return {"help": best["porteparole --help"], "ask": ratio}


def process_table(stores: Stores) -> dict[str, float]:
    """Print what a process costs that answers, and return the figures that have a target."""
    rows: list[list[str]] = []
    figures: dict[str, float] = {}
    for size in (16, MOST):
        opened = [_first_answer(stores, size) for _ in range(3)]
        seconds = min(s for s, _ in opened)
        megabytes = statistics.median(m for _, m in opened)
        rows.append([f"process start to first answer, {size:,} paragraphs", f"{seconds:.1f} s"])
        rows.append([f"memory after {len(_QUESTIONS)} answers, {size:,} paragraphs", f"{megabytes:.0f} MB"])
        figures |= {f"open-{size}": seconds, f"memory-{size}": megabytes}
    table("Processes (the quickest of 3 turns)", ["", ""], rows)
    return figures


def _first_answer(stores: Stores, size: int) -> tuple[float, float]:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [
        sys.executable,
        "-c",
        _FIRST_ANSWER,
        str(stores.seeds(size)),
        str(stores.data(size)),
        *_QUESTIONS,
    ]
    started = time.time()
    told = subprocess.run(
        command, check=True, capture_output=True, text=True, env=environment, cwd=ROOT
    ).stdout
    answered, megabytes = map(float, told.split())
    return answered - started, megabytes


def load_table(stores: Stores) -> dict[str, float]:
    """Print how quick a first load is beside the embedder alone, and return the ratio."""
    texts = stores.texts[:_LOADED]
    sample = texts[:: len(texts) // _RATED]
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder) / "articles.jsonl"
        with seeds.open("w", encoding="utf-8") as file:
            for number in range(0, len(texts), 20):
                row = {"id": f"a{number}", "title": f"Article {number}", "language": "fr"}
                print(json.dumps({**row, "paragraphs": texts[number : number + 20]}), file=file)
        shutil.copytree(stores.data(16) / "cache", Path(folder) / "data" / "cache")
        rates = [_rate(stores, sample[::2])]
        started = time.perf_counter()
        open_service(Settings(), seeds=[seeds], data_dir=Path(folder) / "data").close()
        loaded = len(texts) / (time.perf_counter() - started)
        rates.append(_rate(stores, sample[1::2]))
    rate = statistics.mean(rates)
    row = [f"{rate:.1f}", f"{loaded:.1f}", f"{loaded / rate:.2f}"]
    head = ["embedder alone, paragraphs/s", "first load, paragraphs/s", "ratio"]
    table(f"First load of {len(texts):,} paragraphs: read, embedded, stored, indexed, opened", head, [row])
    return {"load": loaded / rate}


def _rate(stores: Stores, texts: list[str]) -> float:
    started = time.perf_counter()
    stores.embedder.embed(texts, "passage")
    return len(texts) / (time.perf_counter() - started)
