"""A virtual Discord (SimCord) around the real bot; every request is held against Discord's own rules."""

from __future__ import annotations

import importlib.util
from collections.abc import AsyncIterator, Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import simcord
import simcord.interactions

from bot.client import BotOptions, PorteParoleBot
from porteparole.texts import Texts
from tests.bot.service_double import ServiceDouble

DISCORD = Path(__file__).resolve().parents[2].parent / "shared" / "discord"


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts()


@pytest.fixture
def service() -> ServiceDouble:
    # The one line to change for the real engine.
    return ServiceDouble()


@pytest.fixture
def options(tmp_path: Path) -> BotOptions:
    return BotOptions(data_dir=tmp_path, cooldown=0, grace=0.05)


@pytest.fixture
def announced() -> list[str]:
    return []


@pytest.fixture
def make_bot(
    service: ServiceDouble, texts: Texts, options: BotOptions, announced: list[str]
) -> Callable[[], PorteParoleBot]:
    return lambda: PorteParoleBot(service, texts, options, announced.append)


@pytest.fixture
def simcord_bot(make_bot: Callable[[], PorteParoleBot]) -> PorteParoleBot:
    return make_bot()


@pytest.fixture
async def env(simcord_env: simcord.Env) -> AsyncIterator[simcord.Env]:
    """A running bot; when the test is over, Discord's description and limits must allow all it asked for."""
    yield simcord_env
    assert requests_of(simcord_env)
    assert violations(requests_of(simcord_env)) == []
    assert [body for body in messages_of(simcord_env) if body.get("allowed_mentions") != {"parse": []}] == []


def requests_of(env: simcord.Env, method: str = "", path: str = "") -> list[dict[str, Any]]:
    """Return the requests the bot made, those of one method and with ``path`` in their path."""
    return [
        {"method": entry.method, "path": f"/api/v10{entry.path}", "body": entry.json}
        for entry in env.http_requests
        if entry.method.startswith(method) and path in entry.path
    ]


def messages_of(env: simcord.Env) -> list[dict[str, Any]]:
    """Return the bodies of the messages the bot sent or edited."""
    bodies = [
        request["body"].get("data", {}) if request["path"].endswith("/callback") else request["body"]
        for request in requests_of(env)
        if isinstance(request["body"], dict)
    ]
    forms = [body for body in bodies if "title" in body]
    return [body for body in bodies if (body.get("content") or body.get("components")) and body not in forms]


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whoever uses a command or a button have Discord in French."""
    speak(monkeypatch, "fr")


def speak(monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    """Set the locale of the interactions that follow; SimCord knows only en-US."""
    make = simcord.interactions.base_payload

    def with_locale(*args: Any, **values: Any) -> Any:
        record, payload = make(*args, **values)
        return record, {**payload, "locale": locale}

    monkeypatch.setattr(simcord.interactions, "base_payload", with_locale)


@cache
def _validator() -> tuple[Any, Any]:
    file = DISCORD / "validate.py"
    if not file.is_file():
        pytest.skip("../shared/discord is not there: requests were not checked against Discord's description")
    pytest.importorskip("jsonschema", reason="needed to check requests against Discord's description")
    spec = importlib.util.spec_from_file_location("discord_validate", file)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module, module.Spec(DISCORD / "openapi.json")


def violations(requests: Iterable[dict[str, Any]]) -> list[str]:
    """Return what Discord would not accept among requests: ``{"method", "path", "body"}``."""
    module, spec = _validator()
    return [str(wrong) for request in requests for wrong in module.check(spec, request, True)]
