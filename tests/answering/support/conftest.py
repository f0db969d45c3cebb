# ruff: noqa: E501
from __future__ import annotations

from collections.abc import Callable

import pytest

from porteparole.answering.support import Claim, Source, SupportProof, Verdict
from porteparole.answering.support.likeness import Likeness
from porteparole.embedding.embedder import Embedder
from porteparole.language import Language
from porteparole.statements import read_statements
from tests.conftest import article

Check = Callable[..., Verdict]

FRENCH = [
    "Le ministre de l’Agriculture, Paul Renard, a annoncé mardi que trente-deux communes pourraient recevoir une aide "
    "de 1,5 million d’euros. Environ 200 éleveurs ont manifesté à Lille.",
    "« Nous ne signerons pas cet accord avant septembre », a déclaré Sylvie Marchetti, la présidente du syndicat.",
    "La France et le Canada ont signé un traité que la Chine n’a pas ratifié. Plusieurs pays hésitent encore.",
    "Brice Lefort, beau-père de la chanteuse Lina Morel, a ouvert une cagnotte pour aider la famille. Deux morts et "
    "cinq blessés ont été recensés, mais aucun incendie n’a été rapporté.",
]
ENGLISH = [
    "Mayor Ann Cole said on Friday that the city might close four schools. The council has not approved the budget.",
    "Opposition leader Paul Ames criticised the bank’s silence on wages. Police have not confirmed his account.",
    "The Marlow ferry will not sail again before spring, the transport minister, Helen Carrow, said on Tuesday.",
    "The museum’s director, Anselm Roth, has insisted that the stolen mask was a copy.",
]


@pytest.fixture(scope="session")
def check(embedder: Embedder) -> Check:
    """Hold a sentence against numbered paragraphs of a French (or English) article."""
    articles = {"fr": article("aid", FRENCH), "en": article("city", ENGLISH, language="en")}
    statements = {a.id: read_statements(a) for a in articles.values()}
    proof = SupportProof(Likeness(embedder), lambda identifier: statements[identifier])

    def run(text: str, *numbers: int, language: Language = "fr", on: Language = "fr") -> Verdict:
        found = articles[on]
        sources = tuple(Source(found, found.paragraphs[number - 1]) for number in numbers)
        return proof.check(Claim(text, language, sources))

    return run
