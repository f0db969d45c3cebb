import subprocess
import sys

import pytest
from pydantic import SecretStr

from porteparole.answering.generative.model import PROVIDERS, open_model
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


_OPENED_WITHOUT = """
import sys
from pydantic import SecretStr
from porteparole.answering.generative.model import PROVIDERS, open_model
from porteparole.notice import PorteParoleError
from porteparole.texts import Texts

packages = [(f"langchain_{p}", p) for p in PROVIDERS] + [("purgatory", "openai"), ("langchain", "ollama")]
for package, provider in packages:
    sys.modules[package] = None
    if package == "langchain":
        sys.modules["langchain.chat_models"] = None
    else:
        sys.modules.pop("langchain.chat_models", None)
    try:
        open_model(f"{provider}:any", base_url=None, api_key=SecretStr("sk-secret"), seconds=1, most_tokens=9)
    except PorteParoleError as error:
        print(Texts().notice("en", error.notice), "//", Texts().notice("fr", error.notice))
    if package != "langchain":
        del sys.modules[package]
"""


def test_a_missing_package_is_told_with_what_to_install() -> None:
    # In a process of its own: LangChain remembers what could be imported once.
    ran = subprocess.run([sys.executable, "-c", _OPENED_WITHOUT], capture_output=True, text=True, check=True)
    told = ran.stdout.splitlines()
    assert len(told) == 6, ran.stdout + ran.stderr
    for provider, line in zip((*PROVIDERS, "openai", "ollama"), told, strict=True):
        assert line.count(f"porteparole[chat,{provider}]") == 2
        assert "sk-secret" not in line


@pytest.mark.parametrize("provider", ["openai", "anthropic", "mistralai"])
def test_each_that_wants_a_key_says_so(provider: str) -> None:
    assert opening(f"{provider}:any") == "writer-no-key"


def test_a_server_of_ones_own_needs_no_key_and_is_not_told_the_providers() -> None:
    model = open_model("any-name", base_url="http://127.0.0.1:9/v1", api_key=None, seconds=1, most_tokens=100)
    assert "none" in str(model.openai_api_key.get_secret_value())  # type: ignore[attr-defined]
