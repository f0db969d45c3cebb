"""Which sentences lean on the one before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porteparole.language import LANGUAGES, Language
from porteparole.text.leaning import links, points_back


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il a ajouté que le port rouvrirait.", "fr"),
        ("Elle entrera en vigueur en mai.", "fr"),
        ("Face à la pression, il a dévoilé trois noms.", "fr"),
        ("Ce dernier a refusé.", "fr"),
        ("En effet, ce dernier a refusé.", "fr"),
        ("Cette décision surprend.", "fr"),
        ("Son départ surprend les élus.", "fr"),
        ("C’est la première fois.", "fr"),
        ("Cela surprend.", "fr"),
        ("Il s’agit de la troisième attaque du mois.", "fr"),
        ("He added that the port would reopen.", "en"),
        ("These measures will cost a lot.", "en"),
        ("On Monday they left the town.", "en"),
    ],
)
def test_what_points_back(text: str, language: Language) -> None:
    assert points_back(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il [Tom Halard] a ajouté que le port rouvrirait.", "fr"),
        ("Il faut rouvrir le port.", "fr"),
        ("Il y a trois ports.", "fr"),
        ("Il n’y aurait aucun lien entre les deux ports.", "fr"),
        ("Il a fallu fermer le port.", "fr"),
        ("En 2013, il avait fallu trois mois au port.", "fr"),
        ("Il est difficile de fermer un port.", "fr"),
        ("Ce samedi, le port rouvre.", "fr"),
        ("Ce 3 mars, le port rouvre.", "fr"),
        ("Le maire a dit qu’il partirait.", "fr"),
        ("« Il faut partir », a dit Tom Halard.", "fr"),
        ("“They are wrong,” said Tom Hale.", "en"),
        ("This week the port reopens.", "en"),
        ("He [Tom Hale] added nothing.", "en"),
        ("Tom Hale said he would leave.", "en"),
    ],
)
def test_what_stands_alone(text: str, language: Language) -> None:
    assert not points_back(text, language)


def test_linking_words() -> None:
    assert links("Toutefois, le port reste fermé.", "fr") and links("En revanche, le maire part.", "fr")
    assert not links("Alors que le port ferme, le maire part.", "fr") and links("Alors, le port ferme.", "fr")
    assert links("However, the port stays closed.", "en") and not links("Maison close.", "fr")


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_any_text_can_be_judged(text: str, language: Language) -> None:
    points_back(text, language)
    links(text, language)
