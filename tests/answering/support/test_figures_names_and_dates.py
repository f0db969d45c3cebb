# ruff: noqa: E501
"""The same figure, date, time or name in another dress holds; another one never does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from porteparole.answering.support import Claim, Source, SupportProof
from porteparole.answering.support.likeness import Likeness
from porteparole.embedding.embedder import Embedder
from porteparole.language import Language
from porteparole.statements import read_statements
from tests.conftest import article

FRENCH = [
    "4 mai 2019. – Vers 18h05, près de 40 bateaux ont quitté le port d’Idleb. Les sauveteurs ont compté 2 136 passagers.",
    "La ville propose une ligne de métro sur 25 ans. L’usine, fermée en mars, a coûté plus de 30 ans de travail. Il a démissionné avant la tempête.",
    "Sept navires ont été saisis dont deux à Mossoul. Un Turc sur trois travaille au port.",
]
ENGLISH = [
    "Profits rose 7% in the third quarter after a £800m bid. Police have not confirmed the report. The ferry is set to leave in May.",
]
Holds = Callable[..., bool]


@pytest.fixture(scope="module")
def holds(embedder: Embedder) -> Holds:
    articles = {
        "fr": replace(article("port", FRENCH), title="Départ du commandant Kerdrel", inferred=frozenset()),
        "en": article("boats", ENGLISH, language="en"),
    }
    statements = {a.id: read_statements(a) for a in articles.values()}
    proof = SupportProof(Likeness(embedder), lambda identifier: statements[identifier])

    def run(text: str, number: int, language: Language, on: Language) -> bool:
        found = articles[on]
        return proof.check(Claim(text, language, (Source(found, found.paragraphs[number - 1]),))).holds

    return run


@pytest.mark.parametrize(
    ("text", "wrong", "number", "language", "on"),
    [
        ("Des bateaux ont quitté le port le 4 mai.", "Des bateaux ont quitté le port le 5 mai.", 1, "fr", "fr"),
        ("À 18h05, près de 40 bateaux ont quitté le port.", "À 18h15, près de 40 bateaux ont quitté le port.", 1, "fr", "fr"),
        ("Boats left the port of Idlib.", "Boats left the port of Idomar.", 1, "en", "fr"),
        ("Les sauveteurs ont compté plus de 2 000 passagers.", "Les sauveteurs ont compté plus de 3 000 passagers.", 1, "fr", "fr"),
        ("Les sauveteurs ont compté environ 2 100 passagers.", "Les sauveteurs ont compté environ 2 500 passagers.", 1, "fr", "fr"),
        ("The city proposes a metro line over 25 years.", "The city proposes a metro line over 20 years.", 2, "en", "fr"),
        ("Two of the seven ships were seized in Mosul.", "Four of the seven ships were seized in Mosul.", 3, "en", "fr"),
        ("One in three Turks works at the port.", "One in four Turks works at the port.", 3, "en", "fr"),
        ("Profits rose 7% in the third quarter.", "Boats rose 7% in the fourth quarter.", 1, "en", "en"),
        ("Les bénéfices ont augmenté de 7 % au troisième trimestre.", "Les bénéfices ont augmenté de 7 % au deuxième trimestre.", 1, "fr", "en"),
        ("The bid was £800 million.", "The bid was £80 million.", 1, "en", "en"),
        ("Les policiers n’ont pas confirmé le rapport.", "La police a confirmé le rapport.", 1, "fr", "en"),
        ("He quit before the storm.", "He quit after the storm.", 2, "en", "fr"),
        ("Le ferry doit partir en mai.", "Le ferry doit partir en mars.", 1, "fr", "en"),
    ],
)  # fmt: skip
def test_another_dress_holds_and_another_value_does_not(
    holds: Holds, text: str, wrong: str, number: int, language: Language, on: Language
) -> None:
    assert holds(text, number, language, on)
    assert not holds(wrong, number, language, on)


def test_whom_the_title_names_is_no_stranger(holds: Holds) -> None:
    assert holds("Les sauveteurs de Kerdrel ont compté 2 136 passagers.", 1, "fr", "fr")
    assert not holds("Les sauveteurs de Lambert ont compté 2 136 passagers.", 1, "fr", "fr")
