"""What may be looked at while another process (the bot) owns the data folder."""

from __future__ import annotations

from collections.abc import Sequence

from porteparole.library.builder import Builder
from porteparole.library.report import Running, Status
from porteparole.library.status import read_status
from porteparole.state.audit import AuditLog
from porteparole.state.database import State
from porteparole.state.entries import DONE, STARTED, Action, Gap, Mark
from porteparole.state.gaps import Gaps


class Observer:
    """Reads the state database and the generations; changes nothing but what is made of refused questions."""

    def __init__(self, builder: Builder, state: State) -> None:
        self._builder = builder
        self._audit = AuditLog(state)
        self._gaps = Gaps(state)

    def status(self) -> Status:
        """Return how the corpus stands, and what the owner of the folder is doing to it."""
        going_on = next((action for action in self._audit.latest(1) if action.outcome == STARTED), None)
        running = Running(going_on.action, going_on.actor, going_on.at) if going_on else None
        return read_status(self._builder, running)

    def history(self, count: int = 100) -> Sequence[Action]:
        """Return the last actions, newest first."""
        return self._audit.latest(count)

    def gaps(self, count: int = 100, *, dismissed: bool = False) -> Sequence[Gap]:
        """Return the questions that were refused, most frequent first."""
        return self._gaps.most_frequent(count, dismissed=dismissed)

    def mark_gap(self, name: str, mark: Mark, *, actor: str) -> Gap:
        """Note what is made of a refused question, as :class:`porteparole.library.library.Library` does."""
        gap = self._gaps.mark(name, mark, actor)
        self._audit.note(actor, mark, gap.question, DONE)
        return gap
