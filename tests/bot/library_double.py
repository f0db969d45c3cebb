"""A stand-in for the library that remembers what was asked of it; it keeps the contract of ``Library``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from porteparole.corpus.article import RefusedFile
from porteparole.corpus.draft import Fields
from porteparole.library.report import ArticleName, Changes, Kept, Place, Report, Status
from porteparole.notice import Notice
from porteparole.service import Progress
from porteparole.state.entries import Action, Gap, Mark, Removal

MOMENT = datetime(2026, 2, 12, 8, tzinfo=UTC)
REPORT = Report(
    "g-0002",
    Changes(
        (ArticleName("neuf", "Un *nouvel* article"),),
        (ArticleName("port", "Le port de Brume"),),
        (ArticleName("vieux", "Un vieil article"),),
    ),
    Changes(
        (Place("neuf", 1, "Premier."), Place("neuf", 2, "Second.")),
        (Place("port", 3, "Les pêcheurs attendent."),),
        (Place("vieux", 1, "Autrefois."),),
    ),
    (RefusedFile("scan.pdf", None, Notice("corpus-refused-pdf-no-text")),),
    (RefusedFile("latin.txt", 3, Notice("corpus-mended-encoding", {"encoding": "cp1252"})),),
    embedded=3,
    seconds=4.25,
    swapped=True,
)
STATUS = Status(
    "g-0002",
    MOMENT,
    3,
    12,
    False,
    True,
    (Kept("g-0002", MOMENT, 3, 12), Kept("g-0001", MOMENT, 2, 9)),
    "g-0001",
    (ArticleName("neuf", "Un nouvel article"),),
    (Removal("vieux", "d", "Un vieil article", MOMENT, "discord:42 marie"),),
)


@dataclass
class LibraryDouble:
    """Says what it is told to; an error in ``errors`` is raised once."""

    report: Report = REPORT
    state: Status = STATUS
    actions: Sequence[Action] = ()
    asked: Sequence[Gap] = ()
    errors: list[Exception] = field(default_factory=list[Exception])
    steps: Sequence[tuple[str, int, int]] = ()
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list[tuple[str, dict[str, Any]]])

    def _did(self, action: str, progress: Progress | None, **values: Any) -> Report:
        self.calls.append((action, values))
        for step in self.steps if progress else ():
            progress(*step)  # type: ignore[misc]
        if self.errors:
            raise self.errors.pop(0)
        return self.report

    def reload(self, *, progress: Progress | None = None, **values: Any) -> Report:
        return self._did("reload", progress, **values)

    def add(
        self,
        name: str,
        content: bytes,
        *,
        actor: str,
        fields: Fields | None = None,
        replace: bool = False,
        progress: Progress | None = None,
    ) -> Report:
        values = {"name": name, "content": content, "actor": actor, "fields": fields, "replace": replace}
        return self._did("add", progress, **values)

    def remove(self, article: str, *, actor: str, progress: Progress | None = None) -> Report:
        return self._did("remove", progress, article=article, actor=actor)

    def readmit(self, article: str, *, actor: str, progress: Progress | None = None) -> Report:
        return self._did("readmit", progress, article=article, actor=actor)

    def translate(
        self, article: str, number: int, text: str, *, actor: str, progress: Progress | None = None
    ) -> Report:
        return self._did("translate", progress, article=article, number=number, text=text, actor=actor)

    def rollback(self, *, actor: str, progress: Progress | None = None) -> Report:
        return self._did("rollback", progress, actor=actor)

    def status(self) -> Status:
        return self.state

    def history(self, count: int = 100) -> Sequence[Action]:
        return self.actions

    def gaps(self, count: int = 100) -> Sequence[Gap]:
        return self.asked

    def mark_gap(self, name: str, mark: Mark, *, actor: str) -> Gap:
        (gap,) = (gap for gap in self.asked if gap.id == name)
        self.calls.append(("mark_gap", {"question": gap.question, "mark": mark, "actor": actor}))
        changed = replace(gap, mark=mark, marked_by=actor)
        self.asked = tuple(changed if one is gap else one for one in self.asked)
        return changed

    def refused(self, actor: str, action: str, subject: str, why: Notice) -> None:
        self.calls.append(("refused", {"actor": actor, "action": action, "subject": subject, "why": why.key}))

    def denied(self, actor: str, action: str, subject: str = "") -> None:
        self.calls.append(("denied", {"actor": actor, "action": action, "subject": subject}))
