"""One task on its way: a model writes, each sentence is proved, what fails is rewritten once or dropped."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from porteparole.answering.generative.calling import Caller, Request, Trouble, TroubleError
from porteparole.answering.generative.echo import echoes
from porteparole.answering.generative.prompts import complaint, material, prompt
from porteparole.answering.generative.reply import SCHEMA, Written, read_reply
from porteparole.answering.generative.task import Task
from porteparole.answering.support import Claim, Source, SupportProof, Verdict
from porteparole.answering.support.reading import read
from porteparole.language import Language
from porteparole.statements.reader import speaker_of
from porteparole.statements.statement import Statement
from porteparole.text.leaning import links, points_back
from porteparole.text.terms import words

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

_SAYS_THE_SAME = 0.85
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence that a model wrote, the paragraph that it cites, and what the proof found."""

    written: Written
    source: Source
    verdict: Verdict

    @property
    def text(self) -> str:
        """The sentence."""
        return self.written.text


@dataclass(frozen=True, slots=True)
class Wording:
    """What came of asking the model.

    Attributes:
        sentences: those that hold, in order; empty where the articles' own words take their place.
        dropped: those that do not, even rewritten.
        trouble: why the articles' own words take their place; None where they do not.
        rewritten: how many sentences hold only since they were rewritten.
    """

    sentences: tuple[Judged, ...] = ()
    dropped: tuple[Judged, ...] = ()
    trouble: Trouble | None = None
    rewritten: int = 0


Hear = Callable[[Sequence[Judged]], None]


@dataclass(slots=True)
class Work:
    """One task.

    Attributes:
        task: what is to be worded.
        caller: asks the model.
        seconds: the longest that it may take, a rewriting included.
        proof: holds sentences against what they cite.
        statements: article id to its statements.
        person: who asks, for the budget.
        hear: told the sentences that hold so far, once the model writes; called in this thread.
    """

    task: Task
    caller: Caller
    seconds: float
    proof: SupportProof
    statements: Callable[[str], Sequence[Statement]]
    person: str | None = None
    hear: Hear | None = None
    _deadline: float = field(init=False)
    _known: dict[Written, Judged] = field(init=False, default_factory=dict[Written, Judged])

    def __post_init__(self) -> None:
        self._deadline = time.monotonic() + self.seconds

    def done(self) -> Wording:
        """Return the sentences that hold, or why there are none; never raises."""
        from langchain_core.messages import HumanMessage, SystemMessage

        task = self.task
        given = [(source.paragraph.text, self._speakers(source)) for source in task.sources]
        messages: list[BaseMessage] = [
            SystemMessage(prompt(task.prompt, task.language)),
            HumanMessage(material(task.given, given)),
        ]
        try:
            reply = self._ask(messages, self._hear if self.hear else None)
        except TroubleError as error:
            return Wording(trouble=error.trouble)
        written = read_reply(reply, task.most)
        if written is None:
            return Wording(trouble="unreadable")
        if not written:
            return Wording(trouble="nothing")
        alone = [self._judge(sentence) for sentence in written]
        judged = self._in_order(alone)
        self._tell(judged)
        failed = [i for i, one in enumerate(judged) if not one.verdict.holds]
        rewritten = 0
        if failed:
            again = self._again(messages, reply, [judged[i] for i in failed])
            if len(again) == len(judged):
                # Some models write all of them again.
                again = [again[i] for i in failed]
            for i, sentence in zip(failed, again, strict=False):
                second = self._judge(sentence)
                if second.verdict.holds:
                    alone[i] = second
            judged = self._in_order(alone)
            rewritten = sum(judged[i].verdict.holds for i in failed)
        return self._wording(judged, rewritten)

    def _ask(self, messages: Sequence[BaseMessage], hear: Callable[[str], None] | None = None) -> str:
        return self.caller.ask(Request(messages, SCHEMA, self._deadline, self.person), hear)

    def _again(self, messages: Sequence[BaseMessage], reply: str, failed: Sequence[Judged]) -> list[Written]:
        """Have the sentences that failed rewritten, with the reasons; none where that cannot be had."""
        from langchain_core.messages import AIMessage, HumanMessage

        listed = [
            (one.text, one.written.paragraphs, one.verdict.reason, one.verdict.detail) for one in failed
        ]
        more = [
            *messages,
            AIMessage(reply),
            HumanMessage(f"{prompt('rewrite', self.task.language)}\n{complaint(listed)}"),
        ]
        try:
            return read_reply(self._ask(more), self.task.most) or []
        except TroubleError as error:
            _log.info("nothing was rewritten (%s)", error.trouble)
            return []

    def _hear(self, reply: str) -> None:
        """Prove each sentence of an unfinished reply as soon as it is whole."""
        known = len(self._known)
        alone = [self._judge(sentence) for sentence in read_reply(reply, self.task.most) or []]
        if len(self._known) > known:
            self._tell(self._in_order(alone))

    def _tell(self, judged: Sequence[Judged]) -> None:
        if self.hear:
            self.hear(_held(judged, self.task.language))

    def _judge(self, sentence: Written) -> Judged:
        """Hold a sentence against what it cites, whatever stands before it."""
        if sentence not in self._known:
            self._known[sentence] = self._judged(sentence)
        return self._known[sentence]

    def _judged(self, sentence: Written) -> Judged:
        shown = self.task.sources
        cited = [shown[n - 1] for n in sentence.paragraphs if 1 <= n <= len(shown)]
        if not cited or len(cited) != len(sentence.paragraphs):
            return Judged(sentence, shown[0], Verdict(False, "empty"))
        verdict = self.proof.check(Claim(sentence.text, self.task.language, tuple(cited)))
        question = self.task.given.get("question")
        if verdict.holds and question and echoes(sentence.text, str(question), self.task.language):
            verdict = Verdict(False, "echo", "", verdict.support, verdict.source)
        if verdict.holds and self.task.speakers:
            said = self._said(verdict)
            if not said or said.speaker not in self.task.speakers:
                named = said.speaker if said else None
                verdict = Verdict(False, "speaker", named or "", verdict.support, verdict.source)
        return Judged(sentence, verdict.source[0] if verdict.source else cited[0], verdict)

    def _in_order(self, judged: Sequence[Judged]) -> list[Judged]:
        """Return the sentences with one that leans on the one before refused where that is not what it means.

        A pronoun behind a sentence that was dropped would point to somebody else.
        """
        found: list[Judged] = []
        for one in judged:
            text, verdict, language = one.text, one.verdict, self.task.language
            leans = verdict.holds and (points_back(text, language) or links(text, language))
            if leans and not (found and self._follows(found[-1], one)):
                first = " ".join(text.split()[:3])
                refused = Verdict(False, "leaning", first, verdict.support, verdict.source)
                one = Judged(one.written, one.source, refused)
            found.append(one)
        return found

    def _follows(self, before: Judged, one: Judged) -> bool:
        """Say whether what a sentence leans on is the one before it: one paragraph, and one speaker."""
        if not before.verdict.holds or before.source.paragraph.id != one.source.paragraph.id:
            return False
        said, earlier = self._said(one.verdict), self._said(before.verdict)
        if not said or not said.speaker or (earlier and earlier.speaker == said.speaker):
            return True
        named = {word.folded for word in words(before.text)}
        return any(word.folded in named for word in words(said.speaker) if len(word.folded) > 2)

    def _said(self, verdict: Verdict) -> Statement | None:
        if not verdict.source:
            return None
        source, start, end = verdict.source
        return speaker_of(tuple(self.statements(source.article.id)), source.paragraph, start, end)

    def _speakers(self, source: Source) -> list[str]:
        said = [s for s in self.statements(source.article.id) if s.paragraph_id == source.paragraph.id]
        names = (", ".join(filter(None, (s.speaker, s.role))) for s in said if s.speaker)
        return list(dict.fromkeys(names))

    def _wording(self, judged: Sequence[Judged], rewritten: int) -> Wording:
        held = _held(judged, self.task.language)
        dropped = tuple(one for one in judged if not one.verdict.holds)
        # Where most of what a model says does not hold, the rest is luck.
        if not held or len(dropped) > len(held) or (dropped and len(held) < self.task.least):
            return Wording(dropped=dropped, trouble="unproved")
        if len(held) < self.task.least:
            return Wording(trouble="nothing")
        return Wording(tuple(held), dropped, rewritten=rewritten)


def _held(judged: Sequence[Judged], language: Language) -> list[Judged]:
    """Return the sentences that hold, without those that say again what one before says.

    One on which the next leans stays.
    """
    held: list[Judged] = []
    for at, one in enumerate(judged):
        following = judged[at + 1 : at + 2]
        needed = any(points_back(f.text, language) or links(f.text, language) for f in following)
        if one.verdict.holds and (needed or not any(_says_again(one, h, language) for h in held)):
            held.append(one)
    return held


def _says_again(one: Judged, earlier: Judged, language: Language) -> bool:
    new, old = read(one.text, language), read(earlier.text, language)
    if any(not any(f.same(g) for g in old.figures) for f in new.figures):
        return False
    told = {token.stem for token in new.telling}
    return len(told & {token.stem for token in old.telling}) >= _SAYS_THE_SAME * len(told)
