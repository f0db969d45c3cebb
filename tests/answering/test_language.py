from __future__ import annotations

import pytest

from porteparole.answering.language import foreign_language, is_in_another_script


@pytest.mark.parametrize(
    "question",
    [
        "¿Qué dijo la ministra sobre la huelga?",
        "Was sagte die Ministerin über den Streik?",
        "Che cosa ha detto la ministra sullo sciopero?",
    ],
)
def test_a_question_in_another_language_is_told(question: str) -> None:
    assert foreign_language(question)
    assert not is_in_another_script(question)


@pytest.mark.parametrize(
    "question", ["部长对罢工说了什么", "Что сказала министр о забастовке?", "ماذا قالت الوزيرة"]
)
def test_a_question_in_another_script_is_told(question: str) -> None:
    assert is_in_another_script(question)


@pytest.mark.parametrize(
    "question",
    [
        "",
        "???",
        "42",
        "Marchetti",
        "Sylvie Marchetti Alan Firth",
        "Qu'a dit la ministre sur la grève ?",
        "kess ka di la ministr sur la grev",
        "c koi le pb avec le port",
        "What did the minister say about the strike?",
        "wot did teh minster say bout strike",
        "grève port Marseille salaire",
        "https://example.org/article",
        "What did Marchetti mean by « dialogue refusé » ?",
    ],
)
def test_french_english_names_and_slips_are_not(question: str) -> None:
    assert not foreign_language(question)
    assert not is_in_another_script(question)
