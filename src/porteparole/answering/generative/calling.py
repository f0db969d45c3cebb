"""Asks a chat model: in time, within the budget, and not while it fails."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Literal, cast

from porteparole.answering.generative.failures import failure_of, told
from porteparole.answering.generative.limits import Budget
from porteparole.answering.generative.tally import Tally

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

Trouble = Literal["time", "service", "unreadable", "nothing", "resting", "budget", "share", "unproved"]
"""Why something else takes the place of what the model was asked for."""

_FAILURES = 3
_REST_SECONDS = 60
_CHARACTERS_A_TOKEN = 4
_log = logging.getLogger(__name__)

_CUT_OFF = "LengthFinishReasonError"


class TroubleError(Exception):
    """The model gave no reply."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble: Trouble = trouble


@dataclass(frozen=True, slots=True)
class Request:
    """What the model is asked.

    Attributes:
        messages: the conversation with it.
        schema: JSON schema of the reply, where the provider can hold the model to one.
        deadline: by :func:`time.monotonic`.
        person: who has it asked, for the budget; None for nobody.
    """

    messages: Sequence[BaseMessage]
    schema: Mapping[str, Any]
    deadline: float
    person: str | None = None


class Caller:
    """One chat model; may be used from any thread.

    Args:
        model: any LangChain chat model.
        name: of the model.
        budget: what may be used.
        tally: counts requests, tokens and their cost.
    """

    def __init__(
        self, model: BaseChatModel, name: str, budget: Budget | None = None, tally: Tally | None = None
    ) -> None:
        from purgatory import SyncCircuitBreakerFactory

        self._model = model
        self.name = name
        self.budget = budget or Budget()
        self.tally = tally or Tally()
        breakers = SyncCircuitBreakerFactory(default_threshold=_FAILURES, default_ttl=_REST_SECONDS)
        self._breaker = lambda: breakers.get_breaker(name)
        self._takes_schemas = True

    @property
    def is_resting(self) -> bool:
        """Whether it is left in peace after several failures."""
        return self._breaker().context.state == "opened"

    def ask(self, request: Request, hear: Callable[[str], None] | None = None) -> str:
        """Return the model's reply.

        Args:
            request: what to ask.
            hear: told the reply so far, whenever more of it has come; called in this thread.

        Raises:
            TroubleError: it did not come.
        """
        from purgatory.domain.model import OpenedState

        try:
            if used_up := self.budget.used_up(request.person):
                raise TroubleError(used_up)
            try:
                with self._breaker():
                    reply = self._call(request, hear)
            except OpenedState as error:
                raise TroubleError("resting") from error
        except TroubleError as error:
            self.tally.add("requests", error.trouble)
            raise
        self.tally.add("requests", "answered")
        return reply

    def _call(self, request: Request, hear: Callable[[str], None] | None) -> str:
        if request.deadline <= time.monotonic():
            raise TroubleError("time")
        # A thread of its own: a reply that comes too late is nobody's, and nobody waits for it. It is paid.
        news: SimpleQueue[str | BaseMessage | BaseException] = SimpleQueue()

        def work() -> None:
            try:
                message = self._invoke(request, news.put if hear else None)
                self._spend(request, message)
                news.put(message)
            except BaseException as error:
                news.put(error)

        threading.Thread(target=work, name="writer", daemon=True).start()
        while True:
            try:
                new = news.get(timeout=max(request.deadline - time.monotonic(), 0.001))
            except Empty as error:
                raise TroubleError("time") from error
            if isinstance(new, str):
                if hear:
                    hear(new)
            elif isinstance(new, BaseException):
                # The text of a provider's error may hold the prompt or the key.
                _log.warning("the language model failed (%s)", told(new))
                raise TroubleError("time" if failure_of(new) == "time" else "service") from new
            else:
                return _text(new)

    def _invoke(self, request: Request, tell: Callable[[str], None] | None) -> BaseMessage:
        structured = _structured(self._model, request.schema) if self._takes_schemas else None
        if structured is not None:
            try:
                return _replied(structured, request.messages, tell)
            except Exception as error:
                if type(error).__name__ == _CUT_OFF and (cut := _cut_off(error)):
                    return cut
                if failure_of(error) != "request":
                    raise
            # A server that knows no schemas refuses them: it is asked once more, plainly.
            reply = _replied(self._model, request.messages, tell)
            self._takes_schemas = False
            return reply
        return _replied(self._model, request.messages, tell)

    def _spend(self, request: Request, message: BaseMessage) -> None:
        read, written = _tokens(request.messages, message)
        spent = self.budget.spend(read, written, request.person)
        self.tally.add("tokens", "read", read)
        self.tally.add("tokens", "written", written)
        self.tally.add("cost", by=spent.cost / 1_000_000)


def _structured(model: BaseChatModel, schema: Mapping[str, Any]) -> Any | None:
    try:
        return model.with_structured_output(dict(schema), method="json_schema", include_raw=True)
    except (NotImplementedError, ValueError, TypeError):
        return None


def _replied(model: Any, messages: Sequence[BaseMessage], tell: Callable[[str], None] | None) -> BaseMessage:
    """Have a model reply, whole or piece by piece; one held to a schema gives its message under ``raw``."""
    if tell is None:
        return _raw(model.invoke(list(messages)))
    # What reads the schema out of a reply waits for all of it; the step before gives each piece.
    speaking: Any = getattr(model, "first", model)
    whole: Any = None
    for piece in speaking.stream(list(messages)):
        new = _raw(piece)
        if new is not None:
            whole = new if whole is None else whole + new
            tell(_text(whole))
    if whole is None:
        raise ValueError("an empty stream")
    return whole


def _raw(reply: Any) -> Any:
    return cast("dict[str, Any]", reply).get("raw") if isinstance(reply, dict) else reply


def _cut_off(error: Any) -> BaseMessage | None:
    """Return what had been written of a reply that was too long, None where the error does not tell."""
    from langchain_core.messages import AIMessage

    try:
        completion = error.completion
        return AIMessage(str(completion.choices[0].message.content or ""))
    except (AttributeError, IndexError):
        return None


def _text(message: BaseMessage) -> str:
    content: Any = message.content
    if isinstance(content, str):
        return content
    parts = (part if isinstance(part, str) else part.get("text", "") for part in content)
    return "".join(str(part) for part in parts)


def _tokens(messages: Sequence[BaseMessage], message: BaseMessage) -> tuple[int, int]:
    """Return the tokens read and written; where the provider does not tell, four characters are one."""
    usage: Any = getattr(message, "usage_metadata", None) or {}
    read, written = (int(usage.get(f"{way}_tokens") or 0) for way in ("input", "output"))
    asked = sum(len(str(m.content)) for m in messages)  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
    return (
        read or asked // _CHARACTERS_A_TOKEN + 1,
        written or len(_text(message)) // _CHARACTERS_A_TOKEN + 1,
    )
