"""Different figures for the same thing: said only where it can be shown."""

from __future__ import annotations

import pytest

from porteparole.summaries.disagreement import disagreements, figures
from porteparole.summaries.unit import units_of
from tests.summaries.conftest import article


def differ(one: str, other: str) -> bool:
    units = [u for n, text in (("a", one), ("b", other)) for u in units_of(article(n, None, [text]), ())]
    return bool(disagreements(units))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Soixante pays ont signé la déclaration de Brume.",
            "58 pays ont signé la déclaration de Brume.",
        ),
        (
            "Le séisme a fait 1 200 morts à Brume.",
            "Le séisme a fait 1\u202f250 morts en ville de Brume.",
        ),
    ],
)
def test_figures_for_the_same_thing_differ(one: str, other: str) -> None:
    assert differ(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Soixante pays ont signé la déclaration.", "60 pays ont signé la déclaration."),
        ("Soixante pays ont signé la déclaration.", "Près de 58 pays ont signé la déclaration."),
        ("Soixante pays ont signé la déclaration en mai.", "58 pays ont signé la déclaration en juin."),
        ("Soixante pays ont signé la déclaration.", "58 pays produisent de l’acier sans licence."),
        ("Soixante pays ont signé la déclaration.", "58 maires ont signé la déclaration."),
        (
            "Brume vit la 29 e journée de la grève des quais.",
            "Brume vit la 36 e journée de la grève des quais.",
        ),
        ("Le taux est de 1,3 point à Brume.", "Le taux est de 1,9 point à Brume."),
        ("En 2024 la déclaration fut signée à Brume.", "En 2025 la déclaration fut signée à Brume."),
    ],
)
def test_what_is_less_clear_is_not_said(one: str, other: str) -> None:
    assert not differ(one, other)


def test_one_article_does_not_disagree_with_itself() -> None:
    units = units_of(article("a", None, ["Il y a 40 bateaux au port.", "Il y a 45 bateaux au port."]), ())
    assert disagreements(units) == []


def test_figures_have_the_noun_that_they_count() -> None:
    (figure,) = figures("La ville compte 12 000 habitants.", "fr")
    assert figure.value == 12000
    assert "La ville compte 12 000 habitants."[figure.start : figure.end] == "12 000 habitants"


def test_a_figure_of_another_time_does_not_contradict() -> None:
    earlier = article("a", "2024-01", ["Brume compte 40 bateaux au port."])
    later = article("b", "2026-03", ["Brume compte 45 bateaux au port."])
    units = [unit for one in (earlier, later) for unit in units_of(one, ())]
    assert disagreements(units) == []
