"""What a person sends, and what they say about it."""

from __future__ import annotations

import pytest

from porteparole.corpus.draft import Fields
from porteparole.notice import PorteParoleError
from porteparole.sources.offer import file_stem, first_of, stated_fields, uploaded

TEXT = "Le maire a parlé lundi devant le conseil.\n«\u00a0Non\u00a0», a-t-il dit.\n".encode()


def test_an_upload_keeps_its_bytes() -> None:
    data = "L’été\r\n".encode("cp1252")
    offer = uploaded("Été à Brest.TXT", data, Fields(title="L’été"))
    assert (offer.name, offer.data, offer.fields.title) == ("Ete-a-Brest.txt", data, "L’été")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("picture.png", "sources-format"),
        ("article", "sources-format"),
        ("", "sources-format"),
        ("articles.toml", "sources-format"),
    ],
)
def test_a_format_that_is_not_read_is_named(name: str, key: str) -> None:
    with pytest.raises(PorteParoleError) as caught:
        uploaded(name, TEXT)
    assert caught.value.notice.key == key


def test_an_empty_file_is_said_to_be_empty() -> None:
    with pytest.raises(PorteParoleError) as caught:
        uploaded("a.txt", b" \r\n")
    assert caught.value.notice.key == "sources-empty-file"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\marie\\note.txt", "note.txt"),
        ("..txt", "article-3973e022.txt"),
        ("README.md", "article-README.md"),
        ("con.txt", "article-con.txt"),
        ("v1.2.final.txt", "v1-2-final.txt"),
        ("v1.2.EN.txt", "v1.2.en.txt"),
        ("a\x00b\n.txt", "a-b.txt"),
    ],
)
def test_a_file_gets_a_name_that_every_system_takes(name: str, file: str) -> None:
    assert uploaded(name, TEXT).name == file


def test_long_and_foreign_names_stay_apart() -> None:
    assert len(file_stem("x" * 500)) <= 80
    assert file_stem("北京") != file_stem("上海")


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"published": "hier"}, "sources-wrong-published"),
        ({"published": "2026-02-30"}, "sources-wrong-published"),
        ({"language": "de"}, "sources-wrong-language"),
        ({"url": "echo.example"}, "sources-wrong-url"),
    ],
)
def test_a_wrong_word_about_an_article_is_told(values: dict[str, object], key: str) -> None:
    with pytest.raises(PorteParoleError) as caught:
        stated_fields(values)
    assert caught.value.notice.key == key


def test_the_first_to_state_a_field_wins_and_inference_goes_with_it() -> None:
    first = Fields(title="A")
    second = Fields(title="B", publisher="P", inferred=frozenset({"title", "publisher"}))
    assert first_of(first, second) == Fields(title="A", publisher="P", inferred=frozenset({"publisher"}))
