"""Which sentences of an article may stand in a summary."""

from __future__ import annotations

from dataclasses import replace

from porteparole.summaries.unit import units_of
from tests.statements.statement_gold import article


def test_a_headline_that_is_a_paragraph_as_well_is_no_sentence_of_a_summary() -> None:
    texts = [
        ("1", "Deux villes commandent ensemble quarante bateaux"),
        ("2", "Le port de Brest a été agrandi."),
    ]
    read = article("a", texts)
    assert [unit.whole for unit in units_of(read, ())] == [True, True]
    titled = replace(read, title=texts[0][1])
    assert [unit.whole for unit in units_of(titled, ())] == [False, True]
