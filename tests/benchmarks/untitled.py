"""Writes the articles of the hurried questions as plain text files, whole and without titles.

    python -m tests.benchmarks.untitled ../shared/corpora/distractors.jsonl FOLDER

A line of that file is read as an article of its own, with a title. Most newsrooms keep articles otherwise:
``FOLDER/articles`` has a file for each of those that ``tests/gold/noisy.jsonl`` asks about, a paragraph a
line; ``FOLDER/others.jsonl`` has the lines of all others. Then
``porteparole evaluate --gold tests/gold/noisy.jsonl --corpus FILE --seeds FOLDER/articles`` (and
``--seeds FOLDER/others.jsonl``) measures on them.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from tests.benchmarks.reader.news import GOLD, json_lines


def write(corpus: Path, folder: Path) -> int:
    """Write the articles and all other lines of ``corpus`` into ``folder``; return how many articles."""
    asked = {
        place["row"].rpartition("-")[0] for line in json_lines(GOLD / "noisy.jsonl") for place in line["gold"]
    }
    articles: dict[str, list[str]] = defaultdict(list)
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    with (folder / "others.jsonl").open("w", encoding="utf-8") as others:
        for row in json_lines(corpus):
            name = row["id"].rpartition("-")[0]
            if name in asked:
                articles[name].append(" ".join(row["text"].split()))
            else:
                others.write(json.dumps(row, ensure_ascii=False) + "\n")
    for name, paragraphs in articles.items():
        (folder / "articles" / f"{name}.txt").write_text("\n".join(paragraphs) + "\n", encoding="utf-8")
    return len(articles)


def main() -> None:
    """Read where from and where to, and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    print(f"{write(given.corpus, given.folder)} articles")


if __name__ == "__main__":
    main()
