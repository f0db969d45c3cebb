"""A chat model that says what a test wrote down, and the engine with it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import Field

from porteparole.answering.answer import Answer
from porteparole.answering.chain import AnswerChain
from porteparole.answering.explanation import Explanation
from porteparole.answering.generative.calling import Caller
from porteparole.answering.generative.followup import FollowUps
from porteparole.answering.generative.limits import Budget
from porteparole.answering.generative.writer import GenerativeWriter
from porteparole.answering.state import Asked
from porteparole.answering.support.likeness import Likeness
from porteparole.embedding.embedder import Embedder
from porteparole.library.builder import Builder
from porteparole.library.origin import Origin
from porteparole.library.starting import start
from porteparole.state.database import open_state
from porteparole.store.generation import Generation
from porteparole.store.vectors import VectorStore, open_chroma
from porteparole.texts import Texts
from tests.conftest import ROOT

Reply = str | BaseException | Callable[[list[BaseMessage]], str]


@dataclass
class Broken:
    """A reply that begins and is never ended."""

    text: str


class ScriptedModel(BaseChatModel):
    """Says one reply after the other, the last one for ever; an exception is raised, a float waited.

    Where it is heard as it writes, it comes in pieces.
    """

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
        if isinstance(reply, Broken):
            raise ConnectionResetError(reply.text)
        return ChatResult(generations=[ChatGeneration(message=AIMessage(str(reply)))])

    def _stream(self, messages: list[BaseMessage], *_: Any, **__: Any) -> Iterator[ChatGenerationChunk]:
        try:
            whole, error = str(self._generate(messages).generations[0].message.content), None  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
        except ConnectionResetError as broken:
            whole, error = str(broken), broken
        for at in range(0, len(whole), 25):
            yield ChatGenerationChunk(message=AIMessageChunk(content=whole[at : at + 25]))
        if error:
            raise error

    @property
    def _llm_type(self) -> str:
        return "scripted"


def sentences(*written: tuple[str, list[int]]) -> str:
    """Return a reply as the model is asked for it."""
    listed = [{"text": text, "paragraphs": numbers, "quotation": ""} for text, numbers in written]
    return json.dumps({"sentences": listed}, ensure_ascii=False)


class Answering:
    """The chain with a scripted model, on the project's articles."""

    def __init__(self, chain: AnswerChain) -> None:
        self._chain = chain
        self._runnable = chain.runnable()

    def ask(self, question: str, **more: Any) -> Answer:
        """Answer a question."""
        return self._runnable.invoke(Asked(question, **more))

    def explain(self, question: str, **more: Any) -> Explanation:
        """Answer, and tell why."""
        return self._chain.explain(Asked(question, **more))


Opener = Callable[..., tuple[Answering, ScriptedModel]]


def _silent(stage: str, done: int, total: int) -> None:
    pass


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[Generation]:
    """The project's articles, indexed once."""
    folder = tmp_path_factory.mktemp("data")
    store = VectorStore(lambda: open_chroma(folder / "chroma"), embedder)
    state = open_state(None, folder)
    origin = Origin((ROOT / "seeds",), folder / "articles", True, 10**7)
    opened = start(Builder(folder, state, store, origin, 1), _silent)
    yield opened
    opened.close()
    state.close()


@pytest.fixture(scope="session")
def likeness(embedder: Embedder) -> Likeness:
    """Compares words."""
    return Likeness(embedder)


@pytest.fixture
def opened(generation: Generation, embedder: Embedder, likeness: Likeness) -> Opener:
    """Open the chain with a model that gives these replies."""

    def open_with(
        *replies: Any, timeout_seconds: float = 20, follow_ups: bool = False, **budget: Any
    ) -> tuple[Answering, ScriptedModel]:
        model = ScriptedModel(replies=list(replies))
        caller = Caller(model, "scripted", Budget(**budget))
        writer = GenerativeWriter(caller, seconds=timeout_seconds, likeness=likeness)
        chain = AnswerChain(
            generation,
            embedder,
            Texts(),
            fallback="fr",
            most_sentences=4,
            generative=writer,
            follow_ups=FollowUps(caller, seconds=timeout_seconds) if follow_ups else None,
        )
        return Answering(chain), model

    return open_with
