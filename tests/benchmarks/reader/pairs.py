"""Public pairs of a text and a sentence, French and English: does the text say what the sentence says?

From repositories on GitHub, each cloned into one folder under its own name. Sets whose licence forbids
commercial use (XNLI, SICK) or is not told are not among them.

- ``mskandalis/rte3-french``, ``…/daccord-dataset-contradictions``, ``…/gqnli-french`` (M. Skandalis et al.,
  BSD 2-Clause): French paragraphs of the RTE-3 challenge, contradictions in the press, quantifiers. With
  ``nltk/nltk_data`` (``packages/corpora/rte.zip``, unpacked), which holds RTE-3 in English, the same pairs
  across the languages.
- ``google-research/fool-me-twice`` (CC BY-SA), ``TalSchuster/FeverSymmetric`` (MIT), ``salesforce/DocNLI``
  (its part of FEVER, CC BY-SA 3.0), ``ryokamoi/wice`` (ODC-BY), ``swarnaHub/ConjNLI`` and
  ``mosharafhossain/negation-and-nli`` (MIT): English claims on Wikipedia and the pages that it cites.
- ``GautamGupta17/MESH``, ``data/pawsx`` (PAWS-X, free for any purpose): sentences of the same words that say
  the same or not, in both languages and across them.
"""

from __future__ import annotations

import csv
import json
import random
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.reader.news import Example

_ENTAILS = frozenset({"entailment", "entail", "SUPPORTS", "supported", "1"})
# How many of each are trained on in an epoch: news and hand-made ones more than what was made by a program.
_MOST = {
    "rte3": 1_600, "rte3_across": 2_000, "daccord": 515, "gqnli": 200, "fool_me_twice": 1_600, "conjnli": 700,
    "wice": 900, "pawsx": 900, "pawsx_across": 600, "fever": 1_600, "fever_symmetric": 1_400, "negation": 400,
}  # fmt: skip
_LONGEST_TEXT, _LONGEST_CLAIM = 1_500, 400

Pair = tuple[str, str, str]
"""A text, a sentence, and the label that its set gives them."""


def public_pairs(folder: Path, chance: random.Random) -> list[Example]:
    """Draw pairs of all sets whose repository is in ``folder``."""
    found: list[Example] = []
    for name, read in _SETS.items():
        pairs = [
            Example(f"claim{'+' if label in _ENTAILS else '-'}", claim, "", text)
            for text, claim, label in read(folder)
            if len(text) <= _LONGEST_TEXT and len(claim) <= _LONGEST_CLAIM
        ]
        found += chance.sample(pairs, min(_MOST[name], len(pairs)))
    return found


def _table(path: Path, columns: tuple[str, str, str], *, quoted: bool = False) -> Iterator[Pair]:
    """Yield the pairs of a table; nothing where there is no such file."""
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        for row in csv.DictReader(
            lines, delimiter="\t", quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
        ):
            text, claim, label = (str(row.get(column) or "").strip() for column in columns)
            if text and claim and label:
                yield text, claim, label


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def _rte3(folder: Path) -> Iterator[Pair]:
    for part in ("dev-set", "test-gold"):
        path = folder / "rte3-french" / f"RTE3-FR-{part}-3class.tsv"
        yield from _table(path, ("premise", "hypothesis", "label_text"), quoted=True)


def _rte3_across(folder: Path) -> Iterator[Pair]:
    for french, english in (("dev-set", "rte3_dev"), ("test-gold", "rte3_test")):
        original = folder / "nltk_data" / "packages" / "corpora" / "rte" / f"{english}.xml"
        translated = folder / "rte3-french" / f"RTE3-FR-{french}-3class.tsv"
        if not (original.exists() and translated.exists()):
            continue
        pairs = {pair.get("id"): pair for pair in ElementTree.parse(original).iter("pair")}
        with translated.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                pair, label = pairs.get(row["id"]), row["label_text"].strip()
                if pair is None or (pair.get("entailment") == "YES") != (label in _ENTAILS):
                    continue
                yield row["premise"], pair.findtext("h", ""), label
                yield pair.findtext("t", ""), row["hypothesis"], label


def _daccord(folder: Path) -> Iterator[Pair]:
    path = folder / "daccord-dataset-contradictions" / "daccord_dataset.tsv"
    columns = ("premise", "hypothesis", "label")
    # What does not contradict may follow or not: that is not told.
    for text, claim, label in _table(path, columns, quoted=True):
        if label == "1":
            yield text, claim, "contradiction"


def _gqnli(folder: Path) -> Iterator[Pair]:
    path = folder / "gqnli-french" / "gqnli.test.fr.tsv"
    for original in ("", "_original"):
        yield from _table(path, (f"premise{original}", f"hypothesis{original}", "label_text"), quoted=True)


def _fool_me_twice(folder: Path) -> Iterator[Pair]:
    for part in ("dev", "test"):
        for line in _lines(folder / "fool-me-twice" / "dataset" / f"{part}.jsonl"):
            page = re.sub(r"\s*\(.*\)$", "", line.get("wikipedia_page") or "")
            evidence = " ".join(one["text"] for one in line["gold_evidence"])
            yield f"{page}. {evidence}" if page else evidence, line["text"], line["label"]


def _conjnli(folder: Path) -> Iterator[Pair]:
    for part in ("conj_dev", "adversarial_train_15k"):
        path = folder / "ConjNLI" / "data" / "NLI" / f"{part}.tsv"
        yield from _table(path, ("Premise", "Hypothesis", "Label"))


def _wice(folder: Path) -> Iterator[Pair]:
    """Yield claims with the sentences that show them and those beside; what is shown in part is not."""
    for part in ("dev", "test"):
        for line in _lines(folder / "wice" / "data" / "entailment_retrieval" / "claim" / f"{part}.jsonl"):
            sentences, label = line["evidence"], line["label"]
            for shown in (line.get("supporting_sentences") or [])[: 2 if label == "supported" else 1]:
                near = {j for i in shown for j in (i - 1, i, i + 1) if 0 <= j < len(sentences)}
                yield " ".join(sentences[i] for i in sorted(near)), line["claim"], label


def _pawsx(folder: Path) -> Iterator[Pair]:
    for pairs in _pawsx_parts(folder):
        for one in pairs:
            yield one[0], one[1], one[2]


def _pawsx_across(folder: Path) -> Iterator[Pair]:
    french, english = ([*part] for part in _pawsx_parts(folder))
    for own, other in zip(french, english, strict=True):
        yield own[0], other[1], own[2]
        yield other[0], own[1], own[2]


def _pawsx_parts(folder: Path) -> Iterator[list[Pair]]:
    """Yield the pairs in French, then in English; the rows of both are the same."""
    for language in ("fr", "en"):
        path = folder / "MESH" / "data" / "pawsx" / f"dev-{language}.tsv"
        rows = path.read_text("utf-8").splitlines() if path.exists() else []
        yield [(row[0], row[1], row[2]) for row in (line.split("\t") for line in rows) if len(row) == 3]


def _fever(folder: Path) -> Iterator[Pair]:
    for part in ("dev", "test"):
        path = folder / "DocNLI" / "Data" / "binary-FEVER-NLI" / f"{part}.txt"
        for line in path.read_text("utf-8").splitlines() if path.exists() else ():
            if len(cells := line.split("\t")) == 3:
                yield _joined(cells[1]), _joined(cells[2]), cells[0]


def _fever_symmetric(folder: Path) -> Iterator[Pair]:
    root = folder / "FeverSymmetric"
    paths = ["symmetric_v0.2/fever_symmetric_dev.jsonl", "symmetric_v0.2/fever_symmetric_test.jsonl"]
    for name in [*paths, "symmetric_v0.1/fever_symmetric_generated.jsonl"]:
        for line in _lines(root / name):
            text = line.get("evidence") or line.get("evidence_sentence") or ""
            yield _joined(text), _joined(line["claim"]), line.get("label") or line.get("gold_label") or ""


def _negation(folder: Path) -> Iterator[Pair]:
    for part in ("RTE", "SNLI", "MNLI"):
        path = folder / "negation-and-nli" / "data" / "new_benchmarks" / "clean_data" / f"{part}.txt"
        yield from _table(path, ("Text", "Hypothesis", "gold_label"))


def _joined(tokens: str) -> str:
    """Return the text of what was cut into tokens by the rules of the Penn Treebank."""
    text = re.sub(r"-LSB-.*?-RSB-", "", tokens).replace("-LRB-", "(").replace("-RRB-", ")")
    text = text.replace("``", '"').replace("''", '"').replace(" -- ", " – ").replace("( ", "(")
    return re.sub(r"\s+([.,;:!?)%]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)", r"\1", text)


_SETS: dict[str, Callable[[Path], Iterable[Pair]]] = {
    "rte3": _rte3,
    "rte3_across": _rte3_across,
    "daccord": _daccord,
    "gqnli": _gqnli,
    "fool_me_twice": _fool_me_twice,
    "conjnli": _conjnli,
    "wice": _wice,
    "pawsx": _pawsx,
    "pawsx_across": _pawsx_across,
    "fever": _fever,
    "fever_symmetric": _fever_symmetric,
    "negation": _negation,
}
