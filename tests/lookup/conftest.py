"""A small press of invented articles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from porteparole.corpus.article import Article, Corpus, Paragraph, content_id
from porteparole.language import Language
from porteparole.lookup.lookup import Lookup
from tests.shelf import Shelf


def article(name: str, title: str, language: Language, published: str | None, *texts: str) -> Article:
    paragraphs = tuple(
        Paragraph(content_id(text), name, number, text, number) for number, text in enumerate(texts, 1)
    )
    return Article(name, title, language, paragraphs, f"{name}.txt", "La Vigie", published)


PRESS = Corpus(
    (
        article(
            "port",
            "Le port de Brume rouvre",
            "fr",
            "2026-02-12",
            "La ministre des Transports, Jeanne Obry, a annoncé que le port rouvrirait le 3 mars.",
            "« Les pêcheurs seront indemnisés », a promis Mme Obry.",
            "Le maire de Brume, Tom Halard, a déclaré que « la ville attend toujours les fonds ».",
        ),
        article(
            "toll",
            "Bridge toll to end",
            "en",
            "2026-03",
            "The minister, Jeanne Obry, said that the toll would end in June.",
            "China warned that steel prices would rise.",
        ),
        article(
            "acier",
            "L’acier renchérit",
            "fr",
            None,
            "Obry a indiqué que l’acier manquait sur les chantiers.",
            "La Chine a affirmé que ses exportations d’acier baisseraient.",
        ),
    )
)


@pytest.fixture(scope="module")
def lookup() -> Iterator[Lookup]:
    shelf = Shelf(PRESS)
    yield shelf.lookup
    shelf.generation.close()
