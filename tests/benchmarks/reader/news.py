"""Questions that the team wrote on news, each with paragraphs near it that do not answer it.

Most of their paragraphs are not kept with the project: those of ``tests/gold/news.jsonl`` (French Wikinews)
are rows of the corpora beside it, those of ``tests/gold/news_en.jsonl`` (BBC, 2004 and 2005) of a file on
GitHub: ``owhonda-moses/bbc-news-nlp``, ``data/train_data.csv``. Articles that the team invented for it are in
``tests/gold/invented.jsonl``.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from porteparole.embedding.embedder import Embedder
from porteparole.text.terms import fold

GOLD = Path(__file__).parents[2] / "gold"
_QUESTIONS = ("news.jsonl", "news_en.jsonl")
CLAIMS = "news_claims.jsonl"
_INVENTED, _TRANSLATED = "invented.jsonl", "invented_en.jsonl"
# What the reader may be trained on: which sentences matter is nothing that it tells.
_READ = (*_QUESTIONS, CLAIMS, _INVENTED, _TRANSLATED, "summaries.jsonl")
_NEAREST, _NEAR, _OWN = 40, 8, 6
# What the ids of paragraphs of news begin with.
_NEWS = ("wikinews", "bbc", "invented")
# How many times as often as the others the questions of the last round are drawn, which tell their form.
_NEWEST = 3.0
# The words of a longer answer, in characters, are hardly in a paragraph that does not tell it.
_TELLING = 2


@dataclass(frozen=True, slots=True)
class Example:
    """A question and a passage; ``start`` and ``end`` of the answer in it, or -1 where it does not answer.

    With the ``source`` ``claim+`` or ``claim-``, a sentence and a passage that says what it says, or not.
    ``beginning`` is how its article begins, where that is known and the passage is not that beginning.
    """

    source: str
    question: str
    title: str
    passage: str
    start: int = -1
    end: int = -1
    beginning: str = ""


class Near(NamedTuple):
    """A passage that does not answer; ``beginning`` as in :class:`Example`."""

    title: str
    text: str
    beginning: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on its own paragraph, and other paragraphs that lie near and do not answer.

    ``often`` is how many times as often it is drawn as most are.
    """

    example: Example
    near: tuple[Near, ...]
    often: float = 1.0


def is_held_out(title: str, share: int = 4) -> bool:
    """Say whether an article is never trained on (one in ``share``)."""
    return int(hashlib.sha1(title.encode()).hexdigest(), 16) % share == 0


def annotated_titles(rows: Iterable[dict[str, Any]]) -> set[str]:
    """Return the titles of articles that a gold file annotates for something else."""
    others = [path for path in GOLD.glob("*.jsonl") if path.name not in _READ]
    gold = "".join(path.read_text("utf-8") for path in others)
    return {row["title"] for row in rows if f'"{row["id"]}"' in gold}


def json_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file with one on each line, as all corpora and gold files here are."""
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def read_news(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the questions on news whose paragraphs are among ``rows``, each with its paragraph.

    A follow-up is joined with the question before it, as it is read (``answering/followup.py``).

    Args:
        rows: of ``distractors.jsonl``, of :func:`bbc_rows` or of :func:`invented_rows`.
    """
    known = {row["id"]: row for row in rows}
    asked: list[dict[str, Any]] = []
    for line in (line for name in _QUESTIONS for line in (GOLD / name).open(encoding="utf-8")):
        question = json.loads(line)
        if row := known.get(question["row"]):
            answers = [row["text"][start:end] for start, end in filter(None, [question["answer"]])]
            own = {"title": row["title"], "paragraph_text": row["text"], "answers": answers}
            whole = f"{question.get('before', '')} {question['question']}".strip()
            asked.append({**question, **own, "question": whole})
    return asked


def may_answer_too(answers: Iterable[str], text: str) -> bool:
    """Say whether a paragraph other than the own one of a question has the words of one of its answers."""
    return any(len(answer) > _TELLING and answer in fold(text) for answer in map(fold, answers))


def bbc_rows(path: Path) -> list[dict[str, Any]]:
    """Return the paragraphs of the BBC's articles with the ids by which the questions name them."""
    rows: list[dict[str, Any]] = []
    seen: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        for article in csv.DictReader(file):
            title, *texts = (
                re.sub(r"\s+", " ", text).strip().replace('""', '"')
                for text in article["text"].split("\n\n")
                if text.strip()
            )
            if title in seen or article["main_category"] == "sport":
                continue
            seen.add(title)
            name = f"bbc-{article['main_category']}-{article['filename'].partition('.')[0]}"
            rows += [
                {"id": f"{name}-{number:02d}", "title": title, "text": text}
                for number, text in enumerate(texts, 1)
            ]
    return rows


def invented_rows() -> list[dict[str, Any]]:
    """Return the paragraphs of the articles that were invented for this, as those of the corpora.

    Those of articles that are held out have a ``translation``, as an editor's, in English.
    """
    english = {row["id"]: {"translation": row["text"]} for row in json_lines(GOLD / _TRANSLATED)}
    return [{**row, **english.get(row["id"], {})} for row in json_lines(GOLD / _INVENTED)]


def with_near(rows: Sequence[dict[str, Any]], embedder: Embedder) -> list[Asked]:
    """Return the questions on news, each with the paragraphs that a reader has to tell from its own.

    Those are the nearest of the dense search and the others of its article, but none that holds the answer's
    words, and none of another part (held out or not) than its own. Only what no news tells (*other*) has
    other paragraphs than news beside it.
    """
    annotated = annotated_titles(rows)
    rows = [row for row in rows if row["title"] not in annotated]
    known = np.asarray(embedder.embed([row["text"] for row in rows], "passage"))
    by_title: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        by_title[row["title"]].append(number)
    questions = read_news(rows)
    asked = np.asarray(embedder.embed([question["question"] for question in questions], "question"))
    found: list[Asked] = []
    for question, vector in zip(questions, asked, strict=True):
        own, title = question["paragraph_text"], question["title"]
        nearest = [n for n in np.argsort(-(known @ vector))[:_NEAREST].tolist() if _beside(question, rows[n])]
        others = [n for n in by_title[title] if _beside(question, rows[n])]
        near = dict.fromkeys([*nearest[:_NEAR], *others[:_OWN]])
        start, end = question["answer"] or (-1, -1)
        found.append(
            Asked(
                Example(
                    f"news{'+' if question['answers'] else '-'}", question["question"], title, own, start, end
                ),
                tuple(Near(rows[n]["title"], rows[n]["text"]) for n in near),
                _NEWEST if "form" in question else 1.0,
            )
        )
    return found


def _beside(question: dict[str, Any], row: dict[str, Any]) -> bool:
    """Say whether a paragraph may stand beside a question as one that does not answer it."""
    return (
        (row["id"].startswith(_NEWS) or question.get("kind") == "other")
        and row["text"] != question["paragraph_text"]
        and not may_answer_too(question["answers"], row["text"])
        and is_held_out(row["title"]) == is_held_out(question["title"])
    )


_NAME = re.compile(r"(?<=[\w,;»)] )[A-ZÉÈÎÔÂÇ][\w’'-]{3,}")
_TYPED = re.compile(r"[\w-]{4,}")
_YEAR = re.compile(r"\b(?:1[89]\d\d|20[012]\d)\b")
_TRIES, _BEGINNING = 6, 5


@lru_cache(maxsize=50_000)
def names_in(text: str) -> tuple[str, ...]:
    """Return the words of a text that are written large inside a sentence."""
    return tuple(sorted({match.group().strip("’'-") for match in _NAME.finditer(text)}))


def with_another_name(asked: Asked, names: Sequence[str], chance: random.Random) -> Example | None:
    """Put another name (or year) in the place of one that the passage has: then it answers no more.

    Args:
        asked: an answered question.
        names: to choose from, beside those of the passages near it.
        chance: draws.

    Returns:
        None where the question names nothing that stands in its passage.
    """
    example = asked.example
    there = f"{example.title} x {example.passage}"
    held = {fold(name) for name in names_in(f"x {there}")}
    named = [match for match in _TYPED.finditer(example.question) if fold(match.group()) in held]
    years = [match for match in _YEAR.finditer(example.question) if match.group() in there]
    if years and (not named or chance.random() < 0.3):
        match = chance.choice(years)
        other = str(int(match.group()) + chance.choice((-9, -5, -3, -2, -1, 1, 2, 3, 4, 6, 10)))
    elif named:
        match = chance.choice(named)
        near = names_in(chance.choice(asked.near).text) if asked.near and chance.random() < 0.6 else ()
        tried = [chance.choice(near or names) for _ in range(_TRIES)]
        other = next((name for name in tried if fold(name)[:_BEGINNING] not in fold(there)), there)
    else:
        return None
    if other in there:
        return None
    other = other if match.group()[0].isupper() else other.lower()
    question = example.question[: match.start()] + other + example.question[match.end() :]
    return replace(example, source="renamed-", question=question, start=-1, end=-1)
