"""Questions with passages that answer them and passages that do not, from public data.

- PIAF 1.1 (French, MIT): ``psorianom/piaf-combo-huggingface`` on GitHub, ``data/piaf-v1.1.json``;
- SQuAD 2 (English, CC BY-SA 4.0): half of its ``dev``, ``chrischute/squad``, ``data/dev-v2.0.json``;
- QAMR (English, on Wikipedia and Wikinews, MIT): ``uwnlp/qamr``, the folder ``data``;
- French Wikinews (CC BY 2.5): ``distractors.jsonl`` of the corpora beside the project, with questions by
  template on the statements that the project itself reads in it (« Qu'a dit X sur Y ? »), with another
  speaker or another article's subject where nothing answers.

What was written on news for this is in :mod:`tests.benchmarks.reader.news`. Articles with annotations in
``tests/gold`` are left out, as is a quarter of all titles (:func:`is_held_out`), on which the calibration
measures.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from porteparole.corpus.article import Article, Paragraph
from porteparole.embedding.embedder import Embedder
from porteparole.statements.reader import read_statements
from porteparole.statements.statement import Statement
from porteparole.text.terms import fold
from tests.benchmarks.reader.news import Example, annotated_titles, is_held_out

_NEAREST = 12
_NEWS = 2_500


def read_examples(
    piaf: Path, squad: Path, qamr: Path, rows: Sequence[dict[str, Any]], embedder: Embedder, seed: int = 11
) -> tuple[list[Example], list[Example]]:
    """Return examples to train on and examples to measure on; ``rows`` are those of ``distractors.jsonl``."""
    chance = random.Random(seed)
    annotated = annotated_titles(rows)
    news = [
        row
        for row in rows
        if not row["id"].startswith("piaf")
        and row["title"] not in annotated
        and not is_held_out(row["title"])
    ]
    train, test = _piaf(_squad_format(piaf), news, embedder, chance)
    for part in (_squad(_squad_format(squad), embedder, chance), _qamr(qamr, chance)):
        train += part[0]
        test += part[1]
    return train + _statements(news, chance), test


_Row = tuple[int, str, dict[str, Any] | None]


def _squad_format(path: Path) -> tuple[list[tuple[str, str]], list[_Row]]:
    """Return the paragraphs (title, text), and the questions (number of the paragraph, question, answer)."""
    paragraphs: list[tuple[str, str]] = []
    rows: list[_Row] = []
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            rows += [
                (len(paragraphs), q["question"], next(iter(q["answers"]), None)) for q in paragraph["qas"]
            ]
            paragraphs.append((article["title"].replace("_", " "), paragraph["context"]))
    return paragraphs, rows


def _piaf(
    data: tuple[list[tuple[str, str]], list[_Row]],
    news: Sequence[dict[str, Any]],
    embedder: Embedder,
    chance: random.Random,
) -> tuple[list[Example], list[Example]]:
    paragraphs, rows = data
    pool = paragraphs + [(row["title"], row["text"]) for row in chance.sample(news, _NEWS)]
    near = _nearest(embedder, [text for _, text in pool], [question for _, question, _ in rows])
    train, test = list[Example](), list[Example]()
    for (own, question, answer), listed in zip(rows, near, strict=True):
        title, text = paragraphs[own]
        assert answer is not None
        start = answer["answer_start"]
        if text[start : start + len(answer["text"])] != answer["text"]:
            start = text.find(answer["text"])
        if start < 0:
            continue
        out = is_held_out(title)
        wrong = [
            pool[i]
            for i in listed
            if i != own
            and fold(answer["text"]) not in fold(pool[i][1])
            and (out or i >= len(paragraphs) or not is_held_out(pool[i][0]))
        ]
        chosen = wrong[:1] if out else chance.sample(wrong[:6], min(2, len(wrong)))
        (test if out else train).extend(
            [
                Example("piaf+", question, title, text, start, start + len(answer["text"])),
                *(Example("piaf-", question, *paragraph) for paragraph in chosen),
            ]
        )
    return train, test


def _squad(
    data: tuple[list[tuple[str, str]], list[_Row]], embedder: Embedder, chance: random.Random
) -> tuple[list[Example], list[Example]]:
    paragraphs, rows = data
    near = _nearest(embedder, [text for _, text in paragraphs], [question for _, question, _ in rows])
    train, test = list[Example](), list[Example]()
    for (own, question, answer), listed in zip(rows, near, strict=True):
        title, text = paragraphs[own]
        out = is_held_out(title, 6)
        kept = test if out else train
        if answer is None:
            kept.append(Example("squad-", question, title, text))
            continue
        start, end = answer["answer_start"], answer["answer_start"] + len(answer["text"])
        kept.append(Example("squad+", question, title, text, start, end))
        wrong = [i for i in listed[:8] if i != own and fold(answer["text"]) not in fold(paragraphs[i][1])]
        if not out and wrong and chance.random() < 0.7:
            train.append(Example("squad-far", question, *paragraphs[chance.choice(wrong[:5])]))
    return train, test


def _nearest(embedder: Embedder, passages: Sequence[str], questions: Sequence[str]) -> list[list[int]]:
    known = np.asarray(embedder.embed(passages, "passage"))
    asked = np.asarray(embedder.embed(questions, "query"))
    return [np.argsort(-(known @ vector))[:_NEAREST].tolist() for vector in asked]


_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": "“", "''": "”"}
_GLUED = re.compile(r"^(?:[.,;:?!%)\]”]|'s|n't|'re|'ve|'ll|'d|'m|')$")


def _joined(tokens: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """Write out tokens of the Penn Treebank; return the text and where each token stands in it."""
    text, spans = "", list[tuple[int, int]]()
    for token in tokens:
        piece = _BRACKETS.get(token, token)
        if text and not _GLUED.match(piece) and not text.endswith(("“", "(", "[", "$")):
            text += " "
        spans.append((len(text), len(text) + len(piece)))
        text += piece
    return text, spans


def _qamr(folder: Path, chance: random.Random) -> tuple[list[Example], list[Example]]:
    lines = (folder / "wiki-sentences.tsv").read_text(encoding="utf-8").splitlines()
    split = {number: text.split(" ") for number, text in (line.split("\t", 1) for line in lines)}
    written = {number: _joined(tokens) for number, tokens in split.items()}
    everything = list(written)
    documents: dict[str, list[str]] = defaultdict(list)
    for number in everything:
        documents[number.rsplit(":", 2)[0]].append(number)
    asked: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
    for name in ("dev", "test"):
        for line in (folder / "filtered" / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if cells[0] in split and cells[6].strip():
                asked[cells[0]].append((cells[5], [int(token) for token in cells[6].split()]))
    train, test = list[Example](), list[Example]()
    for number, questions in asked.items():
        document = number.rsplit(":", 2)[0]
        out = is_held_out(document, 20)
        chance.shuffle(questions)
        near = [other for other in documents[document] if other != number]
        for question, tokens in questions[: 2 if out else 9]:
            wanted = chance.choice((0, 1, 1, 2, 3))
            others = chance.sample(near, min(wanted, len(near)))
            while len(others) < wanted and chance.random() < 0.7:
                others.append(chance.choice(everything))
            text, spans = written[number]
            start, end = spans[min(tokens)][0], spans[max(tokens)][1]
            if chance.random() < 0.4:
                others = others or [chance.choice(near or everything)]
                passage = " ".join(written[other][0] for other in others)
                if fold(text[start:end]) not in fold(passage):
                    (test if out else train).append(Example("qamr-", question, "", passage))
                continue
            at = chance.randrange(len(others) + 1)
            before = "".join(f"{written[other][0]} " for other in others[:at])
            after = "".join(f" {written[other][0]}" for other in others[at:])
            span = (len(before) + start, len(before) + end)
            (test if out else train).append(Example("qamr+", question, "", before + text + after, *span))
    return train, test


_SAID = (
    "Qu'a dit {x} ?", "Qu'a déclaré {x} ?", "Que dit {x} ?", "Quels ont été les mots de {x} ?",
    "{x} a dit quoi ?", "What did {x} say?", "What was said by {x}?", "déclaration {x}", "{x} citation",
)  # fmt: skip
_SAID_ABOUT = (
    "Qu'a dit {x} sur {t} ?", "Qu'a déclaré {x} à propos de {t} ?", "Que pense {x} de {t} ?",
    "Que dit {x} au sujet de {t} ?", "{x} {t}", "{x} a dit quoi sur {t}", "What did {x} say about {t}?",
    "{x}'s position on {t}",
)  # fmt: skip
_WHO = (
    "Qui a parlé de {t} ?", "Qui a dit que {c} ?", "Qui a déclaré que {c} ?", "Who said “{c}”?",
    "Who mentioned {t}?", "qui parle de {t}",
)  # fmt: skip
_TOPIC = re.compile(r"[A-Za-zÀ-ÿ-]{5,}")
_RARE = 60
_MOST_STATEMENTS = 4_200

_Found = tuple[str, str, Statement]


def _statements(news: Sequence[dict[str, Any]], chance: random.Random) -> list[Example]:
    """Ask for what people are reported to have said, on what, and who said it."""
    frequency = Counter(word for row in news for word in set(fold(row["text"]).split()))
    found = _found_statements(news, chance)
    speakers = [statement.speaker or "" for _, _, statement in found]

    def topic(words: str, outside: str) -> str | None:
        rare = [
            w for w in _TOPIC.findall(words) if frequency[fold(w)] < _RARE and fold(w) not in fold(outside)
        ]
        return chance.choice(rare) if rare else None

    made: list[Example] = []
    for title, text, statement in found:
        speaker, said = statement.speaker or "", text[statement.start : statement.end]
        span = (statement.start, statement.end)
        about = topic(said, speaker)
        drawn = chance.random()
        if drawn < 0.22:
            made.append(Example("said+", chance.choice(_SAID).format(x=speaker), title, text, *span))
        elif drawn < 0.5 and about:
            question = chance.choice(_SAID_ABOUT).format(x=speaker, t=about)
            made.append(Example("about+", question, title, text, *span))
        elif drawn < 0.62:
            other = chance.choice(speakers)
            if fold(other.split()[-1]) not in fold(text):
                question = chance.choice(_SAID + _SAID_ABOUT).format(x=other, t=about or "cela")
                made.append(Example("said-", question, title, text))
        elif drawn < 0.82:
            _, elsewhere, its = chance.choice(found)
            if about := topic(elsewhere[its.start : its.end], text):
                question = chance.choice(_SAID_ABOUT).format(x=speaker, t=about)
                made.append(Example("about-", question, title, text))
        elif about:
            at = text.find(statement.mention or "")
            clause = " ".join(said.split()[: chance.randrange(5, 12)]).strip(" ,;.")
            if at >= 0 and not span[0] <= at < span[1]:
                question = chance.choice(_WHO).format(t=about, c=clause)
                made.append(Example("who+", question, title, text, at, at + len(statement.mention or "")))
    return made


def _found_statements(news: Sequence[dict[str, Any]], chance: random.Random) -> list[_Found]:
    by_title: dict[str, list[str]] = defaultdict(list)
    for row in news:
        by_title[row["title"]].append(row["text"])
    articles = [(title, texts) for title, texts in by_title.items() if len(texts) <= 12]
    chance.shuffle(articles)
    found: list[_Found] = []
    for number, (title, texts) in enumerate(articles):
        if len(found) > _MOST_STATEMENTS:
            break
        paragraphs = tuple(
            Paragraph(f"p{number}-{i}", f"a{number}", i + 1, text, i + 1) for i, text in enumerate(texts)
        )
        article = Article(f"a{number}", title, "fr", paragraphs, "distractors.jsonl")
        found += [
            (title, texts[int(s.paragraph_id.rsplit("-", 1)[1])], s)
            for s in read_statements(article)
            if s.speaker and s.mention and len(s.speaker) < 40 and 40 < s.end - s.start < 400
        ]
    return found
