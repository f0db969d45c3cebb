"""How far long work is, on stderr."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID


class StderrProgress:
    """A bar for each stage on a terminal; elsewhere a line where a stage begins.

    Args:
        console: of stderr.
        words: gives the sentence ``cli-progress`` for a ``stage``.
    """

    def __init__(self, console: Console, words: Callable[..., str]) -> None:
        self._console = console
        self._words = words
        self._bars: Progress | None = None
        self._tasks: dict[str, TaskID | None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._bars is not None:
            self._bars.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` pieces of ``stage`` are done."""
        if stage not in self._tasks:
            self._tasks[stage] = self._begin(self._words("cli-progress", stage=stage))
        task = self._tasks[stage]
        if self._bars is not None and task is not None:
            self._bars.update(task, completed=done, total=total)

    def _begin(self, text: str) -> TaskID | None:
        if not self._console.is_terminal:
            self._console.print(text)
            return None
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

        if self._bars is None:
            columns = TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn()
            self._bars = Progress(*columns, console=self._console, transient=True)
            self._bars.start()
        return self._bars.add_task(text)
