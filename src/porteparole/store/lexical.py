"""The lexical index of one generation: BM25 over stems, on disk, by tantivy."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from porteparole.corpus.article import Article, Corpus
from porteparole.dates import days_meant
from porteparole.language import LANGUAGES, Language, other_language
from porteparole.statements.statement import Statement
from porteparole.store.carried import Carried
from porteparole.store.filter import Filter
from porteparole.text.terms import fold, stem, words

if TYPE_CHECKING:
    import tantivy

LEXICAL = "lexical"
_FORMS = "forms"
# What a filter asks for.
_ARTICLE, _SPEAKER, _LANGUAGE, _FIRST, _LAST = "article", "speaker", "language", "first", "last"
_NAMES = (_ARTICLE, _SPEAKER, _LANGUAGE)
_DAYS = (_FIRST, _LAST)
_WRITER_MEMORY = 64_000_000
_MOST_SEGMENTS = 8


def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for field in (*LANGUAGES, _FORMS):
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    for field in _NAMES:
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for field in _DAYS:
        builder.add_integer_field(field, fast=True)
    return builder.build()


def write_lexical(
    folder: Path,
    corpus: Corpus,
    statements: Mapping[str, Sequence[Statement]] | None = None,
    carried: Carried | None = None,
) -> None:
    """Write a new index into a folder that does not exist yet.

    A paragraph has three fields: its French stems, its English stems (one of both is its translation, or
    empty) and its folded forms, which names and figures share across languages. The article's title counts
    as part of each of its paragraphs. Beside them stands what a filter asks for.

    Args:
        folder: where.
        corpus: what to write.
        statements: by paragraph id.
        carried: an earlier generation that most of the index is taken from; its own stays as it is.
    """
    import tantivy

    new: Iterable[Article] = corpus.articles
    old: Iterable[Article] = ()
    if carried and not is_stale(carried.folder / LEXICAL):
        new, old = carried.new, carried.old
        shutil.copytree(carried.folder / LEXICAL, folder, ignore=shutil.ignore_patterns("*.lock"))
        index = tantivy.Index.open(str(folder))
    else:
        folder.mkdir(parents=True)
        index = tantivy.Index(_schema(), str(folder))
    writer = index.writer(_WRITER_MEMORY, 1)
    for article in old:
        for paragraph in article.paragraphs:
            writer.delete_documents_by_term("id", paragraph.id)
    for article in new:
        for identifier, fields in _documents(article):
            document = tantivy.Document()
            document.add_text("id", identifier)
            for field, terms in fields.items():
                document.add_text(field, " ".join(terms))
            document.add_text(_ARTICLE, article.id)
            document.add_text(_LANGUAGE, article.language)
            for speaker in {s.speaker for s in (statements or {}).get(identifier, ()) if s.speaker}:
                document.add_text(_SPEAKER, fold(speaker))
            for field, day in zip(_DAYS, days_meant(article.published) or (), strict=False):
                document.add_integer(field, day)
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def is_stale(folder: Path) -> bool:
    """Say whether an index was added to so often that it is better made anew.

    BM25 counts a document that was deleted until its segment is merged, so the index must not drift.
    """
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    documents = sum(segment["max_doc"] for segment in meta["segments"])
    deleted = sum(
        (segment["deletes"] or {"num_deleted_docs": 0})["num_deleted_docs"] for segment in meta["segments"]
    )
    return len(meta["segments"]) > _MOST_SEGMENTS or deleted * 50 > documents


def _documents(article: Article) -> Iterable[tuple[str, dict[str, list[str]]]]:
    other = other_language(article.language)
    title = [word.folded for word in words(article.title)] if "title" not in article.inferred else []
    for paragraph in article.paragraphs:
        forms = title + [word.folded for word in words(paragraph.text)]
        translated = [word.folded for word in words(paragraph.translation or "")]
        yield (
            paragraph.id,
            {
                article.language: [stem(form, article.language) for form in forms],
                other: [stem(form, other) for form in translated],
                _FORMS: forms + translated,
            },
        )


class LexicalIndex:
    """Reads an index; may be used from any thread."""

    def __init__(self, folder: Path) -> None:
        import tantivy

        self._index = tantivy.Index.open(str(folder))
        self._searcher = self._index.searcher()

    def __len__(self) -> int:
        """Return the number of paragraphs."""
        return int(self._searcher.num_docs)

    def search(
        self, terms: Mapping[str, float], language: Language, k: int, wanted: Filter | None = None
    ) -> list[tuple[str, float]]:
        """Return at most ``k`` paragraph ids with their BM25 scores, best first.

        Args:
            terms: the folded words asked for, with their weights.
            language: of the question; its stems are looked for, and the plain forms in every language.
            k: how many.
            wanted: leaves paragraphs out; the scores of the others stay as they are.
        """
        import tantivy

        if not terms:
            return []
        schema, clauses = self._index.schema, list[tuple[tantivy.Occur, tantivy.Query]]()
        for form, weight in terms.items():
            for field, term, share in ((language, stem(form, language), 1.0), (_FORMS, form, 0.25)):
                query = tantivy.Query.term_query(schema, field, term, "freq")
                clauses.append((tantivy.Occur.Should, tantivy.Query.boost_query(query, weight * share)))
        query = tantivy.Query.boolean_query(clauses)
        if wanted:
            needed = [tantivy.Query.const_score_query(q, 0.0) for q in self._filters(wanted)]
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, q) for q in (query, *needed)])
        found = self._searcher.search(query, k, count=False)
        return [(str(self._searcher.doc(address)["id"][0]), float(score)) for score, address in found.hits]

    def _filters(self, wanted: Filter) -> Iterator[tantivy.Query]:
        import tantivy

        schema, query = self._index.schema, tantivy.Query
        if wanted.articles:
            yield query.term_set_query(schema, _ARTICLE, sorted(wanted.articles))
        if wanted.speakers:
            yield query.term_set_query(schema, _SPEAKER, sorted({fold(name) for name in wanted.speakers}))
        if wanted.language:
            yield query.term_query(schema, _LANGUAGE, wanted.language, "basic")
        # A document without a date has no value there, and passes no range.
        if wanted.since:
            yield self._between(_LAST, wanted.since, date.max)
        if wanted.until:
            yield self._between(_FIRST, date.min, wanted.until)

    def _between(self, field: str, first: date, last: date) -> tantivy.Query:
        import tantivy

        return tantivy.Query.range_query(
            self._index.schema, field, tantivy.FieldType.Integer, first.toordinal(), last.toordinal()
        )
