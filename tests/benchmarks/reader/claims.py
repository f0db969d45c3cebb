"""Sentences that the team wrote on news paragraphs, true and altered: does a paragraph say what one claims?

``tests/gold/news_claims.jsonl``; their paragraphs are found as those of the questions are
(:mod:`tests.benchmarks.reader.news`). Public ones are in :mod:`tests.benchmarks.reader.pairs`.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from porteparole.embedding.embedder import Embedder
from tests.benchmarks.reader.news import CLAIMS, GOLD, Example, is_held_out

_NEAREST = 5
_MISPLACED = 0.35


def read_claims(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the claims whose paragraphs are among ``rows``, each with its paragraph.

    Args:
        rows: of ``distractors.jsonl`` or of :func:`tests.benchmarks.reader.news.bbc_rows`.
    """
    known = {row["id"]: row for row in rows}
    lines = (GOLD / CLAIMS).read_text("utf-8").splitlines()
    found = ((claim, known.get(claim["row"])) for claim in map(json.loads, lines))
    return [{**claim, "title": row["title"], "paragraph_text": row["text"]} for claim, row in found if row]


def claim_examples(
    rows: Sequence[dict[str, Any]], embedder: Embedder, chance: random.Random
) -> list[Example]:
    """Return each claim with its paragraph, and some of the true ones with one that does not say so.

    That is another of the same article, or one of the nearest of all; of the same part (held out or not).
    """
    rows = [row for row in rows if row["id"].startswith(("wikinews", "bbc"))]
    known = np.asarray(embedder.embed([row["text"] for row in rows], "passage"))
    places = {row["id"]: number for number, row in enumerate(rows)}
    by_title: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        by_title[row["title"]].append(number)
    found: list[Example] = []
    for claim in read_claims(rows):
        true, text, own = claim["kind"] == "true", claim["text"], places[claim["row"]]
        found.append(Example(f"claim{'+' if true else '-'}", text, claim["title"], claim["paragraph_text"]))
        if not true or is_held_out(claim["title"]) or chance.random() >= _MISPLACED:
            continue
        near = [number for number in by_title[claim["title"]] if number != own]
        if not near or chance.random() < 0.5:
            near = np.argsort(-(known @ known[own]))[1 : _NEAREST + 1].tolist()
        other = rows[chance.choice(near)]
        if not is_held_out(other["title"]):
            found.append(Example("claim-", text, other["title"], other["text"]))
    return found
