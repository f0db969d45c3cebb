"""Dates as people write them."""

from __future__ import annotations

from datetime import date

from porteparole.language import Language


def spoken_date(published: str, language: Language) -> str:
    """Return ``2025-02-12``, ``2025-02`` or ``2025`` as *12 février 2025*, *February 2025* or *2025*.

    What is none of the three is returned as it is.
    """
    from babel.dates import format_date, format_skeleton

    locale = "en_GB" if language == "en" else language
    try:
        match [int(part) for part in published.split("-")]:
            case [year, month, day]:
                return format_date(date(year, month, day), "long", locale)
            case [year, month]:
                return format_skeleton("yMMMM", date(year, month, 1), locale=locale)
            case _:
                return published
    except ValueError:
        return published
