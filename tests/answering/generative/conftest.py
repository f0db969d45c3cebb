"""A chat model that says what a test wrote down, and the engine with it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field

from porteparole import engine
from porteparole.service import Service
from porteparole.settings import Settings
from tests.conftest import ROOT

Reply = str | BaseException | Callable[[list[BaseMessage]], str]


class ScriptedModel(BaseChatModel):
    """Says one reply after the other, the last one for ever; an exception is raised, a float waited."""

    replies: list[Any]
    asked: list[list[BaseMessage]] = Field(default_factory=list)

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        reply = self.replies[min(len(self.asked), len(self.replies) - 1)]
        self.asked.append(messages)
        if isinstance(reply, BaseException):
            raise reply
        if isinstance(reply, float):
            time.sleep(reply)
            reply = sentences(("trop tard", [1]))
        if callable(reply):
            reply = reply(messages)
        return ChatResult(generations=[ChatGeneration(message=AIMessage(str(reply)))])

    @property
    def _llm_type(self) -> str:
        return "scripted"


def sentences(*written: tuple[str, list[int]]) -> str:
    """Return a reply as the model is asked for it."""
    listed = [{"text": text, "paragraphs": numbers, "quotation": ""} for text, numbers in written]
    return json.dumps({"sentences": listed}, ensure_ascii=False)


Opener = Callable[..., tuple[Service, ScriptedModel]]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder, indexed once."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def opened(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opener]:
    """Open the engine on the project's articles with a scripted model."""
    services: list[Service] = []

    def open_with(*replies: Any, **writer: Any) -> tuple[Service, ScriptedModel]:
        model = ScriptedModel(replies=list(replies))
        monkeypatch.setattr(engine, "open_model", lambda *_, **__: model)
        settings = Settings(writer={"model": "openai:scripted", **writer})
        service = engine.open_service(settings, seeds=[ROOT / "seeds"], data_dir=data)
        services.append(service)
        return service, model

    yield open_with
    for service in services:
        service.close()
