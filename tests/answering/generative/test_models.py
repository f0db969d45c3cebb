import pytest
from pydantic import SecretStr

from porteparole.answering.generative.model import open_model
from porteparole.language import LANGUAGES
from porteparole.notice import PorteParoleError
from porteparole.texts import Texts


def opening(name: str, base_url: str | None = None, key: str | None = None) -> str:
    secret = SecretStr(key) if key else None
    with pytest.raises(PorteParoleError) as raised:
        open_model(name, base_url=base_url, api_key=secret, seconds=1, most_tokens=100)
    for language in LANGUAGES:
        sentence = Texts().notice(language, raised.value.notice)
        assert name in sentence
        assert "sk-secret" not in sentence
    return raised.value.notice.key


@pytest.fixture(autouse=True)
def no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("OPENAI_API_KEY", "MISTRAL_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.delenv(variable, raising=False)


def test_an_unknown_provider_is_told() -> None:
    assert opening("clippy:97") == "writer-unknown"
    assert opening("openai:") == "writer-unknown"


def test_a_missing_key_is_told() -> None:
    assert opening("openai:gpt-5") == "writer-no-key"


def test_a_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib

    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    assert opening("mistralai:small", key="sk-secret") == "writer-extra-missing"


def test_a_server_of_ones_own_needs_no_key_and_is_not_told_the_providers() -> None:
    model = open_model("any-name", base_url="http://127.0.0.1:9/v1", api_key=None, seconds=1, most_tokens=100)
    assert "none" in str(model.openai_api_key.get_secret_value())  # type: ignore[attr-defined]
