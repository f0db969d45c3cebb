"""Questions with the candidates that are found for them, for the fit of ranking and judgement.

Two kinds of questions: those of PIAF on Wikipedia, and those of ``tests/gold/news.jsonl``, which the team
wrote on news for this; nothing answers a third of them. Only those on articles that the reader was not
trained on are taken.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from porteparole.answering import similarity
from porteparole.answering.evidence import Evidence, weigh
from porteparole.answering.question import Question, clean, content_terms, read_question
from porteparole.answering.shorthand import spell_out
from porteparole.answering.similarity import Meanings
from porteparole.answering.spelling import spell
from porteparole.corpus.article import Article, Corpus, Paragraph, content_id
from porteparole.corpus.assemble import beginning
from porteparole.embedding.embedder import Embedder
from porteparole.retrieval.retriever import DENSE_SHARE, Candidate, Found, HybridSearch, Query, fuse
from porteparole.store.generation import Generation, Generations
from porteparole.store.vectors import VectorStore, open_chroma
from porteparole.text.terms import fold
from tests.benchmarks.reader.news import invented_rows, is_held_out, json_lines, may_answer_too, read_news

CANDIDATES = 10


@dataclass
class Case:
    """A question with its candidates in one corpus, the number of the right one (-1: none answers)."""

    question: Question
    answers: list[str]
    evidence: list[Evidence]
    right: int
    news: bool = False


def corpus_of(rows: Sequence[dict[str, Any]]) -> Corpus:
    """Make an article of the paragraphs of each title, which is its source; every second does not state it.

    Agencies and plain text files state none either.
    """
    by_title: dict[str, dict[str, str | None]] = {}
    for row in rows:
        by_title.setdefault(row["title"], {}).setdefault(row["text"], row.get("translation"))
    seen: dict[str, int] = {}
    articles: list[Article] = []
    for number, (title, texts) in enumerate(by_title.items()):
        paragraphs: list[Paragraph] = []
        for position, (text, translation) in enumerate(texts.items(), 1):
            identifier = content_id(text)
            seen[identifier] = seen.get(identifier, 0) + 1
            unique = identifier if seen[identifier] == 1 else f"{identifier}-{seen[identifier]}"
            paragraphs.append(Paragraph(unique, f"a{number}", position, text, position, translation))
        head = beginning(next(iter(texts)))
        stated, inferred = (title, frozenset[str]()) if number % 2 else (head, {"title"})
        articles.append(
            Article(f"a{number}", stated, "fr", tuple(paragraphs), title, inferred=frozenset(inferred))
        )
    return Corpus(tuple(articles))


def noisy(text: str, chance: random.Random) -> str:
    """Return a question as people type it."""
    kind = chance.choice(("plain", "plain", "bare", "slips", "keywords"))
    if kind == "bare":
        return fold(text).replace("?", "").strip()
    if kind == "slips":
        typed = text.split()
        for _ in range(chance.randrange(1, 3)):
            at = chance.randrange(len(typed))
            typed[at] = _slip(typed[at], chance)
        return fold(" ".join(typed))
    if kind == "keywords":
        best = sorted(content_terms(text, "fr"), key=lambda term: -term.weight)[:3]
        return " ".join(t.text.lower() for t in content_terms(text, "fr") if t in best)
    return text


def _slip(word: str, chance: random.Random) -> str:
    if len(word) < 5:
        return word
    at = chance.randrange(1, len(word) - 2)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return chance.choice((swapped, word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]))


def told_apart(row: dict[str, Any], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without the other paragraphs of the question's article that may answer it too.

    The rest of the article stays, whether the question is answered or not: a lead over the next candidate
    tells as much then as where the bot is used.
    """
    return [
        c
        for c in candidates
        if c.article.source != row["title"]
        or c.paragraph.text == row["paragraph_text"]
        or not may_answer_too(row["answers"], c.paragraph.text)
    ]


class Collector:
    """Finds and weighs candidates for questions."""

    def __init__(self, generation: Generation, vectors: VectorStore, embedder: Any) -> None:
        similarity._KEPT = 200_000  # pyright: ignore[reportPrivateUsage]
        self.generation, self.vectors = generation, vectors
        self.search = HybridSearch(generation, embedder)
        self.meanings = Meanings(embedder)
        self.articles = {a.source: a for a in generation.catalogue.corpus().articles}

    def cases(self, row: dict[str, Any], other: str) -> list[Case]:
        """Find and weigh candidates in all articles, and in two alone (that of the row, and ``other``)."""
        language = row["lang"]
        spelled = spell(spell_out(clean(row["question"]), language), language, self.generation.catalogue)
        question = read_question(spelled.text, language, spelled=spelled)
        if not question.terms:
            return []
        found = self.among_all(question)
        few = self.among_few(question, found.vector or (), sorted({row["title"], other}))
        return [case for f in (found, few) if (case := self.case(row, question, f))]

    def case(self, row: dict[str, Any], question: Question, found: Found) -> Case | None:
        """Weigh the candidates; None when the right paragraph is not among them."""
        candidates = told_apart(row, found.candidates)
        texts = [c.paragraph.text for c in candidates]
        if len(texts) < 3 or (row["answers"] and row["paragraph_text"] not in texts):
            return None
        evidence = weigh(
            question,
            candidates,
            self.generation.catalogue.statements,
            lambda listed: self.meanings.similarities(found.vector, listed),
            self.meanings.kinship,
        )
        right = texts.index(row["paragraph_text"]) if row["answers"] else -1
        return Case(question, row["answers"], evidence, right, "style" in row)

    def among_all(self, question: Question) -> Found:
        """Search the whole corpus."""
        terms = {word: t.weight for t in question.terms for word in t.folded.split()}
        return self.search.search(Query(question.text, question.language, terms), CANDIDATES)

    def among_few(self, question: Question, vector: Sequence[float], titles: Sequence[str]) -> Found:
        """Search two articles alone."""
        paragraphs = {p.id: p for title in titles for p in self.articles[title].paragraphs}
        texts = {i: [content_id(t) for t in (p.text, p.translation) if t] for i, p in paragraphs.items()}
        stored = self.vectors.vectors([text for both in texts.values() for text in both])
        dense = {i: max(float(np.dot(stored[text], vector)) for text in both) for i, both in texts.items()}
        terms = {word: t.weight for t in question.terms for word in t.folded.split()}
        lexical = {
            i: s
            for i, s in self.generation.lexical.search(terms, question.language, 3_000)
            if i in paragraphs
        }
        fused = fuse(dense, lexical, DENSE_SHARE[question.language])
        best = sorted(fused, key=lambda i: -fused[i])[:CANDIDATES]
        article = self.generation.catalogue.article
        return Found(
            tuple(
                Candidate(
                    article(paragraphs[i].article_id), paragraphs[i], fused[i], dense[i], lexical.get(i, 0.0)
                )
                for i in best
            ),
            vector,
        )


def collect(corpora: Path, data: Path, number: int, embedder: Embedder) -> list[Case]:
    """Find and weigh the candidates of ``number`` questions on news and half as many of PIAF.

    Args:
        corpora: folder with ``distractors.jsonl`` and ``piaf_like.jsonl``.
        data: folder in which the index of all paragraphs is kept.
        number: of questions.
        embedder: embeds them.
    """
    paragraphs = json_lines(corpora / "distractors.jsonl") + invented_rows()
    questions = [row for row in json_lines(corpora / "piaf_like.jsonl") if is_held_out(row["title"])]
    data.mkdir(parents=True, exist_ok=True)
    vectors = VectorStore(lambda: open_chroma(data / "chroma"), embedder)
    generation = Generations(data).build(
        corpus_of(paragraphs), vectors, lambda stage, done, total: print(stage, done, total, end="\r")
    )
    collector = Collector(generation, vectors, embedder)
    chance = random.Random(7)
    chance.shuffle(questions)
    titles = sorted({row["title"] for row in questions})
    asked = [
        {**row, "question": noisy(row["question"], chance), "lang": "fr"} for row in questions[: number // 2]
    ]
    # What a follow-up leans on is no part of the question here; who had not seen the rest of the article
    # wrote what another paragraph of it may answer too.
    news = [
        row
        for row in read_news(paragraphs)
        if is_held_out(row["title"])
        and "before" not in row
        and (row.get("seen") == "article" or row.get("kind") == "other")
    ]
    chance.shuffle(news)
    cases: list[Case] = []
    for done, row in enumerate([*asked, *news[:number]]):
        cases += collector.cases(row, chance.choice(titles))
        print(done, end="\r", flush=True)
    return cases
