"""Files that were not read, or mended, and why."""

from __future__ import annotations

from collections.abc import Sequence

from porteparole.cli.harmless import harmless
from porteparole.cli.render import print_line
from porteparole.cli.terminal import Terminal
from porteparole.corpus.article import LeftOut, RefusedFile


def say_refused(face: Terminal, key: str, files: Sequence[RefusedFile]) -> None:
    """Print the sentence ``key`` and each file with its line and reason; nothing where there are none."""
    if files:
        face.note(key)
    for file in files:
        where = f" {face.words('cli-corpus-line', line=file.line)}" if file.line else ""
        print_line(face.err, f"{harmless(file.source)}{where}", indent=2)
        print_line(face.err, f"→ {reason(face, file)}", indent=4)


def reason(face: Terminal, item: LeftOut | RefusedFile) -> str:
    """Return why a file, or a line of one, was left out, in the reader's language."""
    return harmless(face.texts.notice(face.language, item.reason))
