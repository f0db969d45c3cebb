"""What was read before is not read again, and comes out as if it had been."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porteparole.corpus.again import by_reading
from porteparole.corpus.article import Article, Corpus, content_id
from porteparole.corpus.draft import RefusedError
from porteparole.corpus.loader import load_corpus
from porteparole.library.translating import with_translations
from porteparole.state.entries import Translation
from tests.corpus.corpus_folder import Folder, keys

TEXTS = (
    "Le maire a annoncé mardi la fermeture du pont.",
    "The mayor said on Tuesday that the bridge would close.",
    "Le pré\u200bfet a refusé de répondre aux journalistes.\nIl a quitté la salle.",
    "Le  maire a annoncé mardi la fermeture du pont.",
)
# Also what is mended, refused or moves lines.
ROWS = st.fixed_dictionaries(
    {"id": st.sampled_from("abcd"), "text": st.sampled_from((*TEXTS, "", "Partager"))},
    optional={"url": st.sampled_from(["https://exemple.fr/a", "nulle part"]), "title": st.just("Un titre")},
).map(lambda row: json.dumps(row, ensure_ascii=False))
LINES = st.lists(
    st.one_of(ROWS, st.sampled_from(["", "{", '\ufeff{"id": "b", "text": "Rien."}'])), max_size=6
)
FILES = st.dictionaries(
    st.sampled_from(["a.txt", "b.txt", "b.en.txt", "sous/a.txt", "c.md"]),
    st.sampled_from([*TEXTS, TEXTS[0].encode("latin-1"), TEXTS[0] + "\n" + TEXTS[1]]),
    max_size=4,
)
BESIDE = st.sampled_from(["", '["a.txt"]\ntitle = "Le pont"\n', '["a.txt"]\npublished = "jamais"\n'])
STATES = st.tuples(LINES, FILES, BESIDE)
_State = tuple[list[str], dict[str, str | bytes], str]


def _put(folder: Folder, state: _State) -> None:
    rows, files, beside = state
    for path in [path for path in folder.path.rglob("*") if path.is_file()]:
        path.unlink()
    folder.put("articles.jsonl", "\n".join(rows))
    folder.put("articles.toml", beside)
    for name, text in files.items():
        folder.put(name, text)


def _whole(corpus: Corpus) -> tuple[object, ...]:
    apart = [(article.read_from, article.remarks) for article in corpus.articles]
    return corpus, apart


@settings(deadline=None, max_examples=80)
@given(before=STATES, after=STATES)
def test_it_comes_out_as_if_it_had_been_read(before: _State, after: _State) -> None:
    with TemporaryDirectory() as temporary:
        folder = Folder(Path(temporary))
        _put(folder, before)
        earlier = folder.load()
        by_machine = {content_id(TEXTS[0]): Translation("The mayor said so.", "a model")}
        earlier = with_translations(earlier, by_machine, by_machine=True)
        _put(folder, after)
        again = load_corpus([folder.path], known=by_reading(earlier.articles))
        assert _whole(again) == _whole(folder.load())


def _unread(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Article:
        raise RefusedError("corpus-read")

    monkeypatch.setattr("porteparole.corpus.loader.assemble", refuse)


def _sources(articles: Sequence[Article]) -> list[tuple[str, int]]:
    return [(article.source, article.paragraphs[0].line) for article in articles]


def test_a_line_that_moves_is_not_read_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [json.dumps({"id": f"a{n}", "text": text}) for n, text in enumerate(TEXTS[:3])]
    folder.put("a.jsonl", "\n".join(rows))
    before = folder.load()
    folder.put("a.jsonl", "\n".join(["", rows[2], '{"id": "nouveau", "text": "Neuf."}', rows[0]]))
    _unread(monkeypatch)
    after = load_corpus([folder.path], known=by_reading(before.articles))
    assert _sources(after.articles) == [("a.jsonl:2", 2), ("a.jsonl:4", 4)]
    assert keys(after.refused) == ["corpus-read"], "only what is new"
    assert [file.line for file in after.mended] == [2]


def test_a_file_is_read_again_when_what_is_known_beside_it_changes(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.put("a.txt", TEXTS[0])
    folder.put("b.txt", TEXTS[1])
    before = by_reading(folder.load().articles)
    folder.put("articles.toml", '["a.txt"]\ntitle = "Le pont"\n')
    after = load_corpus([folder.path], known=before)
    assert after.articles[0].title == "Le pont"
    _unread(monkeypatch)
    assert [file.source for file in load_corpus([folder.path], known=before).refused] == ["a.txt"]


def test_a_limit_that_was_lowered_holds_for_what_was_read_before(folder: Folder) -> None:
    folder.put("a.txt", TEXTS[0])
    before = by_reading(folder.load().articles)
    assert keys(load_corpus([folder.path], known=before, max_bytes=20).refused) == ["corpus-refused-large"]


def test_an_unchanged_article_stays_the_same_object(folder: Folder) -> None:
    folder.put("a.txt", TEXTS[0])
    (before,) = folder.load().articles
    (after,) = load_corpus([folder.path], known=by_reading([before])).articles
    assert after is before
    assert by_reading([replace(before, read_from="")]) == {}
