"""The articles, paragraphs and statements of one generation, in one SQLite file that is written once."""

from __future__ import annotations

import json
import sqlite3
import weakref
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, cast

from porteparole.corpus.article import Article, Corpus, LeftOut, Paragraph, RefusedFile, content_id
from porteparole.corpus.draft import Remark
from porteparole.notice import Notice
from porteparole.statements.statement import Statement
from porteparole.store.vocabulary import Spelling
from porteparole.text.terms import fold

_CACHED_ARTICLES = 512


def passages(corpus: Corpus) -> dict[str, str]:
    """Return each distinct text that gets a vector, by its content id: paragraphs and their translations.

    A text that stands in the corpus twice has one vector; what a text is called, and where it stands, is
    the catalogue's business. So an article that moves needs no new vector.
    """
    texts = (t for p in corpus.paragraphs for t in (p.text, p.translation) if t is not None)
    return {content_id(text): text for text in texts}


class Catalogue:
    """Reads a catalogue file; may be used from any thread."""

    def __init__(self, path: Path) -> None:
        # sqlite3 is compiled "serialized" (threadsafety 3): one connection may serve every thread.
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        # Who still reads an old generation keeps it open; the last one's leaving closes it.
        self._closed = weakref.finalize(self, self._db.close)
        # Of the connection, not of self: a circle would keep this alive until the next collection.
        self._cached_article = lru_cache(maxsize=_CACHED_ARTICLES)(partial(_read_article, self._db))

    def __len__(self) -> int:
        """Return the number of paragraphs."""
        return int(self._db.execute("SELECT count(*) FROM paragraph").fetchone()[0])

    def article(self, article_id: str) -> Article:
        """Return an article with its paragraphs.

        Raises:
            KeyError: there is no such article in this generation.
        """
        return self._cached_article(article_id)

    def has(self, article_id: str) -> bool:
        """Say whether there is an article."""
        return self._db.execute("SELECT 1 FROM article WHERE id = ?", (article_id,)).fetchone() is not None

    def paragraphs(self, ids: Iterable[str]) -> dict[str, Paragraph]:
        """Return the paragraphs with these ids; unknown ids are left out."""
        ids = list(ids)
        marks = ", ".join("?" * len(ids))
        rows = self._db.execute(
            f"SELECT id, article_id, number, text, line, translation FROM paragraph WHERE id IN ({marks})",  # noqa: S608
            ids,
        )
        found = {row[0]: Paragraph(*row) for row in rows}
        return {i: found[i] for i in ids if i in found}

    def statements(self, article_id: str) -> tuple[Statement, ...]:
        """Return the statements of an article, in the order of its text."""
        rows = self._db.execute(
            "SELECT statements FROM paragraph WHERE article_id = ? ORDER BY number", (article_id,)
        )
        return tuple(Statement(**fields) for (dumped,) in rows for fields in json.loads(dumped))

    def all_statements(self) -> Iterator[tuple[str, Statement]]:
        """Yield every statement with the id of its article, in the order of the corpus."""
        rows = self._db.execute(
            "SELECT article_id, statements FROM paragraph WHERE statements != '[]' ORDER BY position"
        )
        for article_id, dumped in rows.fetchall():
            for fields in json.loads(dumped):
                yield article_id, Statement(**fields)

    def texts(self) -> int:
        """Return the number of paragraphs and translations, each of which has a vector."""
        return int(self._db.execute("SELECT count(*) + count(translation) FROM paragraph").fetchone()[0])

    def faults(self) -> str | None:
        """Return what is wrong with the file, or None: a citation must lead to a paragraph of an article.

        A paragraph's id is the digest of its text, so it also tells whether the text is what was cited.
        """
        orphans = "SELECT count(*) FROM paragraph WHERE article_id NOT IN (SELECT id FROM article)"
        silent = "SELECT count(*) FROM paragraph WHERE id NOT IN (SELECT paragraph_id FROM passage)"
        for fault, query in (("paragraphs without article", orphans), ("paragraphs without passage", silent)):
            if self._db.execute(query).fetchone()[0]:
                return fault
        rows = self._db.execute("SELECT id, text FROM paragraph")
        if any(i.partition("-")[0] != content_id(text) for i, text in rows):
            return "paragraphs whose text is not what their id says"
        return None

    def ids(self, positions: Sequence[int]) -> dict[int, str]:
        """Return the ids of the paragraphs at these positions in the corpus (from 1)."""
        marks = ", ".join("?" * len(positions))
        return dict(
            self._db.execute(
                f"SELECT position, id FROM paragraph WHERE position IN ({marks})",  # noqa: S608
                list(positions),
            )
        )

    def article_positions(self, ids: Iterable[str]) -> list[int]:
        """Return the positions in the corpus (from 1) of articles; unknown ids are left out."""
        return self._positions("SELECT position FROM article WHERE id IN", ids)

    def spoken_positions(self, speakers: Iterable[str]) -> list[int]:
        """Return the positions of the paragraphs with a statement by one of ``speakers``.

        Accents and capitals of the names do not matter.
        """
        return self._positions("SELECT DISTINCT paragraph FROM speaker WHERE name IN", map(fold, speakers))

    def _positions(self, select: str, values: Iterable[str]) -> list[int]:
        values = list(values)
        return [row[0] for row in self._db.execute(f"{select} ({', '.join('?' * len(values))})", values)]

    def spellings(self, folded: Iterable[str]) -> dict[str, Spelling]:
        """Return how the corpus writes these folded words; those that it does not have are left out."""
        asked = list(folded)
        marks = ", ".join("?" * len(asked))
        rows = self._db.execute(
            f"SELECT folded, form, paragraphs FROM word WHERE folded IN ({marks})",  # noqa: S608
            asked,
        )
        return {row[0]: Spelling(*row) for row in rows}

    def spellings_like(self, folded: str, letters: int) -> list[Spelling]:
        """Return the corpus' words with the same first letter whose length differs by ``letters`` at most."""
        rows = self._db.execute(
            "SELECT folded, form, paragraphs FROM word WHERE folded >= ? AND folded < ? "
            "AND length(folded) BETWEEN ? AND ?",
            (folded[0], chr(ord(folded[0]) + 1), len(folded) - letters, len(folded) + letters),
        )
        return [Spelling(*row) for row in rows]

    def vector_ids(self) -> list[str]:
        """Return the content id of every text that this generation has a vector of."""
        return [row[0] for row in self._db.execute("SELECT DISTINCT vector_id FROM passage")]

    def corpus(self) -> Corpus:
        """Return the whole corpus."""
        by_article: defaultdict[str, list[Paragraph]] = defaultdict(list)
        rows = self._db.execute(
            "SELECT id, article_id, number, text, line, translation FROM paragraph ORDER BY position"
        )
        for row in rows:
            by_article[row[1]].append(Paragraph(*row))
        articles = tuple(
            _article(fields, by_article[article_id])
            for article_id, fields in self._db.execute("SELECT id, fields FROM article ORDER BY position")
        )
        return Corpus(articles, tuple(self._refusals(0)), tuple(self._refusals(1)))

    def _refusals(self, mended: int) -> Iterator[RefusedFile]:
        rows = self._db.execute("SELECT fields FROM refusal WHERE mended = ? ORDER BY position", (mended,))
        for (dumped,) in rows:
            fields = json.loads(dumped)
            yield RefusedFile(fields["source"], fields["line"], Notice(**fields["reason"]))

    def close(self) -> None:
        """Close the file."""
        self._closed()


def _read_article(db: sqlite3.Connection, article_id: str) -> Article:
    row = db.execute("SELECT fields FROM article WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise KeyError(article_id)
    rows = db.execute(
        "SELECT id, article_id, number, text, line, translation FROM paragraph "
        "WHERE article_id = ? ORDER BY number",
        (article_id,),
    )
    return _article(row[0], [Paragraph(*r) for r in rows])


def article_fields(article: Article) -> dict[str, Any]:
    """Return what is known of an article beside its paragraphs, as JSON can hold it."""
    fields = asdict(replace(article, paragraphs=()))
    fields["inferred"] = sorted(article.inferred)
    return fields


def _article(dumped: str, paragraphs: Sequence[Paragraph]) -> Article:
    return _article_of(json.loads(dumped), paragraphs)


def _article_of(fields: Mapping[str, Any], paragraphs: Sequence[Paragraph]) -> Article:
    left_out = tuple(
        LeftOut(left["line"], left["text"], Notice(**left["reason"])) for left in fields["left_out"]
    )
    inferred = frozenset(fields["inferred"])
    # What the archive keeps may be older than these fields.
    machine_translated = tuple(fields.get("machine_translated", ()))
    remarks = tuple(Remark(**remark) for remark in fields.get("remarks", ()))
    made = {
        "paragraphs": tuple(paragraphs),
        "inferred": inferred,
        "left_out": left_out,
        "machine_translated": machine_translated,
        "remarks": remarks,
    }
    return Article(**cast("dict[str, Any]", {**fields, **made}))


def article_json(article: Article) -> dict[str, Any]:
    """Return a whole article as JSON can hold it."""
    return {**article_fields(article), "paragraphs": [asdict(p) for p in article.paragraphs]}


def article_from_json(kept: Mapping[str, Any]) -> Article:
    """Return the article that :func:`article_json` was given."""
    return _article_of(kept, [Paragraph(**fields) for fields in kept["paragraphs"]])
