"""The embedder that the settings name."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from langchain_core.embeddings import Embeddings
from pydantic import SecretStr

from porteparole.embedding.e5 import load_e5
from porteparole.embedding.embedder import Embedder
from porteparole.embedding.graph import Precision
from porteparole.embedding.integration import IntegrationEmbeddings
from porteparole.notice import PorteParoleError

EMBEDDED = "embedded"

_TIMEOUT_SECONDS = 60


def make_embedder(
    name: str = EMBEDDED,
    *,
    precision: Precision = "int8",
    threads: int | None = None,
    cache: Path | None = None,
    weights: Path | None = None,
    base_url: str | None = None,
    api_key: SecretStr | None = None,
    query_prefix: str = "",
    passage_prefix: str = "",
) -> Embedder:
    """Return the embedder ``name``.

    The others than ``embedded`` make no connection yet, except that ``huggingface`` fetches its model.

    Args:
        name: ``embedded``, ``openai:MODEL`` (OpenAI, or any server that speaks its protocol),
            ``ollama:MODEL`` or ``huggingface:MODEL``; with an address, a name alone means ``openai:NAME``.
        precision: for ``embedded``, as are the next three (see ``E5Embeddings``).
        threads: texts computed at the same time.
        cache: folder for what is costly to build.
        weights: the weights file, where the package that holds it is not installed.
        base_url: address of the server, for ``openai`` and ``ollama`` (default: the provider's own).
        api_key: for ``openai``; without one and without an address, ``OPENAI_API_KEY``.
        query_prefix: for the others than ``embedded``: put before each question.
        passage_prefix: for the others than ``embedded``: put before each passage.

    Raises:
        PorteParoleError: when the name is not known, the package of the integration is not installed, the
            key is missing, or the embedder cannot be loaded.
    """
    if name == EMBEDDED:
        return load_e5(precision=precision, threads=threads, cache=cache, weights=weights)
    provider, _, model = name.partition(":")
    if base_url and provider not in _PROVIDERS:
        provider, model = "openai", name
    make = _PROVIDERS.get(provider)
    if make is None or not model:
        allowed = ", ".join([EMBEDDED, *(f"{provider}:MODEL" for provider in _PROVIDERS)])
        raise PorteParoleError("embedding-unknown", name=name, allowed=allowed)
    try:
        inner = make(model, base_url, api_key)
    except PorteParoleError:
        raise
    except ImportError as error:
        package = f"langchain-{provider}"
        values = {"name": name, "extra": provider, "package": package}
        raise PorteParoleError("embedding-extra-missing", **values) from error
    except Exception as error:
        # An integration's own text may hold the key.
        raise PorteParoleError("embedding-cannot-load", reason=type(error).__name__) from error
    return IntegrationEmbeddings(
        inner, provider, model, query_prefix=query_prefix, passage_prefix=passage_prefix
    )


def _openai(model: str, base_url: str | None, api_key: SecretStr | None) -> Embeddings:
    module: Any = importlib.import_module("langchain_openai")
    if not api_key and not base_url and not os.environ.get("OPENAI_API_KEY"):
        raise PorteParoleError("embedding-no-key", name=f"openai:{model}")
    if not api_key and base_url:
        # A server of one's own wants none; the key for OpenAI in the environment is not for its eyes.
        api_key = SecretStr("none")
    return module.OpenAIEmbeddings(
        model=model,
        base_url=base_url,
        api_key=api_key,
        timeout=_TIMEOUT_SECONDS,
        # Otherwise it sends token ids, which only OpenAI reads, and fetches the tokenizer from the network.
        check_embedding_ctx_length=False,
    )


def _ollama(model: str, base_url: str | None, _: SecretStr | None) -> Embeddings:
    module: Any = importlib.import_module("langchain_ollama")
    return module.OllamaEmbeddings(
        model=model, base_url=base_url, client_kwargs={"timeout": _TIMEOUT_SECONDS}
    )


def _huggingface(model: str, _: str | None, __: SecretStr | None) -> Embeddings:
    module: Any = importlib.import_module("langchain_huggingface")
    return module.HuggingFaceEmbeddings(model_name=model)


_PROVIDERS: dict[str, Callable[[str, str | None, SecretStr | None], Embeddings]] = {
    "openai": _openai,
    "ollama": _ollama,
    "huggingface": _huggingface,
}
