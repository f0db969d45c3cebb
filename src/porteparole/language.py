"""The two languages of Porte-Parole."""

from typing import Literal, TypeGuard

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


def is_language(value: object) -> TypeGuard[Language]:
    """Say whether ``value`` is one of the codes ``fr`` and ``en``."""
    return value in LANGUAGES


def other_language(language: Language) -> Language:
    """Return ``en`` for ``fr`` and ``fr`` for ``en``."""
    return "en" if language == "fr" else "fr"
