"""Dates as people write them."""

from __future__ import annotations

from datetime import date, timedelta

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


def days_meant(published: str | None) -> tuple[int, int] | None:
    """Return the first and the last day (as ordinals) that ``2025``, ``2025-02`` or ``2025-02-12`` may mean.

    None where there is no date, or none that is written so.
    """
    try:
        match [int(part) for part in (published or "")[:10].split("-")]:
            case [year, month, day]:
                return date(year, month, day).toordinal(), date(year, month, day).toordinal()
            case [year, month]:
                following = date(year + month // 12, month % 12 + 1, 1)
                return date(year, month, 1).toordinal(), (following - timedelta(1)).toordinal()
            case [year]:
                return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
            case _:
                return None
    except (ValueError, OverflowError):
        return None
