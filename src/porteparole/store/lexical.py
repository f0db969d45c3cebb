"""The lexical index of one generation: BM25 over stems, on disk, by tantivy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from porteparole.corpus.article import Article, Corpus
from porteparole.language import LANGUAGES, Language, other_language
from porteparole.text.terms import stem, words

if TYPE_CHECKING:
    import tantivy

_FORMS = "forms"
_WRITER_MEMORY = 64_000_000


def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for field in (*LANGUAGES, _FORMS):
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def write_lexical(folder: Path, corpus: Corpus) -> None:
    """Write a new index into an empty folder.

    A paragraph has three fields: its French stems, its English stems (one of both is its translation, or
    empty) and its folded forms, which names and figures share across languages. The article's title counts
    as part of each of its paragraphs.
    """
    import tantivy

    folder.mkdir(parents=True)
    index = tantivy.Index(_schema(), str(folder))
    writer = index.writer(_WRITER_MEMORY, 1)
    for article in corpus.articles:
        for identifier, fields in _documents(article):
            document = tantivy.Document()
            document.add_text("id", identifier)
            for field, terms in fields.items():
                document.add_text(field, " ".join(terms))
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


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

    def search(self, terms: Mapping[str, float], language: Language, k: int) -> list[tuple[str, float]]:
        """Return at most ``k`` paragraph ids with their BM25 scores, best first.

        Args:
            terms: the folded words asked for, with their weights.
            language: of the question; its stems are looked for, and the plain forms in every language.
            k: how many.
        """
        import tantivy

        if not terms:
            return []
        schema, clauses = self._index.schema, list[tuple[tantivy.Occur, tantivy.Query]]()
        for form, weight in terms.items():
            for field, term, share in ((language, stem(form, language), 1.0), (_FORMS, form, 0.25)):
                query = tantivy.Query.term_query(schema, field, term, "freq")
                clauses.append((tantivy.Occur.Should, tantivy.Query.boost_query(query, weight * share)))
        found = self._searcher.search(tantivy.Query.boolean_query(clauses), k, count=False)
        return [(str(self._searcher.doc(address)["id"][0]), float(score)) for score, address in found.hits]

    def frequency(self, form: str, language: Language) -> int:
        """Return in how many paragraphs a folded word stands, in any form its stem has in ``language``."""
        return max(
            self._searcher.doc_freq(language, stem(form, language)), self._searcher.doc_freq(_FORMS, form)
        )
