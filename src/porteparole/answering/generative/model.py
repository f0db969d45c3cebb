"""The chat model named by a setting, by LangChain's ``init_chat_model``."""

from __future__ import annotations

import importlib
import math
import os
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from porteparole.notice import PorteParoleError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

PROVIDERS = {
    "openai": "OPENAI_API_KEY",
    "anthropic": "ANTHROPIC_API_KEY",
    "mistralai": "MISTRAL_API_KEY",
    "ollama": None,
}
"""Who can be asked, each with the variable that its own library reads the key from (None: it wants none)."""


def open_model(
    name: str, *, base_url: str | None, api_key: SecretStr | None, seconds: float, most_tokens: int
) -> BaseChatModel:
    """Return the chat model ``name``; no connection is made yet.

    Args:
        name: ``openai:MODEL``, ``anthropic:MODEL``, ``mistralai:MODEL`` or ``ollama:MODEL``; with an address
            a name alone is a model of a server that speaks OpenAI's protocol.
        base_url: address of the server (default: the provider's own).
        api_key: the key (default: the provider's own variable).
        seconds: the longest one request may take.
        most_tokens: of one reply.

    Raises:
        PorteParoleError: the name is not known, the package of the provider is not installed, or the key is
            missing (``writer-…``).
    """
    provider, _, model = name.partition(":")
    if base_url and provider not in PROVIDERS:
        provider, model = "openai", name
    if provider not in PROVIDERS or not model:
        raise PorteParoleError(
            "writer-unknown", name=name, allowed=", ".join(f"{p}:MODEL" for p in PROVIDERS)
        )
    variable = PROVIDERS[provider]
    if variable and not api_key and not base_url and not os.environ.get(variable):
        raise PorteParoleError("writer-no-key", name=name)
    given: dict[str, Any] = {
        "temperature": 0,
        "max_retries": 1,
        "timeout": seconds,
        "max_tokens": most_tokens,
    }
    if provider == "ollama":
        given = {"temperature": 0, "num_predict": most_tokens, "client_kwargs": {"timeout": seconds}}
    if provider == "mistralai":
        # Whole seconds only.
        given["timeout"] = math.ceil(seconds)
    if base_url:
        given["base_url"] = base_url
        if variable and not api_key:
            # A server of one's own wants none; the provider's key in the environment is not for its eyes.
            api_key = SecretStr("none")
    if api_key and variable:
        given["api_key"] = api_key
    try:
        # Of the same extra; it rests the model after failures.
        importlib.import_module("purgatory")
        chat_models: Any = importlib.import_module("langchain.chat_models")
        opened: BaseChatModel = chat_models.init_chat_model(model, model_provider=provider, **given)
    except ImportError as error:
        raise PorteParoleError("writer-extra-missing", name=name, extra=provider) from error
    except Exception as error:
        # An integration's own text may hold the key.
        raise PorteParoleError("writer-cannot-open", name=name, reason=type(error).__name__) from error
    return opened
