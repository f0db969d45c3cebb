"""The language of the terminal."""

from __future__ import annotations

import os

from porteparole.language import LANGUAGES, Language, is_language
from porteparole.notice import PorteParoleError
from porteparole.setting_sources import first, read_layers


def terminal_language() -> Language:
    """Return the language of messages and help.

    The first of ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` that is set decides (POSIX, 8.2), where it names
    French or English; else the setting ``language`` does, and French where that cannot be read.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            code = value.lower()[:2]
            if is_language(code):
                return code
            break
    return _configured()


def _configured() -> Language:
    # Only this one setting is read, without judging the others: help must come fast and whatever is wrong.
    try:
        written = first(read_layers()).get("language")
    except (PorteParoleError, OSError):
        written = None
    return written.value if written and is_language(written.value) else LANGUAGES[0]
