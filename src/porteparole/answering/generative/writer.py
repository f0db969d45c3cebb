"""Words an answer by a chat model, proves every sentence, and gives way where it fails."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, cast

from cachetools import LRUCache

from porteparole.answering.evidence import Evidence
from porteparole.answering.generative.limits import Budget
from porteparole.answering.generative.prompts import VERSION, complaint, material, prompt
from porteparole.answering.generative.reply import SCHEMA, Written, read_reply
from porteparole.answering.support import Claim, Source, SupportProof, Verdict
from porteparole.answering.support.likeness import Likeness
from porteparole.language import Language
from porteparole.statements.statement import Statement

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

Trouble = Literal["time", "service", "unreadable", "nothing", "resting", "budget", "unproved"]
"""Why the articles' own words take the place of the model's."""

_PARAGRAPHS = 5
_KEPT = 500
_FAILURES = 3
_REST_SECONDS = 60
_CHARACTERS_A_TOKEN = 4
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Proved:
    """A sentence that holds, with the evidence it cites and what the proof found."""

    text: str
    evidence: Evidence
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that does not hold, even rewritten."""

    text: str
    evidence: Evidence
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Wording:
    """What came of asking the model.

    Attributes:
        sentences: those that hold, in order; empty where the articles' own words take their place.
        dropped: those that do not.
        trouble: why there are none; None where there are.
    """

    sentences: tuple[Proved, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    trouble: Trouble | None = None


class GenerativeWriter:
    """Asks one chat model; may be used from any thread, and for several generations.

    Args:
        model: any LangChain chat model.
        name: of the model, as kept answers are told apart by it.
        seconds: the longest that an answer may take, a rewriting included.
        budget: the tokens that may be used.
        likeness: compares words for the proof.
    """

    def __init__(
        self, model: BaseChatModel, name: str, *, seconds: float, budget: Budget, likeness: Likeness
    ) -> None:
        from purgatory import SyncCircuitBreakerFactory

        self._model = model
        self._name = name
        self._seconds = seconds
        self._budget = budget
        self._likeness = likeness
        self._kept: LRUCache[tuple[str, ...], Wording] = LRUCache(_KEPT)
        self._lock = threading.Lock()
        self._breakers = SyncCircuitBreakerFactory(default_threshold=_FAILURES, default_ttl=_REST_SECONDS)
        self._structured = _structured(model)

    def write(
        self,
        question: str,
        evidence: Sequence[Evidence],
        language: Language,
        generation: str,
        statements: Callable[[str], Sequence[Statement]],
    ) -> Wording:
        """Return the sentences that the model wrote and that hold, or why there are none; never raises.

        Args:
            question: cleaned, standing alone.
            evidence: best first; the first few are shown to the model.
            language: of the answer.
            generation: id of the indexed state of the corpus.
            statements: article id to its statements.
        """
        shown = list(evidence[:_PARAGRAPHS])
        key = (question, language, generation, self._name, VERSION, *(e.paragraph.id for e in shown))
        with self._lock:
            if kept := self._kept.get(key):
                return kept
        proof = SupportProof(self._likeness, statements)
        wording = _Work(self, question, shown, language, proof, statements).done()
        if wording.trouble in (None, "unproved", "nothing"):
            with self._lock:
                self._kept[key] = wording
        return wording

    def ask(self, messages: Sequence[BaseMessage], deadline: float) -> str:
        """Return the model's reply.

        Raises:
            _TroubleError: it did not come.
        """
        from purgatory.domain.model import OpenedState

        if not self._budget.left():
            raise _TroubleError("budget")
        try:
            with self._breakers.get_breaker(self._name):
                return self._call(messages, deadline)
        except OpenedState as error:
            raise _TroubleError("resting") from error

    def _call(self, messages: Sequence[BaseMessage], deadline: float) -> str:
        left = deadline - time.monotonic()
        if left <= 0:
            raise _TroubleError("time")
        # A thread of its own: a reply that comes too late is nobody's, and nobody waits for it.
        replied: Future[BaseMessage] = Future()

        def work() -> None:
            try:
                replied.set_result(self._invoke(messages))
            except BaseException as error:
                replied.set_exception(error)

        threading.Thread(target=work, name="writer", daemon=True).start()
        try:
            message = replied.result(timeout=left)
        except TimeoutError as error:
            raise _TroubleError("time") from error
        except Exception as error:
            # The text of a provider's error may hold the prompt or the key.
            _log.warning("the language model failed (%s)", type(error).__name__)
            slow = "timeout" in type(error).__name__.lower()
            raise _TroubleError("time" if slow else "service") from error
        text = _text(message)
        self._budget.spend(_tokens(messages, message, text))
        return text

    def _invoke(self, messages: Sequence[BaseMessage]) -> BaseMessage:
        if self._structured is not None:
            try:
                return cast("dict[str, Any]", self._structured.invoke(list(messages)))["raw"]
            except Exception as error:
                # A server that knows no schemas, or a reply that broke off: it is asked once more, plainly.
                if type(error).__name__ not in _NO_SCHEMA:
                    raise
                self._structured = None
        return self._model.invoke(list(messages))

    @property
    def seconds(self) -> float:
        """The longest that an answer may take."""
        return self._seconds


_NO_SCHEMA = frozenset(
    {"BadRequestError", "UnprocessableEntityError", "NotImplementedError", "LengthFinishReasonError"}
)


class _TroubleError(Exception):
    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble: Trouble = trouble


@dataclass(slots=True)
class _Work:
    """One answer on its way."""

    writer: GenerativeWriter
    question: str
    shown: Sequence[Evidence]
    language: Language
    proof: SupportProof
    statements: Callable[[str], Sequence[Statement]]
    deadline: float = field(init=False)

    def __post_init__(self) -> None:
        self.deadline = time.monotonic() + self.writer.seconds

    def done(self) -> Wording:
        from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

        given = [(e.paragraph.text, self._speakers(e)) for e in self.shown]
        messages: list[BaseMessage] = [
            SystemMessage(prompt("answer", self.language)),
            HumanMessage(material(self.question, given)),
        ]
        try:
            reply = self.writer.ask(messages, self.deadline)
        except _TroubleError as error:
            return Wording(trouble=error.trouble)
        written = read_reply(reply)
        if written is None:
            return Wording(trouble="unreadable")
        if not written:
            return Wording(trouble="nothing")
        judged = [self._judge(sentence) for sentence in written]
        failed = [i for i, (_, _, verdict) in enumerate(judged) if not verdict.holds]
        if failed:
            listed = [
                (judged[i][0].text, judged[i][0].paragraphs, judged[i][2].reason, judged[i][2].detail)
                for i in failed
            ]
            more = [
                *messages,
                AIMessage(reply),
                HumanMessage(f"{prompt('rewrite', self.language)}\n{complaint(listed)}"),
            ]
            try:
                again = read_reply(self.writer.ask(more, self.deadline)) or []
            except _TroubleError as error:
                _log.info("nothing was rewritten (%s)", error.trouble)
                again = []
            if len(again) == len(judged):
                # Some models write all of them again.
                again = [again[i] for i in failed]
            for i, sentence in zip(failed, again, strict=False):
                rewritten = self._judge(sentence)
                if rewritten[2].holds:
                    judged[i] = rewritten
        return _wording(judged)

    def _judge(self, sentence: Written) -> tuple[Written, Evidence, Verdict]:
        cited = [self.shown[n - 1] for n in sentence.paragraphs if 1 <= n <= len(self.shown)]
        if not cited or len(cited) != len(sentence.paragraphs):
            return sentence, self.shown[0], Verdict(False, "empty")
        sources = tuple(Source(e.article, e.paragraph) for e in cited)
        verdict = self.proof.check(Claim(sentence.text, self.language, sources))
        rests_on = verdict.source[0].paragraph.id if verdict.source else ""
        return sentence, next((e for e in cited if e.paragraph.id == rests_on), cited[0]), verdict

    def _speakers(self, evidence: Evidence) -> list[str]:
        said = [s for s in self.statements(evidence.article.id) if s.paragraph_id == evidence.paragraph.id]
        names = (", ".join(filter(None, (s.speaker, s.role))) for s in said if s.speaker)
        return list(dict.fromkeys(names))


def _wording(judged: Sequence[tuple[Written, Evidence, Verdict]]) -> Wording:
    held = {w.text: Proved(w.text, e, v) for w, e, v in judged if v.holds}
    dropped = tuple(Dropped(w.text, e, v) for w, e, v in judged if not v.holds)
    # Where most of what a model says does not hold, the rest is luck.
    if not held or len(dropped) > len(held):
        return Wording(dropped=dropped, trouble="unproved")
    return Wording(tuple(held.values()), dropped)


def _structured(model: BaseChatModel) -> Any | None:
    try:
        return model.with_structured_output(SCHEMA, method="json_schema", include_raw=True)
    except (NotImplementedError, ValueError, TypeError):
        return None


def _text(message: BaseMessage) -> str:
    content: Any = message.content
    if isinstance(content, str):
        return content
    parts = (part if isinstance(part, str) else part.get("text", "") for part in content)
    return "".join(str(part) for part in parts)


def _tokens(messages: Sequence[BaseMessage], message: BaseMessage, text: str) -> int:
    usage: Any = getattr(message, "usage_metadata", None)
    if usage and usage.get("total_tokens"):
        return int(usage["total_tokens"])
    asked = sum(len(str(m.content)) for m in messages)  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
    return (asked + len(text)) // _CHARACTERS_A_TOKEN + 1
