"""Text from outside must not take hold of a terminal."""

from __future__ import annotations

import re

# Control characters (C0 but tab and newline, DEL, C1): a terminal reads commands after some of them.
_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]")
# Marks that turn the direction of what follows (Unicode Standard Annex 9).
_DIRECTION = re.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]")


def harmless(text: str) -> str:
    """Return ``text`` with each control character shown as U+FFFD and without direction marks."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", _DIRECTION.sub("", text))
