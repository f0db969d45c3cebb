"""Folders and files to a corpus: what cannot be taken is refused with a sentence, the others load."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from porteparole.corpus.article import LeftOut, RefusedFile, content_id
from porteparole.corpus.assemble import slug
from porteparole.corpus.loader import load_corpus
from porteparole.notice import PorteParoleError
from tests.corpus.corpus_folder import Folder, keys, texts_of

TEXT = "La ministre a présenté mardi la réforme devant les députés, qui l’ont longuement applaudie."
OTHER = "« Nous ne reviendrons pas en arrière », a-t-elle affirmé devant la presse réunie à Paris."


def test_a_missing_source_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(PorteParoleError) as error:
        load_corpus([tmp_path / "nulle-part"])
    assert error.value.notice.key == "corpus-source-missing"
    assert "nulle-part" in str(error.value.notice.values["path"])


def test_a_folder_is_read_with_its_folders_in_order_of_names(folder: Folder) -> None:
    folder.put("b.txt", TEXT)
    folder.put("a/z.txt", OTHER)
    folder.put(".caché/x.txt", "Rien.")
    folder.put(".x.txt", "Rien.")
    assert [article.source for article in folder.load().articles] == ["a/z.txt", "b.txt"]


def test_companions_of_articles_are_passed_over(folder: Folder) -> None:
    for name in ("README.md", "LICENSE", "NOTICE.txt", "articles.toml", ".gitkeep"):
        folder.put(name, "" if name == "articles.toml" else "Texte.")
    folder.put("page.html", "<html lang=fr><body><p>" + TEXT * 3 + "</p></body></html>")
    folder.put("page_files/style.css", "x")
    corpus = folder.load()
    assert [article.id for article in corpus.articles] == ["page"]
    assert keys(corpus.refused) in ([], ["corpus-refused-empty"])


def test_a_single_file_is_a_source(folder: Folder) -> None:
    path = folder.put("a.txt", TEXT)
    folder.put(
        "a.en.txt", "The minister presented the reform on Tuesday to deputies, who applauded her at length."
    )
    folder.put("b.txt", OTHER)
    folder.put("articles.toml", '["a.txt"]\ntitle = "La réforme"\n')
    (article,) = load_corpus([path]).articles
    assert (article.title, article.source) == ("La réforme", "a.txt")
    assert article.paragraphs[0].translation is not None


def test_a_source_given_twice_is_read_once(folder: Folder) -> None:
    path = folder.put("a.txt", TEXT)
    corpus = load_corpus([folder.path, path, folder.path / "." / ".." / folder.path.name])
    assert (len(corpus.articles), corpus.refused) == (1, ())


def test_files_of_several_folders_are_told_apart(tmp_path: Path) -> None:
    for name in ("un", "deux"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(f"{TEXT} {name}.", encoding="utf-8")
    corpus = load_corpus([tmp_path / "un", tmp_path / "deux"])
    assert [article.source for article in corpus.articles] == ["un/un.txt", "deux/deux.txt"]


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.txt", b"", "corpus-refused-empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe", "corpus-refused-binary"),
        ("a.txt", "Partager\nTous droits réservés.\n".encode(), "corpus-refused-nothing-left"),
        ("a.docx", b"PK", "corpus-refused-format"),
        ("a.pdf", b"not a pdf", "corpus-refused-pdf-broken"),
        ("a.html", b"", "corpus-refused-empty"),
        ("a.jsonl", b"\n\n", "corpus-refused-empty"),
        ("a.txt", b"x" * 2001, "corpus-refused-large"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_and_the_others_load(
    folder: Folder, say: Callable[[RefusedFile], str], name: str, content: bytes, key: str
) -> None:
    folder.put(name, content)
    folder.put("good.txt", TEXT)
    corpus = folder.load(max_bytes=2000)
    assert [(file.source, file.reason.key) for file in corpus.refused] == [(name, key)]
    assert say(corpus.refused[0])
    assert [article.id for article in corpus.articles] == ["good"]


def test_a_50_mb_file_is_refused_with_its_size(folder: Folder, say: Callable[[RefusedFile], str]) -> None:
    path = folder.put("a.txt", TEXT)
    with path.open("ab") as file:
        file.truncate(50_000_000)
    (refused,) = load_corpus([folder.path]).refused
    assert "50" in say(refused)
    assert "20" in say(refused)


def test_a_file_that_the_system_fails_to_read_is_refused(folder: Folder) -> None:
    unreadable = Path("/proc/self/mem")
    if not unreadable.exists():
        pytest.skip("this system has no file that always fails to be read")
    (folder.path / "a.txt").symlink_to(unreadable)
    folder.put("b.txt", TEXT)
    corpus = folder.load()
    assert keys(corpus.refused) == ["corpus-refused-unreadable"]
    assert len(corpus.articles) == 1


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="permissions are tried as POSIX has them")
def test_permissions_that_keep_us_out_are_told() -> None:
    # Not below pytest's own folder, which nobody else may enter.
    with tempfile.TemporaryDirectory() as made:
        folder = Folder(Path(made))
        folder.path.chmod(0o755)
        folder.put("good.txt", TEXT)
        assert len(folder.load().articles) == 1
        folder.put("a.txt", TEXT).chmod(0)
        folder.put("closed/b.txt", OTHER)
        (folder.path / "closed").chmod(0)
        root = os.geteuid() == 0
        # Nothing keeps root out, so root looks as someone who owns nothing.
        if root:
            os.seteuid(65534)
        try:
            corpus = folder.load()
        finally:
            if root:
                os.seteuid(0)
            (folder.path / "closed").chmod(0o755)
    assert sorted((file.source, file.reason.key) for file in corpus.refused) == [
        ("a.txt", "corpus-refused-unreadable"),
        ("closed/", "corpus-refused-unreadable"),
    ]
    assert [article.id for article in corpus.articles] == ["good"]


def test_links_in_a_circle_do_no_harm(folder: Folder) -> None:
    folder.put("sub/a.txt", TEXT)
    (folder.path / "sub" / "again").symlink_to(folder.path)
    (folder.path / "loop.txt").symlink_to(folder.path / "loop.txt")
    (folder.path / "gone.txt").symlink_to(folder.path / "nowhere.txt")
    corpus = folder.load()
    assert [article.source for article in corpus.articles] == ["sub/a.txt"]
    assert [(file.source, file.reason.key) for file in corpus.refused] == [
        ("gone.txt", "corpus-refused-unreadable"),
        ("loop.txt", "corpus-refused-unreadable"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
@pytest.mark.parametrize("name", ["pipe.txt", "a.en.txt"])
def test_a_pipe_is_not_waited_for(folder: Folder, name: str) -> None:
    os.mkfifo(folder.path / name)
    folder.put("a.txt", TEXT)
    corpus = folder.load()
    assert keys(corpus.refused) == ["corpus-refused-no-file"]
    assert len(corpus.articles) == 1


class TestTheSameArticleTwice:
    def test_the_same_paragraphs_under_another_name_are_refused_with_both_names(
        self, folder: Folder, say: Callable[[RefusedFile], str]
    ) -> None:
        folder.put("a.txt", f"{TEXT}\n{OTHER}\n")
        folder.put("b.md", f"# Titre\n\n{TEXT}\n\n{OTHER}\n\nPartager\n")
        corpus = folder.load()
        assert [(file.source, file.reason.key) for file in corpus.refused] == [
            ("b.md", "corpus-refused-same-text")
        ]
        assert "a.txt" in say(corpus.refused[0])

    def test_the_same_id_from_another_source_is_refused_with_both_names(
        self, folder: Folder, say: Callable[[RefusedFile], str]
    ) -> None:
        folder.put("a.txt", TEXT)
        folder.put("more.jsonl", json.dumps({"id": "A", "text": OTHER}))
        corpus = folder.load()
        assert [(file.source, file.line, file.reason.key) for file in corpus.refused] == [
            ("more.jsonl", 1, "corpus-refused-same-id")
        ]
        assert "a.txt" in say(corpus.refused[0])

    def test_a_link_to_an_article_is_the_same_article(self, folder: Folder) -> None:
        (folder.path / "b.txt").symlink_to(folder.put("a.txt", TEXT))
        assert keys(folder.load().refused) == ["corpus-refused-same-text"]


class TestIds:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("000_8b3dc3fc911b4f84", "000_8b3dc3fc911b4f84"),
            ("Discours du 3 mars", "Discours-du-3-mars"),
            ("a" * 100, "a" * 100),
        ],
    )
    def test_a_name_is_kept_as_far_as_it_can(self, name: str, expected: str) -> None:
        assert slug(name) == expected

    @given(st.text())
    def test_every_name_makes_a_safe_id(self, name: str) -> None:
        made = slug(name)
        assert made == slug(name)
        assert 1 <= len(made) <= 100
        assert made.isascii()
        assert all(character.isalnum() or character in "._-" for character in made)

    def test_names_that_differ_only_in_other_letters_make_different_ids(self) -> None:
        assert (
            len({slug("习近平"), slug("李强"), slug("été"), slug("été 习"), slug("a" * 101), slug("a" * 102)})
            == 6
        )

    def test_a_paragraph_is_named_by_its_content_and_a_repeated_one_by_a_number_too(
        self, folder: Folder
    ) -> None:
        folder.put("a.txt", f"{TEXT}\n{OTHER}\n{TEXT}")
        folder.put("b.txt", f"{TEXT}\n{OTHER} Encore.")
        ids = [paragraph.id for paragraph in folder.load().paragraphs]
        same = content_id(TEXT)
        assert ids == [same, content_id(OTHER), f"{same}-2", f"{same}-3", content_id(f"{OTHER} Encore.")]


class TestLanguage:
    def test_the_text_tells_it(self, folder: Folder) -> None:
        folder.put(
            "fr.txt", f"{TEXT}\n“All of this is wrong and we will not have it in any of our countries”"
        )
        folder.put(
            "en.txt", "The minister told the press on Tuesday that the reform was « une victoire pour tous »."
        )
        folder.put("short.txt", "Il démissionne.")
        assert {article.id: article.language for article in folder.load().articles} == {
            "fr": "fr",
            "en": "en",
            "short": "fr",
        }


def test_progress_ends_at_the_end(folder: Folder) -> None:
    told: list[tuple[str, int, int]] = []
    folder.put("a.txt", TEXT)
    rows = [json.dumps({"id": f"r{n}", "text": f"{TEXT} {n}"}) for n in range(1200)]
    folder.put("b.jsonl", "\n".join(rows))
    load_corpus([folder.path], progress=lambda stage, done, total: told.append((stage, done, total)))
    assert len(told) >= 4
    assert {stage for stage, _, _ in told} == {"reading"}
    done = [done for _, done, _ in told]
    assert done == sorted(done)
    assert done[-1] == told[-1][2] == sum(path.stat().st_size for path in folder.path.iterdir())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    suffix=st.sampled_from([".txt", ".md", ".html", ".pdf", ".jsonl"]),
    content=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")),
)
def test_whatever_is_in_a_file_it_is_taken_or_refused(
    folder: Folder, say: Callable[[RefusedFile | LeftOut], str], suffix: str, content: bytes
) -> None:
    path = folder.put(f"x{suffix}", content)
    corpus = load_corpus([path])
    assert corpus.articles or corpus.refused
    for item in (*corpus.refused, *corpus.mended, *(left for a in corpus.articles for left in a.left_out)):
        assert say(item)
    for article in corpus.articles:
        assert all(text == text.strip() and "\n" not in text for text in texts_of(article))
