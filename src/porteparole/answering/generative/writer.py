"""Words answers and summaries by a chat model, proves every sentence, and gives way where it fails."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from cachetools import LRUCache

from porteparole.answering.evidence import Evidence
from porteparole.answering.generative.calling import Caller
from porteparole.answering.generative.prompts import VERSIONS
from porteparole.answering.generative.task import Task
from porteparole.answering.generative.work import Hear, Wording, Work
from porteparole.answering.support import Holds, Source, SupportProof
from porteparole.answering.support.likeness import Likeness
from porteparole.language import Language
from porteparole.statements.statement import Statement

_PARAGRAPHS = 5
_SENTENCES = 6
_KEPT = 500


class GenerativeWriter:
    """Has a model word what is asked; may be used from any thread, and for several generations.

    Args:
        caller: asks the model.
        seconds: the longest that an answer may take, a rewriting included.
        likeness: compares words for the proof.
        holds: reads the cited paragraphs for the proof; None without a reader.
    """

    def __init__(
        self, caller: Caller, *, seconds: float, likeness: Likeness, holds: Holds | None = None
    ) -> None:
        self._caller = caller
        self._seconds = seconds
        self._likeness = likeness
        self._holds = holds
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
        hear: Hear | None = None,
    ) -> Wording:
        """Return the sentences of an answer that hold, or why there are none; never raises.

        Args:
            question: cleaned, standing alone.
            evidence: best first; the first few are shown to the model.
            language: of the answer.
            generation: id of the indexed state of the corpus.
            statements: article id to its statements.
            person: who asks, for the budget.
            hear: told the sentences that hold so far, once the model writes; called in this thread.
        """
        shown = [Source(e.article, e.paragraph) for e in evidence[:_PARAGRAPHS]]
        task = Task("answer", {"question": question}, shown, language, generation, _SENTENCES)
        return self.word(task, statements, person=person, hear=hear)

    def word(
        self,
        task: Task,
        statements: Callable[[str], Sequence[Statement]],
        *,
        person: str | None = None,
        hear: Hear | None = None,
    ) -> Wording:
        """Return the sentences that a task comes to and that hold, or why there are none; never raises.

        Args:
            task: what is to be worded.
            statements: article id to its statements.
            person: who asks, for the budget.
            hear: told the sentences that hold so far, once the model writes; called in this thread.
        """
        tally = self._caller.tally
        versions = (str(VERSIONS[task.prompt]), str(VERSIONS["rewrite"]))
        key = (self._caller.name, *versions, *task.key)
        with self._lock:
            if kept := self._kept.get(key):
                tally.add("answers", "repeated")
                return kept
        proof = SupportProof(self._likeness, statements, self._holds)
        wording = Work(task, self._caller, self._seconds, proof, statements, person, hear).done()
        if wording.trouble in (None, "unproved", "nothing"):
            with self._lock:
                self._kept[key] = wording
        tally.add("answers", wording.trouble or "worded")
        tally.add("sentences", "held", len(wording.sentences) - wording.rewritten)
        tally.add("sentences", "rewritten", wording.rewritten)
        tally.add("sentences", "dropped", len(wording.dropped))
        return wording
