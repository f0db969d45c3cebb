"""Words an answer by a chat model, proves every sentence, and gives way where it fails."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cachetools import LRUCache

from porteparole.answering.evidence import Evidence
from porteparole.answering.generative.calling import Caller, Request, Trouble, TroubleError
from porteparole.answering.generative.prompts import VERSION, complaint, material, prompt
from porteparole.answering.generative.reply import SCHEMA, Written, read_reply
from porteparole.answering.support import Claim, Source, SupportProof, Verdict
from porteparole.answering.support.likeness import Likeness
from porteparole.language import Language
from porteparole.statements.statement import Statement

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

_PARAGRAPHS = 5
_KEPT = 500
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
        trouble: why the articles' own words take their place; None where they do not.
        rewritten: how many sentences hold only since they were rewritten.
    """

    sentences: tuple[Proved, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    trouble: Trouble | None = None
    rewritten: int = 0


class GenerativeWriter:
    """Has a model word answers; may be used from any thread, and for several generations.

    Args:
        caller: asks the model.
        seconds: the longest that an answer may take, a rewriting included.
        likeness: compares words for the proof.
    """

    def __init__(self, caller: Caller, *, seconds: float, likeness: Likeness) -> None:
        self.caller = caller
        self.seconds = seconds
        self._likeness = likeness
        self._kept: LRUCache[tuple[str, ...], Wording] = LRUCache(_KEPT)
        self._lock = threading.Lock()

    def write(
        self,
        question: str,
        evidence: Sequence[Evidence],
        language: Language,
        generation: str,
        statements: Callable[[str], Sequence[Statement]],
        *,
        person: str | None = None,
        hear: Callable[[Sequence[Proved]], None] | None = None,
    ) -> Wording:
        """Return the sentences that the model wrote and that hold, or why there are none; never raises.

        Args:
            question: cleaned, standing alone.
            evidence: best first; the first few are shown to the model.
            language: of the answer.
            generation: id of the indexed state of the corpus.
            statements: article id to its statements.
            person: who asks, for the budget.
            hear: told the sentences that hold so far, once the model writes; called in this thread.
        """
        shown = list(evidence[:_PARAGRAPHS])
        tally = self.caller.tally
        key = (question, language, generation, self.caller.name, VERSION, *(e.paragraph.id for e in shown))
        with self._lock:
            if kept := self._kept.get(key):
                tally.add("answers", "repeated")
                return kept
        proof = SupportProof(self._likeness, statements)
        wording = _Work(self, question, shown, language, proof, statements, person, hear).done()
        if wording.trouble in (None, "unproved", "nothing"):
            with self._lock:
                self._kept[key] = wording
        tally.add("answers", wording.trouble or "worded")
        tally.add("sentences", "held", len(wording.sentences) - wording.rewritten)
        tally.add("sentences", "rewritten", wording.rewritten)
        tally.add("sentences", "dropped", len(wording.dropped))
        return wording


@dataclass(slots=True)
class _Work:
    """One answer on its way."""

    writer: GenerativeWriter
    question: str
    shown: Sequence[Evidence]
    language: Language
    proof: SupportProof
    statements: Callable[[str], Sequence[Statement]]
    person: str | None
    hear: Callable[[Sequence[Proved]], None] | None
    deadline: float = field(init=False)
    judged: dict[Written, _Judged] = field(init=False, default_factory=dict["Written", "_Judged"])

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
            reply = self._ask(messages, self._hear if self.hear else None)
        except TroubleError as error:
            return Wording(trouble=error.trouble)
        written = read_reply(reply)
        if written is None:
            return Wording(trouble="unreadable")
        if not written:
            return Wording(trouble="nothing")
        judged = [self._judge(sentence) for sentence in written]
        self._tell(judged)
        failed = [i for i, (_, _, verdict) in enumerate(judged) if not verdict.holds]
        rewritten = 0
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
                again = read_reply(self._ask(more)) or []
            except TroubleError as error:
                _log.info("nothing was rewritten (%s)", error.trouble)
                again = []
            if len(again) == len(judged):
                # Some models write all of them again.
                again = [again[i] for i in failed]
            for i, sentence in zip(failed, again, strict=False):
                second = self._judge(sentence)
                if second[2].holds:
                    judged[i] = second
                    rewritten += 1
        return _wording(judged, rewritten)

    def _ask(self, messages: Sequence[BaseMessage], hear: Callable[[str], None] | None = None) -> str:
        return self.writer.caller.ask(Request(messages, SCHEMA, self.deadline, self.person), hear)

    def _hear(self, reply: str) -> None:
        """Prove each sentence of an unfinished reply as soon as it is whole."""
        known = len(self.judged)
        judged = [self._judge(sentence) for sentence in read_reply(reply) or []]
        if len(self.judged) > known:
            self._tell(judged)

    def _tell(self, judged: Sequence[_Judged]) -> None:
        if self.hear:
            self.hear([Proved(w.text, e, v) for w, e, v in judged if v.holds])

    def _judge(self, sentence: Written) -> _Judged:
        if sentence not in self.judged:
            self.judged[sentence] = self._judged(sentence)
        return self.judged[sentence]

    def _judged(self, sentence: Written) -> _Judged:
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


_Judged = tuple[Written, Evidence, Verdict]


def _wording(judged: Sequence[_Judged], rewritten: int) -> Wording:
    held = {w.text: Proved(w.text, e, v) for w, e, v in judged if v.holds}
    dropped = tuple(Dropped(w.text, e, v) for w, e, v in judged if not v.holds)
    # Where most of what a model says does not hold, the rest is luck.
    if not held or len(dropped) > len(held):
        return Wording(dropped=dropped, trouble="unproved")
    return Wording(tuple(held.values()), dropped, rewritten=rewritten)
