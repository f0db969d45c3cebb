"""Writes the catalogue of a generation; that of an earlier one is copied, and what changed is changed."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from porteparole.corpus.article import Article, Corpus, Paragraph, content_id
from porteparole.statements.statement import Statement
from porteparole.store.carried import Carried
from porteparole.store.catalogue import article_fields
from porteparole.store.vocabulary import Spelling, counted, spelled, vocabulary
from porteparole.text.terms import fold

CATALOGUE = "catalogue.sqlite"
_SCHEMA = """
CREATE TABLE article (position INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, fields TEXT NOT NULL);
CREATE TABLE paragraph (
    position INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, article_id TEXT NOT NULL, number INTEGER NOT NULL,
    text TEXT NOT NULL, line INTEGER NOT NULL, translation TEXT, statements TEXT NOT NULL,
    UNIQUE (article_id, number)
);
CREATE TABLE passage (vector_id TEXT NOT NULL, paragraph_id TEXT NOT NULL, translated INTEGER NOT NULL,
    PRIMARY KEY (vector_id, paragraph_id)) WITHOUT ROWID;
CREATE TABLE speaker (name TEXT NOT NULL, paragraph INTEGER NOT NULL,
    PRIMARY KEY (name, paragraph)) WITHOUT ROWID;
CREATE TABLE word (folded TEXT PRIMARY KEY, form TEXT NOT NULL, paragraphs INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE form (folded TEXT NOT NULL, paired INTEGER NOT NULL, form TEXT NOT NULL, times INTEGER NOT NULL,
    PRIMARY KEY (folded, paired, form)) WITHOUT ROWID;
CREATE TABLE refusal (position INTEGER PRIMARY KEY, mended INTEGER NOT NULL, fields TEXT NOT NULL);
"""


def write_catalogue(
    path: Path,
    corpus: Corpus,
    statements: Mapping[str, Sequence[Statement]] | None = None,
    carried: Carried | None = None,
) -> None:
    """Write a new catalogue file.

    Args:
        path: a file that does not exist yet.
        corpus: what to write.
        statements: by paragraph id; those of articles that are carried are not needed.
        carried: an earlier generation; what its articles have in common with ``corpus`` is taken from there.
    """
    if carried:
        shutil.copyfile(carried.folder / CATALOGUE, path)
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rwc", uri=True)
    try:
        if carried:
            earlier = (carried.folder / CATALOGUE).resolve().as_uri()
            connection.execute("ATTACH ? AS earlier", (f"{earlier}?mode=ro",))
            # A file that was not finished is thrown away: nothing has to be taken back.
            connection.execute("PRAGMA main.journal_mode = MEMORY")
        else:
            connection.executescript(_SCHEMA)
        with connection:
            if carried:
                _leave_out(connection, carried.old)
                _move(connection, carried)
                _write_articles(connection, corpus, carried.new, statements or {})
                _change_words(connection, carried)
            else:
                _write_articles(connection, corpus, corpus.articles, statements or {})
                _write_words(connection, corpus)
            _write_refusals(connection, corpus)
    finally:
        connection.close()


def _write_articles(
    connection: sqlite3.Connection,
    corpus: Corpus,
    new: Iterable[Article],
    statements: Mapping[str, Sequence[Statement]],
) -> None:
    wanted = {article.id for article in new}
    connection.executemany(
        "INSERT INTO article VALUES (?, ?, ?)",
        (
            (position, article.id, _fields(article))
            for position, article in enumerate(corpus.articles, 1)
            if article.id in wanted
        ),
    )
    listed = [(position, p) for position, p in enumerate(corpus.paragraphs, 1) if p.article_id in wanted]
    connection.executemany(
        "INSERT INTO paragraph (position, id, article_id, number, text, line, translation, statements) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                position,
                p.id,
                p.article_id,
                p.number,
                p.text,
                p.line,
                p.translation,
                json.dumps([asdict(statement) for statement in statements.get(p.id, ())]),
            )
            for position, p in listed
        ),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO passage VALUES (?, ?, ?)",
        (
            (content_id(text), p.id, translated)
            for _, p in listed
            for translated, text in ((0, p.text), (1, p.translation))
            if text is not None
        ),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO speaker VALUES (?, ?)",
        (
            (fold(statement.speaker), position)
            for position, p in listed
            for statement in statements.get(p.id, ())
            if statement.speaker
        ),
    )


def _write_refusals(connection: sqlite3.Connection, corpus: Corpus) -> None:
    connection.execute("DELETE FROM refusal")
    connection.executemany(
        "INSERT INTO refusal (mended, fields) VALUES (?, ?)",
        (
            (mended, json.dumps(asdict(refused)))
            for mended, files in ((0, corpus.refused), (1, corpus.mended))
            for refused in files
        ),
    )


def _leave_out(connection: sqlite3.Connection, old: Sequence[Article]) -> None:
    """Delete articles; who speaks in them goes with :func:`_move`."""
    ids = [(article.id,) for article in old]
    connection.executemany("DELETE FROM article WHERE id = ?", ids)
    connection.executemany("DELETE FROM paragraph WHERE article_id = ?", ids)
    connection.executemany(
        "DELETE FROM passage WHERE vector_id = ? AND paragraph_id = ?",
        (
            (content_id(text), p.id)
            for article in old
            for p in article.paragraphs
            for text in (p.text, p.translation)
            if text is not None
        ),
    )


def _move(connection: sqlite3.Connection, carried: Carried) -> None:
    """Put what says the same as before where it stands now."""
    stood = {article.id: at for at, article in enumerate(carried.before.articles, 1)}
    paragraph_stood = {p.id: at for at, p in enumerate(carried.before.paragraphs, 1)}
    articles: list[tuple[int, str]] = []
    paragraphs: list[tuple[int, int, str]] = []
    fields: list[tuple[str, str]] = []
    at = 0
    for position, article in enumerate(carried.after.articles, 1):
        if earlier := carried.same.get(article.id):
            if position != stood[article.id]:
                articles.append((position, article.id))
            if article is not earlier and _place(article) != _place(earlier):
                fields.append((_fields(article), article.id))
            for n, (p, before) in enumerate(zip(article.paragraphs, earlier.paragraphs, strict=True), 1):
                if (at + n, p.line) != (paragraph_stood[p.id], before.line):
                    paragraphs.append((at + n, p.line, p.id))
        at += len(article.paragraphs)
    connection.executemany("UPDATE article SET fields = ? WHERE id = ?", fields)
    # Out of the way first: two may change places.
    connection.executemany("UPDATE article SET position = -? WHERE id = ?", articles)
    connection.executemany("UPDATE article SET position = ? WHERE id = ?", articles)
    connection.executemany("UPDATE paragraph SET position = -?, line = ? WHERE id = ?", paragraphs)
    connection.executemany("UPDATE paragraph SET position = ?, line = ? WHERE id = ?", paragraphs)
    connection.execute("DELETE FROM speaker")
    connection.execute(
        "INSERT INTO speaker SELECT name, here.position FROM earlier.speaker "
        "JOIN earlier.paragraph AS there ON there.position = paragraph JOIN paragraph AS here USING (id)"
    )


def _place(article: Article) -> tuple[object, ...]:
    return article.source, article.left_out, article.read_from, article.remarks


def _fields(article: Article) -> str:
    return json.dumps(article_fields(article))


def _write_words(connection: sqlite3.Connection, corpus: Corpus) -> None:
    counts = counted(_texts(corpus.paragraphs))
    connection.executemany(
        "INSERT INTO form VALUES (?, ?, ?, ?)", ((*key, times) for key, times in counts.forms.items())
    )
    connection.executemany("INSERT INTO word VALUES (?, ?, ?)", map(_row, vocabulary(counts)))


def _change_words(connection: sqlite3.Connection, carried: Carried) -> None:
    """Count the words of the articles that changed anew."""
    more, less = (
        counted(_texts(p for article in articles for p in article.paragraphs))
        for articles in (carried.new, carried.old)
    )
    forms, paragraphs = Counter(more.forms), Counter(more.paragraphs)
    forms.subtract(less.forms)
    paragraphs.subtract(less.paragraphs)
    changed = {key: times for key, times in forms.items() if times}
    connection.executemany(
        "INSERT INTO form VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET times = times + excluded.times",
        ((*key, times) for key, times in changed.items()),
    )
    connection.executemany(
        "DELETE FROM form WHERE folded = ? AND paired = ? AND form = ? AND times = 0", changed
    )
    for folded in {key[0] for key in changed} | {word for word, times in paragraphs.items() if times}:
        connection.execute("DELETE FROM word WHERE folded = ?", (folded,))
        if spelling := _spelled_anew(connection, folded, paragraphs[folded]):
            connection.execute("INSERT INTO word VALUES (?, ?, ?)", _row(spelling))


def _spelled_anew(connection: sqlite3.Connection, folded: str, more: int) -> Spelling | None:
    alone, pairs = (
        dict(
            connection.execute(
                "SELECT form, times FROM form WHERE folded = ? AND paired = ?", (folded, paired)
            ).fetchall()
        )
        for paired in (False, True)
    )
    # Of a pair that was no word of its own, the table has how often it was counted instead.
    before = connection.execute(
        "SELECT paragraphs FROM earlier.word WHERE folded = ?1 "
        "AND EXISTS (SELECT 1 FROM earlier.form WHERE folded = ?1 AND NOT paired)",
        (folded,),
    ).fetchone()
    return spelled(folded, alone, pairs, (before[0] if before else 0) + more)


def _texts(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    return (text for p in paragraphs for text in (p.text, p.translation) if text is not None)


def _row(spelling: Spelling) -> tuple[str, str, int]:
    return spelling.folded, spelling.form, spelling.paragraphs
