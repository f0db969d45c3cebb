"""Whatever an article holds, its reading ends soon and stays inside the text."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porteparole.statements import read_statements, speaker_of
from porteparole.statements.statement import Statement
from porteparole.text.quotations import outermost
from tests.statements.statement_gold import article

WORDS = (
    "Le la maire Jean Dupont M. Paris a déclaré que dit « » “ ” \" ’ , . : ; ! ? … ( ) selon d'après et qui "
    "il a-t-il lancé mardi critiqué « oui » said that told he she 12 % \n — ministre, "
    "de l'Intérieur ‘ \u00a0 U.S. e\u0301"
).split(" ")
texts = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


# The first call reads the word lists.
@settings(deadline=None)
@given(st.lists(texts, max_size=4), st.sampled_from(["fr", "en"]))
def test_spans_are_exact_and_trimmed(paragraphs: list[str], language: str) -> None:
    made = article("a", [(str(n), text) for n, text in enumerate(paragraphs)], language)
    by_id = {paragraph.id: paragraph.text for paragraph in made.paragraphs}
    for statement in read_statements(made):
        text = by_id[statement.paragraph_id]
        assert 0 <= statement.start < statement.end <= len(text)
        words = text[statement.start : statement.end]
        assert words == words.strip()
        # A quotation that goes on in the next paragraph keeps its cue.
        assert any(statement.cue in other for other in paragraphs)
        assert statement.speaker != ""


@settings(deadline=None)
@given(st.lists(texts, max_size=3), st.sampled_from(["fr", "en"]))
def test_direct_statements_stand_inside_quotation_marks(paragraphs: list[str], language: str) -> None:
    made = article("a", [(str(n), text) for n, text in enumerate(paragraphs)], language)
    by_id = {paragraph.id: paragraph.text for paragraph in made.paragraphs}
    for statement in read_statements(made):
        if statement.kind == "direct":
            marks = outermost(by_id[statement.paragraph_id])
            assert any(m.inner_start <= statement.start and statement.end <= m.inner_end for m in marks)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    for language in ("fr", "en"):
        read_statements(article("a", [("1", text)], language))


@pytest.mark.parametrize(
    "text",
    [
        "« " * 5000,
        "‘a’ " * 5000,
        '" a ' * 5000,
        "X a dit " * 5000,
        "Paul Martin, " * 5000,
        "(" * 20000,
        "Le " * 20000,
    ],
)
def test_text_made_to_be_slow_is_not(text: str) -> None:
    began = time.process_time()
    read_statements(article("a", [("1", text)]))
    assert time.process_time() - began < 2


def test_several_threads_read_the_same() -> None:
    made = article(
        "a", [("1", "« Non », a dit la ministre Anne Roy."), ("2", "Elle a ajouté que rien ne presse.")]
    )
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: read_statements(made), range(64)))
    assert all(result == results[0] for result in results)


def test_the_statement_behind_a_span_is_found() -> None:
    text = "« Oui », a dit Paul Morin. Selon Anne Roy, le pont est fermé. Il pleut."
    made = article("a", [("1", text)])
    statements = read_statements(made)
    paragraph = made.paragraphs[0]

    def behind(words: str) -> Statement | None:
        return speaker_of(statements, paragraph, text.index(words), text.index(words) + len(words))

    first, second = behind("Oui"), behind("pont est fermé")
    assert first is not None and first.speaker == "Paul Morin"
    assert second is not None and second.speaker == "Anne Roy"
    assert behind("Il pleut") is None
