"""A catalogue that takes from an earlier one what did not change is the one that is written from nothing."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from porteparole.corpus.article import Article, Corpus, LeftOut, Paragraph, content_id
from porteparole.notice import Notice
from porteparole.statements.statement import Statement
from porteparole.store.carried import Carried
from porteparole.store.catalogue_writing import CATALOGUE, write_catalogue

# Words that are one word, one name or two, depending on their neighbours and letters.
WORDS = (
    "Le",
    "le",
    "Bihan",
    "bihan",
    "lebihan",
    "Élu",
    "élu",
    "elu",
    "l’élu",
    "Paris",
    "Yvon",
    "a",
    "parle.",
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
TABLES = ("article", "paragraph", "passage", "speaker", "word", "form", "refusal")


def _paragraphs(name: str, texts: Sequence[str], line: int) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(f"{content_id(text)}-{name}{n}", name, n, text, line + n, text[::-1] if n == 2 else None)
        for n, text in enumerate(texts, 1)
    )


@st.composite
def _corpora(draw: st.DrawFn) -> Corpus:
    names = draw(st.lists(st.sampled_from("abcde"), unique=True, max_size=4))
    articles: list[Article] = []
    for name in names:
        line = draw(st.integers(1, 2))
        texts = draw(st.lists(TEXTS, min_size=1, max_size=3))
        left = (LeftOut(line, "Partager", Notice("corpus-left-out")),) if line == 2 else ()
        title = draw(st.sampled_from(["Un titre", "Un autre"]))
        made = Article(name, title, "fr", _paragraphs(name, texts, line), f"a.jsonl:{line}", left_out=left)
        articles.append(made)
    return Corpus(tuple(articles))


def _statements(corpus: Corpus) -> dict[str, list[Statement]]:
    return {
        p.id: [Statement(p.id, 0, len(p.text), "direct", "dit", p.text.split()[0], None, None)]
        for p in corpus.paragraphs
    }


def _written(folder: Path, corpus: Corpus, carried: Carried | None = None) -> list[list[object]]:
    folder.mkdir()
    needed = Corpus(tuple(carried.new)) if carried else corpus
    write_catalogue(folder / CATALOGUE, corpus, _statements(needed), carried)
    with closing(sqlite3.connect(folder / CATALOGUE)) as db:
        return [sorted(db.execute(f"SELECT * FROM {table}"), key=repr) for table in TABLES]


@settings(max_examples=15, deadline=None)
@given(_corpora(), _corpora())
def test_it_does_not_matter_what_was_there_before(before: Corpus, after: Corpus) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        _written(folder / "before", before)
        anew = _written(folder / "anew", after)
        assert _written(folder / "after", after, Carried(folder / "before", before, after)) == anew


def test_an_article_that_moved_in_its_file_keeps_its_statements(tmp_path: Path) -> None:
    article = Article("a", "Un titre", "fr", _paragraphs("a", ["Le Bihan parle"], 1), "a.jsonl:1")
    moved = replace(
        article, source="a.jsonl:7", paragraphs=tuple(replace(p, line=8) for p in article.paragraphs)
    )
    before, after = Corpus((article,)), Corpus((moved,))
    _written(tmp_path / "before", before)
    carried = Carried(tmp_path / "before", before, after)
    assert carried.new == []
    assert _written(tmp_path / "after", after, carried) == _written(tmp_path / "anew", after)
