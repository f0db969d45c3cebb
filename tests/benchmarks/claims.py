"""How good the proof is on sentences written by hand: free true ones, and altered ones of no recipe.

    python -m tests.benchmarks.claims ../shared/corpora [--part report] [--show]

``tests/gold/claims.jsonl``: what a model might write of a paragraph, in both languages. In ``dev`` failures
were looked at while the proof was written, in ``report`` never.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Any

from porteparole.answering.support import Claim, Source, SupportProof
from porteparole.answering.support.likeness import Likeness
from porteparole.corpus.article import Article, Paragraph
from porteparole.embedding.factory import make_embedder
from porteparole.language import Language
from porteparole.reading.reader import load_reader
from porteparole.statements import read_statements

GOLD = Path(__file__).parents[1] / "gold"
KINDS = ("true", "negation", "figure", "speaker", "stronger", "mixed", "addition")
PAIRS = ("all", "fr on fr", "en on en", "en on fr", "fr on en")


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def articles_of(listed: Sequence[dict[str, Any]], wanted: Container[str]) -> dict[str, Source]:
    """Return the paragraphs of the articles that have a row in ``wanted``, by the id of the row."""
    titles: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in listed:
        titles[row["title"]].append(row)
    found: dict[str, Source] = {}
    for title, own in titles.items():
        if any(row["id"] in wanted for row in own):
            language: Language = "en" if own[0]["id"].startswith("bbc") else "fr"
            texts = [(row["id"], row["text"].replace("\u00ad", "")) for row in own]
            found |= _article(title, title, language, texts)
    return found


def sources(corpora: Path, wanted: set[str]) -> dict[str, Source]:
    """Return what is cited, by the id of a row, or by article and number: French and English news."""
    found = articles_of(rows(corpora / "distractors.jsonl"), wanted)
    english: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows(GOLD / "statements_en.jsonl"):
        english[row["article"]].append((f"{row['article']} {row['paragraph']}", row["text"]))
    for name, texts in english.items():
        found |= _article(name, texts[0][1][:50], "en", texts)
    return found


def _article(name: str, title: str, language: Language, texts: list[tuple[str, str]]) -> dict[str, Source]:
    invented = frozenset({"title"}) if title != name else frozenset[str]()
    paragraphs = tuple(Paragraph(key, name, n, text, n) for n, (key, text) in enumerate(texts, 1))
    article = Article(name, title, language, paragraphs, "", inferred=invented)
    return {paragraph.id: Source(article, paragraph) for paragraph in paragraphs}


def main() -> None:
    """Print how many true sentences are kept and how many altered ones are refused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--part", choices=("dev", "report"), default="dev")
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    parser.add_argument("--unread", action="store_true", help="without the reader")
    given = parser.parse_args()
    listed = [row for row in rows(GOLD / "claims.jsonl") if row["split"] == given.part]
    places = [row.get("row") or f"{row['article']} {row['paragraph']}" for row in listed]
    cited = sources(given.corpora, set(places))
    known = {s.article.id: read_statements(s.article) for s in cited.values()}
    embedder = make_embedder()
    reader = None if given.unread else load_reader(embedder)
    holds = reader.holds if reader else None
    proof = SupportProof(Likeness(embedder), lambda identifier: known[identifier], holds)
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for row, place in zip(listed, places, strict=True):
        source = cited[place]
        verdict = proof.check(Claim(row["text"], row["lang"], (source,)))
        good = verdict.holds == (row["kind"] == "true")
        for pair in ("all", f"{row['lang']} on {source.article.language}"):
            total[row["kind"], pair] += 1
            right[row["kind"], pair] += good
        if given.show and not good:
            print(f"[{row['kind']}] {row['text']}")
            print(f"   {verdict.reason}: {verdict.detail} ({verdict.support:.2f})")
            print(f"   {source.paragraph.text}")
    print(f"{'':10}" + "".join(f"{pair:>14}" for pair in PAIRS))
    for kind in KINDS:
        cells = [
            f"{right[kind, pair] / total[kind, pair]:.2f} ({total[kind, pair]})" if total[kind, pair] else "-"
            for pair in PAIRS
        ]
        print(f"{kind:10}" + "".join(f"{cell:>14}" for cell in cells))


if __name__ == "__main__":
    main()
