"""A small press of invented articles, some with a translation by the editors."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from porteparole.corpus.article import Article, Corpus, Paragraph, content_id
from tests.shelf import Shelf


def article(
    name: str, published: str | None, texts: list[str], translations: list[str] | None = None
) -> Article:
    paragraphs = tuple(
        Paragraph(content_id(text), name, n, text, n, translations[n - 1] if translations else None)
        for n, text in enumerate(texts, 1)
    )
    return Article(name, f"Article {name}", "fr", paragraphs, f"{name}.txt", "La Vigie", published)


PORT = article(
    "port",
    "2026-02-12",
    [
        "12 février 2026.",
        "Le port de Brume rouvrira le 3 mars, a annoncé jeudi la ministre des Transports, Jeanne Obry.",
        "Elle a ajouté que les pêcheurs seraient indemnisés dès le mois d’avril. Cette mesure coûtera cher.",
        "Elle entrera en vigueur au printemps, sauf avis contraire du conseil départemental.",
        "Toutefois, les armateurs jugent la somme insuffisante et préparent un recours devant le tribunal.",
        "« Les quais ont été refaits de fond en comble », a déclaré Tom Halard, le maire de Brume.",
        "Le port accueillait 40 bateaux avant la tempête, qui avait détruit la grande digue.",
    ],
)
TOLL = article(
    "peage",
    "2026-02-13",
    [
        "Jeanne Obry a annoncé que le péage du pont disparaîtrait en juin sur toute la rive nord.",
        "Le port accueillait 45 bateaux avant la tempête, qui avait détruit la grande digue de Brume.",
    ],
    [
        "Jeanne Obry announced that the bridge toll would disappear in June on the whole north bank.",
        "Before the storm, the port of Brume sheltered 45 boats behind the great dyke that was destroyed.",
    ],
)
PRESS = Corpus((PORT, TOLL))


@pytest.fixture(scope="module")
def shelf() -> Iterator[Shelf]:
    shelf = Shelf(PRESS)
    yield shelf
    shelf.generation.close()
