"""Paragraphs that have left the corpus, in their articles: a citation given last year still opens."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import JSON, Column, Connection, ForeignKey, Table, select

from porteparole.corpus.article import Article
from porteparole.state.database import State, new_row
from porteparole.state.tables import Line, Moment, metadata, now
from porteparole.store.catalogue import article_from_json, article_json

archived_articles = Table(
    "archived_articles",
    metadata,
    Column("digest", Line(64), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("article", JSON, nullable=False),
)
archived_paragraphs = Table(
    "archived_paragraphs",
    metadata,
    Column("id", Line(40), primary_key=True),
    Column("digest", Line(64), ForeignKey("archived_articles.digest"), nullable=False),
)


class Archive:
    """The archive in the state database."""

    def __init__(self, state: State) -> None:
        self._state = state

    def keep(
        self, connection: Connection, leaving: Mapping[str, Iterable[str]], articles: Iterable[Article]
    ) -> None:
        """Keep paragraphs for good, in the transaction of ``connection``.

        Args:
            connection: its transaction.
            leaving: ids of the paragraphs that leave, by the id of their article.
            articles: those articles as they were.
        """
        for article in articles:
            kept = article_json(article)
            digest = hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()
            row = new_row(connection, archived_articles).values(digest=digest, at=now(), article=kept)
            connection.execute(row.on_conflict_do_nothing())
            rows = [{"id": i, "digest": digest} for i in leaving[article.id]]
            # The latest article that had it: its title and address are the nearest to today's.
            paragraph = new_row(connection, archived_paragraphs)
            connection.execute(
                paragraph.on_conflict_do_update(
                    index_elements=["id"], set_={"digest": paragraph.excluded.digest}
                ),
                rows,
            )

    def article_of(self, paragraph_id: str) -> Article | None:
        """Return the article that last had a paragraph, as it was; None for one that was never here."""
        query = (
            select(archived_articles.c.article)
            .join(archived_paragraphs, archived_paragraphs.c.digest == archived_articles.c.digest)
            .where(archived_paragraphs.c.id == paragraph_id)
        )
        with self._state.begin() as connection:
            kept: dict[str, Any] | None = connection.execute(query).scalar_one_or_none()
        return None if kept is None else article_from_json(kept)
