"""How near to a claim a paragraph must be to be shown: headlines, with and without their own article.

Run ``python -m tests.benchmarks.bearing DATA [--claims N] [--words]`` on the data folder of an index of
``../shared/corpora/distractors.jsonl``. The claim is the headline of an article drawn at random: its
paragraphs bear on it; where they are left out, as if the article were not there, nothing should be shown
(though now and then another article tells the same). Printed for bounds in units of the judgement’s
threshold: how many claims find a paragraph of their article, which share of what is shown is of it, and how
many find anything without it. A headline shares more words with its article than a message would, so the
bound is lower than where the last column is best.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from porteparole.answering.similarity import Meanings
from porteparole.embedding.factory import make_embedder
from porteparole.lookup.bearing import CLAIM, Bearing, Relevance
from porteparole.retrieval.retriever import HybridSearch
from porteparole.store.generation import Generations

BOUNDS = (0.5, 0.8, 1.0, 1.1, 1.2, 1.3, 1.44, 1.7, 2.0, 2.5)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--claims", type=int, default=100)
    parser.add_argument("--words", action="store_true", help="without an embedder")
    given = parser.parse_args()
    folders = (given.data / "generations").iterdir()
    name = next(folder.name for folder in folders if (folder / "manifest.json").exists())
    generation = Generations(given.data).open(name)
    embedder = None if given.words else make_embedder()
    relevance = Relevance(generation.catalogue, HybridSearch(generation, embedder), Meanings(embedder, None))
    titles: dict[str, set[str]] = {}
    for article in generation.catalogue.corpus().articles:
        if len(article.paragraphs) > 1 and len(article.stated_title.split()) > 5:
            titles.setdefault(article.title, set()).add(article.id)
    drawn = random.Random(5).sample(sorted(titles), min(given.claims, len(titles)))
    shown: list[tuple[list[Bearing], list[Bearing]]] = []
    for number, title in enumerate(drawn):
        found = relevance.claim(title, 0.0)
        own = [b for b in found if b.evidence.article.id in titles[title]]
        shown.append((own, [b for b in found if b not in own]))
        print(number, end="\r", flush=True)
    print(f"{len(shown)} claims; in force: {CLAIM}")
    print(f"{'bound':>6}{'finds its article':>19}{'shown is of it':>16}{'anything without it':>21}")
    for bound in BOUNDS:
        kept = [([b for b in own if b.score >= bound], [b for b in others if b.score >= bound])
                for own, others in shown]  # fmt: skip
        finds = sum(bool(own) for own, _ in kept) / len(kept)
        right = sum(len(own) for own, _ in kept) / max(1, sum(len(own) + len(others) for own, others in kept))
        idle = sum(bool(others) for _, others in kept) / len(kept)
        print(f"{bound:6.2f}{finds:19.2f}{right:16.2f}{idle:21.2f}")


if __name__ == "__main__":
    main()
