"""Every sentence that a person reads, from the locale files in ``config/locales`` (Fluent)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from porteparole.language import Language
from porteparole.notice import Notice, NoticeValue
from porteparole.shipped import shipped


class Texts:
    """The sentences of both languages, read from ``FOLDER/<language>/*.ftl`` when a language is needed first.

    Raises:
        KeyError: when a key is missing in a language (a test holds the files complete).
        ValueError: when a value that the sentence names is not given.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or shipped("config") / "locales"

    def __call__(self, language: Language, key: str, values: Mapping[str, NoticeValue] | None = None) -> str:
        """Return the sentence ``key`` in ``language`` with ``values`` filled in.

        ``key`` may name an attribute of a message: ``ask.description``.
        """
        bundle = _bundle(self._folder / language, language)
        name, _, attribute = key.partition(".")
        message = bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise KeyError(key)
        text, errors = bundle.format_pattern(pattern, dict(values or {}))
        if errors:
            raise ValueError(f"{language}/{key}: {errors[0]}")
        return str(text)

    def notice(self, language: Language, notice: Notice) -> str:
        """Return the sentence of a notice."""
        return self(language, notice.key, notice.values)

    def has(self, language: Language, key: str) -> bool:
        """Say whether there is a sentence ``key`` in ``language``."""
        name, _, attribute = key.partition(".")
        bundle = _bundle(self._folder / language, language)
        if not bundle.has_message(name):
            return False
        message = bundle.get_message(name)
        return attribute in message.attributes if attribute else message.value is not None


@cache
def _bundle(folder: Path, language: Language) -> FluentBundle:
    # Isolation marks (U+2068, U+2069) would stand in Discord messages as invisible characters.
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted(folder.glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
