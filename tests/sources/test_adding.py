"""What comes in from elsewhere gets a name of its own, and several articles come in together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from porteparole.corpus.article import Corpus
from porteparole.corpus.draft import Fields
from porteparole.corpus.loader import load_corpus
from porteparole.notice import PorteParoleError
from porteparole.sources.adding import from_address, from_upload, known_addresses
from porteparole.sources.gather import Gathered
from porteparole.sources.offer import Offer, uploaded
from tests.conftest import article

URL = "https://echo.example/greve"
TEXT = "Le maire a parlé lundi.\n«\u00a0Non\u00a0», a-t-il dit.\n".encode()
THERE = replace(article("greve", ["Un texte."], title="Grève"), url=URL)
CORPUS = Corpus((THERE, article("greve-2", ["Un autre."], title="Grève")))


def offer(url: str, name: str = "greve.txt", data: bytes = TEXT) -> Offer:
    return Offer(name, data, Fields(title="Grève", publisher="L’Écho", url=url))


def test_a_page_with_a_known_address_takes_the_place_of_its_article() -> None:
    found = from_address(Gathered((offer(URL, "nouveau-titre.txt"),)), URL, CORPUS)
    assert found and (found.name, found.replace) == ("greve.txt", True)


def test_another_page_of_the_same_title_gets_a_name_of_its_own() -> None:
    found = from_address(Gathered((offer("https://other.example/"),)), URL, CORPUS)
    assert found and (found.name, found.replace, found.content) == ("greve-3.txt", False, TEXT)


def test_the_articles_of_a_feed_come_in_as_one_file_letter_for_letter(tmp_path: Path) -> None:
    other = "# Titre\n\nLa préfète a parlé.\n".encode()
    offers = (
        offer(URL + "/1"),
        Offer("note.md", other, Fields("Note", "Écho", url=URL, inferred=frozenset({"publisher"}))),
    )
    found = from_address(Gathered(offers, feed=True), "https://echo.example/flux.xml", Corpus(()))
    assert found and found.name.startswith("feed-echo-example-") and found.name.endswith(".jsonl")
    (tmp_path / found.name).write_bytes(found.content)
    read = load_corpus([tmp_path])
    assert read.refused == ()
    first, second = read.articles
    assert [p.text for p in first.paragraphs] == TEXT.decode().splitlines()
    assert (first.title, first.publisher, first.url) == ("Grève", "L’Écho", URL + "/1")
    assert [p.text for p in second.paragraphs] == ["La préfète a parlé."]
    assert "publisher" in second.inferred and "publisher" not in first.inferred


def test_an_article_keeps_its_id_when_its_feed_is_read_again() -> None:
    ids = {
        load_line(from_address(Gathered((offer(URL),), feed=True), URL, Corpus(())).content)  # type: ignore[union-attr]
        for _ in range(2)
    }
    assert len(ids) == 1


def load_line(content: bytes) -> str:
    import json

    return json.loads(content)["id"]


def test_a_feed_without_anything_new_gives_nothing_to_add() -> None:
    assert from_address(Gathered((), known=3, feed=True), URL, CORPUS) is None
    assert known_addresses(CORPUS) == {URL}


def test_the_text_of_another_article_does_not_come_in_twice() -> None:
    data = b"Un texte."
    for add in (
        lambda: from_upload(uploaded("copie.txt", data), CORPUS),
        lambda: from_address(Gathered((offer("https://other.example/", data=data),)), URL, CORPUS),
    ):
        with pytest.raises(PorteParoleError) as caught:
            add()
        assert caught.value.notice.key == "corpus-refused-same-text"
        assert caught.value.notice.values == {"other": "greve.txt"}
    assert from_upload(uploaded("greve.txt", data), CORPUS).name == "greve.txt"
    feed = Gathered((offer(URL, data=data),), feed=True)
    assert from_address(feed, URL, CORPUS) is None


def test_an_upload_named_as_a_translation_keeps_its_name() -> None:
    assert from_upload(uploaded("greve.en.txt", TEXT), CORPUS).name == "greve.en.txt"
