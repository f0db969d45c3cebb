import json
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydantic import SecretStr

from porteparole.embedding.e5 import E5Embeddings
from porteparole.embedding.embedder import EmbeddingStoppedError
from porteparole.embedding.factory import make_embedder
from porteparole.language import LANGUAGES
from porteparole.library.opening import named_embedder
from porteparole.notice import PorteParoleError
from porteparole.settings import Settings
from porteparole.texts import Texts

SECRET = "sk-very-secret-1234567890"
FRENCH_ENGLISH = Texts()


@dataclass
class Double:
    """A server on loopback that speaks as much of OpenAI's embeddings API as is needed."""

    url: str = ""
    requests: list[tuple[dict[str, Any], str]] = field(default_factory=list[tuple[dict[str, Any], str]])
    status: int = 200
    vectors: int | None = None

    def inputs(self) -> list[str]:
        return [text for body, _ in self.requests for text in body["input"]]


@pytest.fixture
def server() -> Iterator[Double]:
    double = Double()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            double.requests.append((body, self.headers.get("Authorization", "")))
            count = len(body["input"]) if double.vectors is None else double.vectors
            data = [
                {"object": "embedding", "index": i, "embedding": [3.0, 4.0, 0.0, float(i)]}
                for i in range(count)
            ]
            if double.status != 200:
                answer: dict[str, Any] = {"error": {"message": f"wrong key {SECRET}"}}
            else:
                answer = {"object": "list", "model": body["model"], "data": data}
            content = json.dumps(answer).encode()
            self.send_response(double.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        double.url = f"http://127.0.0.1:{http.server_port}/v1"
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        yield double
        http.shutdown()
        thread.join()


def said(error: PorteParoleError) -> str:
    """Return the sentence in both languages; it fails where one is missing."""
    return "\n".join(FRENCH_ENGLISH.notice(language, error.notice) for language in LANGUAGES)


def test_the_default_is_the_embedded_one(weights: object, cache: Path):
    embedder = make_embedder(cache=cache, threads=3, precision="exact")
    assert isinstance(embedder, E5Embeddings)
    assert embedder.threads == 3
    assert "/exact/" in embedder.version


def test_any_server_that_speaks_openais_protocol_will_do(server: Double):
    pytest.importorskip("langchain_openai", reason="the extra openai is not installed")
    embedder = make_embedder("openai:my-model", base_url=server.url, api_key=SecretStr(SECRET))
    assert not server.requests
    assert (embedder.model, embedder.version, embedder.dimension) == ("my-model", "openai", 4)
    assert embedder.embed_query("où ?") == pytest.approx([0.6, 0.8, 0, 0])
    vectors = np.array(embedder.embed_documents(["un", "deux"]))
    assert vectors.shape == (2, 4)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1])
    assert server.inputs() == ["dimension", "où ?", "un", "deux"]
    assert {(body["model"], key) for body, key in server.requests} == {("my-model", f"Bearer {SECRET}")}


def test_with_an_address_a_name_alone_is_a_model_of_that_server(server: Double):
    pytest.importorskip("langchain_openai", reason="the extra openai is not installed")
    embedder = make_embedder("nomic-embed-text:latest", base_url=server.url)
    assert embedder.model == "nomic-embed-text:latest"
    assert embedder.embed_query("où ?")


def test_a_key_for_openai_in_the_environment_goes_to_no_other_server(
    server: Double, monkeypatch: pytest.MonkeyPatch
):
    pytest.importorskip("langchain_openai", reason="the extra openai is not installed")
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    make_embedder("openai:my-model", base_url=server.url).embed_query("où ?")
    assert SECRET not in server.requests[0][1]


def test_prefixes_are_sent_and_belong_to_the_version(server: Double):
    pytest.importorskip("langchain_openai", reason="the extra openai is not installed")
    embedder = make_embedder(
        "openai:e5", base_url=server.url, query_prefix="query: ", passage_prefix="passage: "
    )
    embedder.embed_query("où ?")
    embedder.embed_documents(["ici"])
    assert server.inputs() == ["query: où ?", "passage: ici"]
    assert embedder.version == "openai/query:/passage:"


def test_prefixes_are_settings(server: Double, monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("langchain_openai", reason="the extra openai is not installed")
    written = {
        "MODEL": "e5",
        "BASE_URL": server.url,
        "QUERY_PREFIX": "query:",
        "PASSAGE_PREFIX": "passage:",
    }
    for name, value in written.items():
        monkeypatch.setenv(f"PORTEPAROLE_EMBEDDING__{name}", value)
    embedder = named_embedder(Settings(), None)
    embedder.embed_query("où ?")
    embedder.embed_documents(["ici"])
    assert server.inputs() == ["query: où ?", "passage: ici"]


def test_any_text_can_be_sent(server: Double):
    pytest.importorskip("langchain_openai", reason="the extra openai is not installed")
    embedder = make_embedder("openai:my-model", base_url=server.url)
    assert embedder.embed(["", "\0", "a\ud800b", "😀"], "passage").shape == (4, 4)
    assert server.inputs() == [" ", " ", "a?b", "😀"]


def test_bulk_work_goes_in_batches_is_followed_and_stopped(server: Double):
    pytest.importorskip("langchain_openai", reason="the extra openai is not installed")
    embedder = make_embedder("openai:my-model", base_url=server.url)
    told: list[tuple[int, int]] = []
    texts = [str(number) for number in range(150)]
    vectors = embedder.embed(texts, "passage", progress=lambda done, total: told.append((done, total)))
    assert vectors.shape == (150, 4)
    assert server.inputs() == texts
    assert told == [(64, 150), (128, 150), (150, 150)]
    told.clear()
    with pytest.raises(EmbeddingStoppedError):
        embedder.embed(
            texts, "passage", stop=lambda: bool(told), progress=lambda done, total: told.append((done, total))
        )
    assert told == [(64, 150)]


def test_a_service_that_refuses_is_named_without_the_key(server: Double, caplog: pytest.LogCaptureFixture):
    pytest.importorskip("langchain_openai", reason="the extra openai is not installed")
    server.status = 401
    embedder = make_embedder("openai:my-model", base_url=server.url, api_key=SecretStr(SECRET))
    with pytest.raises(PorteParoleError) as raised:
        embedder.embed_query("où ?")
    assert raised.value.notice.key == "embedding-service-failed"
    assert "my-model" in said(raised.value)
    assert SECRET not in said(raised.value)
    assert SECRET not in "".join(record.getMessage() for record in caplog.records if record.levelno >= 20)


def test_a_service_that_sends_too_few_vectors_is_not_believed(server: Double):
    pytest.importorskip("langchain_openai", reason="the extra openai is not installed")
    server.vectors = 1
    embedder = make_embedder("openai:my-model", base_url=server.url)
    with pytest.raises(PorteParoleError) as raised:
        embedder.embed_documents(["un", "deux"])
    assert raised.value.notice.key == "embedding-service-wrong"
    assert "my-model" in said(raised.value)


@pytest.mark.parametrize("provider", ["openai", "ollama", "huggingface"])
def test_a_missing_extra_is_said(provider: str, monkeypatch: pytest.MonkeyPatch):
    # None in sys.modules makes the import fail, as where the package is not installed.
    monkeypatch.setitem(sys.modules, f"langchain_{provider}", None)
    with pytest.raises(PorteParoleError) as raised:
        make_embedder(f"{provider}:my-model", api_key=SecretStr(SECRET))
    assert raised.value.notice.key == "embedding-extra-missing"
    assert f"porteparole[{provider}]" in said(raised.value)


def test_openai_without_a_key_is_said(monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("langchain_openai", reason="the extra openai is not installed")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(PorteParoleError) as raised:
        make_embedder("openai:text-embedding-3-small")
    assert raised.value.notice.key == "embedding-no-key"
    assert "PORTEPAROLE_EMBEDDING__API_KEY" in said(raised.value)


def test_ollama_that_does_not_run_is_said():
    pytest.importorskip("langchain_ollama", reason="the extra ollama is not installed")
    embedder = make_embedder("ollama:my-model", base_url="http://127.0.0.1:9")
    with pytest.raises(PorteParoleError) as raised:
        embedder.embed_query("où ?")
    assert raised.value.notice.key == "embedding-service-failed"


@pytest.mark.parametrize("name", ["", "embeded", "openai", "openai:", "cohere:x"])
def test_an_unknown_name_is_said_with_those_there_are(name: str):
    with pytest.raises(PorteParoleError) as raised:
        make_embedder(name)
    assert raised.value.notice.key == "embedding-unknown"
    assert "embedded, openai:MODEL, ollama:MODEL, huggingface:MODEL" in said(raised.value)


@pytest.mark.parametrize(
    "error",
    [
        PorteParoleError("embedding-no-weights", package="p", version="1", file="f"),
        PorteParoleError("embedding-unreadable-weights", file="f", reason="r"),
        PorteParoleError("embedding-wrong-weights", file="f", package="p", version="1"),
        PorteParoleError("embedding-cannot-load", reason="r"),
    ],
    ids=lambda error: error.notice.key,
)
def test_what_hinders_the_embedded_one_is_said_in_both_languages(error: PorteParoleError):
    french, english = said(error).split("\n")
    assert french != english
