"""Numbers as people write them."""

from __future__ import annotations

from porteparole.language import Language


def spoken_number(value: float, language: Language, *, sign: bool = False) -> str:
    """Return a number with two decimals: ``0.25`` in English, ``0,25`` in French."""
    from babel.numbers import format_decimal

    return format_decimal(value, "+0.00;-0.00" if sign else "0.00", language)
