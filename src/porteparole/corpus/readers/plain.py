"""Plain text."""

from __future__ import annotations

from porteparole.corpus.decode import decode
from porteparole.corpus.draft import Draft
from porteparole.corpus.layout import blocks_of


def read_plain(data: bytes) -> Draft:
    """Read a ``.txt`` file: a paragraph a line, or separated by blank lines.

    Raises:
        RefusedError: the file is empty, or no text.
    """
    decoded = decode(data)
    return Draft(blocks_of(decoded.text), remarks=decoded.remarks)
