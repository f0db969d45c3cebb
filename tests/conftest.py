"""What tests of every room share: a corpus made by hand, the real embedder, the real engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from porteparole.corpus.article import Article, Corpus, Paragraph, content_id
from porteparole.embedding.embedder import Embedder
from porteparole.embedding.factory import make_embedder
from porteparole.language import Language

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def article(
    name: str,
    texts: list[str],
    *,
    language: Language = "fr",
    title: str | None = None,
    translations: list[str] | None = None,
) -> Article:
    """Make an article of these paragraphs."""
    paragraphs = tuple(
        Paragraph(
            content_id(text), name, number, text, number, translations[number - 1] if translations else None
        )
        for number, text in enumerate(texts, 1)
    )
    inferred = frozenset[str]() if title else frozenset({"title"})
    return Article(name, title or texts[0][:40], language, paragraphs, f"{name}.txt", inferred=inferred)


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The embedder that the product uses, loaded once."""
    return make_embedder()


@pytest.fixture(scope="session")
def harbour() -> Corpus:
    """Two short articles on a strike in a harbour, one with its translation."""
    french = article(
        "greve",
        [
            "Le port de Marseille est bloqué depuis jeudi par une grève des dockers, qui réclament une "
            "hausse de salaire de 8 %.",
            "« Nous ne reprendrons pas le travail avant un accord écrit », a déclaré Sylvie Marchetti, la "
            "secrétaire générale du syndicat des dockers.",
            "Elle a ajouté que la direction « refuse le dialogue depuis trois semaines ».",
            "Selon la chambre de commerce, trente-deux navires attendent au large.",
        ],
        title="Grève des dockers à Marseille",
        translations=[
            "The port of Marseille has been blocked since Thursday by a strike of dockers, who demand a wage "
            "rise of 8%.",
            "“We will not go back to work before a written agreement”, said Sylvie Marchetti, the general "
            "secretary of the dockers’ union.",
            "She added that the management “has been refusing to talk for three weeks”.",
            "According to the chamber of commerce, thirty-two ships are waiting off the coast.",
        ],
    )
    english = article(
        "reaction",
        [
            "The port authority said on Friday that it would not negotiate under pressure.",
            "“The blockade costs four million euros a day,” said Paul Renard, the head of the authority.",
        ],
        language="en",
        title="Port authority rejects demands",
    )
    return Corpus((french, english))
